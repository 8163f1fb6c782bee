//! An amount as it was written: what stands before the digits, the digits, what stands behind.

use super::digits::{read_digits, too_large};
use super::exact::decimal;
use super::words::read_words;
use super::{Amount, Decimal, Fault, Unit, shown};

/// An amount, and what of it was said and not taken for granted.
#[derive(Clone, Copy, Debug)]
pub(in crate::figure) struct Written {
    /// In single units of what was written.
    pub(in crate::figure) value: Decimal,
    /// The power of ten of its last digit.
    pub(in crate::figure) step: i32,
    /// The unit, if one was written.
    pub(in crate::figure) unit: Option<Unit>,
    /// Whether thousands or millions were written.
    pub(in crate::figure) scaled: bool,
    /// Whether a sign, brackets or "Cr" were written.
    pub(in crate::figure) signed: bool,
}

impl Written {
    /// The amount; a count where no unit was written.
    pub(in crate::figure) fn amount(&self) -> Amount {
        Amount { value: self.value, unit: self.unit.unwrap_or(Unit::Count), step: self.step }
    }
}

/// What is gathered on the way through a text.
#[derive(Default)]
struct Parts {
    unit: Option<Unit>,
    scale: Option<i32>,
    negative: bool,
    signed: bool,
    open: bool,
    closed: bool,
}

/// Reads a text that is one amount and nothing else.
pub(in crate::figure) fn read_written(text: &str) -> Result<Written, Fault> {
    let text = text.trim();
    if text.is_empty() {
        return Err(("there is no amount".into(), "write a number, such as 1,884".into()));
    }
    let mut parts = Parts::default();
    let rest = parts.front(text)?;
    let (number, decimals, rest) = match rest.chars().next() {
        Some(first) if first.is_ascii_digit() || first == '.' => read_digits(rest)?,
        _ => match read_words(rest) {
            Some((number, rest)) => (number, 0, rest),
            None => return Err(no_amount(text)),
        },
    };
    parts.back(rest, text)?;
    let step = parts.scale.unwrap_or(0) - decimals;
    let value = decimal(if parts.negative { -number } else { number }, step).ok_or_else(|| too_large(text))?;
    Ok(Written { value, step, unit: parts.unit, scaled: parts.scale.is_some(), signed: parts.signed })
}

/// Reads the amount that a text begins with, the longest there is: "5 %" of "5 % of referrals". Gives
/// it and what follows it.
pub(in crate::figure) fn read_leading(text: &str) -> Option<(Written, &str)> {
    const LONGEST: usize = 48;
    let text = text.trim_start();
    let ends = text.char_indices().take(LONGEST).map(|(at, _)| at).chain([text.len()]);
    let found = ends.filter(|end| ends_here(text, *end)).filter_map(|end| {
        let (head, rest) = text.split_at_checked(end)?;
        Some((read_written(head).ok()?, rest))
    });
    found.last()
}

/// Whether an amount can end before a place: no letter or digit goes on there.
fn ends_here(text: &str, end: usize) -> bool {
    let Some((before, after)) = text.split_at_checked(end) else { return false };
    let next = after.chars().next();
    before.ends_with('%') || next.is_none_or(|next| !next.is_alphanumeric() && !matches!(next, '%' | '£'))
}

fn no_amount(text: &str) -> Fault {
    (format!("{} is not an amount", shown(text)), "write a number, such as 1,884, £36.1 million or 92.5%".into())
}

