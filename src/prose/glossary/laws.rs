//! What holds for any text and any terms.

use super::trees::{prose, shown, term, text_at};
use super::{Matcher, TermForms, unexplained};
use crate::diagnostic::FileId;
use crate::prose::tree::{Block, BlockKind, Inline, InlineKind, Prose};
use crate::prose::{parse_prose, prose_text};
use crate::source::Excerpt;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Words and signs that meet the rules more often than chance would have it.
fn words() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => prop::sample::select(vec![
            "care", "carer", "Carers", "act", "BCF", "BCFs", "policy", "policies", "co-op", "é", "İ", "ß", "2", "SE1", "3UH",
        ]),
        6 => prop::sample::select(vec![
            " ", "  ", "-", "’", "'", "\u{2011}", "\u{ad}", "\u{a0}", "\n", ".", "(", ")", "&", "@", "://", "–",
        ]),
    ];
    prop_oneof![3 => prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat()), 1 => ".{0,12}"]
}

fn terms() -> impl Strategy<Value = Vec<TermForms>> {
    let one = (words(), words(), prop::collection::vec(words(), 0..3), any::<bool>());
    prop::collection::vec(one, 0..6).prop_map(|list| {
        let number = |(index, (name, abbreviation, forms, automatic)): (usize, (String, String, Vec<String>, bool))| {
            let forms: Vec<&str> = forms.iter().map(String::as_str).collect();
            TermForms { id: index.to_string(), automatic, ..term(&name, &abbreviation, &forms) }
        };
        list.into_iter().enumerate().map(number).collect()
    })
}

/// Paragraphs whose texts stand one after the other in the file, some of them emphasised.
fn texts() -> impl Strategy<Value = Prose> {
    let inline = (words(), 0..6_u8);
    prop::collection::vec(prop::collection::vec(inline, 0..6), 0..4).prop_map(|paragraphs| {
        let mut at = 0;
        let mut place = |(words, kind): (String, u8)| {
            let text = text_at(at, &words);
            at += words.len();
            let span = text.span;
            match kind {
                0 => Inline { span, kind: InlineKind::Emphasis(vec![text]) },
                1 => Inline { span, kind: InlineKind::Code(words) },
                _ => text,
            }
        };
        let mut paragraph = |list: Vec<(String, u8)>| {
            let content: Vec<Inline> = list.into_iter().map(&mut place).collect();
            Block { span: super::trees::at(0, 0), kind: BlockKind::Paragraph(content) }
        };
        prose(paragraphs.into_iter().map(&mut paragraph).collect())
    })
}

fn inlines(text: &Prose) -> Vec<Inline> {
    let content = |block: &Block| match &block.kind {
        BlockKind::Paragraph(content) => content.clone(),
        _ => Vec::new(),
    };
    text.blocks.iter().flat_map(content).collect()
}

/// Every inline, links and their words included.
fn all<'a>(inlines: &'a [Inline], out: &mut Vec<&'a Inline>) {
    for inline in inlines {
        out.push(inline);
        match &inline.kind {
            InlineKind::Emphasis(inner) => all(inner, out),
            InlineKind::Link(link) => all(&link.content, out),
            _ => {}
        }
    }
}

proptest! {
    #[test]
    fn linking_changes_no_word_and_links_each_term_once(text in texts(), terms in terms()) {
        let matcher = Matcher::new(&terms);
        let whole = shown(&inlines(&text));
        let mut linked = text;
        let uses = matcher.link(&mut linked);
        let content = inlines(&linked);
        let mut every = Vec::new();
        all(&content, &mut every);
        let mut seen = BTreeSet::new();
        for inline in every {
            match &inline.kind {
                InlineKind::Link(link) => {
                    let crate::prose::tree::Target::Term(id) = &link.target else { panic!("not a term") };
                    let own = terms.iter().find(|term| term.id == *id);
                    prop_assert!(own.is_some_and(|term| term.automatic));
                    prop_assert!(seen.insert(id.clone()), "{} is linked twice", id);
                    prop_assert_eq!(uses.first.get(id), Some(&inline.span));
                    let words = shown(&link.content);
                    prop_assert_eq!(whole.get(inline.span.range()), Some(words.as_str()));
                }
                InlineKind::Text(words) => prop_assert_eq!(whole.get(inline.span.range()), Some(words.as_str())),
                _ => {}
            }
        }
        prop_assert_eq!(uses.first.len(), seen.len());
        let plain: String = shown(&content).chars().filter(|char| !matches!(char, '[' | ']')).collect();
        prop_assert_eq!(plain, whole.chars().filter(|char| !matches!(char, '[' | ']')).collect::<String>());
        // A second time, every term that is linked counts as linked.
        let before = linked.clone();
        prop_assert_eq!(matcher.link(&mut linked), uses);
        prop_assert_eq!(linked, before);
    }

    #[test]
    fn whatever_is_written_can_be_linked(source in words(), more in words(), terms in terms()) {
        let source = format!("{source}\n\n* {more}\n\n| {source} | b |\n| --- | --- |\n| a | {more} [^1] |\n\n[^1]: {source}");
        let excerpt = Excerpt::verbatim(FileId(0), 0, &source);
        let mut text = parse_prose(&excerpt, &mut Vec::new());
        let words = prose_text(&text);
        let uses = Matcher::new(&terms).link(&mut text);
        prop_assert_eq!(prose_text(&text), words);
        for span in uses.first.values() {
            let found = source.get(span.range());
            prop_assert!(found.is_some_and(|found| found.chars().any(char::is_alphanumeric)), "{:?}", found);
        }
    }

    #[test]
    fn every_name_is_known(terms in terms()) {
        let matcher = Matcher::new(&terms);
        for term in terms {
            let letters = term.name.chars().filter(|char| char.is_alphanumeric()).count();
            prop_assert!(letters < 2 || matcher.knows(&term.name));
        }
    }

    #[test]
    fn unexplained_abbreviations_stand_in_the_text(text in texts(), terms in terms()) {
        let whole = shown(&inlines(&text));
        let found = unexplained(&text, &Matcher::new(&terms), &BTreeSet::new());
        let mut seen = BTreeSet::new();
        for found in found {
            let written = whole.get(found.span.range()).unwrap_or_default();
            prop_assert!(written.starts_with(&found.value), "{} in {}", found.value, written);
            prop_assert!(seen.insert(found.value));
        }
    }

    #[test]
    fn clashes_name_two_terms_in_order(terms in terms()) {
        let matcher = Matcher::new(&terms);
        let pairs: Vec<_> = matcher.clashes().iter().map(|clash| (clash.first, clash.second)).collect();
        prop_assert!(pairs.iter().all(|(first, second)| first < second && *second < terms.len()));
        prop_assert!(pairs.is_sorted() && pairs.windows(2).all(|two| two.first() != two.last()));
    }
}
