//! The sentences of a text: where they begin and end, their words and syllables.

use super::stops::ends_sentence;
use super::syllables::syllables;
use crate::diagnostic::Span;
use crate::prose::Prose;
use crate::prose::running::running;
use std::ops::Range;

/// Signs that close a quotation or a bracket after a full stop, and those that call a note.
pub(super) const CLOSERS: &[char] =
    &[')', ']', '"', '\'', '’', '”', '»', '*', '†', '‡', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹', '⁰'];

/// A sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, with its full stop and the quotation marks around it.
    pub span: Span,
    /// What it says, without markup.
    pub text: String,
    /// How many words it has, at least one.
    pub words: usize,
    /// How many syllables they have.
    pub syllables: usize,
}

/// The sentences of running text in reading order. Headings, tables, tiles, contacts, code
/// and footnotes are left out.
pub fn sentences(prose: &Prose) -> Vec<Sentence> {
    let mut found = Vec::new();
    running(prose, false, &mut |paragraph| {
        for range in split(&paragraph.text) {
            let text = paragraph.text.get(range.clone()).unwrap_or_default();
            let (words, syllables) = words(text).fold((0, 0), |(n, sum), word| (n + 1, sum + syllables(word)));
            if words > 0 {
                let sentence = |span| Sentence { span, text: text.to_owned(), words, syllables };
                found.extend(paragraph.span(range).map(sentence));
            }
        }
    });
    found
}

/// The words of a sentence: what stands between white space and dashes, if there is a
/// letter or a digit in it. Hyphens, apostrophes and points do not part a word.
pub(in crate::prose) fn words(text: &str) -> impl Iterator<Item = &str> {
    let between = |c: char| c.is_whitespace() || matches!(c, '—' | '\u{fffc}');
    text.split(between).filter(|word| word.contains(char::is_alphanumeric))
}

/// The ranges of the sentences in one paragraph, without the white space around them.
pub(in crate::prose) fn split(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some(stop) = next_stop(text, at) {
        // All stops in a row are one: "?!", "...".
        let behind = text.get(stop..).unwrap_or_default();
        let stops = behind.len() - behind.trim_start_matches(['.', '!', '?', '…']).len();
        let after = behind.get(stops..).unwrap_or_default();
        let closers = after.len() - after.trim_start_matches(CLOSERS).len();
        let end = stop + stops + closers;
        if ends_sentence(text, start, stop..stop + stops, end) {
            found.extend(trimmed(text, start..end));
            start = end;
        }
        at = stop + stops;
    }
    found.extend(trimmed(text, start..text.len()));
    found
}

/// The next full stop or other mark that may end a sentence, from `at` on.
fn next_stop(text: &str, at: usize) -> Option<usize> {
    // The first byte of `…` is that of other signs too.
    let lead = '…'.encode_utf8(&mut [0; 4]).bytes().next()?;
    let mut from = at;
    loop {
        let rest = text.as_bytes().get(from..)?;
        let stop = from + rest.iter().position(|byte| matches!(byte, b'.' | b'!' | b'?') || *byte == lead)?;
        if text.as_bytes().get(stop) != Some(&lead) || text.get(stop..).is_some_and(|rest| rest.starts_with('…')) {
            return Some(stop);
        }
        from = stop + 1;
    }
}

fn trimmed(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let piece = text.get(range.clone())?;
    let start = range.start + (piece.len() - piece.trim_start().len());
    let piece = piece.trim();
    (!piece.is_empty()).then(|| start..start + piece.len())
}
