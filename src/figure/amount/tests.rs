//! Amounts as real papers write them, and texts that only look like amounts.

use super::{Amount, Datum, Decimal, Unit, parse_amount, parse_datum, parse_measure};
use proptest::prelude::*;

fn amount(value: &str, unit: Unit, step: i32) -> Amount {
    Amount { value: Decimal::from_str_exact(value).unwrap(), unit, step }
}

fn why(text: &str) -> (String, String) {
    parse_amount(text).map(|amount| panic!("{text:?} is {amount:?}")).unwrap_err()
}

#[test]
fn amounts_are_read_in_every_notation() {
    use Unit::{Count, Percent, Points, Pounds};
    let cases: &[(&str, &str, Unit, i32)] = &[
        ("£5,661k", "5661000", Pounds, 3),
        ("£40K", "40000", Pounds, 3),
        ("£4.184m", "4184000", Pounds, 3),
        ("£36.1 million", "36100000", Pounds, 5),
        ("£36.1\u{a0}million", "36100000", Pounds, 5),
        ("£36.1M", "36100000", Pounds, 5),
        ("£1.2bn", "1200000000", Pounds, 8),
        ("£1 million", "1000000", Pounds, 6),
        ("£1,390m", "1390000000", Pounds, 6),
        ("3 thousand pounds", "3000", Pounds, 3),
        ("1,400,000", "1400000", Count, 0),
        ("£36,120,000", "36120000", Pounds, 0),
        ("1,884", "1884", Count, 0),
        ("1884", "1884", Count, 0),
        ("1\u{a0}884", "1884", Count, 0),
        ("1\u{202f}884\u{202f}000", "1884000", Count, 0),
        ("  57 ", "57", Count, 0),
        ("0", "0", Count, 0),
        ("0.00", "0", Count, -2),
        ("-57", "-57", Count, 0),
        ("\u{2212}57", "-57", Count, 0),
        ("–57", "-57", Count, 0),
        ("+57", "57", Count, 0),
        ("minus 57", "-57", Count, 0),
        ("-1,022", "-1022", Count, 0),
        ("(3,756)", "-3756", Count, 0),
        ("( 3,756 )", "-3756", Count, 0),
        ("Cr 3,756", "-3756", Count, 0),
        ("CR £3,756k", "-3756000", Pounds, 3),
        ("3,756 Cr", "-3756", Count, 0),
        ("3,756Cr", "-3756", Count, 0),
        ("£(57)", "-57", Pounds, 0),
        ("(£5.2m)", "-5200000", Pounds, 5),
        ("£(5.2)m", "-5200000", Pounds, 5),
        ("(57%)", "-57", Percent, 0),
        ("(57)%", "-57", Percent, 0),
        ("-£57", "-57", Pounds, 0),
        ("£-57", "-57", Pounds, 0),
        ("- £3,690,216", "-3690216", Pounds, 0),
        ("£ 1,234.50", "1234.50", Pounds, -2),
        ("£12.50", "12.5", Pounds, -2),
        ("GBP 12", "12", Pounds, 0),
        ("98%", "98", Percent, 0),
        ("98 %", "98", Percent, 0),
        ("98 per cent", "98", Percent, 0),
        ("98 percent", "98", Percent, 0),
        ("93.50%", "93.5", Percent, -2),
        ("0.24%", "0.24", Percent, -2),
        ("2.5 percentage points", "2.5", Points, -1),
        ("1 percentage point", "1", Points, 0),
        ("zero", "0", Count, 0),
        ("four", "4", Count, 0),
        ("Twelve", "12", Count, 0),
        ("twenty", "20", Count, 0),
        ("twenty-one", "21", Count, 0),
        ("ninety nine per cent", "99", Percent, 0),
        ("a hundred", "100", Count, 0),
        ("two hundred", "200", Count, 0),
        ("two million", "2000000", Count, 6),
        ("a million pounds", "1000000", Pounds, 6),
        ("79228162514264337593543950335", "79228162514264337593543950335", Count, 0),
        ("0.0000000000000000000000000001", "0.0000000000000000000000000001", Count, -28),
    ];
    for (text, value, unit, step) in cases {
        assert_eq!(parse_amount(text), Ok(amount(value, *unit, *step)), "{text}");
    }
}

