//! The rows of a table that are written in place: a list of cells, or `heading: cell` pairs.

use super::columns::Heading;
use crate::diagnostic::rules::components::{ROW_LENGTH, UNKNOWN_ROW};
use crate::diagnostic::rules::fields::WRONG_TYPE;
use crate::diagnostic::{Diagnostic, Span};
use crate::figure::Level;
use crate::prose::parse::parse_inline;
use crate::prose::{Cell, Row};
use crate::source::{Key, Value, Yaml, did_you_mean, nearest, text_of};

/// A row; columns that are computed have no cell in it as it is written.
pub(super) fn row(yaml: &Yaml, headings: &[Heading], out: &mut Vec<Diagnostic>) -> Option<Row> {
    let end = Span { start: yaml.span.end, ..yaml.span };
    let nothing = || Cell::new(end, Vec::new());
    let cells = match &yaml.value {
        Value::List(list) => {
            let wanted = headings.iter().filter(|heading| !heading.rule.computed).count();
            if list.len() != wanted {
                report_length(yaml.span, list.len(), wanted, wanted < headings.len(), out);
            }
            let mut list = list.iter();
            headings
                .iter()
                .map(|heading| if heading.rule.computed { None } else { list.next() })
                .map(|cell| cell.map_or_else(nothing, |cell| self::cell(cell, "a cell", out)))
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
    Some(Row { span: yaml.span, level: Level::Ordinary, cells })
}

fn report_length(span: Span, found: usize, wanted: usize, computed: bool, out: &mut Vec<Diagnostic>) {
    let noun = if found == 1 { "cell" } else { "cells" };
    let besides = if computed { " beside the computed ones" } else { "" };
    let message = format!("the row has {found} {noun}, and the table has {wanted} columns{besides}");
    let help = "give the row one cell for each column; a text with a comma in it needs quotes: \"£1,234\"";
    out.push(Diagnostic::new(&ROW_LENGTH, span, message).help(help));
}

/// A row written as `heading: cell` pairs.
fn by_label(span: Span, entries: &[(Key, Yaml)], headings: &[Heading], out: &mut Vec<Diagnostic>) -> Vec<Cell> {
    let name = |heading: &Heading| heading.rule.name.value.clone();
    for (key, _) in entries {
        let known = headings.iter().find(|heading| heading.rule.name.value == key.value);
        if known.is_some_and(|heading| heading.rule.computed) {
            out.push(
                Diagnostic::new(&ROW_LENGTH, key.span, format!("the column `{}` is computed", key.value))
                    .help("leave the cell out, or take `computed` away from the column"),
            );
        }
        if known.is_none() {
            let names: Vec<String> = headings.iter().map(name).collect();
            let help = did_you_mean(&key.value, names.iter().map(String::as_str))
                .unwrap_or_else(|| "use the heading of a column, word for word".into());
            out.push(
                Diagnostic::new(&UNKNOWN_ROW, key.span, format!("the table has no column `{}`", key.value)).help(help),
            );
        }
    }
    let mut cells = Vec::with_capacity(headings.len());
    for heading in headings {
        let name = &heading.rule.name.value;
        match entries.iter().find(|(key, _)| key.value == *name).filter(|_| !heading.rule.computed) {
            Some((_, value)) => cells.push(cell(value, "a cell", out)),
            None => {
                let unknown = entries
                    .iter()
                    .map(|(key, _)| key.value.as_str())
                    .filter(|key| headings.iter().all(|heading| heading.rule.name.value != *key));
                if !heading.rule.computed && nearest(name, unknown).is_none() {
                    let message = format!("the row has no cell for `{name}`");
                    out.push(
                        Diagnostic::new(&ROW_LENGTH, span, message)
                            .help("add it; a cell without a value is written as N/A, TBC or \"\""),
                    );
                }
                cells.push(Cell::new(span, Vec::new()));
            }
        }
    }
    cells
}

/// A cell; nothing, or empty quotes, is no data. `name` is what messages call it.
pub(in crate::prose::component) fn cell(yaml: &Yaml, name: &str, out: &mut Vec<Diagnostic>) -> Cell {
    let content = match &yaml.value {
        Value::Null => Vec::new(),
        _ => text_of(yaml, name, out).map(|text| parse_inline(&text, out)).unwrap_or_default(),
    };
    Cell::new(yaml.span, content)
}
