//! What authors write, as typed documents: site settings, the glossary, and the kinds of
//! document, one folder each with the same three files: `model`, `decode`, `check`.
//! A mistake in one file never hides those of another. Nothing here knows addresses.

pub mod action_plan;
pub mod briefing;
mod chapter;
pub mod checks;
mod document;
pub mod easy_read;
mod exempt;
pub mod figures;
mod file;
mod folder;
mod glossary;
mod header;
mod library;
pub mod local_account;
mod names;
pub mod paragraphs;
mod picture;
pub mod risk_register;
mod settings;
mod sheet;
mod shelf;
pub mod statement;
mod web;

pub use chapter::Chapter;
pub(crate) use chapter::readable;
pub use document::{Document, Form, Kind, Passage, Plan, Withheld};
pub use exempt::Exempt;
pub use file::Asset;
pub use glossary::{Glossary, Term};
pub use header::{Correction, Header, Headline, Status};
pub(crate) use library::check_names;
pub use library::{Content, read_content};
pub(crate) use names::is_litter;
pub use picture::PictureFacts;
pub use settings::{DataLicence, Logo, NavigationItem, Settings};
pub use sheet::{DataFile, diagnostic_of};
pub use shelf::Shelf;
pub(crate) use web::direction;
