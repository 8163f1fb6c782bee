//! What can be counted and dated: dates, periods, amounts with their units, all parsed strictly
//! from text and formatted apart; quotations of figures and whether they are right; numbers
//! found in running text; what must hold in tables; targets and whether they are met.

mod amount;
mod better;
mod date;
mod day;
mod format;
mod loose;
mod period;
mod quotation;
mod reference;
mod scorecard;
mod table;

pub use amount::{Amount, Datum, Decimal, Measure, Unit, parse_amount, parse_datum, parse_measure};
pub use better::Better;
pub use date::{date_words, is_month, parse_date};
pub use day::{DayOrder, WrittenDay, parse_written_day, whole_months};
pub use format::{amount_cell, amount_plain, amount_words, change_words, count_text};
pub use jiff::civil::Date;
pub use loose::loose_figures;
pub use period::{Period, Season, parse_period};
pub use quotation::{
    Direction, Mistake, Qualifier, Quoted, Suggestion, Verdict, explain, judge, judge_change, read_quotation, rewrite,
};
pub use reference::{Derived, Reference, is_figure_id, parse_reference};
pub use scorecard::{
    Bound, Margin, Standing, Target, Trend, judge_value, parse_margin, parse_target, read_value, trend,
};
pub use table::{
    Checked, Claim, Clue, Content, Equation, EquationFault, Finding, Formula, Grid, GridColumn, GridRow, Level, Parts,
    PartsFault, Problem, Rounding, Stuck, check_grid, circles, clue, parse_equation, parts_of_totals, read_content,
};

/// Looks up an interface word by its key, with values for its placeholders.
pub type Word<'a> = &'a dyn Fn(&str, &[(&str, &str)]) -> String;
