//! Whether a value meets its target.

use super::{Bound, Target};
use crate::figure::amount::{read_leading, shown};
use crate::figure::{Amount, Decimal, Unit};

/// What became of a target in a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// The value meets it.
    Met,
    /// The value misses it by no more than the margin.
    Nearly,
    /// The value misses it.
    NotMet,
    /// There is no value.
    NoData,
}

impl Standing {
    /// The interface word for it.
    pub fn key(self) -> &'static str {
        match self {
            Standing::Met => "scorecard_met",
            Standing::Nearly => "scorecard_nearly_met",
            Standing::NotMet => "scorecard_not_met",
            Standing::NoData => "scorecard_no_data",
        }
    }

    /// Its name for shapes, and in messages.
    pub fn word(self) -> &'static str {
        match self {
            Standing::Met => "met",
            Standing::Nearly => "nearly-met",
            Standing::NotMet => "not-met",
            Standing::NoData => "no-data",
        }
    }
}

/// By how much a value may miss a target and still nearly meet it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Margin {
    /// How much.
    amount: Amount,
    /// Whether it is a number alone, which takes the unit of the target.
    bare: bool,
}

/// Reads a margin: `5`, `5%`, `£50,000`, `2 days`.
///
/// # Errors
/// A message and a way to mend it, for what is no number, or not more than nothing.
pub fn parse_margin(text: &str) -> Result<Margin, (String, String)> {
    let help = || "write by how much a value may miss the target: margin: 2".to_owned();
    let words = |rest: &str| rest.chars().all(|c| c.is_alphabetic() || c == ' ');
    let Some((written, _)) = read_leading(text).filter(|(_, rest)| words(rest)) else {
        return Err((format!("{} is no margin", shown(text)), help()));
    };
    let amount = written.amount();
    if amount.value <= Decimal::ZERO {
        let message = format!("a margin of {} lets no value nearly meet its target", shown(text));
        return Err((message, "leave it out, or write a number above 0".into()));
    }
    Ok(Margin { amount, bare: written.unit.is_none() })
}

impl Margin {
    /// Whether it says something for targets in this unit.
    pub fn fits(&self, unit: Unit) -> bool {
        match self.amount.unit {
            _ if self.bare => true,
            Unit::Percent => true,
            Unit::Points => unit.is_percent(),
            own => own == unit,
        }
    }

    /// How far a value in `unit` may be from a bound; `None` where that cannot be said exactly.
    fn reach(&self, bound: &Amount, unit: Unit) -> Option<Decimal> {
        if !self.fits(unit) {
            return None;
        }
        // Of percentages, 5% is taken as percentage points, as everybody does who sets margins.
        let share = self.amount.unit == Unit::Percent && !unit.is_percent();
        if share {
            let hundredfold = bound.value.abs().checked_mul(self.amount.value)?;
            hundredfold.checked_div(Decimal::ONE_HUNDRED)
        } else {
            Some(self.amount.value)
        }
    }
}

/// What a value makes of a target; `None` if it counts something else.
pub fn judge_value(value: &Amount, target: &Target, margin: Option<&Margin>) -> Option<Standing> {
    if !target.fits(value) {
        return None;
    }
    let (met, missed) = match &target.bound {
        Bound::Least { of, strict } => (value.value > of.value || (!strict && value.value == of.value), of),
        Bound::Most { of, strict } => (value.value < of.value || (!strict && value.value == of.value), of),
        Bound::Between(from, to) => {
            let missed = if value.value < from.value { from } else { to };
            ((from.value..=to.value).contains(&value.value), missed)
        }
    };
    if met {
        return Some(Standing::Met);
    }
    let near = margin.and_then(|margin| {
        let gap = value.value.checked_sub(missed.value)?.abs();
        Some(gap <= margin.reach(missed, value.unit)?)
    });
    Some(if near == Some(true) { Standing::Nearly } else { Standing::NotMet })
}
