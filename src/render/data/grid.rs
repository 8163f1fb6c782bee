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
    /// What its cells hold.
    pub(super) holds: Holds,
    /// Its name for programs, where that is the same on every site and in every language.
    pub(super) name: Option<&'static str>,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::render) enum Holds {
    /// Words.
    Words,
    /// Several words, with [`BETWEEN`] between them.
    Lists,
    /// Numbers; words among them say why there is none.
    Numbers,
    /// Days, as `2023-09-30`.
    Days,
}

/// What stands between the parts of a list in one cell.
pub(super) const BETWEEN: &str = "; ";

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
        GridColumn { label: heading.clone(), heading, unit: None, holds: Holds::Words, name: None }
    }

    /// A column that programs know by a name of its own.
    pub(super) fn named(name: &'static str, heading: String, holds: Holds) -> GridColumn {
        GridColumn { holds, name: Some(name), ..GridColumn::words(heading) }
    }

    /// A column whose values have a unit, which stands in the heading; one that says it already
    /// is left alone.
    pub(super) fn with_unit(label: String, unit: Option<String>, numeric: bool) -> GridColumn {
        let heading = match unit.as_deref() {
            Some(unit) if label.is_empty() => unit.to_owned(),
            Some(unit) if label != unit && !label.contains(&format!("({unit})")) => format!("{label} ({unit})"),
            _ => label.clone(),
        };
        let holds = if numeric { Holds::Numbers } else { Holds::Words };
        GridColumn { label, heading, unit, holds, name: None }
    }

    /// Whether it holds numbers.
    pub(super) fn is_numeric(&self) -> bool {
        self.holds == Holds::Numbers
    }
}
