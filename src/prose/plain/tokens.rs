//! The words of a sentence, each with its place.

use std::ops::Range;

/// A word of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::prose) struct Token<'t> {
    /// As written.
    pub(in crate::prose) text: &'t str,
    /// In small letters, with one kind of apostrophe.
    pub(in crate::prose) small: String,
    /// Where in the text.
    pub(in crate::prose) range: Range<usize>,
    /// Whether nothing but white space stands between it and the next word.
    pub(in crate::prose) runs_on: bool,
}

/// The words in `range` of a text: letters and digits, with hyphens, apostrophes and points inside.
pub(in crate::prose) fn tokens(text: &str, range: Range<usize>) -> Vec<Token<'_>> {
    let mut found: Vec<Token<'_>> = Vec::new();
    let offset = range.start;
    let text = text.get(range).unwrap_or_default();
    let inside =
        |c: char| c.is_alphanumeric() || matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\'' | '’' | '.' | '@' | '/');
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let begin = at + rest.find(char::is_alphanumeric).unwrap_or(rest.len());
        let rest = text.get(begin..).unwrap_or_default();
        let chunk = rest.get(..rest.find(|c| !inside(c)).unwrap_or(rest.len())).unwrap_or_default();
        let word = chunk.trim_end_matches(|c: char| !c.is_alphanumeric());
        if word.is_empty() {
            break;
        }
        if let Some(last) = found.last_mut() {
            let between = text.get(last.range.end - offset..begin).unwrap_or_default();
            last.runs_on = between.chars().all(char::is_whitespace);
        }
        let range = offset + begin..offset + begin + word.len();
        found.push(Token { text: word, small: word.to_lowercase().replace('’', "'"), range, runs_on: false });
        at = begin + chunk.len().max(1);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::tokens;
    use proptest::prelude::*;

    #[test]
    fn words_know_their_places() {
        let text = "Wasn’t it, e.g. well-led?";
        let words = tokens(text, 0..text.len());
        let found: Vec<(&str, bool)> = words.iter().map(|word| (word.small.as_str(), word.runs_on)).collect();
        assert_eq!(found, [("wasn't", true), ("it", false), ("e.g", false), ("well-led", false)]);
    }

    proptest! {
        #[test]
        fn words_stand_in_any_text(text in "[a-zé’'. ,-]{0,40}|\\PC{0,20}") {
            let mut end = 0;
            for word in tokens(&text, 0..text.len()) {
                prop_assert_eq!(text.get(word.range.clone()), Some(word.text));
                prop_assert!(word.range.start >= end && !word.text.is_empty());
                end = word.range.end;
            }
        }
    }
}
