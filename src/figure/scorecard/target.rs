//! What a target says, in the words of real papers: "95% within 3 working days", "less than 5% of
//! referrals", "£1.5m or less", "between 5% and 10%". Only the first number is the target; what
//! stands behind it says when or of what.

use super::phrases::{Side, side_before, side_behind, without_filling};
use super::{Bound, Target};
use crate::figure::amount::{Written, read_leading, shown, word};
use crate::figure::{Amount, Better, Unit};

/// Why a target is not clear, and how to write it.
type Unclear = (String, String);

/// Reads a target. A percentage by itself is a minimum, and so "0" and "none" are a maximum; of any
/// other bare number only `better` can say what it is.
///
/// # Errors
/// A message and a way to mend it, for texts that do not say which values are good.
pub fn parse_target(text: &str, better: Option<Better>) -> Result<Target, (String, String)> {
    let whole = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let start = without_filling(&whole);
    if let Some(rest) = nothing(start) {
        let zero = Amount::exact(crate::figure::Decimal::ZERO, Unit::Count);
        return finish(Bound::Most { of: zero, strict: false }, rest, better, &whole);
    }
    let (named, start) = side_before(start).map_or((None, start), |(side, rest)| (Some(side), rest));
    let Some((written, rest)) = read_leading(without_filling(start)) else { return Err(no_number(&whole)) };
    if matches!(named, None | Some(Side::Between))
        && let Some((to, rest)) = range_end(rest, named.is_some())
    {
        return finish(range(written, to, rest, &whole)?, rest, better, &whole);
    }
    let of = written.amount();
    let side = match named.filter(|side| *side != Side::Between).or_else(|| side_behind(rest)) {
        Some(side) => side,
        None if named.is_some() => return Err(half_a_range(&whole)),
        None => bare(&of, rest, better, &whole)?,
    };
    // "Within 3 days for 95% of people" is a share of people, and no number of days.
    if of.unit == Unit::Count && !of.value.is_zero() && percentage_follows(rest) {
        return Err((
            format!("the target {} has a number before its percentage", shown(&whole)),
            "begin with the number that must be reached: 95% within 3 working days".into(),
        ));
    }
    let bound = match side {
        Side::Least { strict } => Bound::Least { of, strict },
        Side::Most { strict } => Bound::Most { of, strict },
        Side::Between => return Err(half_a_range(&whole)),
    };
    finish(bound, rest, better, &whole)
}

fn finish(bound: Bound, rest: &str, better: Option<Better>, whole: &str) -> Result<Target, Unclear> {
    let against = match (&bound, better) {
        (Bound::Least { .. }, Some(Better::Lower)) => Some(("a minimum", "lower")),
        (Bound::Most { .. }, Some(Better::Higher)) => Some(("a maximum", "higher")),
        (Bound::Between(..), Some(Better::Lower)) => Some(("a range", "lower")),
        (Bound::Between(..), Some(Better::Higher)) => Some(("a range", "higher")),
        _ => None,
    };
    match against {
        Some((kind, better)) => Err((
            format!("the target {} is {kind}, and `better` says {better}", shown(whole)),
            "leave `better` out, or correct one of the two".into(),
        )),
        None => Ok(Target { bound, words: rest.trim().to_lowercase() }),
    }
}

/// What follows "none", or the "no" of "no complaints".
fn nothing(text: &str) -> Option<&str> {
    word(text, "none").or_else(|| word(text, "no").filter(|_| side_before(text).is_none() && !has_digit(text)))
}

/// The side of a number with nothing that names one.
fn bare(of: &Amount, rest: &str, better: Option<Better>, whole: &str) -> Result<Side, Unclear> {
    match better {
        _ if of.value.is_zero() => Ok(Side::Most { strict: false }),
        Some(Better::Higher) => Ok(Side::Least { strict: false }),
        Some(Better::Lower) => Ok(Side::Most { strict: false }),
        None if of.unit == Unit::Percent => Ok(Side::Least { strict: false }),
        None => {
            let number = whole.strip_suffix(rest).unwrap_or(whole).trim();
            Err((
                format!("the target {} does not say whether more or less is good", shown(whole)),
                format!(
                    "write `at least {number}` or `no more than {number}`; or say it beside the target: better: higher, or better: lower"
                ),
            ))
        }
    }
}

/// The upper end of a range, and what follows it.
fn range_end(rest: &str, named: bool) -> Option<(Written, &str)> {
    let rest = rest.trim_start();
    let dash = rest.strip_prefix(['-', '–', '—', '\u{2011}']);
    let joined = dash.or_else(|| word(rest, "to")).or_else(|| word(rest, "and").filter(|_| named))?;
    read_leading(joined)
}

/// "Between 5 and 10%" gives the unit once.
fn range(from: Written, to: Written, rest: &str, whole: &str) -> Result<Bound, Unclear> {
    let unit = from.unit.or(to.unit).unwrap_or(Unit::Count);
    let same = from.unit.or(to.unit) == to.unit.or(from.unit);
    // Of "1 to 2 million" nobody knows how much the 1 is.
    let in_full = from.scaled == to.scaled || (from.unit.is_some() && to.unit.is_some());
    // In "5% - 10 days" the days are no end of a range.
    let noun = from.unit.is_some() && to.unit.is_none() && rest.trim_start().starts_with(char::is_alphabetic);
    if !same || !in_full || noun {
        return Err((
            format!("the two ends of the range in {} are not counted alike", shown(whole)),
            "write both in full: between £1 million and £2 million; if it is no range, put no dash between the numbers"
                .into(),
        ));
    }
    let (from, to) = (Amount { unit, ..from.amount() }, Amount { unit, ..to.amount() });
    if from.value > to.value {
        return Err((
            format!("the range in {} ends before it begins", shown(whole)),
            "put the smaller number first".into(),
        ));
    }
    Ok(Bound::Between(from, to))
}

fn percentage_follows(rest: &str) -> bool {
    let outside = rest.split('(').next().unwrap_or_default();
    outside.match_indices(|c: char| c.is_ascii_digit()).any(|(at, _)| {
        let starts = outside.get(..at).is_none_or(|before| !before.ends_with(|c: char| c.is_ascii_digit()));
        let here = outside.get(at..).and_then(read_leading);
        starts && here.is_some_and(|(written, _)| written.unit == Some(Unit::Percent))
    })
}

fn has_digit(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
}

fn no_number(whole: &str) -> Unclear {
    let message = if has_digit(whole) {
        format!("the target {} does not begin with what must be reached", shown(whole))
    } else {
        format!("the target {} has no number", shown(whole))
    };
    (message, "write what must be reached first: 95% within 3 working days, no more than 20, between 5% and 10%".into())
}

fn half_a_range(whole: &str) -> Unclear {
    (format!("the range in {} has no end", shown(whole)), "write both numbers: between 5% and 10%".into())
}
