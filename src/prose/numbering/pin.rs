//! A number given by hand at the end of a paragraph: `{3.4A}`.

use super::ParagraphNumber;
use crate::diagnostic::Span;
use crate::prose::{Inline, InlineKind};

/// Whether what stands between braces is meant as a number of a paragraph, right or not: `3.4A`, `3.4a`,
/// `12`, `1.1.1`, `A1`.
pub(super) fn looks_like_number(inside: &str) -> bool {
    const LONGEST: usize = 12;
    let inside = inside.trim();
    let letter = |c: char| c.is_ascii_alphabetic();
    // Appendices are often counted with a letter in front.
    let front = inside.strip_prefix(letter).unwrap_or(inside).trim_start_matches('.');
    let digits = front.trim_end_matches(letter).trim_end();
    let letters = front.len() - front.trim_end_matches(letter).len();
    inside.len() <= LONGEST
        && letters <= 2
        && digits.starts_with(|c: char| c.is_ascii_digit())
        && (letters == 0 || !digits.ends_with('.'))
        && digits.chars().all(|c| c.is_ascii_digit() || c == '.')
}

/// Takes what looks like a number in braces away from the end of a paragraph, without the braces.
pub(super) fn take_pin(content: &mut Vec<Inline>) -> Option<(String, Span)> {
    let last = content.last_mut()?;
    let InlineKind::Text(text) = &mut last.kind else { return None };
    let (before, pin) = text.trim_end().strip_suffix('}')?.rsplit_once('{')?;
    if !looks_like_number(pin) {
        return None;
    }
    let (pin, kept, end) = (pin.to_owned(), before.trim_end().to_owned(), text.trim_end().len());
    let exact = last.span.range().len() == text.len();
    let span = if exact { last.span.part(before.len(), end) } else { last.span };
    if kept.is_empty() {
        content.pop();
    } else {
        if exact {
            last.span = last.span.part(0, kept.len());
        }
        *text = kept;
    }
    Some((pin, span))
}

/// How to write a number that was not understood, in a section and after a number of it.
pub(super) fn how_to_write(pin: &str, section: u32) -> String {
    let plain: String = pin.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_uppercase();
    if let Some(number) = ParagraphNumber::parse(&plain) {
        return format!("write {{{number}}}, without spaces and with capital letters");
    }
    match ParagraphNumber::parse(&format!("{section}.{plain}")) {
        Some(number) => format!("write the section too: {{{number}}}"),
        None => format!(
            "write the section, a full stop and the paragraph, and a letter if it was put in later: {{{section}.1A}}"
        ),
    }
}
