//! Dates of the calendar, as people write them.

use super::{Date, Word};

/// The months in small letters.
pub(super) const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Whether a word is the full English name of a month, written as a name.
pub fn is_month(word: &str) -> bool {
    let mut letters = word.chars();
    let first = letters.next().filter(char::is_ascii_uppercase);
    first.is_some_and(|first| {
        MONTHS.iter().any(|month| month.strip_prefix(first.to_ascii_lowercase()) == Some(letters.as_str()))
    })
}

/// The number of a month, from its English name or its first three letters.
pub(super) fn month_number(word: &str) -> Option<i8> {
    let word = word.to_lowercase();
    let index = MONTHS.iter().position(|month| *month == word || (word.len() == 3 && month.starts_with(&word)))?;
    i8::try_from(index + 1).ok()
}

/// Reads `2021-01-20` or `20 January 2021`.
///
/// # Errors
/// A message and a way to mend it, for any other text and for days that do not exist.
pub fn parse_date(text: &str) -> Result<Date, (String, String)> {
    let form = || "write year-month-day: 2021-01-20".to_owned();
    let numbers: Vec<&str> = text.split(['-', '/', '.']).map(str::trim).collect();
    if let [a, b, c] = numbers.as_slice()
        && let (Ok(first), Ok(month), Ok(third)) = (a.parse::<i16>(), b.parse::<i8>(), c.parse::<i16>())
    {
        if a.len() <= 2 && c.len() <= 2 {
            return Err(short_year(text));
        }
        let british = a.len() <= 2 && c.len() == 4;
        let (year, day) = if british { (third, first) } else { (first, third) };
        let day = i8::try_from(day).unwrap_or(0);
        let date = Date::new(year, month, day).map_err(|_| impossible(text, day, month, year))?;
        let iso = a.len() == 4 && b.len() == 2 && c.len() == 2 && text.contains('-');
        return if iso {
            Ok(date)
        } else {
            Err((format!("`{text}` is not how dates are written here"), format!("write {date}")))
        };
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    if let [day, month, year] = words.as_slice()
        && let (Ok(day), Some(month), Ok(number)) = (day.parse::<i8>(), month_number(month), year.parse::<i16>())
    {
        if year.len() != 4 {
            return Err(short_year(text));
        }
        let year = number;
        return Date::new(year, month, day).map_err(|_| impossible(text, day, month, year));
    }
    Err((format!("`{text}` is not a date"), form()))
}

fn short_year(text: &str) -> (String, String) {
    (format!("`{text}` does not give the year in four digits"), "write year-month-day: 2021-01-20".to_owned())
}

fn impossible(text: &str, day: i8, month: i8, year: i16) -> (String, String) {
    let help = match Date::new(year, month, 1) {
        Ok(first) if day > 0 => format!("that month has {} days", first.days_in_month()),
        Ok(_) => "days are counted from 1".to_owned(),
        Err(_) => "months go from 1 to 12; write year-month-day: 2021-01-20".to_owned(),
    };
    (format!("`{text}` is not a day of the calendar"), help)
}

/// A date in words, "20 January 2021" in English.
pub fn date_words(date: Date, word: Word<'_>) -> String {
    let month = word(&format!("month_{}", date.month()), &[]);
    word("date_long", &[("day", &date.day().to_string()), ("month", &month), ("year", &date.year().to_string())])
}

/// Interface words for tests: English dates and the like, or the key where there is no word.
#[cfg(test)]
pub(super) fn tests_words(key: &str, arguments: &[(&str, &str)]) -> String {
    let english = include_str!("../../themes/plain/strings/en.yaml").replace("\\u00a0", "\u{a0}");
    let mut lines = english.lines().skip_while(|line| line.split_once(':').is_none_or(|(found, _)| found != key));
    let (_, form) = lines.next().and_then(|line| line.split_once(':')).unwrap_or((key, key));
    let one = arguments.contains(&("count", "1"));
    let plural = |line: &str| line.trim().strip_prefix(if one { "one:" } else { "other:" }).map(str::to_owned);
    let form = if form.trim().is_empty() { lines.find_map(plural).unwrap_or_default() } else { form.to_owned() };
    let mut text = form.trim().trim_matches('"').to_owned();
    for (name, value) in arguments {
        text = text.replace(&format!("{{{name}}}"), value);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::parse_date;

    #[test]
    fn only_days_of_the_calendar_are_dates() {
        assert_eq!(parse_date("2021-01-20").unwrap().to_string(), "2021-01-20");
        assert_eq!(parse_date("20 January 2021").unwrap().to_string(), "2021-01-20");
        assert_eq!(parse_date("31/04/2021").unwrap_err().1, "that month has 30 days");
        assert_eq!(parse_date("20/01/2021").unwrap_err().1, "write 2021-01-20");
        assert_eq!(parse_date("2021-02-29").unwrap_err().1, "that month has 28 days");
        assert!(parse_date("2021-13-01").unwrap_err().1.starts_with("months go from 1 to 12"));
        assert!(parse_date("soon").is_err());
        for short in ["1 July 25", "1/7/25", "25-07-01"] {
            assert!(parse_date(short).unwrap_err().0.ends_with("the year in four digits"), "{short}");
        }
        assert!(parse_date("9999999-1-1").is_err());
    }
}
