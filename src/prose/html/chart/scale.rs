//! From numbers to places in the picture, in hundredths of a percent. Decimals all the way and
//! whole numbers at the end: the picture is the same on every computer.

use rust_decimal::Decimal;

/// The whole width or height of a picture.
pub(super) const WHOLE: u32 = 10_000;

/// A range of numbers, laid on a picture from 0 to [`WHOLE`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Scale {
    low: Decimal,
    high: Decimal,
    /// Round numbers at both ends and between them.
    pub(super) ticks: Vec<Decimal>,
}

impl Scale {
    /// From zero to the numbers, without room to spare: bars must begin at zero, and the
    /// longest may take all the room there is.
    pub(super) fn from_zero(values: impl Iterator<Item = Decimal>) -> Scale {
        let (low, high) = values.fold((Decimal::ZERO, Decimal::ZERO), |(low, high), one| (low.min(one), high.max(one)));
        Scale { low, high, ticks: Vec::new() }
    }

    /// Between round numbers, for lines. Zero is on it, unless the numbers are so far from
    /// zero that their changes could not be seen.
    pub(super) fn round(values: impl Iterator<Item = Decimal>) -> Scale {
        let ends = values.fold(None, |ends: Option<(Decimal, Decimal)>, one| {
            Some(ends.map_or((one, one), |(low, high)| (low.min(one), high.max(one))))
        });
        let (mut low, mut high) = ends.unwrap_or_default();
        let (near, far) = if low.abs() < high.abs() { (low, high) } else { (high, low) };
        let far_from_zero = near.checked_mul(Decimal::TWO).is_none_or(|twice| twice.abs() > far.abs());
        if low == high || !(far_from_zero && near.is_sign_negative() == far.is_sign_negative()) {
            (low, high) = (low.min(Decimal::ZERO), high.max(Decimal::ZERO));
        }
        if low == high {
            high = Decimal::ONE;
        }
        let ticks = ticks(low, high).unwrap_or_else(|| vec![low, high]);
        let (low, high) = (ticks.first().copied().unwrap_or(low), ticks.last().copied().unwrap_or(high));
        Scale { low, high, ticks }
    }

    /// Where a number is.
    pub(super) fn place(&self, value: Decimal) -> u32 {
        // A tenth of everything has the same places, and fits where the difference does not.
        let share = share(value, self.low, self.high)
            .or_else(|| share(value / Decimal::TEN, self.low / Decimal::TEN, self.high / Decimal::TEN));
        share.unwrap_or(0).min(WHOLE)
    }

    /// Whether there are numbers below zero.
    pub(super) fn signed(&self) -> bool {
        self.low < Decimal::ZERO
    }

    /// Whether zero is on it.
    pub(super) fn has_zero(&self) -> bool {
        self.low <= Decimal::ZERO && self.high >= Decimal::ZERO
    }
}

fn share(value: Decimal, low: Decimal, high: Decimal) -> Option<u32> {
    let part = value.checked_sub(low)?.checked_div(high.checked_sub(low)?)?;
    u32::try_from(part.checked_mul(Decimal::from(WHOLE))?.round()).ok()
}

/// Three to six multiples of 1, 2 or 5 times a power of ten, the first and the last around
/// the range.
fn ticks(low: Decimal, high: Decimal) -> Option<Vec<Decimal>> {
    let about = high.checked_sub(low)?.checked_div(Decimal::from(3))?;
    let mut power = Decimal::ONE;
    while let Some(next) = power.checked_mul(Decimal::TEN).filter(|next| *next <= about) {
        power = next;
    }
    while power > about && !power.is_zero() {
        power /= Decimal::TEN;
    }
    let step = [1, 2, 5, 10]
        .into_iter()
        .find_map(|times| power.checked_mul(Decimal::from(times)).filter(|step| *step >= about && !step.is_zero()))?;
    let mut at = low.checked_div(step)?.floor().checked_mul(step)?;
    let mut ticks = vec![at.normalize()];
    const MOST: usize = 8;
    while at < high && ticks.len() < MOST {
        at = at.checked_add(step)?;
        ticks.push(at.normalize());
    }
    (at >= high).then_some(ticks)
}

/// A place as SVG has it: `63.25%`.
pub(super) fn percent(place: u32) -> String {
    match (place / 100, place % 100) {
        (whole, 0) => format!("{whole}%"),
        (whole, rest) => format!("{whole}.{rest:02}%"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(texts: &[&str]) -> Vec<Decimal> {
        texts.iter().map(|text| Decimal::from_scientific(text).or_else(|_| text.parse()).unwrap()).collect()
    }

    fn ticks_of(texts: &[&str]) -> String {
        let scale = Scale::round(numbers(texts).into_iter());
        scale.ticks.iter().map(Decimal::to_string).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn ticks_are_few_and_round() {
        for (values, expected) in [
            (&["4.2", "5.7"][..], "4 4.5 5 5.5 6"),
            (&["0", "5.7"], "0 2 4 6"),
            (&["1", "9"], "0 5 10"),
            (&["-3", "8"], "-5 0 5 10"),
            (&["-9", "-8"], "-9 -8.5 -8"),
            (&["36100000", "1200000"], "0 20000000 40000000"),
            (&["0.00012", "0.0005"], "0 0.0002 0.0004 0.0006"),
            (&["7"], "0 5 10"),
            (&["0", "0"], "0 0.5 1"),
            (&[], "0 0.5 1"),
            (&["100", "101"], "100 100.5 101"),
        ] {
            assert_eq!(ticks_of(values), expected, "{values:?}");
        }
    }

    #[test]
    fn places_are_shares_of_the_whole() {
        let scale = Scale::from_zero(numbers(&["30", "-10", "0"]).into_iter());
        let places: Vec<u32> = numbers(&["-10", "0", "15", "30"]).into_iter().map(|one| scale.place(one)).collect();
        assert_eq!((places, scale.signed()), (vec![0, 2500, 6250, 10_000], true));
        assert_eq!(percent(6250), "62.50%");
        assert_eq!(percent(205), "2.05%");
        assert_eq!(percent(WHOLE), "100%");
    }

    #[test]
    fn the_limits_of_the_numbers_are_no_limits_of_the_picture() {
        let far = Scale::from_zero([Decimal::MAX, Decimal::MIN].into_iter());
        assert_eq!(far.place(Decimal::ZERO), 5000);
        assert_eq!(far.place(Decimal::MAX), WHOLE);
        assert!(Scale::round([Decimal::MAX, Decimal::MIN].into_iter()).ticks.len() >= 2);
        assert!(Scale::round([Decimal::MAX].into_iter()).ticks.len() >= 2);
        let least = Decimal::new(1, 28);
        let near = Scale::from_zero([least].into_iter());
        assert_eq!((near.place(least), near.place(Decimal::ZERO)), (WHOLE, 0));
        assert!(Scale::round([least].into_iter()).ticks.len() >= 2);
        let nothing = Scale::from_zero([Decimal::ZERO].into_iter());
        assert_eq!(nothing.place(Decimal::ZERO), 0);
    }
}
