//! What can be counted and dated. So far: dates and periods, parsed strictly from text and
//! formatted apart, and numbers found in running text. Amounts, units and indicators belong
//! here too.

mod date;
mod loose;
mod period;
mod reference;

pub use date::{date_words, parse_date};
pub use jiff::civil::Date;
pub use loose::loose_figures;
pub use reference::{Derived, Reference, is_figure_id, parse_reference};
pub use period::{Period, Season, parse_period};

/// Looks up an interface word by its key, with values for its placeholders.
pub type Word<'a> = &'a dyn Fn(&str, &[(&str, &str)]) -> String;
