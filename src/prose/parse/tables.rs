//! Tables written in Markdown.

use super::Reader;
use super::raw::Raw;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::components::ROW_LENGTH;
use crate::diagnostic::rules::prose::{TABLE_CAPTION, TABLE_EMPTY_CELL, TABLE_HEADER};
use crate::prose::text::{cell_text, plain_text};
use crate::prose::{Block, BlockKind, Cell, Column, Inline, InlineKind, Row, Table};
use pulldown_cmark::{Alignment, Event, Tag};
use std::ops::Range;

/// What a paragraph begins with that is the caption of the table below it.
const CAPTION: &str = "Table:";

impl<'r> Reader<'r, '_> {
    /// Whether a node is the caption of the table after it; the number of bytes to leave out.
    pub(super) fn table_caption(&self, node: &Raw<'r>) -> Option<usize> {
        let paragraph = matches!(node.event, Event::Start(Tag::Paragraph));
        let first = node.children.first()?;
        let Event::Text(text) = &first.event else { return None };
        let begins = text.get(..CAPTION.len()).is_some_and(|start| start.eq_ignore_ascii_case(CAPTION));
        (paragraph && begins).then(|| text.len() - text.get(CAPTION.len()..).unwrap_or_default().trim_start().len())
    }

    /// The words of a caption, without `Table:`.
    pub(super) fn caption_words(&mut self, skip: usize, mut node: Raw<'r>) -> Vec<Inline> {
        if let Some(first) = node.children.first_mut()
            && let Event::Text(text) = &first.event
        {
            let rest = text.get(skip..).unwrap_or_default().to_owned();
            first.range.start = (first.range.start + skip).min(first.range.end);
            first.event = Event::Text(rest.into());
        }
        self.inlines(node.children)
    }

    /// A table, with the caption that stood above it.
    pub(super) fn table(&mut self, node: Raw<'r>, caption: Option<Vec<Inline>>) -> Option<Block> {
        let Event::Start(Tag::Table(alignments)) = node.event else { return None };
        let span = self.span(self.trimmed(node.range.clone()));
        let mut parts = node.children.into_iter();
        let head = parts.next()?;
        let head_span = self.span(self.trimmed(head.range.clone()));
        let caption = caption.filter(|caption| !plain_text(caption).trim().is_empty());
        if caption.is_none() {
            self.out.push(
                Diagnostic::new(&TABLE_CAPTION, head_span, "a table without a caption")
                    .help("put a paragraph directly before it: Table: what the table shows"),
            );
        }
        let headings: Vec<(Range<usize>, Vec<Inline>)> =
            head.children.into_iter().map(|cell| (cell.range.clone(), self.inlines(cell.children))).collect();
        for (range, heading) in &headings {
            if plain_text(heading).trim().is_empty() {
                let diagnostic =
                    Diagnostic::new(&TABLE_HEADER, self.span(range.clone()), "a table column without a heading");
                self.out.push(diagnostic.help("write what is in the column, and its unit"));
            }
        }
        let columns = headings.len();
        let rows: Vec<Row> = parts.map(|row| self.row(row, columns)).collect();
        let columns = headings
            .into_iter()
            .enumerate()
            .map(|(index, (_, heading))| {
                let right = matches!(alignments.get(index), Some(Alignment::Right));
                let numeric = index > 0 && (right || all_numeric(&rows, index));
                Column { heading, unit: None, numeric }
            })
            .collect::<Vec<_>>();
        let row_headings = columns.len() >= 2;
        let captioned = caption.is_some();
        let caption = caption.unwrap_or_else(|| self.page.fallback_caption(head_span));
        let (source, note, id) = (None, None, None);
        let table = Table { caption, captioned, columns, rows, row_headings, source, note, id, component: false };
        Some(Block { span, kind: BlockKind::Table(table) })
    }

    fn row(&mut self, row: Raw<'r>, columns: usize) -> Row {
        let range = self.trimmed(row.range.clone());
        let span = self.span(range.clone());
        // The parser fills short rows up with cells of no length, and drops what is too much.
        let written = row.children.iter().filter(|cell| cell.range.start < cell.range.end).count();
        let end = row.children.last().map_or(range.end, |cell| cell.range.end);
        let dropped = self.slice(end..range.end.max(end)).trim().trim_start_matches('|').trim();
        let length = if dropped.is_empty() { written } else { columns + bars(dropped) };
        if length != columns {
            let cells = if length == 1 { "cell" } else { "cells" };
            let message = format!("the row has {length} {cells}, and the table has {columns} columns");
            let help = "give the row one cell for each column; to show a bar within a cell, write \\|";
            self.out.push(Diagnostic::new(&ROW_LENGTH, span, message).help(help));
        }
        let cells = row.children.into_iter().map(|cell| self.cell(cell, length == columns)).collect();
        Row { span, total: false, cells }
    }

    fn cell(&mut self, cell: Raw<'r>, report: bool) -> Cell {
        let range = self.trimmed(cell.range.clone());
        let span = self.span(if range.is_empty() { cell.range } else { range });
        let content = self.inlines(cell.children);
        let empty = cell_text(&content).trim().is_empty()
            && !content.iter().any(|inline| matches!(inline.kind, InlineKind::Picture(_)));
        if !empty {
            return Cell { span, content };
        }
        if report {
            let diagnostic = Diagnostic::new(&TABLE_EMPTY_CELL, span, "an empty cell, published as `No data`");
            self.out.push(diagnostic.help("write 0, `not collected` or what else is meant"));
        }
        Cell { span, content: Vec::new() }
    }
}

