//! Amounts written out in every style, and read back.

use super::{amount_cell, amount_plain, amount_words, change_words};
use crate::figure::date::tests_words;
use crate::figure::{Amount, Datum, Measure, Unit, parse_amount, parse_datum, parse_measure};
use proptest::prelude::*;
use rust_decimal::Decimal;

fn words(text: &str) -> String {
    amount_words(&parse_amount(text).unwrap(), &tests_words)
}

#[test]
fn sentences_have_the_precision_that_was_written() {
    for (text, expected) in [
        ("£36.1m", "£36.1\u{a0}million"),
        ("£36.10m", "£36.10\u{a0}million"),
        ("£5,661k", "£5.661\u{a0}million"),
        ("£4.184m", "£4.184\u{a0}million"),
        ("£840k", "£840,000"),
        ("£0.5k", "£500"),
        ("£36,120,000", "£36,120,000"),
        ("£1.2bn", "£1.2\u{a0}billion"),
        ("£1,390m", "£1.390\u{a0}billion"),
        ("£0.4 million", "£0.4\u{a0}million"),
        ("£0.0 million", "£0.0\u{a0}million"),
        ("1.2 million", "1.2\u{a0}million"),
        ("1884", "1,884"),
        ("(3,756)", "\u{2212}3,756"),
        ("Cr £5.2m", "\u{2212}£5.2\u{a0}million"),
        ("£12.50", "£12.50"),
        ("92.5 per cent", "92.5%"),
        ("-0.5 percentage points", "\u{2212}0.5\u{a0}percentage points"),
        ("1 percentage point", "1\u{a0}percentage point"),
    ] {
        assert_eq!(words(text), expected, "{text}");
    }
}

#[test]
fn changes_say_their_direction() {
    let change = |text: &str| change_words(&parse_amount(text).unwrap(), &tests_words);
    assert_eq!(change("31"), "31 more");
    assert_eq!(change("-31"), "31 fewer");
    assert_eq!(change("-£1.2m"), "£1.2\u{a0}million less");
    assert_eq!(change("£40k"), "£40,000 more");
    assert_eq!(change("-0.5 percentage points"), "0.5\u{a0}percentage points lower");
    assert_eq!(change("5.5%"), "5.5% higher");
    assert_eq!(change("£0.0m"), "no change");
}

#[test]
fn cells_leave_the_unit_to_the_heading() {
    let cell = |text: &str, scale, decimals| amount_cell(&parse_amount(text).unwrap(), scale, decimals);
    assert_eq!(cell("£5,661k", 3, 0), "5,661");
    assert_eq!(cell("£5,661k", 6, 1), "5.7");
    assert_eq!(cell("-£1,022,500", 3, 0), "\u{2212}1,023");
    assert_eq!(cell("-£0.4", 0, 0), "0", "no minus before a zero");
    assert_eq!(cell("92.5%", 0, 2), "92.50");
    assert_eq!(cell("£12", 3, 4), "0.0120");
    assert_eq!(cell("£12k", -2, 0), "1,200,000");
}

#[test]
fn data_files_have_plain_numbers() {
    let plain = |text: &str, scale| amount_plain(&parse_amount(text).unwrap(), scale);
    assert_eq!(plain("(£1,234.50)", 0), "-1234.50");
    assert_eq!(plain("£5,661k", 3), "5661");
    assert_eq!(plain("£5,661k", 0), "5661000");
    assert_eq!(plain("£4.184m", 6), "4.184");
    assert_eq!(plain("£12", 3), "0.012");
    let finer = Amount { step: 6, ..parse_amount("£1,234.5").unwrap() };
    assert_eq!(amount_plain(&finer, 0), "1234.5", "nothing is lost to a coarse step");
}

/// Amounts that can be written: a whole number of steps.
fn amounts() -> impl Strategy<Value = Amount> {
    let number = prop_oneof![-3000_i64..3000, any::<i64>().prop_map(|number| number / 1000)];
    let unit = prop_oneof![Just(Unit::Pounds), Just(Unit::Percent), Just(Unit::Points), Just(Unit::Count)];
    (number, unit, -6_i32..=12).prop_map(|(number, unit, step)| {
        let whole = matches!(unit, Unit::Percent | Unit::Points);
        let step = if whole { step.min(0) } else { step };
        let power = Decimal::from(10_i64.pow(step.unsigned_abs()));
        let number = Decimal::from(number);
        Amount { value: if step < 0 { number / power } else { number * power }, unit, step }
    })
}

fn measure(unit: Unit, scale: i32) -> Measure {
    let written = match (unit, scale) {
        (Unit::Pounds, 3) => "£'000",
        (Unit::Pounds, 6) => "£m",
        (Unit::Pounds, _) => "£",
        (Unit::Percent, _) => "%",
        (Unit::Points, _) => "percentage points",
        (Unit::Count, 3) => "thousand people",
        (Unit::Count, 6) => "million people",
        (Unit::Count, _) => "people",
    };
    parse_measure(written).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_can_be_read_back(amount in amounts(), scale in prop_oneof![Just(0), Just(3), Just(6)]) {
        prop_assert_eq!(parse_amount(&amount.to_string()), Ok(amount), "{}", amount);
        let spoken = amount_words(&amount, &tests_words);
        let read = parse_amount(&spoken).unwrap();
        prop_assert_eq!((read.value, read.unit), (amount.value, amount.unit), "{}", spoken);
        if !(1..=3).contains(&amount.step) {
            prop_assert_eq!(read.step, amount.step, "{}", spoken);
        }
        let scale = if matches!(amount.unit, Unit::Pounds | Unit::Count) { scale } else { 0 };
        let measure = measure(amount.unit, scale);
        let read_step = amount.step.min(scale);
        let expected = Datum::Amount(Amount { step: read_step, ..amount });
        let plain = amount_plain(&amount, scale);
        prop_assert_eq!(parse_datum(&plain, Some(&measure)), Ok(expected), "{}", plain);
        let decimals = u32::try_from(scale - read_step).unwrap();
        let cell = amount_cell(&amount, scale, decimals);
        prop_assert_eq!(parse_datum(&cell, Some(&measure)), Ok(expected), "{}", cell);
    }

    #[test]
    fn no_amount_makes_it_panic(
        number in any::<i128>(), places in 0_u32..=28, step in any::<i32>(), scale in any::<i32>(), decimals in any::<u32>(),
    ) {
        let value = Decimal::try_from_i128_with_scale(number >> 33, places).unwrap_or_default();
        for unit in [Unit::Pounds, Unit::Percent, Unit::Points, Unit::Count] {
            let amount = Amount { value, unit, step };
            let _ = amount.to_string();
            let _ = change_words(&amount, &tests_words);
            prop_assert!(amount_cell(&amount, scale, decimals).len() < 400);
            prop_assert!(amount_plain(&amount, scale).len() < 400);
        }
    }
}
