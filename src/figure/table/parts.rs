//! Which rows a total adds up. A subtotal adds up the rows above it, back to the one before. A
//! total adds up what stands above it, back to the total before, subtotals for their rows; a total
//! directly below others adds those up. Anything else, the author says.

use super::{Grid, Level, circles};

/// A total and what it adds up: indexes of rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// The row of the total.
    pub total: usize,
    /// The rows that it adds up, from the top.
    pub parts: Vec<usize>,
    /// All rows above that no other total adds up: what it might have been meant to add up.
    pub all: Vec<usize>,
}

/// A total that adds up nothing, or itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartsFault {
    /// Its row.
    pub total: usize,
    /// Whether it is one of the rows that it adds up, or of those that they add up.
    pub circle: bool,
}

/// The parts of every total, from the top.
pub fn parts_of_totals(grid: &Grid) -> (Vec<Parts>, Vec<PartsFault>) {
    let (mut totals, mut faults) = (Vec::new(), Vec::new());
    // The rows that no total has added up yet.
    let mut pending: Vec<usize> = Vec::new();
    for (index, row) in grid.rows.iter().enumerate() {
        if row.level == Level::Ordinary {
            pending.push(index);
            continue;
        }
        let all = pending.clone();
        let parts = match &row.of {
            Some(of) => {
                pending.retain(|row| !of.contains(row));
                of.clone()
            }
            None => {
                let from = start(grid, row.level, &pending);
                pending.split_off(from)
            }
        };
        if row.unclear {
            // Said elsewhere.
        } else if parts.is_empty() {
            faults.push(PartsFault { total: index, circle: false });
        } else {
            totals.push(Parts { total: index, parts, all });
        }
        pending.push(index);
    }
    let circles = circles(&totals.iter().map(|total| (total.total, total.parts.clone())).collect());
    faults.extend(circles.iter().map(|total| PartsFault { total: *total, circle: true }));
    totals.retain(|total| !circles.contains(&total.total));
    (totals, faults)
}

/// Where among the pending rows those of a total begin.
fn start(grid: &Grid, level: Level, pending: &[usize]) -> usize {
    let ends = |row: &usize| match level {
        Level::Subtotal => grid.level(*row) != Level::Ordinary,
        _ => grid.level(*row) == Level::Total,
    };
    let from = pending.iter().rposition(ends).map_or(0, |last| last + 1);
    // Nothing between it and the total before: it adds up totals.
    if from == pending.len() && level == Level::Total { 0 } else { from }
}
