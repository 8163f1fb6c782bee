//! Periods of time in all the ways that council papers write them.

use super::date::{month_number, parse_date};
use super::{Date, Word, date_words};

mod key;

/// A stretch of time, or the word that stands where one is expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Period {
    /// April of this year to March of the next: `2019-20`.
    FinancialYear(i16),
    /// A quarter, 1 to 4, of the financial year that starts in this year: `2020-21 Q2`.
    Quarter(i16, i8),
    /// A calendar year: `2019`.
    Year(i16),
    /// A month: `2023-11`, `November 2023`.
    Month(i16, i8),
    /// A day: `2023-11-21`.
    Day(Date),
    /// A season: `autumn 2023`.
    Season(Season, i16),
    /// From one to another, both included.
    Range(Box<Period>, Box<Period>),
    /// Without end.
    Ongoing,
    /// Every year.
    Annual,
    /// To be confirmed.
    Unknown,
}

/// The seasons, as in the British school and business year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Season {
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
    /// December to February of the next year.
    Winter,
}

/// Reads a period.
///
/// # Errors
/// A message and a way to mend it, for texts that are no period, impossible or reversed.
pub fn parse_period(text: &str) -> Result<Period, (String, String)> {
    let text = text.trim();
    match text.to_lowercase().as_str() {
        "ongoing" => return Ok(Period::Ongoing),
        "annual" | "annually" | "every year" => return Ok(Period::Annual),
        "tbc" | "to be confirmed" => return Ok(Period::Unknown),
        _ => {}
    }
    if let Some(period) = simple(text)? {
        return Ok(period);
    }
    for separator in [" to ", "-to-", " – ", " - ", "–"] {
        if let Some((from, to)) = text.split_once(separator) {
            let (from, to) = (from.trim(), to.trim());
            let from = match simple(from)? {
                Some(period) => period,
                // "April to June 2020": the year is said once.
                None => simple(&format!("{from} {}", to.rsplit(' ').next().unwrap_or_default()))?
                    .ok_or_else(|| unknown(text))?,
            };
            let to = simple(to)?.ok_or_else(|| unknown(text))?;
            return range(from, to, text);
        }
    }
    Err(unknown(text))
}

fn unknown(text: &str) -> (String, String) {
    (
        format!("`{text}` is not a period"),
        "write a financial year (2019-20), a quarter (2020-21 Q2), a month (2023-11), a date, a season (autumn 2023) or a range (April 2020 to June 2020)".into(),
    )
}

fn range(from: Period, to: Period, text: &str) -> Result<Period, (String, String)> {
    if let (Period::Year(first), Period::Year(last)) = (&from, &to)
        && *last == first.saturating_add(1)
    {
        return Ok(Period::FinancialYear(*first));
    }
    match (from.start(), to.start()) {
        (Some(start), Some(end)) if start > end => {
            Err((format!("`{text}` ends before it begins"), "put the earlier one first".into()))
        }
        _ => Ok(Period::Range(Box::new(from), Box::new(to))),
    }
}

/// A period that is not a range; `None` if the text is no such thing.
fn simple(text: &str) -> Result<Option<Period>, (String, String)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let year = |word: &str| {
        (word.len() == 4).then(|| word.parse::<i16>().ok()).flatten().filter(|year| (1800..=2200).contains(year))
    };
    match words.as_slice() {
        [word] => {
            if let Some(year) = year(word) {
                return Ok(Some(Period::Year(year)));
            }
            let parts: Vec<&str> = word.split(['-', '/', '–']).collect();
            match parts.as_slice() {
                [first, second] => match year(first) {
                    Some(start) => pair(start, second, text).map(Some),
                    None => Ok(None),
                },
                [_, _, _] => parse_date(word).map(|date| Some(Period::Day(date))),
                _ => Ok(None),
            }
        }
        // "Q3 2023-24" and "2023-24 Q3".
        [quarter, year] if quarter.starts_with(['Q', 'q']) && !year.starts_with(['Q', 'q']) => {
            simple(&format!("{year} {quarter}"))
        }
        [first, second] => {
            if let Some(year) = year(second) {
                if let Some(month) = month_number(first) {
                    return Ok(Some(Period::Month(year, month)));
                }
                return Ok(season(first).map(|season| Period::Season(season, year)));
            }
            let quarter = second.strip_prefix(['Q', 'q']).and_then(|number| number.parse::<i8>().ok());
            match (quarter, simple(first)?) {
                (Some(quarter @ 1..=4), Some(Period::FinancialYear(start))) => {
                    Ok(Some(Period::Quarter(start, quarter)))
                }
                (Some(_), Some(Period::FinancialYear(_))) => {
                    Err((format!("`{text}` is not a quarter"), "quarters go from Q1 to Q4".into()))
                }
                _ => Ok(None),
            }
        }
        [_, month, _] if month_number(month).is_some() => parse_date(text).map(|date| Some(Period::Day(date))),
        _ => Ok(None),
    }
}

/// `2019-20`, `2019-2020` and `2023-11`. Where both readings are possible (`2011-12`) it is
/// the financial year; the month can be written `December 2011`.
fn pair(start: i16, second: &str, text: &str) -> Result<Period, (String, String)> {
    let number: i16 = second.parse().map_err(|_| unknown(text))?;
    let next = start + 1;
    match second.len() {
        4 if number == next => Ok(Period::FinancialYear(start)),
        4 if number <= start => Err((format!("`{text}` ends before it begins"), "put the earlier year first".into())),
        4 => Err((
            format!("`{text}` is longer than a year"),
            format!("write a range: {start}-{:02} to {}-{:02}", next % 100, number - 1, number % 100),
        )),
        2 if number == next % 100 => Ok(Period::FinancialYear(start)),
        2 => match i8::try_from(number) {
            Ok(month @ 1..=12) => Ok(Period::Month(start, month)),
            _ if number <= start % 100 => Err((
                format!("`{text}` ends before it begins"),
                format!("a financial year is written {start}-{:02}", next % 100),
            )),
            _ => Err((
                format!("`{text}` is not one financial year"),
                format!("write {start}-{:02}, or a range", next % 100),
            )),
        },
        _ => Err(unknown(text)),
    }
}

