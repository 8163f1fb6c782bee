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

/// The texts of a site. A file's number is its place in the order they were added.
#[derive(Clone, Debug, Default)]
pub struct SourceMap {
    files: Vec<SourceFile>,
}

impl SourceMap {
    /// Adds a text and gives it the next number.
    pub fn add(&mut self, path: SitePath, text: impl Into<Arc<str>>) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(SourceFile { path, text: text.into() });
        id
    }

    /// The file of a number.
    pub fn get(&self, file: FileId) -> Option<&SourceFile> {
        self.files.get(file.0 as usize)
    }

    /// All files with their numbers.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files.iter().enumerate().map(|(number, file)| (FileId(u32::try_from(number).unwrap_or(u32::MAX)), file))
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
