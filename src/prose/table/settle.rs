//! A table whose rows are there: its cells read, what is computed filled in, and everything that
//! must hold held against it.

use super::load::row_names;
use super::names::{equations_of, formula_of, parts_of, rows_of};
use super::report::{Told, report};
use super::show::show_numbers;
use super::{Rules, words_of};
use crate::diagnostic::rules::figures::{BAD_AMOUNT, BAD_UNIT};
use crate::diagnostic::rules::tables::TOTAL_EMPTY;
use crate::diagnostic::{Diagnostic, Span};
use crate::figure::{
    Checked, Content, Datum, Formula, Grid, GridColumn, GridRow, Unit, check_grid, parse_datum, parse_measure,
    read_content,
};
use crate::prose::{Cell, Inline, InlineKind, Missing, Row, Table};

/// Holds the rules of the table at `place` against its cells. `strict` says that every column but the first is
/// numbers, as in a chart.
pub fn settle_table(table: &mut Table, place: Span, strict: bool, out: &mut Vec<Diagnostic>) {
    let Some(rules) = table.rules.take() else { return };
    add_computed_rows(table, &rules);
    let names = row_names(table);
    let mut grid = Grid { rounding: rules.rounding.clone(), ..Grid::default() };
    grid.rows = table.rows.iter().map(|_| GridRow::default()).collect();
    let mut computed_rows = vec![false; table.rows.len()];
    for total in &rules.totals {
        for row in rows_of(&total.row, &names, out) {
            let of = if total.of.is_empty() { None } else { parts_of(&total.of, row, &names, out) };
            if let (Some(grid_row), Some(computed)) = (grid.rows.get_mut(row), computed_rows.get_mut(row)) {
                (grid_row.level, grid_row.of, *computed) = (total.level, of, total.computed);
            }
            if let Some(row) = table.rows.get_mut(row) {
                row.level = total.level;
            }
        }
    }
    grid.columns = columns(table, &rules, strict, out);
    let checks = strict || !rules.totals.is_empty() || !rules.equations.is_empty();
    read_cells(table, &rules, &computed_rows, checks, &mut grid, out);
    for column in grid.columns.iter_mut().zip(table.columns.iter()).enumerate() {
        decide_adding(column, &rules, &grid.rows);
    }
    name_missing(table);
    let equations = equations_of(&rules, &names, out);
    grid.equations = equations.iter().map(|(_, equation)| equation.clone()).collect();
    let checked = work_out(&mut grid);
    show_numbers(table, &grid, &rules);
    for fault in &checked.empty {
        let named = rules.totals.iter().find(|total| names.get(fault.total) == Some(&total.row.value));
        if let Some(total) = named {
            let message = format!("`{}` has no rows above it to add up", total.row.value);
            out.push(Diagnostic::new(&TOTAL_EMPTY, total.row.span, message).help(
                "put it below its rows, or say which rows it adds up: { row: Total, of: [Day care, Home care] }",
            ));
        }
    }
    table.rounded = checked.rounded;
    let told = Told { rules: &rules, grid: &grid, names: &names, place, equations: &equations };
    table.remarks = report(&told, table, &checked.findings, out);
    table.rules = Some(rules);
}

/// Totals that are computed and have no row get one, at the end.
fn add_computed_rows(table: &mut Table, rules: &Rules) {
    let names = row_names(table);
    for total in rules.totals.iter().filter(|total| total.computed && !names.contains(&total.row.value)) {
        let span = total.row.span;
        let words = vec![Inline { span, kind: InlineKind::Text(total.row.value.clone()) }];
        let nothing = |_| Cell::new(span, Vec::new());
        let first = Cell::new(span, words);
        let rest = (1..table.columns.len()).map(nothing);
        table.rows.push(Row { span, level: total.level, cells: std::iter::once(first).chain(rest).collect() });
    }
}

