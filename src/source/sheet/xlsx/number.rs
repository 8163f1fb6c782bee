//! The number of a cell as text, digit by digit. Workbooks store the nearest binary number to
//! what the author typed, written with up to 17 digits: `0.1` comes as `0.10000000000000001`.
//! Excel itself shows 15 digits and takes no more from the keyboard, so rounding the decimal
//! digits to 15 gives back exactly what was typed. No number becomes a float on the way.

use super::format::Shown;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use std::fmt::Write;

/// The digits that Excel keeps of what is typed.
const DIGITS: usize = 15;

/// Larger exponents than any that a workbook can hold.
const EXPONENT: i32 = 400;

/// The last day that a workbook can hold, 31 December 9999.
const LAST_DAY: i64 = 2_958_465;

/// A decimal number: `0.digits × 10^point`. Zero has no digits.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Decimal {
    negative: bool,
    digits: Vec<u8>,
    point: i32,
}

/// The text of a number that is stored as `stored` and shown in a certain way; none if it is
/// no number. A day that no calendar has stays a number.
pub(super) fn number_text(stored: &str, shown: Shown, from_1904: bool) -> Option<String> {
    let stored = stored.trim();
    let number = Decimal::parse(stored)?;
    let whole = stored.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    // A whole number is no neighbour of another: it is what was written.
    let number = if whole { number } else { number.rounded() };
    let text = match shown {
        Shown::Number => None,
        Shown::Percent => {
            let hundredfold = Decimal { point: number.point + 2, ..number.clone() };
            return Some(format!("{}%", hundredfold.text()));
        }
        _ => number.calendar(shown, from_1904),
    };
    Some(text.unwrap_or_else(|| number.text()))
}

impl Decimal {
    fn parse(text: &str) -> Option<Decimal> {
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let exponent: i32 = exponent.parse().ok().filter(|exponent: &i32| exponent.abs() <= EXPONENT)?;
        let unsigned = mantissa.strip_prefix(['-', '+']).unwrap_or(mantissa);
        let (whole, part) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        let figures = || whole.bytes().chain(part.bytes());
        // More digits than this are no number of a workbook.
        if figures().count() == 0 || figures().count() > 1000 || !figures().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let point = i32::try_from(whole.len()).ok()? + exponent;
        let digits = figures().map(|byte| byte - b'0').collect();
        Some(Decimal { negative: mantissa.starts_with('-'), digits, point }.trimmed())
    }

    /// Without zeros at either end.
    fn trimmed(mut self) -> Decimal {
        let zeros = self.digits.iter().take_while(|digit| **digit == 0).count();
        self.digits.drain(..zeros);
        self.point -= i32::try_from(zeros).unwrap_or(0);
        while self.digits.last() == Some(&0) {
            self.digits.pop();
        }
        if self.digits.is_empty() {
            return Decimal { negative: false, digits: Vec::new(), point: 0 };
        }
        self
    }

    /// To as many digits as Excel keeps, half away from zero.
    fn rounded(mut self) -> Decimal {
        let up = self.digits.get(DIGITS).is_some_and(|next| *next >= 5);
        self.digits.truncate(DIGITS);
        if up {
            let mut carry = true;
            for digit in self.digits.iter_mut().rev() {
                carry = *digit == 9;
                *digit = if carry { 0 } else { *digit + 1 };
                if !carry {
                    break;
                }
            }
            if carry {
                self.digits.insert(0, 1);
                self.point += 1;
            }
        }
        self.trimmed()
    }

    /// All digits written out, without exponent.
    fn text(&self) -> String {
        let mut text = String::new();
        if self.negative {
            text.push('-');
        }
        let digit = |index: i32| {
            let found = usize::try_from(index).ok().and_then(|index| self.digits.get(index));
            char::from(b'0' + found.copied().unwrap_or(0))
        };
        if self.point <= 0 {
            text.push('0');
        }
        text.extend((0..self.point.max(0)).map(digit));
        let end = i32::try_from(self.digits.len()).unwrap_or(i32::MAX);
        if end > self.point {
            text.push('.');
            text.extend((self.point.min(0)..0).map(|_| '0'));
            text.extend((self.point.max(0)..end).map(digit));
        }
        text
    }

    /// The whole days and the seconds after them; none for what no calendar has.
    fn days_and_seconds(&self) -> Option<(i64, i64)> {
        if self.negative || self.point > 7 {
            return None;
        }
        let digit = |index: i32| {
            let found = usize::try_from(index).ok().and_then(|index| self.digits.get(index));
            i64::from(found.copied().unwrap_or(0))
        };
        let days = (0..self.point).fold(0, |days, index| days * 10 + digit(index));
        // Twelve digits of a day are a ten-millionth of a second.
        let part = (self.point..self.point + 12).fold(0, |part, index| part * 10 + digit(index));
        let seconds = (part * 86_400 + 500_000_000_000) / 1_000_000_000_000;
        Some(if seconds == 86_400 { (days + 1, 0) } else { (days, seconds) })
    }

