//! The numbers of published paragraphs, as `paragraphs.yaml` keeps them: so that none of them ever
//! changes without a word.

mod align;
mod check;
mod compare;
mod record;
mod sections;
mod told;

pub(in crate::content) use check::check_record;
pub use compare::{Changed, changed_numbers};
pub(in crate::content) use record::decode_record;
pub use record::{Record, Recorded, RecordedParagraph, record_text};
