//! The first occurrence of each term in a text becomes a link to its definition.

use super::matcher::{Around, Hit, Matcher};
use super::scan::Scan;
use super::siblings::{Pieces, first_char, is_text, last_char, text_of};
use super::walk::{Words, term_links, words};
use crate::diagnostic::Span;
use crate::prose::chart::Chart;
use crate::prose::component::Commitment;
use crate::prose::text::plain_text;
use crate::prose::tree::{Block, BlockKind, Inline, InlineKind, Link, Prose, Table, Target};
use std::collections::{BTreeMap, BTreeSet};

/// The terms that a text uses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Uses {
    /// By the term's id, where the text first links it, by hand or automatically.
    pub first: BTreeMap<String, Span>,
    /// The ids of the terms that the text has anywhere, linked or not: in a heading, on a
    /// tile, in a quotation too.
    pub mentioned: BTreeSet<String>,
}

impl Matcher {
    /// Links the first occurrence of each automatic term in running text. A term that the
    /// author links by hand anywhere in the text is left to the author.
    ///
    /// Headings, quotations, tiles, contacts, a table's headings, what is a link already
    /// and code stay as they are.
    pub fn link(&self, prose: &mut Prose) -> Uses {
        let mut linker = Linker::new(self);
        words(prose, &mut |words| {
            if let Words::Inlines(inlines) = words {
                linker.by_hand(inlines);
            }
        });
        linker.prose(prose);
        linker.finish()
    }

    /// The same for one stretch of running text, such as a definition, which never links
    /// the term `except` that it defines.
    pub fn link_inlines(&self, inlines: &mut Vec<Inline>, except: &str) -> Uses {
        let mut linker = Linker::new(self);
        linker.by_hand(inlines);
        if let Some(done) = self.index(except).and_then(|own| linker.done.get_mut(own)) {
            *done = true;
        }
        linker.inlines(inlines, Around::default());
        linker.finish()
    }
}

struct Linker<'a> {
    matcher: &'a Matcher,
    /// By the term's index, whether it must not be linked (any more).
    done: Vec<bool>,
    /// By the term's index, whether the text has it.
    mentioned: Vec<bool>,
    uses: Uses,
    scan: Scan,
    hits: Vec<Hit>,
}

/// A term to be linked, in bytes of the siblings' text taken together.
struct Cut {
    start: usize,
    end: usize,
    term: usize,
}

