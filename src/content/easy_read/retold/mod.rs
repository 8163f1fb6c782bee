//! What the chapters of an Easy Read edition retell, as it was when somebody last looked at both: `retold.yaml`
//! keeps it, so that a standard text that changes afterwards is noticed.

mod changes;
mod record;

pub use changes::{Changes, changes_since};
pub use record::{Recorded, Retold, retold_text};

pub(in crate::content) use record::decode_retold;

use super::{FIRST_PAGE, chapter_meant};
use crate::content::{Chapter, Document};
use crate::diagnostic::Span;
use std::sync::Arc;

/// The name of the record, in the folder of the edition.
pub const RETOLD: &str = "retold.yaml";

/// A chapter that an Easy Read chapter retells.
#[derive(Clone, Copy, Debug)]
pub struct Source<'d> {
    /// What the record calls it.
    pub name: &'d str,
    /// Its text.
    pub chapter: &'d Arc<Chapter>,
    /// Where the Easy Read chapter says that it retells it; its top, if it only has the same name.
    pub named: Span,
}

impl Document {
    /// What a chapter of the Easy Read edition retells, in the order in which it says so.
    pub fn sources_of<'d>(&'d self, easy: &Chapter) -> Vec<Source<'d>> {
        let first = self.introduction().filter(|_| self.first_page_retold_by(easy));
        let first = first.map(|chapter| (FIRST_PAGE, chapter));
        let others = self.retold_by(easy).map(|chapter| (chapter.slug.as_str(), chapter));
        let named = |name: &str| easy.retells.iter().position(|told| chapter_meant(&told.value) == name);
        let mut all: Vec<_> =
            first.into_iter().chain(others).map(|(name, chapter)| (named(name), name, chapter)).collect();
        all.sort_by_key(|(place, ..)| *place);
        all.into_iter()
            .map(|(place, name, chapter)| {
                let named = place.and_then(|place| easy.retells.get(place)).map_or(easy.top(), |told| told.span);
                Source { name, chapter, named }
            })
            .collect()
    }
}
