//! The words of a scale, after the pattern of the author's own: where a value of 36,100,000 is
//! shown as "£36.1 million", the line at 30,000,000 says "£30 million".

use crate::prose::chart::ChartValue;
use rust_decimal::Decimal;

/// How the numbers of a chart are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pattern<'v> {
    before: &'v str,
    after: &'v str,
    /// What one of the written number stands for.
    unit: Decimal,
}

impl<'v> Pattern<'v> {
    /// The pattern of the largest value: it has the words that fit the scale best.
    pub(super) fn of(values: impl Iterator<Item = &'v ChartValue>) -> Pattern<'v> {
        let largest = values.reduce(|best, one| if one.value.abs() > best.value.abs() { one } else { best });
        largest.and_then(read).unwrap_or(Pattern { before: "", after: "", unit: Decimal::ONE })
    }

    /// A number in this pattern, with a true minus and commas.
    pub(super) fn write(&self, value: Decimal) -> String {
        let number = value.checked_div(self.unit).unwrap_or(value).normalize();
        let minus = if number < Decimal::ZERO { "\u{2212}" } else { "" };
        let digits = number.abs().to_string();
        let (whole, rest) = digits.split_once('.').map_or((digits.as_str(), None), |(whole, rest)| (whole, Some(rest)));
        let mut grouped = String::new();
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        let rest = rest.map(|rest| format!(".{rest}")).unwrap_or_default();
        // Nothing is nothing: not "£0 million".
        if number.is_zero() && self.unit != Decimal::ONE {
            return format!("{}0", self.before);
        }
        format!("{minus}{}{grouped}{rest}{}", self.before, self.after)
    }
}

/// A label taken apart; nothing where its number is not the value in a unit of thousands.
fn read(value: &ChartValue) -> Option<Pattern<'_>> {
    let label = value.label.trim().trim_start_matches(['-', '\u{2212}']);
    let from = label.find(|c: char| c.is_ascii_digit())?;
    let (before, rest) = label.split_at_checked(from)?;
    let to = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.'))).unwrap_or(rest.len());
    let number = rest.get(..to)?.trim_end_matches([',', '.']);
    let after = rest.get(number.len()..)?;
    if after.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let written: Decimal = number.replace(',', "").parse().ok()?;
    let before = before.trim_start_matches(['-', '\u{2212}']);
    let mut unit = Decimal::ONE;
    for _ in 0..5 {
        let shown = written.checked_mul(unit)?;
        // The label may be rounded, by half of its last place at most.
        let near = shown.checked_sub(value.value.abs())?.abs();
        if near.checked_mul(Decimal::from(20))? <= shown && !shown.is_zero() {
            return Some(Pattern { before, after, unit });
        }
        unit = unit.checked_mul(Decimal::ONE_THOUSAND)?;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_speak_like_the_values() {
        for (value, label, tick, expected) in [
            ("36100000", "£36.1 million", "30000000", "£30 million"),
            ("36100000", "£36.1 million", "500000", "£0.5 million"),
            ("36100000", "£36.1 million", "0", "£0"),
            ("1884", "1,884", "2000", "2,000"),
            ("0.98", "98%", "0.5", "0.5"),
            ("98", "98%", "50", "50%"),
            ("-57", "\u{2212}57", "-1250.5", "\u{2212}1,250.5"),
            ("57", "\u{2212}£57", "0", "£0"),
            ("12", "1 in 4", "10", "10"),
            ("12", "a dozen", "1000000", "1,000,000"),
            ("3", "3 days", "2", "2 days"),
        ] {
            let value = ChartValue { value: value.parse().unwrap(), label: label.to_owned() };
            let pattern = Pattern::of([&value].into_iter());
            assert_eq!(pattern.write(tick.parse().unwrap()), expected, "{label}");
        }
    }
}
