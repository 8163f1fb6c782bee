//! All texts of a site, numbered.

use super::SitePath;
use crate::diagnostic::{FileId, Texts};
use std::sync::Arc;

/// One text file.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Where it is, below the site's folder.
    pub path: SitePath,
    /// What it says, without byte order mark.
    pub text: Arc<str>,
}

/// The texts of a site. A file keeps its number for as long as it is there; what people read is
/// in the order of the paths.
#[derive(Clone, Debug, Default)]
pub struct SourceMap {
    files: Vec<Option<Arc<SourceFile>>>,
    carried: Vec<Option<Arc<SourceFile>>>,
}

/// The number of the first text that the program carries, beyond those of all sites.
const CARRIED: u32 = 1 << 31;

impl SourceMap {
    /// Adds a text and gives it the next number.
    pub fn add(&mut self, path: SitePath, text: impl Into<Arc<str>>) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.put(id, Arc::new(SourceFile { path, text: text.into() }));
        id
    }

    /// Puts a text at a number of its own.
    pub fn put(&mut self, id: FileId, file: Arc<SourceFile>) {
        let place = id.0 as usize;
        if self.files.len() <= place {
            self.files.resize(place + 1, None);
        }
        if let Some(slot) = self.files.get_mut(place) {
            *slot = Some(file);
        }
    }

    /// Adds the text of this index that the program carries; its number is always the same,
    /// whatever the site.
    pub fn carry(&mut self, index: usize, path: SitePath, text: &str) -> FileId {
        if self.carried.len() <= index {
            self.carried.resize(index + 1, None);
        }
        if let Some(slot) = self.carried.get_mut(index) {
            *slot = Some(Arc::new(SourceFile { path, text: text.into() }));
        }
        FileId(CARRIED.saturating_add(u32::try_from(index).unwrap_or(u32::MAX)))
    }

    /// The file of a number.
    pub fn get(&self, file: FileId) -> Option<&SourceFile> {
        match file.0.checked_sub(CARRIED) {
            Some(index) => self.carried.get(index as usize)?.as_deref(),
            None => self.files.get(file.0 as usize)?.as_deref(),
        }
    }

    /// All files of the site with their numbers, in reading order.
    pub fn in_order(&self) -> Vec<(FileId, &SourceFile)> {
        let numbered = (0..).zip(&self.files);
        let mut files: Vec<(FileId, &SourceFile)> =
            numbered.filter_map(|(number, file)| Some((FileId(number), file.as_deref()?))).collect();
        files.sort_by(|(_, a), (_, b)| a.path.cmp(&b.path));
        files
    }

    /// The texts that the program carries, with their numbers.
    pub fn carried(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        (CARRIED..).zip(&self.carried).filter_map(|(number, file)| Some((FileId(number), file.as_deref()?)))
    }

    /// The place of each number in reading order.
    pub fn ranks(&self) -> Ranks {
        let mut ranks = vec![u32::MAX; self.files.len()];
        for (rank, (id, _)) in (0..).zip(self.in_order()) {
            if let Some(slot) = ranks.get_mut(id.0 as usize) {
                *slot = rank;
            }
        }
        Ranks(ranks)
    }
}

/// The order of files as people read them.
#[derive(Clone, Debug)]
pub struct Ranks(Vec<u32>);

impl Ranks {
    /// The place of a file; what the program carries comes last.
    pub fn of(&self, file: FileId) -> u32 {
        self.0.get(file.0 as usize).copied().unwrap_or(file.0)
    }
}

impl Texts for SourceMap {
    fn path(&self, file: FileId) -> &str {
        self.get(file).map_or("", |file| file.path.as_str())
    }

    fn text(&self, file: FileId) -> &str {
        self.get(file).map_or("", |file| &file.text)
    }
}
