//! The files of a site with other contents for some of them.

use crate::source::{Entry, Files, SitePath, WorldFailure};
use std::collections::BTreeMap;

/// Files, some of which are changed in memory.
pub(super) struct Overlay<'f> {
    pub(super) files: &'f dyn Files,
    pub(super) changed: &'f BTreeMap<SitePath, Vec<u8>>,
}

impl Files for Overlay<'_> {
    fn list(&self) -> Result<Vec<Entry>, WorldFailure> {
        let mut entries = self.files.list()?;
        for entry in &mut entries {
            if let Some(bytes) = self.changed.get(&entry.path) {
                entry.size = bytes.len() as u64;
            }
        }
        Ok(entries)
    }

    fn read(&self, path: &SitePath) -> Result<Vec<u8>, WorldFailure> {
        match self.changed.get(path) {
            Some(bytes) => Ok(bytes.clone()),
            None => self.files.read(path),
        }
    }
}
