//! Running text: paragraphs, list items, quotations, alerts and case studies, each as one
//! string that knows its places. Headings, tables, tiles and contacts are not read as
//! sentences, and are shown to those only who ask for all words; code has no part in it.

use super::component::Commitment;
use super::{Block, BlockKind, Inline, InlineKind, Prose, Table, Target};
use crate::diagnostic::Span;
use std::ops::Range;

/// Stands where code or a picture stands, so that the words beside it do not become one.
pub(super) const OBJECT: char = '\u{fffc}';

/// One paragraph's words without their markup, and where each piece of them stands.
#[derive(Default)]
pub(super) struct Running {
    pub(super) text: String,
    /// The quotations of figures, as stretches of the text.
    pub(super) quoted: Vec<Range<usize>>,
    /// The terms of the glossary that are linked, as stretches of the text.
    pub(super) terms: Vec<Range<usize>>,
    pieces: Vec<Piece>,
}

/// Where a piece begins in the text, how long it is there, and its place.
struct Piece {
    start: usize,
    length: usize,
    span: Span,
}

/// What a stretch of running text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A paragraph, or what stands for one.
    Text,
    /// Somebody else's words.
    Quotation,
    /// A heading, a caption, the heading of a column.
    Heading,
    /// A cell, a label, a note: often no sentence.
    Field,
}

/// Shows the paragraphs of a text in reading order; footnotes last, where they are wanted.
pub(super) fn running(prose: &Prose, footnotes: bool, each: &mut dyn FnMut(&Running)) {
    let each = &mut |running: &Running, _: Role| each(running);
    let mut walk = Walk { fields: false, each, buffer: Running::default() };
    walk.prose(prose, footnotes);
}

/// Shows all words of a text but code, names and addresses, in reading order, footnotes last.
pub(super) fn all_running(prose: &Prose, each: &mut dyn FnMut(&Running, Role)) {
    let mut walk = Walk { fields: true, each, buffer: Running::default() };
    if let Some(title) = &prose.title {
        walk.line(&title.value, Role::Heading);
    }
    walk.prose(prose, true);
}

/// One line as running text.
pub(super) fn running_line(content: &[Inline]) -> Running {
    let mut running = Running::default();
    running.inlines(content);
    running
}

struct Walk<'e> {
    /// Whether headings and what is no sentence are shown too.
    fields: bool,
    each: &'e mut dyn FnMut(&Running, Role),
    buffer: Running,
}

