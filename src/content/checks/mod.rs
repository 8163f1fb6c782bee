//! How serious messages are, as authors see it: levels for the site, a document, a text or a single
//! place, each with its reason, and the faults that were known when a site began to be checked.

mod baseline;
mod levels;
mod notes;

pub(super) use baseline::decode_baseline;
pub use baseline::{BASELINE, Baseline, fingerprint};
pub use levels::{Levels, Setting};
pub(super) use levels::{decode_site_levels, take_levels};
pub use notes::Note;
pub(super) use notes::read_notes;

use crate::diagnostic::{Diagnostic, FileId, Rule, Severity};
use crate::source::SitePath;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What authors say of messages, but for `site.yaml`.
#[derive(Clone, Debug, Default)]
pub struct Checks {
    /// What `document.yaml` says, by its folder below the site's folder.
    pub(super) folders: BTreeMap<SitePath, Levels>,
    /// What the front matter of a text says.
    pub(super) texts: BTreeMap<FileId, Levels>,
    /// The notes in a text.
    notes: BTreeMap<FileId, Arc<Vec<Note>>>,
    /// The known faults.
    pub(super) baseline: Option<Arc<Baseline>>,
}

impl Checks {
    /// Adds the notes of a text.
    pub(super) fn add_notes(&mut self, file: FileId, notes: &Arc<Vec<Note>>) {
        if !notes.is_empty() {
            self.notes.insert(file, Arc::clone(notes));
        }
    }

    /// Adds what another folder says.
    pub(super) fn extend(&mut self, other: &Checks) {
        self.folders.extend(other.folders.iter().map(|(path, levels)| (path.clone(), levels.clone())));
        self.texts.extend(other.texts.iter().map(|(file, levels)| (*file, levels.clone())));
        self.notes.extend(other.notes.iter().map(|(file, notes)| (*file, Arc::clone(notes))));
        if let Some(baseline) = &other.baseline {
            self.baseline = Some(Arc::clone(baseline));
        }
    }

    /// Every level that a document, a text or a note gives to a rule.
    pub fn levels_of(&self, rule: &Rule) -> impl Iterator<Item = Option<Severity>> {
        let levels = self.folders.values().chain(self.texts.values());
        let notes = self.notes().filter(|note| note.names(rule)).map(|note| note.level);
        levels.filter_map(|levels| levels.of(rule)).map(|setting| setting.level).chain(notes)
    }

    /// All notes, by their texts.
    pub fn notes(&self) -> impl Iterator<Item = &Note> {
        self.notes.values().flat_map(|notes| notes.iter())
    }

    /// The known faults.
    pub fn baseline(&self) -> Option<&Baseline> {
        self.baseline.as_deref()
    }

    /// The innermost note that holds for a message.
    pub fn note_for(&self, told: &Diagnostic) -> Option<&Note> {
        let here = self.notes.get(&told.span.file)?.iter();
        here.filter(|note| note.names(told.rule) && note.holds_at(told.span.start)).max_by_key(|note| note.holds.start)
    }

    /// What the front matter of its text says of a message, else the document that its file at `path`
    /// belongs to.
    pub fn setting_for(&self, told: &Diagnostic, path: &str) -> Option<&Setting> {
        let own = self.texts.get(&told.span.file).and_then(|levels| levels.of(told.rule));
        own.or_else(|| {
            if self.folders.is_empty() {
                return None;
            }
            let mut folder = SitePath::parse(path)?.parent();
            loop {
                if let Some(setting) = self.folders.get(&folder).and_then(|levels| levels.of(told.rule)) {
                    return Some(setting);
                }
                if folder == SitePath::root() {
                    return None;
                }
                folder = folder.parent();
            }
        })
    }
}
