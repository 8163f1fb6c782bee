//! From the names that an author uses for rows and columns to their places.

use super::{ColumnRule, FormulaKind, NamedFormula, Rules, squeezed};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::components::UNKNOWN_ROW;
use crate::diagnostic::rules::tables::{BAD_EQUATION, BAD_FORMULA};
use crate::figure::{Equation, EquationFault, Formula, circles, parse_equation};
use crate::prose::Table;
use crate::source::{Located, did_you_mean};

/// The rows of this name; an unknown one is reported.
pub(super) fn rows_of(name: &Located<String>, names: &[String], out: &mut Vec<Diagnostic>) -> Vec<usize> {
    let wanted = squeezed(&name.value);
    let found: Vec<usize> = names.iter().enumerate().filter(|(_, name)| **name == wanted).map(|(row, _)| row).collect();
    if found.is_empty() {
        unknown_row(name, &wanted, names, out);
    }
    found
}

fn unknown_row(place: &Located<String>, wanted: &str, names: &[String], out: &mut Vec<Diagnostic>) {
    let help = did_you_mean(wanted, names.iter().map(String::as_str))
        .unwrap_or_else(|| "use the words of the row's first cell, exactly".into());
    out.push(Diagnostic::new(&UNKNOWN_ROW, place.span, format!("the table has no row `{wanted}`")).help(help));
}

/// The rows that a total adds up; of several with one name, the nearest above it. `None` if a
/// name is wrong.
pub(super) fn parts_of(
    of: &[Located<String>],
    total: usize,
    names: &[String],
    out: &mut Vec<Diagnostic>,
) -> Option<Vec<usize>> {
    let found: Vec<Option<usize>> = of
        .iter()
        .map(|name| {
            let rows = rows_of(name, names, out);
            let above = rows.iter().rev().find(|row| **row < total);
            above.or_else(|| rows.iter().find(|row| **row != total)).or(rows.first()).copied()
        })
        .collect();
    let mut parts: Vec<usize> = found.into_iter().collect::<Option<_>>()?;
    parts.sort_unstable();
    parts.dedup();
    Some(parts)
}

/// The column of this name; an unknown one is reported.
pub(super) fn column_of(name: &Located<String>, columns: &[ColumnRule], out: &mut Vec<Diagnostic>) -> Option<usize> {
    let wanted = squeezed(&name.value);
    let mut all = columns.iter().enumerate().filter(|(_, column)| squeezed(&column.name.value) == wanted);
    let found = all.next().map(|(index, _)| index);
    if all.next().is_some() {
        let message = format!("the table has several columns `{wanted}`");
        let help = "give the column that is meant a heading of its own";
        out.push(Diagnostic::new(&UNKNOWN_ROW, name.span, message).help(help));
        return None;
    }
    if found.is_none() {
        let known = columns.iter().map(|column| column.name.value.as_str()).filter(|name| !name.is_empty());
        let help = did_you_mean(&wanted, known).unwrap_or_else(|| "use the heading of a column, word for word".into());
        out.push(Diagnostic::new(&UNKNOWN_ROW, name.span, format!("the table has no column `{wanted}`")).help(help));
    }
    found
}

/// A cell by the names of its row and column, and its place in a file.
pub(super) fn cell_name(table: &Table, rules: &Rules, names: &[String], row: usize, column: usize) -> String {
    let cell = table.rows.get(row).and_then(|row| row.cells.get(column));
    let at = cell.and_then(|cell| cell.sheet).map(|sheet| format!(" (cell {})", sheet.place)).unwrap_or_default();
    let row = names.get(row).map_or("", String::as_str);
    match rules.columns.get(column).map_or("", |column| column.name.value.as_str()) {
        // Said elsewhere: a column without a heading.
        "" => format!("`{row}` in column {}{at}", column + 1),
        name => format!("`{row}` in `{name}`{at}"),
    }
}

/// A formula by the places of its columns.
pub(super) fn formula_of(formula: &NamedFormula, columns: &[ColumnRule], out: &mut Vec<Diagnostic>) -> Option<Formula> {
    let found: Vec<Option<usize>> = formula.columns.iter().map(|name| column_of(name, columns, out)).collect();
    let found: Vec<usize> = found.into_iter().collect::<Option<_>>()?;
    let two = || match found.as_slice() {
        [first, second] => Some((*first, *second)),
        _ => None,
    };
    Some(match formula.kind {
        FormulaKind::Sum => Formula::Sum(found),
        FormulaKind::Difference => Formula::Difference(found),
        FormulaKind::Product => two().map(|(a, b)| Formula::Product(a, b))?,
        FormulaKind::Percentage => two().map(|(a, b)| Formula::Percentage(a, b))?,
        FormulaKind::PercentChange => two().map(|(a, b)| Formula::PercentChange(a, b))?,
        FormulaKind::Share => Formula::Share(*found.first()?),
        FormulaKind::MonthsUntil => Formula::MonthsUntil(*found.first()?),
        FormulaKind::PerYear => match found.as_slice() {
            [amount, first, last] => Formula::PerYear { amount: *amount, first: *first, last: *last },
            _ => return None,
        },
    })
}

/// Takes away the formulas of columns that follow from themselves: by name, or round a circle of
/// columns that are all to be worked out.
pub(super) fn break_circles(formulas: &mut [Option<Formula>], columns: &[ColumnRule], out: &mut Vec<Diagnostic>) {
    let computed = |index: usize| columns.get(index).is_some_and(|column| column.computed);
    let from = formulas.iter().enumerate().filter_map(|(index, formula)| {
        let parts = formula.as_ref()?.columns().into_iter();
        Some((index, parts.filter(|part| *part == index || (computed(index) && computed(*part))).collect()))
    });
    for index in circles(&from.collect()) {
        let Some(column) = columns.get(index) else { continue };
        let place = column.formula.as_ref().and_then(|formula| formula.columns.first());
        let message = format!("`{}` follows from itself", column.name.value);
        out.push(
            Diagnostic::new(&BAD_FORMULA, place.map_or(column.name.span, |name| name.span), message)
                .help("name other columns, whose numbers are written in the table"),
        );
        if let Some(formula) = formulas.get_mut(index) {
            *formula = None;
        }
    }
}

/// The equations that can be read, each with its place among those of the author.
pub(super) fn equations_of(rules: &Rules, names: &[String], out: &mut Vec<Diagnostic>) -> Vec<(usize, Equation)> {
    let mut all = Vec::new();
    for (index, written) in rules.equations.iter().enumerate() {
        let fault = match parse_equation(&squeezed(&written.value), names) {
            Ok(equation) => {
                all.push((index, equation));
                continue;
            }
            Err(fault) => fault,
        };
        match fault {
            EquationFault::Unknown(name) if !name.is_empty() => unknown_row(written, &name, names, out),
            EquationFault::Several(name) => out.push(
                Diagnostic::new(&BAD_EQUATION, written.span, format!("the table has several rows `{name}`"))
                    .help("give the row that is meant words of its own"),
            ),
            EquationFault::Form | EquationFault::Unknown(_) => out.push(
                Diagnostic::new(
                    &BAD_EQUATION,
                    written.span,
                    format!("`{}` is no equation between rows", written.value),
                )
                .help("write one row, =, and the rows that it follows from: Left over = Grant - Spending"),
            ),
        }
    }
    all
}
