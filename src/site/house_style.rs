//! House style in the texts of a document: which abbreviations its readers know, which spellings the
//! glossary prefers, and what was found.

use super::glossary::LinkedGlossary;
use crate::content::Glossary;
use crate::diagnostic::Span;
use crate::diagnostic::rules::house_style::ALL_CAPITALS;
use crate::prose::glossary::is_explained;
use crate::prose::{Preferred, Prose, Reading, Wish, read_house_style};
use crate::source::SitePath;

/// The spellings that a glossary prefers.
pub(super) fn preferred(glossary: &Glossary) -> Preferred {
    let terms = glossary.terms.iter();
    Preferred::new(terms.map(|term| (term.name.value.as_str(), term.forms.iter().map(String::as_str))))
}

/// Reads a text of the file at `path`, or a line of a field, before it is linked.
pub(super) fn read_style(prose: &Prose, path: Option<&SitePath>, glossary: &LinkedGlossary) -> Reading {
    // The pages of a round give its date beside each text.
    let dated = path.is_none_or(|path| path.parent().name() == "updates");
    let wish = Wish { dated, variants: glossary.wants_advice() };
    read_house_style(prose, wish, &|word| is_explained(word, &glossary.matcher, &glossary.known_abbreviations))
}

/// Whether a place lies within words in capitals that have been told.
pub(super) fn within_capitals(span: Span, reading: &Reading) -> bool {
    let mut capitals = reading.diagnostics.iter().filter(|told| told.rule == &ALL_CAPITALS);
    capitals.any(|told| told.span.to(span) == told.span)
}
