//! Numbers in running text that look like figures: something that a reader could check and
//! that the site does not. It finds places only; what a number is worth is read elsewhere.

mod chunks;
mod numeral;
mod rules;

use chunks::{Chunk, Kind, chunks};
use std::ops::Range;

/// The byte ranges of figure-like numbers in one paragraph's text: in order, apart, and on
/// the boundaries of characters.
///
/// What is found: `£36.1 million`, `£5,661k`, `1,884`, `92.5%`, `92 per cent`, `-57`,
/// `Cr 3,756`, `9 out of 10`, `1 in 4`; of `(3,756)` and `4,145 people` the number only; of
/// `50–60%` and `£5m to £6m` each of the two.
///
/// An amount of money, a percentage and whatever has "million" or the like behind it is
/// always a figure. A number alone is none of these, where it is
/// 1. a single digit: too small to matter;
/// 2. a year (1800 to 2100 without a comma), a financial year, a date, a time;
/// 3. a telephone number, or seven digits and more without a comma: a number of a file;
/// 4. the number of a part or a thing: what follows "paragraph", "Appendix", "No." and the
///    like, the number that a line begins with, and one with two points (`3.4.1`);
/// 5. an age: after "aged", before "and over" or "years old", from 10 to 110 after "people over",
///    "everyone under" and the like, and a range of whole numbers up to 120 (`18 to 64`) unless
///    something went "from" the one to the other;
/// 6. 24 hours, 7 days, 52 weeks, 12 months, 365 days: always as many;
/// 7. glued to something else: `COVID-19`, `A4`, `19th`, `10-year`, `24/7`, a postcode, a web
///    address.
///
/// Numbers in words ("two thirds") are not looked for.
pub fn loose_figures(text: &str) -> Vec<Range<usize>> {
    // Most sentences have no digit at all.
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let chunks = chunks(text);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(chunk) = chunks.get(at) {
        let taken = match chunk.kind {
            Kind::Number(_) => number(&chunks, at, &mut found),
            Kind::Pair(..) => pair(&chunks, at, &mut found),
            _ => 1,
        };
        at += taken.max(1);
    }
    found
}

/// A number in a chunk of its own; how many chunks belong to it.
fn number(chunks: &[Chunk<'_>], at: usize, found: &mut Vec<Range<usize>>) -> usize {
    let Some(chunk) = chunks.get(at) else { return 1 };
    let Kind::Number(number) = &chunk.kind else { return 1 };
    if let Some((end, taken)) = share(chunks, at) {
        found.push(number.range.start..end);
        return taken;
    }
    let (scale, end) = scale(chunks, at, number.range.end);
    let credit = at.checked_sub(1).and_then(|before| chunks.get(before)).filter(|before| before.is_credit());
    if number.unit || scale > 0 || credit.is_some() || !rules::excused(chunks, at) {
        let start = credit.map_or(number.range.start, |credit| credit.range.start);
        found.push(start..end);
    }
    1 + scale
}

/// Two numbers with a dash between them; how many chunks belong to them.
fn pair(chunks: &[Chunk<'_>], at: usize, found: &mut Vec<Range<usize>>) -> usize {
    let Some(chunk) = chunks.get(at) else { return 1 };
    let Kind::Pair(first, second) = &chunk.kind else { return 1 };
    let (scale, end) = scale(chunks, at, second.range.end);
    if first.unit || second.unit || scale > 0 || !rules::pair_excused(chunks, at) {
        found.extend([first.range.clone(), second.range.start..end]);
    }
    1 + scale
}

/// How many chunks after the one at `at` say what its number is counted in, and where the
/// last of them ends: "million", "per cent", "percentage points".
fn scale(chunks: &[Chunk<'_>], at: usize, end: usize) -> (usize, usize) {
    let mut taken = 0;
    let mut end = end;
    let next = |taken: usize| {
        // A comma or a full stop between them parts them.
        let last = chunks.get(at + taken).filter(|last| !last.closed)?;
        chunks.get(at + taken + 1).filter(|next| !next.opened).map(|next| (last, next.word()))
    };
    if let Some((_, "hundred" | "thousand" | "million" | "billion" | "trillion" | "m" | "bn")) = next(taken) {
        taken += 1;
        end = chunks.get(at + taken).map_or(end, |chunk| chunk.range.end);
    }
    let two = |first: &str, second: &str| {
        next(taken).is_some_and(|(_, word)| word == first) && next(taken + 1).is_some_and(|(_, word)| word == second)
    };
    let more = if two("per", "cent") || two("percentage", "points") || two("percentage", "point") {
        2
    } else if let Some((_, "percent" | "%" | "pence" | "pounds")) = next(taken) {
        1
    } else {
        0
    };
    if more > 0 {
        taken += more;
        end = chunks.get(at + taken).map_or(end, |chunk| chunk.range.end);
    }
    (taken, end)
}

/// `9 out of 10` and `1 in 4`: where they end, and how many chunks they are.
fn share(chunks: &[Chunk<'_>], at: usize) -> Option<(usize, usize)> {
    let part = chunks.get(at).filter(|chunk| !chunk.closed)?.plain()?;
    let open = |offset: usize| chunks.get(at + offset).filter(|chunk| !chunk.closed && !chunk.opened);
    let (offset, most) = match (open(1)?.word(), open(2)) {
        ("out", Some(of)) if of.word() == "of" => (3, u64::MAX),
        // "1 in 4", but not "57 in 2019" or "3 in 12 months".
        ("in", _) if part < 10 => (2, 10),
        _ => return None,
    };
    let last = chunks.get(at + offset)?;
    let whole = last.plain().filter(|whole| *whole > part && *whole <= most)?;
    let month = !last.closed && rules::is_month(chunks.get(at + offset + 1));
    (whole > 0 && !month).then(|| (last.range.end, offset + 1))
}

#[cfg(test)]
mod tests;
