//! Reading `indicators.yaml` and `figures.yaml`. A value is kept as it is written: what a bare
//! number counts, only its indicator tells.

use super::{Entry, Figures, Indicator, Indicators, Statement};
use crate::diagnostic::rules::fields::{UNKNOWN_CHOICE, WRONG_TYPE};
use crate::diagnostic::rules::figures::{BAD_FIGURE_ID, BAD_UNIT, INDICATOR_TWICE, REVISION_UNEXPLAINED};
use crate::diagnostic::{Diagnostic, Span};
use crate::figure::{Better, Period, is_figure_id, parse_measure, parse_period};
use crate::prose::slug;
use crate::source::{Excerpt, Fields, Key, Located, Value, Yaml, parse_yaml, text_of};
use std::collections::BTreeMap;

/// The name of the files with all figures, which no figure can have.
const ALL: &str = "all";

/// Reads `indicators.yaml`: a list, each entry with `id`, `label` and `unit`.
pub(in crate::content) fn decode_indicators(source: &Excerpt, out: &mut Vec<Diagnostic>) -> Indicators {
    let (Some(yaml), sound) = parse_yaml(source, out) else { return Indicators::default() };
    let Value::List(items) = &yaml.value else {
        if yaml.value != Value::Null {
            out.push(
                Diagnostic::new(
                    &WRONG_TYPE,
                    yaml.span,
                    "indicators.yaml is a list of indicators, and this is not a list",
                )
                .help("begin each indicator with `- id: …` and indent its other fields by two spaces"),
            );
        }
        return Indicators::default();
    };
    let mut list: Vec<Indicator> = Vec::new();
    let mut first: BTreeMap<String, Span> = BTreeMap::new();
    for item in items {
        let Some(fields) = Fields::of(item, "an indicator", out) else { continue };
        let mut fields = fields.sound(sound);
        let id = fields.required_text("id", "give it a short name: `id: carers-assessed`");
        let id = id.and_then(|id| checked_id(id, fields.out));
        let indicator = indicator(id.clone(), &mut fields);
        fields.finish();
        let Some(indicator) = indicator else { continue };
        if let Some(before) = first.insert(indicator.id.value.clone(), indicator.id.span) {
            let message = format!("there are two indicators `{}`", indicator.id.value);
            out.push(
                Diagnostic::new(&INDICATOR_TWICE, indicator.id.span, message)
                    .label(before, "the other one")
                    .help("give one of them another id"),
            );
            continue;
        }
        list.push(indicator);
    }
    Indicators { list }
}

/// What is measured: the fields that an indicator and a document's own figure share.
fn indicator(id: Option<Located<String>>, fields: &mut Fields<'_, '_>) -> Option<Indicator> {
    let label = fields.required_text("label", "say what it counts: `label: Carers who had their needs assessed`");
    let unit = fields.parsed("unit", &BAD_UNIT, parse_measure);
    if unit.is_none() && !fields.has("unit") {
        fields.missing("unit", "say what is counted: `unit: people`, `unit: £` or `unit: %`");
    }
    let choices = [("higher", Better::Higher), ("lower", Better::Lower)];
    let better = fields.choice("better", &UNKNOWN_CHOICE, &choices).map(|better| better.value);
    let source = fields.text("source").map(|text| text.value);
    let note = fields.text("note").map(|text| text.value);
    Some(Indicator { id: id?, label: label?.value, measure: unit?.value, better, source, note })
}

fn checked_id(id: Located<String>, out: &mut Vec<Diagnostic>) -> Option<Located<String>> {
    let help = if id.value == ALL {
        format!("choose another one: the file {ALL}.csv holds all figures")
    } else if is_figure_id(&id.value) {
        return Some(id);
    } else {
        format!("write it in small letters with hyphens: {}", slug(&id.value))
    };
    let message = format!("`{}` cannot be the id of a figure", id.value);
    out.push(Diagnostic::new(&BAD_FIGURE_ID, id.span, message).help(help));
    None
}

