//! Anchors: what a heading's address ends with. An automatic anchor depends on what stands
//! above it only, so that writing on never breaks a link that somebody has made.

use crate::diagnostic::Span;
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Ids that the page itself uses.
const RESERVED: [&str; 8] =
    ["main", "contents", "footnotes", "words-used", "top", "navigation", "help", "definition-title"];
const RESERVED_STARTS: [&str; 8] =
    ["term-", "footnote-", "table-", "case-study-", "commitment-", "page-", "chapter-", "letter-"];

/// The anchors of a page so far.
#[derive(Default)]
pub(super) struct Anchors {
    taken: BTreeMap<String, Span>,
    /// The next number to try for a slug, so that a thousand equal headings stay quick.
    next: BTreeMap<String, usize>,
}

impl Anchors {
    /// An anchor for words.
    pub(super) fn automatic(&mut self, words: &str, span: Span) -> String {
        let slug = Some(slug(words)).filter(|slug| !slug.is_empty()).unwrap_or_else(|| "section".into());
        self.free(unreserved(slug), span)
    }

    /// The anchor that an author gave; the place of the earlier one if it is taken, and then
    /// a free one in its place.
    pub(super) fn given(&mut self, anchor: String, span: Span) -> (String, Option<Span>) {
        match self.taken.get(&anchor).copied() {
            Some(earlier) => (self.free(anchor, span), Some(earlier)),
            None => (self.free(anchor, span), None),
        }
    }

    fn free(&mut self, base: String, span: Span) -> String {
        let mut anchor = base.clone();
        let next = self.next.entry(base.clone()).or_insert(1);
        while self.taken.contains_key(&anchor) {
            *next += 1;
            anchor = format!("{base}-{next}");
        }
        self.taken.insert(anchor.clone(), span);
        anchor
    }
}

/// Whether the page uses an id itself.
pub(super) fn is_reserved(anchor: &str) -> bool {
    RESERVED.contains(&anchor) || RESERVED_STARTS.iter().any(|start| anchor.starts_with(start))
}

/// The anchor itself, or with `-section` where the page needs it for itself.
pub(super) fn unreserved(anchor: String) -> String {
    if !is_reserved(&anchor) {
        return anchor;
    }
    // `term-x-section` would still begin with `term-`.
    if RESERVED.contains(&anchor.as_str()) { format!("{anchor}-section") } else { format!("section-{anchor}") }
}

/// Words as small letters and digits joined by hyphens; apostrophes vanish, accents too
/// (`café` is `cafe`), because people type addresses.
pub fn slug(words: &str) -> String {
    let mut slug = String::with_capacity(words.len());
    for character in words.nfd().filter(|character| !is_combining_mark(*character)) {
        if character.is_alphanumeric() {
            slug.extend(character.to_lowercase().filter(|c| c.is_alphanumeric()));
        } else if !matches!(character, '\'' | '’' | '\u{ad}') && !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::FileId;

    #[test]
    fn words_become_anchors() {
        let mut anchors = Anchors::default();
        let mut of = |words: &str| anchors.automatic(words, Span::top(FileId(0)));
        assert_eq!(of("What we spent (2019/20)"), "what-we-spent-2019-20");
        assert_eq!(of("What we spent: 2019–20"), "what-we-spent-2019-20-2");
        assert_eq!(of("Carers’ Élan & Co."), "carers-elan-co");
        assert_eq!(of("Contents"), "contents-section");
        assert_eq!(of("Table of results"), "section-table-of-results");
        assert_eq!(of("Commitment: café"), "section-commitment-cafe");
        assert_eq!(of("Commitments"), "commitments");
        assert_eq!(of("Help"), "help-section");
        assert_eq!(of("Chapter and verse"), "section-chapter-and-verse");
        assert_eq!(of("!!!"), "section");
        assert_eq!(of("İ"), "i");
    }
}
