//! Days as they stand in the cells of a register: in the forms that people and spreadsheets write,
//! the British order of day, month and year among them; and the whole months between two days.

use super::Date;
use super::date::{month_number, parse_date};

/// A day as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrittenDay {
    /// The day that is meant.
    pub date: Date,
    /// How sure that is.
    pub order: DayOrder,
}

/// Whether the order of day and month is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayOrder {
    /// The form says it: `2021-04-03`, `3 April 2021`, `04/04/2021`.
    Said,
    /// It can only be day first: `31/03/2021`.
    DayFirst,
    /// It could be month first too: `03/04/2021`.
    Either,
}

/// The years in which a day of a register may lie; any other is a slip of the pen.
const YEARS: std::ops::RangeInclusive<i16> = 1000..=2999;

/// Reads `2021-03-31`, `31 March 2021`, `31 Mar 2021`, `31-Mar-2021`, `31st March 2021`, and
/// `31/03/2021` with `/`, `.` or `-`, the day first. A time of midnight behind it, which databases
/// write, is left out.
///
/// # Errors
/// A message and a way to mend it, for any other text and for days that no calendar has.
pub fn parse_written_day(text: &str) -> Result<WrittenDay, (String, String)> {
    let text = without_midnight(text.trim());
    let day = match day_first(text)? {
        Some(day) => day,
        None => WrittenDay { date: certain(text)?, order: DayOrder::Said },
    };
    if YEARS.contains(&day.date.year()) {
        return Ok(day);
    }
    Err((format!("`{text}` is in the year {}", day.date.year()), "look at the year: it has four digits".to_owned()))
}

fn without_midnight(text: &str) -> &str {
    let ends = [" 00:00", " 00:00:00", "T00:00:00"];
    ends.iter().find_map(|end| text.strip_suffix(end)).map_or(text, str::trim_end)
}

/// Day, month and year as numbers, in this order; `None` for another form.
fn day_first(text: &str) -> Result<Option<WrittenDay>, (String, String)> {
    let parts: Vec<&str> = text.split(['/', '.', '-']).map(str::trim).collect();
    let [day, month, year] = parts.as_slice() else { return Ok(None) };
    let short = |part: &str| (1..=2).contains(&part.len());
    let number = |part: &str| part.parse::<i8>().ok().filter(|number| *number > 0);
    if !short(day) || !short(month) || year.len() != 4 {
        return Ok(None);
    }
    let (Some(day), Some(month), Ok(year)) = (number(day), number(month), year.parse::<i16>()) else {
        return Ok(None);
    };
    if month > 12
        && let Ok(other) = Date::new(year, day, month)
    {
        let british = format!("{:02}/{:02}/{year}", other.day(), other.month());
        return Err((
            format!("`{text}` has no month {month}: the day comes before the month"),
            format!("write {british} or {other}, if that is what is meant"),
        ));
    }
    match Date::new(year, month, day) {
        Ok(date) => {
            let order = match day {
                13.. => DayOrder::DayFirst,
                _ if day == month => DayOrder::Said,
                _ => DayOrder::Either,
            };
            Ok(Some(WrittenDay { date, order }))
        }
        // Why not, is said where all days are read.
        Err(_) => Ok(None),
    }
}

/// A form that can be read in one way only.
fn certain(text: &str) -> Result<Date, (String, String)> {
    // The numbers that spreadsheets keep for the days of this century and the last.
    if text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err((
            format!("`{text}` is the number of a day, not a date"),
            "give the cells the format of a date in the spreadsheet, and save it again".to_owned(),
        ));
    }
    parse_date(&in_words(text)).map_err(|(message, help)| {
        if message.ends_with("is not a date") {
            let forms = "write 2021-03-31, 31 March 2021 or 31/03/2021; leave the cell empty where there is none";
            (format!("`{text}` is not a date"), forms.to_owned())
        } else if message.ends_with("in four digits") {
            (message, "write 2021-03-31, 31 March 2021 or 31/03/2021".to_owned())
        } else {
            (message, help)
        }
    })
}

/// `31-Mar-2021` and `31st March 2021` as `31 Mar 2021`.
fn in_words(text: &str) -> String {
    let parts: Vec<&str> = text.split([' ', '-', '\u{a0}']).filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        [day, month, year] if month_number(month).is_some() => {
            let ordinal = ["st", "nd", "rd", "th"].iter().find_map(|end| day.strip_suffix(end));
            format!("{} {month} {year}", ordinal.unwrap_or(day))
        }
        _ => text.to_owned(),
    }
}

/// The whole months from the beginning of one day to the end of another: 24 from 1 April 2019 to
/// 31 March 2021. A month is whole when the same day of the next one begins; where that month is
/// too short, its last day. `None` if the last day lies before the first.
pub fn whole_months(first: Date, last: Date) -> Option<i64> {
    if last < first {
        return None;
    }
    let end = last.tomorrow().ok()?;
    let index = |date: Date| i64::from(date.year()) * 12 + i64::from(date.month());
    let reached = end.day() >= first.day() || end.day() == end.days_in_month();
    Some(index(end) - index(first) - i64::from(!reached))
}