#[test]
fn what_is_no_amount_says_why() {
    let cases = [
        ("", "there is no amount", "write a number, such as 1,884"),
        ("many", "`many` is not an amount", ""),
        ("N/A", "`N/A` is not an amount", ""),
        ("a", "`a` is not an amount", ""),
        ("-", "`-` is not an amount", ""),
        ("£", "`£` is not an amount", ""),
        (".5", "`.5` has no digit before the point", "write 0.5"),
        ("£.50", "`.50` has no digit before the point", "write 0.50"),
        ("5.", "`5.` ends with a point", "write 5"),
        (
            "1,88",
            "`1,88` has a comma or a space in the wrong place",
            "write 188, or 1.88 if the comma is a decimal point",
        ),
        ("1,8840", "`1,8840` has a comma or a space in the wrong place", "write 18,840"),
        ("12,34,567.5", "`12,34,567.5` has a comma or a space in the wrong place", "write 1,234,567.5"),
        ("1,884\u{a0}000", "`1,884\u{a0}000` has a comma or a space in the wrong place", "write 1,884,000"),
        ("1234,567", "`1234,567` has a comma or a space in the wrong place", "write 1,234,567"),
        ("1 884", "`1 884` has a space within a number", "write 1,884"),
        ("1.234,5", "`1.234,5` is not a number", ""),
        ("1.2.3", "`1.2.3` is not a number", ""),
        ("0123", "`0123` begins with a 0", "write 123"),
        ("0,123", "`0,123` begins with a 0", "write 123"),
        ("12p", "`p` is not understood in `12p`", "write pence as pounds: £0.12"),
        ("2pp", "`pp` is not understood in `2pp`", "write percentage points: 2.5 percentage points"),
        ("1E+05", "`E+05` is not understood in `1E+05`", "write the number in full, without a power of ten"),
        ("1,884 carers", "`carers` is not understood in `1,884 carers`", ""),
        ("36 120", "`36 120` has a space within a number", "write 36,120"),
        ("5 6", "`6` is not understood in `5 6`", ""),
        ("5k million", "`million` is not understood in `5k million`", ""),
        ("5 million%", "`%` is not understood in `5 million%`", ""),
        ("£98%", "`£98%` has two units", ""),
        ("-(57)", "`-(57)` has two signs", ""),
        ("Cr -57", "`Cr -57` has two signs", ""),
        ("(57) Cr", "`(57) Cr` has two signs", ""),
        ("--57", "`--57` has two signs", ""),
        ("(57", "the bracket in `(57` is not closed", ""),
        ("57)", "`)` is not understood in `57)`", ""),
        ("$57", "`$57` is not in pounds", ""),
        ("57 €", "`€` is not understood in `57 €`", "give the amount in pounds, with £"),
        (
            "79228162514264337593543950336",
            "`79228162514264337593543950336` has more digits than can be kept exactly",
            "",
        ),
        (
            "£79228162514264337593543950335k",
            "`£79228162514264337593543950335k` has more digits than can be kept exactly",
            "",
        ),
        (
            "0.00000000000000000000000000001",
            "`0.00000000000000000000000000001` has more digits than can be kept exactly",
            "",
        ),
        ("٣", "`٣` is not an amount", ""),
        ("2½", "`½` is not understood in `2½`", ""),
    ];
    for (text, message, help) in cases {
        let fault = why(text);
        assert_eq!(fault.0, message, "{text}");
        assert!(help.is_empty() || fault.1 == help, "{text}: {}", fault.1);
        assert!(!fault.1.is_empty());
    }
    assert!(why(&"9".repeat(100_000)).0.len() < 150);
    assert!(why(&format!("1 {}", "x".repeat(100_000))).0.len() < 250);
}

