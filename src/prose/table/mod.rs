//! What an author says of a table beside its cells: where its rows come from, what must hold in
//! it, and which differences are known. `load` takes the rows from a sheet, `settle` holds the rules
//! against them.

mod groups;
mod load;
mod names;
mod order;
mod quoted;
mod register;
mod report;
mod settle;
mod show;
mod typed;
mod unsettled;

pub use load::fill_from;
pub(super) use load::{blank, cell, source_of, split_unit};
pub use quoted::{Quoted, restore_cells, spell_cells};
pub use register::{ColumnType, Group, GroupRule, GroupSum, GroupTotals, Order, Register, RegisterRules, SortRule};
pub use settle::settle_table;
pub(super) use show::{MOST, with_unit, write};

use super::{Cell, Inline};
use crate::figure::{Level, Rounding};
use crate::source::{CellRange, Located, SitePath};

/// What is said of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    /// The file that its rows come from.
    pub data: Option<Data>,
    /// What is said of each of its columns, in their order; empty where the file says it all.
    pub columns: Vec<ColumnRule>,
    /// Which rows are totals.
    pub totals: Vec<TotalRule>,
    /// Equations between rows.
    pub equations: Vec<Located<String>>,
    /// What rounding is allowed.
    pub rounding: Rounding,
    /// Differences that have a reason.
    pub known: Vec<Known>,
    /// What is said of it as a register.
    pub register: RegisterRules,
}

/// A file with rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Data {
    /// Its path, counted from the folder of the text.
    pub path: Located<String>,
    /// The worksheet.
    pub sheet: Option<Located<String>>,
    /// The cells.
    pub range: Option<Located<CellRange>>,
}

impl Data {
    /// The path below `content/`, for a text at `from`; `None` if it leads out.
    pub fn path_from(&self, from: &SitePath) -> Option<SitePath> {
        let folder = if self.path.value.starts_with('/') { SitePath::root() } else { from.parent() };
        folder.join(&self.path.value)
    }
}

/// What is said of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnRule {
    /// Its heading as plain words, and where that stands.
    pub name: Located<String>,
    /// Its heading in the file, where that is another.
    pub from: Option<Located<String>>,
    /// What its cells are.
    pub kind: Option<Located<ColumnType>>,
    /// The words that its cells can be; empty where any can.
    pub choices: Vec<Located<String>>,
    /// Where its unit is written.
    pub unit: Option<Located<String>>,
    /// How it follows from others.
    pub formula: Option<NamedFormula>,
    /// Whether its totals are sums; `None` where its unit and formula decide.
    pub adds_up: Option<bool>,
    /// Whether it is set right, as numbers are; `None` where its cells decide.
    pub align: Option<bool>,
    /// Whether its cells are worked out and not stated.
    pub computed: bool,
    /// How many decimals show what is worked out.
    pub decimals: Option<u32>,
}

/// A formula as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedFormula {
    /// Which.
    pub kind: FormulaKind,
    /// The columns that it takes, by their headings.
    pub columns: Vec<Located<String>>,
}

/// The formulas, as authors name them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormulaKind {
    /// `sum`
    Sum,
    /// `difference`
    Difference,
    /// `product`
    Product,
    /// `percentage`
    Percentage,
    /// `percent-change`
    PercentChange,
    /// `share`
    Share,
    /// `months-until`
    MonthsUntil,
    /// `per-year`
    PerYear,
}

impl FormulaKind {
    /// The words that authors write.
    pub const ALL: [(&'static str, FormulaKind); 8] = [
        ("sum", FormulaKind::Sum),
        ("difference", FormulaKind::Difference),
        ("product", FormulaKind::Product),
        ("percentage", FormulaKind::Percentage),
        ("percent-change", FormulaKind::PercentChange),
        ("share", FormulaKind::Share),
        ("months-until", FormulaKind::MonthsUntil),
        ("per-year", FormulaKind::PerYear),
    ];

    /// How many columns it takes: at least, and at most.
    pub fn takes(self) -> (usize, usize) {
        match self {
            FormulaKind::Sum | FormulaKind::Difference => (2, usize::MAX),
            FormulaKind::Product | FormulaKind::Percentage | FormulaKind::PercentChange => (2, 2),
            FormulaKind::Share | FormulaKind::MonthsUntil => (1, 1),
            FormulaKind::PerYear => (3, 3),
        }
    }
}

/// A row that is a total.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TotalRule {
    /// The words of its first cell.
    pub row: Located<String>,
    /// Subtotal or total.
    pub level: Level,
    /// The rows that it adds up, by their words; empty where its place says it.
    pub of: Vec<Located<String>>,
    /// Whether it is worked out and not stated.
    pub computed: bool,
}

/// A difference that has a reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The row.
    pub row: Located<String>,
    /// The column; `None` for all of them.
    pub column: Option<Located<String>>,
    /// The reason.
    pub because: Vec<Inline>,
}

/// What readers are told of a difference that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The row and the column.
    pub row: String,
    /// The heading of the column.
    pub column: String,
    /// What the table states.
    pub stated: String,
    /// What comes of the numbers behind it.
    pub computed: String,
    /// The reason.
    pub because: Vec<Inline>,
}

/// The words of a cell.
pub(super) fn words_of(cell: &Cell) -> String {
    squeezed(&super::text::plain_text(&cell.content))
}

/// A text with single spaces: names are the same however their lines are broken.
pub(super) fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
