//! Numbered paragraphs, as committee reports have them: sections 1, 2, 3, paragraphs 3.1, 3.2. A
//! number may be given by hand, as `{3.4A}` at the end of a paragraph, so that a paragraph put in
//! later changes no other number.

mod number;
mod pin;
mod stray;
#[cfg(test)]
mod tests;

pub use number::ParagraphNumber;

use super::text::plain_text;
use super::{Block, BlockKind, Heading, Inline, Numbered, Prose};
use crate::diagnostic::rules::reports::{PARAGRAPH_NUMBER, PARAGRAPH_TWICE};
use crate::diagnostic::{Diagnostic, Span};
use pin::{how_to_write, take_pin};
use std::collections::BTreeSet;
use stray::{report_strays, report_typed_heading, report_typed_paragraph};

/// Numbers the sections and paragraphs of a text, and gives sections and appendices their short places.
/// Appendices are not numbered; what stands before the first heading is not either.
pub fn number_paragraphs(prose: &mut Prose, out: &mut Vec<Diagnostic>) {
    let mut counter = Counter::new(out);
    let mut numbered: Vec<Block> = Vec::with_capacity(prose.blocks.len());
    for block in std::mem::take(&mut prose.blocks) {
        let counts = counter.counts();
        match block.kind {
            BlockKind::Heading(mut heading) => {
                if heading.level == 2 {
                    heading.number = counter.next_section(heading.appendix);
                }
                let section = heading.number.is_some().then_some(counter.section);
                report_typed_heading(&heading, block.span, section, counter.out);
                let heading = Block { span: block.span, kind: BlockKind::Heading(heading) };
                report_strays(&heading, counts, counter.out);
                numbered.push(heading);
            }
            BlockKind::Paragraph(mut content) => {
                let number = counter.next_paragraph(&mut content, block.span);
                report_typed_paragraph(&content, block.span, counter.out);
                let paragraph = Block { span: block.span, kind: BlockKind::Paragraph(content) };
                report_strays(&paragraph, counts, counter.out);
                numbered.push(match number {
                    Some(number) => {
                        let kind = BlockKind::Numbered(Numbered { number, blocks: vec![paragraph] });
                        Block { span: block.span, kind }
                    }
                    None => paragraph,
                });
            }
            // A list goes on with the sentence before it.
            BlockKind::List(list) => {
                let list = Block { span: block.span, kind: BlockKind::List(list) };
                report_strays(&list, counts, counter.out);
                match numbered.last_mut().map(|last| &mut last.kind) {
                    Some(BlockKind::Numbered(above)) => above.blocks.push(list),
                    _ => numbered.push(list),
                }
            }
            kind => {
                let block = Block { span: block.span, kind };
                report_strays(&block, counts, counter.out);
                numbered.push(block);
            }
        }
    }
    prose.blocks = numbered;
    name_places(&mut prose.blocks);
}

/// A numbered paragraph of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its number.
    pub number: ParagraphNumber,
    /// Its words.
    pub words: String,
    /// Where it stands.
    pub span: Span,
    /// Where the heading of its section stands.
    pub heading: Span,
}

/// The numbered paragraphs of a text, in their order.
pub fn paragraphs(prose: &Prose) -> Vec<Paragraph> {
    let mut heading = None;
    let mut all = Vec::new();
    for block in &prose.blocks {
        match &block.kind {
            BlockKind::Heading(Heading { number: Some(_), .. }) => heading = Some(block.span),
            BlockKind::Numbered(numbered) => {
                let words = numbered.blocks.iter().find_map(|block| match &block.kind {
                    BlockKind::Paragraph(content) => Some(plain_text(content)),
                    _ => None,
                });
                all.push(Paragraph {
                    number: numbered.number.clone(),
                    words: words.unwrap_or_default(),
                    span: block.span,
                    heading: heading.unwrap_or(block.span),
                });
            }
            _ => {}
        }
    }
    all
}

