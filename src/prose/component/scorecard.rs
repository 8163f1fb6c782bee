//! `scorecard`: key performance indicators against their targets, in place or from a file.

use super::{Context, data_id, required_inline, table};
use crate::diagnostic::rules::components::ROW_LENGTH;
use crate::diagnostic::rules::fields::{BAD_PERIOD, UNKNOWN_CHOICE};
use crate::diagnostic::rules::prose::TOO_DEEP;
use crate::diagnostic::rules::scorecards::BAD_MARGIN;
use crate::diagnostic::rules::tables::BAD_RANGE;
use crate::diagnostic::{Diagnostic, Span};
use crate::figure::{Better, Period, parse_margin, parse_period};
use crate::prose::parse::{Page, parse_within};
use crate::prose::scorecard::{Headings, Kpi, ScorePeriod, Scorecard, Stated};
use crate::prose::{Cell, line_field};
use crate::source::{Fields, Located, Value, Yaml, list_of, text_of};

pub(super) fn decode(yaml: &Yaml, context: Context, page: &mut Page, out: &mut Vec<Diagnostic>) -> Option<Scorecard> {
    if page.in_component {
        out.push(
            Diagnostic::new(&TOO_DEEP, context.span, "a scorecard within the text of another component")
                .help("end that component before the scorecard begins"),
        );
        return None;
    }
    let mut fields = Fields::of(yaml, "a scorecard", out)?.sound(context.sound);
    let id = data_id::data_id(&mut fields, page);
    let caption = table::caption(&mut fields, context, "scorecard");
    let data = table::data(&mut fields, "indicators");
    let periods = periods(&mut fields);
    if data.is_none() {
        fields.missing(
            "periods",
            "list the periods that have values, the earliest first: periods: [2019-20 Q1, 2019-20 Q2]",
        );
    }
    let margin = fields.parsed("margin", &BAD_MARGIN, parse_margin);
    if let Some(key) = fields.key_span("columns").filter(|_| data.is_none() && !fields.has("data")) {
        fields.out.push(
            Diagnostic::new(&BAD_RANGE, key, "this names the columns of a file, and no file is named")
                .help("name it: data: data/kpis.xlsx"),
        );
    }
    let headings =
        fields.take("columns").map(|columns| headings(columns, context.sound, fields.out)).unwrap_or_default();
    let indicators = match data {
        // A file gives them later.
        Some(_) => Vec::new(),
        None => indicators(&mut fields, periods.len(), page),
    };
    let source = line_field(&mut fields, "source");
    let note = line_field(&mut fields, "note");
    fields.finish();
    if data.is_none() && indicators.is_empty() {
        return None;
    }
    let captioned = caption.is_some();
    let caption = caption.unwrap_or_else(|| page.fallback_caption(context.span));
    let data = data.map(|data| (data, headings));
    Some(Scorecard { id, caption, captioned, data, periods, margin, indicators, source, note })
}

/// The periods; each may say which column of a file it has.
fn periods(fields: &mut Fields<'_, '_>) -> Vec<ScorePeriod> {
    let Some(yaml) = fields.take("periods") else { return Vec::new() };
    let sound = fields.is_sound();
    let items = match &yaml.value {
        Value::List(list) => list.as_slice(),
        _ => std::slice::from_ref(yaml),
    };
    // One with a mistake in it still takes its place, so that the values fit.
    items.iter().map(|item| period(item, sound, fields.out)).collect()
}

fn period(yaml: &Yaml, sound: bool, out: &mut Vec<Diagnostic>) -> ScorePeriod {
    let nothing =
        || ScorePeriod { period: Period::Unknown, written: Located::new(String::new(), yaml.span), from: None };
    let (written, from) = match &yaml.value {
        Value::Map(_) => {
            let Some(fields) = Fields::of(yaml, "a period", out) else { return nothing() };
            let mut fields = fields.sound(sound);
            let period = fields.required_text("period", "say which period it is: period: 2019-20 Q1");
            let from = fields.text("from");
            fields.finish();
            (period, from)
        }
        _ => {
            let text = text_of(yaml, "periods", out);
            (text.map(|text| Located::new(text.text.trim().to_owned(), text.span)), None)
        }
    };
    let Some(written) = written else { return nothing() };
    let dated = |text: &str| match parse_period(text)? {
        period if period.start().is_some() => Ok(period),
        _ => Err((
            format!("`{text}` is no time that values could be of"),
            "write a period with a beginning: 2019-20 Q1".to_owned(),
        )),
    };
    match dated(&written.value) {
        Ok(period) => ScorePeriod { period, written, from },
        Err((message, help)) => {
            out.push(Diagnostic::new(&BAD_PERIOD, written.span, message).help(help));
            ScorePeriod { period: Period::Unknown, written, from }
        }
    }
}

