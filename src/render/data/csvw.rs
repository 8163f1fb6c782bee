//! CSVW: what a CSV file is and what its columns mean, for programs (W3C Recommendations "Metadata
//! Vocabulary for Tabular Data" and "Model for Tabular Data and Metadata on the Web"). The name
//! `NAME.csv-metadata.json` is where they look for it.

use super::csv::guarded;
use super::grid::{BETWEEN, Grid, GridColumn, Holds, Value};
use super::pretty;
use crate::prose::slug;
use crate::site::{Site, relative};
use serde::Serialize;
use serde_json::{Value as Json, json};
use std::collections::{BTreeMap, BTreeSet};

#[derive(Serialize)]
struct Metadata {
    #[serde(rename = "@context")]
    context: Json,
    url: String,
    #[serde(rename = "dc:title")]
    title: String,
    #[serde(rename = "dc:description")]
    description: String,
    #[serde(rename = "dc:source", skip_serializing_if = "Option::is_none")]
    source: Option<String>,
    #[serde(rename = "dc:publisher", skip_serializing_if = "String::is_empty")]
    publisher: String,
    #[serde(rename = "dc:language")]
    language: String,
    #[serde(rename = "dc:license", skip_serializing_if = "Option::is_none")]
    licence: Option<Json>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notes: Vec<Json>,
    #[serde(rename = "tableSchema")]
    schema: Schema,
}

#[derive(Serialize)]
struct Schema {
    columns: Vec<Column>,
    #[serde(rename = "rowTitles", skip_serializing_if = "Option::is_none")]
    row_titles: Option<String>,
}

#[derive(Serialize)]
struct Column {
    name: String,
    titles: String,
    #[serde(rename = "dc:description", skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    /// `decimal`: exact, unlike `number`, which is a floating-point number.
    datatype: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    separator: Option<&'static str>,
    null: Vec<String>,
}

/// What a CSV file of this name (without its ending) holds.
pub(super) fn csvw(site: &Site, grid: &Grid, name: &str) -> Vec<u8> {
    let url = relative("", &format!("{name}.csv"));
    let note = |note: &String| json!({ "type": "Annotation", "motivation": "commenting", "target": url, "body": note });
    let names = names(&grid.columns);
    let metadata = Metadata {
        context: json!(["http://www.w3.org/ns/csvw", { "@language": grid.language }]),
        title: grid.title.clone(),
        description: grid.description.clone(),
        source: grid.source.clone(),
        publisher: site.settings.organisation.clone(),
        language: grid.language.clone(),
        licence: site.settings.data_licence.as_ref().map(|licence| json!({ "@id": licence.url })),
        notes: grid.note.iter().map(note).collect(),
        schema: Schema {
            row_titles: names.first().filter(|_| grid.row_headings).cloned(),
            columns: grid
                .columns
                .iter()
                .zip(names)
                .enumerate()
                .map(|(index, (column, name))| Column {
                    name,
                    titles: guarded(&column.heading),
                    description: column.unit.clone(),
                    datatype: match column.holds {
                        Holds::Words | Holds::Lists => "string",
                        Holds::Numbers => "decimal",
                        Holds::Days => "date",
                    },
                    separator: (column.holds == Holds::Lists).then_some(BETWEEN),
                    null: nulls(grid, index, column),
                })
                .collect(),
        },
        url,
    };
    pretty(&metadata)
}

/// What stands for no value: nothing, and in a column of numbers or days the words that say why.
fn nulls(grid: &Grid, index: usize, column: &GridColumn) -> Vec<String> {
    let mut nulls = vec![String::new()];
    if matches!(column.holds, Holds::Numbers | Holds::Days) {
        let words: BTreeSet<String> = grid
            .rows
            .iter()
            .filter_map(|row| match row.values.get(index) {
                // A day is kept as words, and the words that say why there is none have no digit.
                Some(Value::Words(words)) if column.is_numeric() || !words.contains(|c: char| c.is_ascii_digit()) => {
                    Some(guarded(words))
                }
                _ => None,
            })
            .collect();
        nulls.extend(words);
    }
    nulls
}

/// A name for each column as programs need it: of the letters, digits and underscores that RFC
/// 6570 lets stand in a variable, and no two alike.
pub(super) fn names(columns: &[GridColumn]) -> Vec<String> {
    let mut used: BTreeMap<String, usize> = BTreeMap::new();
    let mut taken = BTreeSet::new();
    let name = |column: &GridColumn| {
        let slug: String = slug(column.name.unwrap_or(&column.label)).replace('-', "_");
        let plain: String = slug.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
        let plain = plain.trim_matches('_');
        let base = if plain.is_empty() { "column".to_owned() } else { plain.to_owned() };
        let count = used.entry(base.clone()).or_insert(1);
        let mut name = base.clone();
        while !taken.insert(name.clone()) {
            *count += 1;
            name = format!("{base}_{count}");
        }
        name
    };
    columns.iter().map(name).collect()
}
