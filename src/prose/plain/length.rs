//! Sentences and paragraphs that are too long.

use super::guard::quotations;
use crate::diagnostic::rules::plain::{LONG_PARAGRAPH, LONG_SENTENCE};
use crate::diagnostic::{Diagnostic, Span};
use crate::prose::reading::{self, split, words};
use crate::prose::running::Running;

/// A paragraph of more sentences than this is long (GOV.UK content design, "Writing for GOV.UK").
const LONGEST_PARAGRAPH: usize = 5;

/// Reports the long sentences of a paragraph, and the paragraph itself. Nearly all of what a build reads is short:
/// that is seen without parting it.
pub(super) fn check(running: &Running, out: &mut Vec<Diagnostic>) {
    let text = running.text.as_str();
    let long = most_words(text) > reading::LONG_SENTENCE;
    if !long && most_stops(text) <= LONGEST_PARAGRAPH {
        return;
    }
    let sentences = split(text);
    let mut own = Vec::new();
    for range in sentences.iter().filter(|_| long) {
        let sentence = text.get(range.clone()).unwrap_or_default();
        let count = if most_words(sentence) > reading::LONG_SENTENCE { words(sentence).count() } else { 0 };
        if count > reading::LONG_SENTENCE {
            own.push((range.clone(), count));
        }
    }
    let quoted = if own.is_empty() { Vec::new() } else { quotations(text) };
    for (range, count) in own {
        // Somebody else's sentence; the marks around it belong to it.
        let inner = |quote: &std::ops::Range<usize>| {
            let (start, end) = (range.start.max(quote.start), range.end.min(quote.end));
            start < end && words(text.get(start..end).unwrap_or_default()).count() * 2 > count
        };
        if quoted.iter().any(inner) {
            continue;
        }
        if let Some(span) = running.span(range) {
            out.push(
                Diagnostic::new(&LONG_SENTENCE, span, format!("a sentence of {count} words"))
                    .help(format!("write at most {}: make two or more of it, or a list", reading::LONG_SENTENCE)),
            );
        }
    }
    let counted =
        sentences.into_iter().filter(|range| words(text.get(range.clone()).unwrap_or_default()).next().is_some());
    let counted: Vec<_> = counted.collect();
    if counted.len() > LONGEST_PARAGRAPH
        && let Some(span) = whole(running)
    {
        out.push(Diagnostic::new(&LONG_PARAGRAPH, span, format!("a paragraph of {} sentences", counted.len())).help(
            format!(
                "write at most {LONGEST_PARAGRAPH}: begin a new paragraph where the subject changes, or make a list"
            ),
        ));
    }
}

/// Where a paragraph stands.
fn whole(running: &Running) -> Option<Span> {
    running.span(0..running.text.len())
}

/// A number that the words of a text do not exceed, counted without looking closely.
fn most_words(text: &str) -> usize {
    1 + text.bytes().filter(|byte| *byte <= b' ' || *byte >= 0x80).count()
}

/// The same for its full stops.
fn most_stops(text: &str) -> usize {
    text.bytes().filter(|byte| matches!(byte, b'.' | b'!' | b'?') || *byte >= 0x80).count()
}
