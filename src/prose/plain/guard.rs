//! What is not the author's own wording: quotations, names, titles of laws, terms of the glossary.

use super::lexicon::Lexicon;
use crate::prose::glossary::{Matcher, Text};
use crate::prose::running::Running;
use std::ops::Range;

/// What texts are read with.
#[derive(Clone, Copy)]
pub struct Tools<'a> {
    /// The listed words.
    pub lexicon: &'a Lexicon,
    /// The terms of the glossary.
    pub glossary: &'a Matcher,
}

/// How many words in quotation marks are somebody's sentence and no single expression.
const SENTENCE: usize = 4;

/// How many characters after an apostrophe the end of its quotation is looked for, so that a long text takes no longer
/// than its length.
const REACH: usize = 400;

/// The stretches in quotation marks that hold a sentence. One that is never closed goes on to the end, as where a
/// quotation has several paragraphs.
pub(in crate::prose) fn quotations(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    let mut before = ' ';
    let mut chars = text.char_indices().peekable();
    while let Some((at, sign)) = chars.next() {
        let after = chars.peek().map_or(' ', |(_, after)| *after);
        match open {
            Some((start, close)) if sign == close && closes(text, at, before, after) => {
                let inner = text.get(start..at).unwrap_or_default();
                let sentence = inner.split_whitespace().count() >= SENTENCE || inner.ends_with(['.', '!', '?', '…']);
                found.extend(sentence.then_some(start..at));
                open = None;
            }
            None if !before.is_alphanumeric() && !after.is_whitespace() => {
                let close = match sign {
                    '“' => '”',
                    '"' => '"',
                    '‘' => '’',
                    '\'' => '\'',
                    _ => {
                        before = sign;
                        continue;
                    }
                };
                open = Some((at + sign.len_utf8(), close));
            }
            _ => {}
        }
        before = sign;
    }
    // A single apostrophe opens nothing: "'twas".
    found.extend(open.filter(|(_, close)| matches!(close, '”' | '"')).map(|(start, _)| start..text.len()));
    found
}

/// Whether the sign at `at` closes a quotation. One inside a word does not, nor one behind "carers" if another
/// follows that does: ‘it is the carers’ own choice’.
fn closes(text: &str, at: usize, before: char, after: char) -> bool {
    if before.is_alphanumeric() && after.is_alphanumeric() {
        return false;
    }
    let rest = text.get(at..).unwrap_or_default();
    let Some(sign) = rest.chars().next().filter(|sign| matches!(sign, '’' | '\'')) else { return true };
    let rest = rest.get(sign.len_utf8()..).unwrap_or_default();
    let owns = before == 's' && rest.chars().nth(1).is_some_and(char::is_lowercase);
    let near = rest.get(..rest.char_indices().nth(REACH).map_or(rest.len(), |(end, _)| end)).unwrap_or_default();
    let inner = near.split('‘').next().unwrap_or_default();
    let later = inner
        .match_indices(sign)
        .any(|(later, _)| !inner.get(later + sign.len_utf8()..).unwrap_or_default().starts_with(char::is_alphanumeric));
    !(owns && later)
}

/// Whether the words in `range` are part of a name or of a title: they have capitals that no sentence gave them.
pub(super) fn is_name(text: &str, range: &Range<usize>) -> bool {
    let before = text.get(..range.start).unwrap_or_default().trim_end();
    let after = text.get(range.end..).unwrap_or_default().trim_start();
    let capital = text.get(range.clone()).is_some_and(|word| word.starts_with(char::is_uppercase));
    let begins = before.is_empty() || before.ends_with(['.', '!', '?', ':', '…', '“', '‘', '"', '\'', '(', '•', '–']);
    let goes_on = after.starts_with(char::is_uppercase) && !after.starts_with("I ");
    capital && (!begins || goes_on)
}

/// Whether a hyphen joins the words in `range` to another word.
pub(super) fn is_joined(text: &str, range: &Range<usize>) -> bool {
    let hyphen = |c: &char| matches!(c, '-' | '\u{2010}' | '\u{2011}');
    let mut before = text.get(..range.start).unwrap_or_default().chars().rev();
    let mut after = text.get(range.end..).unwrap_or_default().chars();
    let joins = |first: Option<char>, second: Option<char>| {
        first.as_ref().is_some_and(hyphen) && second.is_some_and(char::is_alphanumeric)
    };
    joins(before.next(), before.next()) || joins(after.next(), after.next())
}

/// The stretches of a paragraph that nothing is said about: quotations, and terms of the glossary by hand or found.
pub(super) fn guarded(running: &Running, text: &Text, tools: Tools<'_>) -> Vec<Range<usize>> {
    let mut found = quotations(&running.text);
    found.extend(running.terms.iter().cloned());
    text.terms(tools.glossary, &mut |range, _, _| found.push(range));
    found
}

/// Whether two ranges share anything.
pub(in crate::prose) fn overlaps(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

#[cfg(test)]
mod tests {
    use super::{is_joined, is_name, quotations};
    use proptest::prelude::*;

    fn quoted(text: &str) -> Vec<&str> {
        quotations(text).into_iter().map(|range| text.get(range).unwrap()).collect()
    }

    #[test]
    fn quotations_hold_sentences() {
        assert_eq!(quoted("She said: “We were helped a lot.” We agree."), ["We were helped a lot."]);
        assert_eq!(quoted("the ‘hub’ and the “zero tolerance” team"), [""; 0]);
        assert_eq!(quoted("carers' views and a carer's view and carers' plans"), [""; 0]);
        assert_eq!(quoted("‘it’s the carers’ own choice’ they said"), ["it’s the carers’ own choice"]);
        assert_eq!(quoted("\"Nobody was asked\" and “it went on"), ["it went on"]);
    }

    #[test]
    fn names_and_joined_words_are_told() {
        let at = |text: &str, word: &str| text.find(word).map(|at| at..at + word.len()).unwrap();
        let name = |text: &str, word: &str| is_name(text, &at(text, word));
        assert!(name("the Procurement Act 2023", "Procurement") && name("Procurement Act 2023 says", "Procurement"));
        assert!(!name("Procurement is slow.", "Procurement") && !name("It ended. Procurement is slow.", "Procurement"));
        assert!(is_joined("a pre-commencement check", &at("a pre-commencement check", "commencement")));
        assert!(!is_joined("a commencement - check", &at("a commencement - check", "commencement")));
    }

    proptest! {
        #[test]
        fn quotations_stand_in_any_text(text in "[“”‘’\"'a-z. é]{0,40}|\\PC{0,20}") {
            let mut end = 0;
            for range in quotations(&text) {
                prop_assert!(text.get(range.clone()).is_some() && range.start >= end);
                end = range.end;
            }
        }
    }
}
