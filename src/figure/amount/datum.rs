//! What stands in a cell or a figure: an amount, or the reason why there is none. A missing
//! value is never 0 by accident.

use super::measure::Measure;
use super::written::{Written, read_written};
use super::{Amount, Fault, Unit, shown};

/// A cell or a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Datum {
    /// An amount, 0 included.
    Amount(Amount),
    /// There can be none: `N/A`.
    NotApplicable,
    /// There will be one: `TBC`.
    ToBeConfirmed,
    /// There is none, and nobody says why: empty, or a dash.
    Blank,
}

impl Datum {
    /// The amount, if there is one.
    pub fn amount(&self) -> Option<&Amount> {
        match self {
            Datum::Amount(amount) => Some(amount),
            Datum::NotApplicable | Datum::ToBeConfirmed | Datum::Blank => None,
        }
    }
}

/// Reads a cell or a figure. A bare number takes the unit and the thousands of `measure`; what
/// is written with the number must not contradict it.
///
/// # Errors
/// A message and a way to mend it, for what is neither an amount nor a sign that there is none.
pub fn parse_datum(text: &str, measure: Option<&Measure>) -> Result<Datum, (String, String)> {
    let text = text.trim();
    match text.to_lowercase().as_str() {
        "" | "-" | "–" | "—" | "\u{2212}" | "no data" => return Ok(Datum::Blank),
        "n/a" | "na" | "n.a." | "not applicable" => return Ok(Datum::NotApplicable),
        "tbc" | "tba" | "to be confirmed" | "to be announced" => return Ok(Datum::ToBeConfirmed),
        _ => {}
    }
    let Some(measure) = measure else { return Ok(Datum::Amount(read_written(text)?.amount())) };
    let written = read_written(without_noun(text, measure))?;
    measured(written, measure, text).map(Datum::Amount)
}

/// "36 days" in a column of days.
fn without_noun<'t>(text: &'t str, measure: &Measure) -> &'t str {
    let Some(noun) = measure.noun.as_deref() else { return text };
    let singular = if noun == "people" { "person" } else { noun.strip_suffix('s').unwrap_or(noun) };
    for noun in [noun, singular] {
        let start = text.len().checked_sub(noun.len()).and_then(|at| text.split_at_checked(at));
        if let Some((number, last)) = start
            && last.eq_ignore_ascii_case(noun)
            && number.ends_with(char::is_whitespace)
        {
            return number;
        }
    }
    text
}

fn measured(written: Written, measure: &Measure, text: &str) -> Result<Amount, Fault> {
    let contradicts = |help: String| {
        Err((format!("{} does not fit what is counted here: {}", shown(text), shown(&measure.written)), help))
    };
    match written.unit {
        Some(unit) if unit != measure.unit => {
            return contradicts(match measure.unit {
                Unit::Points if unit == Unit::Percent => {
                    "between percentages the difference is in percentage points: leave out the % sign".into()
                }
                _ => "write the number alone, or change the unit".into(),
            });
        }
        // In a column of thousands, "£5,661" may be pounds or thousands; "5k" may be a slip too.
        Some(_) if measure.scale > 0 && !written.scaled => {
            return contradicts("write the number alone, or its thousands or millions with it: £5,661k".into());
        }
        None if measure.scale > 0 && written.scaled => {
            return contradicts("write the number alone, or the whole amount with its £ sign".into());
        }
        None if written.scaled && matches!(measure.unit, Unit::Percent | Unit::Points) => {
            return contradicts("write the number alone".into());
        }
        _ => {}
    }
    let shift = if written.unit.is_none() { measure.scale } else { 0 };
    let amount = Amount { unit: measure.unit, ..written.amount() };
    if shift == 0 {
        return Ok(amount);
    }
    let factor = super::exact::decimal(1, shift);
    let value = factor.and_then(|factor| amount.checked_mul(factor)).ok_or_else(|| super::digits::too_large(text))?;
    Ok(Amount { step: amount.step.saturating_add(shift), ..value })
}
