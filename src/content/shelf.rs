//! The files of a site, each read by itself and kept. A build fills it once; the preview puts
//! back what changed, and everything else stays read.

use super::easy_read::is_easy_read;
use super::file::{Parsed, Role, Text, read_asset, read_text, role};
use super::folder::{Folder, Shelved, Together};
use super::library::{Content, put_together};
use super::names::is_litter;
use super::sheet::read_data;
use crate::diagnostic::FileId;
use crate::source::{Entry, Files, SitePath, WorldFailure};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use xxhash_rust::xxh3::xxh3_64;

/// The files of a site, read.
#[derive(Debug, Default)]
pub struct Shelf {
    /// By path from the site's folder.
    folders: BTreeMap<SitePath, Folder>,
    /// The files that are broken, and of which an earlier version stands in.
    broken: BTreeSet<SitePath>,
    /// The numbers of texts that are gone, to be given to others.
    free: Vec<FileId>,
    next: u32,
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
                let bytes = if role.is_read(entry.size) { files.read(&entry.path)? } else { Vec::new() };
                let shelved = read_one(role, file, &entry, bytes);
                Ok((entry.path, shelved))
            })
            .collect();
        for file in read {
            let (path, shelved) = file?;
            shelf.folder(&path).insert(path, shelved);
        }
        Ok(shelf)
    }

    /// Whether a file has to be read to be known.
    pub fn wants_bytes(entry: &Entry) -> bool {
        role(&entry.path).is_read(entry.size)
    }

    /// Puts a file on the shelf that is new or has changed, with its bytes where
    /// [`Shelf::wants_bytes`]. Whether that makes a difference.
    pub fn put(&mut self, entry: &Entry, bytes: Vec<u8>) -> bool {
        if is_litter(&entry.path) {
            return false;
        }
        let role = role(&entry.path);
        let file = match self.get(&entry.path).and_then(Shelved::file) {
            Some(file) => file,
            None if role.is_text() => self.number(),
            None => FileId(0),
        };
        let mut new = read_one(role, file, entry, bytes);
        match (&mut new, self.get(&entry.path)) {
            (Shelved::Text { now: Some(now), before }, Some(old)) => {
                if old.now().is_some_and(|old| old.text == now.text && same_findings(old, now)) {
                    return false;
                }
                if now.is_broken(self.is_chapter(&entry.path)) {
                    *before = old.sound().map(|sound| now.mended_by(sound).map_or_else(|| Arc::clone(sound), Arc::new));
                }
            }
            (Shelved::Asset(new), Some(Shelved::Asset(old))) if new == old => return false,
            // Equal bytes give an equal table, and the one that stands may have been cut already.
            (Shelved::Sheet(new, _), Some(Shelved::Sheet(old, _))) if new == old => return false,
            (Shelved::ThemeAsset(new), Some(Shelved::ThemeAsset(old))) if new == old => return false,
            _ => {}
        }
        self.note_broken(&entry.path, &new);
        self.folder(&entry.path).insert(entry.path.clone(), new);
        self.look_again_beside(&entry.path);
        true
    }

    /// Takes a file away that is gone. Whether that makes a difference.
    pub fn remove(&mut self, path: &SitePath) -> bool {
        if self.get(path).is_none() {
            return false;
        }
        let Some(mut gone) = self.folder(path).remove(path) else { return false };
        if path.as_str() == SETTINGS
            && let Shelved::Text { now, before } = &mut gone
        {
            let now = now.take();
            let differs = now.is_some();
            *before = before.take().or(now);
            self.note_broken(path, &gone);
            self.folder(path).insert(path.clone(), gone);
            return differs;
        }
        self.free.extend(gone.file());
        self.broken.remove(path);
        if self.folders.get(path.folder()).is_some_and(|folder| folder.files().is_empty()) {
            self.folders.remove(path.folder());
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
        let chapter = self.is_chapter(header);
        let Some(folder) = self.folders.get_mut(header.folder()) else { return };
        for (path, file) in folder.change() {
            if let Shelved::Text { now: Some(now), before } = file
                && before.is_some()
                && path.name() != HEADER
                && !now.is_broken(chapter)
            {
                *before = None;
                self.broken.remove(path);
            }
        }
    }

    fn note_broken(&mut self, path: &SitePath, file: &Shelved) {
        if let Shelved::Text { before: Some(_), .. } = file {
            self.broken.insert(path.clone());
        } else {
            self.broken.remove(path);
        }
    }

    fn get(&self, path: &SitePath) -> Option<&Shelved> {
        self.folders.get(path.folder())?.files().get(path)
    }

    /// The files of the folder that a path is in, to be changed.
    fn folder(&mut self, path: &SitePath) -> &mut BTreeMap<SitePath, Shelved> {
        self.folders.entry(path.parent()).or_default().change()
    }

    /// The files that are broken and of which an earlier version stands in.
    pub fn broken(&self) -> &BTreeSet<SitePath> {
        &self.broken
    }

    /// The content as it is, with all its mistakes.
    pub fn content(&self) -> Content {
        put_together(self.each(Folder::now))
    }

    /// The content with each broken file as it last made sense.
    pub fn sound_content(&self) -> Content {
        put_together(self.each(Folder::sound))
    }

    /// What each folder comes to; those that changed are put together side by side.
    fn each(&self, which: fn(&Folder) -> &Together) -> impl Iterator<Item = &Together> {
        let folders: Vec<&Folder> = self.folders.values().collect();
        folders.into_par_iter().map(which).collect::<Vec<_>>().into_iter()
    }

    /// Whether the Markdown file at `path` belongs to a document of several.
    fn is_chapter(&self, path: &SitePath) -> bool {
        let header = path.parent().join(HEADER).and_then(|path| self.get(&path));
        is_easy_read(path)
            || header.and_then(Shelved::sound).is_some_and(|text| matches!(text.parsed, Parsed::Header(_)))
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
        Role::Sheet(format) => {
            let asset = read_asset(&entry.path, entry.size, &bytes);
            Shelved::Sheet(asset, Arc::new(read_data(file, format, entry.size, bytes)))
        }
        Role::ThemeAsset => Shelved::ThemeAsset(xxh3_64(&bytes)),
    }
}

/// Whether two readings of equal text found the same odd bytes: a byte order mark is in no text.
fn same_findings(old: &Text, new: &Text) -> bool {
    let codes = |text: &Text| text.diagnostics.iter().map(|told| told.rule.code).collect::<Vec<_>>();
    codes(old) == codes(new)
}
