//! The action plan: promises under priorities, each with a lead and a date, and the dated rounds
//! in which the council reports on them. An action is written once; what becomes of it stands in
//! the rounds (`updates/DATE.yaml`).

mod check;
mod decode;
mod model;
mod round;
mod state;
mod texts;
mod timescale;

pub use check::check_plan;
pub(super) use decode::{decode_plan, status_words};
pub use model::{Action, ActionPlan, Entry, Measure, Objective, Priority, Rag, Removal, Round, Status, StatusWords};
pub(super) use round::decode_round;
pub use state::{Change, Past, State, actions, state_of, state_then};
pub(super) use texts::texts;
