//! Periods in order, as parts of addresses and file names, and what came before each.

use super::super::Date;
use super::super::date::MONTHS;
use super::{Period, Season};
use std::cmp::Ordering;

impl Period {
    /// A name for addresses and files, different for each period: `2019-20`, `2020-21-q2`,
    /// `2023-11`, `2023-11-21`, `autumn-2023`, `2019-20-to-2021-22`. A month that would look like
    /// a financial year is `november-2010`.
    pub fn key(&self) -> String {
        let financial = |year: i16| format!("{year:04}-{:02}", year.saturating_add(1).rem_euclid(100));
        match self {
            Period::FinancialYear(year) => financial(*year),
            Period::Quarter(year, quarter) => format!("{}-q{quarter}", financial(*year)),
            Period::Year(year) => format!("{year:04}"),
            Period::Month(year, month) => {
                let number = format!("{year:04}-{month:02}");
                let name = usize::from(month.unsigned_abs()).checked_sub(1).and_then(|at| MONTHS.get(at));
                match name {
                    Some(name) if number == financial(*year) => format!("{name}-{year:04}"),
                    _ => number,
                }
            }
            Period::Day(date) => date.to_string(),
            Period::Season(season, year) => format!("{}-{year:04}", season.key()),
            Period::Range(from, to) => format!("{}-to-{}", from.key(), to.key()),
            Period::Ongoing => "ongoing".into(),
            Period::Annual => "every-year".into(),
            Period::Unknown => "to-be-confirmed".into(),
        }
    }

    /// The period of the same kind before this one: the year before a year, the quarter before a
    /// quarter, the month before a month. A day, a range or a word has none: what a number "as at
    /// 31 March" is to be compared with, only its author knows.
    pub fn previous(&self) -> Option<Period> {
        let before = |year: i16| year.checked_sub(1);
        Some(match self {
            Period::FinancialYear(year) => Period::FinancialYear(before(*year)?),
            Period::Quarter(year, ..=1) => Period::Quarter(before(*year)?, 4),
            Period::Quarter(year, quarter) => Period::Quarter(*year, quarter - 1),
            Period::Year(year) => Period::Year(before(*year)?),
            Period::Month(year, ..=1) => Period::Month(before(*year)?, 12),
            Period::Month(year, month) => Period::Month(*year, month - 1),
            Period::Season(Season::Spring, year) => Period::Season(Season::Winter, before(*year)?),
            Period::Season(Season::Summer, year) => Period::Season(Season::Spring, *year),
            Period::Season(Season::Autumn, year) => Period::Season(Season::Summer, *year),
            Period::Season(Season::Winter, year) => Period::Season(Season::Autumn, *year),
            Period::Day(_) | Period::Range(..) | Period::Ongoing | Period::Annual | Period::Unknown => return None,
        })
    }

    /// The last day; `None` for words such as `ongoing`.
    pub fn end(&self) -> Option<Date> {
        let month = |year: i16, month: i8| Date::new(year, month, 1).ok().map(|first| first.last_of_month());
        let next = |year: i16| year.checked_add(1);
        match self {
            Period::FinancialYear(year) => month(next(*year)?, 3),
            Period::Quarter(year, 4) => month(next(*year)?, 3),
            Period::Quarter(year, quarter) => month(*year, quarter.checked_mul(3)?.checked_add(3)?),
            Period::Year(year) => month(*year, 12),
            Period::Month(year, number) => month(*year, *number),
            Period::Day(date) => Some(*date),
            Period::Season(Season::Spring, year) => month(*year, 5),
            Period::Season(Season::Summer, year) => month(*year, 8),
            Period::Season(Season::Autumn, year) => month(*year, 11),
            Period::Season(Season::Winter, year) => month(next(*year)?, 2),
            Period::Range(_, to) => to.end(),
            Period::Ongoing | Period::Annual | Period::Unknown => None,
        }
    }
}

impl Season {
    fn key(self) -> &'static str {
        match self {
            Season::Spring => "spring",
            Season::Summer => "summer",
            Season::Autumn => "autumn",
            Season::Winter => "winter",
        }
    }
}

