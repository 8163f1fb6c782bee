//! How hard a text is to read: its sentences, words and syllables, and the reading age that
//! follows from them. A statistic for writers, which no page shows and nothing depends on.
//!
//! What is read is running text: paragraphs, list items, quotations, alerts, case studies.
//! A paragraph or a list item without a full stop is a sentence all the same.

mod formula;
mod irregular;
mod lengths;
mod sentences;
mod stops;
mod syllables;
mod vowels;

pub use lengths::Lengths;
pub use sentences::{Sentence, sentences};
pub(super) use sentences::{split, words};

use super::Prose;
use super::glossary::{Matcher, Text};
use crate::diagnostic::Span;
use syllables::syllables;

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
    /// How many are short and how many are long.
    pub lengths: Lengths,
}

impl Reading {
    /// Adds what was counted of another text.
    pub fn add(&mut self, other: Reading) {
        self.words += other.words;
        self.sentences += other.sentences;
        self.syllables += other.syllables;
        self.long_sentences.extend(other.long_sentences);
        self.lengths.add(other.lengths);
    }

    /// Counts a sentence; one without words is none.
    fn count(&mut self, words: usize, syllables: usize, span: Span) {
        if words > 0 {
            self.words += words;
            self.syllables += syllables;
            self.sentences += 1;
            self.lengths.count(words);
            if words > LONG_SENTENCE {
                self.long_sentences.push(span);
            }
        }
    }

    /// Words for each sentence, in tenths, rounded half up; `None` where there is no sentence.
    pub fn sentence_length_in_tenths(&self) -> Option<usize> {
        (self.words * 10 + self.sentences / 2).checked_div(self.sentences)
    }
}

/// Counts a text.
pub fn reading(prose: &Prose) -> Reading {
    let mut reading = Reading::default();
    for sentence in sentences(prose) {
        reading.count(sentence.words, sentence.syllables, sentence.span);
    }
    reading
}

/// Counts a text without the terms of a glossary: names of services and laws are long, and the page explains them.
/// Beside the count of all words this shows what the author's own wording does to the reading age.
pub fn reading_without_terms(prose: &Prose, glossary: &Matcher) -> Reading {
    let mut reading = Reading::default();
    for sentence in sentences(prose) {
        let mut own = String::with_capacity(sentence.text.len());
        let mut at = 0;
        Text::of(&sentence.text).terms(glossary, &mut |term, _, _| {
            own.push_str(sentence.text.get(at..term.start).unwrap_or_default());
            own.push(' ');
            at = term.end;
        });
        own.push_str(sentence.text.get(at..).unwrap_or_default());
        let (count, sum) = words(&own).fold((0, 0), |(count, sum), word| (count + 1, sum + syllables(word)));
        reading.count(count, sum, sentence.span);
    }
    reading
}

#[cfg(test)]
mod marked;
#[cfg(test)]
mod tests;
