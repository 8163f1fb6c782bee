//! What a page tells search engines of the data on it (schema.org `Dataset`, as JSON-LD), so that
//! a search for data finds it.
//!
//! It stands in a `script` element of a type that no browser runs. HTML calls that a data block:
//! "prepare the script element" ends before the Content-Security-Policy is asked, so the policy
//! of published sites, which allows no script in a page, has nothing to refuse.

use super::figures;
use super::grid::Grid;
use super::sets::{figure_stem, list_stem, table_stem, text_at};
use super::{CSV, JSON, Maker, PlanData, PromiseData, RiskData, grid_of};
use crate::prose::data_tables;
use crate::site::{Address, Page, PlanPage, relative};
use serde_json::{Map, Value, json};

/// The data block of a page; `None` where there is no data on it.
pub(in crate::render) fn structured_data(maker: &Maker<'_>, address: &Address) -> Option<String> {
    let figure = |owner: Option<usize>, id: &str| {
        let (series, stated) = figures::one(maker.site, owner, id)?;
        let stem = figure_stem(maker.site, address)?;
        Some(dataset(maker, &figures::grid(maker, series, &stated), &stem, Some(&series.indicator.label)))
    };
    let sets: Vec<Value> = match maker.site.pages.get(address)? {
        Page::Figure(id) => vec![figure(None, id)?],
        Page::OwnFigure(index, id) => vec![figure(Some(*index), id)?],
        Page::Data => vec![catalogue(maker)],
        Page::Plan(_, PlanPage::Actions) => vec![listed(maker, address, &PlanData::of(maker)?.actions_grid())?],
        Page::Plan(_, PlanPage::Rounds) => vec![listed(maker, address, &PlanData::of(maker)?.updates_grid())?],
        Page::Promises(index) => vec![listed(maker, address, &PromiseData::of(maker, *index)?.grid())?],
        Page::Document(index) if maker.site.is_register(*index) => {
            let risks = listed(maker, address, &RiskData::of(maker, *index)?.grid());
            risks.into_iter().chain(tables(maker, address)).collect()
        }
        _ => tables(maker, address),
    };
    let mut whole = Map::new();
    whole.insert("@context".into(), "https://schema.org".into());
    match <[Value; 1]>::try_from(sets) {
        Ok([Value::Object(only)]) => whole.extend(only),
        Ok(_) => return None,
        Err(sets) if sets.is_empty() => return None,
        Err(sets) => drop(whole.insert("@graph".into(), Value::Array(sets))),
    }
    Some(harmless(&Value::Object(whole).to_string()))
}

/// All that a page lists.
fn listed(maker: &Maker<'_>, address: &Address, grid: &Grid) -> Option<Value> {
    Some(dataset(maker, grid, &list_stem(maker.site, address)?, None))
}

fn tables(maker: &Maker<'_>, address: &Address) -> Vec<Value> {
    let Some(text) = text_at(maker.site, address).filter(|text| !text.data.is_empty()) else { return Vec::new() };
    let tables = data_tables(&text.prose);
    let named = tables.iter().zip(&text.data).filter_map(|(table, name)| Some((table, name.as_ref()?)));
    let set = |(table, name): (_, &String)| {
        let stem = table_stem(maker.site, address, name)?;
        Some(dataset(maker, &grid_of(maker, address, table), &stem, None))
    };
    named.filter_map(set).collect()
}

/// `measured` is what the numbers measure, where the headings do not say it.
fn dataset(maker: &Maker<'_>, grid: &Grid, stem: &str, measured: Option<&str>) -> Value {
    let settings = &maker.site.settings;
    let base = settings.base_url.as_deref();
    let mut set = Map::new();
    let mut put = |name: &str, value: Value| drop(set.insert(name.to_owned(), value));
    put("@type", "Dataset".into());
    put("name", grid.title.as_str().into());
    put("description", grid.description.as_str().into());
    put("creator", creator(maker));
    put("inLanguage", grid.language.as_str().into());
    put("isAccessibleForFree", true.into());
    if let Some((from, to)) = grid.covers {
        put("temporalCoverage", format!("{from}/{to}").into());
    }
    let measured: Vec<Value> = grid
        .columns
        .iter()
        .filter(|column| column.is_numeric())
        .map(|column| {
            let name = measured.unwrap_or(&column.label);
            match &column.unit {
                Some(unit) => json!({ "@type": "PropertyValue", "name": name, "unitText": unit }),
                None => json!({ "@type": "PropertyValue", "name": name }),
            }
        })
        .collect();
    if !measured.is_empty() {
        put("variableMeasured", Value::Array(measured));
    }
    if let Some(licence) = &settings.data_licence {
        put("license", licence.url.as_str().into());
    }
    // A relative address means nothing away from the page.
    if let Some(base) = base {
        put("url", grid.page.as_str().into());
        let file = |ending: &str, kind: &str| {
            let address = format!("{base}/{}", relative("", &format!("{stem}.{ending}")));
            json!({ "@type": "DataDownload", "encodingFormat": kind, "contentUrl": address })
        };
        put("distribution", json!([file(CSV, "text/csv"), file(JSON, "application/json")]));
    }
    Value::Object(set)
}

/// The list of all data: what each is about stands on its own page.
fn catalogue(maker: &Maker<'_>) -> Value {
    let settings = &maker.site.settings;
    let mut whole = Map::new();
    whole.insert("@type".into(), "DataCatalog".into());
    whole.insert("name".into(), format!("{}: {}", settings.title, maker.word("data")).into());
    whole.insert("description".into(), maker.word("data_summary").into());
    whole.insert("creator".into(), creator(maker));
    whole.insert("inLanguage".into(), maker.language.into());
    whole.insert("isAccessibleForFree".into(), true.into());
    if let Some(licence) = &settings.data_licence {
        whole.insert("license".into(), licence.url.as_str().into());
    }
    if settings.base_url.is_some() {
        whole.insert("url".into(), maker.address(&Address::data()).into());
    }
    Value::Object(whole)
}

fn creator(maker: &Maker<'_>) -> Value {
    json!({ "@type": "Organization", "name": maker.site.settings.organisation })
}

/// Nothing in it can end the element or begin another; to a reader of JSON it is the same.
fn harmless(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '<' => out.push_str("\\u003c"),
            '>' => out.push_str("\\u003e"),
            '&' => out.push_str("\\u0026"),
            '\u{2028}' => out.push_str("\\u2028"),
            '\u{2029}' => out.push_str("\\u2029"),
            _ => out.push(c),
        }
    }
    out
}
