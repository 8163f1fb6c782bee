//! Data for those who work with it: each table, each figure, the actions of each plan and its updates,
//! the risks of each register as CSV, as CSVW (what the columns of the CSV mean) and as JSON; and what pages tell search engines
//! of them. What stands in the files is what stands on the page: the same table, the same public figures.

mod csv;
mod csvw;
mod figures;
mod grid;
mod json;
mod plan;
mod promises;
mod risks;
mod schema;
mod scorecard;
mod sets;
mod table;
#[cfg(test)]
mod tests;

pub(super) use plan::PlanData;
pub(super) use promises::PromiseData;
pub(super) use risks::RiskData;
pub(super) use schema::structured_data;
pub use sets::{DataKind, DataSet, data_set_at, data_sets};
pub(super) use sets::{document_of, figure_stem, list_stem, table_stem, text_at};
pub(super) use table::grid_of;

use super::Renderer;
use super::sitemap::canonical;
use super::strings::Strings;
use crate::content::Document;
use crate::figure::{Date, Period, date_words};
use crate::prose::{Words, data_tables};
use crate::site::{Address, Site};
use grid::Grid;

/// The endings of the files of a data set. The second is where readers of CSVW look for it.
const CSV: &str = "csv";
const CSVW: &str = "csv-metadata.json";
const JSON: &str = "json";
/// In this order, because the longest that fits is meant.
const ENDINGS: [&str; 3] = [CSVW, CSV, JSON];

impl Renderer {
    /// The files of a data set, by their paths below the output folder.
    pub fn data_files(&self, site: &Site, set: &DataSet) -> Vec<(String, Vec<u8>)> {
        let Some((grid, json)) = self.data(site, set) else { return Vec::new() };
        let file = |ending: &str, bytes| (format!("{}.{ending}", set.stem), bytes);
        vec![file(CSV, csv::csv(&grid)), file(CSVW, csvw::csvw(site, &grid, file_name(&set.stem))), file(JSON, json)]
    }

    /// A data set as a grid and as JSON.
    fn data(&self, site: &Site, set: &DataSet) -> Option<(Grid, Vec<u8>)> {
        match &set.kind {
            DataKind::AllFigures(owner) => {
                let maker = Maker::new(self, site, owner.and_then(|index| site.document(index)));
                Some((figures::all_grid(&maker, *owner), figures::all_json(&maker, *owner)))
            }
            DataKind::Figure(owner, id) => {
                let maker = Maker::new(self, site, owner.and_then(|index| site.document(index)));
                let (series, stated) = figures::one(site, *owner, id)?;
                Some((figures::grid(&maker, series, &stated), figures::json(&maker, series, &stated)))
            }
            DataKind::Actions(index) => {
                let maker = Maker::new(self, site, site.document(*index));
                let promises = plan::PlanData::of(&maker)?;
                Some((promises.actions_grid(), promises.actions_json()))
            }
            DataKind::Updates(index) => {
                let maker = Maker::new(self, site, site.document(*index));
                let promises = plan::PlanData::of(&maker)?;
                Some((promises.updates_grid(), promises.updates_json()))
            }
            DataKind::Promises(index) => {
                let maker = Maker::new(self, site, site.document(*index));
                let promises = PromiseData::of(&maker, *index)?;
                Some((promises.grid(), promises.json()))
            }
            DataKind::Risks(index) => {
                let maker = Maker::new(self, site, site.document(*index));
                let risks = RiskData::of(&maker, *index)?;
                Some((risks.grid(), risks.json()))
            }
            DataKind::Table(address, nth) => {
                let maker = Maker::new(self, site, document_of(site, address));
                let text = text_at(site, address)?;
                let tables = data_tables(&text.prose);
                let grid = grid_of(&maker, address, tables.get(*nth)?);
                let json = json::table(&maker, address, &grid, tables.get(*nth)?.table());
                Some((grid, json))
            }
        }
    }
}

/// What data files are made with: the site, and the words of the document's language.
pub(super) struct Maker<'a> {
    pub(super) site: &'a Site,
    pub(super) document: Option<&'a Document>,
    pub(super) language: &'a str,
    pub(super) strings: &'a Strings,
}

impl<'a> Maker<'a> {
    fn new(renderer: &'a Renderer, site: &'a Site, document: Option<&'a Document>) -> Maker<'a> {
        let language = document.and_then(|document| document.header.language.as_deref());
        let language = language.unwrap_or(&site.settings.language);
        Maker { site, document, language, strings: renderer.environments.strings(language) }
    }

    fn word(&self, key: &str) -> String {
        self.strings.word(key, &[])
    }

    fn words(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        self.strings.word(key, arguments)
    }

    fn date(&self, date: Date) -> String {
        date_words(date, &|key, arguments| self.strings.word(key, arguments))
    }

    /// "2019 to 2020" and not "2019-20": of "2011-12" a spreadsheet makes the month December 2011.
    fn period(&self, period: &Period) -> String {
        period.words(&|key, arguments| self.strings.word(key, arguments))
    }

    /// The address of a page: in full where the site knows its own, else counted from its top.
    fn address(&self, address: &Address) -> String {
        canonical(self.site.settings.base_url.as_deref().unwrap_or_default(), address.as_str())
    }
}

/// The last part of a path.
fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// A value as JSON that people can read too.
fn pretty(value: &impl serde::Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
