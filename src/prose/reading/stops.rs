//! Which full stops end a sentence. Points stand in abbreviations, initials, numbers and
//! addresses too; what follows tells most of them apart.

use super::sentences::CLOSERS;
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
const BEFORE_NUMBER: [&str; 40] = [
    "app", "approx", "apr", "art", "arts", "aug", "c", "ca", "ch", "cl", "dec", "est", "ext", "feb", "fig", "figs",
    "jan", "jul", "jun", "mar", "max", "min", "no", "nos", "nov", "oct", "p", "para", "paras", "pg", "pp", "pt", "ref",
    "reg", "regs", "sec", "sect", "sep", "sept", "vol",
];

/// At the end of a sentence or not: it is one if a word follows that often begins one.
const PERHAPS: [&str; 15] =
    ["ave", "bros", "co", "corp", "dept", "inc", "jr", "ltd", "plc", "rd", "sq", "sr", "st", "govt", "assoc"];

/// Words that often begin a sentence, and seldom a name.
const BEGINNERS: [&str; 72] = [
    "a", "about", "after", "all", "also", "although", "an", "and", "are", "as", "at", "because", "before", "both",
    "but", "by", "can", "carers", "during", "each", "every", "everyone", "for", "from", "has", "have", "he", "her",
    "here", "his", "how", "however", "i", "if", "in", "is", "it", "its", "many", "more", "most", "my", "no", "not",
    "of", "on", "one", "or", "other", "our", "people", "please", "she", "since", "so", "some", "that", "the", "their",
    "then", "there", "these", "they", "this", "those", "to", "we", "what", "when", "where", "who", "you",
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
    if first.is_lowercase() && !begins_with_capital_inside(next) {
        return false;
    }
    if marks != "." {
        return true;
    }
    let following: String = next.chars().take_while(|c| c.is_alphanumeric()).take(20).collect();
    let begins = BEGINNERS.contains(&following.to_lowercase().as_str());
    let small = word.to_lowercase();
    if NEVER.contains(&small.as_str()) || (TITLES.contains(&word) && end == stop.end) {
        return false;
    }
    if BEFORE_NUMBER.contains(&small.as_str()) && first.is_numeric() {
        return false;
    }
    // "1. What we do", "3.4. The council": the number of what follows.
    let counted = word.chars().all(|c| c.is_ascii_digit() || c == '.') && !word.is_empty();
    if counted && sentence.trim().trim_start_matches(CLOSERS).len() == word.len() {
        return false;
    }
    if matches!(small.as_str(), "a.m" | "p.m" | "am" | "pm") {
        return !is_day_or_month(&following);
    }
    // "St. Mary's", "J. Smith", "the U.K. Government"; but not "as well as I. We".
    let initial = word != "I" && word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    let dotted = word.contains('.') && word.split('.').all(|part| part.chars().count() == 1);
    if (PERHAPS.contains(&small.as_str()) || initial || dotted) && end == stop.end {
        return begins;
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

fn is_day_or_month(word: &str) -> bool {
    const NAMES: [&str; 19] = [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    NAMES.contains(&word.trim_end_matches('s'))
}
