//! A column that follows from others: a sum, a difference, a percentage, a share, a product, months,
//! a yearly amount.

use super::interval::Interval;
use super::{Content, Grid, Parts};
use crate::figure::{Amount, Date, Decimal, Unit, whole_months};

/// How a column follows from others; they are given by their indexes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Formula {
    /// All of them together.
    Sum(Vec<usize>),
    /// The first without the others.
    Difference(Vec<usize>),
    /// The first times the second.
    Product(usize, usize),
    /// How much per cent of the second the first is.
    Percentage(usize, usize),
    /// How much per cent the second is more than the first.
    PercentChange(usize, usize),
    /// Each number's share of its total, in per cent.
    Share(usize),
    /// The whole months that are left from the day of the table to each day; 0 when it is past.
    MonthsUntil(usize),
    /// Of an amount for the time from one day to another, what comes to a year.
    PerYear {
        /// The amount.
        amount: usize,
        /// The first day.
        first: usize,
        /// The last day.
        last: usize,
    },
}

/// Why a result cannot be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoResult {
    /// There is nothing to work it out from, or it makes no sense: 0 people, 0 per cent of nothing.
    Nothing,
    /// One of the numbers is not said.
    Unsaid,
    /// The units do not go together.
    Units,
    /// It is too large to be exact.
    Overflow,
}

/// A result, and its bounds if each number behind it was rounded.
#[derive(Clone, Debug)]
pub(super) struct Computed {
    pub(super) amount: Amount,
    pub(super) bounds: Option<Interval>,
    /// The cells behind it: row and column.
    pub(super) from: Vec<(usize, usize)>,
}

/// A sum of cells, each added or taken away. Cells without a number add nothing.
pub(super) fn sum(grid: &Grid, cells: impl IntoIterator<Item = (usize, usize, bool)>) -> Result<Computed, NoResult> {
    let (mut all, mut unsaid): (Option<Computed>, bool) = (None, false);
    for (row, column, minus) in cells {
        let amount = match grid.content(row, column) {
            Content::Amount(amount) if minus => amount.negated(),
            Content::Amount(amount) => *amount,
            Content::Day(_) | Content::Nothing => continue,
            Content::Unsaid | Content::Pending => {
                unsaid = true;
                continue;
            }
        };
        let bounds = Interval::of(&amount);
        all = Some(match all {
            None => Computed { amount, bounds, from: vec![(row, column)] },
            Some(mut so_far) => {
                if so_far.amount.unit != amount.unit {
                    return Err(NoResult::Units);
                }
                so_far.amount = so_far.amount.checked_add(&amount).ok_or(NoResult::Overflow)?;
                so_far.bounds = so_far.bounds.and_then(|so_far| so_far.plus(bounds?));
                so_far.from.push((row, column));
                so_far
            }
        });
    }
    match all {
        _ if unsaid => Err(NoResult::Unsaid),
        None => Err(NoResult::Nothing),
        Some(all) => Ok(all),
    }
}

impl Formula {
    /// Whether the numbers in a row of totals follow from the totals of the other columns.
    pub(super) fn holds_for_totals(&self) -> bool {
        !matches!(self, Formula::Product(..) | Formula::MonthsUntil(_) | Formula::PerYear { .. })
    }

    /// Whether totals of such a column are sums.
    pub fn adds_up(&self) -> bool {
        matches!(self, Formula::Sum(_) | Formula::Difference(_) | Formula::Product(..) | Formula::PerYear { .. })
    }

    /// The columns that it follows from.
    pub fn columns(&self) -> Vec<usize> {
        match self {
            Formula::Sum(columns) | Formula::Difference(columns) => columns.clone(),
            Formula::Product(a, b) | Formula::Percentage(a, b) | Formula::PercentChange(a, b) => vec![*a, *b],
            Formula::Share(of) | Formula::MonthsUntil(of) => vec![*of],
            Formula::PerYear { amount, first, last } => vec![*amount, *first, *last],
        }
    }

    /// The result in a row.
    pub(super) fn result(&self, grid: &Grid, row: usize, totals: &[Parts]) -> Result<Computed, NoResult> {
        match self {
            Formula::Sum(columns) => sum(grid, columns.iter().map(|column| (row, *column, false))),
            Formula::Difference(columns) => {
                let cells = columns.iter().enumerate().map(|(index, column)| (row, *column, index > 0));
                sum(grid, cells)
            }
            Formula::Product(a, b) => two(grid, (row, *a), (row, *b), product),
            Formula::Percentage(a, b) => two(grid, (row, *a), (row, *b), percentage),
            Formula::PercentChange(before, after) => two(grid, (row, *after), (row, *before), percent_change),
            Formula::Share(of) => share(grid, row, *of, totals),
            Formula::MonthsUntil(day) => months_until(grid, row, *day),
            Formula::PerYear { amount, first, last } => per_year(grid, row, *amount, (*first, *last)),
        }
    }
}

/// A result of two numbers; its bounds are among those of their bounds.
fn two(
    grid: &Grid,
    first: (usize, usize),
    second: (usize, usize),
    made: fn(&Amount, &Amount) -> Result<Amount, NoResult>,
) -> Result<Computed, NoResult> {
    made_of(amount_at(grid, first)?, amount_at(grid, second)?, vec![first, second], made)
}

