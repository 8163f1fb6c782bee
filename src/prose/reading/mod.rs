//! How hard a text is to read: its sentences, words and syllables, and the reading age that
//! follows from them. A statistic for writers, which no page shows and nothing depends on.
//!
//! What is read is running text: paragraphs, list items, quotations, alerts, case studies.
//! A paragraph or a list item without a full stop is a sentence all the same.

mod formula;
mod irregular;
mod sentences;
mod stops;
mod syllables;
mod vowels;

pub use sentences::{Sentence, sentences};
pub(super) use sentences::{split, words};

use super::Prose;
use crate::diagnostic::Span;

/// A sentence of more words than this is long (GOV.UK content design, "Sentence length").
pub const LONG_SENTENCE: usize = 25;

/// What can be counted of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Words, as white space and dashes part them; a number is one.
    pub words: usize,
    /// Sentences with at least one word.
    pub sentences: usize,
    /// Syllables, counted by rules of English spelling; a number has one.
    pub syllables: usize,
    /// Where the sentences of more than 25 words stand.
    pub long_sentences: Vec<Span>,
}

/// Counts a text.
pub fn reading(prose: &Prose) -> Reading {
    let mut reading = Reading::default();
    for sentence in sentences(prose) {
        reading.words += sentence.words;
        reading.syllables += sentence.syllables;
        reading.sentences += 1;
        if sentence.words > LONG_SENTENCE {
            reading.long_sentences.push(sentence.span);
        }
    }
    reading
}

#[cfg(test)]
mod marked;
#[cfg(test)]
mod tests;
