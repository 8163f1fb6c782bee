//! A piece of text that knows where it came from, so that a mistake inside a paragraph
//! inside a YAML field inside a fenced block still points at the author's own line.

use crate::diagnostic::{FileId, Span};
use std::ops::Range;

/// A value with its place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

impl<T> Located<T> {
    /// A value at a place.
    pub fn new(value: T, span: Span) -> Located<T> {
        Located { value, span }
    }

    /// The same place with another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Located<U> {
        Located { value: change(self.value), span: self.span }
    }
}

/// Text taken from a file, perhaps with indentation or quotation marks taken out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The text.
    pub text: String,
    /// Where it came from as a whole.
    pub span: Span,
    /// Stretches of the text and where they come from, ascending.
    runs: Vec<Run>,
}

/// A stretch of text that stands in the file byte for byte, from `at` to `end` at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    from: usize,
    at: u32,
    end: u32,
}

impl Excerpt {
    /// A text that stands in `file` from byte `start` on, byte for byte.
    pub fn verbatim(file: FileId, start: usize, text: &str) -> Excerpt {
        let span = Span::new(file, start..start + text.len());
        Excerpt { text: text.to_owned(), span, runs: vec![Run { from: 0, at: span.start, end: span.end }] }
    }

    /// A text whose characters cannot be traced one by one (escapes were resolved, lines
    /// folded): every place in it is the whole of `span`.
    pub fn opaque(text: String, span: Span) -> Excerpt {
        Excerpt { text, span, runs: Vec::new() }
    }

    /// An empty text at a place, to be filled with [`Excerpt::push`].
    pub fn starting_at(span: Span) -> Excerpt {
        Excerpt { text: String::new(), span, runs: Vec::new() }
    }

    /// Appends a run of text that stands verbatim at byte `at` of the same file.
    pub fn push(&mut self, text: &str, at: u32) {
        let end = at.saturating_add(u32::try_from(text.len()).unwrap_or(u32::MAX));
        self.push_from(text, Span { file: self.span.file, start: at, end });
    }

    /// Appends a run of text that was made from `span` of the same file; where the two
    /// differ in length, every place in the run is the start of the span.
    pub fn push_from(&mut self, text: &str, span: Span) {
        let verbatim = text.len() == span.range().len();
        let end = if verbatim { span.end } else { span.start };
        self.runs.push(Run { from: self.text.len(), at: span.start, end });
        self.text.push_str(text);
        self.span.end = self.span.end.max(span.end);
    }

    /// Appends a part of a text of the same file, with its places.
    pub(super) fn append(&mut self, part: Excerpt) {
        let from = self.text.len();
        self.runs.extend(part.runs.into_iter().map(|run| Run { from: from + run.from, ..run }));
        self.text.push_str(&part.text);
        self.span.end = self.span.end.max(part.span.end);
    }

    /// Whether every place in this text is the whole of its span.
    pub fn is_opaque(&self) -> bool {
        self.runs.is_empty()
    }

    /// Where a range of the text stands in the file.
    pub fn span(&self, range: Range<usize>) -> Span {
        match (self.start_offset(range.start), self.end_offset(range.end.max(range.start))) {
            (Some(start), Some(end)) => Span { file: self.span.file, start, end: end.max(start) },
            _ => self.span,
        }
    }

    /// A part of this text, with its places.
    pub fn part(&self, range: Range<usize>) -> Excerpt {
        let text = self.text.get(range.clone()).unwrap_or_default().to_owned();
        let span = self.span(range.clone());
        let mut runs = Vec::new();
        if let Some(first) = self.run_at(range.start) {
            let at = first.place(range.start);
            runs.push(Run { from: 0, at, end: first.end.max(at) });
            let from = self.runs.partition_point(|run| run.from <= range.start);
            let inner = self.runs.iter().skip(from).take_while(|run| run.from < range.end);
            runs.extend(inner.map(|run| Run { from: run.from - range.start, ..*run }));
        }
        Excerpt { text, span, runs }
    }

    /// The offset in the text of a byte of the file, if that byte was copied verbatim.
    pub fn offset_in_text(&self, at: u32) -> Option<usize> {
        let next = self.runs.partition_point(|run| run.at <= at);
        let run = self.runs.get(next.checked_sub(1)?)?;
        let offset = run.from + at.saturating_sub(run.at) as usize;
        (offset <= self.text.len()).then_some(offset)
    }

    fn run_at(&self, offset: usize) -> Option<Run> {
        let next = self.runs.partition_point(|run| run.from <= offset);
        self.runs.get(next.saturating_sub(1)).copied()
    }

    fn start_offset(&self, offset: usize) -> Option<u32> {
        self.run_at(offset).map(|run| run.place(offset))
    }

    /// The end of a run belongs to that run, not to the start of the next line.
    fn end_offset(&self, offset: usize) -> Option<u32> {
        let next = self.runs.partition_point(|run| run.from < offset);
        self.runs.get(next.saturating_sub(1)).map(|run| run.place(offset))
    }
}

impl Run {
    fn place(self, offset: usize) -> u32 {
        let further = u32::try_from(offset.saturating_sub(self.from)).unwrap_or(u32::MAX);
        self.at.saturating_add(further).min(self.end.max(self.at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_found_again_behind_indentation() {
        let file = FileId(0);
        let mut excerpt = Excerpt::starting_at(Span::new(file, 10..10));
        excerpt.push("one\n", 12);
        excerpt.push("two\n", 18);
        assert_eq!(excerpt.span(0..3), Span::new(file, 12..15));
        assert_eq!(excerpt.span(4..7), Span::new(file, 18..21));
        assert_eq!(excerpt.span(4..4), Span::new(file, 18..18));
        assert_eq!(excerpt.part(4..7).span(1..2), Span::new(file, 19..20));
        assert_eq!(excerpt.part(1..7).span(3..4), Span::new(file, 18..19));
        assert_eq!(Excerpt::opaque("abc".into(), Span::new(file, 3..9)).span(0..1), Span::new(file, 3..9));
    }
}