/// The amount in a cell, given by row and column.
fn amount_at(grid: &Grid, (row, column): (usize, usize)) -> Result<Amount, NoResult> {
    match grid.content(row, column) {
        Content::Amount(amount) => Ok(*amount),
        Content::Day(_) | Content::Nothing => Err(NoResult::Nothing),
        Content::Unsaid | Content::Pending => Err(NoResult::Unsaid),
    }
}

/// The day in a cell.
fn day_at(grid: &Grid, row: usize, column: usize) -> Result<Date, NoResult> {
    match grid.content(row, column) {
        Content::Day(day) => Ok(*day),
        Content::Unsaid => Err(NoResult::Unsaid),
        _ => Err(NoResult::Nothing),
    }
}

fn months_until(grid: &Grid, row: usize, column: usize) -> Result<Computed, NoResult> {
    let (from, to) = (grid.as_of.ok_or(NoResult::Nothing)?, day_at(grid, row, column)?);
    let months = Decimal::from(whole_months(from, to).unwrap_or(0));
    Ok(Computed { amount: Amount::exact(months, Unit::Count), bounds: None, from: vec![(row, column)] })
}

fn per_year(grid: &Grid, row: usize, column: usize, days: (usize, usize)) -> Result<Computed, NoResult> {
    let amount = amount_at(grid, (row, column))?;
    let (first, last) = (day_at(grid, row, days.0)?, day_at(grid, row, days.1)?);
    // Less than a month says nothing of a year.
    let months = whole_months(first, last).filter(|months| *months > 0).ok_or(NoResult::Nothing)?;
    let yearly = |amount: &Amount| amount.checked_mul(Decimal::from(12))?.checked_div(Decimal::from(months));
    let bounds = Interval::of(&amount).and_then(|bounds| {
        Interval::around(bounds.ends().map(|value| yearly(&Amount { value, ..amount }).map(|yearly| yearly.value)))
    });
    let from = [column, days.0, days.1].map(|column| (row, column)).to_vec();
    Ok(Computed { amount: yearly(&amount).ok_or(NoResult::Overflow)?, bounds, from })
}

fn made_of(
    a: Amount,
    b: Amount,
    from: Vec<(usize, usize)>,
    made: fn(&Amount, &Amount) -> Result<Amount, NoResult>,
) -> Result<Computed, NoResult> {
    let amount = made(&a, &b)?;
    let corners = |a_bounds: Interval, b_bounds: Interval| {
        let all = a_bounds.ends().into_iter().flat_map(|a_end| b_bounds.ends().map(|b_end| (a_end, b_end)));
        let at = |value: Decimal, like: &Amount| Amount { value, ..*like };
        Interval::around(all.map(|(a_end, b_end)| made(&at(a_end, &a), &at(b_end, &b)).ok().map(|made| made.value)))
    };
    let bounds = Interval::of(&a).zip(Interval::of(&b)).and_then(|(a, b)| corners(a, b));
    Ok(Computed { amount, bounds, from })
}

/// A number of pounds, people, … times a plain number, whichever of the two comes first.
fn product(a: &Amount, b: &Amount) -> Result<Amount, NoResult> {
    let (amount, by) = match (a.unit, b.unit) {
        (_, Unit::Count) => (a, b),
        (Unit::Count, _) => (b, a),
        _ => return Err(NoResult::Units),
    };
    amount.checked_mul(by.value).ok_or(NoResult::Overflow)
}

fn percentage(part: &Amount, whole: &Amount) -> Result<Amount, NoResult> {
    if part.unit != whole.unit {
        return Err(NoResult::Units);
    }
    if whole.value.is_zero() {
        return Err(NoResult::Nothing);
    }
    part.share_of(whole).ok_or(NoResult::Overflow)
}

fn percent_change(after: &Amount, before: &Amount) -> Result<Amount, NoResult> {
    if after.unit != before.unit {
        return Err(NoResult::Units);
    }
    if before.value <= Decimal::ZERO {
        return Err(NoResult::Nothing);
    }
    after.percent_change_from(before).ok_or(NoResult::Overflow)
}

/// The share of the outermost total that a row is part of; of all ordinary rows, if of none.
fn share(grid: &Grid, row: usize, column: usize, totals: &[Parts]) -> Result<Computed, NoResult> {
    let mut whole = row;
    // Totals stand in order, so each is looked at once; a total that adds up itself ends it.
    for _ in 0..totals.len() {
        match totals.iter().find(|total| total.parts.contains(&whole) && total.total != whole) {
            Some(total) => whole = total.total,
            None => break,
        }
    }
    if whole != row || totals.iter().any(|total| total.total == row) {
        return two(grid, (row, column), (whole, column), percentage);
    }
    let ordinary = grid.rows.iter().enumerate().filter(|(_, row)| row.level == super::Level::Ordinary);
    let all = sum(grid, ordinary.map(|(row, _)| (row, column, false)))?;
    let part = amount_at(grid, (row, column))?;
    made_of(part, all.amount, all.from, percentage)
}
