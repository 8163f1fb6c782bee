//! Which full stops end a sentence. Points stand in abbreviations, initials, numbers and
//! addresses too; what follows tells most of them apart.

use super::sentences::CLOSERS;
use crate::figure::is_month;
use crate::prose::glossary::in_address;
use std::ops::Range;

/// Before a name; never the end of a sentence before a capital.
const TITLES: [&str; 17] = [
    "Capt", "Cllr", "Cllrs", "Col", "Dr", "Drs", "Gen", "Hon", "Lt", "Messrs", "Mr", "Mrs", "Ms", "Prof", "Rev",
    "Revd", "Sgt",
];

/// Before something else, whatever it is.
const NEVER: [&str; 11] = ["c.f", "cf", "e.g", "eg", "i.e", "ie", "v", "vs", "viz", "incl", "excl"];

/// Before a number; the end of a sentence before anything else.
const BEFORE_NUMBER: [&str; 44] = [
    "app", "approx", "apr", "art", "arts", "aug", "c", "ca", "ch", "cl", "dec", "est", "ext", "feb", "fig", "figs",
    "jan", "jul", "jun", "mar", "max", "min", "no", "nos", "nov", "oct", "p", "para", "paras", "pg", "pp", "pt", "ref",
    "reg", "regs", "s", "sch", "sec", "sect", "sep", "sept", "ss", "tel", "vol",
];

/// Of these, before a single letter too: "App. B".
const BEFORE_LETTER: [&str; 9] = ["app", "art", "ch", "fig", "pt", "sch", "sec", "sect", "vol"];

/// Before a single letter that is a label, and so may end a sentence: "in group A".
const LABELLED: [&str; 26] = [
    "annex",
    "annexe",
    "appendix",
    "area",
    "band",
    "block",
    "box",
    "building",
    "category",
    "class",
    "figure",
    "flat",
    "grade",
    "group",
    "hepatitis",
    "level",
    "option",
    "part",
    "plan",
    "room",
    "schedule",
    "section",
    "table",
    "vitamin",
    "ward",
    "zone",
];

/// At the end of a sentence or not: it is one if a word follows that often begins one.
const PERHAPS: [&str; 15] =
    ["ave", "bros", "co", "corp", "dept", "inc", "jr", "ltd", "plc", "rd", "sq", "sr", "st", "govt", "assoc"];

/// Words that often begin a sentence, and seldom a name.
const BEGINNERS: [&str; 128] = [
    "a", "about", "after", "all", "also", "although", "an", "and", "anyone", "are", "as", "ask", "at", "because",
    "before", "between", "both", "but", "by", "call", "can", "carers", "could", "despite", "did", "do", "does",
    "during", "each", "either", "even", "every", "everyone", "few", "finally", "first", "for", "from", "go", "has",
    "have", "he", "her", "here", "his", "how", "however", "i", "if", "in", "instead", "is", "it", "its", "just",
    "last", "later", "let", "many", "more", "most", "my", "neither", "next", "no", "nobody", "none", "not", "nothing",
    "now", "of", "on", "once", "one", "only", "or", "other", "our", "over", "people", "please", "read", "ring",
    "second", "see", "several", "she", "should", "since", "so", "some", "still", "such", "tell", "thank", "that",
    "the", "their", "then", "there", "these", "they", "this", "those", "though", "thus", "to", "today", "under",
    "unless", "until", "us", "use", "we", "what", "when", "where", "while", "who", "why", "will", "with", "within",
    "without", "would", "yes", "yet", "you",
];

