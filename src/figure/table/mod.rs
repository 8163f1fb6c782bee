//! What must hold in a table: totals that add up, columns worked out from others, equations
//! between rows. Tables come in as labels and cells and go out as findings by row and column;
//! where a cell is written, and what readers see of it, is no concern of this room.

mod cell;
mod check;
mod circle;
mod clue;
mod equation;
mod formula;
mod interval;
mod parts;

pub use cell::{Content, read_content};
pub use check::{Checked, Claim, Finding, Problem, Stuck, check_grid};
pub use circle::circles;
pub use clue::{Clue, clue};
pub use equation::{Equation, EquationFault, parse_equation};
pub use formula::Formula;
pub use parts::{Parts, PartsFault, parts_of_totals};

use super::{Date, Measure};

/// A table as far as its numbers go.
#[derive(Clone, Debug, Default)]
pub struct Grid {
    /// Its rows, from the top.
    pub rows: Vec<GridRow>,
    /// Its columns, from the left; the first holds the names of the rows.
    pub columns: Vec<GridColumn>,
    /// What must hold between its rows.
    pub equations: Vec<Equation>,
    /// What rounding is allowed for.
    pub rounding: Rounding,
    /// The day that months are counted from.
    pub as_of: Option<Date>,
}

/// A row.
#[derive(Clone, Debug, Default)]
pub struct GridRow {
    /// What its numbers are.
    pub level: Level,
    /// Where the author says which rows a total adds up: their indexes.
    pub of: Option<Vec<usize>>,
    /// Whether nobody knows what a total adds up, because the author's names are wrong.
    pub unclear: bool,
    /// Its cells, one for each column.
    pub cells: Vec<Content>,
}

/// A column.
#[derive(Clone, Debug, Default)]
pub struct GridColumn {
    /// What its numbers count, where it says so.
    pub measure: Option<Measure>,
    /// Whether the totals of the table are totals of this column too.
    pub adds_up: bool,
    /// How it follows from other columns.
    pub formula: Option<Formula>,
}

/// What the numbers of a row are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Level {
    /// Numbers of their own.
    #[default]
    Ordinary,
    /// The sum of the rows directly above.
    Subtotal,
    /// The sum of subtotals and rows.
    Total,
}

/// What rounding may do to a sum.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Rounding {
    /// Nothing: the numbers must fit exactly, to the last digit of the result.
    #[default]
    Exact,
    /// Each number may have been rounded to its last digit.
    LastDigit,
    /// The result may be off by so much, as written, in the unit of its column.
    Within(String),
}

impl Grid {
    fn content(&self, row: usize, column: usize) -> &Content {
        self.rows.get(row).and_then(|row| row.cells.get(column)).unwrap_or(&Content::Nothing)
    }

    fn level(&self, row: usize) -> Level {
        self.rows.get(row).map_or(Level::Ordinary, |row| row.level)
    }
}

#[cfg(test)]
mod tests;