#[cfg(test)]
mod tests {
    use super::{Date, DayOrder, WrittenDay, parse_written_day, whole_months};
    use jiff::ToSpan;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn told(text: &str) -> (String, String) {
        parse_written_day(text).unwrap_err()
    }

    #[test]
    fn days_are_read_in_the_forms_of_people_and_spreadsheets() {
        for text in [
            "2021-03-31",
            "31/03/2021",
            "31/3/2021",
            "31.03.2021",
            "31-03-2021",
            "31 March 2021",
            "31 Mar 2021",
            "31-Mar-2021",
            "31st march 2021",
            " 31\u{a0}March 2021 ",
            "31/03/2021 00:00",
            "2021-03-31 00:00:00",
            "2021-03-31T00:00:00",
        ] {
            assert_eq!(parse_written_day(text).unwrap().date, date(2021, 3, 31), "{text}");
        }
        let order = |text| parse_written_day(text).unwrap().order;
        assert_eq!(order("31/03/2021"), DayOrder::DayFirst);
        assert_eq!(order("03/04/2021"), DayOrder::Either);
        assert_eq!(order("04/04/2021"), DayOrder::Said);
        assert_eq!(order("2021-04-03"), DayOrder::Said);
    }

    #[test]
    fn what_is_no_day_says_why() {
        assert_eq!(told("04/13/2021").0, "`04/13/2021` has no month 13: the day comes before the month");
        assert_eq!(told("04/13/2021").1, "write 13/04/2021 or 2021-04-13, if that is what is meant");
        assert_eq!(told("31/04/2021").1, "that month has 30 days");
        assert_eq!(told("2021-02-29").1, "that month has 28 days");
        assert_eq!(told("31st April 2021").1, "that month has 30 days");
        assert_eq!(told("00/04/2021").1, "days are counted from 1");
        assert_eq!(told("13/13/2021").0, "`13/13/2021` is not a day of the calendar");
        assert_eq!(told("2021/03/31").1, "write 2021-03-31");
        assert_eq!(told("44286").0, "`44286` is the number of a day, not a date");
        assert_eq!(told("1/7/25").0, "`1/7/25` does not give the year in four digits");
        assert_eq!(told("0021-03-31").0, "`0021-03-31` is in the year 21");
        for text in ["soon", "March 2021", "2021", "2020-21", "", "31/03/2021 14:30", "///", "1/2/3/4"] {
            assert!(told(text).0.ends_with("is not a date") || !text.is_empty(), "{text}");
        }
    }

    #[test]
    fn whole_months_count_the_last_day() {
        let months = |first: Date, last: Date| whole_months(first, last);
        assert_eq!(months(date(2019, 4, 1), date(2021, 3, 31)), Some(24));
        assert_eq!(months(date(2019, 4, 1), date(2021, 3, 30)), Some(23));
        assert_eq!(months(date(2021, 1, 20), date(2021, 3, 31)), Some(2));
        assert_eq!(months(date(2021, 1, 20), date(2021, 2, 19)), Some(1));
        assert_eq!(months(date(2021, 1, 20), date(2021, 2, 18)), Some(0));
        assert_eq!(months(date(2021, 1, 31), date(2021, 2, 27)), Some(1));
        assert_eq!(months(date(2020, 2, 29), date(2021, 2, 28)), Some(12));
        assert_eq!(months(date(2021, 1, 20), date(2021, 1, 20)), Some(0));
        assert_eq!(months(date(2021, 1, 20), date(2021, 1, 19)), None);
        assert_eq!(months(date(2021, 1, 20), Date::MAX), None);
    }

    proptest! {
        #[test]
        fn whole_months_are_as_many_as_the_calendar_can_add(first in 0..40_000_i32, days in 0..4_000_i32) {
            let first = date(1950, 1, 1).saturating_add(first.days());
            let last = first.saturating_add(days.days());
            let months = whole_months(first, last).unwrap();
            let end = last.tomorrow().unwrap();
            prop_assert!(first.checked_add(months.months()).unwrap() <= end);
            prop_assert!(first.checked_add((months + 1).months()).unwrap() > end);
        }

        #[test]
        fn any_text_is_a_day_or_has_a_reason(text in "\\PC{0,14}|[0-9]{1,4}[-/. ][0-9A-Za-z]{1,5}[-/. ][0-9]{1,5}") {
            match parse_written_day(&text) {
                Ok(day) => prop_assert_eq!(parse_written_day(&day.date.to_string()), Ok(WrittenDay { order: DayOrder::Said, ..day })),
                Err((message, help)) => prop_assert!(!message.is_empty() && !help.is_empty()),
            }
        }
    }
}
