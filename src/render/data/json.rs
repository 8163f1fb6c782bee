//! Data as JSON, for those who write programs: a table, or what stands around anything else. Numbers are texts: a reader that makes them
//! floating-point numbers does so by choice, and not because of this file.

use super::csvw::names;
use super::grid::Grid;
use super::{Maker, pretty};
use crate::content::DataLicence;
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

/// A table of a page.
pub(super) fn table(maker: &Maker<'_>, address: &Address, grid: &Grid) -> Vec<u8> {
    let settings = &maker.site.settings;
    let columns = grid.columns.iter().zip(names(&grid.columns)).map(|(column, name)| Column {
        name,
        title: &column.heading,
        unit: column.unit.as_deref(),
        kind: if column.is_numeric() { "number" } else { "text" },
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
    })
}
