//! Blocks, and the footnotes at the end.

use super::Writer;
use super::inlines::reference_id;
use super::lists::Points;
use crate::prose::{AlertKind, Block, BlockKind, DataOf, Footnote, Heading, Numbered};

impl Writer<'_> {
    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.html.line();
            self.place(block.span);
            self.block(&block.kind);
        }
    }

    pub(super) fn block(&mut self, kind: &BlockKind) {
        match kind {
            BlockKind::Heading(heading) => self.heading(heading),
            BlockKind::Paragraph(content) => {
                self.html.markup("<p>");
                self.inlines(content);
                self.html.markup("</p>");
            }
            BlockKind::Picture(picture) => self.figure(picture),
            BlockKind::List(list) => self.list(list),
            BlockKind::Quote(blocks) => {
                self.html.markup("<blockquote>");
                self.blocks(blocks);
                self.html.line();
                self.html.markup("</blockquote>");
            }
            BlockKind::Alert(kind, blocks) => self.alert(*kind, blocks),
            BlockKind::Code(code, _) => {
                self.html.markup("<pre><code>");
                self.html.text(code);
                self.html.markup("</code></pre>");
            }
            BlockKind::Table(table) => {
                self.table(table);
                self.download(DataOf::Table(table));
            }
            BlockKind::Rule => self.html.markup("<hr>"),
            BlockKind::Stats(stats) => self.stats(stats),
            BlockKind::Contact(contact) => self.contact(contact),
            BlockKind::CaseStudy(story) => self.case_study(story),
            BlockKind::Chart(chart) => self.chart(chart),
            BlockKind::Scorecard(card) => self.scorecard(card),
            BlockKind::Commitments(_) | BlockKind::Outcomes(_) | BlockKind::Actions(_) | BlockKind::Cover(_) => {
                self.living(kind);
            }
            BlockKind::Numbered(numbered) => self.numbered(numbered),
            BlockKind::Illustrated(pair) => self.illustrated(pair),
        }
    }

    fn heading(&mut self, heading: &Heading) {
        let (open, close) = self.level(heading.level);
        self.html.markup(open);
        let id = self.id(&heading.anchor);
        self.html.attribute("id", &id);
        self.html.markup(">");
        let place = heading.place.as_ref().map(|place| self.id(place));
        if let Some(number) = &heading.number {
            self.html.markup("<span class=\"section-number\"");
            if let Some(place) = &place {
                self.html.attribute("id", place);
            }
            self.html.markup(">");
            self.html.text(number);
            self.html.markup("</span> ");
            self.inlines(&heading.content);
        } else if let Some(place) = &place {
            self.html.markup("<span");
            self.html.attribute("id", place);
            self.html.markup(">");
            self.inlines(&heading.content);
            self.html.markup("</span>");
        } else {
            self.inlines(&heading.content);
        }
        self.html.markup(close);
    }

    /// A paragraph with its number, which is a link to itself: so its address can be copied.
    fn numbered(&mut self, numbered: &Numbered) {
        let number = numbered.number.to_string();
        let id = self.id(&number);
        self.html.markup("<div class=\"numbered\"");
        self.html.attribute("id", &id);
        self.html.markup("><a class=\"paragraph-number\"");
        self.html.attribute("href", &format!("#{id}"));
        self.html.markup("><span class=\"visually-hidden\">");
        let words = self.word("paragraph_link");
        self.html.text(&words);
        self.html.markup(" </span>");
        self.html.text(&number);
        self.html.markup("</a>\n<div>");
        self.points = Some(Points { of: number, depth: 0 });
        self.blocks(&numbered.blocks);
        self.points = None;
        self.html.line();
        self.html.markup("</div></div>");
    }

    /// The tags of a heading, the first without its `>`.
    fn level(&self, level: u8) -> (&'static str, &'static str) {
        match level.saturating_add(self.options.heading_shift) {
            0..=2 => ("<h2", "</h2>"),
            3 => ("<h3", "</h3>"),
            4 => ("<h4", "</h4>"),
            5 => ("<h5", "</h5>"),
            _ => ("<h6", "</h6>"),
        }
    }

    fn alert(&mut self, kind: AlertKind, blocks: &[Block]) {
        let (open, key) = match kind {
            AlertKind::Note => ("<div class=\"alert alert-note\">", "note"),
            AlertKind::Tip => ("<div class=\"alert alert-tip\">", "tip"),
            AlertKind::Important => ("<div class=\"alert alert-important\">", "important"),
            AlertKind::Warning => ("<div class=\"alert alert-warning\">", "warning"),
            AlertKind::Caution => ("<div class=\"alert alert-caution\">", "caution"),
        };
        self.html.markup(open);
        self.html.markup("<p class=\"alert-title\">");
        let word = self.word(key);
        self.html.text(&word);
        self.html.markup("</p>");
        self.blocks(blocks);
        self.html.line();
        self.html.markup("</div>");
    }

    pub(super) fn footnotes(&mut self) {
        let footnotes = self.footnotes;
        if footnotes.is_empty() {
            return;
        }
        let id = self.id("footnotes");
        let (open, close) = self.level(2);
        let heading = self.word("footnotes_heading");
        self.html.line();
        self.html.markup("<section class=\"footnotes\"");
        self.named_by(&id, &heading);
        self.html.markup(">");
        self.html.markup(open);
        self.html.attribute("id", &id);
        self.html.markup(">");
        self.html.text(&heading);
        self.html.markup(close);
        self.html.markup("<ol>");
        for (index, note) in footnotes.iter().enumerate() {
            self.html.line();
            self.footnote(note, index + 1);
        }
        self.html.line();
        self.html.markup("</ol></section>");
    }

    /// A note; the way back stands at the end of its last paragraph.
    fn footnote(&mut self, note: &Footnote, number: usize) {
        let id = self.id(&format!("footnote-{number}"));
        self.html.markup("<li");
        self.html.attribute("id", &id);
        self.html.markup(">");
        let (last, before) = match note.blocks.split_last() {
            Some((Block { kind: BlockKind::Paragraph(content), .. }, before)) => (content.as_slice(), before),
            _ => (&[][..], note.blocks.as_slice()),
        };
        if !before.is_empty() {
            self.blocks(before);
            self.html.line();
        }
        self.html.markup("<p>");
        self.inlines(last);
        for nth in 1..=note.references.max(1) {
            self.way_back(number, nth, !last.is_empty() || nth > 1);
        }
        self.html.markup("</p></li>");
    }

    fn way_back(&mut self, number: usize, nth: usize, space: bool) {
        if space {
            self.html.markup(" ");
        }
        let target = format!("#{}", self.id(&reference_id(number, nth)));
        let label = self.options.words.word("footnote_back", &[("number", &number.to_string())]);
        self.html.markup("<a class=\"footnote-back\"");
        self.html.attribute("href", &target);
        // Several ways back are told apart by a number, which their names must then hold.
        let name = if nth > 1 { format!("{label} ({nth})") } else { label };
        self.html.attribute("aria-label", &name);
        self.html.markup(">↩");
        if nth > 1 {
            self.html.markup("<sup>");
            self.html.number(nth as u64);
            self.html.markup("</sup>");
        }
        self.html.markup("</a>");
    }
}
