//! How the numbers of a table are shown: in the unit of their heading, with the same number of
//! decimals down a column, so that they can be read one below the other. Nothing is rounded unless
//! the author, or the format of the spreadsheet, says so.

use super::{ColumnRule, FormulaKind, Rules};
use crate::figure::{Amount, Content, Grid, Measure, Unit, amount_cell};
use crate::prose::{Cell, Inline, InlineKind, Table, Target};

/// Percentages that are worked out show a tenth.
const TENTH: u32 = 1;

/// The most decimals that are shown; more are a division that does not end.
pub(in crate::prose) const MOST: u32 = 10;

/// Writes the numbers of a table into its cells. Gives the decimals of each column.
pub(super) fn show_numbers(table: &mut Table, grid: &Grid, rules: &Rules) -> Vec<u32> {
    let mut all = Vec::new();
    for index in 0..table.columns.len() {
        let rule = rules.columns.get(index);
        let Some(of_grid) = grid.columns.get(index) else { break };
        let measure = of_grid.measure.as_ref();
        let computed = rule.is_some_and(|rule| rule.computed);
        let amounts: Vec<Option<Amount>> =
            grid.rows.iter().map(|row| row.cells.get(index).and_then(Content::amount).copied()).collect();
        let percent = amounts.iter().flatten().any(|amount| matches!(amount.unit, Unit::Percent | Unit::Points));
        if let Some(column) = table.columns.get_mut(index) {
            column.numeric |= computed || (measure.is_some() && rule.is_none_or(|rule| rule.align != Some(false)));
            if computed && percent && column.unit.is_none() {
                column.unit = Some("%".into());
            }
        }
        let cells = table.rows.iter_mut().filter_map(|row| row.cells.get_mut(index));
        let mut cells: Vec<(&mut Cell, Amount)> =
            cells.zip(&amounts).filter_map(|(cell, amount)| Some((cell, (*amount)?))).collect();
        let decimals = rule.and_then(decimals_of).or((computed && percent).then_some(TENTH));
        let decimals = decimals.unwrap_or_else(|| same_for_all(&cells, measure));
        all.push(decimals);
        for (cell, amount) in &mut cells {
            let step = measure.map_or(0, |measure| measure.scale) - i32::try_from(decimals).unwrap_or_default();
            cell.amount = amount.rounded(step).or(Some(*amount));
            let text = match measure {
                Some(measure) => Some(amount_cell(amount, measure.scale, decimals)),
                None if computed && percent => Some(amount_cell(amount, 0, decimals)),
                // Of a bare number nobody knows whether it is a year.
                None if cell.content.is_empty() || (percent && cell.sheet.is_some()) => {
                    Some(with_unit(amount, decimals))
                }
                None => None,
            };
            if let Some(text) = text {
                write(cell, text);
            }
        }
    }
    all
}

/// The decimals that are said of a column. Money for a year is worked out in whole units.
pub(super) fn decimals_of(rule: &ColumnRule) -> Option<u32> {
    let yearly = || rule.formula.as_ref().is_some_and(|formula| formula.kind == FormulaKind::PerYear);
    rule.decimals.or_else(|| (rule.computed && yearly()).then_some(0))
}

/// An amount as a column writes it, with so many decimals.
pub(super) fn shown(amount: &Amount, measure: Option<&Measure>, decimals: u32) -> String {
    match measure {
        Some(measure) => amount_cell(amount, measure.scale, decimals),
        None => with_unit(amount, decimals),
    }
}

/// As many decimals as the finest number of a column has, or as the spreadsheet shows of it.
fn same_for_all(cells: &[(&mut Cell, Amount)], measure: Option<&Measure>) -> u32 {
    let scale = measure.map_or(0, |measure| measure.scale);
    let of = |(cell, amount): &(&mut Cell, Amount)| {
        let shown = cell.sheet.and_then(|sheet| sheet.decimals).filter(|_| scale == 0);
        shown.unwrap_or_else(|| u32::try_from(scale.saturating_sub(amount.step)).unwrap_or(0))
    };
    let most = cells.iter().map(of).max().unwrap_or(0).min(MOST);
    // Pounds have two decimals or none.
    let pounds = measure.is_some_and(|measure| measure.unit == Unit::Pounds && measure.scale == 0);
    if pounds && most == 1 { 2 } else { most }
}

/// An amount with its unit and so many decimals.
pub(in crate::prose) fn with_unit(amount: &Amount, decimals: u32) -> String {
    let step = -i32::try_from(decimals).unwrap_or_default();
    let rounded = amount.rounded(step).unwrap_or(*amount);
    rounded.to_string().replace('-', "\u{2212}").replace(' ', "\u{a0}")
}

/// Replaces the words of a cell that are nothing but a number, quoted or not.
pub(in crate::prose) fn write(cell: &mut Cell, text: String) {
    match cell.content.as_mut_slice() {
        [] => cell.content = vec![Inline { span: cell.span, kind: InlineKind::Text(text) }],
        [Inline { kind: InlineKind::Text(words), .. }] => *words = text,
        [Inline { kind: InlineKind::Link(link), .. }] if matches!(link.target, Target::Figure(_)) => {
            if let [Inline { kind: InlineKind::Text(words), .. }] = link.content.as_mut_slice() {
                *words = text;
            }
        }
        _ => {}
    }
}
