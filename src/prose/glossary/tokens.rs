//! Which words of a text look like abbreviations.

use super::address::in_address;
use std::ops::Range;

/// Roman numerals that number things: parts, world wars, monarchs.
const ROMAN: [&str; 17] = [
    "II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX",
];

/// Words that people write in capitals for emphasis, or on a scale of colours.
const EMPHASISED: [&str; 33] = [
    "ALL", "AMBER", "AND", "ANY", "ARE", "BUT", "CAN", "DO", "EACH", "FOR", "FREE", "GREEN", "HOW", "IF", "IS", "MUST",
    "NEVER", "NEW", "NO", "NOT", "NOTE", "NOW", "OF", "ON", "ONE", "ONLY", "OR", "RED", "THE", "TO", "WHY", "WILL",
    "YOU",
];

/// What has more capitals than this is a word, not an abbreviation.
const LONGEST: usize = 7;

/// A word of a text.
struct Word<'a> {
    range: Range<usize>,
    text: &'a str,
}

/// An abbreviation and where it stands, a plural's "s" included.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Token<'a> {
    /// Without a plural's "s".
    pub(super) base: &'a str,
    /// As written.
    pub(super) written: &'a str,
    pub(super) range: Range<usize>,
}

/// The abbreviations in `text`, in order.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let words = words(text);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let phrase = phrase(text, words.get(at..).unwrap_or_default());
        if is_shouted(phrase) {
            at += phrase.len();
            continue;
        }
        // No phrase that begins later within this one is long enough either.
        for (offset, word) in phrase.iter().enumerate() {
            let next = words.get(at + offset + 1);
            found.extend(token(text, word, next));
        }
        if phrase.is_empty() {
            found.extend(token(text, word, words.get(at + 1)));
        }
        at += phrase.len().max(1);
    }
    found
}

/// The words at the start of `words` that are in capitals with nothing but a space, a
/// hyphen or "&" between them.
fn phrase<'w, 'a>(text: &str, words: &'w [Word<'a>]) -> &'w [Word<'a>] {
    let mut length = 0;
    let mut last: Option<&Word> = None;
    for word in words {
        let joined = last.is_none_or(|last| {
            let between = text.get(last.range.end..word.range.start).unwrap_or_default();
            between.chars().all(|char| char.is_whitespace() || matches!(char, '-' | '\u{2011}' | '&' | '\'' | '’'))
        });
        if !joined || !word.text.chars().any(char::is_uppercase) || word.text.chars().any(char::is_lowercase) {
            break;
        }
        length += 1;
        last = Some(word);
    }
    words.get(..length).unwrap_or_default()
}

/// Whether capitals are the style of a whole phrase: three words, or two of which one is
/// too long for an abbreviation.
fn is_shouted(phrase: &[Word]) -> bool {
    phrase.len() > 2 || (phrase.len() == 2 && phrase.iter().any(|word| word.text.len() > 5))
}

/// Words of letters and digits; "A&E" is one.
fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut start = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, char)) = chars.next() {
        let inside = char.is_alphanumeric()
            || (char == '&' && start.is_some() && chars.peek().is_some_and(|(_, next)| next.is_alphanumeric()));
        match (inside, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.extend(text.get(from..at).map(|text| Word { range: from..at, text }));
                start = None;
            }
            _ => {}
        }
    }
    if let Some(from) = start {
        words.extend(text.get(from..).map(|word| Word { range: from..text.len(), text: word }));
    }
    words
}

fn token<'a>(text: &str, word: &Word<'a>, next: Option<&Word>) -> Option<Token<'a>> {
    let written = word.text;
    let base = match written.strip_suffix('s') {
        Some(singular) if singular.ends_with(char::is_uppercase) => singular,
        _ => written,
    };
    let count = |test: fn(char) -> bool| base.chars().filter(|char| test(*char)).count();
    let (capitals, small, digits) =
        (count(char::is_uppercase), count(char::is_lowercase), count(|char| char.is_ascii_digit()));
    // "YouTube" is a name; "ACS20012" is the number of a report, "3UH" half a postcode.
    let shaped =
        capitals >= 2 && small <= capitals && digits < 3 && !base.starts_with(|char: char| char.is_ascii_digit());
    let is_word = capitals > LONGEST || (small == 0 && EMPHASISED.contains(&base));
    if !shaped || is_word || ROMAN.contains(&base) || in_address(text, word.range.start, word.range.end) {
        return None;
    }
    let spaced = next.filter(|next| {
        let between = text.get(word.range.end..next.range.start).unwrap_or_default();
        between.chars().all(char::is_whitespace)
    });
    if is_postcode(base) || (is_outward(base) && spaced.is_some_and(|next| is_inward(next.text))) {
        return None;
    }
    Some(Token { base, written, range: word.range.clone() })
}

/// `BR1 3UH` written as one word.
fn is_postcode(word: &str) -> bool {
    let middle = word.len().saturating_sub(3);
    matches!((word.get(..middle), word.get(middle..)), (Some(outward), Some(inward)) if is_outward(outward) && is_inward(inward))
}

/// The first half of a postcode: `BR1`, `SW1A`, `E8`.
fn is_outward(word: &str) -> bool {
    let letters = word.bytes().take_while(u8::is_ascii_uppercase).count();
    let rest = word.as_bytes().get(letters..).unwrap_or_default();
    let digit = rest.first().is_some_and(u8::is_ascii_digit);
    (1..=2).contains(&letters) && digit && rest.len() <= 2 && rest.iter().all(u8::is_ascii_alphanumeric)
}

/// The second half of a postcode: `3UH`.
fn is_inward(word: &str) -> bool {
    matches!(word.as_bytes(), [b'0'..=b'9', b'A'..=b'Z', b'A'..=b'Z'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bases(text: &str) -> Vec<&str> {
        tokens(text).into_iter().map(|token| token.base).collect()
    }

    #[test]
    fn abbreviations_of_all_shapes_are_found() {
        let text = "The BCF, DToC, iBCF and DoLS; LBB’s ICNs, D2A, R&D and KS2 (GPs).";
        assert_eq!(bases(text), ["BCF", "DToC", "iBCF", "DoLS", "LBB", "ICN", "D2A", "R&D", "KS2", "GP"]);
        let plural = &tokens("our ICNs")[0];
        assert_eq!((plural.written, plural.range.clone()), ("ICNs", 4..8));
    }

    #[test]
    fn what_only_looks_like_one_is_left_alone() {
        let texts = [
            "Part II, chapter XIX",
            "Civic Centre, BR1 3UH, or BR13UH, or SW1A\n1AA",
            "PLEASE READ THIS FIRST",
            "ADULT SOCIAL-CARE & HEALTH",
            "J. K. Smith and J.K. Jones",
            "see https://x.org/BCF-CCG or BCF@x.org or www.CCG.uk",
            "YouTube and McDonald's",
            "Section 4.2A, 1ST, 3D",
            "Report ACS20012",
            "you must NOT do it, IMPORTANTLY",
            "Ünïcödé É",
            "",
        ];
        for text in texts {
            assert_eq!(bases(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_list_of_abbreviations_is_not_a_shout() {
        assert_eq!(bases("BCF, CCG, LBB"), ["BCF", "CCG", "LBB"]);
        assert_eq!(bases("the CCG LBB agreement"), ["CCG", "LBB"]);
    }
}
