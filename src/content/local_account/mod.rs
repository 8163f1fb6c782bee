//! The Local Account: a council's yearly report of its adult social care.

mod check;
mod decode;
mod model;

pub use check::check;
pub use decode::{read_role, roles};
pub use model::Role;
