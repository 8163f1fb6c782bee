//! Whether a text says in brackets what an abbreviation stands for: `Better Care Fund
//! (BCF)` or `BCF (Better Care Fund)`.

use super::tokens::Token;
use std::collections::BTreeSet;

/// Words that an abbreviation may pass over.
const SMALL: [&str; 14] = ["a", "an", "and", "as", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with"];

/// How many words around a bracket may belong to the long form besides one for each letter.
const SPARE_WORDS: usize = 6;

/// How many characters of a bracket are read, so that one that never closes costs no more.
const LONGEST: usize = 200;

/// How far before an abbreviation its bracket may open: `(known as the BCF)`.
const REACH: usize = 24;

/// Whether `text` explains the abbreviation that stands in it at `token`.
pub(super) fn explains(text: &str, token: &Token) -> bool {
    let letters: Vec<char> = token.base.chars().filter(|char| char.is_alphanumeric()).map(small).collect();
    let before = text.get(..token.range.start).unwrap_or_default();
    let after = text.get(token.range.end..).unwrap_or_default();
    in_brackets(before, &letters) || before_brackets(after, &letters)
}

/// `Long Name (ABC`
fn in_brackets(before: &str, letters: &[char]) -> bool {
    let bracket =
        before.char_indices().rev().take(REACH).take_while(|(_, char)| *char != ')').find(|(_, char)| *char == '(');
    let Some((bracket, _)) = bracket else { return false };
    let long = before.get(..bracket).unwrap_or_default();
    let mut words: Vec<&str> = split(long.rsplit(is_gap)).take(letters.len() + SPARE_WORDS).collect();
    words.reverse();
    (0..words.len()).any(|start| words.get(start..).is_some_and(|words| fits(words, letters, true)))
}

/// `ABC (long name)`
fn before_brackets(after: &str, letters: &[char]) -> bool {
    let after = after.trim_start_matches(|char: char| char.is_whitespace() || matches!(char, '"' | '”' | '’' | '\''));
    let Some(inner) = after.strip_prefix('(') else { return false };
    // As far as the bracket goes, or as far as a long form may reach.
    let end = inner.char_indices().take(LONGEST).find(|(_, char)| matches!(char, ')' | ';')).map(|(at, _)| at);
    let end = end.or_else(|| inner.char_indices().nth(LONGEST).map(|(at, _)| at)).unwrap_or(inner.len());
    let long = inner.get(..end).unwrap_or_default();
    let words: Vec<&str> = split(long.split(is_gap)).take(letters.len() + SPARE_WORDS).collect();
    fits(&words, letters, false)
}

fn is_gap(char: char) -> bool {
    !char.is_alphanumeric() && !matches!(char, '\'' | '’')
}

fn split<'a>(parts: impl Iterator<Item = &'a str>) -> impl Iterator<Item = &'a str> {
    parts.filter(|part| part.chars().any(char::is_alphanumeric))
}

fn small(char: char) -> char {
    char.to_lowercase().next().unwrap_or(char)
}

/// How far a reading of the words has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct State {
    /// Letters found.
    used: usize,
    /// Of these, found within a word: the C of "Bromley Healthcare (BHC)".
    within: usize,
    /// Whether a word that is not small was passed over.
    skipped: bool,
}

/// Whether the letters are the initials of the words in order. Small words count or not,
/// one other word may be passed over by three letters or more, and up to half of the
/// letters may stand within words. With `whole`, the words must not go on afterwards.
fn fits(words: &[&str], letters: &[char], whole: bool) -> bool {
    let mut states = BTreeSet::from([State { used: 0, within: 0, skipped: false }]);
    for word in words {
        let mut next = BTreeSet::new();
        let is_small = SMALL.iter().any(|small| word.eq_ignore_ascii_case(small));
        for state in states {
            if is_small {
                next.insert(state);
            } else if !state.skipped && state.used > 0 && letters.len() > 2 {
                next.insert(State { skipped: true, ..state });
            }
            read(word, state, letters, &mut next);
        }
        states = next;
        if !whole && states.iter().any(|state| state.used == letters.len()) {
            return true;
        }
    }
    states.iter().any(|state| state.used == letters.len())
}

/// The states after reading the next letters in `word`.
fn read(word: &str, state: State, letters: &[char], next: &mut BTreeSet<State>) {
    let mut chars = word.chars().map(small);
    let wanted = |used: usize| letters.get(used).copied();
    if !wanted(state.used).is_some_and(|letter| begins(word, chars.next(), letter)) {
        return;
    }
    let mut state = State { used: state.used + 1, ..state };
    next.insert(state);
    for char in chars {
        if state.within < letters.len() / 2 && wanted(state.used) == Some(char) {
            state = State { used: state.used + 1, within: state.within + 1, ..state };
            next.insert(state);
        }
    }
}

/// Whether `letter` stands for a word; "D2A" is "discharge to assess".
fn begins(word: &str, first: Option<char>, letter: char) -> bool {
    let sounds = match letter {
        '2' => ["to", "too", "two"].iter().any(|sound| word.eq_ignore_ascii_case(sound)),
        '4' => ["for", "four"].iter().any(|sound| word.eq_ignore_ascii_case(sound)),
        _ => false,
    };
    sounds || first == Some(letter)
}

#[cfg(test)]
mod tests {
    use super::super::tokens::tokens;
    use super::*;

    fn explained(text: &str) -> bool {
        tokens(text).iter().any(|token| explains(text, token))
    }

    #[test]
    fn long_names_beside_brackets_explain() {
        let texts = [
            "the Better Care Fund (BCF) pays",
            "the improved Better Care Fund (iBCF)",
            "Delayed Transfers of Care (DToC)",
            "Deprivation of Liberty Safeguards (\"DoLS\")",
            "Multi-Agency Safeguarding Hub (the MASH)",
            "Integrated Care Networks (ICNs)",
            "Bromley Healthcare (BHC)",
            "discharge to assess (D2A)",
            "South London and Maudsley (SLaM)",
            "London Borough Council of Bromley (LBB)",
            "Better Care Fund (known as the BCF)",
            "the BCF (Better Care Fund)",
            "the ‘BCF’ (the Better Care Fund, since 2015)",
            "Integrated Care Network (ICN, also a place)",
            "Research and Development (R&D)",
        ];
        for text in texts {
            assert!(explained(text), "{text}");
        }
    }

    #[test]
    fn other_words_beside_brackets_do_not() {
        let texts = [
            "we paid more (BCF)",
            "the BCF (see page 4)",
            "Better Care Fund; BCF",
            "the Better Care Fund helped many people (see the BCF)",
            "(BCF)",
            "BCF (",
            "Care Fund (BCF)",
        ];
        for text in texts {
            assert!(!explained(text), "{text}");
        }
    }
}
