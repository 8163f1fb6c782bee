//! A line of a text as all rules of house style read it: its words in order, where each stands, and
//! what they stand in.

use super::words::{Word, read_words};
use crate::diagnostic::Span;
use crate::prose::glossary::in_address;
use crate::prose::running::{OBJECT, Running};
use crate::prose::visit::Context;
use std::ops::Range;

/// One line: a paragraph, a heading, a cell, a label.
#[derive(Default)]
pub(super) struct Line {
    running: Running,
    links: Vec<Range<usize>>,
    pub(super) words: Vec<Word>,
    /// What its first words stand in.
    pub(super) context: Context,
}

impl Line {
    pub(super) fn clear(&mut self) {
        self.running.clear();
        self.links.clear();
    }

    pub(super) fn is_empty(&self) -> bool {
        self.running.text.is_empty()
    }

    /// Adds words. Code stays away, but keeps what is beside it apart.
    pub(super) fn push(&mut self, text: &str, span: Span, context: Context) {
        if self.is_empty() {
            self.context = Context { link: false, code: false, ..context };
        }
        let start = self.text().len();
        if context.code {
            self.running.push(OBJECT.encode_utf8(&mut [0; 4]), span);
            return;
        }
        self.running.push(text, span);
        if context.link {
            self.links.push(start..self.text().len());
        }
    }

    /// Parts the line into words, once all of it is there.
    pub(super) fn read(&mut self) {
        read_words(&self.running.text, &self.links, &mut self.words);
    }

    pub(super) fn text(&self) -> &str {
        &self.running.text
    }

    /// The words at `index`, as written; nothing where there is none.
    pub(super) fn word(&self, index: usize) -> &str {
        self.words.get(index).and_then(|word| self.text().get(word.range())).unwrap_or_default()
    }

    /// What stands between the word at `index` and the next; nothing at the end.
    pub(super) fn gap(&self, index: usize) -> Option<&str> {
        let (word, next) = (self.words.get(index)?, self.words.get(index + 1)?);
        self.text().get(word.end..next.start)
    }

    /// What stands before the word at `index` without white space.
    pub(super) fn before(&self, index: usize) -> Option<char> {
        let word = self.words.get(index)?;
        self.text().get(..word.start)?.chars().next_back().filter(|char| !char.is_whitespace())
    }

    /// What follows the word at `index`.
    pub(super) fn after(&self, index: usize) -> Option<char> {
        self.text().get(self.words.get(index)?.end..)?.chars().next()
    }

    /// The words from one to another, both included, as written.
    pub(super) fn written(&self, from: usize, to: usize) -> &str {
        self.range(from, to).and_then(|range| self.text().get(range)).unwrap_or_default()
    }

    /// Where the words from one to another stand, both included.
    pub(super) fn span(&self, from: usize, to: usize) -> Option<Span> {
        self.running.span(self.range(from, to)?)
    }

    /// Whether a word is part of a web address or a mail address.
    pub(super) fn in_address(&self, index: usize) -> bool {
        self.words.get(index).is_some_and(|word| in_address(self.text(), word.start, word.end))
    }

    /// The words of the sentence that the one at `index` belongs to.
    pub(super) fn sentence(&self, index: usize) -> Range<usize> {
        let begins = |at: &usize| self.words.get(*at).is_some_and(Word::begins_sentence);
        let start = (0..=index).rev().find(begins).unwrap_or(0);
        let end = (index + 1..self.words.len()).find(begins).unwrap_or(self.words.len());
        start..end
    }

    /// Whether there is a year of the calendar among these words.
    pub(super) fn has_year(&self, mut words: Range<usize>) -> bool {
        words.any(|index| self.words.get(index).is_some_and(Word::has_digit) && is_year(self.word(index)))
    }

    fn range(&self, from: usize, to: usize) -> Option<Range<usize>> {
        let (first, last) = (self.words.get(from)?, self.words.get(to)?);
        (first.start < last.end).then_some(first.start..last.end)
    }
}

/// Whether a word is a year of the last, this or the next century: `1998`, `FY2019`.
fn is_year(word: &str) -> bool {
    let digits = word.strip_prefix("FY").unwrap_or(word);
    digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit()) && {
        ["18", "19", "20", "21"].iter().any(|century| digits.starts_with(century))
    }
}