/// The columns as far as their rules go.
fn columns(table: &Table, rules: &Rules, strict: bool, out: &mut Vec<Diagnostic>) -> Vec<GridColumn> {
    let all = table.columns.iter().enumerate().map(|(index, column)| {
        let rule = rules.columns.get(index);
        let unit = rule.and_then(|rule| rule.unit.as_ref());
        let measure = unit.and_then(|unit| match parse_measure(&unit.value) {
            Ok(measure) => Some(measure),
            Err((message, help)) => {
                out.push(Diagnostic::new(&BAD_UNIT, unit.span, message).help(help));
                None
            }
        });
        let formula = rule.and_then(|rule| rule.formula.as_ref());
        let formula = formula.and_then(|formula| formula_of(formula, &rules.columns, out));
        let heading = table.row_headings && index == 0;
        let numbers = !heading && (strict || column.numeric || measure.is_some() || formula.is_some());
        // Whether it adds up is decided once its cells are known.
        GridColumn { measure, adds_up: numbers, formula }
    });
    all.collect()
}

fn read_cells(
    table: &Table,
    rules: &Rules,
    computed_rows: &[bool],
    checks: bool,
    grid: &mut Grid,
    out: &mut Vec<Diagnostic>,
) {
    for ((row, grid_row), computed_row) in table.rows.iter().zip(&mut grid.rows).zip(computed_rows) {
        for (index, cell) in row.cells.iter().enumerate() {
            let Some(column) = grid.columns.get(index).filter(|column| column.adds_up) else {
                grid_row.cells.push(Content::Nothing);
                continue;
            };
            let computed = rules.columns.get(index).is_some_and(|rule| rule.computed);
            let words = words_of(cell);
            let content = if computed || (*computed_row && words.is_empty()) {
                Content::Pending
            } else {
                read_content(&words, column.measure.as_ref()).unwrap_or_else(|(message, help)| {
                    if checks || column.measure.is_some() || column.formula.is_some() {
                        let at = cell.sheet.map(|sheet| format!(" (cell {})", sheet.place)).unwrap_or_default();
                        out.push(Diagnostic::new(&BAD_AMOUNT, cell.span, format!("{message}{at}")).help(help));
                    }
                    Content::Nothing
                })
            };
            grid_row.cells.push(content);
        }
    }
}

/// Readers are told why a cell is empty in words, never by letters that nobody explains.
fn name_missing(table: &mut Table) {
    let first = usize::from(table.row_headings);
    for cell in table.rows.iter_mut().flat_map(|row| row.cells.iter_mut().skip(first)) {
        let words = words_of(cell);
        cell.missing = match parse_datum(&words, None) {
            Ok(Datum::NotApplicable) => Some(Missing::NotApplicable),
            Ok(Datum::ToBeConfirmed) => Some(Missing::ToBeConfirmed),
            _ => None,
        };
        if cell.missing.is_some() {
            cell.content.clear();
        }
    }
}

/// Percentages do not add up unless the author says so: most of them are rates.
fn decide_adding(
    (index, (column, _)): (usize, (&mut GridColumn, &crate::prose::Column)),
    rules: &Rules,
    rows: &[GridRow],
) {
    let said = rules.columns.get(index).and_then(|rule| rule.adds_up);
    let in_cells = || rows.iter().find_map(|row| Some(row.cells.get(index)?.amount()?.unit));
    let unit = column.measure.as_ref().map(|measure| measure.unit).or_else(in_cells);
    let rate = matches!(unit, Some(Unit::Percent | Unit::Points));
    let formula = column.formula.as_ref().is_none_or(Formula::adds_up);
    column.adds_up = column.adds_up && said.unwrap_or(!rate && formula);
}

/// Works out what is computed, step by step: some of it follows from other results.
fn work_out(grid: &mut Grid) -> Checked {
    loop {
        let checked = check_grid(grid);
        let mut more = false;
        for (row, column, amount) in &checked.computed {
            let cell = grid.rows.get_mut(*row).and_then(|row| row.cells.get_mut(*column));
            if let Some(cell) = cell.filter(|cell| **cell == Content::Pending) {
                *cell = Content::Amount(*amount);
                more = true;
            }
        }
        if !more {
            return checked;
        }
    }
}
