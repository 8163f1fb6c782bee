//! Where files become a site: the shelf of what is read, and what was worked out from it and
//! still holds.

use super::generation::{Generation, Shown, Timings};
use super::inside::read_inside;
use super::makers::{Makers, built_in};
use super::{ViewKey, Wishes};
use crate::content::{Content, Shelf};
use crate::site::{Frames, Memory, link};
use crate::source::{Entry, SitePath, WorldFailure};
use crate::theme::KeptTheme;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{Arc, Mutex};

/// What is worked out once and kept for as long as it holds.
#[derive(Default)]
struct Kept {
    memory: Memory,
    theme: KeptTheme,
    makers: Option<Arc<Makers>>,
    frames: Arc<Mutex<Frames>>,
}

impl Kept {
    fn put_together(&mut self, mut content: Content) -> Shown {
        let theme = self.theme.load(&mut content);
        let makers = match self.makers.take().filter(|makers| makers.is_for(&theme)) {
            Some(makers) => makers,
            None => Arc::new(Makers::new(theme)),
        };
        self.makers = Some(Arc::clone(&makers));
        Shown { linked: link(content, Some(&mut self.memory), true), makers, frames: Arc::clone(&self.frames) }
    }
}

/// The workshop.
pub(super) struct Workshop {
    shelf: Shelf,
    /// For the site that is shown, and for the truth about it where that is another.
    shown: Kept,
    truth: Kept,
    /// The last theme that made every page.
    sound: Option<Arc<Makers>>,
    built_in: Arc<Makers>,
    failure: Option<WorldFailure>,
    /// Files that could not be read when they changed, each with why.
    locked: BTreeMap<SitePath, WorldFailure>,
    number: u64,
}

impl Workshop {
    pub(super) fn new(shelf: Shelf) -> Workshop {
        Workshop {
            shelf,
            shown: Kept::default(),
            truth: Kept::default(),
            sound: None,
            built_in: built_in(),
            failure: None,
            locked: BTreeMap::new(),
            number: 0,
        }
    }

    /// Takes changed files in; whether anything differs.
    pub(super) fn take(
        &mut self,
        root: &Path,
        touched: impl IntoIterator<Item = (SitePath, Option<Entry>)>,
        failure: Option<WorldFailure>,
    ) -> bool {
        let mut differs = self.failure != failure;
        // While the folder cannot be looked through, nothing it seems to say is true.
        if failure.is_none() {
            for (path, entry) in touched {
                differs |= self.take_one(root, &path, entry);
            }
        }
        self.failure = failure;
        differs
    }

    fn take_one(&mut self, root: &Path, path: &SitePath, entry: Option<Entry>) -> bool {
        let was_locked = self.locked.remove(path).is_some();
        let Some(entry) = entry else { return self.shelf.remove(path) || was_locked };
        if !Shelf::wants_bytes(&entry) {
            return self.shelf.put(&entry, Vec::new()) || was_locked;
        }
        match read_inside(root, path) {
            Ok(Some(bytes)) => {
                let entry = Entry { size: bytes.len() as u64, ..entry };
                self.shelf.put(&entry, bytes) || was_locked
            }
            Ok(None) => self.shelf.remove(path) || was_locked,
            Err(failure) => {
                self.locked.insert(path.clone(), failure);
                !was_locked
            }
        }
    }

    /// Puts the site together from what is on the shelf.
    pub(super) fn put_together(&mut self, timings: Timings, wishes: &Wishes) -> Generation {
        let started = std::time::Instant::now();
        self.number += 1;
        let broken: BTreeSet<SitePath> = self.shelf.broken().clone();
        let shown = match broken.is_empty() {
            true => self.shown.put_together(self.shelf.content()),
            false => self.shown.put_together(self.shelf.sound_content()),
        };
        let truth = (!broken.is_empty()).then(|| self.truth.put_together(self.shelf.content()));
        let before = self.sound.iter().chain([&self.built_in]).cloned().collect();
        let failure = self.failure.as_ref().or(self.locked.values().next()).cloned();
        let generation = Generation::new(self.number, shown, truth, before, broken, failure, timings);
        // What everybody looks at first is ready before they are told.
        let today = wishes.today.unwrap_or_else(|| jiff::Zoned::now().date());
        generation.view(ViewKey { drafts: true, today }, wishes);
        generation.assembled(started.elapsed());
        generation
    }

    /// Remembers the theme of a generation as one that makes every page.
    pub(super) fn found_sound(&mut self, generation: &Generation) {
        self.sound = Some(generation.makers());
    }
}