fn season(word: &str) -> Option<Season> {
    match word.to_lowercase().as_str() {
        "spring" => Some(Season::Spring),
        "summer" => Some(Season::Summer),
        "autumn" => Some(Season::Autumn),
        "winter" => Some(Season::Winter),
        _ => None,
    }
}

impl Period {
    /// The first day, for putting periods in order; `None` for words such as `ongoing`.
    pub fn start(&self) -> Option<Date> {
        let month = |year: i16, month: i8| Date::new(year, month, 1).ok();
        match self {
            Period::FinancialYear(year) => month(*year, 4),
            Period::Quarter(year, quarter) if *quarter == 4 => month(year.checked_add(1)?, 1),
            Period::Quarter(year, quarter) => month(*year, quarter.checked_mul(3)?.checked_add(1)?),
            Period::Year(year) => month(*year, 1),
            Period::Month(year, number) => month(*year, *number),
            Period::Day(date) => Some(*date),
            Period::Season(Season::Spring, year) => month(*year, 3),
            Period::Season(Season::Summer, year) => month(*year, 6),
            Period::Season(Season::Autumn, year) => month(*year, 9),
            Period::Season(Season::Winter, year) => month(*year, 12),
            Period::Range(from, _) => from.start(),
            Period::Ongoing | Period::Annual | Period::Unknown => None,
        }
    }

    /// The period in words, a quarter by its months: "January to March 2020". For headings, below
    /// which nobody should have to work out what a quarter is.
    pub fn month_words(&self, word: Word<'_>) -> String {
        let ends = match self {
            Period::Quarter(..) => {
                self.start().zip(self.end()).map(|(start, end)| (start.year(), start.month(), end.month()))
            }
            Period::Range(from, to) => match (&**from, &**to) {
                (Period::Month(year, from), Period::Month(same, to)) if year == same => Some((*year, *from, *to)),
                _ => None,
            },
            _ => None,
        };
        let Some((year, from, to)) = ends else { return self.words(word) };
        let month = |month: i8| word(&format!("month_{month}"), &[]);
        word("period_months", &[("from", &month(from)), ("to", &month(to)), ("year", &year.to_string())])
    }

    /// The period in words: "2019 to 2020", "November 2023".
    pub fn words(&self, word: Word<'_>) -> String {
        let years =
            |from: i16, to: i16| word("financial_year", &[("from", &from.to_string()), ("to", &to.to_string())]);
        match self {
            Period::FinancialYear(year) => years(*year, year.saturating_add(1)),
            Period::Quarter(year, quarter) => {
                word("quarter", &[("number", &quarter.to_string()), ("year", &years(*year, year.saturating_add(1)))])
            }
            Period::Year(year) => year.to_string(),
            Period::Month(year, month) => format!("{} {year}", word(&format!("month_{month}"), &[])),
            Period::Day(date) => date_words(*date, word),
            Period::Season(season, year) => {
                let key = match season {
                    Season::Spring => "season_spring",
                    Season::Summer => "season_summer",
                    Season::Autumn => "season_autumn",
                    Season::Winter => "season_winter",
                };
                format!("{} {year}", word(key, &[]))
            }
            Period::Range(from, to) => word("period_range", &[("from", &from.words(word)), ("to", &to.words(word))]),
            Period::Ongoing => word("period_ongoing", &[]),
            Period::Annual => word("period_annual", &[]),
            Period::Unknown => word("period_unknown", &[]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Period, Season, parse_period};

    #[test]
    fn periods_are_read_in_every_notation() {
        for text in ["2019-20", "2019/20", "2019-2020", "2019 to 2020", "2019–20"] {
            assert_eq!(parse_period(text), Ok(Period::FinancialYear(2019)), "{text}");
        }
        assert_eq!(parse_period("1999-00"), Ok(Period::FinancialYear(1999)));
        assert_eq!(parse_period("2011-12"), Ok(Period::FinancialYear(2011)));
        assert_eq!(parse_period("2020-21 Q2"), Ok(Period::Quarter(2020, 2)));
        assert_eq!(parse_period("2023-11"), Ok(Period::Month(2023, 11)));
        assert_eq!(parse_period("April 2024"), Ok(Period::Month(2024, 4)));
        assert_eq!(parse_period("autumn 2023"), Ok(Period::Season(Season::Autumn, 2023)));
        assert!(matches!(parse_period("2023-11-21"), Ok(Period::Day(_))));
        assert!(matches!(parse_period("April to June 2020"), Ok(Period::Range(..))));
        assert_eq!(parse_period("TBC"), Ok(Period::Unknown));
    }

    #[test]
    fn impossible_periods_say_why() {
        let why = |text| parse_period(text).unwrap_err().0;
        assert_eq!(why("2020-19"), "`2020-19` ends before it begins");
        assert_eq!(why("2020-2019"), "`2020-2019` ends before it begins");
        assert_eq!(why("2019-21"), "`2019-21` is not one financial year");
        assert_eq!(why("June 2020 to April 2020"), "`June 2020 to April 2020` ends before it begins");
        assert_eq!(why("2020-21 Q5"), "`2020-21 Q5` is not a quarter");
        assert_eq!(why("whenever"), "`whenever` is not a period");
    }
}
