//! Easy Read editions: the folder `easy-read` inside a document's folder holds the chapters of another text of
//! the same document, for adults with a learning disability.

mod attach;
mod decode;
mod length;
mod model;
pub mod retold;

pub use length::{MOST_PAGES, booklet_pages};
pub use model::{EasyRead, Edition, Test};

pub(super) use attach::add_easy_read;
pub(super) use decode::decode_easy_read;

use super::chapter::number_and_slug;
use super::{Chapter, Document};
use crate::source::SitePath;
use std::sync::Arc;

/// The name of the folder, and the part of the address.
pub const FOLDER: &str = "easy-read";

/// What an author calls the first page of a document, which is no chapter.
const FIRST_PAGE: &str = "index";

/// Whether the file at a path belongs to an Easy Read edition.
pub fn is_easy_read(path: &SitePath) -> bool {
    path.parent().name() == FOLDER
}

impl Document {
    /// The chapters of the Easy Read edition that retell a chapter.
    pub fn easy_read_of<'d>(&'d self, chapter: &Chapter) -> impl Iterator<Item = &'d Arc<Chapter>> {
        self.easy_read.iter().filter(|easy| retells(easy, &chapter.slug))
    }

    /// The chapters that a chapter of the Easy Read edition retells.
    pub fn retold_by<'d>(&'d self, easy: &Chapter) -> impl Iterator<Item = &'d Arc<Chapter>> {
        self.chapters().iter().filter(|chapter| retells(easy, &chapter.slug))
    }

    /// Whether a chapter of the Easy Read edition retells the first page.
    pub fn first_page_retold_by(&self, easy: &Chapter) -> bool {
        self.introduction().is_some() && easy.retells.iter().any(|told| chapter_meant(&told.value) == FIRST_PAGE)
    }

    /// Whether people with a learning disability have tried the Easy Read edition; without that it must not be
    /// called Easy Read.
    pub fn easy_read_tested(&self) -> bool {
        self.header.easy_read.as_ref().is_some_and(|record| !record.tested.is_empty())
    }
}

/// Whether a chapter of an Easy Read edition retells the chapter of this name: it says so, or it says nothing and
/// has the same name.
fn retells(easy: &Chapter, slug: &str) -> bool {
    match easy.retells.as_slice() {
        [] => easy.slug == slug,
        told => told.iter().any(|told| chapter_meant(&told.value) == slug),
    }
}

/// The chapter that an author means by `05-what-we-spent.md`, `05-what-we-spent` or `what-we-spent`.
fn chapter_meant(told: &str) -> String {
    number_and_slug(told.trim().trim_end_matches(".md")).1
}
