//! `table`: a table whose columns have units and whose totals are known.

use super::{Context, data_id, inline_field, required_inline};
use crate::diagnostic::rules::components::{ROW_LENGTH, UNKNOWN_ROW};
use crate::diagnostic::rules::fields::{UNKNOWN_CHOICE, WRONG_TYPE};
use crate::diagnostic::rules::prose::{TABLE_CAPTION, TABLE_HEADER};
use crate::diagnostic::{Diagnostic, Span};
use crate::prose::parse::{Page, numeric_column, parse_inline};
use crate::prose::text::{cell_text, plain_text};
use crate::prose::{Cell, Column, Inline, Row, Table};
use crate::source::{Fields, Key, Located, Value, Yaml, did_you_mean, list_of, nearest, text_of};

/// A column as written.
struct Heading {
    words: Vec<Inline>,
    plain: String,
    unit: Option<String>,
    /// `None` where the cells decide.
    numeric: Option<bool>,
}

pub(super) fn decode(yaml: &Yaml, context: Context, page: &mut Page, out: &mut Vec<Diagnostic>) -> Option<Table> {
    let mut fields = Fields::of(yaml, "a table", out)?.sound(context.sound);
    let caption = inline_field(&mut fields, "caption");
    if caption.is_none() && context.sound && !fields.has("caption") {
        let diagnostic =
            Diagnostic::new(&TABLE_CAPTION, context.span.part(0, "```table".len()), "a table without a caption");
        fields.out.push(diagnostic.help("say what it shows: caption: What we spent, 2019 to 2020"));
    }
    let table = grid(&mut fields, caption, context, page);
    fields.finish();
    table
}

/// The columns and rows of a table or a chart, with what stands below them.
pub(super) fn grid(
    fields: &mut Fields<'_, '_>,
    caption: Option<Vec<Inline>>,
    context: Context,
    page: &mut Page,
) -> Option<Table> {
    let columns = fields.take("columns");
    if columns.is_none() {
        fields.missing("columns", "list the headings of the columns: columns: [Area, Amount]");
    }
    let headings: Vec<Heading> = columns
        .map_or(&[][..], |columns| list_of(columns, "columns", fields.out))
        .iter()
        .map(|column| heading(column, context.sound, fields.out))
        .collect();
    let rows = fields.take("rows");
    if rows.is_none() {
        fields.missing("rows", "write each row as a list below it: - [Mental health, 7051]");
    }
    let rows = rows.map_or(&[][..], |rows| list_of(rows, "rows", fields.out));
    let mut rows: Vec<Row> = if headings.is_empty() {
        Vec::new()
    } else {
        rows.iter().filter_map(|yaml| row(yaml, &headings, fields.out)).collect()
    };
    let totals = fields.texts("totals");
    mark_totals(&totals, &mut rows, fields.out);
    let source = inline_field(fields, "source");
    let note = inline_field(fields, "note");
    let id = data_id::data_id(fields, page);
    if headings.is_empty() {
        return None;
    }
    let row_headings = headings.len() >= 2;
    let columns = headings.into_iter().enumerate().map(|(index, heading)| {
        let cells = rows.iter().filter_map(|row| row.cells.get(index));
        let by_cells = || numeric_column(cells.map(|cell| cell_text(&cell.content)));
        let numeric = if row_headings && index == 0 { false } else { heading.numeric.unwrap_or_else(by_cells) };
        Column { heading: heading.words, unit: heading.unit, numeric }
    });
    let columns = columns.collect();
    let captioned = caption.is_some();
    let caption = caption.unwrap_or_else(|| page.fallback_caption(context.span));
    Some(Table { caption, captioned, columns, rows, row_headings, source, note, id, component: true })
}

/// A column; one with a mistake in it still takes its place, so that the cells fit.
fn heading(yaml: &Yaml, sound: bool, out: &mut Vec<Diagnostic>) -> Heading {
    let mut heading = Heading { words: Vec::new(), plain: String::new(), unit: None, numeric: None };
    match &yaml.value {
        Value::Text(scalar) => heading.words = parse_inline(&scalar.excerpt, out),
        Value::Null => {}
        _ => {
            let Some(fields) = Fields::of(yaml, "a column", out) else { return heading };
            let mut fields = fields.sound(sound);
            let words = required_inline(&mut fields, "label", "write the column's heading: label: Amount");
            heading.unit = fields.text("unit").map(|unit| unit.value);
            let choices = [("number", true), ("text", false), ("right", true), ("left", false)];
            heading.numeric = fields.choice("align", &UNKNOWN_CHOICE, &choices).map(|align| align.value);
            fields.finish();
            heading.words = words.unwrap_or_default();
            heading.plain = plain_text(&heading.words).trim().to_owned();
            return heading;
        }
    }
    heading.plain = plain_text(&heading.words).trim().to_owned();
    if heading.plain.is_empty() {
        let diagnostic = Diagnostic::new(&TABLE_HEADER, yaml.span, "a table column without a heading");
        out.push(diagnostic.help("write what is in the column, and its unit"));
    }
    heading
}