impl Parts {
    /// Takes signs, the currency and an opening bracket; what follows them.
    fn front<'t>(&mut self, text: &'t str) -> Result<&'t str, Fault> {
        let mut rest = text;
        loop {
            if let Some(next) = rest.strip_prefix(['-', '\u{2212}', '–', '\u{2011}']) {
                self.sign(true, text)?;
                rest = next;
            } else if let Some(next) = rest.strip_prefix('+') {
                self.sign(false, text)?;
                rest = next;
            } else if let Some(next) = rest.strip_prefix('(').filter(|_| !self.open) {
                self.sign(true, text)?;
                self.open = true;
                rest = next;
            } else if let Some(next) = word(rest, "cr").or_else(|| word(rest, "minus")) {
                self.sign(true, text)?;
                rest = next;
            } else if let Some(next) = rest.strip_prefix('£').or_else(|| word(rest, "gbp")) {
                self.unit(Unit::Pounds, text)?;
                rest = next;
            } else if rest.starts_with(['$', '€']) {
                return Err((format!("{} is not in pounds", shown(text)), "give the amount in pounds, with £".into()));
            } else {
                return Ok(rest);
            }
            rest = rest.trim_start();
        }
    }

    /// Takes what stands behind the digits, all of it.
    fn back(&mut self, rest: &str, text: &str) -> Result<(), Fault> {
        let mut rest = rest.trim_start();
        while !rest.is_empty() {
            if let Some(next) = rest.strip_prefix(')').filter(|_| self.open && !self.closed) {
                self.closed = true;
                rest = next;
            } else if let Some((scale, next)) = scale(rest).filter(|_| self.scale.is_none()) {
                if matches!(self.unit, Some(Unit::Percent | Unit::Points)) {
                    return Err(not_understood(rest, text));
                }
                self.scale = Some(scale);
                rest = next;
            } else if let Some((unit, next)) = unit(rest) {
                if self.scale.is_some() && unit != Unit::Pounds {
                    return Err(not_understood(rest, text));
                }
                self.unit(unit, text)?;
                rest = next;
            } else if let Some(next) = word(rest, "cr") {
                self.sign(true, text)?;
                rest = next;
            } else {
                return Err(not_understood(rest, text));
            }
            rest = rest.trim_start();
        }
        if self.open != self.closed {
            return Err((format!("the bracket in {} is not closed", shown(text)), "write (3,756) or -3,756".into()));
        }
        Ok(())
    }

    fn sign(&mut self, negative: bool, text: &str) -> Result<(), Fault> {
        if self.signed {
            return Err((
                format!("{} has two signs", shown(text)),
                "a minus, brackets and Cr all mean the same: write one of them".into(),
            ));
        }
        self.signed = true;
        self.negative = negative;
        Ok(())
    }

    fn unit(&mut self, unit: Unit, text: &str) -> Result<(), Fault> {
        if self.unit.is_some() {
            return Err((format!("{} has two units", shown(text)), "write one unit: £36.1 million or 92.5%".into()));
        }
        self.unit = Some(unit);
        Ok(())
    }
}

/// What follows `name`, if the text begins with it, in capitals or not, and no letter follows.
pub(in crate::figure) fn word<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let (start, rest) = text.split_at_checked(name.len())?;
    (start.eq_ignore_ascii_case(name) && !rest.starts_with(char::is_alphabetic)).then_some(rest)
}

/// Thousands, millions and so on, as a power of ten.
pub(super) fn scale(text: &str) -> Option<(i32, &str)> {
    const NAMES: [(&str, i32); 11] = [
        ("k", 3),
        ("thousand", 3),
        ("m", 6),
        ("mn", 6),
        ("million", 6),
        ("bn", 9),
        ("b", 9),
        ("billion", 9),
        ("tn", 12),
        ("trillion", 12),
        ("thousands", 3),
    ];
    NAMES.iter().find_map(|(name, scale)| Some((*scale, word(text, name)?)))
}

/// A unit that stands behind its number.
fn unit(text: &str) -> Option<(Unit, &str)> {
    if let Some(rest) = text.strip_prefix('%') {
        return Some((Unit::Percent, rest));
    }
    if let Some(rest) = word(text, "percentage") {
        let rest = rest.trim_start();
        let rest = word(rest, "points").or_else(|| word(rest, "point"))?;
        return Some((Unit::Points, rest));
    }
    let cent = || word(text, "per").and_then(|rest| word(rest.trim_start(), "cent"));
    if let Some(rest) = word(text, "percent").or_else(cent) {
        return Some((Unit::Percent, rest));
    }
    let pounds = ["pounds", "pound", "gbp"].iter().find_map(|name| word(text, name))?;
    Some((Unit::Pounds, pounds))
}

fn not_understood(rest: &str, text: &str) -> Fault {
    let message = format!("{} is not understood in {}", shown(rest), shown(text));
    let help = if word(rest, "p").or_else(|| word(rest, "pence")).is_some() {
        "write pence as pounds: £0.12"
    } else if word(rest, "pp").or_else(|| word(rest, "ppt")).is_some() {
        "write percentage points: 2.5 percentage points"
    } else if rest.starts_with(['e', 'E']) {
        "write the number in full, without a power of ten"
    } else if rest.starts_with(['$', '€']) {
        "give the amount in pounds, with £"
    } else {
        "write the amount alone: 1,884, £36.1 million or 92.5%"
    };
    (message, help.into())
}
