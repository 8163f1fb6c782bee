//! What cannot be held against a table, or worked out for it, in words.

use super::TotalRule;
use super::report::Told;
use crate::diagnostic::rules::tables::{RESULT_TOO_LARGE, RESULT_UNKNOWN, TOTAL_EMPTY, UNITS_MIXED};
use crate::diagnostic::{Diagnostic, Span};
use crate::figure::{Checked, Content, Level, Problem, Stuck};
use crate::prose::Table;
use std::collections::BTreeSet;

impl Told<'_> {
    /// Reports totals that add up nothing, and rules that no column is held against.
    pub(super) fn totals(&self, checked: &Checked, out: &mut Vec<Diagnostic>) {
        for fault in &checked.empty {
            let Some(total) = self.rules.totals.iter().find(|total| self.is_of(total, fault.total)) else { continue };
            let name = &total.row.value;
            let (message, help) = if fault.circle {
                (format!("`{name}` adds up itself"), "name the rows that it adds up")
            } else {
                (
                    format!("`{name}` has no rows above it to add up"),
                    "put it below its rows, or say which rows it adds up",
                )
            };
            out.push(
                Diagnostic::new(&TOTAL_EMPTY, total.row.span, message)
                    .help(format!("{help}: {{ row: {name}, of: [Day care, Home care] }}")),
            );
        }
        let said = self.rules.columns.iter().any(|column| column.adds_up == Some(false) || column.formula.is_some());
        let rule = self.rules.totals.first().map(|total| total.row.span);
        let rule =
            rule.or_else(|| self.equations.first().and_then(|(at, _)| Some(self.rules.equations.get(*at)?.span)));
        let held = self.grid.columns.iter().any(|column| column.adds_up);
        if let Some(place) = rule.filter(|_| !said && !held && !self.grid.rows.is_empty()) {
            out.push(
                Diagnostic::new(&RESULT_UNKNOWN, place, "the table has no column that adds up, so nothing is checked")
                    .help("give the numbers a unit: { label: Cost, unit: £ }; at a column of percentages say whether they add up: adds-up: yes, or no"),
            );
        }
    }

    fn is_of(&self, total: &TotalRule, row: usize) -> bool {
        let words = total.row.value.split_whitespace();
        self.names.get(row).is_some_and(|name| name.split(' ').eq(words))
    }

    /// Reports cells that cannot be worked out. Of a column of mixed units the first is enough;
    /// that a single cell is empty because another is, readers and authors can see.
    pub(super) fn stuck(&self, table: &Table, checked: &Checked, out: &mut Vec<Diagnostic>) {
        let (mut cells, mut columns) = (BTreeSet::new(), BTreeSet::new());
        let worse = |stuck: &Stuck| {
            let circle = checked.empty.iter().any(|fault| fault.total == stuck.row);
            circle
                || checked.stuck.iter().any(|other| other.column == stuck.column && other.problem != Problem::Unknown)
        };
        for stuck in &checked.stuck {
            let Stuck { row, column, problem } = stuck;
            let in_grid = self.grid.rows.get(*row);
            let pending = in_grid.and_then(|row| row.cells.get(*column)) == Some(&Content::Pending);
            if !pending || !cells.insert((*row, *column)) {
                continue;
            }
            let (rule, message, help) = match problem {
                Problem::Units if columns.insert(*column) => {
                    (&UNITS_MIXED, "comes from numbers of different kinds", "give the columns the right units")
                }
                Problem::Overflow => (
                    &RESULT_TOO_LARGE,
                    "comes from numbers that are too large to be added up exactly",
                    "look for digits too many; or give the numbers in thousands or millions",
                ),
                Problem::Unknown if in_grid.is_some_and(|row| row.level != Level::Ordinary) && !worse(stuck) => (
                    &RESULT_UNKNOWN,
                    "cannot be worked out: a number that it comes from is not given",
                    "look whether the number can be given by now",
                ),
                _ => continue,
            };
            let span: Span = table.rows.get(*row).map_or(self.place, |row| row.span);
            out.push(Diagnostic::new(rule, span, format!("{} {message}", self.cell(table, *row, *column))).help(help));
        }
    }
}
