//! Amounts written out: in a sentence, in a cell, in a data file, in a message. What an amount
//! is worth, and how it is read, is no concern of this file.

use super::amount::{digit_text, power};
use super::{Amount, Unit, Word};
use rust_decimal::Decimal;
use std::fmt;

const MINUS: char = '\u{2212}';
const NO_BREAK: &str = "\u{a0}";

/// An amount in a sentence: "£36.1 million", "1,884", "92.5%", "2.5 percentage points",
/// "−57". Nothing is rounded. Thousands below a million are written in full ("£23,000" for
/// £23k); that is the one thing that cannot be read back as finely as it was.
pub fn amount_words(amount: &Amount, word: Word<'_>) -> String {
    let scale = spoken_scale(amount);
    let scale = if scale == 3 { 0 } else { scale };
    let (digits, negative) = digit_text(amount.value, scale, decimals(amount, scale), true, true);
    let sign = if negative { MINUS.to_string() } else { String::new() };
    let pounds = if amount.unit == Unit::Pounds { "£" } else { "" };
    let number = format!("{sign}{pounds}{digits}");
    let key = match (amount.unit, scale) {
        (Unit::Percent, _) => return word("amount_percent", &[("number", &number)]),
        (Unit::Points, _) => {
            return word("amount_points", &[("number", &number), ("count", &digits)]).replacen(' ', NO_BREAK, 1);
        }
        (_, 6) => "amount_million",
        (_, 9) => "amount_billion",
        (_, 12) => "amount_trillion",
        _ => return number,
    };
    word(key, &[("number", &number)]).replacen(' ', NO_BREAK, 1)
}

/// An amount in a cell, in units of ten to the power of `scale` and with so many decimals:
/// "5,661", "−1,234.5". The unit stands in the heading. What is finer is rounded, half away
/// from zero.
pub fn amount_cell(amount: &Amount, scale: i32, decimals: u32) -> String {
    let (digits, negative) = digit_text(amount.value, scale, decimals, false, true);
    if negative { format!("{MINUS}{digits}") } else { digits }
}

/// An amount in a data file, in units of ten to the power of `scale`: "-1234.5". Nothing is
/// rounded.
pub fn amount_plain(amount: &Amount, scale: i32) -> String {
    let (digits, negative) = digit_text(amount.value, scale, decimals(amount, scale), true, false);
    if negative { format!("-{digits}") } else { digits }
}

/// A change in words, with its direction: "31 more", "£1.2 million less", "0.5 percentage points
/// lower", "no change".
pub fn change_words(change: &Amount, word: Word<'_>) -> String {
    if change.value.is_zero() {
        return word("change_none", &[]);
    }
    let key = match (change.unit, change.value > Decimal::ZERO) {
        (Unit::Count, true) => "change_count_up",
        (Unit::Count, false) => "change_count_down",
        (Unit::Pounds, true) => "change_pounds_up",
        (Unit::Pounds, false) => "change_pounds_down",
        (Unit::Percent | Unit::Points, true) => "change_percent_up",
        (Unit::Percent | Unit::Points, false) => "change_percent_down",
    };
    word(key, &[("amount", &amount_words(&change.magnitude(), word))])
}

/// A count in digits with its thousands parted: `5,661`.
pub fn count_text(count: usize) -> String {
    let digits = count.to_string();
    let parted = |(at, digit): (usize, char)| {
        let comma = at > 0 && (digits.len() - at).is_multiple_of(3);
        comma.then_some(',').into_iter().chain([digit])
    };
    digits.chars().enumerate().flat_map(parted).collect()
}

/// As an author would type it, for messages: "£36.1 million", "£840k", "-1,884". Nothing is
/// rounded, and reading it gives the same amount.
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scale = spoken_scale(self);
        let decimals = decimals(self, scale);
        let (digits, negative) = digit_text(self.value, scale, decimals, true, true);
        let sign = if negative { "-" } else { "" };
        let pounds = if self.unit == Unit::Pounds { "£" } else { "" };
        let scale = match scale {
            3 => "k",
            6 => " million",
            9 => " billion",
            12 => " trillion",
            _ => "",
        };
        let unit = match self.unit {
            Unit::Percent => "%",
            Unit::Points if digits == "1" => " percentage point",
            Unit::Points => " percentage points",
            Unit::Pounds | Unit::Count => "",
        };
        write!(f, "{sign}{pounds}{digits}{scale}{unit}")
    }
}

/// The thousands, millions, … that an amount is spoken in, as a power of ten. An amount that was
/// written to the last unit is spoken so too.
fn spoken_scale(amount: &Amount) -> i32 {
    if amount.step <= 0 || matches!(amount.unit, Unit::Percent | Unit::Points) {
        return 0;
    }
    let mut scale: i32 = match amount.step {
        ..=3 => 3,
        4..=6 => 6,
        7..=9 => 9,
        _ => 12,
    };
    let reaches = |scale: u32| power(scale).is_some_and(|power| amount.value.abs().trunc().mantissa() >= power);
    while scale < 12 && reaches(scale.unsigned_abs() + 3) {
        scale += 3;
    }
    scale
}

/// How many decimals show an amount as finely as it was written.
fn decimals(amount: &Amount, scale: i32) -> u32 {
    // A step far from anything that can be written must not make a line of zeros.
    u32::try_from(scale.saturating_sub(amount.step)).unwrap_or(0).min(28)
}

#[cfg(test)]
mod tests;
