//! The numbers of published paragraphs, as `paragraphs.yaml` keeps them: so that none of them ever
//! changes without a word.

mod check;
mod record;

pub(in crate::content) use check::check_paragraphs;
pub(in crate::content) use record::decode_record;
pub use record::{Record, Recorded, record_text};
