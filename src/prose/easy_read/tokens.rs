//! The words of a line as they are written, each with its place.

use crate::diagnostic::Span;

/// What stands between two white spaces.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'t> {
    /// As written, without the punctuation around it.
    pub(super) text: &'t str,
    /// Where it is.
    pub(super) span: Span,
}

/// The tokens of a text. Where the text does not stand in the file letter for letter, the place of each is
/// that of the whole.
pub(super) fn tokens(text: &str, span: Span) -> Vec<Token<'_>> {
    let verbatim = span.range().len() == text.len();
    let mut found = Vec::new();
    let mut start = 0;
    for part in text.split_inclusive(char::is_whitespace) {
        let word = part.trim();
        let begin = start + (part.len() - part.trim_start().len());
        start += part.len();
        let left = word.len() - word.trim_start_matches(is_around).len();
        let bare = word.trim_matches(is_around);
        if !bare.is_empty() {
            let at = begin + left;
            let span = if verbatim { span.part(at, at + bare.len()) } else { span };
            found.push(Token { text: bare, span });
        }
    }
    found
}

/// Punctuation that is no part of the word beside it.
fn is_around(c: char) -> bool {
    matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '(' | ')' | '[' | ']' | '"' | '\'' | '“' | '”' | '‘' | '’' | '…')
}