impl<'a> Linker<'a> {
    fn new(matcher: &'a Matcher) -> Linker<'a> {
        let done = (0..matcher.len()).map(|term| !matcher.automatic(term)).collect();
        let mentioned = vec![false; matcher.len()];
        Linker { matcher, done, mentioned, uses: Uses::default(), scan: Scan::default(), hits: Vec::new() }
    }

    fn by_hand(&mut self, inlines: &[Inline]) {
        term_links(inlines, &mut |id, span| {
            if let Some(done) = self.matcher.index(id).and_then(|term| self.done.get_mut(term)) {
                *done = true;
                self.uses.first.entry(id.to_owned()).or_insert(span);
            }
        });
    }

    fn prose(&mut self, prose: &mut Prose) {
        self.blocks(&mut prose.blocks);
        for footnote in &mut prose.footnotes {
            self.blocks(&mut footnote.blocks);
        }
    }

    fn blocks(&mut self, blocks: &mut [Block]) {
        for block in blocks {
            match &mut block.kind {
                BlockKind::Paragraph(content) => self.inlines(content, Around::default()),
                BlockKind::List(list) => list.items.iter_mut().for_each(|item| self.blocks(&mut item.blocks)),
                BlockKind::Alert(_, inner) => self.blocks(inner),
                BlockKind::Numbered(numbered) => self.blocks(&mut numbered.blocks),
                BlockKind::Illustrated(pair) => self.blocks(&mut pair.blocks),
                BlockKind::Cover(cover) => cover.lines_mut().for_each(|line| self.inlines(line, Around::default())),
                BlockKind::Table(table) => self.table(table),
                BlockKind::CaseStudy(study) => {
                    self.mention(&study.title);
                    self.prose(&mut study.text);
                }
                BlockKind::Chart(chart) => self.chart(chart),
                BlockKind::Scorecard(card) => {
                    for kpi in &mut card.indicators {
                        self.mention(&kpi.label);
                        self.inlines(&mut kpi.target.content, Around::default());
                        self.prose(&mut kpi.note);
                    }
                }
                BlockKind::Heading(heading) => self.mention(&heading.content),
                BlockKind::Stats(stats) => stats.iter().for_each(|stat| self.mention(&stat.label)),
                BlockKind::Commitments(all) => {
                    let lines = all.iter_mut().flat_map(Commitment::lines_mut);
                    lines.for_each(|line| self.inlines(line, Around::default()));
                }
                BlockKind::Outcomes(all) => all.iter_mut().for_each(|outcome| self.prose(&mut outcome.text)),
                BlockKind::Quote(_)
                | BlockKind::Picture(_)
                | BlockKind::Code(..)
                | BlockKind::Rule
                | BlockKind::Contact(_)
                | BlockKind::Actions(_) => {}
            }
        }
    }

    /// Notes the terms in words that stay without links.
    fn mention(&mut self, inlines: &[Inline]) {
        let scan = Scan::of(&plain_text(inlines));
        self.matcher.hits(&scan, Around::default(), &mut self.hits);
        for hit in &self.hits {
            if let Some(mentioned) = self.mentioned.get_mut(hit.term) {
                *mentioned = true;
            }
        }
    }

    fn finish(self) -> Uses {
        let mut uses = self.uses;
        let ids = self
            .mentioned
            .iter()
            .enumerate()
            .filter(|(_, mentioned)| **mentioned)
            .map(|(term, _)| self.matcher.id(term));
        uses.mentioned = ids.map(str::to_owned).chain(uses.first.keys().cloned()).collect();
        uses
    }

    fn table(&mut self, table: &mut Table) {
        let headings = usize::from(table.row_headings);
        table.columns.iter().for_each(|column| self.mention(&column.heading));
        for row in &mut table.rows {
            row.cells.iter().take(headings).for_each(|cell| self.mention(&cell.content));
            for cell in row.cells.iter_mut().skip(headings) {
                self.inlines(&mut cell.content, Around::default());
            }
        }
    }

    /// A chart stays without links: its words stand close together, and most of them twice.
    fn chart(&mut self, chart: &Chart) {
        self.mention(&chart.title);
        self.mention(chart.subtitle.as_deref().unwrap_or_default());
        chart.table.columns.iter().for_each(|column| self.mention(&column.heading));
        let cells = chart.table.rows.iter().flat_map(|row| &row.cells);
        cells.for_each(|cell| self.mention(&cell.content));
    }

    /// Runs of text are searched as one, because the parser cuts text at entities and at
    /// line breaks; emphasis is searched by itself.
    fn inlines(&mut self, inlines: &mut Vec<Inline>, outside: Around) {
        let mut at = 0;
        while let Some(inline) = inlines.get(at) {
            let searched = is_text(inline);
            let run = if searched { inlines.iter().skip(at).take_while(|inline| is_text(inline)).count() } else { 1 };
            let before = match at.checked_sub(1) {
                Some(previous) => inlines.get(previous).and_then(last_char),
                None => outside.before,
            };
            let after = match inlines.get(at + run) {
                Some(next) => first_char(next),
                None => outside.after,
            };
            let around = Around { before, after };
            if searched {
                at += self.run(inlines, at, run, around);
                continue;
            }
            if let Some(inline) = inlines.get_mut(at)
                && let InlineKind::Emphasis(inner) | InlineKind::Strong(inner) | InlineKind::Strikethrough(inner) =
                    &mut inline.kind
            {
                self.inlines(inner, around);
            }
            at += 1;
        }
    }

    /// Links what is found in `count` siblings from `at` on; returns how many they are then.
    fn run(&mut self, inlines: &mut Vec<Inline>, at: usize, count: usize, around: Around) -> usize {
        let cuts = self.cuts(inlines.get(at..at + count).unwrap_or_default(), around);
        if cuts.is_empty() {
            return count;
        }
        let mut pieces = Pieces::of(inlines.drain(at..at + count).collect());
        let mut out = Vec::with_capacity(count + 2 * cuts.len());
        for cut in cuts {
            pieces.until(cut.start, &mut out);
            let mut content = Vec::new();
            pieces.until(cut.end, &mut content);
            let Some(span) = content.iter().map(|inline| inline.span).reduce(Span::to) else { continue };
            let id = self.matcher.id(cut.term).to_owned();
            self.uses.first.insert(id.clone(), span);
            let link = Link { target: Target::Term(id), title: String::new(), automatic: true, content };
            out.push(Inline { span, kind: InlineKind::Link(link) });
        }
        pieces.until(usize::MAX, &mut out);
        let now = out.len();
        inlines.splice(at..at, out);
        now
    }

    fn cuts(&mut self, run: &[Inline], around: Around) -> Vec<Cut> {
        let Linker { matcher, done, mentioned, scan, hits, .. } = self;
        scan.clear();
        let mut length = 0;
        for inline in run {
            let text = text_of(inline);
            scan.push(text, length);
            length += text.len();
        }
        scan.finish();
        matcher.hits(scan, around, hits);
        let mut cuts: Vec<Cut> = Vec::new();
        for hit in hits.iter() {
            if let Some(mentioned) = mentioned.get_mut(hit.term) {
                *mentioned = true;
            }
            let free = cuts.last().is_none_or(|last| last.end <= scan.start(hit.start));
            let Some(done) = done.get_mut(hit.term).filter(|done| free && !**done) else { continue };
            *done = true;
            let end = scan.end(possessive_end(&scan.exact, hit));
            cuts.push(Cut { start: scan.start(hit.start), end, term: hit.term });
        }
        cuts
    }
}

/// The end of a hit with its possessive: a link that ends before the apostrophe looks broken.
fn possessive_end(text: &str, hit: &Hit) -> usize {
    let after = text.get(hit.end..).unwrap_or_default();
    if after.starts_with("'s") || after.starts_with("'S") {
        return hit.end + 2;
    }
    let found = text.get(hit.start..hit.end).unwrap_or_default();
    let mut next = after.chars().skip(1);
    let owns = after.starts_with("' ") && next.nth(1).is_some_and(char::is_alphanumeric);
    // The same sign closes a quotation.
    if owns && found.ends_with('s') && !quotes(text.get(..hit.start).unwrap_or_default()) {
        hit.end + 1
    } else {
        hit.end
    }
}

/// Whether `before` opens a quotation with an apostrophe, anywhere.
fn quotes(before: &str) -> bool {
    let mut last = ' ';
    before.chars().any(|char| {
        let opens = char == '\'' && !last.is_alphanumeric();
        last = char;
        opens
    })
}

#[cfg(test)]
mod tests;