impl Walk<'_> {
    fn prose(&mut self, prose: &Prose, footnotes: bool) {
        self.blocks(&prose.blocks, Role::Text);
        for note in prose.footnotes.iter().filter(|_| footnotes) {
            self.blocks(&note.blocks, Role::Text);
        }
    }

    fn blocks(&mut self, all: &[Block], role: Role) {
        for block in all {
            match &block.kind {
                BlockKind::Paragraph(content) => self.line(content, role),
                BlockKind::List(list) => list.items.iter().for_each(|item| self.blocks(&item.blocks, role)),
                BlockKind::Quote(inner) => self.blocks(inner, Role::Quotation),
                BlockKind::Alert(_, inner) => self.blocks(inner, role),
                BlockKind::CaseStudy(story) => {
                    self.field(Some(&story.title), Role::Heading);
                    self.blocks(&story.text.blocks, role);
                    self.line(story.quote.as_deref().unwrap_or_default(), Role::Quotation);
                }
                BlockKind::Numbered(numbered) => self.blocks(&numbered.blocks, role),
                BlockKind::Illustrated(pair) => self.blocks(&pair.blocks, role),
                BlockKind::Cover(cover) => cover.lines().for_each(|content| self.line(content, role)),
                BlockKind::Commitments(all) => {
                    all.iter().flat_map(Commitment::lines).for_each(|content| self.line(content, role));
                }
                BlockKind::Outcomes(all) => all.iter().for_each(|outcome| self.blocks(&outcome.text.blocks, role)),
                BlockKind::Scorecard(card) => {
                    self.field(Some(&card.caption).filter(|_| card.captioned), Role::Heading);
                    card.indicators.iter().for_each(|kpi| self.field(Some(&kpi.label), Role::Field));
                    self.field(card.note.as_ref(), Role::Text);
                    card.indicators.iter().for_each(|kpi| self.blocks(&kpi.note.blocks, role));
                }
                BlockKind::Heading(heading) => self.field(Some(&heading.content), Role::Heading),
                BlockKind::Table(table) => self.table(table),
                BlockKind::Stats(stats) => {
                    for stat in stats {
                        self.field(Some(&stat.label), Role::Field);
                        self.field(stat.change.as_ref(), Role::Field);
                        self.field(stat.note.as_ref(), Role::Text);
                    }
                }
                BlockKind::Contact(contact) => self.field(contact.note.as_ref(), Role::Text),
                BlockKind::Chart(chart) => {
                    self.field(Some(&chart.title), Role::Heading);
                    self.field(chart.subtitle.as_ref(), Role::Heading);
                }
                BlockKind::Picture(_) | BlockKind::Code(..) | BlockKind::Rule | BlockKind::Actions(_) => {}
            }
        }
    }

    fn table(&mut self, table: &Table) {
        if self.fields {
            self.field(Some(&table.caption).filter(|_| table.captioned), Role::Heading);
            table.columns.iter().for_each(|column| self.field(Some(&column.heading), Role::Heading));
            let cells = table.rows.iter().flat_map(|row| &row.cells);
            cells.for_each(|cell| self.field(Some(&cell.content), Role::Field));
            self.field(table.note.as_ref(), Role::Text);
        }
    }

    fn field(&mut self, content: Option<&Vec<Inline>>, role: Role) {
        if let Some(content) = content.filter(|_| self.fields) {
            self.line(content, role);
        }
    }

    fn line(&mut self, content: &[Inline], role: Role) {
        self.buffer.clear();
        self.buffer.inlines(content);
        (self.each)(&self.buffer, role);
    }
}

impl Running {
    /// Makes room for the next paragraph or line.
    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.quoted.clear();
        self.terms.clear();
        self.pieces.clear();
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match &inline.kind {
                InlineKind::Text(text) => self.push(text, inline.span),
                InlineKind::Emphasis(inner) | InlineKind::Strong(inner) | InlineKind::Strikethrough(inner) => {
                    self.inlines(inner);
                }
                InlineKind::Link(link) => {
                    let start = self.text.len();
                    self.inlines(&link.content);
                    match link.target {
                        Target::Figure(_) => self.quoted.push(start..self.text.len()),
                        Target::Term(_) => self.terms.push(start..self.text.len()),
                        _ => {}
                    }
                }
                InlineKind::SoftBreak | InlineKind::HardBreak => self.push(" ", inline.span),
                InlineKind::Code(_) | InlineKind::Picture(_) => self.push(OBJECT.encode_utf8(&mut [0; 4]), inline.span),
                InlineKind::FootnoteReference(..) => {}
            }
        }
    }

    /// Adds words that stand at `span`.
    pub(super) fn push(&mut self, text: &str, span: Span) {
        if !text.is_empty() {
            self.pieces.push(Piece { start: self.text.len(), length: text.len(), span });
            self.text.push_str(text);
        }
    }

    /// Where a range of the text stands. What does not stand in the file letter for letter,
    /// such as `&amp;`, is at its piece as a whole. Nothing where there is no text.
    pub(super) fn span(&self, range: Range<usize>) -> Option<Span> {
        let from = self.pieces.partition_point(|piece| piece.start + piece.length <= range.start);
        let mut spans = self.pieces.iter().skip(from).take_while(|piece| piece.start < range.end).map(|piece| {
            if piece.span.range().len() == piece.length {
                piece.span.part(range.start.saturating_sub(piece.start), range.end - piece.start)
            } else {
                piece.span
            }
        });
        let first = spans.next()?;
        Some(spans.fold(first, Span::to))
    }
}
