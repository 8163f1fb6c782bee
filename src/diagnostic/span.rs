//! Where something stands in an author's file. Spans are byte offsets; lines and columns
//! are worked out only when somebody looks.

use std::ops::Range;
use std::sync::Arc;

/// One file of the site. In a build the numbers follow the order of the paths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A stretch of one file: bytes `start..end`, counted from the top of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span of `range` in `file`. Offsets beyond 4 GiB are cut to that.
    pub fn new(file: FileId, range: Range<usize>) -> Span {
        let start = u32::try_from(range.start).unwrap_or(u32::MAX);
        let end = u32::try_from(range.end).unwrap_or(u32::MAX).max(start);
        Span { file, start, end }
    }

    /// The top of a file.
    pub fn top(file: FileId) -> Span {
        Span { file, start: 0, end: 0 }
    }

    /// As a byte range.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The part of this span from `from` to `to`, counted in bytes from its own start and
    /// kept inside it.
    pub fn part(self, from: usize, to: usize) -> Span {
        let at = |offset: usize| {
            let offset = u32::try_from(offset).unwrap_or(u32::MAX);
            self.start.saturating_add(offset).min(self.end)
        };
        let (start, end) = (at(from), at(to));
        Span { file: self.file, start, end: end.max(start) }
    }

    /// The smallest span that covers this and `other`; `other` must be of the same file.
    pub fn to(self, other: Span) -> Span {
        Span { file: self.file, start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// A place as people count it: line and column from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Line, from 1, counted from the top of the file.
    pub line: usize,
    /// Column, from 1, in characters.
    pub column: usize,
}

/// The texts that diagnostics point into.
pub trait Texts {
    /// The path of a file, relative to the site's folder, with `/` between its parts.
    fn path(&self, file: FileId) -> &str;
    /// The text of a file.
    fn text(&self, file: FileId) -> &str;

    /// Line and column of a byte offset.
    fn place(&self, file: FileId, offset: u32) -> Place {
        let text = self.text(file);
        let mut end = (offset as usize).min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let before = text.get(..end).unwrap_or_default();
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let column = before.get(start..).unwrap_or_default().chars().count() + 1;
        Place { line, column }
    }
}

impl<T: Texts + ?Sized> Texts for Arc<T> {
    fn path(&self, file: FileId) -> &str {
        (**self).path(file)
    }

    fn text(&self, file: FileId) -> &str {
        (**self).text(file)
    }
}
