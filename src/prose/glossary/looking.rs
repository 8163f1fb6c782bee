//! Looking for words in a text without changing it.

use super::forms::normal;
use super::matcher::{Around, Matcher};
use super::scan::Scan;
use std::ops::Range;

/// A text made ready, in which several matchers can look.
pub(in crate::prose) struct Text {
    scan: Scan,
}

impl Text {
    pub(in crate::prose) fn of(text: &str) -> Text {
        Text { scan: Scan::of(text) }
    }

    /// Shows the terms in the text from left to right: where each stands, which one it is, and how it is
    /// written, as [`folded`] gives it.
    pub(in crate::prose) fn terms(&self, matcher: &Matcher, each: &mut dyn FnMut(Range<usize>, usize, &str)) {
        let mut hits = Vec::new();
        matcher.hits(&self.scan, Around::default(), &mut hits);
        for hit in hits {
            let range = self.scan.start(hit.start)..self.scan.end(hit.end);
            each(range, hit.term, self.scan.folded.get(hit.start..hit.end).unwrap_or_default());
        }
    }
}

/// A word as texts are compared: one kind of apostrophe, no hyphens between words, small letters.
pub(in crate::prose) fn folded(written: &str) -> String {
    normal(written).to_ascii_lowercase()
}
