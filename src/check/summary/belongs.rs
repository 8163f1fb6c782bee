//! To which document a file of the site belongs.

use crate::content::Document;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The documents of a site by their paths below `content/`.
pub(super) struct Shelves<'s>(BTreeMap<&'s str, usize>);

impl<'s> Shelves<'s> {
    pub(super) fn of(documents: &'s [Arc<Document>]) -> Shelves<'s> {
        Shelves(documents.iter().enumerate().map(|(index, document)| (document.path.as_str(), index)).collect())
    }

    /// The index of the document that a file is part of, by its path below the site's folder: the file of a
    /// document, or one in its folder or in a folder within that.
    pub(super) fn document(&self, file: &str) -> Option<usize> {
        let path = file.strip_prefix("content/")?;
        let stem = path.strip_suffix(".md").or_else(|| path.strip_suffix(".yaml"));
        let folders = path.match_indices('/').rev().filter_map(|(at, _)| path.get(..at));
        stem.into_iter().chain(folders).find_map(|path| self.0.get(path).copied())
    }
}
