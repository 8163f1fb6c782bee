//! What a chart says: its words, its numbers and the table that stands beside it. How it is
//! drawn is the business of `html::chart`; where its numbers come from, of whoever builds it.

mod read;
mod summary;

use super::{Inline, Table};
use crate::figure::Decimal;

pub use summary::generated_summary;

/// How many series a chart can tell apart by shape and pattern. More are not drawn, but stay in
/// the table.
pub const MOST_SERIES: usize = 4;

/// The kinds of chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartKind {
    /// A bar for each category.
    Bar,
    /// For each category, a bar for each series, one below the other.
    GroupedBar,
    /// For each category, one bar of which each series is a part.
    StackedBar,
    /// A line for each series; the categories are points in time.
    Line,
}

/// A chart and its table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// Its kind.
    pub kind: ChartKind,
    /// The message: "Spending on carers rose by a tenth".
    pub title: Vec<Inline>,
    /// What, where, when.
    pub subtitle: Option<Vec<Inline>>,
    /// What it shows, for those who do not see it. Where it is blank, one is generated.
    pub summary: String,
    /// What is compared, or the points in time.
    pub categories: Vec<String>,
    /// The numbers. At most [`MOST_SERIES`] are drawn.
    pub series: Vec<Series>,
    /// Where the figures come from.
    pub source: Option<Vec<Inline>>,
    /// The same numbers as a table, always shown.
    pub table: Table,
}

/// One number for each category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// Its name.
    pub label: String,
    /// In the order of the categories; nothing where there is no data.
    pub values: Vec<Option<ChartValue>>,
}

/// A number of a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChartValue {
    /// How much, in one unit for the whole chart.
    pub value: Decimal,
    /// As a reader should see it: "£36.1 million".
    pub label: String,
}

impl Chart {
    /// The series that are drawn.
    pub fn drawn(&self) -> impl Iterator<Item = &Series> {
        self.series.iter().take(MOST_SERIES)
    }

    /// Whether there is any number to draw.
    pub fn has_numbers(&self) -> bool {
        self.drawn().any(|series| (0..self.categories.len()).any(|at| series.at(at).is_some()))
    }

    /// Whether several series are drawn, so that each must be named.
    pub fn several(&self) -> bool {
        self.series.len() > 1
    }
}

impl Series {
    /// The number of a category.
    pub fn at(&self, category: usize) -> Option<&ChartValue> {
        self.values.get(category).and_then(Option::as_ref)
    }
}
