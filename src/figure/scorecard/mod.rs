//! Key performance indicators: what a target says, whether a value meets it, and whether the value
//! before was better. Pure: where targets and values stand, others know.

mod judge;
mod phrases;
mod target;
#[cfg(test)]
mod tests;
mod trend;
mod value;

pub use judge::{Margin, Standing, judge_value, parse_margin};
pub use target::parse_target;
pub use trend::{Trend, trend};
pub use value::read_value;

use super::{Amount, Unit};

/// What an indicator should reach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The number and the side that is good.
    pub bound: Bound,
    /// The words behind the number, in small letters: "within 3 working days". They say what is
    /// counted, and may stand behind a value too.
    pub words: String,
}

/// The number of a target and the side of it that is good. The amounts of one bound have one unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// A minimum. `strict` says that the number itself is too little ("more than 90%").
    Least {
        /// The minimum.
        of: Amount,
        /// Whether a value must be more.
        strict: bool,
    },
    /// A maximum. `strict` says that the number itself is too much ("less than 5%").
    Most {
        /// The maximum.
        of: Amount,
        /// Whether a value must be less.
        strict: bool,
    },
    /// A range; both ends belong to it.
    Between(Amount, Amount),
}

impl Bound {
    /// Its number; of a range the lower one.
    pub fn amount(&self) -> &Amount {
        match self {
            Bound::Least { of, .. } | Bound::Most { of, .. } | Bound::Between(of, _) => of,
        }
    }
}

impl Target {
    /// What its values are counted in; `None` where the target is none at all, which is the same
    /// in every unit.
    pub fn unit(&self) -> Option<Unit> {
        let amount = self.bound.amount();
        let none = amount.value.is_zero() && amount.unit == Unit::Count && matches!(self.bound, Bound::Most { .. });
        (!none).then_some(amount.unit)
    }

    /// Whether a value can be held against it.
    pub fn fits(&self, value: &Amount) -> bool {
        self.unit().is_none_or(|unit| unit == value.unit)
    }
}
