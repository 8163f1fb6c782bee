//! The list of all data files; and the links to data on other pages.

use super::common::{About, Context};
use crate::prose::data_tables;
use crate::render::data::{DataKind, Maker, data_sets, document_of, figure_stem, grid_of, text_at};
use crate::site::Address;
use minijinja::value::Value;
use serde::Serialize;

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
    (page == Some(&crate::site::Page::Data)).then(|| context.link(&Address::data()))
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
    let mut groups: Vec<(Address, Group)> = Vec::new();
    for set in data_sets(context.site) {
        let (title, address) = match &set.kind {
            DataKind::AllFigures => (context.word("data_all_figures", &[]), Address::figures()),
            DataKind::Figure(id) => {
                let address = Address::figures().below(id);
                (context.title_of(&address), address)
            }
            DataKind::Table(address, nth) => {
                if let Some((home, entry)) = table(context, address, *nth, &set.stem) {
                    match groups.last_mut().filter(|(known, _)| *known == home) {
                        Some((_, group)) => group.entries.push(entry),
                        None => {
                            let title = context.title_of(&home);
                            groups.push((home, Group { title, entries: vec![entry] }));
                        }
                    }
                }
                continue;
            }
        };
        let files = files(context, &set.stem, &title, ALL);
        figures.push(Entry { title, href: context.link(&address), page: None, rows: None, files });
    }
    let licence = context.site.settings.data_licence.as_ref();
    let view = View {
        figures,
        groups: groups.into_iter().map(|(_, group)| group).collect(),
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
    let files = files(context, stem, &grid.title, ALL);
    Some((home, Entry { title: grid.title, href: context.link(address), page, rows: Some(rows), files }))
}
