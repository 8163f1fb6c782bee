//! The list of all data files; and the links to data on other pages.

use super::common::{About, Context};
use crate::prose::data_tables;
use crate::render::data::{
    DataKind, DataSet, Maker, PlanData, PromiseData, RiskData, data_sets, document_of, figure_stem, grid_of, list_stem,
    text_at,
};
use crate::site::{Address, Page, PlanPage};
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
    heading: String,
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

/// The files of a figure as its page, which stands at `address`, offers them.
pub(super) fn figure_files(context: &Context<'_>, address: &Address, title: &str) -> Vec<File> {
    figure_stem(context.site, address).map(|stem| files(context, &stem, title, SHORT)).unwrap_or_default()
}

/// The files of all that a list holds.
pub(super) fn list_files(context: &Context<'_>, list: &Address, title: &str) -> Vec<File> {
    list_stem(context.site, list).map(|stem| files(context, &stem, title, SHORT)).unwrap_or_default()
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
    let mut homes: BTreeMap<Address, OfDocument> = BTreeMap::new();
    for set in data_sets(context.site) {
        match &set.kind {
            DataKind::AllFigures(None) | DataKind::Figure(None, _) => figures.extend(figure(context, &set)),
            DataKind::AllFigures(Some(index)) | DataKind::Figure(Some(index), _) => {
                let home = context.site.document(*index).map(|document| Address::of(&document.path));
                if let Some((home, entry)) = home.zip(figure(context, &set)) {
                    homes.entry(home).or_default().figures.push(entry);
                }
            }
            DataKind::Actions(index) | DataKind::Updates(index) => {
                let home = context.site.document(*index).map(|document| Address::of(&document.path));
                if let Some((home, entry)) = home.zip(of_plan(context, &set, *index)) {
                    homes.entry(home).or_default().plan.push(entry);
                }
            }
            DataKind::Promises(index) => {
                let folder = context.site.document(*index).map(|document| Address::of(&document.path.parent()));
                if let Some((folder, entry)) = folder.zip(of_promises(context, &set, *index)) {
                    homes.entry(folder).or_default().plan.push(entry);
                }
            }
            DataKind::Risks(index) => {
                let home = context.site.document(*index).map(|document| Address::of(&document.path));
                if let Some((home, entry)) = home.zip(of_register(context, &set, *index)) {
                    homes.entry(home).or_default().plan.push(entry);
                }
            }
            DataKind::Table(address, nth) => {
                let chapter = match context.site.pages.get(address) {
                    Some(Page::Chapter(_, number)) => number + 1,
                    _ => 0,
                };
                if let Some((home, entry)) = table(context, address, *nth, &set.stem) {
                    homes.entry(home).or_default().tables.push((chapter, *nth, entry));
                }
            }
        }
    }
    let licence = context.site.settings.data_licence.as_ref();
    let view = View {
        figures,
        groups: homes.into_iter().map(|(home, data)| data.group(context, &home)).collect(),
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

/// What a document has.
#[derive(Default)]
struct OfDocument {
    /// The actions and the updates of a plan, the risks of a register, or the promises of a folder.
    plan: Vec<Entry>,
    figures: Vec<Entry>,
    /// Each with the number of its chapter and its own in there.
    tables: Vec<(usize, usize, Entry)>,
}

impl OfDocument {
    fn group(mut self, context: &Context<'_>, home: &Address) -> Group {
        let key = match (self.figures.is_empty(), self.tables.is_empty()) {
            _ if !self.plan.is_empty() => "data_of",
            (true, _) => "data_tables_of",
            (false, true) => "data_figures_of",
            (false, false) => "data_both_of",
        };
        self.tables.sort_by_key(|(chapter, nth, _)| (*chapter, *nth));
        let tables = self.tables.into_iter().map(|(.., entry)| entry);
        Group {
            heading: context.word(key, &[("title", &context.title_of(home))]),
            entries: self.plan.into_iter().chain(self.figures).chain(tables).collect(),
        }
    }
}

/// A figure, or all that a list holds.
fn figure(context: &Context<'_>, set: &DataSet) -> Option<Entry> {
    let site = context.site;
    let (address, title, whose) = match &set.kind {
        DataKind::AllFigures(None) => (Address::figures(), context.word("data_all_figures", &[]), None),
        DataKind::AllFigures(Some(index)) => {
            let document = site.document(*index)?;
            let title = context.word("figures_only_in", &[("title", document.title())]);
            (Address::figures_of(&document.path), title, None)
        }
        DataKind::Figure(None, id) => {
            let address = Address::figures().below(id);
            let title = context.title_of(&address);
            (address, title, None)
        }
        DataKind::Figure(Some(index), id) => {
            let document = site.document(*index)?;
            let address = Address::figures_of(&document.path).below(id);
            let title = context.title_of(&address);
            (address, title, Some(document.title()))
        }
        DataKind::Actions(_)
        | DataKind::Updates(_)
        | DataKind::Promises(_)
        | DataKind::Risks(_)
        | DataKind::Table(..) => {
            return None;
        }
    };
    // Several documents can have a figure of this name.
    let named = whose.map_or_else(|| title.clone(), |whose| format!("{title}, {whose}"));
    let files = files(context, &set.stem, &named, ALL);
    Some(Entry { title, href: context.link(&address), page: None, rows: None, files })
}

/// All actions of the plan of this index, or all its updates.
fn of_plan(context: &Context<'_>, set: &DataSet, index: usize) -> Option<Entry> {
    let document = context.site.document(index)?;
    let plan = document.plan.as_deref()?;
    let maker =
        Maker { site: context.site, document: Some(document), language: context.language, strings: context.strings };
    let promises = PlanData::of(&maker)?;
    let (page, title, grid) = match set.kind {
        DataKind::Updates(_) => (PlanPage::Rounds, "data_all_updates", promises.updates_grid()),
        _ => (PlanPage::Actions, "plan_actions_all", promises.actions_grid()),
    };
    Some(Entry {
        title: context.word(title, &[]),
        href: context.link(&page.address(&document.path, plan)),
        page: None,
        rows: Some(context.word("data_rows", &[("count", &grid.rows.len().to_string())])),
        files: files(context, &set.stem, &grid.title, ALL),
    })
}

/// The promises of the folder of the document of this index.
fn of_promises(context: &Context<'_>, set: &DataSet, index: usize) -> Option<Entry> {
    let document = context.site.document(index)?;
    let maker =
        Maker { site: context.site, document: Some(document), language: context.language, strings: context.strings };
    let grid = PromiseData::of(&maker, index)?.grid();
    Some(Entry {
        href: context.link(&Address::promises_of(&document.path)),
        page: None,
        rows: Some(context.word("data_rows", &[("count", &grid.rows.len().to_string())])),
        files: files(context, &set.stem, &grid.title, ALL),
        title: grid.title,
    })
}

/// The risks of the register of this index.
fn of_register(context: &Context<'_>, set: &DataSet, index: usize) -> Option<Entry> {
    let document = context.site.document(index)?;
    let maker =
        Maker { site: context.site, document: Some(document), language: context.language, strings: context.strings };
    let grid = RiskData::of(&maker, index)?.grid();
    Some(Entry {
        title: context.word("risks_all", &[]),
        href: context.link(&Address::of(&document.path)),
        page: None,
        rows: Some(context.word("data_rows", &[("count", &grid.rows.len().to_string())])),
        files: files(context, &set.stem, &grid.title, ALL),
    })
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