#[test]
fn measures_say_what_is_counted() {
    use Unit::{Count, Percent, Points, Pounds};
    let cases: &[(&str, Unit, i32, Option<&str>)] = &[
        ("£", Pounds, 0, None),
        ("£'000", Pounds, 3, None),
        ("£’000", Pounds, 3, None),
        ("£'000s", Pounds, 3, None),
        ("£000", Pounds, 3, None),
        ("£k", Pounds, 3, None),
        ("£m", Pounds, 6, None),
        ("£ million", Pounds, 6, None),
        ("£bn", Pounds, 9, None),
        ("GBP", Pounds, 0, None),
        ("GBP thousand", Pounds, 3, None),
        ("pounds", Pounds, 0, None),
        ("£ per week", Pounds, 0, Some("per week")),
        ("%", Percent, 0, None),
        ("per  cent", Percent, 0, None),
        ("percentage points", Points, 0, None),
        ("number", Count, 0, None),
        ("people", Count, 0, Some("people")),
        ("days", Count, 0, Some("days")),
        ("'000 people", Count, 3, Some("people")),
        ("thousands of people", Count, 3, Some("people")),
        ("hours per week", Count, 0, Some("hours per week")),
        ("months", Count, 0, Some("months")),
        ("visits per 1,000 people", Count, 0, Some("visits per 1,000 people")),
        ("per 100000", Count, 0, Some("per 100000")),
    ];
    for (text, unit, scale, noun) in cases {
        let measure = parse_measure(text).unwrap_or_else(|fault| panic!("{text}: {fault:?}"));
        assert_eq!((measure.unit, measure.scale, measure.noun.as_deref()), (*unit, *scale, *noun), "{text}");
    }
    for text in ["", "$", "£x", "p", "pp", "12", "people per 12", "visits 1,000", "super 100", "£'000'000", "£ people"]
    {
        assert!(parse_measure(text).is_err(), "{text}");
    }
}

#[test]
fn a_bare_number_takes_the_measure_of_its_column() {
    let read = |text: &str, measure: &str| parse_datum(text, Some(&parse_measure(measure).unwrap()));
    let is = |value: &str, unit, step| Ok(Datum::Amount(amount(value, unit, step)));
    assert_eq!(read("5,661", "£'000"), is("5661000", Unit::Pounds, 3));
    assert_eq!(read("-1,022", "£'000"), is("-1022000", Unit::Pounds, 3));
    assert_eq!(read("Cr 3,756.5", "£'000"), is("-3756500", Unit::Pounds, 2));
    assert_eq!(read("£5,661k", "£'000"), is("5661000", Unit::Pounds, 3));
    assert_eq!(read("£4.184m", "£"), is("4184000", Unit::Pounds, 3));
    assert_eq!(read("£140,224", "£"), is("140224", Unit::Pounds, 0));
    assert_eq!(read("98%", "%"), is("98", Unit::Percent, 0));
    assert_eq!(read("97", "%"), is("97", Unit::Percent, 0));
    assert_eq!(read("2.5", "percentage points"), is("2.5", Unit::Points, -1));
    assert_eq!(read("18.5 days", "days"), is("18.5", Unit::Count, -1));
    assert_eq!(read("1 day", "days"), is("1", Unit::Count, 0));
    assert_eq!(read("41.3", "'000 people"), is("41300", Unit::Count, 2));
    assert_eq!(parse_datum("1,884", None), is("1884", Unit::Count, 0));
    for (text, measure) in [
        ("£5,661", "£'000"),
        ("5k", "£'000"),
        ("£5", "%"),
        ("5%", "£"),
        ("5%", "people"),
        ("2.5%", "percentage points"),
        ("5k", "%"),
        ("5 weeks", "days"),
        ("79228162514264337593543950335", "£'000"),
    ] {
        assert!(read(text, measure).is_err(), "{text} in {measure}");
    }
}

#[test]
fn no_value_is_never_a_zero() {
    for (texts, datum) in [
        (&["N/A", "n/a", "Not applicable"][..], Datum::NotApplicable),
        (&["TBC", "tbc", "TBA", "to be confirmed"], Datum::ToBeConfirmed),
        (&["", "  ", "-", "–", "—", "no data"], Datum::Blank),
    ] {
        for text in texts {
            assert_eq!(parse_datum(text, None), Ok(datum), "{text}");
            assert!(datum.amount().is_none());
        }
    }
    assert!(matches!(parse_datum("0", None), Ok(Datum::Amount(_))));
}

#[test]
fn rounding_is_half_away_from_zero() {
    let rounded = |text: &str, step| parse_amount(text).unwrap().rounded(step).map(|amount| amount.value.to_string());
    assert_eq!(rounded("2.5", 0).as_deref(), Some("3"));
    assert_eq!(rounded("-2.5", 0).as_deref(), Some("-3"));
    assert_eq!(rounded("2.4999", 0).as_deref(), Some("2"));
    assert_eq!(rounded("36,150,000", 5).as_deref(), Some("36200000"));
    assert_eq!(rounded("36,149,999", 5).as_deref(), Some("36100000"));
    assert_eq!(rounded("4", 1).as_deref(), Some("0"));
    assert_eq!(rounded("5", 1).as_deref(), Some("10"));
    assert_eq!(rounded("79228162514264337593543950335", 28), None, "rounding up leaves no room");
    assert_eq!(rounded("79228162514264337593543950335", 100).as_deref(), Some("0"));
    let million = parse_amount("£36.1 million").unwrap();
    assert!(million.is_rounding_of(Decimal::from(36_120_000)));
    assert!(!million.is_rounding_of(Decimal::from(36_150_000)));
}

