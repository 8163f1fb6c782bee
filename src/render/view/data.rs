//! The list of all data files; and the links to data on other pages.

use super::common::{About, Context};
use crate::prose::data_tables;
use crate::render::data::{DataKind, Maker, data_sets, document_of, figure_stem, grid_of, text_at};
use crate::site::{Address, Page};
use minijinja::value::Value;
use serde::Serialize;
use std::collections::BTreeMap;

/// A link to a file of data. What is seen is its format; the words around it tell which data.
#[derive(Serialize)]
pub(super) struct File {
    before: String,
    format: &'static str,
    after: String,
    href: String,
}

#[derive(Serialize)]
struct Entry {
    title: String,
    href: String,
    page: Option<String>,
    rows: Option<String>,
    files: Vec<File>,
}

#[derive(Serialize)]
struct Group {
    title: String,
    entries: Vec<Entry>,
}

#[derive(Serialize)]
struct Licence {
    name: String,
    url: String,
}

const SHORT: &[(&str, &str)] = &[("csv", "CSV"), ("json", "JSON")];
const ALL: &[(&str, &str)] = &[("csv", "CSV"), ("csv-metadata.json", "CSVW"), ("json", "JSON")];

fn files(context: &Context<'_>, stem: &str, title: &str, formats: &[(&str, &'static str)]) -> Vec<File> {
    const PLACE: &str = "\u{fffc}";
    let words = context.word("data_link", &[("title", title), ("format", PLACE)]);
    let (before, after) = words.split_once(PLACE).unwrap_or(("", ""));
    let file = |(ending, format): &(&str, &'static str)| File {
        before: before.to_owned(),
        format,
        after: after.to_owned(),
        href: context.file_link(&format!("{stem}.{ending}")),
    };
    formats.iter().map(file).collect()
}

/// The files of a figure, or of all of them (`all`), as its page offers them.
pub(super) fn figure_files(context: &Context<'_>, id: &str, title: &str) -> Vec<File> {
    figure_stem(context.site, id).map(|stem| files(context, &stem, title, SHORT)).unwrap_or_default()
}

/// The address of the list of all data, if there is one.
pub(super) fn data_page(context: &Context<'_>) -> Option<String> {
    let page = context.site.pages.get(&Address::data());
    (page == Some(&Page::Data)).then(|| context.link(&Address::data()))
}

/// The list of all data.
pub(super) fn all(context: &Context<'_>) -> Value {
    #[derive(Serialize)]
    struct View {
        figures: Vec<Entry>,
        groups: Vec<Group>,
        licence: Option<Licence>,
    }
    let mut figures = Vec::new();
    // By document, in the order of reading.
    let mut tables: BTreeMap<Address, Vec<(usize, usize, Entry)>> = BTreeMap::new();
    for set in data_sets(context.site) {
        let (title, address) = match &set.kind {
            DataKind::AllFigures => (context.word("data_all_figures", &[]), Address::figures()),
            DataKind::Figure(id) => {
                let address = Address::figures().below(id);
                (context.title_of(&address), address)
            }
            DataKind::Table(address, nth) => {
                let chapter = match context.site.pages.get(address) {
                    Some(Page::Chapter(_, number)) => number + 1,
                    _ => 0,
                };
                if let Some((home, entry)) = table(context, address, *nth, &set.stem) {
                    tables.entry(home).or_default().push((chapter, *nth, entry));
                }
                continue;
            }
        };
        let files = files(context, &set.stem, &title, ALL);
        figures.push(Entry { title, href: context.link(&address), page: None, rows: None, files });
    }
    let group = |(home, mut entries): (Address, Vec<(usize, usize, Entry)>)| {
        entries.sort_by_key(|(chapter, nth, _)| (*chapter, *nth));
        Group { title: context.title_of(&home), entries: entries.into_iter().map(|(.., entry)| entry).collect() }
    };
    let licence = context.site.settings.data_licence.as_ref();
    let view = View {
        figures,
        groups: tables.into_iter().map(group).collect(),
        licence: licence.map(|licence| Licence { name: licence.name.clone(), url: licence.url.clone() }),
    };
    let about = About {
        title: context.word("data", &[]),
        within: None,
        description: Some(context.word("data_summary", &[])),
        document: None,
    };
    context.view(&about, view)
}

/// A table, and the page that its document begins with.
fn table(context: &Context<'_>, address: &Address, nth: usize, stem: &str) -> Option<(Address, Entry)> {
    let document = document_of(context.site, address);
    let home = document.map_or_else(|| address.clone(), |document| Address::of(&document.path));
    let text = text_at(context.site, address)?;
    let tables = data_tables(&text.prose);
    let maker = Maker { site: context.site, document, language: context.language, strings: context.strings };
    let grid = grid_of(&maker, address, tables.get(nth)?);
    let page = (*address != home).then(|| context.title_of(address));
    let rows = context.word("data_rows", &[("count", &grid.rows.len().to_string())]);
    // Every year has a table of this name, so each link says whose it is.
    let place: Vec<String> =
        [Some(grid.title.clone()), page.clone(), Some(context.title_of(&home))].into_iter().flatten().collect();
    let files = files(context, stem, &place.join(", "), ALL);
    Some((home, Entry { title: grid.title, href: context.link(address), page, rows: Some(rows), files }))
}
