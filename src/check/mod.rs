//! Rules that need more than one document, or the finished page. It gives diagnostics and
//! facts; it changes nothing.

mod briefings;
mod chosen;
mod committees;
mod finished;
mod library;
mod links;
mod page;
mod paragraphs;
mod pictures;
mod promises;
mod registers;
mod reports;
mod retold;
mod summary;

pub use briefings::check_briefings;
pub use chosen::check_chosen_actions;
pub use finished::{FinishedPage, check_anchors, finished_page};
pub use links::{AnchorUse, Links, check_links};
pub use page::{Finding, PageStyle, check_page};
pub use promises::check_promises;
pub use registers::check_registers;
pub use retold::check_retold;
pub use summary::{DocumentSummary, EasyReadSummary, EditionAge, Fault, Summary, TextSummary};