    fn calendar(&self, shown: Shown, from_1904: bool) -> Option<String> {
        let (days, seconds) = self.days_and_seconds()?;
        let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        let mut time = format!("{hours:02}:{minutes:02}");
        if rest > 0 {
            let _ = write!(time, ":{rest:02}");
        }
        let text = match shown {
            Shown::Number | Shown::Percent => return None,
            Shown::Time => time,
            Shown::Elapsed => format!("{}:{minutes:02}:{rest:02}", days * 24 + hours),
            Shown::Day => day(days, from_1904)?.to_string(),
            Shown::Moment => format!("{} {time}", day(days, from_1904)?),
            Shown::Month => day(days, from_1904)?.strftime("%Y-%m").to_string(),
            Shown::Year => day(days, from_1904)?.strftime("%Y").to_string(),
        };
        Some(text)
    }
}

/// The day of a number. Excel believes in 29 February 1900, which is day 60.
fn day(number: i64, from_1904: bool) -> Option<Date> {
    let first = match number {
        0..=LAST_DAY if from_1904 => date(1904, 1, 1),
        1..60 => date(1899, 12, 31),
        61..=LAST_DAY => date(1899, 12, 30),
        _ => return None,
    };
    first.checked_add(number.days()).ok()
}

#[cfg(test)]
mod tests {
    use super::{Shown, number_text};
    use proptest::prelude::*;

    fn plain(stored: &str) -> String {
        number_text(stored, Shown::Number, false).unwrap()
    }

    #[test]
    fn numbers_are_what_the_author_typed() {
        let cases = [
            ("0.10000000000000001", "0.1"),
            ("0.30000000000000004", "0.3"),
            ("36.100000000000001", "36.1"),
            ("1036", "1036"),
            ("-57", "-57"),
            ("1.0E-3", "0.001"),
            ("3.6100000000000003E7", "36100000"),
            ("1e21", "1000000000000000000000"),
            ("0.99999999999999989", "1"),
            ("9.9999999999999997E-2", "0.1"),
            ("-0", "0"),
            ("0", "0"),
            ("00.50", "0.5"),
            ("12345678901234567", "12345678901234567"),
            ("123456789012345.68", "123456789012346"),
            ("100", "100"),
        ];
        for (stored, text) in cases {
            assert_eq!(plain(stored), text, "{stored}");
        }
        for odd in ["", "-", ".", "1e999", "1e", "NaN", "inf", "1.2.3", "1,5", "--1"] {
            assert_eq!(number_text(odd, Shown::Number, false), None, "{odd}");
        }
    }

    #[test]
    fn formats_make_percentages_days_and_times() {
        let cases = [
            ("0.92500000000000004", Shown::Percent, "92.5%"),
            ("1", Shown::Percent, "100%"),
            ("-0.03", Shown::Percent, "-3%"),
            ("45251", Shown::Day, "2023-11-21"),
            ("1", Shown::Day, "1900-01-01"),
            ("59", Shown::Day, "1900-02-28"),
            ("60", Shown::Day, "60"),
            ("61", Shown::Day, "1900-03-01"),
            ("2958465", Shown::Day, "9999-12-31"),
            ("2958466", Shown::Day, "2958466"),
            ("-1", Shown::Day, "-1"),
            ("45231", Shown::Month, "2023-11"),
            ("45231", Shown::Year, "2023"),
            ("45251.604166666664", Shown::Moment, "2023-11-21 14:30"),
            ("45251.99999999999", Shown::Moment, "2023-11-22 00:00"),
            ("0.5", Shown::Time, "12:00"),
            ("0.50001157407407409", Shown::Time, "12:00:01"),
            ("1.1458333333333333", Shown::Elapsed, "27:30:00"),
        ];
        for (stored, shown, text) in cases {
            assert_eq!(number_text(stored, shown, false).as_deref(), Some(text), "{stored} {shown:?}");
        }
        assert_eq!(number_text("43789", Shown::Day, true).as_deref(), Some("2023-11-21"));
    }

    proptest! {
        #[test]
        fn what_was_typed_comes_back_from_the_nearest_float(whole in 0..=999_999_999_u64, places in 0..=6_u32, part in 0..1_000_000_u64) {
            let part = format!("{:0width$}", part % 10_u64.pow(places), width = places as usize);
            let typed = if places == 0 { whole.to_string() } else { format!("{whole}.{part}") };
            let float: f64 = typed.parse().unwrap();
            let expected = if places == 0 { typed.clone() } else { typed.trim_end_matches('0').trim_end_matches('.').to_owned() };
            // As Excel writes it: 17 significant digits, with an exponent.
            prop_assert_eq!(plain(&format!("{float:.16e}")), expected.clone());
            prop_assert_eq!(plain(&format!("{float}")), expected);
        }

        #[test]
        fn no_text_is_too_odd(stored in "[-+0-9.eE]{0,24}", odd in "\\PC{0,12}") {
            for shown in [Shown::Number, Shown::Percent, Shown::Day, Shown::Moment, Shown::Elapsed] {
                let _ = number_text(&stored, shown, true);
                let _ = number_text(&odd, shown, false);
            }
        }
    }
}
