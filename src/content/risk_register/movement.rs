//! How a risk moved from one register to the next. Only its score now counts: the score before
//! controls says nothing of what was done.

use super::{Register, Risk};
use std::cmp::Ordering;

/// How a risk moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Movement {
    /// Its score is higher.
    Up,
    /// It was not in the register before.
    New,
    /// Its score is lower.
    Down,
    /// Its score is the same.
    Same,
}

impl Movement {
    /// All of them, in the order in which pages list them.
    pub const ALL: [Movement; 4] = [Movement::Up, Movement::New, Movement::Down, Movement::Same];

    /// The word that files, templates and styles know it by.
    pub fn word(self) -> &'static str {
        match self {
            Movement::Up => "up",
            Movement::New => "new",
            Movement::Down => "down",
            Movement::Same => "same",
        }
    }
}

/// How a risk moved since the register before; nothing where one of the two has no score.
pub fn movement(risk: &Risk, before: &Register) -> Option<Movement> {
    let Some(then) = before.risk(&risk.id.value) else { return Some(Movement::New) };
    Some(match risk.now()?.score().cmp(&then.now()?.score()) {
        Ordering::Greater => Movement::Up,
        Ordering::Less => Movement::Down,
        Ordering::Equal => Movement::Same,
    })
}
