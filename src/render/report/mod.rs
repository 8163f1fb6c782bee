//! The report of `candour check`: how each document reads and what is wrong with it, with the sentences marked where
//! they stand. One page that needs nothing else, or pages of the preview.

mod files;
mod marked;
mod view;

use super::environment::format;
use crate::check::Summary;
use crate::diagnostic::{Diagnostic, Place, Texts};
use crate::site::Site;
use crate::source::SitePath;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, UndefinedBehavior};
use view::page;

const TEMPLATE: &str = include_str!("report.html");

/// The style of the report.
pub const REPORT_STYLE: &str = include_str!("report.css");

/// What a report is made of.
pub struct Report<'a> {
    /// The site.
    pub site: &'a Site,
    /// Its summary.
    pub summary: &'a Summary,
    /// What was found, in reading order.
    pub diagnostics: &'a [Diagnostic],
    /// What is not told: turned off by authors, or known.
    pub untold: &'a [Diagnostic],
    /// The texts that it points into.
    pub texts: &'a dyn Texts,
    /// What of it is shown.
    pub part: Part<'a>,
    /// The address that opens a file at a place in the author's editor.
    pub editor: &'a dyn Fn(&str, Place) -> Option<String>,
}

/// What a report shows.
#[derive(Clone, Copy, Debug)]
pub enum Part<'a> {
    /// Everything, on one page with its style in it.
    Whole,
    /// The table of documents. The page of each has the address with its path at the end.
    Overview {
        /// What it is shown with.
        live: Live<'a>,
        /// The beginning of the address of a document's page.
        document: &'a str,
    },
    /// One document.
    Document {
        /// What it is shown with.
        live: Live<'a>,
        /// The address of the table of documents.
        overview: &'a str,
        /// Its path.
        path: &'a SitePath,
    },
}

/// What a page is shown with that comes anew after each check.
#[derive(Clone, Copy, Debug)]
pub struct Live<'a> {
    /// Where its style is.
    pub style: &'a str,
    /// Where the script is that loads it again.
    pub script: &'a str,
    /// The number of the check that it tells of.
    pub generation: u64,
}

/// The report as HTML. It shows nothing where the document that is asked for is not there.
///
/// # Errors
/// Its template has a mistake, which is a fault of Candour.
pub fn report(report: &Report<'_>) -> Result<String, minijinja::Error> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.set_formatter(format);
    environment.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()?);
    environment.add_template("report", TEMPLATE)?;
    environment.get_template("report")?.render(Value::from(Serde(page(report))))
}
