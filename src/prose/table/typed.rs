//! Columns with a type: their days are read, their choices held against the list, and what is worked
//! out from days must have days to come from.

use super::names::cell_name;
use super::{ColumnRule, ColumnType, Rules, words_of};
use crate::diagnostic::rules::tables::{BAD_FORMULA, CELL_TYPE, DATE_ORDER, DATES_REVERSED};
use crate::diagnostic::{Diagnostic, Span};
use crate::figure::{Content, Datum, DayOrder, Formula, Grid, Level, WrittenDay, parse_datum, parse_written_day};
use crate::prose::{Missing, Row, Table};
use crate::source::did_you_mean;
use std::collections::{BTreeMap, BTreeSet};

/// The type of a column, if it has one.
pub(super) fn type_of(rules: &Rules, column: usize) -> Option<ColumnType> {
    rules.columns.get(column)?.kind.as_ref().map(|kind| kind.value)
}

/// Whether a column's type says that its cells are no numbers.
pub(super) fn is_words(rules: &Rules, column: usize) -> bool {
    type_of(rules, column).is_some_and(|kind| !kind.is_amount())
}

/// Whether nothing stands in a cell, or a sign that there is no value.
pub(super) fn is_missing(words: &str) -> bool {
    matches!(parse_datum(words, None), Ok(Datum::Blank | Datum::NotApplicable | Datum::ToBeConfirmed))
}

/// Takes away formulas that count months in columns without days, or from no day.
pub(super) fn check_formulas(formulas: &mut [Option<Formula>], dated: bool, rules: &Rules, out: &mut Vec<Diagnostic>) {
    for (formula, column) in formulas.iter_mut().zip(&rules.columns) {
        let before = out.len();
        let named = column.formula.as_ref().map_or(&[][..], |formula| &formula.columns);
        let days = match formula {
            Some(Formula::MonthsUntil(_)) => named,
            Some(Formula::PerYear { .. }) => named.get(1..).unwrap_or_default(),
            _ => continue,
        };
        for (place, name) in
            formula.as_ref().map(Formula::columns).unwrap_or_default().iter().rev().zip(days.iter().rev())
        {
            if type_of(rules, *place) != Some(ColumnType::Date) {
                let message = format!("`{}` is no column of days", name.value);
                out.push(
                    Diagnostic::new(&BAD_FORMULA, name.span, message)
                        .help(format!("say that it is: {{ label: {}, type: date }}", name.value)),
                );
            }
        }
        if matches!(formula, Some(Formula::MonthsUntil(_))) && !dated {
            let place = named.first().map_or(column.name.span, |name| name.span);
            let message = "there is no day that months could be counted from";
            out.push(Diagnostic::new(&BAD_FORMULA, place, message).help(
                "write it into the table: as-of: 2021-01-20; or give the document the date when it is `published`",
            ));
        }
        if out.len() > before {
            *formula = None;
        }
    }
}

/// Reads the days of a table into its cells.
pub(super) fn read_days(
    table: &mut Table,
    rules: &Rules,
    names: &[String],
    grid: &mut Grid,
    out: &mut Vec<Diagnostic>,
) {
    let mut certain = false;
    let mut doubtful: Option<Diagnostic> = None;
    for column in (0..table.columns.len()).filter(|column| type_of(rules, *column) == Some(ColumnType::Date)) {
        for row in 0..table.rows.len() {
            let Some(cell) = table.rows.get(row).and_then(|row| row.cells.get(column)) else { continue };
            let (words, span) = (words_of(cell), cell.span);
            let content = match parse_datum(&words, None) {
                Ok(Datum::Blank | Datum::NotApplicable) => Content::Nothing,
                Ok(Datum::ToBeConfirmed) => Content::Unsaid,
                _ => match parse_written_day(&words) {
                    Ok(WrittenDay { date, order }) => {
                        certain |= order == DayOrder::DayFirst;
                        if order == DayOrder::Either && doubtful.is_none() {
                            let cell = cell_name(table, rules, names, row, column);
                            let message = format!("{cell}: `{words}` could also be read month first");
                            let help = format!("it is read as {date}; to be sure, write the year first");
                            doubtful = Some(Diagnostic::new(&DATE_ORDER, span, message).help(help));
                        }
                        Content::Day(date)
                    }
                    Err((message, help)) => {
                        let cell = cell_name(table, rules, names, row, column);
                        out.push(Diagnostic::new(&CELL_TYPE, span, format!("{cell}: {message}")).help(help));
                        Content::Nothing
                    }
                },
            };
            if let Some(cell) = table.rows.get_mut(row).and_then(|row| row.cells.get_mut(column)) {
                cell.date = content.day();
            }
            if let Some(cell) = grid.rows.get_mut(row).and_then(|row| row.cells.get_mut(column)) {
                *cell = content;
            }
        }
    }
    out.extend(doubtful.filter(|_| !certain));
}

