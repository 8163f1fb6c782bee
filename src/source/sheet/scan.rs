//! The cells of a CSV text one by one, as places in it. Nothing is copied, so that a text of
//! commas only costs no memory.

use std::ops::Range;

/// A cell as it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Its bytes, quotation marks included.
    pub(super) range: Range<usize>,
    /// The line it begins in, from 1.
    pub(super) line: usize,
    /// Its row and column, from 1, as a spreadsheet program counts them.
    pub(super) row: usize,
    pub(super) column: usize,
    /// Whether it is the last of its row.
    pub(super) last: bool,
    /// Whether a quotation mark that opens it is closed again.
    pub(super) closed: bool,
}

/// Goes through a text from `at` on. Cells are quoted as in RFC 4180, and rows end with any
/// kind of line break; a quotation mark within an unquoted cell is a character like others.
pub(super) struct Scan<'a> {
    text: &'a [u8],
    delimiter: Option<u8>,
    at: usize,
    line: usize,
    row: usize,
    column: usize,
    /// Whether a delimiter was the last thing read, so that a cell must follow.
    open: bool,
}

impl<'a> Scan<'a> {
    /// Begins at byte `start`, which is in line `line`.
    pub(super) fn new(text: &'a str, delimiter: Option<char>, start: usize, line: usize) -> Scan<'a> {
        let delimiter = delimiter.and_then(|delimiter| u8::try_from(delimiter).ok());
        Scan { text: text.as_bytes(), delimiter, at: start, line, row: 1, column: 1, open: false }
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.get(at).copied()
    }

    /// The end of the quotation that opens at `start`, or of the text; and whether it is closed.
    fn quotation(&mut self, start: usize) -> (usize, bool) {
        let mut at = start + 1;
        loop {
            match (self.byte(at), self.byte(at + 1)) {
                (Some(b'"'), Some(b'"')) => at += 2,
                (Some(b'"'), _) => return (at + 1, true),
                (Some(b'\n'), _) => {
                    self.line += 1;
                    at += 1;
                }
                (Some(_), _) => at += 1,
                (None, _) => return (at, false),
            }
        }
    }
}

impl Iterator for Scan<'_> {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        if self.at >= self.text.len() && !self.open {
            return None;
        }
        let (start, line, row, column) = (self.at, self.line, self.row, self.column);
        let (mut end, closed) = match self.byte(start) {
            Some(b'"') => self.quotation(start),
            _ => (start, true),
        };
        while self.byte(end).is_some_and(|byte| Some(byte) != self.delimiter && !matches!(byte, b'\r' | b'\n')) {
            end += 1;
        }
        let (next, last) = match (self.byte(end), self.byte(end + 1)) {
            (Some(b'\r'), Some(b'\n')) => (end + 2, true),
            (Some(b'\r' | b'\n'), _) => (end + 1, true),
            (Some(_), _) => (end + 1, false),
            (None, _) => (end, true),
        };
        self.at = next;
        self.open = !last;
        if last {
            self.line += 1;
            self.row += 1;
            self.column = 1;
        } else {
            self.column += 1;
        }
        Some(Found { range: start..end, line, row, column, last, closed })
    }
}

/// The text of a cell: without its quotation marks, and with `""` as one.
pub(super) fn unquote(raw: &str) -> String {
    let Some(mut rest) = raw.strip_prefix('"') else { return raw.to_owned() };
    let mut text = String::with_capacity(rest.len());
    while let Some((before, after)) = rest.split_once('"') {
        text.push_str(before);
        match after.strip_prefix('"') {
            Some(more) => {
                text.push('"');
                rest = more;
            }
            // What follows the closing mark belongs to the cell as it stands.
            None => {
                text.push_str(after);
                return text;
            }
        }
    }
    text.push_str(rest);
    text
}
