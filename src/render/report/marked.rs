//! An author's file in blocks, with what is wrong marked in it.

use crate::diagnostic::{Diagnostic, Severity, visible};
use serde::Serialize;
use std::collections::BTreeSet;
use std::ops::Range;

/// Some lines that belong together.
#[derive(Serialize)]
pub(super) struct Block {
    /// The number of the first line.
    line: usize,
    /// `text`, `heading` or `code`.
    kind: &'static str,
    /// Whether lines before it are left out.
    gap: bool,
    pieces: Vec<Piece>,
}

/// A stretch of text that is marked as a whole, or not at all.
#[derive(Serialize)]
struct Piece {
    text: String,
    /// The severity of what is wrong here; a word's own where it lies in a sentence that is marked too.
    mark: Option<&'static str>,
    /// The numbers of the messages whose marks begin here.
    begins: Vec<usize>,
}

/// The blocks of a file with messages, which count from 1. Of files that are not Markdown, only the blocks with
/// marks.
pub(super) fn blocks(text: &str, markdown: bool, messages: &[&Diagnostic]) -> Vec<Block> {
    let mut found = Vec::new();
    let mut gap = false;
    for (line, kind, range) in parted(text, markdown) {
        let inside: Vec<(usize, &Diagnostic)> = messages
            .iter()
            .enumerate()
            .filter(|(_, told)| touches(told, &range))
            .map(|(index, told)| (index + 1, *told))
            .collect();
        if inside.is_empty() && !markdown {
            gap = true;
            continue;
        }
        found.push(Block { line, kind, gap: std::mem::take(&mut gap), pieces: pieces(text, range, &inside) });
    }
    found
}

fn touches(told: &Diagnostic, range: &Range<usize>) -> bool {
    let at = told.span.range();
    range.contains(&at.start) || (at.start < range.start && at.end > range.start)
}

/// The blocks of a text: its first line, its kind and its bytes. Empty lines part blocks, except in front matter and
/// in fences.
fn parted(text: &str, markdown: bool) -> Vec<(usize, &'static str, Range<usize>)> {
    let mut found: Vec<(usize, &'static str, Range<usize>)> = Vec::new();
    let mut open = false;
    let mut fence: Option<&str> = None;
    let mut at = 0;
    for (index, line) in text.split_inclusive('\n').enumerate() {
        let range = at..at + line.len();
        at = range.end;
        let bare = line.trim();
        if let Some(end) = fence {
            if bare == end || (end.starts_with(['`', '~']) && bare.starts_with(end)) {
                fence = None;
            }
            extend(&mut found, range);
            open = fence.is_some();
            continue;
        }
        if bare.is_empty() {
            open = false;
            continue;
        }
        let opens = match bare {
            "---" if markdown && index == 0 => Some("---"),
            _ if markdown && bare.starts_with("```") => Some("```"),
            _ if markdown && bare.starts_with("~~~") => Some("~~~"),
            _ => None,
        };
        let kind = match bare {
            _ if opens.is_some() || !markdown => "code",
            _ if bare.starts_with('#') => "heading",
            _ => "text",
        };
        if open && opens.is_none() && kind != "heading" && found.last().is_some_and(|(_, last, _)| *last == kind) {
            extend(&mut found, range);
        } else {
            found.push((index + 1, kind, range));
        }
        open = true;
        fence = opens;
    }
    found
}

fn extend(found: &mut [(usize, &'static str, Range<usize>)], range: Range<usize>) {
    if let Some((.., last)) = found.last_mut() {
        last.end = range.end;
    }
}

/// A block cut wherever a mark begins or ends.
fn pieces(text: &str, block: Range<usize>, messages: &[(usize, &Diagnostic)]) -> Vec<Piece> {
    let marks: Vec<(usize, Severity, Range<usize>)> =
        messages.iter().map(|(number, told)| (*number, told.severity, shown(text, &block, told))).collect();
    let mut cuts: BTreeSet<usize> = [block.start, block.end].into();
    cuts.extend(marks.iter().flat_map(|(.., mark)| [mark.start, mark.end]));
    let cuts: Vec<usize> = cuts.into_iter().collect();
    let mut found = Vec::new();
    for (start, end) in cuts.iter().zip(cuts.iter().skip(1)) {
        let over = marks.iter().filter(|(.., mark)| mark.start <= *start && *end <= mark.end);
        let nearest = over.min_by_key(|(_, severity, mark)| (mark.len(), *severity));
        let begins = marks.iter().filter(|(number, _, mark)| {
            mark.start == *start
                && messages.iter().any(|(known, told)| known == number && told.span.range().start >= block.start)
        });
        found.push(Piece {
            text: visible(text.get(*start..*end).unwrap_or_default()).into_owned(),
            mark: nearest.map(|(_, severity, _)| severity.word()),
            begins: begins.map(|(number, ..)| *number).collect(),
        });
    }
    found
}

/// The part of a block that a message is about. A message about a place without length marks the word there, or the
/// whole line.
fn shown(text: &str, block: &Range<usize>, told: &Diagnostic) -> Range<usize> {
    let at = told.span.range();
    let start = boundary(text, at.start.max(block.start));
    let end = boundary(text, at.end.min(block.end));
    if start < end {
        return start..end;
    }
    let rest = text.get(start..block.end).unwrap_or_default();
    let word = rest.find(char::is_whitespace).filter(|length| *length > 0);
    start..start + word.unwrap_or(rest.trim_end().len())
}

fn boundary(text: &str, mut at: usize) -> usize {
    at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests;
