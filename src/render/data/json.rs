//! Data as JSON, for those who write programs: a table, or what stands around anything else. Numbers are texts: a reader that makes them
//! floating-point numbers does so by choice, and not because of this file.

use super::csvw::names;
use super::grid::{Grid, Holds};
use super::{Maker, pretty};
use crate::content::DataLicence;
use crate::figure::{amount_plain, parse_measure};
use crate::prose::{self, table::Group};
use crate::site::Address;
use serde::Serialize;

#[derive(Serialize)]
struct Table<'a> {
    title: &'a str,
    description: &'a str,
    source: Option<&'a str>,
    note: Option<&'a str>,
    publisher: &'a str,
    licence: Option<Licence<'a>>,
    language: &'a str,
    page: String,
    columns: Vec<Column<'a>>,
    rows: Vec<Row<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    group_totals: Option<Groups<'a>>,
}

/// A licence.
#[derive(Serialize)]
pub(super) struct Licence<'a> {
    name: &'a str,
    url: &'a str,
}

impl<'a> Licence<'a> {
    pub(super) fn of(licence: &'a DataLicence) -> Licence<'a> {
        Licence { name: &licence.name, url: &licence.url }
    }
}

/// What is held in a file that is no table, with whose it is.
#[derive(Serialize)]
struct Frame<'a, T> {
    publisher: &'a str,
    licence: Option<Licence<'a>>,
    language: &'a str,
    #[serde(flatten)]
    held: T,
}

/// A file that is no table.
pub(super) fn framed<T: Serialize>(maker: &Maker<'_>, held: T) -> Vec<u8> {
    let settings = &maker.site.settings;
    let licence = settings.data_licence.as_ref().map(Licence::of);
    pretty(&Frame { publisher: &settings.organisation, licence, language: maker.language, held })
}

#[derive(Serialize)]
struct Column<'a> {
    name: String,
    title: &'a str,
    unit: Option<&'a str>,
    #[serde(rename = "type")]
    kind: &'static str,
}

#[derive(Serialize)]
struct Row<'a> {
    total: bool,
    values: Vec<Option<&'a str>>,
}

/// The rows added up for each word of a column.
#[derive(Serialize)]
struct Groups<'a> {
    /// The column whose words make the groups, and those that are added up, by their names.
    by: String,
    of: Vec<String>,
    groups: Vec<GroupRow<'a>>,
    all: GroupRow<'a>,
}

#[derive(Serialize)]
struct GroupRow<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    rows: usize,
    /// In the units of the columns.
    totals: Vec<Option<String>>,
    /// How many rows have no amount.
    without: Vec<usize>,
}

fn groups<'a>(table: &'a prose::Table, names: &[String]) -> Option<Groups<'a>> {
    let totals = table.groups.as_deref()?;
    let name = |column: &usize| names.get(*column).cloned();
    let scale = |column: &usize| {
        let unit = table.columns.get(*column)?.unit.as_ref()?;
        parse_measure(unit).ok().map(|measure| measure.scale)
    };
    let scales: Vec<i32> = totals.of.iter().map(|column| scale(column).unwrap_or(0)).collect();
    let row = |group: &'a Group| GroupRow {
        name: group.name.as_deref(),
        rows: group.rows,
        totals: group
            .sums
            .iter()
            .zip(&scales)
            .map(|(sum, scale)| sum.amount.map(|amount| amount_plain(&amount, *scale)))
            .collect(),
        without: group.sums.iter().map(|sum| sum.without).collect(),
    };
    Some(Groups {
        by: name(&totals.by)?,
        of: totals.of.iter().filter_map(name).collect(),
        groups: totals.groups.iter().map(row).collect(),
        all: row(&totals.all),
    })
}

/// A table of a page.
pub(super) fn table(maker: &Maker<'_>, address: &Address, grid: &Grid, table: Option<&prose::Table>) -> Vec<u8> {
    let settings = &maker.site.settings;
    let names = names(&grid.columns);
    let columns = grid.columns.iter().zip(&names).map(|(column, name)| Column {
        name: name.clone(),
        title: &column.heading,
        unit: column.unit.as_deref(),
        kind: match column.holds {
            Holds::Numbers => "number",
            Holds::Days => "date",
            Holds::Words | Holds::Lists => "text",
        },
    });
    let rows = grid
        .rows
        .iter()
        .map(|row| Row { total: row.total, values: row.values.iter().map(|value| value.text()).collect() });
    pretty(&Table {
        title: &grid.title,
        description: &grid.description,
        source: grid.source.as_deref(),
        note: grid.note.as_deref(),
        publisher: &settings.organisation,
        licence: settings.data_licence.as_ref().map(Licence::of),
        language: &grid.language,
        page: maker.address(address),
        columns: columns.collect(),
        rows: rows.collect(),
        group_totals: table.and_then(|table| groups(table, &names)),
    })
}
