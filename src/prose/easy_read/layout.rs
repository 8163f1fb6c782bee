//! Pictures, headings, lists, and what has no place in Easy Read.

use crate::diagnostic::rules::easy_read::{
    EASY_READ_EMPHASIS, EASY_READ_HEADING, EASY_READ_LIST, EASY_READ_PICTURE, EASY_READ_TOO_MUCH,
};
use crate::diagnostic::{Diagnostic, Span};
use crate::prose::text::plain_text;
use crate::prose::{Block, BlockKind, Heading, Inline, InlineKind, List, Prose};

/// The most entries of a list.
const LONGEST_LIST: usize = 7;

/// The most words of a heading.
const LONGEST_HEADING: usize = 10;

pub(super) fn check(prose: &Prose, out: &mut Vec<Diagnostic>) {
    for note in &prose.footnotes {
        let message = "a footnote sends readers away from what they read";
        out.push(Diagnostic::new(&EASY_READ_TOO_MUCH, note.span, message).help("say it in the text, or leave it out"));
    }
    let mut without = prose.blocks.iter().filter(|block| {
        !matches!(
            block.kind,
            BlockKind::Illustrated(_) | BlockKind::Heading(_) | BlockKind::Picture(_) | BlockKind::Rule
        )
    });
    if let Some(first) = without.next() {
        let help = "put one in a paragraph of its own above it: ![](people)";
        out.push(Diagnostic::new(&EASY_READ_PICTURE, first.span, "text without a picture").help(help));
    }
    blocks(&prose.blocks, out);
}

fn blocks(all: &[Block], out: &mut Vec<Diagnostic>) {
    for block in all {
        match &block.kind {
            BlockKind::Heading(heading) => self::heading(heading, block.span, out),
            BlockKind::Paragraph(content) => emphasis(content, out),
            BlockKind::List(list) => self::list(list, block.span, out),
            BlockKind::Illustrated(pair) => blocks(&pair.blocks, out),
            BlockKind::Quote(inner) | BlockKind::Alert(_, inner) => blocks(inner, out),
            BlockKind::Table(_) | BlockKind::Chart(_) => {
                let message = "tables and charts are hard to read";
                let help = "say what matters most in it, in one sentence with a picture";
                out.push(Diagnostic::new(&EASY_READ_TOO_MUCH, block.span, message).help(help));
            }
            _ => {}
        }
    }
}

fn heading(heading: &Heading, span: Span, out: &mut Vec<Diagnostic>) {
    let words = plain_text(&heading.content).split_whitespace().count();
    if words > LONGEST_HEADING {
        let message = format!("a heading of {words} words");
        out.push(
            Diagnostic::new(&EASY_READ_HEADING, span, message).help("write a short question or a short statement"),
        );
    }
}

fn list(list: &List, span: Span, out: &mut Vec<Diagnostic>) {
    if list.items.len() > LONGEST_LIST {
        let message = format!("a list with {} entries", list.items.len());
        let help = format!("leave at most {LONGEST_LIST}, or make two lists with a picture each");
        out.push(Diagnostic::new(&EASY_READ_LIST, span, message).help(help));
    }
    list.items.iter().for_each(|item| blocks(&item.blocks, out));
}

/// Slanted letters, and words in capitals.
fn emphasis(content: &[Inline], out: &mut Vec<Diagnostic>) {
    for inline in content {
        match &inline.kind {
            InlineKind::Emphasis(_) | InlineKind::Strikethrough(_) => {
                let message = "slanted or crossed out letters are hard to read";
                let help = "leave the stars out; bold is for hard words";
                out.push(Diagnostic::new(&EASY_READ_EMPHASIS, inline.span, message).help(help));
            }
            InlineKind::Strong(inner) => emphasis(inner, out),
            InlineKind::Link(link) => emphasis(&link.content, out),
            InlineKind::Text(text) if shouts(text) => {
                let message = "words in capitals are hard to read";
                out.push(
                    Diagnostic::new(&EASY_READ_EMPHASIS, inline.span, message).help("write them in small letters"),
                );
            }
            _ => {}
        }
    }
}

/// Two words in capitals one after the other; one may be an abbreviation.
fn shouts(text: &str) -> bool {
    // A postcode has digits in it.
    let capitals = |word: &str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        bare.chars().count() > 1 && bare.chars().all(char::is_uppercase)
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    words.windows(2).any(|pair| pair.iter().all(|word| capitals(word)))
}