/// How many cells a piece of a row holds.
fn bars(text: &str) -> usize {
    let text = text.strip_suffix('|').unwrap_or(text);
    1 + text.replace("\\|", "").matches('|').count()
}

/// Whether a column holds numbers only, and at least one.
fn all_numeric(rows: &[Row], index: usize) -> bool {
    numeric_column(rows.iter().filter_map(|row| row.cells.get(index)).map(|cell| cell_text(&cell.content)))
}

/// Whether these cells hold numbers only, and at least one; what stands for a missing
/// number counts neither way.
pub(crate) fn numeric_column(cells: impl Iterator<Item = String>) -> bool {
    let mut some = false;
    for cell in cells {
        let cell = cell.trim();
        let missing = ["", "n/a", "na", "tbc", "-", "–", "—", "..", "…", "*", "nil", "none", "no data", "c"];
        if missing.contains(&cell.to_lowercase().as_str()) {
            continue;
        }
        if !looks_numeric(cell) {
            return false;
        }
        some = true;
    }
    some
}

/// Whether a cell is a number as people write it: `£1,234`, `-57`, `83%`, `(3,756)`, `Cr 12`.
pub(crate) fn looks_numeric(text: &str) -> bool {
    let mut text = text.trim();
    if let Some(inner) = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        text = inner.trim();
    }
    text = text.trim_start_matches(['+', '-', '−', '–', '<', '>', '~', '£', '€', '$', ' ', '\u{a0}']);
    text = text.strip_prefix("Cr ").unwrap_or(text).trim_start_matches(['+', '-', '−', '£']);
    let end = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.'))).unwrap_or(text.len());
    let (digits, unit) = text.split_at_checked(end).unwrap_or((text, ""));
    let unit = unit.trim().to_lowercase();
    let units =
        ["", "%", "k", "m", "bn", "p", "pp", "million", "billion", "thousand", "per cent", "percentage points", "cr"];
    digits.starts_with(|c: char| c.is_ascii_digit() || c == '.')
        && digits.contains(|c: char| c.is_ascii_digit())
        && units.contains(&unit.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_people_write_them() {
        for text in ["£1,234", "-57", "−57", "83%", "(3,756)", "£36.1 million", "Cr 3,756", "-£5k", ".5", "1.5 pp"]
        {
            assert!(looks_numeric(text), "{text}");
        }
        for text in ["2019-20", "N/A", "White", "12 people", "", "%", "1 April 2020"] {
            assert!(!looks_numeric(text), "{text}");
        }
    }
}
