//! What the heading of a column, or an indicator, says of its numbers: `£'000`, `%`, `days`.

use super::written::{scale, word};
use super::{Fault, Unit, shown};

/// What numbers are counted in when they stand without a unit of their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// The unit.
    pub unit: Unit,
    /// The power of ten that the numbers leave out: 3 for thousands.
    pub scale: i32,
    /// What is counted ("people", "days"), or what money is paid for ("per week").
    pub noun: Option<String>,
    /// As the author wrote it, for headings.
    pub written: String,
}

impl Measure {
    /// The unit of the same numbers in full, without their thousands: `£`, `%`, `people`.
    pub fn single(&self) -> String {
        match (self.unit, &self.noun) {
            (Unit::Pounds, None) => "£".into(),
            (Unit::Pounds, Some(noun)) => format!("£ {noun}"),
            (Unit::Percent, _) => "%".into(),
            (Unit::Points, _) => "percentage points".into(),
            (Unit::Count, Some(noun)) => noun.clone(),
            (Unit::Count, None) => "number".into(),
        }
    }
}

/// Reads what numbers are counted in: `£`, `£'000`, `£000`, `£k`, `£m`, `£ million`,
/// `GBP thousand`, `£ per week`, `%`, `percentage points`, `number`, or a noun: `people`,
/// `days`, `thousand people`.
///
/// # Errors
/// A message and a way to mend it, for what is none of these.
pub fn parse_measure(text: &str) -> Result<Measure, (String, String)> {
    let written = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (unit, scale, noun) = read(&written)?;
    Ok(Measure { unit, scale, noun, written })
}

impl Measure {
    /// Whether it is a rate, which nobody adds up: percentages, visits per 1,000 people.
    pub fn is_rate(&self) -> bool {
        self.unit.is_percent() || self.noun.as_deref().and_then(without_many).is_some()
    }
}

fn read(text: &str) -> Result<(Unit, i32, Option<String>), Fault> {
    if text.is_empty() {
        return Err(("the unit is empty".into(), "write £, £'000, £ million, %, or what is counted: people".into()));
    }
    if text.starts_with(['$', '€']) {
        return Err((format!("{} is not in pounds", shown(text)), "give amounts in pounds, with £".into()));
    }
    let named = ["gbp", "pounds"].iter().find_map(|name| word(text, name));
    if let Some(rest) = text.strip_prefix('£').or(named) {
        let (scale, rest) = thousands(rest.trim_start());
        let rest = rest.trim();
        return if rest.is_empty() {
            Ok((Unit::Pounds, scale, None))
        } else if word(rest, "per").is_some() || word(rest, "a").is_some() {
            Ok((Unit::Pounds, scale, Some(noun(rest, text)?)))
        } else {
            Err(unknown(text))
        };
    }
    match text.to_lowercase().as_str() {
        "%" | "per cent" | "percent" | "percentage" => return Ok((Unit::Percent, 0, None)),
        "percentage points" | "percentage point" | "% points" => return Ok((Unit::Points, 0, None)),
        "number" | "count" | "no" | "no." => return Ok((Unit::Count, 0, None)),
        "pence" | "p" => {
            return Err(("amounts are not counted in pence".into(), "write £, and the amounts as 0.12".into()));
        }
        "pp" | "ppt" => return Err((format!("{} is not a unit", shown(text)), "write percentage points".into())),
        _ => {}
    }
    let (scale, rest) = thousands(text);
    let rest = rest.trim();
    let rest = word(rest, "of").map_or(rest, str::trim_start);
    Ok((Unit::Count, scale, if rest.is_empty() { None } else { Some(noun(rest, text)?) }))
}

/// `'000`, `000s`, `thousand`, `k`, `million` at the start of a text; what follows it.
fn thousands(text: &str) -> (i32, &str) {
    let quoted = text.strip_prefix(['\'', '’', '‘', 'ʼ', '`']).unwrap_or(text);
    let (groups, rest) = [(6, "000,000"), (6, "000000"), (3, "000")]
        .iter()
        .find_map(|(scale, zeros)| Some((*scale, quoted.strip_prefix(zeros)?)))
        .unwrap_or((0, text));
    if groups > 0 {
        let plural = rest.strip_prefix(['s', 'S']).unwrap_or(rest);
        if !plural.starts_with(char::is_alphanumeric) {
            return (groups, plural);
        }
    }
    scale(text).unwrap_or((0, text))
}

/// Words that name what is counted.
fn noun(text: &str, whole: &str) -> Result<String, Fault> {
    const LONGEST: usize = 60;
    let fits = |c: char| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '’' | '/' | '(' | ')' | '&' | ',');
    let begins = text.starts_with(|c: char| c.is_alphabetic());
    // Rates: visits per 1,000 people, per 100,000.
    let words = without_many(text).unwrap_or_else(|| text.to_owned());
    if begins && words.chars().all(fits) && text.chars().count() <= LONGEST {
        Ok(text.to_owned())
    } else {
        Err(unknown(whole))
    }
}

/// Whether a number is one of those that rates are given for: per 1,000 people.
pub(in crate::figure) fn is_many(number: &str) -> bool {
    const MANY: [&str; 9] = ["100", "1000", "1,000", "10000", "10,000", "100000", "100,000", "1000000", "1,000,000"];
    MANY.contains(&number)
}

/// The words of a rate without its number: `visits per people` of `visits per 1,000 people`.
/// `None` if it is none.
fn without_many(text: &str) -> Option<String> {
    let mut words: Vec<&str> = text.split(' ').collect();
    let at = words.windows(2).position(|pair| matches!(pair, ["per", many] if is_many(many)))?;
    words.remove(at + 1);
    Some(words.join(" "))
}

fn unknown(text: &str) -> Fault {
    (
        format!("{} does not say what is counted", shown(text)),
        "write £, £'000, £ million, %, percentage points, or a noun such as people or days".into(),
    )
}
