//! What is told of all that was found: levels of authors applied, known faults taken out. What is not told
//! is kept, with the reason.

use crate::content::checks::{Baseline, Setting};
use crate::diagnostic::rules::checks::CHECK_UNNEEDED;
use crate::diagnostic::rules::pages;
use crate::diagnostic::{Diagnostic, FileId, How, Left, Severity, Span, in_reading_order};
use crate::figure::Date;
use crate::site::Assembly;
use crate::source::{Located, Ranks};
use std::collections::BTreeSet;

/// What is not told.
#[derive(Clone, Debug, Default)]
pub struct Untold {
    /// What was turned off, and known faults, in reading order; each says why.
    pub diagnostics: Vec<Diagnostic>,
    /// The day on which known faults were recorded, if they were.
    pub recorded: Option<Date>,
    /// How many known faults are mended. None where an error may hide some.
    pub mended: usize,
}

impl Untold {
    /// How many known faults there are.
    pub fn known(&self) -> usize {
        self.known_faults().count()
    }

    /// The known faults.
    pub fn known_faults(&self) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics.iter().filter(|told| told.is_known())
    }
}

/// Parts what is told from what is not.
pub(super) struct Sieve<'a> {
    assembly: &'a Assembly,
    ranks: Ranks,
    /// The known faults that have not been found yet.
    baseline: Option<Baseline>,
    untold: Vec<Diagnostic>,
    /// The rules of notes that were needed, by their places.
    needed: BTreeSet<Span>,
}

impl<'a> Sieve<'a> {
    pub(super) fn new(assembly: &'a Assembly) -> Sieve<'a> {
        Sieve {
            assembly,
            ranks: assembly.sources.ranks(),
            baseline: assembly.checks.baseline().cloned(),
            untold: Vec::new(),
            needed: BTreeSet::new(),
        }
    }

    fn ordered(&self, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
        in_reading_order(found, |file| self.ranks.of(file))
    }

    /// What of this is told, in reading order.
    pub(super) fn pass(&mut self, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
        let mut told = Vec::new();
        for mut diagnostic in self.ordered(found) {
            self.set_level(&mut diagnostic);
            let off = diagnostic.left.as_ref().is_some_and(|left| left.how == How::Off);
            if off || self.is_known(&mut diagnostic) {
                self.untold.push(diagnostic);
            } else {
                told.push(diagnostic);
            }
        }
        told
    }

    /// Gives a message the level that the nearest author sets: in a note, in the text, for its document,
    /// for the site.
    fn set_level(&mut self, told: &mut Diagnostic) {
        // What is an error in one place, although its rule is none, stays one there.
        let fixed = told.severity == Severity::Error && !told.rule.judges;
        let checks = &self.assembly.checks;
        let (level, reason, at) = if let Some(note) = checks.note_for(told) {
            let named = note.rules.iter().filter(|named| named.value == told.rule).map(|named| named.span);
            self.needed.extend(named);
            (note.level, Some(note.reason.clone()), note.rules.first().map_or(note.holds, |rule| rule.span))
        } else {
            let path = || crate::diagnostic::Texts::path(&self.assembly.sources, told.span.file);
            let setting = checks.setting_for(told, path()).or_else(|| self.assembly.site.settings.checks.of(told.rule));
            let Some(Setting { level, reason, at }) = setting else { return };
            (*level, reason.clone(), *at)
        };
        if fixed {
            return;
        }
        let how = if level.is_none() { How::Off } else { How::Lowered };
        if level.is_none_or(|level| level > told.severity) {
            told.left = Some(Box::new(Left { how, reason, at }));
        }
        told.severity = level.unwrap_or(told.severity);
    }

    fn is_known(&mut self, told: &mut Diagnostic) -> bool {
        let Some(baseline) = &mut self.baseline else { return false };
        let known = Baseline::takes(told) && baseline.take(told, &self.assembly.sources);
        if known {
            told.left = Some(Box::new(Left { how: How::Known, reason: None, at: told.span }));
        }
        known
    }

    /// The notes that nothing needs. Where an error may have hidden what a note is for, nothing is said;
    /// `whole` tells whether all pages were made.
    pub(super) fn unneeded(&self, told: &[Diagnostic], whole: bool) -> Vec<Diagnostic> {
        if !whole {
            return Vec::new();
        }
        let broken: BTreeSet<FileId> =
            told.iter().filter(|told| told.severity == Severity::Error).map(|told| told.span.file).collect();
        let notes = self.assembly.checks.notes().filter(|note| !broken.contains(&note.holds.file));
        notes
            .flat_map(|note| note.rules.iter().map(move |rule| (note, rule)))
            .filter(|(note, rule)| {
                // A page is not told of a block about which something else is told.
                let hidden = pages::ALL.contains(&rule.value)
                    && (!self.is_published(note.holds.file)
                        || told.iter().any(|told| told.span.file == note.holds.file && note.holds_at(told.span.start)));
                !hidden && !self.needed.contains(&rule.span)
            })
            .map(|(_, Located { value: rule, span })| {
                Diagnostic::new(&CHECK_UNNEEDED, *span, format!("nothing here needs this note of `{}`", rule.code))
                    .help("remove it")
            })
            .collect()
    }

    /// Whether pages are made of a text.
    fn is_published(&self, file: FileId) -> bool {
        let path = self.assembly.sources.get(file).and_then(|source| source.path.strip("content"));
        path.is_some_and(|path| self.assembly.site.files.contains_key(&path))
    }

    /// What was not told; `sound` says that nothing can be hidden behind an error.
    pub(super) fn untold(self, sound: bool) -> Untold {
        let recorded = self.baseline.as_ref().map(|baseline| baseline.recorded);
        let mended = self.baseline.as_ref().filter(|_| sound).map_or(0, Baseline::len);
        let ranks = self.ranks;
        Untold { diagnostics: in_reading_order(self.untold, |file| ranks.of(file)), recorded, mended }
    }
}
