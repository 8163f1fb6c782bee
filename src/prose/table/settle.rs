//! A table whose rows are there: its cells read, what is computed filled in, and everything that
//! must hold held against it.

use super::groups::group_totals;
use super::load::row_names;
use super::names::{break_circles, cell_name, equations_of, formula_of, parts_of, rows_of};
use super::order::set_order;
use super::report::{Told, report};
use super::show::{decimals_of, show_numbers};
use super::typed::{
    check_choices, check_formulas, check_spans, fill_totals, is_missing, is_words, mark_ended, read_days, type_of,
};
use super::{ColumnType, Rules, words_of};
use crate::diagnostic::rules::figures::{BAD_AMOUNT, BAD_UNIT};
use crate::diagnostic::rules::tables::CELL_TYPE;
use crate::diagnostic::{Diagnostic, Span};
use crate::figure::{
    Amount, Checked, Content, Date, Datum, Formula, Grid, GridColumn, GridRow, Level, Measure, Unit, check_grid,
    parse_datum, parse_measure, read_content,
};
use crate::prose::{Cell, Inline, InlineKind, Missing, Row, Table};
use std::collections::BTreeMap;

/// How finely results are kept that others come from.
const FINEST: i32 = -18;

/// Holds the rules of the table at `place` against its cells. `strict` says that every column but the first is
/// numbers, as in a chart.
///
/// Months are counted from the day that the table names, or from `as_of`, the date of its document.
pub fn settle_table(table: &mut Table, place: Span, strict: bool, as_of: Option<Date>, out: &mut Vec<Diagnostic>) {
    let Some(rules) = table.rules.take() else { return };
    add_computed_rows(table, &rules);
    let names = row_names(table);
    let as_of = rules.register.as_of.or(as_of).filter(|_| !rules.register.as_of_lost);
    let mut grid = Grid { rounding: rules.rounding.clone(), as_of, ..Grid::default() };
    grid.rows = table.rows.iter().map(|_| GridRow::default()).collect();
    let mut computed_rows = vec![false; table.rows.len()];
    for total in &rules.totals {
        for row in rows_of(&total.row, &names, out) {
            let named = !total.of.is_empty();
            let of = if named { parts_of(&total.of, row, &names, out) } else { None };
            if let (Some(grid_row), Some(computed)) = (grid.rows.get_mut(row), computed_rows.get_mut(row)) {
                (grid_row.level, *computed) = (total.level, total.computed);
                (grid_row.unclear, grid_row.of) = (named && of.is_none(), of);
            }
            if let Some(row) = table.rows.get_mut(row) {
                row.level = total.level;
            }
        }
    }
    let equations = equations_of(&rules, &names, out);
    grid.equations = equations.iter().map(|(_, equation)| equation.clone()).collect();
    grid.columns = columns(table, &rules, &grid, strict, out);
    let checks = strict || !rules.totals.is_empty() || !rules.equations.is_empty();
    read_cells(table, &rules, (&names, &computed_rows), checks, &mut grid, out);
    read_days(table, &rules, &names, &mut grid, out);
    check_choices(table, &rules, &names, out);
    check_spans(table, &rules, &names, &grid, out);
    for column in grid.columns.iter_mut().zip(table.columns.iter()).enumerate() {
        decide_adding(column, &rules, &grid.rows);
    }
    name_missing(table);
    let checked = work_out(&mut grid, &rules);
    let decimals = show_numbers(table, &grid, &rules);
    mark_ended(table, &rules, &grid);
    fill_totals(table, &rules, &grid);
    table.rounded = checked.rounded;
    let told = Told { rules: &rules, grid: &grid, names: &names, place, equations: &equations };
    told.totals(&checked, out);
    table.remarks = report(&told, table, &checked, out);
    table.groups = group_totals(table, &rules, &grid, &decimals, out).map(Box::new);
    table.register = set_order(table, &rules, strict, out).map(Box::new);
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

/// The rows whose numbers follow from those of other rows.
fn stated(grid: &Grid) -> Vec<usize> {
    let totals = grid.rows.iter().enumerate().filter(|(_, row)| row.level != Level::Ordinary).map(|(row, _)| row);
    totals.chain(grid.equations.iter().map(|equation| equation.result)).collect()
}

/// Whether a column without a unit has numbers in it all the same, though one cell or another is
/// none: a slip in one must not keep the whole column from being checked.
fn has_numbers(table: &Table, index: usize, stated: &[usize]) -> bool {
    let words = |row: &Row| row.cells.get(index).map(words_of).unwrap_or_default();
    let is_amount = |row: &Row| matches!(read_content(&words(row), None), Ok(Content::Amount(_)));
    if !stated.iter().filter_map(|row| table.rows.get(*row)).any(is_amount) {
        return false;
    }
    let amounts = table.rows.iter().filter(|row| is_amount(row)).count();
    let others = table.rows.iter().filter(|row| {
        let words = words(row);
        !words.is_empty() && !is_amount(row) && !matches!(read_content(&words, None), Ok(Content::Unsaid))
    });
    amounts > others.count()
}

/// The columns as far as their rules go.
fn columns(table: &Table, rules: &Rules, grid: &Grid, strict: bool, out: &mut Vec<Diagnostic>) -> Vec<GridColumn> {
    let stated = stated(grid);
    let formulas = rules.columns.iter().map(|rule| formula_of(rule.formula.as_ref()?, &rules.columns, out));
    let mut formulas: Vec<Option<Formula>> = formulas.collect();
    break_circles(&mut formulas, &rules.columns, out);
    check_formulas(&mut formulas, grid.as_of.is_some() || rules.register.as_of_lost, rules, out);
    let mut formulas = formulas.into_iter();
    let all = table.columns.iter().enumerate().map(|(index, column)| {
        let rule = rules.columns.get(index);
        let unit = rule.and_then(|rule| rule.unit.as_ref());
        let counted = type_of(rules, index) == Some(ColumnType::Number) && unit.is_none();
        let unit = unit.filter(|_| !is_words(rules, index));
        let measure = unit.and_then(|unit| match parse_measure(&unit.value) {
            Ok(measure) => Some(measure),
            Err((message, help)) => {
                out.push(Diagnostic::new(&BAD_UNIT, unit.span, message).help(help));
                None
            }
        });
        let measure = measure.or_else(|| if counted { parse_measure("number").ok() } else { None });
        let formula = formulas.next().flatten();
        let heading = table.row_headings && index == 0;
        let left_out = rule.is_some_and(|rule| rule.adds_up == Some(false) || rule.align == Some(false));
        let sure = strict || column.numeric || measure.is_some() || formula.is_some();
        let numbers =
            !heading && !is_words(rules, index) && (sure || (!left_out && has_numbers(table, index, &stated)));
        // Whether it adds up is decided once its cells are known.
        GridColumn { measure, adds_up: numbers, formula }
    });
    all.collect()
}

fn read_cells(
    table: &Table,
    rules: &Rules,
    (names, computed_rows): (&[String], &[bool]),
    checks: bool,
    grid: &mut Grid,
    out: &mut Vec<Diagnostic>,
) {
    for (at, ((row, grid_row), computed_row)) in table.rows.iter().zip(&mut grid.rows).zip(computed_rows).enumerate() {
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
                let typed = type_of(rules, index).is_some();
                let read = match read_content(&words, column.measure.as_ref()) {
                    // Elsewhere words may stand for a number; a type says that there is one.
                    Ok(Content::Nothing) if typed && !is_missing(&words) => {
                        Err(no_number(&words, column.measure.as_ref()))
                    }
                    read => read,
                };
                read.unwrap_or_else(|(message, help)| {
                    if typed {
                        let name = cell_name(table, rules, names, at, index);
                        out.push(Diagnostic::new(&CELL_TYPE, cell.span, format!("{name}: {message}")).help(help));
                    } else if checks || column.measure.is_some() || column.formula.is_some() {
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

/// Percentages and other rates do not add up unless the author says so.
fn decide_adding(
    (index, (column, _)): (usize, (&mut GridColumn, &crate::prose::Column)),
    rules: &Rules,
    rows: &[GridRow],
) {
    let said = rules.columns.get(index).and_then(|rule| rule.adds_up);
    let mut in_cells = rows.iter().filter_map(|row| Some(row.cells.get(index)?.amount()?.unit)).peekable();
    let rate = match &column.measure {
        Some(measure) => measure.is_rate(),
        None => in_cells.peek().is_some() && in_cells.all(Unit::is_percent),
    };
    let formula = column.formula.as_ref().is_none_or(Formula::adds_up);
    column.adds_up = column.adds_up && said.unwrap_or(!rate && formula);
}

/// Why words are no number of a column, and what to write.
fn no_number(words: &str, measure: Option<&Measure>) -> (String, String) {
    let (message, _) = parse_datum(words, measure).err().unwrap_or_default();
    (message, "write the number alone; where there is none, leave the cell empty, or write N/A or TBC".to_owned())
}

/// To which power of ten the yearly amounts of each column are rounded that are worked out.
fn yearly_steps(grid: &Grid, rules: &Rules) -> BTreeMap<usize, i32> {
    let columns = grid.columns.iter().zip(&rules.columns).enumerate();
    columns
        .filter(|(_, (column, rule))| rule.computed && matches!(column.formula, Some(Formula::PerYear { .. })))
        .map(|(index, (column, rule))| {
            let decimals = i32::try_from(decimals_of(rule).unwrap_or_default()).unwrap_or_default();
            (index, column.measure.as_ref().map_or(0, |measure| measure.scale) - decimals)
        })
        .collect()
}

/// Works out what is computed, step by step: some of it follows from other results.
fn work_out(grid: &mut Grid, rules: &Rules) -> Checked {
    let yearly = yearly_steps(grid, rules);
    loop {
        let checked = check_grid(grid);
        let mut more = false;
        for (row, column, amount) in &checked.computed {
            let cell = grid.rows.get_mut(*row).and_then(|row| row.cells.get_mut(*column));
            if let Some(cell) = cell.filter(|cell| **cell == Content::Pending) {
                // A division that does not end leaves no room for adding up. What a year comes to is
                // rounded as it is shown, so that readers who add it up find its totals.
                let kept = match yearly.get(column) {
                    Some(step) => amount.rounded(*step),
                    None if amount.step < FINEST => amount.rounded(FINEST),
                    None => None,
                };
                *cell = Content::Amount(kept.map_or(*amount, |kept| Amount::exact(kept.value, kept.unit)));
                more = true;
            }
        }
        // What comes from nothing is nothing, and adds nothing to what comes from it.
        for (row, column) in &checked.blank {
            let cell = grid.rows.get_mut(*row).and_then(|row| row.cells.get_mut(*column));
            if let Some(cell) = cell.filter(|cell| **cell == Content::Pending) {
                *cell = Content::Nothing;
                more = true;
            }
        }
        if !more {
            return checked;
        }
    }
}