#[test]
fn arithmetic_is_exact_or_nothing() {
    let read = |text: &str| parse_amount(text).unwrap();
    let sum = read("£36.1 million").checked_add(&read("£12.50")).unwrap();
    assert_eq!((sum.value.to_string().as_str(), sum.step), ("36100012.5", -2));
    let great = read("79228162514264337593543950335");
    assert_eq!(great.checked_add(&read("1")), None);
    assert_eq!(great.checked_add(&read("0.1")), None, "no room for the decimal");
    assert_eq!(great.checked_sub(&great).unwrap().value, Decimal::ZERO);
    assert_eq!(great.checked_mul(Decimal::TEN), None);
    assert_eq!(read("£1").checked_add(&read("1%")), None);
    assert_eq!(read("1").checked_div(Decimal::ZERO), None);
    assert_eq!(read("92.5%").change_from(&read("93%")).unwrap(), amount("-0.5", Unit::Points, -1));
    assert_eq!(read("1,884").change_from(&read("1,853")).unwrap(), amount("31", Unit::Count, 0));
    let rise = read("1,884").percent_change_from(&read("1,600")).unwrap();
    assert_eq!(rise, amount("17.75", Unit::Percent, -2));
    assert_eq!(read("5").percent_change_from(&read("0")), None);
    assert_eq!(read("5").share_of(&read("0")), None);
    let third = read("£1").share_of(&read("£3")).unwrap();
    assert!(third.value.to_string().starts_with("33.33333333333333"));
    // Rows of the budget of 2017/18 to 2019/20, in thousands.
    let rows = ["-1,013", "1,013"].map(read);
    assert_eq!(rows[0].checked_add(&rows[1]).unwrap().value, Decimal::ZERO);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_it_panic(
        text in prop_oneof![
            any::<String>(),
            "[-+(£Cr ]{0,3}[0-9]{0,30}[.,\u{a0} ]?[0-9]{0,30}(k|m|bn| million|%| per cent| percentage points|\\)| Cr|p)?",
        ],
        measure in "(£|£'000|GBP million|%|days|[a-z'0£ ]{0,6})",
    ) {
        let _ = parse_amount(&text);
        let _ = parse_measure(&text);
        let measure = parse_measure(&measure).ok();
        if let Ok(Datum::Amount(amount)) = parse_datum(&text, measure.as_ref()) {
            for step in [-30, -1, 0, 3, 28, 40, i32::MIN, i32::MAX] {
                let _ = amount.rounded(step);
            }
            let _ = amount.percent_change_from(&amount);
            let _ = amount.checked_mul(amount.value);
            let _ = amount.checked_div(amount.value);
        }
    }

    #[test]
    fn a_rounded_value_is_the_nearest(number in any::<i64>(), scale in 0_u32..8, step in -8_i32..12) {
        let value = Decimal::new(number, scale);
        let rounded = Amount::exact(value, Unit::Count).rounded(step).unwrap();
        let distance = (rounded.value - value).abs();
        let half = super::exact::decimal(5, step - 1).unwrap();
        prop_assert!(distance <= half, "{value} to {step}: {}", rounded.value);
        prop_assert!(rounded.is_rounding_of(value) || rounded.step > step);
    }

    #[test]
    fn what_is_added_can_be_taken_away(a in any::<i64>(), b in any::<i64>(), m in 0_u32..9, n in 0_u32..9) {
        let (a, b) = (Amount::exact(Decimal::new(a, m), Unit::Count), Amount::exact(Decimal::new(b, n), Unit::Count));
        let sum = a.checked_add(&b).unwrap();
        prop_assert_eq!(sum.checked_sub(&b).unwrap().value, a.value);
        prop_assert_eq!(sum.checked_sub(&a).unwrap().value, b.value);
    }
}
