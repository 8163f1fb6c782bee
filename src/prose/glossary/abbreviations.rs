//! Abbreviations that nothing explains: not the glossary, not the page, not common knowledge.

use super::explained::explains;
use super::matcher::Matcher;
use super::tokens::tokens;
use super::walk::{Words, words};
use crate::diagnostic::Span;
use crate::prose::tree::{Inline, InlineKind, Prose, Target};
use crate::source::Located;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// What readers everywhere in the United Kingdom know better short than long. NHS is not
/// among them: people who are new here do not know it.
const COMMON: [&str; 58] = [
    "A&E", "AD", "AM", "BBC", "BC", "CCTV", "CD", "CO2", "COVID", "CSV", "CV", "DIY", "DNA", "DVD", "DVLA", "EU",
    "EUR", "FAQ", "FM", "GB", "GBP", "GPS", "HTML", "HTTP", "HTTPS", "ID", "IQ", "IT", "ITV", "MB", "MP", "NB", "OK",
    "PC", "PDF", "PIN", "PM", "PS", "Q&A", "QR", "RSVP", "SIM", "SMS", "SOS", "TV", "UK", "UN", "URL", "US", "USA",
    "USB", "USD", "VAT", "VIP", "WC", "WiFi", "XLSX", "ZIP",
];

/// The abbreviations of a text that neither the glossary nor the text itself explains and
/// that are not in `known`: each once, where it first stands, without a plural's "s".
pub fn unexplained(prose: &Prose, matcher: &Matcher, known: &BTreeSet<String>) -> Vec<Located<String>> {
    let mut page = Page { matcher, known, found: Vec::new(), explained: BTreeMap::new() };
    let mut flat = Flat::default();
    words(prose, &mut |words| {
        flat.clear();
        match words {
            Words::Inlines(inlines) if has_capitals(inlines, &mut 0) => flat.inlines(inlines),
            Words::Plain(text, span) => flat.push(text, span),
            Words::Inlines(_) => return,
        }
        page.read(&flat);
    });
    let Page { found, explained, .. } = page;
    found.into_iter().filter(|found| explained.get(&found.value) == Some(&false)).collect()
}

/// Whether an abbreviation is common knowledge, known on this site, or in the glossary.
pub fn is_explained(word: &str, matcher: &Matcher, known: &BTreeSet<String>) -> bool {
    COMMON.contains(&word) || known.contains(word) || matcher.knows(word)
}

struct Page<'a> {
    matcher: &'a Matcher,
    known: &'a BTreeSet<String>,
    found: Vec<Located<String>>,
    /// Every abbreviation met so far, and whether it is explained.
    explained: BTreeMap<String, bool>,
}

impl Page<'_> {
    fn read(&mut self, flat: &Flat) {
        for token in tokens(&flat.text) {
            let here = || flat.in_term_link(&token.range) || explains(&flat.text, &token);
            if let Some(explained) = self.explained.get_mut(token.base) {
                *explained = *explained || here();
                continue;
            }
            let known = |word: &str| is_explained(word, self.matcher, self.known);
            let explained = known(token.base) || known(token.written) || here();
            self.explained.insert(token.base.to_owned(), explained);
            if !explained {
                self.found.push(Located::new(token.base.to_owned(), flat.span(token.range)));
            }
        }
    }
}

/// Whether a word has two capitals of the English alphabet. Most text has none, and need not be looked at twice.
fn has_capitals(inlines: &[Inline], capitals: &mut usize) -> bool {
    inlines.iter().any(|inline| match &inline.kind {
        InlineKind::Text(text) => text.bytes().any(|byte| {
            match byte {
                b'A'..=b'Z' => *capitals += 1,
                // Part of a word, or of a character that may be.
                b'a'..=b'z' | b'0'..=b'9' | b'&' | 0x80.. => {}
                _ => *capitals = 0,
            }
            *capitals > 1
        }),
        InlineKind::Emphasis(inner) | InlineKind::Strong(inner) | InlineKind::Strikethrough(inner) => {
            has_capitals(inner, capitals)
        }
        InlineKind::Link(link) => has_capitals(&link.content, capitals),
        _ => {
            *capitals = 0;
            false
        }
    })
}

/// Running text as one string that knows its places.
#[derive(Default)]
struct Flat {
    text: String,
    /// Where each piece begins in the text, and its place.
    pieces: Vec<(usize, Span)>,
    /// Links to terms.
    terms: Vec<Range<usize>>,
}

impl Flat {
    fn clear(&mut self) {
        self.text.clear();
        self.pieces.clear();
        self.terms.clear();
    }

