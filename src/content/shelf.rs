//! The files of a site, each read by itself and kept. A build fills it once; the preview puts
//! back what changed, and everything else stays read.

use super::file::{Asset, Parsed, Role, Text, read_asset, read_text, role};
use super::library::{Content, put_together};
use super::names::is_litter;
use crate::diagnostic::FileId;
use crate::source::{Entry, Files, SitePath, WorldFailure};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry as Place;
use std::sync::Arc;
use xxhash_rust::xxh3::xxh3_64;

/// The files of a site, read.
#[derive(Debug, Default)]
pub struct Shelf {
    files: BTreeMap<SitePath, Shelved>,
    /// The numbers of texts that are gone, to be given to others.
    free: Vec<FileId>,
    next: u32,
}

/// A file on the shelf.
#[derive(Debug)]
pub(super) enum Shelved {
    /// A text.
    Text {
        /// As it is; `None` for settings that are gone.
        now: Option<Arc<Text>>,
        /// As it last made sense, while it does not.
        before: Option<Arc<Text>>,
    },
    Asset(Asset),
    /// A file of a theme, with a fingerprint of its bytes.
    ThemeAsset(u64),
}

impl Shelved {
    /// The text as it is.
    pub(super) fn now(&self) -> Option<&Arc<Text>> {
        match self {
            Shelved::Text { now, .. } => now.as_ref(),
            Shelved::Asset(_) | Shelved::ThemeAsset(_) => None,
        }
    }

    /// The text as it last made sense.
    fn sound(&self) -> Option<&Arc<Text>> {
        match self {
            Shelved::Text { now, before } => before.as_ref().or(now.as_ref()),
            Shelved::Asset(_) | Shelved::ThemeAsset(_) => None,
        }
    }
}

/// The settings are the one file without which nothing looks right.
const SETTINGS: &str = "content/site.yaml";

/// The file that makes one document of the Markdown files beside it.
const HEADER: &str = "document.yaml";

impl Shelf {
    /// Reads all files of a site.
    ///
    /// # Errors
    /// The world fails: a file that is listed cannot be read.
    pub fn read(files: &dyn Files) -> Result<Shelf, WorldFailure> {
        let mut shelf = Shelf::default();
        let mut entries = files.list()?;
        entries.retain(|entry| !is_litter(&entry.path));
        entries.sort_by(|a, b| a.path.cmp(&b.path));
        let numbered: Vec<(Entry, Role, FileId)> = entries
            .into_iter()
            .map(|entry| {
                let role = role(&entry.path);
                let file = if role.is_text() { shelf.number() } else { FileId(0) };
                (entry, role, file)
            })
            .collect();
        let read: Vec<Result<(SitePath, Shelved), WorldFailure>> = numbered
            .into_par_iter()
            .map(|(entry, role, file)| {
                let bytes = if Self::wants(role, &entry) { files.read(&entry.path)? } else { Vec::new() };
                let shelved = read_one(role, file, &entry, bytes);
                Ok((entry.path, shelved))
            })
            .collect();
        shelf.files = read.into_iter().collect::<Result<_, _>>()?;
        Ok(shelf)
    }

    /// Whether a file has to be read to be known.
    pub fn wants_bytes(entry: &Entry) -> bool {
        Self::wants(role(&entry.path), entry)
    }

    fn wants(role: Role, entry: &Entry) -> bool {
        role.is_read() && !(role.is_text() && entry.size > super::file::LARGEST_TEXT)
    }

    /// Puts a file on the shelf that is new or has changed, with its bytes where
    /// [`Shelf::wants_bytes`]. Whether that makes a difference.
    pub fn put(&mut self, entry: &Entry, bytes: Vec<u8>) -> bool {
        if is_litter(&entry.path) {
            return false;
        }
        let role = role(&entry.path);
        let old = self.files.get(&entry.path);
        let file = match old.and_then(Shelved::sound) {
            Some(text) => text.file,
            None if role.is_text() => self.number(),
            None => FileId(0),
        };
        let mut new = read_one(role, file, entry, bytes);
        let old = self.files.get(&entry.path);
        match (&mut new, old) {
            (Shelved::Text { now: Some(now), before }, Some(old)) => {
                if old.now().is_some_and(|old| old.text == now.text && same_findings(old, now)) {
                    return false;
                }
                if now.is_broken(self.is_chapter(&entry.path)) {
                    *before = old.sound().map(|sound| now.mended_by(sound).map_or_else(|| Arc::clone(sound), Arc::new));
                }
            }
            (Shelved::Asset(new), Some(Shelved::Asset(old))) if new == old => return false,
            (Shelved::ThemeAsset(new), Some(Shelved::ThemeAsset(old))) if new == old => return false,
            _ => {}
        }
        self.files.insert(entry.path.clone(), new);
        self.look_again_beside(&entry.path);
        true
    }