/// By the first day, then by the last, so that a part comes before the whole that begins with it;
/// words without a day come last.
impl Ord for Period {
    fn cmp(&self, other: &Self) -> Ordering {
        let (own, others) = (self.start(), other.start());
        own.is_none()
            .cmp(&others.is_none())
            .then_with(|| own.cmp(&others))
            .then_with(|| self.end().cmp(&other.end()))
            .then_with(|| self.key().cmp(&other.key()))
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use crate::figure::{Period, Season, date::tests_words, parse_period};
    use proptest::prelude::*;

    #[test]
    fn keys_are_safe_in_addresses() {
        let cases = [
            ("2019/20", "2019-20"),
            ("2019 to 2020", "2019-20"),
            ("1999-00", "1999-00"),
            ("2020-21 Q2", "2020-21-q2"),
            ("2019", "2019"),
            ("November 2023", "2023-11"),
            ("November 2010", "november-2010"),
            ("2010-11", "2010-11"),
            ("21 November 2023", "2023-11-21"),
            ("Autumn 2023", "autumn-2023"),
            ("2019-20 to 2021-22", "2019-20-to-2021-22"),
            ("April to June 2020", "2020-04-to-2020-06"),
            ("annual", "every-year"),
            ("TBC", "to-be-confirmed"),
        ];
        for (text, key) in cases {
            assert_eq!(parse_period(text).unwrap().key(), key, "{text}");
        }
    }

    #[test]
    fn every_kind_knows_what_came_before() {
        let before = |text: &str| parse_period(text).unwrap().previous().map(|period| period.key());
        assert_eq!(before("2019-20").as_deref(), Some("2018-19"));
        assert_eq!(before("2020-21 Q1").as_deref(), Some("2019-20-q4"));
        assert_eq!(before("2020-21 Q3").as_deref(), Some("2020-21-q2"));
        assert_eq!(before("2020-01").as_deref(), Some("2019-12"));
        assert_eq!(before("2020").as_deref(), Some("2019"));
        assert_eq!(before("spring 2023").as_deref(), Some("winter-2022"));
        assert_eq!(before("2023-11-21"), None);
        assert_eq!(before("ongoing"), None);
        assert_eq!(Period::FinancialYear(i16::MIN).previous(), None);
    }

    #[test]
    fn periods_stand_in_the_order_of_time() {
        let mut periods: Vec<Period> =
            ["ongoing", "2020-21", "2020-21 Q1", "2019-20", "2020-04-01", "April 2020", "2020-21 Q2", "2020"]
                .iter()
                .map(|text| parse_period(text).unwrap())
                .collect();
        periods.sort();
        let keys: Vec<String> = periods.iter().map(Period::key).collect();
        let expected = ["2019-20", "2020", "2020-04-01", "2020-04", "2020-21-q1", "2020-21", "2020-21-q2", "ongoing"];
        assert_eq!(keys, expected);
    }

    fn simple() -> impl Strategy<Value = Period> {
        let year = 1800_i16..=2199;
        let season =
            prop_oneof![Just(Season::Spring), Just(Season::Summer), Just(Season::Autumn), Just(Season::Winter)];
        prop_oneof![
            year.clone().prop_map(Period::FinancialYear),
            (year.clone(), 1_i8..=4).prop_map(|(year, quarter)| Period::Quarter(year, quarter)),
            year.clone().prop_map(Period::Year),
            (year.clone(), 1_i8..=12).prop_map(|(year, month)| Period::Month(year, month)),
            (year.clone(), 1_i8..=12, 1_i8..=28)
                .prop_map(|(y, m, d)| Period::Day(crate::figure::Date::new(y, m, d).unwrap())),
            (season, year).prop_map(|(season, year)| Period::Season(season, year)),
        ]
    }

    fn any_period() -> impl Strategy<Value = Period> {
        prop_oneof![
            4 => simple(),
            1 => (simple(), simple()).prop_map(|(a, b)| Period::Range(Box::new(a), Box::new(b))),
            1 => prop_oneof![Just(Period::Ongoing), Just(Period::Annual), Just(Period::Unknown)],
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn words_and_keys_can_be_read_back(period in simple()) {
            // The words of a quarter are for readers only.
            if !matches!(period, Period::Quarter(..)) {
                prop_assert_eq!(parse_period(&period.words(&tests_words)), Ok(period.clone()));
            }
            let key = period.key();
            let text = if matches!(period, Period::Quarter(..)) { key.replace("-q", " q") } else { key };
            let text = if matches!(period, Period::Day(_)) || text.starts_with(|c: char| c.is_ascii_digit()) {
                text
            } else {
                text.replace('-', " ")
            };
            prop_assert_eq!(parse_period(&text), Ok(period));
        }

        #[test]
        fn the_order_is_total_and_keys_tell_periods_apart(a in any_period(), b in any_period(), c in any_period()) {
            prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
            prop_assert_eq!(a == b, a.cmp(&b).is_eq());
            prop_assert_eq!(a == b, a.key() == b.key());
            if a <= b && b <= c {
                prop_assert!(a <= c);
            }
            prop_assert!(a.key().chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'));
        }

        #[test]
        fn what_came_before_is_earlier(period in simple()) {
            if let Some(previous) = period.previous() {
                prop_assert!(previous < period);
            }
        }

        #[test]
        fn no_text_makes_it_panic(text in prop_oneof![any::<String>(), "[0-9]{1,5}[-/–][0-9]{1,5}( [qQ][0-9])?( to [0-9-]{4,10})?"]) {
            if let Ok(period) = parse_period(&text) {
                period.key();
                period.previous();
                period.end();
            }
        }
    }
}
