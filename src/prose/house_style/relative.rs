//! Times that depend on when a text is read: "this year", "recently". A public document is read for
//! years (GOV.UK content design: be specific about dates).

use super::line::Line;
use super::words::Word;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::house_style::RELATIVE_YEAR;

/// Times that are counted from now.
const TIMES: [&str; 3] = ["year", "month", "week"];

/// Whose year it is: not the calendar's.
const OWNERS: [&str; 9] = ["his", "her", "their", "your", "my", "our", "its", "final", "first"];

/// What makes a year one of something: the last year of life, the last year for which there are numbers.
const OF: [&str; 8] = ["of", "for", "that", "in", "when", "to", "at", "before"];

/// Tells of a time that begins at a word; most words begin none. Gives how many words belong to it.
pub(super) fn relative_at(line: &Line, index: usize, out: &mut Vec<Diagnostic>) -> usize {
    let Some(words) = phrase(line, index) else { return 1 };
    let last = index + words - 1;
    let quoted = line.words.get(index).is_some_and(|word| word.is_quoted() || word.is_linked());
    // "The next year" is the one after the year that the paragraph tells of.
    let the = index.checked_sub(1).is_some_and(|at| line.word(at).eq_ignore_ascii_case("the"));
    let near = if the { 0..line.words.len() } else { line.sentence(index) };
    if quoted || line.has_year(near) {
        return words;
    }
    let Some(span) = line.span(index, last) else { return words };
    let written = line.written(index, last);
    let message = format!("`{written}` means another time to somebody who reads it later");
    let lower = written.to_lowercase();
    let help = if lower.contains("year") {
        "write which year: `2026`, or `2026 to 2027` for a financial year"
    } else if TIMES.iter().any(|time| lower.contains(time)) {
        "write the month and the year: `November 2026`"
    } else if lower == "recently" || lower.starts_with("in recent") {
        "say when: `in November 2026`, `since 2024`"
    } else {
        "leave it out, or say when: `in November 2026`"
    };
    out.push(Diagnostic::new(&RELATIVE_YEAR, span, message).help(help));
    words
}

/// How many words make a time that is counted from now.
fn phrase(line: &Line, index: usize) -> Option<usize> {
    let word = line.words.get(index)?;
    if word.is_in_capitals() || (word.is_capital() && !word.is_first()) {
        return None;
    }
    let first = line.word(index);
    let is = |offset: usize, wanted: &str| {
        line.gap(index + offset - 1).is_some_and(|gap| matches!(gap, " " | "\u{a0}"))
            && line.word(index + offset) == wanted
    };
    let any = |offset: usize, wanted: &[&str]| wanted.iter().any(|wanted| is(offset, wanted));
    match first.as_bytes().first()? {
        b't' | b'T' | b'n' | b'N' | b'l' | b'L' if matches!(lower(first), Some("this" | "next" | "last")) => {
            counted(line, index, &is, &any)
        }
        b'c' | b'C' | b'p' | b'P' if matches!(lower(first), Some("coming" | "past" | "current")) => {
            let the = index.checked_sub(1).is_some_and(|at| matches!(line.word(at), "the" | "The"));
            let words = if is(1, "financial") && is(2, "year") { 3 } else { 2 };
            (the && (words == 3 || any(1, &TIMES)) && !any(words, &OF)).then_some(words)
        }
        b'c' | b'C' if lower(first) == Some("currently") => Some(1),
        b'r' | b'R' if lower(first) == Some("recently") => {
            // "The most recently published" tells of the things, whenever it is read.
            let most =
                !word.is_first() && index.checked_sub(1).is_some_and(|at| matches!(line.word(at), "most" | "more"));
            (!most).then_some(1)
        }
        b'n' | b'N' if lower(first) == Some("nowadays") => Some(1),
        b'p' if first == "presently" => Some(1),
        b'a' | b'A' if matches!(first, "at" | "At") && is(1, "present") => Some(2),
        b'a' | b'A' if matches!(first, "at" | "At") && is(1, "the") && is(2, "moment") => Some(3),
        b'i' | b'I' if matches!(first, "in" | "In") && is(1, "recent") && any(2, &["years", "months", "weeks"]) => {
            Some(3)
        }
        b'i' | b'I' if matches!(first, "in" | "In") && is(1, "the") && is(2, "near") && is(3, "future") => Some(4),
        _ => None,
    }
}

/// "This year", "next financial year", "last month".
fn counted(
    line: &Line,
    index: usize,
    is: &dyn Fn(usize, &str) -> bool,
    any: &dyn Fn(usize, &[&str]) -> bool,
) -> Option<usize> {
    let words = match () {
        () if is(1, "financial") && is(2, "year") => 3,
        () if any(1, &TIMES) => 2,
        () => return None,
    };
    let this = matches!(line.word(index), "this" | "This");
    let week = !this && is(1, "week");
    let before = index.checked_sub(1).map(|at| line.word(at)).unwrap_or_default();
    let owned = OWNERS.contains(&before) || before == "and" || (this && matches!(before, "in" | "In"));
    // "The next year" is the one after, "the last year of life" no year of the calendar.
    let one = !this && (any(words, &OF) || (matches!(before, "the" | "The") && words == 2 && !spans(line, index)));
    let more = is(words, "group") || is(words, "groups") || line.gap(index + words - 1) == Some("-");
    (!week && !owned && !one && !more).then_some(words)
}

/// "Over the next year", "in the last year".
fn spans(line: &Line, index: usize) -> bool {
    let before = index.checked_sub(2).map(|at| line.word(at)).unwrap_or_default();
    matches!(before, "over" | "Over" | "in" | "In" | "during" | "During" | "within" | "Within" | "for" | "For")
}

/// One of the words above, in small letters.
fn lower(word: &str) -> Option<&'static str> {
    const ALL: [&str; 9] = ["this", "next", "last", "coming", "past", "current", "currently", "recently", "nowadays"];
    ALL.into_iter().find(|known| known.eq_ignore_ascii_case(word))
}

/// Whether a word may begin such a time, by its first letter and its length: most may not.
pub(super) fn may_begin(first: u8, word: &Word) -> bool {
    let length = word.end - word.start;
    match first {
        b't' | b'T' | b'l' | b'L' => length == 4,
        b'n' | b'N' => matches!(length, 4 | 8),
        b'c' | b'C' => matches!(length, 6 | 7 | 9),
        b'p' | b'P' => matches!(length, 4 | 9),
        b'r' | b'R' => length == 8,
        b'a' | b'A' | b'i' | b'I' => length == 2,
        _ => false,
    }
}