fn headings(yaml: &Yaml, sound: bool, out: &mut Vec<Diagnostic>) -> Headings {
    let Some(fields) = Fields::of(yaml, "the columns of a scorecard", out) else { return Headings::default() };
    let mut fields = fields.sound(sound);
    let headings = Headings {
        indicator: fields.text("indicator"),
        target: fields.text("target"),
        group: fields.text("group"),
        status: fields.text("status"),
        note: fields.text("note"),
    };
    fields.finish();
    headings
}

fn indicators(fields: &mut Fields<'_, '_>, periods: usize, page: &mut Page) -> Vec<Kpi> {
    let Some(yaml) = fields.take("indicators") else {
        fields.missing(
            "indicators",
            "list them: - { label: …, target: …, values: […] }; or name a file: data: data/kpis.csv",
        );
        return Vec::new();
    };
    let sound = fields.is_sound();
    let items = list_of(yaml, "indicators", fields.out);
    items.iter().filter_map(|item| kpi(item, periods, sound, page, fields.out)).collect()
}

fn kpi(yaml: &Yaml, periods: usize, sound: bool, page: &mut Page, out: &mut Vec<Diagnostic>) -> Option<Kpi> {
    let mut fields = Fields::of(yaml, "an indicator of a scorecard", out)?.sound(sound);
    let span = fields.span;
    let label = required_inline(&mut fields, "label", "say what it measures: label: First contact after a referral");
    let group = fields.text("group").map(|group| group.value).unwrap_or_default();
    let target = fields.take("target").map(|target| table::cell(target, "target", fields.out));
    if target.is_none() {
        fields.missing("target", "say what should be reached: target: 95% within 3 working days");
    }
    let better = fields.choice("better", &UNKNOWN_CHOICE, &[("higher", Better::Higher), ("lower", Better::Lower)]);
    let margin = fields.parsed("margin", &BAD_MARGIN, parse_margin);
    let values = cells(&mut fields, "values", span, periods);
    if values.is_none() {
        fields.missing("values", "write a value for each period: values: [81%, 98%, N/A, 90%]");
    }
    let stated = match fields.take("status") {
        None => Stated::Nothing,
        Some(yaml) if matches!(yaml.value, Value::List(_)) => {
            Stated::Each(cells(&mut fields, "status", span, periods).unwrap_or_default())
        }
        Some(yaml) => Stated::Latest(table::cell(yaml, "status", fields.out)),
    };
    let note = fields.excerpt("note");
    page.in_component = true;
    let note = note.map(|note| parse_within(&note, page, fields.out)).unwrap_or_default();
    page.in_component = false;
    fields.finish();
    let nothing = || Cell::new(Span { start: span.end, ..span }, Vec::new());
    Some(Kpi {
        span,
        label: label?,
        group,
        target: target.unwrap_or_else(nothing),
        better: better.map(|better| better.value),
        margin,
        values: values.unwrap_or_else(|| vec![nothing(); periods]),
        stated,
        note,
        aim: None,
        standings: Vec::new(),
        change: None,
    })
}

/// A cell for each period; a single one may be written without its brackets.
fn cells(fields: &mut Fields<'_, '_>, name: &'static str, span: Span, periods: usize) -> Option<Vec<Cell>> {
    let yaml = fields.take(name)?;
    let items = match &yaml.value {
        Value::List(list) => list.as_slice(),
        _ => std::slice::from_ref(yaml),
    };
    // Periods that are not there have been reported.
    if items.len() != periods && periods > 0 {
        let many = |count: usize, noun: &str| format!("{count} {noun}{}", if count == 1 { "" } else { "s" });
        let noun = if name == "values" { "value" } else { "status word" };
        let (found, wanted) = (many(items.len(), noun), many(periods, "period"));
        let message = format!("the indicator has {found}, and the scorecard has {wanted}");
        let help = "write one for each period; where there is no data, write N/A, TBC or \"\"";
        fields.out.push(Diagnostic::new(&ROW_LENGTH, yaml.span, message).help(help));
    }
    let end = Span { start: span.end, ..span };
    let mut cells: Vec<Cell> = items.iter().map(|item| table::cell(item, name, fields.out)).collect();
    cells.resize_with(periods, || Cell::new(end, Vec::new()));
    Some(cells)
}
