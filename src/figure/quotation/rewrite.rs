//! Another number in the way that the author wrote the old one: with the same unit, the same size word, the
//! same number of digits, the same commas.

use super::super::amount::{Amount, Decimal};
use super::{Mistake, Quoted, Verdict, read_quotation};
use rust_decimal::RoundingStrategy;
use std::ops::Range;

/// The number that would be right in the place of the one that was written, with that one's place in the text.
/// `before` and `text` are what [`read_quotation`] was asked with, and `judge` is what judged it. Nothing where
/// more than the number is wrong, where it is written in words, or where none that is written like it is right.
pub fn rewrite(
    before: &str,
    text: &str,
    quoted: &Quoted,
    truth: &Amount,
    judge: fn(&Quoted, &Amount) -> Verdict,
) -> Option<(Range<usize>, String)> {
    if !matches!(judge(quoted, truth), Verdict::Wrong { mistake: Mistake::Number, .. }) {
        return None;
    }
    let number = text.get(quoted.range.clone())?;
    let start = number.find(|c: char| c.is_ascii_digit())?;
    let end = number.rfind(|c: char| c.is_ascii_digit())? + 1;
    let written = Digits::read(number.get(start..end)?)?;
    // What one of the author's units stands for: a million in `£36.1 million`.
    let size = quoted.amount.value.abs().checked_div(written.value)?;
    let value = truth.value.abs().checked_div(size)?;
    let strategies = [RoundingStrategy::MidpointAwayFromZero, RoundingStrategy::ToZero, RoundingStrategy::AwayFromZero];
    // A round number that is not meant exactly stays one: about 1,900, and not about 2,134.
    let zeros = if quoted.qualifier.is_some() { written.zeros } else { 0 };
    let round = [zeros, 0].into_iter().flat_map(|zeros| strategies.map(|strategy| (zeros, strategy)));
    let place = quoted.range.start + start..quoted.range.start + end;
    round
        .filter_map(|(zeros, strategy)| written.like(value, zeros, strategy))
        .find(|new| {
            // Nothing is left of it where it is rounded like that.
            let vanishes = !truth.value.is_zero() && !new.contains(|c: char| matches!(c, '1'..='9'));
            if vanishes {
                return false;
            }
            let whole = [text.get(..place.start), Some(new.as_str()), text.get(place.end..)];
            let whole: Option<String> = whole.into_iter().collect();
            let again = whole.and_then(|whole| read_quotation(before, &whole).ok());
            again.is_some_and(|again| judge(&again, truth) == Verdict::Right)
        })
        .map(|new| (place, new))
}

/// A number in digits, and how it was written.
struct Digits {
    value: Decimal,
    /// Digits behind the point.
    decimals: u32,
    /// How many zeros it ends with, in front of the point, where none stand behind it.
    zeros: u32,
    /// Whether thousands are set apart, or would be.
    commas: bool,
}

impl Digits {
    fn read(text: &str) -> Option<Digits> {
        let plain: String = text.chars().filter(|c| *c != ',').collect();
        let value: Decimal = plain.parse().ok()?;
        let whole = plain.split('.').next().unwrap_or_default();
        let zeros = whole.len() - whole.trim_end_matches('0').len();
        Some(Digits {
            value,
            decimals: value.scale(),
            zeros: if value.scale() == 0 { u32::try_from(zeros).ok()? } else { 0 },
            commas: text.contains(',') || whole.len() < 4,
        })
    }

    /// A value written like this one, with `zeros` at its end.
    fn like(&self, value: Decimal, zeros: u32, strategy: RoundingStrategy) -> Option<String> {
        let unit = Decimal::from(10_u64.checked_pow(zeros)?);
        let mut value = value.checked_div(unit)?.round_dp_with_strategy(self.decimals, strategy).checked_mul(unit)?;
        value.rescale(self.decimals);
        let text = value.to_string();
        if !self.commas {
            return Some(text);
        }
        let (whole, rest) = text.split_once('.').map_or((text.as_str(), None), |(whole, rest)| (whole, Some(rest)));
        let mut out = String::new();
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                out.push(',');
            }
            out.push(digit);
        }
        if let Some(rest) = rest {
            out.push('.');
            out.push_str(rest);
        }
        Some(out)
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::amount::parse_amount;
    use super::super::judge;
    use super::*;

    fn becomes(text: &str, truth: &str, wanted: Option<&str>) {
        let (Ok(quoted), Ok(truth)) = (read_quotation("", text), parse_amount(truth)) else {
            return assert_eq!(text, "readable");
        };
        let new = rewrite("", text, &quoted, &truth, judge).map(|(range, new)| {
            let mut whole = text.to_owned();
            whole.replace_range(range, &new);
            whole
        });
        assert_eq!(new.as_deref(), wanted, "{text}");
    }

    #[test]
    fn a_number_is_written_like_the_old_one() {
        becomes("£36 million", "£37,120,000", Some("£37 million"));
        becomes("£36.1m", "£37,120,000", Some("£37.1m"));
        becomes("about 1,900 people", "2,134", Some("about 2,100 people"));
        becomes("over 1,900", "2,134", Some("over 2,100"));
        becomes("nearly 1,900", "2,134", Some("nearly 2,200"));
        becomes("1,900", "2,134", Some("2,134"));
        becomes("950 people", "1,034", Some("1,034 people"));
        becomes("4250", "14,310", Some("14310"));
        becomes("a 92.5% rise", "93.04%", Some("a 93.0% rise"));
        becomes("£5,661k", "£6,012,400", Some("£6,012k"));
    }

    #[test]
    fn what_is_more_than_a_number_is_left() {
        becomes("36 million", "£37,120,000", None);
        becomes("four", "5", None);
        becomes("1,884", "1,884", None);
        becomes("-31", "57", None);
        becomes("£0.1 million", "£1,200", None);
    }
}
