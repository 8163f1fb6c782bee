//! What a cell of a table holds: an amount, a day, nothing, or something that is not said.

use crate::figure::{Amount, Date, Datum, Measure, parse_datum};

/// What a cell holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Content {
    /// An amount.
    Amount(Amount),
    /// A day.
    Day(Date),
    /// No amount, and none to come: blank, `N/A`, or words such as "not collected". It adds
    /// nothing to a total.
    #[default]
    Nothing,
    /// An amount that is not said: `TBC`, or withheld because it would point at single people
    /// (`<5`, `*`, `[c]`). What is made from it cannot be checked.
    Unsaid,
    /// Nothing yet: it is to be worked out.
    Pending,
}

impl Content {
    /// The amount, if there is one.
    pub fn amount(&self) -> Option<&Amount> {
        match self {
            Content::Amount(amount) => Some(amount),
            Content::Day(_) | Content::Nothing | Content::Unsaid | Content::Pending => None,
        }
    }

    /// The day, if there is one.
    pub fn day(&self) -> Option<Date> {
        if let Content::Day(day) = self { Some(*day) } else { None }
    }
}

/// Reads a cell. The signs for withheld numbers are those that the Government Analysis Function
/// asks for in spreadsheets, and those that councils use besides.
///
/// # Errors
/// A message and a way to mend it, for digits that are no amount.
pub fn read_content(text: &str, measure: Option<&Measure>) -> Result<Content, (String, String)> {
    let text = text.trim();
    if is_withheld(text) {
        return Ok(Content::Unsaid);
    }
    match parse_datum(text, measure) {
        Ok(Datum::Amount(amount)) => Ok(Content::Amount(amount)),
        Ok(Datum::ToBeConfirmed) => Ok(Content::Unsaid),
        Ok(Datum::NotApplicable | Datum::Blank) => Ok(Content::Nothing),
        Err(_) if !text.contains(|c: char| c.is_ascii_digit()) => Ok(Content::Nothing),
        Err(fault) => Err(fault),
    }
}

fn is_withheld(text: &str) -> bool {
    const SIGNS: [&str; 9] = ["*", "**", "[c]", "[x]", "[low]", "[u]", "[w]", "suppressed", "withheld"];
    let lower = text.to_lowercase();
    let below = ["<", "fewer than ", "less than ", "under "].iter().find_map(|sign| lower.strip_prefix(sign));
    let number = below.map(|number| number.trim().trim_end_matches('%').trim_end());
    SIGNS.contains(&lower.as_str()) || number.is_some_and(is_small)
}

/// Whether a number is one that people hide behind a `<`: 20 at most, with up to three decimals.
fn is_small(number: &str) -> bool {
    let (whole, part) = number.split_once('.').unwrap_or((number, "0"));
    let digits = |text: &str| text.len() <= 3 && !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits(whole) && digits(part) && whole.parse::<u16>().is_ok_and(|whole| whole <= 20)
}
