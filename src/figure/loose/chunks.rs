//! Text in chunks between white space, each without the brackets and stops around it, and
//! what kind of thing it is.

use super::numeral::{Number, number, pair};
use std::ops::Range;

/// Signs that may stand before a number without belonging to it.
const OPENERS: &[char] = &['(', '[', '{', '"', '\'', '“', '‘', '«', '~', '≈', '<', '>', '=', '*'];

/// Signs that may stand after a word without belonging to it.
const CLOSERS: &[char] = &[')', ']', '}', '"', '\'', '”', '’', '»', ',', '.', ';', ':', '!', '?', '…', '*'];

/// What stands between white space.
pub(super) struct Chunk<'t> {
    /// Without what is before and after it.
    pub(super) range: Range<usize>,
    text: &'t str,
    /// In small letters, if it is a word.
    lower: String,
    pub(super) kind: Kind,
    /// Whether a bracket or a quotation mark stood before it.
    pub(super) opened: bool,
    /// Whether a stop, a comma, a bracket or a quotation mark stood after it.
    pub(super) closed: bool,
    /// The first sign that stood after it.
    pub(super) stop: Option<char>,
}

pub(super) enum Kind {
    /// One number.
    Number(Number),
    /// Two numbers with a dash between.
    Pair(Number, Number),
    /// Digits with signs between them that make no number: a date, a time, a telephone number.
    Digits,
    /// Anything else.
    Word,
}

impl Chunk<'_> {
    /// The word in small letters; empty for numbers.
    pub(super) fn word(&self) -> &str {
        &self.lower
    }

    /// As written.
    pub(super) fn text(&self) -> &str {
        self.text
    }

    /// The whole number, if it is one and nothing else.
    pub(super) fn plain(&self) -> Option<u64> {
        match &self.kind {
            Kind::Number(number) if number.is_plain() => number.whole,
            _ => None,
        }
    }

    /// The "Cr" that accountants put before an income.
    pub(super) fn is_credit(&self) -> bool {
        matches!(self.text, "Cr" | "CR") && !self.closed
    }
}

/// The chunks of a text. A long dash parts them as white space does.
pub(super) fn chunks(text: &str) -> Vec<Chunk<'_>> {
    let mut chunks = Vec::new();
    let mut start = None;
    for (at, char) in text.char_indices().chain([(text.len(), ' ')]) {
        let between = char.is_whitespace() || matches!(char, '—' | '\u{fffc}');
        match start {
            None if !between => start = Some(at),
            Some(from) if between => {
                chunks.extend(text.get(from..at).and_then(|chunk| read(chunk, from)));
                start = None;
            }
            _ => {}
        }
    }
    chunks
}

fn read(whole: &str, at: usize) -> Option<Chunk<'_>> {
    let rest = whole.trim_start_matches(OPENERS);
    let start = at + whole.len() - rest.len();
    let text = rest.trim_end_matches(CLOSERS);
    if text.is_empty() {
        return None;
    }
    let range = start..start + text.len();
    let kind = if !text.bytes().any(|byte| byte.is_ascii_digit()) || is_address(text) {
        Kind::Word
    } else if let Some(number) = number(text, start) {
        Kind::Number(number)
    } else if let Some((first, second)) = pair(text, start) {
        Kind::Pair(first, second)
    } else if text.chars().all(|c| c.is_ascii_digit() || matches!(c, '/' | '-' | '.' | ':' | '–' | '+' | '(' | ')')) {
        Kind::Digits
    } else {
        Kind::Word
    };
    let lower = if matches!(kind, Kind::Word) { text.to_lowercase() } else { String::new() };
    let stop = rest.get(text.len()..).and_then(|after| after.chars().next());
    let opened = rest.len() < whole.len();
    Some(Chunk { range, text, lower, kind, opened, closed: stop.is_some(), stop })
}

/// A web address or a mail address.
fn is_address(text: &str) -> bool {
    text.contains("://") || text.contains('@') || text.starts_with("www.")
}