/// Holds the words of columns of choices against their lists; without one, against each other: what
/// differs in its capitals only would be two choices to readers.
pub(super) fn check_choices(table: &Table, rules: &Rules, names: &[String], out: &mut Vec<Diagnostic>) {
    for column in (0..table.columns.len()).filter(|column| type_of(rules, *column) == Some(ColumnType::Choice)) {
        let listed = listed(rules.columns.get(column));
        let mut written: BTreeMap<String, String> = BTreeMap::new();
        for (row, words, span) in chosen(table, column) {
            let (message, help) = if listed.is_empty() {
                let first = written.entry(words.to_lowercase()).or_insert_with(|| words.clone());
                if *first == words {
                    continue;
                }
                let help = format!("write it the same everywhere: {first}");
                (format!("`{words}` is written `{first}` in another row"), help)
            } else if listed.contains(&words) {
                continue;
            } else {
                let all = format!("it can be: {}", listed.join(", "));
                let help = match did_you_mean(&words, listed.iter().map(String::as_str)) {
                    Some(nearest) => format!("{nearest} {all}"),
                    None => all,
                };
                (format!("`{words}` is none of its choices"), help)
            };
            let cell = cell_name(table, rules, names, row, column);
            out.push(Diagnostic::new(&CELL_TYPE, span, format!("{cell}: {message}")).help(help));
        }
    }
}

/// The choices of a column as its list has them.
pub(super) fn listed(rule: Option<&ColumnRule>) -> Vec<String> {
    rule.map_or(&[][..], |rule| &rule.choices).iter().map(|choice| super::squeezed(&choice.value)).collect()
}

/// The words of a column of ordinary rows, where there are any: with the row and the place of each.
pub(super) fn chosen(table: &Table, column: usize) -> impl Iterator<Item = (usize, String, Span)> {
    let ordinary = table.rows.iter().enumerate().filter(|(_, row)| row.level == Level::Ordinary);
    ordinary.filter_map(move |(index, row)| {
        let cell = row.cells.get(column).filter(|cell| cell.missing.is_none())?;
        let words = words_of(cell);
        (!is_missing(&words)).then_some((index, words, cell.span))
    })
}

/// Reports rows whose time ends before it begins.
pub(super) fn check_spans(table: &Table, rules: &Rules, names: &[String], grid: &Grid, out: &mut Vec<Diagnostic>) {
    let formulas = grid.columns.iter().filter_map(|column| column.formula.as_ref());
    let spans: BTreeSet<(usize, usize)> = formulas
        .filter_map(|formula| match formula {
            Formula::PerYear { first, last, .. } => Some((*first, *last)),
            _ => None,
        })
        .collect();
    for (index, row) in table.rows.iter().enumerate() {
        for (first, last) in &spans {
            let cell = |column: usize| row.cells.get(column);
            let (Some(from), Some(to)) = (cell(*first), cell(*last)) else { continue };
            let (Some(start), Some(end)) = (from.date, to.date) else { continue };
            if end < start {
                let cell = cell_name(table, rules, names, index, *last);
                let message = format!("{cell} is {end}, before its start on {start}");
                let told = Diagnostic::new(&DATES_REVERSED, to.span, message).help("correct one of the two days");
                out.push(if from.span == to.span { told } else { told.label(from.span, "the start") });
            }
        }
    }
}

/// Says of months from which day they are counted, and where the day is past up to which they were worked out.
pub(super) fn mark_ended(table: &mut Table, rules: &Rules, grid: &Grid) {
    for (column, of_grid) in grid.columns.iter().enumerate() {
        let (Some(Formula::MonthsUntil(day)), Some(from)) = (&of_grid.formula, grid.as_of) else { continue };
        table.as_of = Some(from);
        if !rules.columns.get(column).is_some_and(|rule| rule.computed) {
            continue;
        }
        for Row { cells, .. } in &mut table.rows {
            let past = cells.get(*day).and_then(|cell| cell.date).is_some_and(|day| day < from);
            if let Some(cell) = cells.get_mut(column) {
                cell.ended = past;
            }
        }
    }
}

/// A total that is worked out has no words and no days, and readers are told that there can be none.
pub(super) fn fill_totals(table: &mut Table, rules: &Rules, grid: &Grid) {
    let without = |column: usize| {
        let formula = grid.columns.get(column).and_then(|column| column.formula.as_ref());
        is_words(rules, column) || matches!(formula, Some(Formula::MonthsUntil(_)))
    };
    let first = usize::from(table.row_headings);
    for row in table.rows.iter_mut().filter(|row| row.level != Level::Ordinary) {
        for (column, cell) in row.cells.iter_mut().enumerate().skip(first) {
            if cell.content.is_empty() && cell.missing.is_none() && without(column) {
                cell.missing = Some(Missing::NotApplicable);
            }
        }
    }
}
