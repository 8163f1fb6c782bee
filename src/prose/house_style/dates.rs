//! Days and months without a year: nobody who reads "by 5 May" in two years knows which.

use super::line::Line;
use super::words::Word;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::house_style::DATE_WITHOUT_YEAR;
use crate::figure::is_month;

/// What stands before a month that is a time and no verb, no name.
const BEFORE: [&str; 10] = ["in", "by", "since", "until", "till", "during", "before", "after", "early", "late"];

/// What happens every year needs no year.
const RECURRING: [&str; 11] =
    ["every", "each", "annual", "annually", "yearly", "usually", "normally", "typically", "always", "any", "often"];

/// Whether a word may be the name of a month.
pub(super) fn may_be_month(word: &Word) -> bool {
    word.is_capital() && !word.is_in_capitals() && (3..=9).contains(&(word.end - word.start))
}

/// Tells of the day or month at a word, if it is one. The line and what is above it give no year.
pub(super) fn date_at(line: &Line, index: usize, out: &mut Vec<Diagnostic>) {
    let Some(word) = line.words.get(index) else { return };
    if word.is_quoted() || word.is_linked() || !is_month(line.word(index)) {
        return;
    }
    let Some((from, to)) = day(line, index).or_else(|| month(line, index)) else { return };
    let recurs = line.sentence(index).any(|at| RECURRING.contains(&line.word(at).to_lowercase().as_str()));
    let Some(span) = line.span(from, to).filter(|_| !recurs) else { return };
    let written = line.written(from, to);
    let message = format!("`{written}` is a date without a year");
    out.push(
        Diagnostic::new(&DATE_WITHOUT_YEAR, span, message).help("write the year after it, or in the heading above"),
    );
}

/// "5 May", "5th of May", "May 5th".
fn day(line: &Line, index: usize) -> Option<(usize, usize)> {
    let spaced = |at: usize| line.gap(at).is_some_and(|gap| matches!(gap, " " | "\u{a0}" | "\n"));
    if let Some(before) = index.checked_sub(1).filter(|at| spaced(*at)) {
        let of = (line.word(before) == "of").then(|| before.checked_sub(1)).flatten().filter(|at| spaced(*at));
        let at = of.unwrap_or(before);
        if is_day(line.word(at)) && !matches!(line.before(at), Some('.' | ',' | '£' | '/' | '-')) {
            return Some((at, index));
        }
    }
    let after = index + 1;
    (spaced(index)
        && is_day(line.word(after))
        && !matches!(line.after(after), Some('%' | ',' | '.' | ':'))
        && line.word(after).ends_with(|last: char| last.is_ascii_lowercase()))
    .then_some((index, after))
}

/// "In March", "since the end of May". "We may", "march on" and "June Smith" are none.
fn month(line: &Line, index: usize) -> Option<(usize, usize)> {
    if line.words.get(index).is_some_and(Word::is_first) {
        return None;
    }
    // A name goes on with another capital: "in March House", "after April Jones left".
    let next = line.words.get(index + 1);
    if next.is_some_and(|next| next.is_capital() && !next.begins_sentence() && !is_month(line.word(index + 1))) {
        return None;
    }
    let before = index.checked_sub(1).filter(|at| line.gap(*at).is_some_and(|gap| gap.trim().is_empty()))?;
    let word = line.word(before).to_lowercase();
    let end = word == "of"
        && before.checked_sub(1).is_some_and(|at| matches!(line.word(at), "end" | "beginning" | "start" | "middle"));
    (end || BEFORE.contains(&word.as_str())).then_some((index, index))
}

/// "5", "31", "1st", "22nd".
fn is_day(word: &str) -> bool {
    let digits = word.trim_end_matches(|char: char| char.is_ascii_lowercase());
    let ending = word.get(digits.len()..).unwrap_or_default();
    matches!(ending, "" | "st" | "nd" | "rd" | "th")
        && digits.len() <= 2
        && digits.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day))
}
