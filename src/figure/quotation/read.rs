//! Finding the amount in the words of a quotation, and the words that belong to it.

use super::super::amount::{Fault, Unit, Written, is_many, parse_amount, read_written};
use super::{Direction, Qualifier, Quoted, bare, direction, qualifier};
use std::ops::Range;

/// How many words one amount may have: "Cr £36.1 million", "2.5 percentage points".
const LONGEST_AMOUNT: usize = 5;

/// A quotation is a few words, not a paragraph.
const LONGEST_QUOTATION: usize = 40;

/// How many words before the quotation are looked at.
const REACH: usize = 8;

/// Signs around a word that do not belong to an amount. Brackets do.
const AROUND: &[char] = &['"', '\'', '“', '”', '‘', '’', '«', '»', ',', '.', ';', ':', '!', '?', '…', '*'];

/// Signs that stand directly before digits as a word would.
const GLUED: [(&str, &str); 9] =
    [("c.", "c"), ("c", "c"), ("C.", "c"), ("~", "~"), ("≈", "≈"), (">", ">"), ("<", "<"), ("≥", "≥"), ("≤", "≤")];

/// Reads a quotation: `1,884`, `over £36 million`, `nearly 2,000 people`, `four`, `31 more`,
/// `a 5.5% rise`. `before` is what stands before it in the same paragraph: its last words may
/// qualify the number as those within the quotation do.
///
/// # Errors
/// A message and a way to mend it, for text that has no amount or more than one.
pub fn read_quotation(before: &str, text: &str) -> Result<Quoted, (String, String)> {
    let pieces = pieces(text);
    if pieces.len() > LONGEST_QUOTATION {
        return Err(("this quotation of a figure is very long".into(), only_the_figure()));
    }
    let found = the_amount(text, &pieces)?;
    let between = pieces.get(..found.first).unwrap_or_default();
    let mut words = last_words(before);
    words.extend(between.iter().map(|piece| bare_or_sign(part(text, piece))));
    words.extend(found.sign.map(str::to_owned));
    let mut compares = false;
    while let Some(article) = words.pop_if(|word| matches!(word.as_str(), "a" | "an" | "the" | "")) {
        // "Over a 5% rise": the article belongs to the rise. "A thousand less than the £3 million":
        // this number is known already, and another is held against it.
        compares |= article == "the";
    }
    let mut after: Vec<String> = Vec::new();
    after.extend(found.plus.then(|| "+".to_owned()));
    after.extend(pieces.iter().skip(found.last + 1).map(|piece| bare(part(text, piece))));
    let ahead = qualifier::before(&words);
    let behind = qualifier::behind(&after);
    let words = words.get(..words.len() - ahead.map_or(0, |(_, taken)| taken)).unwrap_or_default();
    let rest = after.get(behind.map_or(0, |(_, taken)| taken)..).unwrap_or_default();
    let direction: Option<Direction> = direction::behind(rest).or_else(|| direction::before(words));
    let qualifier: Option<Qualifier> = ahead.filter(|_| !compares).or(behind).map(|(qualifier, _)| qualifier);
    let unit = found.written.unit.or_else(|| implied_unit(before, &found, &after));
    let amount = found.written.amount();
    Ok(Quoted {
        amount: super::Amount { unit: unit.unwrap_or(Unit::Count), ..amount },
        unit,
        signed: found.written.signed,
        range: found.range,
        qualifier,
        direction,
    })
}

/// An amount in the text, with the pieces it is made of.
struct Found {
    written: Written,
    range: Range<usize>,
    first: usize,
    last: usize,
    /// What was glued before it and stands for a word: `c80%`, `~200`.
    sign: Option<&'static str>,
    /// Whether a plus stood directly behind it.
    plus: bool,
    /// Whether it is written in digits.
    digits: bool,
}

/// The pieces between white space.
fn pieces(text: &str) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = None;
    for (at, char) in text.char_indices().chain([(text.len(), ' ')]) {
        match start {
            None if !char.is_whitespace() => start = Some(at),
            Some(from) if char.is_whitespace() => {
                pieces.push(from..at);
                start = None;
            }
            _ => {}
        }
    }
    pieces
}

fn part<'t>(text: &'t str, range: &Range<usize>) -> &'t str {
    text.get(range.clone()).unwrap_or_default()
}

