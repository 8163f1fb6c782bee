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
    /// Runs copied byte for byte: (offset in the text, offset in the file), ascending.
    runs: Vec<(usize, u32)>,
}

impl Excerpt {
    /// A text that stands in `file` from byte `start` on, byte for byte.
    pub fn verbatim(file: FileId, start: usize, text: &str) -> Excerpt {
        let span = Span::new(file, start..start + text.len());
        Excerpt { text: text.to_owned(), span, runs: vec![(0, span.start)] }
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
        self.runs.push((self.text.len(), at));
        self.text.push_str(text);
        let end = at.saturating_add(u32::try_from(text.len()).unwrap_or(u32::MAX));
        self.span.end = self.span.end.max(end);
    }

    /// Where a range of the text stands in the file.
    pub fn span(&self, range: Range<usize>) -> Span {
        match (self.offset(range.start), self.offset(range.end)) {
            (Some(start), Some(end)) => Span { file: self.span.file, start, end: end.max(start) },
            _ => self.span,
        }
    }

    /// A part of this text, with its places.
    pub fn part(&self, range: Range<usize>) -> Excerpt {
        let text = self.text.get(range.clone()).unwrap_or_default().to_owned();
        let span = self.span(range.clone());
        let mut runs = Vec::new();
        if let Some(start) = self.offset(range.start) {
            runs.push((0, start));
            let inner = self.runs.iter().filter(|(from, _)| *from > range.start && *from < range.end);
            runs.extend(inner.map(|(from, at)| (from - range.start, *at)));
        }
        Excerpt { text, span, runs }
    }

    /// The offset in the text of a byte of the file, if that byte was copied verbatim.
    pub fn offset_in_text(&self, at: u32) -> Option<usize> {
        let next = self.runs.partition_point(|(_, source)| *source <= at);
        let (from, source) = self.runs.get(next.checked_sub(1)?)?;
        let offset = from + at.saturating_sub(*source) as usize;
        (offset <= self.text.len()).then_some(offset)
    }

    fn offset(&self, at: usize) -> Option<u32> {
        // The end of a run belongs to that run, not to the start of the next line.
        let next = self.runs.partition_point(|(from, _)| *from < at);
        let (from, source) = self.runs.get(next.saturating_sub(1))?;
        Some(source.saturating_add(u32::try_from(at.saturating_sub(*from)).ok()?))
    }
}
