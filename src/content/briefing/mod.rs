//! The information briefing: a pack of papers for a committee.

mod check;
mod decode;
mod model;

pub(in crate::content) use check::check_reports;
pub(in crate::content) use decode::decode_briefing;
pub use model::{Briefing, Item, Paper, Purpose};