    /// Takes a file away that is gone. Whether that makes a difference.
    pub fn remove(&mut self, path: &SitePath) -> bool {
        let Place::Occupied(mut place) = self.files.entry(path.clone()) else { return false };
        if path.as_str() == SETTINGS
            && let Shelved::Text { now, before } = place.get_mut()
        {
            let gone = now.take();
            let differs = gone.is_some();
            *before = before.take().or(gone);
            return differs;
        }
        if let Some(text) = place.remove().sound() {
            self.free.push(text.file);
        }
        self.look_again_beside(path);
        true
    }

    /// A mistake of a chapter may be none of a page of its own, and a `document.yaml` decides which
    /// of the two a file is. What is not broken any more is shown as it is.
    fn look_again_beside(&mut self, header: &SitePath) {
        if header.name() != HEADER {
            return;
        }
        let (folder, chapter) = (header.parent(), self.is_chapter(header));
        for (path, file) in &mut self.files {
            if let Shelved::Text { now: Some(now), before } = file
                && before.is_some()
                && path.name() != HEADER
                && path.parent() == folder
                && !now.is_broken(chapter)
            {
                *before = None;
            }
        }
    }

    /// The paths of all files.
    pub fn paths(&self) -> impl Iterator<Item = &SitePath> {
        self.files.iter().filter(|(_, file)| !matches!(file, Shelved::Text { now: None, .. })).map(|(path, _)| path)
    }

    /// The files that are broken and of which an earlier version stands in.
    pub fn broken(&self) -> impl Iterator<Item = &SitePath> {
        let is_broken = |file: &Shelved| matches!(file, Shelved::Text { before: Some(_), .. });
        self.files.iter().filter(move |(_, file)| is_broken(file)).map(|(path, _)| path)
    }

    /// The content as it is, with all its mistakes.
    pub fn content(&self) -> Content {
        put_together(self, Shelved::now)
    }

    /// The content with each broken file as it last made sense.
    pub fn sound_content(&self) -> Content {
        put_together(self, Shelved::sound)
    }

    pub(super) fn files(&self) -> impl Iterator<Item = (&SitePath, &Shelved)> {
        self.files.iter()
    }

    /// Whether the Markdown file at `path` belongs to a document of several.
    fn is_chapter(&self, path: &SitePath) -> bool {
        let header = path.parent().join(HEADER).and_then(|path| self.files.get(&path));
        header.and_then(Shelved::sound).is_some_and(|text| matches!(text.parsed, Parsed::Header(_)))
    }

    fn number(&mut self) -> FileId {
        self.free.pop().unwrap_or_else(|| {
            let number = FileId(self.next);
            self.next = self.next.saturating_add(1);
            number
        })
    }
}

fn read_one(role: Role, file: FileId, entry: &Entry, bytes: Vec<u8>) -> Shelved {
    match role {
        Role::Text | Role::ThemeText => {
            Shelved::Text { now: Some(Arc::new(read_text(file, &entry.path, entry.size, bytes))), before: None }
        }
        Role::Picture | Role::Download => Shelved::Asset(read_asset(&entry.path, entry.size, &bytes)),
        Role::ThemeAsset => Shelved::ThemeAsset(xxh3_64(&bytes)),
    }
}

/// Whether two readings of equal text found the same odd bytes: a byte order mark is in no text.
fn same_findings(old: &Text, new: &Text) -> bool {
    let codes = |text: &Text| text.diagnostics.iter().map(|told| told.rule.code).collect::<Vec<_>>();
    codes(old) == codes(new)
}