    fn push(&mut self, text: &str, span: Span) {
        self.pieces.push((self.text.len(), span));
        self.text.push_str(text);
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
                    if matches!(link.target, Target::Term(_)) {
                        self.terms.push(start..self.text.len());
                    }
                }
                InlineKind::SoftBreak | InlineKind::HardBreak => self.push("\n", inline.span),
                InlineKind::FootnoteReference(..) => {}
                // Something stands there that is no word.
                InlineKind::Code(_) | InlineKind::Picture(_) => self.push("\u{fffc}", inline.span),
            }
        }
    }

    /// The author has said what this means, if by a link.
    fn in_term_link(&self, range: &Range<usize>) -> bool {
        self.terms.iter().any(|term| term.start <= range.start && range.end <= term.end)
    }

    fn span(&self, range: Range<usize>) -> Span {
        let nothing = Span::top(crate::diagnostic::FileId(0));
        let first = self.place(range.start).map_or(nothing, |(start, end, span)| exact(span, start..end, &range));
        match self.place(range.end.saturating_sub(1)) {
            Some((start, end, span)) => first.to(exact(span, start..end, &range)),
            None => first,
        }
    }

    /// The piece that holds a byte: where it begins and ends, and its place.
    fn place(&self, at: usize) -> Option<(usize, usize, Span)> {
        let next = self.pieces.partition_point(|(start, _)| *start <= at);
        let (start, span) = self.pieces.get(next.checked_sub(1)?)?;
        let end = self.pieces.get(next).map_or(self.text.len(), |(start, _)| *start);
        Some((*start, end, *span))
    }
}

/// The part of a piece's place that `range` covers; all of it where its source is not
/// written byte for byte like its text.
fn exact(span: Span, piece: Range<usize>, range: &Range<usize>) -> Span {
    if span.range().len() != piece.len() {
        return span;
    }
    span.part(range.start.saturating_sub(piece.start), range.end.min(piece.end).saturating_sub(piece.start))
}

#[cfg(test)]
mod tests {
    use super::super::trees::{at, block, link, paragraph, prose, soft_break, strong, term, text, text_at};
    use super::*;
    use crate::prose::tree::{Block, BlockKind, Heading};

    fn found(blocks: Vec<Block>) -> Vec<Located<String>> {
        let matcher = Matcher::new(&[term("Better Care Fund", "BCF", &[]), term("NHS", "", &[])]);
        unexplained(&prose(blocks), &matcher, &BTreeSet::from(["LBB".to_owned()]))
    }

    fn names(blocks: Vec<Block>) -> Vec<String> {
        found(blocks).into_iter().map(|found| found.value).collect()
    }

    fn says(words: &str) -> Vec<String> {
        names(vec![paragraph(vec![text(words)])])
    }

    #[test]
    fn each_unexplained_abbreviation_is_reported_once_where_it_first_stands() {
        let blocks = vec![
            block(BlockKind::Heading(Heading {
                level: 2,
                anchor: "a".into(),
                place: None,
                number: None,
                appendix: false,
                role: None,
                content: vec![text_at(3, "Our CCGs")],
            })),
            paragraph(vec![text_at(20, "The CCG and the DToC"), soft_break(40), strong(vec![text_at(43, "DToC")])]),
        ];
        assert_eq!(found(blocks), [Located::new("CCG".into(), at(7, 4)), Located::new("DToC".into(), at(36, 4))]);
    }

    #[test]
    fn the_glossary_common_knowledge_and_the_site_explain() {
        assert_eq!(says("BCF, BCFs and BCF's; NHS; a PDF in the UK; LBB and LBBs; COVID-19; A&E"), [""; 0]);
        assert_eq!(says("bcf BcF CQC"), ["BcF", "CQC"]);
    }

    #[test]
    fn the_page_explains_before_or_after() {
        assert_eq!(says("The CCG met. The Clinical Commissioning Group (CCG) agreed."), [""; 0]);
        let later = |words: &str| paragraph(vec![text("The CCG"), strong(vec![text(words)]), text(" (CCG)")]);
        assert_eq!(names(vec![later(" or clinical commissioning group")]), [""; 0]);
        assert_eq!(names(vec![later(" or something else")]), ["CCG"]);
        let by_hand = link(Target::Term("Better Care Fund".into()), "iBCF");
        assert_eq!(names(vec![paragraph(vec![text("iBCF "), by_hand])]), [""; 0]);
    }

    #[test]
    fn code_and_addresses_are_no_words() {
        let code = Inline { span: at(0, 0), kind: InlineKind::Code("CQC".into()) };
        let away = link(Target::Elsewhere("https://x/CQC".into()), "www.CQC.org");
        assert_eq!(names(vec![paragraph(vec![code, text(" "), away])]), [""; 0]);
        assert_eq!(names(vec![block(BlockKind::Code(String::new(), "CQC".into()))]), [""; 0]);
    }

    #[test]
    fn an_abbreviation_cut_by_the_parser_is_one() {
        let entity = Inline { span: at(1, 5), kind: InlineKind::Text("&".into()) };
        let pieces = vec![text_at(0, "R"), entity, text_at(6, "D2D")];
        assert_eq!(found(vec![paragraph(pieces)]), [Located::new("R&D2D".into(), at(0, 9))]);
    }
}