fn has_digit(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
}

/// The one amount of the text. A number in words counts only where there is none in digits:
/// "one of 57" quotes 57.
fn the_amount(text: &str, pieces: &[Range<usize>]) -> Result<Found, Fault> {
    let mut all: Vec<Found> = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        let found = (1..=LONGEST_AMOUNT).rev().find_map(|length| amount_at(text, pieces, at, length));
        match found {
            Some(found) => {
                let per = at.checked_sub(1).and_then(|before| pieces.get(before)).map(|piece| part(text, piece));
                at = found.last + 1;
                // 64.2 visits per 1,000 people are one number.
                if !(per == Some("per") && is_many(part(text, &found.range))) {
                    all.push(found);
                }
            }
            None => {
                let piece = pieces.get(at).map(|piece| part(text, piece)).unwrap_or_default();
                if has_digit(piece) {
                    return Err(unreadable(piece));
                }
                at += 1;
            }
        }
    }
    if all.iter().any(|found| found.digits) {
        all.retain(|found| found.digits);
    }
    let mut all = all.into_iter();
    match (all.next(), all.next()) {
        (Some(found), None) => Ok(found),
        (Some(first), Some(second)) => Err((
            format!(
                "this quotation has two numbers: `{}` and `{}`",
                part(text, &first.range),
                part(text, &second.range)
            ),
            only_the_figure(),
        )),
        (None, _) => Err((
            "this quotation of a figure has no number".into(),
            "write the number, or leave the brackets empty to have it filled in".into(),
        )),
    }
}

fn only_the_figure() -> String {
    "put only one number, and the words that belong to it, between the brackets".into()
}

/// Why a piece with digits is no amount.
fn unreadable(piece: &str) -> Fault {
    let piece = piece.trim_matches(AROUND);
    match parse_amount(piece) {
        Err(fault) => fault,
        Ok(_) => (format!("`{piece}` is not understood"), only_the_figure()),
    }
}

/// The amount that so many pieces make together.
fn amount_at(text: &str, pieces: &[Range<usize>], first: usize, length: usize) -> Option<Found> {
    let last = first + length - 1;
    let whole = pieces.get(first)?.start..pieces.get(last)?.end;
    let window = part(text, &whole);
    let ahead = window.trim_start_matches(AROUND);
    let mut start = whole.end - ahead.len();
    let mut inner = ahead.trim_end_matches(AROUND);
    let mut sign = None;
    let digit = |rest: &str| rest.starts_with(|c: char| c.is_ascii_digit() || c == '£');
    for (glued, word) in GLUED {
        if let Some(rest) = inner.strip_prefix(glued).filter(|rest| digit(rest)) {
            (sign, inner, start) = (Some(word), rest, start + glued.len());
            break;
        }
    }
    let plus = inner.strip_suffix('+');
    let inner = plus.unwrap_or(inner);
    let written = read_written(inner).ok()?;
    let range = start..start + inner.len();
    Some(Found { written, range, first, last, sign, plus: plus.is_some(), digits: has_digit(inner) })
}

/// A word in small letters; a sign that stands alone stays.
fn bare_or_sign(word: &str) -> String {
    let word_alone = bare(word);
    if word_alone.is_empty() { word.to_owned() } else { word_alone }
}

/// The last words of what stands before, as far as they belong to the same part of a sentence.
fn last_words(before: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in before.split_whitespace().rev().take(REACH) {
        let short = matches!(word.to_lowercase().as_str(), "approx." | "c." | "ca.");
        if !short && word.ends_with(['.', ',', ';', ':', '!', '?', ')', '—', '\u{fffc}']) {
            break;
        }
        words.push(bare_or_sign(word));
    }
    // A currency directly before the brackets is no word.
    if words.first().is_some_and(|word| word == "£") {
        words.remove(0);
    }
    words.reverse();
    words
}

/// A £ directly before the quotation, or "points" directly behind the number.
fn implied_unit(before: &str, found: &Found, after: &[String]) -> Option<Unit> {
    if found.first == 0 && before.ends_with('£') {
        return Some(Unit::Pounds);
    }
    after.first().filter(|word| matches!(word.as_str(), "points" | "point")).map(|_| Unit::Points)
}
