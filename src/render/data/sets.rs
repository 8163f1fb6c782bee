//! Which data a site has, and under which paths.

use super::ENDINGS;
use crate::content::{Chapter, Document};
use crate::site::{Address, Page, PlanPage, Site};
use crate::source::SitePath;
use std::collections::BTreeMap;

/// Something of which there are data files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataSet {
    /// The path of its files below the output folder, without their endings.
    pub stem: String,
    /// What it is.
    pub kind: DataKind,
}

/// The kinds of data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DataKind {
    /// All figures of the site; with the index of a document, all that only it has.
    AllFigures(Option<usize>),
    /// The figure of this id through the years; with the index of the document that alone has it.
    Figure(Option<usize>, String),
    /// All actions of the plan of this index.
    Actions(usize),
    /// All that its rounds of updates said of them.
    Updates(usize),
    /// The promises of the folder of the document of this index.
    Promises(usize),
    /// The risks of the register of this index.
    Risks(usize),
    /// A table: the page it stands on, and which of the page's tables it is, from 0.
    Table(Address, usize),
}

/// The name of the files with all that a list holds. No figure can have it as its id.
const ALL: &str = "all";

/// All data of a site, in the order of their paths.
pub fn data_sets(site: &Site) -> Vec<DataSet> {
    let mut sets = Vec::new();
    // The lists that figures stand in, each with whose figures they are.
    let mut lists = BTreeMap::new();
    for (address, page) in site.pages.iter() {
        if let Some((owner, id)) = figure_of(page) {
            lists.extend(address.parent().map(|list| (list, owner)));
            let kind = DataKind::Figure(owner, id.to_owned());
            sets.extend(figure_stem(site, address).map(|stem| DataSet { stem, kind }));
        }
        if let Some(kind) = listed(site, page) {
            sets.extend(list_stem(site, address).map(|stem| DataSet { stem, kind }));
        }
        let Some(text) = text_at(site, address) else { continue };
        for (nth, name) in text.data.iter().enumerate() {
            let Some(stem) = name.as_ref().and_then(|name| table_stem(site, address, name)) else { continue };
            sets.push(DataSet { stem, kind: DataKind::Table(address.clone(), nth) });
        }
    }
    for (list, owner) in lists {
        let kind = DataKind::AllFigures(owner);
        sets.extend(figure_stem(site, &list.below(ALL)).map(|stem| DataSet { stem, kind }));
    }
    sets.sort_by(|a, b| a.stem.cmp(&b.stem));
    sets
}

/// The data set that the file at a path below the output folder belongs to.
pub fn data_set_at(site: &Site, path: &str) -> Option<DataSet> {
    let stem = ENDINGS.iter().find_map(|ending| path.strip_suffix(ending)?.strip_suffix('.'))?;
    let (folder, name) = stem.rsplit_once('/').unwrap_or(("", stem));
    let folder = Address::of(&SitePath::parse(folder).filter(|path| path.as_str() == folder)?);
    if let Some(kind) = figures_at(site, &folder, name) {
        return figure_stem(site, &folder.below(name)).map(|stem| DataSet { stem, kind });
    }
    if let Some(kind) = site.pages.get(&folder).and_then(|page| listed(site, page)).filter(|_| name == ALL) {
        return list_stem(site, &folder).map(|stem| DataSet { stem, kind });
    }
    let nth = text_at(site, &folder)?.data.iter().position(|known| known.as_deref() == Some(name))?;
    let stem = table_stem(site, &folder, name)?;
    Some(DataSet { stem, kind: DataKind::Table(folder, nth) })
}

/// The text that a page shows as its own: not that of a whole document, whose tables belong to
/// its chapters.
pub(in crate::render) fn text_at<'s>(site: &'s Site, address: &Address) -> Option<&'s Chapter> {
    match site.pages.get(address)? {
        Page::Home => site.home.as_deref(),
        page => site.text_of(page).map(AsRef::as_ref),
    }
}

/// The document that a page belongs to.
pub(in crate::render) fn document_of<'s>(site: &'s Site, address: &Address) -> Option<&'s Document> {
    match site.pages.get(address)? {
        Page::Document(index) | Page::Chapter(index, _) | Page::Single(index) | Page::EasyRead(index, _) => {
            site.document(*index)
        }
        Page::OwnFigures(index) | Page::OwnFigure(index, _) | Page::Plan(index, _) | Page::Risk(index, _) => {
            site.document(*index)
        }
        _ => None,
    }
}

/// The path of the files of the figure whose page stands at an address, without their endings.
pub(in crate::render) fn figure_stem(site: &Site, address: &Address) -> Option<String> {
    free(site, address.as_str().to_owned())
}

/// The path of the files with all that stands in a list: figures, actions, updates, promises, risks.
pub(in crate::render) fn list_stem(site: &Site, list: &Address) -> Option<String> {
    let of_figures = || figures_at(site, list, ALL).is_some();
    let known = site.pages.get(list).and_then(|page| listed(site, page)).is_some() || of_figures();
    if known { free(site, list.below(ALL).as_str().to_owned()) } else { None }
}

/// The path of a table's files, without their endings.
pub(in crate::render) fn table_stem(site: &Site, address: &Address, name: &str) -> Option<String> {
    // A chapter named `figures` can stand where a document's figures do.
    let figure = figures_at(site, address, name).is_some();
    // And the first page of a register lists its risks.
    let list = name == ALL && site.pages.get(address).and_then(|page| listed(site, page)).is_some();
    if figure || list { None } else { free(site, address.below(name).as_str().to_owned()) }
}

/// The figure that a page shows, and the document that alone has it, if one does.
fn figure_of(page: &Page) -> Option<(Option<usize>, &str)> {
    match page {
        Page::Figure(id) => Some((None, id)),
        Page::OwnFigure(index, id) => Some((Some(*index), id)),
        _ => None,
    }
}

/// The data that a page of a plan lists, the page of promises, or the first page of a register.
fn listed(site: &Site, page: &Page) -> Option<DataKind> {
    match page {
        Page::Plan(index, PlanPage::Actions) => Some(DataKind::Actions(*index)),
        Page::Plan(index, PlanPage::Rounds) => Some(DataKind::Updates(*index)),
        Page::Promises(index) => Some(DataKind::Promises(*index)),
        Page::Document(index) if site.is_register(*index) => Some(DataKind::Risks(*index)),
        _ => None,
    }
}

/// The data of figures that has this name in a list.
fn figures_at(site: &Site, list: &Address, name: &str) -> Option<DataKind> {
    if name != ALL {
        let (owner, id) = figure_of(site.pages.get(&list.below(name))?)?;
        return Some(DataKind::Figure(owner, id.to_owned()));
    }
    let below = site.pages.range(list.clone()..).take_while(|(address, _)| address.as_str().starts_with(list.as_str()));
    let mut below = below.filter(|(address, _)| address.parent().as_ref() == Some(list));
    below.find_map(|(_, page)| figure_of(page)).map(|(owner, _)| DataKind::AllFigures(owner))
}

/// A path where no file of the author's stands: that one would win, and a link would lead to it.
fn free(site: &Site, stem: String) -> Option<String> {
    let taken = |ending: &str| {
        let path = SitePath::parse(&format!("{stem}.{ending}"));
        path.is_none_or(|path| site.assets.contains_key(&path) || site.pages.contains_key(&Address::of(&path)))
    };
    if ENDINGS.iter().any(|ending| taken(ending)) { None } else { Some(stem) }
}
