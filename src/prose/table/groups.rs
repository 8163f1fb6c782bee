//! The rows of a table added up for each word of one of its columns. Groups and whole are added up
//! from the same rows, each by itself, from the amounts that readers see.

use super::names::column_of;
use super::order::in_order;
use super::show::shown;
use super::typed::{chosen, listed, type_of};
use super::{ColumnType, Group, GroupSum, GroupTotals, Rules};
use crate::diagnostic::rules::tables::{BAD_REGISTER, RESULT_TOO_LARGE, UNITS_MIXED};
use crate::diagnostic::{Diagnostic, Rule, Span};
use crate::figure::{Amount, Grid, GridColumn, Level};
use crate::prose::{Row, Table};
use std::collections::BTreeMap;

/// Adds the rows up as the author says. `decimals` are those of each column.
pub(super) fn group_totals(
    table: &Table,
    rules: &Rules,
    grid: &Grid,
    decimals: &[u32],
    out: &mut Vec<Diagnostic>,
) -> Option<GroupTotals> {
    let rule = rules.register.groups.as_ref()?;
    let by = column_of(&rule.by, &rules.columns, out);
    if let Some(by) = by.filter(|by| !is_of_words(table, rules, *by)) {
        let message = format!("rows are grouped by words, and `{}` has none", heading(rules, by));
        out.push(
            Diagnostic::new(&BAD_REGISTER, rule.by.span, message).help("name a column of the type choice or text"),
        );
        return None;
    }
    let of = rule.of.iter().map(|name| {
        let column = column_of(name, &rules.columns, out)?;
        if grid.columns.get(column).is_some_and(|column| column.adds_up) {
            return Some((column, name.span));
        }
        out.push(
            Diagnostic::new(&BAD_REGISTER, name.span, format!("`{}` has no total", heading(rules, column)))
                .help("name columns of money or of numbers that add up; if these do, write adds-up: yes at the column"),
        );
        None
    });
    let of: Vec<Option<(usize, Span)>> = of.collect();
    let (by, of) = (by?, of.into_iter().collect::<Option<Vec<_>>>()?);
    let words: BTreeMap<usize, String> = chosen(table, by).map(|(row, words, _)| (row, words)).collect();
    let ordinary = || table.rows.iter().enumerate().filter(|(_, row)| row.level == Level::Ordinary);
    let mut add = |name: Option<&String>, rows: &[&Row]| {
        let mut sums = Vec::new();
        for (column, place) in &of {
            let decimals = decimals.get(*column).copied().unwrap_or_default();
            match sum(rows, *column, grid.columns.get(*column)?, decimals) {
                Ok(sum) => sums.push(sum),
                Err((rule, help)) => {
                    let message = format!("`{}` cannot be added up", heading(rules, *column));
                    out.push(Diagnostic::new(rule, *place, message).help(help));
                    return None;
                }
            }
        }
        Some(Group { name: name.cloned(), rows: rows.len(), sums })
    };
    // What cannot be added up in all rows is told once, and not for each group.
    let all = add(None, &ordinary().map(|(_, row)| row).collect::<Vec<_>>())?;
    let names = in_order(words.values().cloned(), &listed(rules.columns.get(by)));
    let mut groups = Vec::new();
    for name in names.iter().map(Some).chain([None]) {
        let rows: Vec<&Row> = ordinary().filter(|(row, _)| words.get(row) == name).map(|(_, row)| row).collect();
        if !rows.is_empty() {
            groups.push(add(name, &rows)?);
        }
    }
    Some(GroupTotals { by, of: of.into_iter().map(|(column, _)| column).collect(), groups, all })
}

/// Whether the rows can be grouped by a column.
fn is_of_words(table: &Table, rules: &Rules, column: usize) -> bool {
    let numeric = table.columns.get(column).is_some_and(|column| column.numeric);
    !numeric && type_of(rules, column) != Some(ColumnType::Date)
}

fn heading(rules: &Rules, column: usize) -> &str {
    rules.columns.get(column).map_or("", |column| column.name.value.as_str())
}

/// The amounts of a column of some rows together; else the rule that they break, and a way to mend it.
fn sum(
    rows: &[&Row],
    column: usize,
    of_grid: &GridColumn,
    decimals: u32,
) -> Result<GroupSum, (&'static Rule, &'static str)> {
    let amounts: Vec<Amount> = rows.iter().filter_map(|row| row.cells.get(column)?.amount).collect();
    let mut all: Option<Amount> = None;
    for amount in &amounts {
        all = Some(match all {
            None => *amount,
            Some(so_far) if so_far.unit != amount.unit => {
                return Err((&UNITS_MIXED, "give the column a unit, and each cell a number in it"));
            }
            Some(so_far) => so_far
                .checked_add(amount)
                .ok_or((&RESULT_TOO_LARGE, "look for digits too many; or give the numbers in thousands or millions"))?,
        });
    }
    Ok(GroupSum {
        amount: all,
        shown: all.map(|all| shown(&all, of_grid.measure.as_ref(), decimals)).unwrap_or_default(),
        without: rows.len() - amounts.len(),
    })
}
