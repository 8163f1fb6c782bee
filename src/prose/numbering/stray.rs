//! Numbers that have no effect: in braces where no paragraph ends, or typed in front of a heading
//! or a paragraph.

use super::pin::looks_like_number;
use crate::diagnostic::rules::reports::{APPENDIX_UNMARKED, NUMBER_BY_HAND, PARAGRAPH_NUMBER};
use crate::diagnostic::{Diagnostic, Span};
use crate::prose::text::plain_text;
use crate::prose::{Block, BlockKind, Heading, Inline, InlineKind};

/// What a piece of text stands in.
#[derive(Clone, Copy)]
enum Place {
    Paragraph,
    Unnumbered,
    Heading,
    List,
    Elsewhere,
}

impl Place {
    fn help(self) -> &'static str {
        match self {
            Place::Paragraph => "write it at the very end of its paragraph",
            Place::Unnumbered => "paragraphs are numbered below the headings of sections; take it out here",
            Place::Heading => "sections are counted by themselves; take it out",
            Place::List => "the entries of a numbered list are a, b, c by themselves; take it out",
            Place::Elsewhere => "only a paragraph of its own has a number; take it out",
        }
    }
}

/// Reports numbers in braces that were not taken as one. `numbered` says whether the paragraphs here
/// have numbers.
pub(super) fn report_strays(block: &Block, numbered: bool, out: &mut Vec<Diagnostic>) {
    walk(block, if numbered { Place::Paragraph } else { Place::Unnumbered }, out);
}

fn walk(block: &Block, place: Place, out: &mut Vec<Diagnostic>) {
    match &block.kind {
        BlockKind::Paragraph(content) => scan(content, place, out),
        BlockKind::Heading(heading) => scan(&heading.content, Place::Heading, out),
        BlockKind::Numbered(numbered) => numbered.blocks.iter().for_each(|block| walk(block, place, out)),
        BlockKind::List(list) => {
            list.items.iter().flat_map(|item| &item.blocks).for_each(|block| walk(block, Place::List, out));
        }
        BlockKind::Quote(blocks) | BlockKind::Alert(_, blocks) => {
            blocks.iter().for_each(|block| walk(block, Place::Elsewhere, out));
        }
        _ => {}
    }
}

fn scan(content: &[Inline], place: Place, out: &mut Vec<Diagnostic>) {
    for inline in content {
        match &inline.kind {
            InlineKind::Text(text) => scan_text(text, inline.span, place, out),
            InlineKind::Emphasis(inner) | InlineKind::Strong(inner) | InlineKind::Strikethrough(inner) => {
                scan(inner, place, out);
            }
            InlineKind::Link(link) => scan(&link.content, place, out),
            _ => {}
        }
    }
}

fn scan_text(text: &str, span: Span, place: Place, out: &mut Vec<Diagnostic>) {
    let exact = span.range().len() == text.len();
    for (at, _) in text.match_indices('{') {
        let inside = text.get(at + 1..).and_then(|rest| rest.split_once('}')).map(|(inside, _)| inside);
        let Some(inside) = inside.filter(|inside| looks_like_number(inside)) else { continue };
        let whole = if exact { span.part(at, at + inside.len() + "{}".len()) } else { span };
        let message = format!("`{{{inside}}}` has no effect here, and would be shown");
        out.push(Diagnostic::new(&PARAGRAPH_NUMBER, whole, message).help(place.help()));
    }
}

/// Reports a number or a letter that somebody typed in front of a paragraph.
pub(super) fn report_typed_paragraph(content: &[Inline], span: Span, out: &mut Vec<Diagnostic>) {
    let text = plain_text(content);
    let first = text.split_whitespace().next().unwrap_or_default();
    let rest = text.get(first.len()..).unwrap_or_default().trim_start();
    let (message, help) = if is_typed_number(first, 2) && begins_a_sentence(rest) {
        let help = format!("take `{first}` out: Candour counts the paragraphs of a report by itself");
        ("a number typed in front of a paragraph", help)
    } else if is_typed_letter(first) && !rest.is_empty() {
        let help =
            format!("begin the line with `1. ` instead of `{first}`: Candour shows the entries of a list as a, b, c");
        ("a letter typed in front of a paragraph", help)
    } else {
        return;
    };
    out.push(Diagnostic::new(&NUMBER_BY_HAND, span.part(0, first.len()), message).help(help));
}

/// Reports a number that somebody typed in front of a heading, and an appendix that is not marked as
/// one. `section` is the number that the heading gets.
pub(super) fn report_typed_heading(heading: &Heading, span: Span, section: Option<u32>, out: &mut Vec<Diagnostic>) {
    let text = plain_text(&heading.content);
    let (first, rest) = text.trim().split_once(char::is_whitespace).unwrap_or((text.trim(), ""));
    let own = section.is_some_and(|section| first == section.to_string()) && begins_a_sentence(rest);
    let counted = first.contains(['.', ')']) && is_typed_number(first, 1);
    if (own || counted) && !rest.trim().is_empty() {
        let place = heading.content.first().map_or(span, |first| first.span);
        let help = format!("take `{first}` out: Candour counts the sections of a report by itself");
        out.push(
            Diagnostic::new(&NUMBER_BY_HAND, place.part(0, first.len()), "a number typed in front of a heading")
                .help(help),
        );
    }
    let appendix = ["appendix", "annex", "atodiad"].contains(&first.trim_end_matches(':').to_lowercase().as_str());
    if appendix && heading.level == 2 && !heading.appendix {
        out.push(
            Diagnostic::new(&APPENDIX_UNMARKED, span, "this appendix would be counted as a section")
                .help(format!("write {{appendix}} behind it: ## {} {{appendix}}", text.trim())),
        );
    }
}

/// `1.`, `1)`, `1.1`, `1.1.`, `2.3.1`: at least so many numbers.
fn is_typed_number(word: &str, least: usize) -> bool {
    let digits = |part: &str| !part.is_empty() && part.len() <= 2 && part.chars().all(|c| c.is_ascii_digit());
    let bare = word.trim_end_matches(['.', ')', ':']);
    bare.split('.').all(digits) && bare.split('.').count() >= least
}

/// `a)`, `(a)`, `(iv)`.
fn is_typed_letter(word: &str) -> bool {
    let bare = word.strip_suffix(')').map(|word| word.trim_start_matches('('));
    let roman = |text: &str| text.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
    bare.is_some_and(|bare| {
        !bare.is_empty() && bare.chars().all(|c| c.is_ascii_lowercase()) && (bare.len() == 1 || roman(bare))
    })
}

/// Whether a text begins as sentences and headings do, and not as what a number counts: `2.4 million`,
/// `12.5 FTE`.
fn begins_a_sentence(text: &str) -> bool {
    let mut letters = text.trim_start().chars();
    let first = letters.next().is_some_and(char::is_uppercase);
    first && letters.next().is_none_or(|second| second.is_lowercase() || second.is_whitespace())
}
