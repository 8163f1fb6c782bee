//! Walking the tree: every heading, link, picture and word of a text, wherever it stands,
//! with what it stands in.

use super::chart::Chart;
use super::component::{CaseStudy, Commitment, Contact, Outcome, Stat};
use super::scorecard::Scorecard;
use super::{Block, BlockKind, CoverSheet, Heading, Inline, InlineKind, Link, Picture, Prose, Table};
use crate::diagnostic::Span;

/// What a piece of text stands in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// A heading, or the title of a case study.
    pub heading: bool,
    /// A link.
    pub link: bool,
    /// A quotation.
    pub quote: bool,
    /// Code.
    pub code: bool,
    /// A table.
    pub table: bool,
    /// A footnote.
    pub footnote: bool,
    /// A component other than a table.
    pub component: bool,
}

/// What somebody wants to know of a text. Each method does nothing unless it is written.
pub trait Visitor {
    /// The page's title, before its words.
    fn title(&mut self, _content: &[Inline], _span: Span) {}
    /// A block, before what it holds.
    fn block(&mut self, _block: &Block) {}
    /// A heading, before its words.
    fn heading(&mut self, _heading: &Heading, _span: Span) {}
    /// A link, before its words.
    fn link(&mut self, _link: &Link, _span: Span) {}
    /// A picture.
    fn picture(&mut self, _picture: &Picture) {}
    /// Words. Where the text is as long as the span, they stand in the file byte for byte.
    fn text(&mut self, _text: &str, _span: Span, _context: Context) {}
    /// The end of a paragraph, a heading, a cell: words on both sides are apart.
    fn end_of_line(&mut self) {}
}

/// Shows a text to a visitor, in reading order, footnotes last.
pub fn visit(prose: &Prose, visitor: &mut dyn Visitor) {
    let mut walk = Walk { visitor };
    let context = Context::default();
    if let Some(title) = &prose.title {
        walk.visitor.title(&title.value, title.span);
        walk.line(&title.value, Context { heading: true, ..context });
    }
    walk.blocks(&prose.blocks, context);
    for note in &prose.footnotes {
        walk.blocks(&note.blocks, Context { footnote: true, ..context });
    }
}

/// Shows one line of text to a visitor, such as a definition.
pub fn visit_inlines(inlines: &[Inline], visitor: &mut dyn Visitor) {
    Walk { visitor }.line(inlines, Context::default());
}

/// Shows every block of a text, those within others too, in reading order, footnotes last.
pub fn visit_blocks<'p>(prose: &'p Prose, each: &mut dyn FnMut(&'p Block)) {
    fn walk<'p>(blocks: &'p [Block], each: &mut dyn FnMut(&'p Block)) {
        for block in blocks {
            each(block);
            match &block.kind {
                BlockKind::List(list) => list.items.iter().for_each(|item| walk(&item.blocks, each)),
                BlockKind::Quote(inner) | BlockKind::Alert(_, inner) => walk(inner, each),
                BlockKind::CaseStudy(story) => walk(&story.text.blocks, each),
                BlockKind::Outcomes(all) => all.iter().for_each(|outcome| walk(&outcome.text.blocks, each)),
                BlockKind::Scorecard(card) => card.indicators.iter().for_each(|kpi| walk(&kpi.note.blocks, each)),
                BlockKind::Numbered(numbered) => walk(&numbered.blocks, each),
                BlockKind::Illustrated(pair) => walk(&pair.blocks, each),
                _ => {}
            }
        }
    }
    walk(&prose.blocks, each);
    prose.footnotes.iter().for_each(|note| walk(&note.blocks, each));
}

struct Walk<'v> {
    visitor: &'v mut dyn Visitor,
}

