//! Which data a site has, and under which paths.

use super::ENDINGS;
use crate::content::{Chapter, Document};
use crate::site::{Address, Page, Site};
use crate::source::SitePath;

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
    /// All figures of the site.
    AllFigures,
    /// The figure of this id through the years.
    Figure(String),
    /// A table: the page it stands on, and which of the page's tables it is, from 0.
    Table(Address, usize),
}

/// The name of the files with all figures. No figure can have it as its id.
const ALL: &str = "all";

/// All data of a site, in the order of their paths.
pub fn data_sets(site: &Site) -> Vec<DataSet> {
    let mut sets = Vec::new();
    let mut figures = false;
    for (address, page) in site.pages.iter() {
        if let Page::Figure(id) = page {
            figures = true;
            sets.extend(figure_stem(site, id).map(|stem| DataSet { stem, kind: DataKind::Figure(id.clone()) }));
        }
        let Some(text) = text_at(site, address) else { continue };
        for (nth, name) in text.data.iter().enumerate() {
            let Some(stem) = name.as_ref().and_then(|name| table_stem(site, address, name)) else { continue };
            sets.push(DataSet { stem, kind: DataKind::Table(address.clone(), nth) });
        }
    }
    if figures {
        sets.extend(figure_stem(site, ALL).map(|stem| DataSet { stem, kind: DataKind::AllFigures }));
    }
    sets.sort_by(|a, b| a.stem.cmp(&b.stem));
    sets
}

/// The data set that the file at a path below the output folder belongs to.
pub fn data_set_at(site: &Site, path: &str) -> Option<DataSet> {
    let stem = ENDINGS.iter().find_map(|ending| path.strip_suffix(ending)?.strip_suffix('.'))?;
    let (folder, name) = stem.rsplit_once('/').unwrap_or(("", stem));
    let folder = Address::of(&SitePath::parse(folder).filter(|path| path.as_str() == folder)?);
    let kind = if folder == Address::figures() && name == ALL {
        site.pages.values().any(|page| matches!(page, Page::Figure(_))).then_some(DataKind::AllFigures)
    } else if is_figure(site, &folder, name) {
        Some(DataKind::Figure(name.to_owned()))
    } else {
        None
    };
    if let Some(kind) = kind {
        return figure_stem(site, name).map(|stem| DataSet { stem, kind });
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
        Page::Document(index) | Page::Chapter(index, _) | Page::Single(index) => site.document(*index),
        _ => None,
    }
}

/// The path of a figure's files, without their endings; of all figures for [`ALL`].
pub(in crate::render) fn figure_stem(site: &Site, id: &str) -> Option<String> {
    free(site, Address::figures().below(id).as_str().to_owned())
}

/// The path of a table's files, without their endings.
pub(in crate::render) fn table_stem(site: &Site, address: &Address, name: &str) -> Option<String> {
    let figure = *address == Address::figures() && (name == ALL || is_figure(site, address, name));
    if figure { None } else { free(site, address.below(name).as_str().to_owned()) }
}

fn is_figure(site: &Site, folder: &Address, name: &str) -> bool {
    *folder == Address::figures() && matches!(site.pages.get(&folder.below(name)), Some(Page::Figure(_)))
}

/// A path where no file of the author's stands: that one would win, and a link would lead to it.
fn free(site: &Site, stem: String) -> Option<String> {
    let taken = |ending: &str| {
        let path = SitePath::parse(&format!("{stem}.{ending}"));
        path.is_none_or(|path| site.assets.contains_key(&path) || site.pages.contains_key(&Address::of(&path)))
    };
    if ENDINGS.iter().any(|ending| taken(ending)) { None } else { Some(stem) }
}
