//! Rules that need more than one document, or the finished page. It gives diagnostics and
//! facts; it changes nothing.

mod finished;
mod links;
mod pictures;

pub use finished::{FinishedPage, check_anchors, finished_page};
pub use links::{AnchorUse, Links, check_links};