/// Gives sections and appendices places that people can say: `2`, `appendix-1`, `appendix-b`. The
/// place that a heading has from its words or its author goes before.
fn name_places(blocks: &mut [Block]) {
    let headings = |block: &Block| match &block.kind {
        BlockKind::Heading(heading) => Some(heading.anchor.clone()),
        _ => None,
    };
    let mut taken: BTreeSet<String> = blocks.iter().filter_map(headings).collect();
    let mut appendices = 0;
    for block in blocks {
        let BlockKind::Heading(heading) = &mut block.kind else { continue };
        let place = match &heading.number {
            Some(number) => number.clone(),
            None if heading.appendix => {
                appendices += 1;
                format!("appendix-{}", appendix_mark(heading).unwrap_or_else(|| appendices.to_string()))
            }
            None => continue,
        };
        heading.place = taken.insert(place.clone()).then_some(place);
    }
}

/// What an appendix calls itself: the `1` of "Appendix 1: Parts", the `b` of "Annex B".
fn appendix_mark(heading: &Heading) -> Option<String> {
    let text = plain_text(&heading.content);
    let mark = text.split_whitespace().nth(1)?.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let digits = !mark.is_empty() && mark.chars().all(|c| c.is_ascii_digit());
    (digits || mark.len() == 1 && mark.chars().all(|c| c.is_ascii_lowercase())).then_some(mark)
}

/// Where the counting stands.
struct Counter<'o> {
    /// The number of the paragraph before; paragraph 0 at the beginning of a section.
    last: ParagraphNumber,
    section: u32,
    appendix: bool,
    /// Where the paragraph before stands.
    place: Option<Span>,
    out: &'o mut Vec<Diagnostic>,
}

impl<'o> Counter<'o> {
    fn new(out: &'o mut Vec<Diagnostic>) -> Counter<'o> {
        let last = ParagraphNumber { section: 0, paragraph: 0, letters: String::new() };
        Counter { last, section: 0, appendix: false, place: None, out }
    }

    /// Whether paragraphs have numbers here.
    fn counts(&self) -> bool {
        self.section > 0 && !self.appendix
    }

    fn next_section(&mut self, appendix: bool) -> Option<String> {
        self.appendix = appendix;
        if appendix {
            return None;
        }
        self.section += 1;
        self.last = ParagraphNumber { section: self.section, paragraph: 0, letters: String::new() };
        self.place = None;
        Some(self.section.to_string())
    }

    fn next_paragraph(&mut self, content: &mut Vec<Inline>, span: Span) -> Option<ParagraphNumber> {
        let pin = take_pin(content);
        if !self.counts() {
            if let Some((pin, span)) = pin {
                let message = format!("`{pin}` stands where paragraphs have no numbers");
                let help = "paragraphs are numbered below the headings of sections; take it out here";
                self.out.push(Diagnostic::new(&PARAGRAPH_NUMBER, span, message).help(help));
            }
            return None;
        }
        let number = match pin {
            Some((pin, place)) => self.pinned(&pin, place)?,
            None => ParagraphNumber { paragraph: self.last.paragraph + 1, ..self.last.base() },
        };
        self.last = number.clone();
        self.place = Some(span);
        Some(number)
    }

    /// A number given by hand. Without letters, counting goes on from it.
    fn pinned(&mut self, pin: &str, span: Span) -> Option<ParagraphNumber> {
        let Some(number) = ParagraphNumber::parse(pin) else {
            let message = format!("`{pin}` is no number of a paragraph");
            let help = how_to_write(pin, self.section);
            self.out.push(Diagnostic::new(&PARAGRAPH_NUMBER, span, message).help(help));
            return None;
        };
        let next = number.paragraph > self.last.paragraph && number.letters.is_empty();
        let within = number.paragraph == self.last.paragraph && number.letters > self.last.letters;
        if number.section == self.section && (next || within) {
            return Some(number);
        }
        let free = self.last.lettered(None).map_or_else(|| "a higher number".to_owned(), |free| format!("{{{free}}}"));
        if let Some(place) = self.place.filter(|_| number == self.last) {
            self.out.push(
                Diagnostic::new(&PARAGRAPH_TWICE, span, format!("there are two paragraphs {number}"))
                    .label(place, "the other one")
                    .help(format!("write {free} here")),
            );
            return None;
        }
        let why = match self.place {
            _ if number.section != self.section => format!("this is section {}", self.section),
            Some(_) => format!("it follows paragraph {}", self.last),
            None => format!("no paragraph stands before it in section {}", self.section),
        };
        self.out.push(
            Diagnostic::new(&PARAGRAPH_NUMBER, span, format!("paragraph {number} cannot stand here"))
                .help(format!("{why}: write {free}, or take the number out")),
        );
        None
    }
}