/// Whether the stops at `stop` end the sentence that began at `start`; `end` is behind
/// the quotation marks and brackets that follow them.
pub(super) fn ends_sentence(text: &str, start: usize, stop: Range<usize>, end: usize) -> bool {
    let sentence = text.get(start..stop.start).unwrap_or_default();
    let rest = text.get(end..).unwrap_or_default();
    let next = rest.trim_start().trim_start_matches(['(', '[', '"', '\'', '“', '‘', '«']);
    let marks = text.get(stop.clone()).unwrap_or_default();
    if next.is_empty() {
        return true;
    }
    let word = last_word(sentence);
    if !rest.starts_with(char::is_whitespace) {
        return end == stop.end && marks == "." && lacks_space(text, &stop, word, rest);
    }
    // "(sic!) and", "Why? she asked".
    let Some(first) = next.chars().next() else { return true };
    let following: String = next.chars().take_while(|c| c.is_alphanumeric()).take(20).collect();
    if first.is_lowercase() && !begins_with_capital_inside(next) {
        return marks == "." && word.chars().count() > 2 && (is_address(next) || is_counter(next, &following));
    }
    if marks != "." {
        // "so tired … I could not": "I" is a capital wherever it stands.
        return !(following == "I" && sentence.ends_with(char::is_whitespace));
    }
    let small = word.to_lowercase();
    if NEVER.contains(&small.as_str()) || (TITLES.contains(&word) && end == stop.end) {
        return false;
    }
    if BEFORE_NUMBER.contains(&small.as_str()) && word != "S" && (first.is_numeric() || first == '£') {
        return false;
    }
    if BEFORE_LETTER.contains(&small.as_str()) && first.is_uppercase() && following.chars().count() == 1 {
        return false;
    }
    // "1. What we do", "3.4. The council", "ii. Plan", "Q. Who": the number of what follows.
    let number = word.chars().all(|c| c.is_ascii_digit() || c == '.');
    let counted = !word.is_empty() && (number || is_roman(word) || word.chars().count() == 1);
    if counted && sentence.trim().trim_start_matches(CLOSERS).len() == word.len() {
        return false;
    }
    if matches!(small.as_str(), "a.m" | "p.m" | "am" | "pm") {
        return !is_day_or_month(&following);
    }
    // "St. Mary's", "J. Smith", "the U.K. Government"; but not "as well as I. We".
    let initial = word != "I" && word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    if initial {
        let before = sentence.get(..sentence.len() - word.len()).unwrap_or_default().trim_end();
        if LABELLED.contains(&last_word(before).to_lowercase().as_str()) {
            return true;
        }
        // "A. N. Other"
        let inner = before.strip_suffix('.').unwrap_or_default();
        if last_word(inner).chars().count() == 1 && last_word(inner).chars().all(char::is_uppercase) {
            return false;
        }
    }
    let dotted = word.contains('.') && word.split('.').all(|part| part.chars().count() == 1);
    if (PERHAPS.contains(&small.as_str()) || initial || dotted) && end == stop.end {
        return BEGINNERS.contains(&following.to_lowercase().as_str());
    }
    true
}

/// The word before a stop, with the points inside it.
fn last_word(sentence: &str) -> &str {
    let inside = |c: char| c.is_alphanumeric() || c == '.';
    let start = sentence.char_indices().rev().take(40).take_while(|(_, c)| inside(*c)).last();
    start.and_then(|(at, _)| sentence.get(at..)).unwrap_or_default().trim_start_matches('.')
}

/// "It ended.Carers came": a small letter before, a capital and a small letter after, and
/// not the name of a website.
fn lacks_space(text: &str, stop: &Range<usize>, word: &str, rest: &str) -> bool {
    let mut next = rest.chars();
    let capital = next.next().is_some_and(char::is_uppercase) && next.next().is_some_and(char::is_lowercase);
    capital && word.chars().count() > 2 && word.ends_with(char::is_lowercase) && !in_address(text, stop.start, stop.end)
}

/// "iBCF", which begins a sentence as it is.
fn begins_with_capital_inside(next: &str) -> bool {
    next.chars().nth(1).is_some_and(char::is_uppercase)
}

/// "nhs.uk", which has no capital even where it begins a sentence.
fn is_address(next: &str) -> bool {
    let chunk = next.split_whitespace().next().unwrap_or_default();
    in_address(chunk, 0, 1)
}

/// "ii. Plan"
fn is_counter(next: &str, following: &str) -> bool {
    is_roman(following) && next.get(following.len()..).is_some_and(|rest| rest.starts_with(". "))
}

/// A small number of the kind that counts the parts of a text.
fn is_roman(word: &str) -> bool {
    matches!(word, "i" | "ii" | "iii" | "iv" | "v" | "vi" | "vii" | "viii" | "ix" | "x")
}

fn is_day_or_month(word: &str) -> bool {
    const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    let one = word.trim_end_matches('s');
    DAYS.contains(&one) || is_month(one)
}