impl Walk<'_> {
    fn blocks(&mut self, blocks: &[Block], context: Context) {
        for block in blocks {
            self.visitor.block(block);
            self.block(block, context);
        }
    }

    fn block(&mut self, block: &Block, context: Context) {
        match &block.kind {
            BlockKind::Heading(heading) => {
                self.visitor.heading(heading, block.span);
                self.line(&heading.content, Context { heading: true, ..context });
            }
            BlockKind::Paragraph(content) => self.line(content, context),
            BlockKind::Picture(picture) => self.visitor.picture(picture),
            BlockKind::List(list) => list.items.iter().for_each(|item| self.blocks(&item.blocks, context)),
            BlockKind::Quote(blocks) => self.blocks(blocks, Context { quote: true, ..context }),
            BlockKind::Alert(_, blocks) => self.blocks(blocks, context),
            BlockKind::Code(code, _) => self.plain(code, block.span, Context { code: true, ..context }),
            BlockKind::Table(table) => self.table(table, Context { table: true, ..context }),
            BlockKind::Rule => {}
            BlockKind::Stats(stats) => stats.iter().for_each(|stat| self.stat(stat, context)),
            BlockKind::Contact(contact) => self.contact(contact, Context { component: true, ..context }),
            BlockKind::CaseStudy(story) => self.case_study(story, context),
            BlockKind::Chart(chart) => self.chart(chart, context),
            BlockKind::Scorecard(card) => self.scorecard(card, context),
            BlockKind::Commitments(all) => all.iter().for_each(|one| self.commitment(one, context)),
            BlockKind::Outcomes(all) => all.iter().for_each(|one| self.outcome(one, context)),
            BlockKind::Numbered(numbered) => self.blocks(&numbered.blocks, context),
            BlockKind::Illustrated(pair) => {
                self.visitor.picture(&pair.picture);
                self.blocks(&pair.blocks, context);
            }
            BlockKind::Cover(cover) => self.cover(cover, Context { component: true, ..context }),
            // Its words are those of a plan.
            BlockKind::Actions(_) => {}
        }
    }

    fn table(&mut self, table: &Table, context: Context) {
        if table.captioned {
            self.line(&table.caption, context);
        }
        for column in &table.columns {
            self.line(&column.heading, Context { heading: true, ..context });
        }
        for cell in table.rows.iter().flat_map(|row| &row.cells) {
            self.line(&cell.content, context);
        }
        self.maybe(table.source.as_deref(), context);
        self.maybe(table.note.as_deref(), context);
        table.remarks.iter().for_each(|remark| self.line(&remark.because, context));
    }

    fn scorecard(&mut self, card: &Scorecard, context: Context) {
        let own = Context { table: true, ..context };
        if card.captioned {
            self.line(&card.caption, own);
        }
        for kpi in &card.indicators {
            kpi.lines().for_each(|line| self.line(line, own));
        }
        self.maybe(card.source.as_deref(), own);
        self.maybe(card.note.as_deref(), own);
        card.indicators.iter().for_each(|kpi| self.blocks(&kpi.note.blocks, context));
    }

    fn stat(&mut self, stat: &Stat, context: Context) {
        let context = Context { component: true, ..context };
        self.plain(&stat.value.value, stat.value.span, context);
        self.line(&stat.label, context);
        self.maybe(stat.change.as_deref(), context);
        self.maybe(stat.note.as_deref(), context);
    }

    fn contact(&mut self, contact: &Contact, context: Context) {
        for text in [&contact.name, &contact.role, &contact.hours].into_iter().flatten() {
            self.plain(text, contact.span, context);
        }
        self.maybe(contact.note.as_deref(), context);
    }

    fn case_study(&mut self, story: &CaseStudy, context: Context) {
        let own = Context { component: true, ..context };
        self.line(&story.title, Context { heading: true, ..own });
        if let Some(picture) = &story.picture {
            self.visitor.picture(picture);
        }
        self.blocks(&story.text.blocks, context);
        self.maybe(story.quote.as_deref(), Context { quote: true, ..own });
        self.maybe(story.source.as_deref(), own);
    }

    fn cover(&mut self, cover: &CoverSheet, context: Context) {
        cover.lines().for_each(|line| self.line(line, context));
        self.line(cover.replaces.as_slice(), context);
    }

    fn commitment(&mut self, commitment: &Commitment, context: Context) {
        let own = Context { component: true, ..context };
        self.line(&commitment.text, own);
        commitment.leads.iter().for_each(|lead| self.plain(lead, commitment.span, own));
        commitment.measures.iter().for_each(|measure| self.line(measure, own));
    }

    fn outcome(&mut self, outcome: &Outcome, context: Context) {
        self.blocks(&outcome.text.blocks, context);
        self.line(&outcome.evidence, Context { component: true, ..context });
    }

    /// Its names and numbers stand in its table, and only there in the author's file.
    fn chart(&mut self, chart: &Chart, context: Context) {
        let own = Context { component: true, ..context };
        self.line(&chart.title, Context { heading: true, ..own });
        self.maybe(chart.subtitle.as_deref(), own);
        self.maybe(chart.source.as_deref(), own);
        self.table(&chart.table, Context { table: true, ..context });
    }

    fn maybe(&mut self, content: Option<&[Inline]>, context: Context) {
        if let Some(content) = content {
            self.line(content, context);
        }
    }

    fn plain(&mut self, text: &str, span: Span, context: Context) {
        self.visitor.text(text, span, context);
        self.visitor.end_of_line();
    }

    fn line(&mut self, content: &[Inline], context: Context) {
        self.inlines(content, context);
        self.visitor.end_of_line();
    }

    fn inlines(&mut self, inlines: &[Inline], context: Context) {
        for inline in inlines {
            match &inline.kind {
                InlineKind::Text(text) => self.visitor.text(text, inline.span, context),
                InlineKind::Code(text) => self.visitor.text(text, inline.span, Context { code: true, ..context }),
                InlineKind::Emphasis(content) | InlineKind::Strong(content) | InlineKind::Strikethrough(content) => {
                    self.inlines(content, context);
                }
                InlineKind::Link(link) => {
                    self.visitor.link(link, inline.span);
                    self.inlines(&link.content, Context { link: true, ..context });
                }
                InlineKind::Picture(picture) => self.visitor.picture(picture),
                InlineKind::SoftBreak | InlineKind::HardBreak => self.visitor.text(" ", inline.span, context),
                InlineKind::FootnoteReference(..) => {}
            }
        }
    }
}
