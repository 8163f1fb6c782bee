//! Whether a value is better than the one before.

use super::{Bound, Target};
use crate::figure::{Amount, Decimal};

/// A value set beside the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trend {
    /// How much more it is; between percentages, in percentage points.
    pub change: Amount,
    /// Whether that is for the better; `None` if it is neither.
    pub better: Option<bool>,
}

/// How a value changed. More is better under a minimum, less under a maximum. Of a range, nearer is
/// better, and within it no value is better than another.
/// `None` if the two cannot be compared.
pub fn trend(now: &Amount, before: &Amount, target: &Target) -> Option<Trend> {
    if !target.fits(now) {
        return None;
    }
    let change = now.change_from(before)?;
    let good = |gain: Decimal| (!gain.is_zero()).then(|| gain.is_sign_positive());
    let better = match &target.bound {
        Bound::Least { .. } => good(change.value),
        Bound::Most { .. } => good(-change.value),
        Bound::Between(from, to) => {
            let away = |value: &Amount| match value.value {
                value if value < from.value => from.value.checked_sub(value),
                value if value > to.value => value.checked_sub(to.value),
                _ => Some(Decimal::ZERO),
            };
            good(away(before)?.checked_sub(away(now)?)?)
        }
    };
    Some(Trend { change, better })
}
