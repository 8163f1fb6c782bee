//! Mending: the edits that diagnostics bring made in memory, round after round until nothing is left, and
//! the proof that no text says anything else than before. Nothing is written here.

mod apply;
mod fold;
mod overlay;
mod proof;
mod rounds;

pub use proof::says_the_same;
pub use rounds::{MendedFile, Plan, Reason, Refusal, Selection, plan};
