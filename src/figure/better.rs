//! Which direction of a number is good.

use super::Amount;

/// Which direction is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
}

impl Better {
    /// Whether a change is for the better; `None` if there is none.
    pub fn of(self, change: &Amount) -> Option<bool> {
        let up = change.value.is_sign_positive();
        (!change.value.is_zero()).then_some(up == (self == Better::Higher))
    }
}
