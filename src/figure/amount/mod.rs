//! Amounts: exact numbers with their unit, and how finely they were written. Nothing here goes
//! through a floating-point number, and nothing is rounded unless the caller says to what.

mod arithmetic;
mod datum;
mod digits;
mod exact;
mod measure;
mod words;
mod written;

pub use datum::{Datum, parse_datum};
pub use measure::{Measure, parse_measure};
pub use rust_decimal::Decimal;

pub(super) use exact::{digit_text, power};
pub(super) use measure::is_many;
pub(super) use written::{Written, read_leading, read_written, word};

/// What went wrong, and a way to mend it.
pub(super) type Fault = (String, String);

/// What an amount counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Pounds sterling.
    Pounds,
    /// Hundredths of something: 92.5 stands for 92.5%.
    Percent,
    /// Percentage points: the difference between two percentages.
    Points,
    /// Things, people, days: whatever the noun beside it says.
    Count,
}

impl Unit {
    /// Whether it is a percentage, or the difference between two.
    pub fn is_percent(self) -> bool {
        matches!(self, Unit::Percent | Unit::Points)
    }
}

/// An exact number with its unit and how finely it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Amount {
    /// In single units: 36100000 for £36.1 million.
    pub value: Decimal,
    /// What is counted.
    pub unit: Unit,
    /// The power of ten of the last digit that was written: 5 for £36.1 million, 3 for £5,661k,
    /// -1 for 92.5%, 0 for 1,884.
    pub step: i32,
}

impl Amount {
    /// An exact amount, as fine as its value has digits behind the point.
    pub fn exact(value: Decimal, unit: Unit) -> Amount {
        let value = value.normalize();
        Amount { value, unit, step: exact::step_of(value) }
    }
}

/// Reads an amount: `£36.1 million`, `£5,661k`, `1,884`, `92.5%`, `2.5 percentage points`,
/// `Cr 3,756`, `(3,756)`, `-57`, `twenty`. A number without a unit is a count.
///
/// # Errors
/// A message and a way to mend it, for text that is no amount or has anything besides one.
pub fn parse_amount(text: &str) -> Result<Amount, (String, String)> {
    read_written(text).map(|written| written.amount())
}

/// A text as messages quote it: not longer than a line.
pub(super) fn shown(text: &str) -> String {
    const LONGEST: usize = 60;
    let text = text.trim();
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("`{}…`", text.get(..at).unwrap_or_default()),
        None => format!("`{text}`"),
    }
}

#[cfg(test)]
mod tests;
