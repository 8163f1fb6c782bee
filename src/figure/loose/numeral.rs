//! The shape of a number as people write it in a sentence: a sign, a currency, digits with
//! commas and a point, a unit.

use std::ops::Range;

/// A number and what is written with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// With its sign, currency and unit.
    pub(super) range: Range<usize>,
    /// Whether it is money, a percentage, thousands or millions.
    pub(super) unit: bool,
    /// Whether it has a sign.
    pub(super) signed: bool,
    /// Whether commas part its thousands.
    pub(super) commas: bool,
    /// Whether it has a point and digits behind it.
    pub(super) decimal: bool,
    /// Its digits before the point.
    pub(super) digits: usize,
    /// Whether the first of them is a 0 and not the only one.
    pub(super) padded: bool,
    /// Its value, where it is a whole number that is small enough.
    pub(super) whole: Option<u64>,
}

impl Number {
    /// Whether it is a whole number without anything else.
    pub(super) fn is_plain(&self) -> bool {
        !self.unit && !self.signed && !self.commas && !self.decimal
    }
}

/// The number that `text` is from one end to the other; `at` is where it stands.
pub(super) fn number(text: &str, at: usize) -> Option<Number> {
    let (number, rest) = leading(text, at)?;
    rest.is_empty().then_some(number)
}

/// Two numbers with a dash between: `18-64`, `£5m–£6m`, `2019-20`.
pub(super) fn pair(text: &str, at: usize) -> Option<(Number, Number)> {
    let (first, rest) = leading(text, at)?;
    let behind = rest.strip_prefix(['-', '–', '\u{2011}', '\u{2212}'])?;
    let second = number(behind, at + text.len() - behind.len()).filter(|second| !second.signed)?;
    Some((first, second))
}

/// The number at the start of `text`, and what follows it.
fn leading(text: &str, at: usize) -> Option<(Number, &str)> {
    let sign = |text: &str| text.starts_with(['-', '+', '\u{2212}', '–', '\u{2011}']);
    let currency = |text: &str| text.starts_with(['£', '$', '€']);
    let mut rest = text;
    let (mut signed, mut money) = (false, false);
    // The sign may stand before the currency or behind it.
    for _ in 0..3 {
        if sign(rest) && !signed {
            signed = true;
        } else if currency(rest) && !money {
            money = true;
        } else {
            break;
        }
        rest = without_first(rest);
    }
    let (digits, commas) = integer(rest)?;
    let written = rest.get(..digits)?;
    rest = rest.get(digits..)?;
    let mut decimal = false;
    if let Some(behind) = rest.strip_prefix('.') {
        let length = behind.bytes().take_while(u8::is_ascii_digit).count();
        if length > 0 {
            decimal = true;
            rest = behind.get(length..)?;
        }
    }
    let (rest, unit) = unit(rest);
    let plain: String = written.chars().filter(char::is_ascii_digit).collect();
    let number = Number {
        range: at..at + text.len() - rest.len(),
        unit: unit || money,
        signed,
        commas,
        decimal,
        digits: plain.len(),
        padded: plain.len() > 1 && plain.starts_with('0'),
        whole: if decimal { None } else { plain.parse().ok() },
    };
    Some((number, rest))
}

fn without_first(text: &str) -> &str {
    let mut chars = text.chars();
    chars.next();
    chars.as_str()
}

/// How many bytes at the start of `text` are digits with thousands parted by commas, and
/// whether there is a comma.
fn integer(text: &str) -> Option<(usize, bool)> {
    let count = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let mut length = count(text);
    if length == 0 {
        return None;
    }
    let mut commas = false;
    if length <= 3 {
        while let Some(group) = text.get(length..).and_then(|rest| rest.strip_prefix(',')) {
            if count(group) != 3 {
                break;
            }
            length += 4;
            commas = true;
        }
    }
    Some((length, commas))
}

/// The unit that is glued to a number, if it is one, and what follows.
fn unit(text: &str) -> (&str, bool) {
    for unit in ["%", "bn", "tn", "k", "K", "m", "M", "p"] {
        if let Some(rest) = text.strip_prefix(unit)
            && !rest.starts_with(char::is_alphanumeric)
        {
            return (rest, true);
        }
    }
    (text, false)
}
