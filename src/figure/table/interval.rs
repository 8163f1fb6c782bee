//! Between which bounds a number lies that was rounded to its last digit.

use crate::figure::{Amount, Decimal};

/// Bounds, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Interval {
    pub(super) low: Decimal,
    pub(super) high: Decimal,
}

impl Interval {
    /// The bounds of what was rounded to this amount. `None` where they leave what a decimal holds.
    pub(super) fn of(amount: &Amount) -> Option<Interval> {
        let half = half_step(amount)?;
        Some(Interval { low: amount.value.checked_sub(half)?, high: amount.value.checked_add(half)? })
    }

    /// The bounds of several values.
    pub(super) fn around(values: impl IntoIterator<Item = Option<Decimal>>) -> Option<Interval> {
        let mut all: Option<Interval> = None;
        for value in values {
            let value = value?;
            let Interval { low, high } = all.unwrap_or(Interval { low: value, high: value });
            all = Some(Interval { low: low.min(value), high: high.max(value) });
        }
        all
    }

    /// Both bounds.
    pub(super) fn ends(self) -> [Decimal; 2] {
        [self.low, self.high]
    }

    /// The bounds of a sum.
    pub(super) fn plus(self, other: Interval) -> Option<Interval> {
        Some(Interval { low: self.low.checked_add(other.low)?, high: self.high.checked_add(other.high)? })
    }

    /// Whether both could be the same number.
    pub(super) fn meets(self, other: Interval) -> bool {
        self.low <= other.high && other.low <= self.high
    }
}

/// Half of the last digit that was written.
fn half_step(amount: &Amount) -> Option<Decimal> {
    let five = Decimal::from(5);
    let step = amount.step.checked_sub(1)?;
    if step >= 0 {
        let factor = 10_i128.checked_pow(step.unsigned_abs())?;
        five.checked_mul(Decimal::try_from_i128_with_scale(factor, 0).ok()?)
    } else {
        Decimal::try_from_i128_with_scale(5, step.unsigned_abs()).ok()
    }
}
