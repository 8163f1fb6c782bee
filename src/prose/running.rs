//! Running text: paragraphs, list items, quotations, alerts and case studies, each as one
//! string that knows its places. Headings, tables, tiles, contacts and code are not read as
//! sentences and have no part in it.

use super::component::Commitment;
use super::{Block, BlockKind, Inline, InlineKind, Prose, Target};
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
    pieces: Vec<Piece>,
}

/// Where a piece begins in the text, how long it is there, and its place.
struct Piece {
    start: usize,
    length: usize,
    span: Span,
}

/// Shows the paragraphs of a text in reading order; footnotes last, where they are wanted.
pub(super) fn running(prose: &Prose, footnotes: bool, each: &mut dyn FnMut(&Running)) {
    blocks(&prose.blocks, each);
    for note in prose.footnotes.iter().filter(|_| footnotes) {
        blocks(&note.blocks, each);
    }
}

fn blocks(all: &[Block], each: &mut dyn FnMut(&Running)) {
    for block in all {
        match &block.kind {
            BlockKind::Paragraph(content) => paragraph(content, each),
            BlockKind::List(list) => list.items.iter().for_each(|item| blocks(&item.blocks, each)),
            BlockKind::Quote(inner) | BlockKind::Alert(_, inner) => blocks(inner, each),
            BlockKind::CaseStudy(story) => {
                blocks(&story.text.blocks, each);
                paragraph(story.quote.as_deref().unwrap_or_default(), each);
            }
            BlockKind::Numbered(numbered) => blocks(&numbered.blocks, each),
            BlockKind::Illustrated(pair) => blocks(&pair.blocks, each),
            BlockKind::Cover(cover) => cover.lines().for_each(|content| paragraph(content, each)),
            BlockKind::Commitments(all) => {
                all.iter().flat_map(Commitment::lines).for_each(|content| paragraph(content, each));
            }
            BlockKind::Outcomes(all) => all.iter().for_each(|outcome| blocks(&outcome.text.blocks, each)),
            BlockKind::Scorecard(card) => card.indicators.iter().for_each(|kpi| blocks(&kpi.note.blocks, each)),
            BlockKind::Heading(_)
            | BlockKind::Picture(_)
            | BlockKind::Code(..)
            | BlockKind::Table(_)
            | BlockKind::Rule
            | BlockKind::Stats(_)
            | BlockKind::Contact(_)
            | BlockKind::Chart(_)
            | BlockKind::Actions(_) => {}
        }
    }
}

fn paragraph(content: &[Inline], each: &mut dyn FnMut(&Running)) {
    let mut running = Running::default();
    running.inlines(content);
    each(&running);
}

impl Running {
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
                    if let Target::Figure(_) = link.target {
                        self.quoted.push(start..self.text.len());
                    }
                }
                InlineKind::SoftBreak | InlineKind::HardBreak => self.push(" ", inline.span),
                InlineKind::Code(_) | InlineKind::Picture(_) => self.push(OBJECT.encode_utf8(&mut [0; 4]), inline.span),
                InlineKind::FootnoteReference(..) => {}
            }
        }
    }

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