fn row(yaml: &Yaml, headings: &[Heading], out: &mut Vec<Diagnostic>) -> Option<Row> {
    let cells = match &yaml.value {
        Value::List(list) => {
            if list.len() != headings.len() {
                let (found, wanted) = (list.len(), headings.len());
                let noun = if found == 1 { "cell" } else { "cells" };
                let message = format!("the row has {found} {noun}, and the table has {wanted} columns");
                let help = "give the row one cell for each column; a text with a comma in it needs quotes: \"£1,234\"";
                out.push(Diagnostic::new(&ROW_LENGTH, yaml.span, message).help(help));
            }
            let end = Span { start: yaml.span.end, ..yaml.span };
            let nothing = || Cell { span: end, content: Vec::new() };
            headings
                .iter()
                .enumerate()
                .map(|(index, _)| list.get(index).map_or_else(nothing, |cell| self::cell(cell, out)))
                .collect()
        }
        Value::Map(entries) => by_label(yaml.span, entries, headings, out),
        _ => {
            out.push(
                Diagnostic::new(&WRONG_TYPE, yaml.span, "a row is a list of cells, and this is a text")
                    .help("write the cells in square brackets: - [Mental health, 7051]"),
            );
            return None;
        }
    };
    Some(Row { span: yaml.span, total: false, cells })
}

/// A row written as `heading: cell` pairs.
fn by_label(span: Span, entries: &[(Key, Yaml)], headings: &[Heading], out: &mut Vec<Diagnostic>) -> Vec<Cell> {
    for (key, _) in entries {
        if !headings.iter().any(|heading| heading.plain == key.value) {
            let help = did_you_mean(&key.value, headings.iter().map(|heading| heading.plain.as_str()))
                .unwrap_or_else(|| "use the heading of a column, word for word".into());
            out.push(
                Diagnostic::new(&UNKNOWN_ROW, key.span, format!("the table has no column `{}`", key.value)).help(help),
            );
        }
    }
    let mut cells = Vec::with_capacity(headings.len());
    for heading in headings {
        match entries.iter().find(|(key, _)| key.value == heading.plain) {
            Some((_, value)) => cells.push(cell(value, out)),
            None => {
                let unknown = entries
                    .iter()
                    .map(|(key, _)| key.value.as_str())
                    .filter(|key| headings.iter().all(|heading| heading.plain != *key));
                if nearest(&heading.plain, unknown).is_none() {
                    let message = format!("the row has no cell for `{}`", heading.plain);
                    out.push(
                        Diagnostic::new(&ROW_LENGTH, span, message)
                            .help("add it; a cell without a value is written as N/A, TBC or \"\""),
                    );
                }
                cells.push(Cell { span, content: Vec::new() });
            }
        }
    }
    cells
}

/// A cell; nothing, or empty quotes, is no data.
fn cell(yaml: &Yaml, out: &mut Vec<Diagnostic>) -> Cell {
    let content = match &yaml.value {
        Value::Null => Vec::new(),
        _ => text_of(yaml, "a cell", out).map(|text| parse_inline(&text, out)).unwrap_or_default(),
    };
    Cell { span: yaml.span, content }
}

fn mark_totals(totals: &[Located<String>], rows: &mut [Row], out: &mut Vec<Diagnostic>) {
    let label =
        |row: &Row| row.cells.first().map(|cell| plain_text(&cell.content).trim().to_owned()).unwrap_or_default();
    for total in totals {
        let mut found = false;
        for row in rows.iter_mut().filter(|row| label(row) == total.value) {
            row.total = true;
            found = true;
        }
        if !found {
            let labels: Vec<String> = rows.iter().map(label).collect();
            let help = did_you_mean(&total.value, labels.iter().map(String::as_str))
                .unwrap_or_else(|| "use the words of the row's first cell, exactly".into());
            out.push(
                Diagnostic::new(&UNKNOWN_ROW, total.span, format!("the table has no row `{}`", total.value)).help(help),
            );
        }
    }
}
