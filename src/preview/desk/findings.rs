//! What `candour check` would say of the site as it is now, found in the background.

use super::generation::Generation;
use super::{ViewKey, Wishes};
use crate::diagnostic::{Counts, Diagnostic, FileId};
use crate::publish::{Progress, Untold, examine};
use crate::source::SourceMap;
use std::sync::Arc;

/// The findings of one check.
#[derive(Debug, Default)]
pub struct Findings {
    /// The generation that was checked; 0 before the first check.
    pub number: u64,
    /// What was found, in reading order.
    pub diagnostics: Vec<Diagnostic>,
    /// What is not told.
    pub untold: Untold,
    /// The texts that it points into.
    pub sources: Arc<SourceMap>,
    /// Whether every page could be made.
    pub sound: bool,
}

/// A check that stops when a newer site waits for one.
struct Overtaken<'a>(&'a (dyn Fn() -> bool + Sync));

impl Progress for Overtaken<'_> {
    fn stage(&self, _: &'static str, _: usize) {}
    fn step(&self) {}
    fn is_overtaken(&self) -> bool {
        (self.0)()
    }
}

impl Findings {
    /// Checks a generation; `None` if it was overtaken meanwhile.
    pub(super) fn of(
        generation: &Generation,
        key: ViewKey,
        wishes: &Wishes,
        overtaken: &(dyn Fn() -> bool + Sync),
    ) -> Option<Findings> {
        let truth = generation.truth();
        let assembly = truth.assemble(&key.options(wishes));
        let renderer = truth.makers.for_site(&assembly.site);
        let examined = examine(&assembly, renderer.as_deref(), &Overtaken(overtaken), |_, _| ());
        if overtaken() {
            return None;
        }
        Some(Findings {
            number: generation.number,
            sound: examined.pages.is_some() && generation.is_true(),
            diagnostics: examined.diagnostics,
            untold: examined.untold,
            sources: assembly.sources,
        })
    }

    /// How many there are of each severity.
    pub fn counts(&self) -> Counts {
        Counts::of(&self.diagnostics)
    }

    /// Those that stand in some files, then the others.
    pub fn split(&self, files: &[FileId]) -> (Vec<&Diagnostic>, Vec<&Diagnostic>) {
        self.diagnostics.iter().partition(|told| files.contains(&told.span.file))
    }
}
