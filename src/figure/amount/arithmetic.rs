//! Sums, differences, shares. What cannot be exact, or has no sense, is `None`; only divisions
//! are cut, after 28 digits.

use super::exact::{decimal, rounded, step_of};
use super::{Amount, Decimal, Unit};

impl Amount {
    /// Rounded to a multiple of ten to the power of `step`, half away from zero: -1 for one
    /// decimal, 3 for thousands. `None` if the result is too large to be kept.
    pub fn rounded(&self, step: i32) -> Option<Amount> {
        let value = rounded(self.value, step)?;
        Some(Amount { value, unit: self.unit, step: self.step.max(step) })
    }

    /// Whether this is what is written for `exact` when it is rounded as finely as this was.
    pub fn is_rounding_of(&self, exact: Decimal) -> bool {
        rounded(exact, self.step) == Some(self.value)
    }

    /// Both together. `None` if the units differ or the sum is too large to be exact.
    pub fn checked_add(&self, other: &Amount) -> Option<Amount> {
        if self.unit != other.unit {
            return None;
        }
        let value = exact_sum(self.value, other.value)?;
        Some(Amount { value, unit: self.unit, step: self.step.min(other.step) })
    }

    /// This without the other. `None` if the units differ or the difference is too large to be
    /// exact.
    pub fn checked_sub(&self, other: &Amount) -> Option<Amount> {
        self.checked_add(&other.negated())
    }

    /// So many times as much. `None` if the product is too large to be exact.
    pub fn checked_mul(&self, by: Decimal) -> Option<Amount> {
        let (value, by) = (self.value.normalize(), by.normalize());
        let product = value.checked_mul(by)?;
        // A product with fewer places than its factors together was rounded to fit.
        let exact = value.is_zero() || by.is_zero() || product.scale() == value.scale() + by.scale();
        let step = self.step.saturating_add(step_of(by));
        exact.then_some(Amount { value: product, unit: self.unit, step })
    }

    /// A part of it. `None` for parts by 0, and where the result is too large.
    pub fn checked_div(&self, by: Decimal) -> Option<Amount> {
        Some(Amount::exact(self.value.checked_div(by)?, self.unit))
    }

    /// With the other sign.
    pub fn negated(&self) -> Amount {
        Amount { value: if self.value.is_zero() { Decimal::ZERO } else { -self.value }, ..*self }
    }

    /// Without its sign.
    pub fn magnitude(&self) -> Amount {
        if self.value < Decimal::ZERO { self.negated() } else { *self }
    }

    /// How much more this is than what was before; between percentages, in percentage points.
    pub fn change_from(&self, before: &Amount) -> Option<Amount> {
        let change = self.checked_sub(before)?;
        let unit = if self.unit == Unit::Percent { Unit::Points } else { self.unit };
        Some(Amount { unit, ..change })
    }

    /// By how much per cent this is more than what was before. `None` where nothing or less than
    /// nothing was before: no percentage makes sense then.
    pub fn percent_change_from(&self, before: &Amount) -> Option<Amount> {
        let change = self.checked_sub(before)?;
        if before.value <= Decimal::ZERO { None } else { percentage(change.value, before.value) }
    }

    /// How much per cent of the whole this is. `None` if the units differ, or the whole is nothing.
    pub fn share_of(&self, whole: &Amount) -> Option<Amount> {
        if self.unit == whole.unit { percentage(self.value, whole.value) } else { None }
    }
}

fn percentage(part: Decimal, whole: Decimal) -> Option<Amount> {
    let hundredfold = part.checked_mul(decimal(100, 0)?)?;
    Some(Amount::exact(hundredfold.checked_div(whole)?, Unit::Percent))
}

/// A sum that was not rounded to fit.
fn exact_sum(first: Decimal, second: Decimal) -> Option<Decimal> {
    let (first, second) = (first.normalize(), second.normalize());
    let sum = first.checked_add(second)?;
    let exact = sum.is_zero() || sum.scale() >= first.scale().max(second.scale());
    exact.then_some(sum)
}
