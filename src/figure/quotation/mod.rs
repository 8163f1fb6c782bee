//! What an author wrote around a figure, and whether it is right. Which figure is quoted, and
//! from where, is no concern of this folder.
//!
//! A quotation is right when all of this holds.
//!
//! 1. **The unit.** `£` is written with pounds (or stands directly before the link), `%` or
//!    "per cent" with percentages, "percentage points" with differences between percentages.
//!    Counts have none.
//! 2. **The direction of a change.** A change may be written with its sign, or with a word that
//!    says its direction: more, higher, rise, up, … or fewer, less, lower, fall, down, …; without
//!    either it is an increase. A level ("fell to 1,884") needs no direction.
//! 3. **The number.**
//!    - Alone: the truth, rounded half away from zero to the last digit that was written, is what
//!      was written. `£36.1 million` is right for £36,120,000.
//!    - Over, more than, at least, just over: the truth is greater ("at least": or the same), and
//!      what was written is at least nine tenths of it. "Over 1,000" is true for 1,884 and
//!      misleads.
//!    - Under, fewer than, up to, nearly, almost: the truth is smaller ("up to": or the same), and
//!      what was written is at most a ninth more.
//!    - About, around, some: within 5 per cent; or what was written is the truth rounded to its
//!      own leading digits and within a fifth of it; or it would be right alone. "About 2,000" is
//!      right for 1,884, "about 100" is not for 149.
//!
//!    With "the" before the number ("less than the £3.172 million") such words compare it with
//!    another, and say nothing of it.
//!
//!    These compare sizes: "over £5,000 less" is right for a change of -£5,200.

mod direction;
mod judge;
mod qualifier;
mod read;
mod rewrite;

pub use direction::Direction;
pub use judge::{Mistake, Suggestion, Verdict, explain, judge, judge_change};
pub use qualifier::Qualifier;
pub use read::read_quotation;
pub use rewrite::rewrite;

use super::amount::{Amount, Unit};
use std::ops::Range;

/// What a quotation says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quoted {
    /// The number as written; a count where no unit was written.
    pub amount: Amount,
    /// The unit, if one was written.
    pub unit: Option<Unit>,
    /// Whether a sign was written.
    pub signed: bool,
    /// Where the amount stands in the text, in bytes.
    pub range: Range<usize>,
    /// The words that make it less than exact.
    pub qualifier: Option<Qualifier>,
    /// The direction of a change, if words say it.
    pub direction: Option<Direction>,
}

/// A word as it is compared: in small letters, without the signs around it.
fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

#[cfg(test)]
mod tests;