/// Reads a `figures.yaml`: one figure on each line, `id: value`, or with more fields below it.
pub(in crate::content) fn decode_figures(source: &Excerpt, out: &mut Vec<Diagnostic>) -> Figures {
    let (Some(yaml), sound) = parse_yaml(source, out) else { return Figures::default() };
    let Value::Map(entries) = &yaml.value else {
        if yaml.value != Value::Null {
            out.push(
                Diagnostic::new(&WRONG_TYPE, yaml.span, "figures.yaml has one figure on each line")
                    .help("write the figure's id, a colon and its value: `carers-assessed: 1,884`"),
            );
        }
        return Figures::default();
    };
    Figures { entries: entries.iter().filter_map(|(key, value)| entry(key, value, sound, out)).collect() }
}

fn entry(key: &Key, yaml: &Yaml, sound: bool, out: &mut Vec<Diagnostic>) -> Option<Entry> {
    let id = checked_id(Located::new(key.value.clone(), key.span), out)?;
    let mut statements = Vec::new();
    let mut own = None;
    match &yaml.value {
        // A figure without any value is one that is still to come.
        Value::Null => statements.push(plain(None, Located::new(String::new(), key.span))),
        Value::Map(fields) => {
            let known: Vec<&(Key, Yaml)> = fields.iter().filter(|(key, _)| period_of(key).is_none()).collect();
            for (key, value) in fields {
                if let Some(period) = period_of(key) {
                    statements.extend(statement(Some(period), value, sound, out));
                }
            }
            let rest = Yaml { value: Value::Map(known.into_iter().cloned().collect()), span: yaml.span };
            let mut fields = Fields::of(&rest, "an entry of figures.yaml", out)?.sound(sound);
            if fields.has("label") || fields.has("unit") {
                own = indicator(Some(id.clone()), &mut fields);
            }
            if fields.has("value") {
                statements.extend(value_fields(None, &mut fields));
            }
            fields.finish();
        }
        _ => statements.extend(statement(None, yaml, sound, out)),
    }
    Some(Entry { id, own, statements })
}

/// A key such as `2018-19` or `autumn 2023`, under which the value of another period stands.
fn period_of(key: &Key) -> Option<Located<Period>> {
    let dated = |period: &Period| !matches!(period, Period::Ongoing | Period::Annual | Period::Unknown);
    parse_period(&key.value).ok().filter(dated).map(|period| Located::new(period, key.span))
}

fn statement(
    period: Option<Located<Period>>,
    yaml: &Yaml,
    sound: bool,
    out: &mut Vec<Diagnostic>,
) -> Option<Statement> {
    if let Value::Map(_) = yaml.value {
        let mut fields = Fields::of(yaml, "a value of another period", out)?.sound(sound);
        let statement = value_fields(period, &mut fields);
        fields.finish();
        return statement;
    }
    let text = text_of(yaml, "a figure", out)?;
    Some(plain(period, Located::new(text.text.trim().to_owned(), text.span)))
}

fn plain(period: Option<Located<Period>>, value: Located<String>) -> Statement {
    Statement { period, value, note: None, provisional: false, was: None, because: None }
}

fn value_fields(period: Option<Located<Period>>, fields: &mut Fields<'_, '_>) -> Option<Statement> {
    let value = fields.required_text("value", "write the figure: `value: 1,884`");
    let note = fields.text("note").map(|text| text.value);
    let provisional = fields.flag("provisional", false);
    let was = fields.text("was");
    let because = fields.text("because").map(|text| text.value);
    if let Some(was) = &was
        && because.is_none()
    {
        fields.out.push(
            Diagnostic::new(&REVISION_UNEXPLAINED, was.span, "a revised figure without a reason")
                .help("add `because:` with the reason"),
        );
    }
    Some(Statement { period, value: value?, note, provisional, was, because })
}
