//! The words that say whether a target is a minimum or a maximum.

use crate::figure::amount::word;

/// Which side of a number is good, and whether the number itself is not good enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// A minimum.
    Least { strict: bool },
    /// A maximum.
    Most { strict: bool },
    /// From here to the next number.
    Between,
}

const LEAST: Side = Side::Least { strict: false };
const MORE: Side = Side::Least { strict: true };
const MOST: Side = Side::Most { strict: false };
const LESS: Side = Side::Most { strict: true };

#[rustfmt::skip]
const BEFORE: [(&str, Side); 63] = [
    ("at least", LEAST), ("minimum of", LEAST), ("minimum", LEAST), ("min.", LEAST), ("min", LEAST),
    ("no less than", LEAST), ("not less than", LEAST), ("no fewer than", LEAST), ("not fewer than", LEAST),
    ("no lower than", LEAST), ("not lower than", LEAST), ("not below", LEAST), ("not under", LEAST),
    ("at or above", LEAST), ("≥", LEAST), (">=", LEAST), ("=>", LEAST), ("⩾", LEAST),
    ("more than", MORE), ("greater than", MORE), ("higher than", MORE), ("longer than", MORE), ("over", MORE),
    ("above", MORE), ("exceed", MORE), ("exceeding", MORE), ("in excess of", MORE), (">", MORE),
    ("at most", MOST), ("maximum of", MOST), ("maximum", MOST), ("max.", MOST), ("max", MOST), ("up to", MOST),
    ("no more than", MOST), ("not more than", MOST), ("no greater than", MOST), ("not greater than", MOST),
    ("no higher than", MOST), ("not higher than", MOST), ("no longer than", MOST), ("not longer than", MOST),
    ("not exceeding", MOST), ("not to exceed", MOST), ("not exceed", MOST), ("not above", MOST), ("not over", MOST),
    ("at or below", MOST), ("within", MOST), ("≤", MOST), ("<=", MOST), ("=<", MOST), ("⩽", MOST),
    ("less than", LESS), ("fewer than", LESS), ("lower than", LESS), ("shorter than", LESS), ("under", LESS),
    ("below", LESS), ("<", LESS), ("between", Side::Between), ("from", Side::Between), ("in the range", Side::Between),
];

#[rustfmt::skip]
const BEHIND: [(&str, Side); 23] = [
    ("or more", LEAST), ("or above", LEAST), ("or over", LEAST), ("or higher", LEAST), ("or greater", LEAST),
    ("or longer", LEAST), ("and above", LEAST), ("and over", LEAST), ("and more", LEAST), ("minimum", LEAST),
    ("min", LEAST), ("at least", LEAST),
    ("or less", MOST), ("or fewer", MOST), ("or below", MOST), ("or under", MOST), ("or lower", MOST),
    ("or shorter", MOST), ("and below", MOST), ("and under", MOST), ("maximum", MOST), ("max", MOST), ("at most", MOST),
];

/// Words that may stand before all that counts: "Target: a minimum of 95%".
const FILLING: [&str; 16] = [
    "target",
    "target:",
    "goal:",
    "a",
    "an",
    "the",
    "to",
    "be",
    "of",
    "is",
    "keep",
    "keep to",
    "reach",
    "achieve",
    "aim for",
    "should be",
];

/// What follows words that say nothing.
pub(super) fn without_filling(text: &str) -> &str {
    let mut rest = text.trim_start();
    // "A hundred" is a number.
    while let Some(next) = FILLING.iter().filter_map(|filling| word(rest, filling)).min_by_key(|next| next.len()) {
        if crate::figure::amount::read_leading(rest).is_some() {
            break;
        }
        rest = next.trim_start();
    }
    rest
}

/// The side that the words at the start of a text name, and what follows them; the longest words
/// that fit are meant.
pub(super) fn side_before(text: &str) -> Option<(Side, &str)> {
    let found = BEFORE.iter().filter_map(|(phrase, side)| Some((*side, starts(text, phrase)?)));
    let (side, rest) = found.min_by_key(|(_, rest)| rest.len())?;
    let rest = rest.trim_start().trim_start_matches(':').trim_start();
    Some((side, word(rest, "of").map_or(rest, str::trim_start)))
}

/// The side that words behind a number name: "20 days or less". Only those before the next number
/// are about this one.
pub(super) fn side_behind(rest: &str) -> Option<Side> {
    let own = rest.split(|c: char| c.is_numeric()).next().unwrap_or_default();
    if own.trim_start().starts_with('+') {
        return Some(LEAST);
    }
    let mut places = own.char_indices().filter(|(at, _)| {
        let before = own.get(..*at).and_then(|before| before.chars().next_back());
        before.is_none_or(|before| !before.is_alphanumeric())
    });
    places.find_map(|(at, _)| {
        let here = own.get(at..)?;
        BEHIND.iter().find(|(phrase, _)| word(here, phrase).is_some()).map(|(_, side)| *side)
    })
}

/// What follows a phrase. Signs need no space behind them.
fn starts<'t>(text: &'t str, phrase: &str) -> Option<&'t str> {
    if phrase.ends_with(char::is_alphabetic) { word(text, phrase) } else { strip(text, phrase) }
}

fn strip<'t>(text: &'t str, phrase: &str) -> Option<&'t str> {
    let (start, rest) = text.split_at_checked(phrase.len())?;
    start.eq_ignore_ascii_case(phrase).then_some(rest)
}
