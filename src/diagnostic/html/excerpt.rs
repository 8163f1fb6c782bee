//! The lines of a file around a place, cut to what can be read: values, no markup.

use crate::diagnostic::Span;
use std::ops::Range;

/// How many characters of a line are shown.
const WIDTH: usize = 160;

/// How many characters are shown before the mark where a line is cut there.
const LEAD: usize = 40;

/// A line of an excerpt, in up to three pieces.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Its number in the file, from 1.
    pub(super) number: usize,
    /// What stands before the mark, or all of it.
    pub(super) before: String,
    /// The mark.
    pub(super) marked: Option<String>,
    /// What stands after the mark.
    pub(super) after: String,
}

/// The line in which `span` begins, with the stretch marked that stands in that line, and
/// a line before and after. Nothing for an empty text. A span beyond the end is at the end:
/// the text may have become shorter since somebody looked.
pub(super) fn excerpt(text: &str, span: Span) -> Vec<Line> {
    if text.is_empty() {
        return Vec::new();
    }
    let start = floor(text, span.start as usize);
    let end = floor(text, span.end as usize).max(start);
    let before = text.get(..start).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let number = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    let rest = text.get(line_start..).unwrap_or_default();
    let mut following = rest.split('\n');
    let line = without_return(following.next().unwrap_or_default());
    let mut lines = Vec::new();
    if let Some(above) = line_start.checked_sub(1) {
        let above = text.get(..above).unwrap_or_default();
        let above = above.rsplit('\n').next().unwrap_or_default();
        lines.push(context(number - 1, above));
    }
    lines.push(marked(number, line, start - line_start..end - line_start));
    // What follows the last line break is no line of its own.
    let below = following.next().filter(|below| !below.is_empty() || following.next().is_some());
    lines.extend(below.map(|below| context(number + 1, below)));
    lines
}

/// The nearest boundary of a character at or before `at`.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn without_return(line: &str) -> &str {
    line.strip_suffix('\r').unwrap_or(line)
}

fn context(number: usize, line: &str) -> Line {
    Line { number, before: shortened(without_return(line), WIDTH), marked: None, after: String::new() }
}

/// A line with the stretch `range` marked, at least one character wide: a space stands for
/// the end of the line.
fn marked(number: usize, line: &str, range: Range<usize>) -> Line {
    let start = floor(line, range.start);
    let end = floor(line, range.end).max(start);
    let before = line.get(..start).unwrap_or_default();
    let stretch = line.get(start..end).unwrap_or_default();
    // What is marked does not end in white space unless it is nothing else.
    let trimmed = stretch.trim_end();
    let stretch = if trimmed.is_empty() { stretch } else { trimmed };
    let after = line.get(start + stretch.len()..).unwrap_or_default();
    let (stretch, after) = match after.chars().next() {
        Some(first) if stretch.is_empty() => after.split_at_checked(first.len_utf8()).unwrap_or((" ", after)),
        None if stretch.is_empty() => (" ", after),
        _ => (stretch, after),
    };
    if line.chars().take(WIDTH + 1).count() <= WIDTH {
        return Line { number, before: before.to_owned(), marked: Some(stretch.to_owned()), after: after.to_owned() };
    }
    // As much of the line's beginning as leaves room for what follows, else a little before.
    let reach = before.chars().count();
    let length = stretch.chars().take(WIDTH).count();
    let before = if reach + length <= WIDTH { before.to_owned() } else { end_of(before, LEAD, reach) };
    let room = WIDTH.saturating_sub(before.chars().count());
    let stretch = shortened(stretch, room);
    let room = room.saturating_sub(stretch.chars().count());
    Line { number, before, marked: Some(stretch), after: shortened(after, room) }
}

/// The first `width` characters, the last of them "…" where there are more.
fn shortened(text: &str, width: usize) -> String {
    if text.chars().take(width + 1).count() <= width {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(width.saturating_sub(1)).collect();
    short.push('…');
    short
}

/// The last `width` of the `length` characters of a text, the first of them "…".
fn end_of(text: &str, width: usize, length: usize) -> String {
    if length <= width {
        return text.to_owned();
    }
    ['…'].into_iter().chain(text.chars().skip(length + 1 - width)).collect()
}
