//! From the names that an author uses for rows and columns to their places.

use super::{ColumnRule, FormulaKind, NamedFormula, Rules};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::components::UNKNOWN_ROW;
use crate::diagnostic::rules::tables::BAD_EQUATION;
use crate::figure::{Equation, EquationFault, Formula, parse_equation};
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

/// The rows that a total at `below` adds up; of several with one name, the nearest above it.
pub(super) fn parts_of(
    of: &[Located<String>],
    total: usize,
    names: &[String],
    out: &mut Vec<Diagnostic>,
) -> Option<Vec<usize>> {
    let mut parts = Vec::with_capacity(of.len());
    for name in of {
        let rows = rows_of(name, names, out);
        let above = rows.iter().rev().find(|row| **row < total);
        parts.push(*above.or_else(|| rows.iter().find(|row| **row != total))?);
    }
    parts.sort_unstable();
    parts.dedup();
    Some(parts)
}

/// The column of this name; an unknown one is reported.
pub(super) fn column_of(name: &Located<String>, columns: &[ColumnRule], out: &mut Vec<Diagnostic>) -> Option<usize> {
    let wanted = squeezed(&name.value);
    let found = columns.iter().position(|column| squeezed(&column.name.value) == wanted);
    if found.is_none() {
        let known = columns.iter().map(|column| column.name.value.as_str()).filter(|name| !name.is_empty());
        let help = did_you_mean(&wanted, known).unwrap_or_else(|| "use the heading of a column, word for word".into());
        out.push(Diagnostic::new(&UNKNOWN_ROW, name.span, format!("the table has no column `{wanted}`")).help(help));
    }
    found
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
    })
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

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
