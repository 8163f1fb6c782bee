//! A column that follows from others: a sum, a difference, a percentage, a share, a product.

use super::interval::Interval;
use super::{Content, Grid, Parts};
use crate::figure::{Amount, Decimal, Unit};

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
            Content::Nothing => continue,
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
        !matches!(self, Formula::Product(..))
    }

    /// Whether totals of such a column are sums.
    pub fn adds_up(&self) -> bool {
        matches!(self, Formula::Sum(_) | Formula::Difference(_) | Formula::Product(..))
    }

    /// The columns that it follows from.
    pub fn columns(&self) -> Vec<usize> {
        match self {
            Formula::Sum(columns) | Formula::Difference(columns) => columns.clone(),
            Formula::Product(a, b) | Formula::Percentage(a, b) | Formula::PercentChange(a, b) => vec![*a, *b],
            Formula::Share(of) => vec![*of],
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
    let amount = |(row, column): (usize, usize)| match grid.content(row, column) {
        Content::Amount(amount) => Ok(*amount),
        Content::Nothing => Err(NoResult::Nothing),
        Content::Unsaid | Content::Pending => Err(NoResult::Unsaid),
    };
    made_of(amount(first)?, amount(second)?, vec![first, second], made)
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
    let part = match grid.content(row, column) {
        Content::Amount(amount) => *amount,
        Content::Nothing => return Err(NoResult::Nothing),
        Content::Unsaid | Content::Pending => return Err(NoResult::Unsaid),
    };
    made_of(part, all.amount, all.from, percentage)
}
