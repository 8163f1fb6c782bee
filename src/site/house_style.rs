//! House style in the texts of a document: which abbreviations its readers know, which spellings the
//! glossary prefers, and what was found.

use super::glossary::LinkedGlossary;
use crate::content::Glossary;
use crate::diagnostic::rules::house_style::ALL_CAPITALS;
use crate::diagnostic::{Diagnostic, Span};
use crate::prose::glossary::is_explained;
use crate::prose::{Preferred, Prose, Reading, read_house_style};

/// The spellings that a glossary prefers.
pub(super) fn preferred(glossary: &Glossary) -> Preferred {
    let terms = glossary.terms.iter();
    Preferred::new(terms.map(|term| (term.name.value.as_str(), term.forms.iter().map(String::as_str))))
}

/// Reads a text, before it is linked.
pub(super) fn read_style(prose: &Prose, glossary: &LinkedGlossary) -> Reading {
    read_house_style(prose, &|word| is_explained(word, &glossary.matcher, &glossary.known_abbreviations))
}

/// Leaves out the abbreviations within words that are in capitals throughout: they have been told.
pub(super) fn without_capitals(unexplained: &mut Vec<Diagnostic>, reading: &Reading) {
    let capitals: Vec<Span> =
        reading.diagnostics.iter().filter(|told| told.rule == &ALL_CAPITALS).map(|told| told.span).collect();
    if !capitals.is_empty() {
        unexplained.retain(|told| !capitals.iter().any(|shout| shout.to(told.span) == *shout));
    }
}
