//! One paragraph, heading or cell at a time as a string that knows which parts of it may be changed.

use super::super::running::{OBJECT, Running};
use super::super::{Block, Context, Picture, Visitor};
use crate::diagnostic::{FileId, Span, Texts};
use std::ops::Range;

/// What stands side by side in one place.
#[derive(Default)]
pub(super) struct Line {
    running: Running,
    /// The stretches that stand in the file letter for letter, ascending.
    verbatim: Vec<Range<usize>>,
    /// Breaks of the line for readers that two spaces make: where in the text, and the spaces.
    pub(super) breaks: Vec<(usize, Span)>,
    /// Whether it is a cell, which may be read as a day or as an amount.
    pub(super) table: bool,
    /// Whether it stands in a YAML file.
    yaml: bool,
}

impl Line {
    /// The words; what cannot be read, such as code, is one sign.
    pub(super) fn text(&self) -> &str {
        &self.running.text
    }

    /// Whether a no-break space in this range would be taken for a part of YAML's syntax: before a colon that is
    /// the first of its line, it looks like a part of a field's name.
    pub(super) fn is_before_colon(&self, range: &Range<usize>) -> bool {
        let behind = self.text().get(range.end..).unwrap_or_default();
        self.yaml && (behind.contains(": ") || behind.ends_with(':'))
    }

    /// Where a range stands in the file; `None` where it does not stand there letter for letter.
    pub(super) fn place(&self, range: Range<usize>) -> Option<Span> {
        let within = |whole: &&Range<usize>| whole.start <= range.start && range.end <= whole.end;
        self.verbatim.iter().find(within)?;
        self.running.span(range)
    }
}

/// Gathers lines out of a tree.
pub(super) struct Gather<'g> {
    texts: &'g dyn Texts,
    each: &'g mut dyn FnMut(&Line),
    line: Line,
    /// The last file, and whether authors write its text: a data file is another program's.
    file: Option<(FileId, bool)>,
}

impl<'g> Gather<'g> {
    pub(super) fn new(texts: &'g dyn Texts, each: &'g mut dyn FnMut(&Line)) -> Gather<'g> {
        Gather { texts, each, line: Line::default(), file: None }
    }

    pub(super) fn finish(&mut self) {
        let line = std::mem::take(&mut self.line);
        if !line.text().is_empty() {
            (self.each)(&line);
        }
    }

    fn written_by_hand(&mut self, file: FileId) -> bool {
        match self.file {
            Some((known, by_hand)) if known == file => by_hand,
            _ => {
                let path = self.texts.path(file);
                let by_hand = path.ends_with(".md") || path.ends_with(".yaml") || path.ends_with(".yml");
                self.file = Some((file, by_hand));
                by_hand
            }
        }
    }

    fn object(&mut self, span: Span) {
        self.line.running.push(OBJECT.encode_utf8(&mut [0; 4]), span);
    }
}

impl Visitor for Gather<'_> {
    fn block(&mut self, _: &Block) {
        self.finish();
    }

    fn picture(&mut self, picture: &Picture) {
        self.object(picture.span);
    }

    fn text(&mut self, text: &str, span: Span, context: Context) {
        self.line.table |= context.table;
        if context.code {
            return self.object(span);
        }
        let start = self.line.text().len();
        let source = self.texts.text(span.file);
        let found = source.get(span.range());
        // A sign behind a backslash was typed on purpose.
        let escaped = source.get(..span.range().start).is_some_and(|before| before.ends_with('\\'));
        let skipped = if escaped { text.chars().next().map_or(0, char::len_utf8) } else { 0 };
        self.line.running.push(text, span);
        match found {
            Some(found) if found == text && self.written_by_hand(span.file) => {
                self.line.yaml = !self.texts.path(span.file).ends_with(".md");
                self.line.verbatim.push(start + skipped..start + text.len());
            }
            Some(found) if text == " " && found.starts_with("  ") => {
                let spaces = found.len() - found.trim_start_matches(' ').len();
                if matches!(found.get(spaces..), Some("\n" | "\r\n")) {
                    self.line.breaks.push((start, span.part(0, spaces)));
                }
            }
            _ => {}
        }
    }

    fn end_of_line(&mut self) {
        self.finish();
    }
}
