//! What is measured, and what documents state of it.

use crate::figure::{Better, Measure, Period};
use crate::source::Located;

/// Something that is measured, year after year or once.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    /// Its short name in links, addresses and data.
    pub id: Located<String>,
    /// What it measures, in words.
    pub label: String,
    /// What its numbers count.
    pub measure: Measure,
    /// Which direction is good, if one is.
    pub better: Option<Better>,
    /// Where the numbers come from.
    pub source: Option<String>,
    /// What readers should know.
    pub note: Option<String>,
}

/// `indicators.yaml`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Indicators {
    /// In the order in which they are written.
    pub list: Vec<Indicator>,
}

/// A `figures.yaml`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    /// In the order in which they are written.
    pub entries: Vec<Entry>,
}

/// What a document states of one figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The indicator's id, or one of the document's own.
    pub id: Located<String>,
    /// What it measures, where that is the document's own figure and no indicator.
    pub own: Option<Indicator>,
    /// Its values.
    pub statements: Vec<Statement>,
}

/// A value in a period, as written.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// The period; `None` is the document's.
    pub period: Option<Located<Period>>,
    /// The value; what it means depends on the indicator's unit.
    pub value: Located<String>,
    /// What readers should know of this value.
    pub note: Option<String>,
    /// Whether it may still change.
    pub provisional: bool,
    /// What it was before it was revised.
    pub was: Option<Located<String>>,
    /// Why it was revised.
    pub because: Option<String>,
}
