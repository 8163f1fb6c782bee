//! Data as rows and columns, on the way from a table or from figures to a file.

use crate::figure::Date;

/// A table of data and what is known of it.
#[derive(Debug, Default)]
pub(in crate::render) struct Grid {
    /// What it shows.
    pub(in crate::render) title: String,
    /// More of that.
    pub(super) description: String,
    /// Where the numbers come from.
    pub(super) source: Option<String>,
    /// What readers should know.
    pub(super) note: Option<String>,
    /// The language of its words.
    pub(super) language: String,
    /// The page on which it stands.
    pub(super) page: String,
    /// The first and the last day that it tells of.
    pub(super) covers: Option<(Date, Date)>,
    /// Whether the first column names the rows.
    pub(super) row_headings: bool,
    /// Its columns.
    pub(super) columns: Vec<GridColumn>,
    /// Its rows.
    pub(in crate::render) rows: Vec<GridRow>,
}

/// A column.
#[derive(Debug)]
pub(in crate::render) struct GridColumn {
    /// Its heading without the unit.
    pub(super) label: String,
    /// Its heading, with the unit: `2019 to 2020 (£)`.
    pub(super) heading: String,
    /// What its numbers are counted in.
    pub(super) unit: Option<String>,
    /// Whether it holds numbers; words in it then say why there is none.
    pub(super) numeric: bool,
}

/// A row.
#[derive(Debug)]
pub(in crate::render) struct GridRow {
    /// Whether it adds up others.
    pub(super) total: bool,
    /// A value for each column.
    pub(super) values: Vec<Value>,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::render) enum Value {
    /// An exact decimal: digits, perhaps a minus and a point.
    Number(String),
    /// Words as they are.
    Words(String),
    /// Nothing.
    Nothing,
}

impl Value {
    pub(super) fn words(text: &str) -> Value {
        if text.is_empty() { Value::Nothing } else { Value::Words(text.to_owned()) }
    }

    pub(super) fn maybe(text: Option<String>) -> Value {
        text.filter(|text| !text.is_empty()).map_or(Value::Nothing, Value::Words)
    }

    /// As text, nothing where there is nothing.
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Value::Number(text) | Value::Words(text) => Some(text),
            Value::Nothing => None,
        }
    }
}

impl GridColumn {
    /// A column of words.
    pub(super) fn words(heading: String) -> GridColumn {
        GridColumn { label: heading.clone(), heading, unit: None, numeric: false }
    }

    /// A column whose values have a unit, which stands in the heading; one that says it already
    /// is left alone.
    pub(super) fn with_unit(label: String, unit: Option<String>, numeric: bool) -> GridColumn {
        let heading = match unit.as_deref() {
            Some(unit) if label.is_empty() => unit.to_owned(),
            Some(unit) if label != unit && !label.contains(&format!("({unit})")) => format!("{label} ({unit})"),
            _ => label.clone(),
        };
        GridColumn { label, heading, unit, numeric }
    }
}
