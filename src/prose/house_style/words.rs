//! The words of a line, with what is known of each at a glance: capitals, digits, whether a sentence
//! begins there, whether it is quoted. A line is read once, and all rules look at the same words.

use crate::prose::running::OBJECT;
use std::ops::Range;

/// Letters and digits with nothing between them. Hyphens, strokes and apostrophes part words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) start: usize,
    pub(super) end: usize,
    marks: u8,
}

/// It begins with a capital.
const CAPITAL: u8 = 1;
/// It has nothing but capitals.
const CAPITALS: u8 = 1 << 1;
/// It has a digit.
const DIGIT: u8 = 1 << 2;
/// A sentence or a part of one begins here, so that a capital means nothing.
const FIRST: u8 = 1 << 3;
/// A sentence begins here.
const SENTENCE: u8 = 1 << 4;
/// It stands between quotation marks.
const QUOTED: u8 = 1 << 5;
/// It belongs to the words of a link.
const LINKED: u8 = 1 << 6;

impl Word {
    pub(super) fn range(&self) -> Range<usize> {
        self.start..self.end
    }

    fn has(&self, mark: u8) -> bool {
        self.marks & mark != 0
    }

    pub(super) fn is_capital(&self) -> bool {
        self.has(CAPITAL)
    }

    /// One capital at least, and nothing else.
    pub(super) fn is_in_capitals(&self) -> bool {
        self.has(CAPITALS)
    }

    pub(super) fn has_digit(&self) -> bool {
        self.has(DIGIT)
    }

    /// What stands here would have a capital in any case.
    pub(super) fn is_first(&self) -> bool {
        self.has(FIRST)
    }

    pub(super) fn begins_sentence(&self) -> bool {
        self.has(SENTENCE)
    }

    pub(super) fn is_quoted(&self) -> bool {
        self.has(QUOTED)
    }

    pub(super) fn is_linked(&self) -> bool {
        self.has(LINKED)
    }

    /// A word in small letters that is the author's own.
    pub(super) fn is_small(&self) -> bool {
        self.marks & (CAPITAL | DIGIT | QUOTED | LINKED) == 0
    }
}

/// What stood between two words, as far as it matters to the next one.
#[derive(Clone, Copy)]
struct Gap {
    stop: bool,
    colon: bool,
    space: bool,
}

impl Gap {
    const NONE: Gap = Gap { stop: false, colon: false, space: false };
}

/// Reads the words of a text into `words`. What is in `links` belongs to links.
pub(super) fn read_words(text: &str, links: &[Range<usize>], words: &mut Vec<Word>) {
    words.clear();
    let mut gap = Gap { stop: true, colon: true, space: true };
    let (mut straight, mut curly, mut single) = (false, false, false);
    let mut start: Option<usize> = None;
    let (mut capitals, mut small, mut digits, mut leads) = (false, false, false, false);
    let mut chars = text.char_indices().peekable();
    while let Some((at, char)) = chars.next() {
        let (upper, lower, digit) = kind(char);
        if upper || lower || digit {
            if start.is_none() {
                start = Some(at);
                (capitals, small, digits, leads) = (false, false, false, upper);
            }
            capitals |= upper;
            small |= lower;
            digits |= digit;
            if chars.peek().is_some() {
                continue;
            }
        }
        if let Some(from) = start.take() {
            let end = if upper || lower || digit { at + char.len_utf8() } else { at };
            let first = gap.space && (gap.stop || gap.colon);
            let sentence = gap.space && gap.stop && !small | leads | digits;
            let mut marks = 0;
            for (is, mark) in [
                (leads, CAPITAL),
                (capitals && !small && !digits, CAPITALS),
                (digits, DIGIT),
                (first, FIRST),
                (sentence, SENTENCE),
                (straight || curly || single, QUOTED),
            ] {
                marks |= if is { mark } else { 0 };
            }
            words.push(Word { start: from, end, marks });
            gap = Gap::NONE;
        }
        match char {
            '.' | '!' | '?' => gap.stop = true,
            ':' | ';' | '(' | ')' | '•' | '–' | '—' | '/' | OBJECT => gap.colon = true,
            '"' => straight = !straight,
            '“' => curly = true,
            '”' => curly = false,
            '‘' => single = true,
            '’' if !chars.peek().is_some_and(|(_, next)| next.is_alphanumeric()) => single = false,
            _ => {}
        }
        if matches!(char, '"' | '“' | '‘' | '(') {
            gap.colon = true;
            gap.space = true;
        }
        gap.space |= char.is_whitespace();
    }
    for link in links {
        let from = words.partition_point(|word| word.start < link.start);
        for word in words.iter_mut().skip(from).take_while(|word| word.end <= link.end) {
            word.marks |= LINKED;
        }
    }
}

/// Whether a character is a capital, another letter, a digit.
fn kind(char: char) -> (bool, bool, bool) {
    match char {
        'a'..='z' => (false, true, false),
        'A'..='Z' => (true, false, false),
        '0'..='9' => (false, false, true),
        _ if char.is_ascii() => (false, false, false),
        _ if char.is_uppercase() => (true, false, false),
        _ if char.is_alphabetic() => (false, true, false),
        _ => (false, false, char.is_numeric()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<(&str, Word)> {
        let mut words = Vec::new();
        read_words(text, &[], &mut words);
        words.into_iter().map(|word| (text.get(word.range()).unwrap(), word)).collect()
    }

    #[test]
    fn words_are_marked() {
        let found = of("In 2019/20 the BCF (“our Fund”) grew. Carers’ café met.");
        let words: Vec<&str> = found.iter().map(|(text, _)| *text).collect();
        assert_eq!(words, ["In", "2019", "20", "the", "BCF", "our", "Fund", "grew", "Carers", "café", "met"]);
        let with = |test: fn(&Word) -> bool| -> Vec<&str> {
            found.iter().filter(|(_, word)| test(word)).map(|(text, _)| *text).collect()
        };
        assert_eq!(with(Word::is_capital), ["In", "BCF", "Fund", "Carers"]);
        assert_eq!(with(Word::is_in_capitals), ["BCF"]);
        assert_eq!(with(Word::is_quoted), ["our", "Fund"]);
        assert_eq!(with(Word::begins_sentence), ["In", "Carers"]);
        assert_eq!(with(Word::is_first), ["In", "our", "grew", "Carers"]);
    }

    #[test]
    fn no_text_is_too_short() {
        assert!(of("").is_empty() && of(" – ").is_empty());
        assert_eq!(of("é").len(), 1);
    }
}
