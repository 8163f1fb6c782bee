//! From the cells of a spreadsheet to the indicators of a scorecard. Its first row holds the headings.

use super::stated::place_of;
use super::{Headings, Kpi, ScorePeriod, Scorecard, Stated};
use crate::diagnostic::rules::fields::MISSING_FIELD;
use crate::diagnostic::rules::tables::DATA_COLUMN;
use crate::diagnostic::{Diagnostic, Span};
use crate::figure::{Period, parse_period};
use crate::prose::table::{blank, cell, source_of, split_unit, squeezed};
use crate::prose::text::plain_text;
use crate::prose::{Block, BlockKind, Cell, Prose};
use crate::source::{Located, Sheet, SheetRow};

/// Where the columns stand in the sheet.
struct Columns {
    indicator: Option<usize>,
    target: Option<usize>,
    group: Option<usize>,
    status: Option<usize>,
    note: Option<usize>,
    periods: Vec<Option<usize>>,
}

/// Fills a scorecard from the sheet that it names. A worksheet has no text to point into, so its
/// cells stand where the page names the file.
pub fn fill_scorecard(card: &mut Scorecard, sheet: &Sheet, out: &mut Vec<Diagnostic>) {
    let Some((data, headings)) = &card.data else { return };
    let named_at = data.path.span;
    let mut rows = sheet.rows.iter().filter(|row| row.cells.iter().any(|cell| !cell.text.trim().is_empty()));
    let Some(heading) = rows.next() else { return };
    if card.periods.is_empty() {
        card.periods = periods_of(heading, named_at);
        if card.periods.is_empty() {
            let help = "write a period at the head of each column: 2019-20 Q1; or say which columns are meant: periods: [{ period: 2019-20 Q1, from: Q1 }]";
            out.push(Diagnostic::new(&DATA_COLUMN, named_at, "the file has no column for a period").help(help));
        }
    }
    let columns = columns(&card.periods, headings, heading, named_at, out);
    // Without their names nothing can be said of them.
    if columns.indicator.is_some() {
        card.indicators = rows.map(|row| kpi(row, &columns, named_at, out)).collect();
    }
}

fn kpi(row: &SheetRow, columns: &Columns, named_at: Span, out: &mut Vec<Diagnostic>) -> Kpi {
    let at = |index: &Option<usize>| -> Cell {
        let source = index.and_then(|index| row.cells.get(index));
        source.map_or_else(|| blank(named_at), |source| cell(source, named_at))
    };
    let label = at(&columns.indicator);
    if label.content.is_empty() {
        let message = format!("the row has no indicator{}", place_of(label.sheet));
        let help = "write what it measures, or take the row out of the file or the `range`";
        out.push(Diagnostic::new(&MISSING_FIELD, label.span, message).help(help));
    }
    let note = at(&columns.note);
    let stated = at(&columns.status);
    let paragraph = |cell: Cell| Block { span: cell.span, kind: BlockKind::Paragraph(cell.content) };
    Kpi {
        span: label.span,
        label: label.content,
        group: plain_text(&at(&columns.group).content),
        target: at(&columns.target),
        better: None,
        margin: None,
        values: columns.periods.iter().map(at).collect(),
        stated: if stated.content.is_empty() { Stated::Nothing } else { Stated::Latest(stated) },
        note: Prose {
            blocks: Some(note).filter(|note| !note.content.is_empty()).map(paragraph).into_iter().collect(),
            ..Prose::default()
        },
        aim: None,
        standings: Vec::new(),
        change: None,
    }
}

fn columns(
    periods: &[ScorePeriod],
    headings: &Headings,
    heading: &SheetRow,
    named_at: Span,
    out: &mut Vec<Diagnostic>,
) -> Columns {
    let names: Vec<String> = heading.cells.iter().map(|cell| squeezed(&cell.text)).collect();
    let usual = |name: &str| names.iter().position(|heading| heading.eq_ignore_ascii_case(name));
    let named = |named: &Option<Located<String>>, name: &str, out: &mut Vec<Diagnostic>| match named {
        Some(named) => source_of(named, heading, "use one of them", out),
        None => usual(name),
    };
    let indicator = named(&headings.indicator, "Indicator", out);
    let target = named(&headings.target, "Target", out);
    let group = named(&headings.group, "Group", out);
    let status = named(&headings.status, "Status", out);
    let note = named(&headings.note, "Note", out);
    let all: Vec<&str> = names.iter().map(String::as_str).filter(|name| !name.is_empty()).collect();
    for (found, given, name, field) in
        [(indicator, &headings.indicator, "Indicator", "indicator"), (target, &headings.target, "Target", "target")]
    {
        if found.is_none() && given.is_none() {
            let help =
                format!("its columns are: {}; say which one is meant: columns: {{ {field}: … }}", all.join(", "));
            let message = format!("the file has no column `{name}`");
            out.push(Diagnostic::new(&DATA_COLUMN, named_at, message).help(help));
        }
    }
    let periods = periods.iter().map(|period| {
        let wanted = period.from.as_ref().unwrap_or(&period.written);
        let same = || names.iter().position(|name| period_of(name).as_ref() == Some(&period.period));
        let by_time = if period.from.is_none() { same() } else { None };
        let mend = "if its heading is another, say which one is meant: { period: 2019-20 Q1, from: Q1 }";
        by_time.or_else(|| source_of(wanted, heading, mend, out))
    });
    Columns { periods: periods.collect(), indicator, target, group, status, note }
}

/// The columns whose headings are periods.
fn periods_of(heading: &SheetRow, named_at: Span) -> Vec<ScorePeriod> {
    let all = heading.cells.iter().filter_map(|cell| {
        let words = squeezed(&cell.text);
        let period = period_of(&words)?;
        let written = Located::new(words, cell.span.unwrap_or(named_at));
        Some(ScorePeriod { period, from: Some(written.clone()), written })
    });
    all.collect()
}

/// The period that a heading names, its unit aside.
fn period_of(heading: &str) -> Option<Period> {
    let dated = |text: &str| parse_period(text).ok().filter(|period| period.start().is_some());
    dated(heading).or_else(|| dated(split_unit(heading)?.0))
}
