//! Targets as real papers write them, values against them, and texts that only look like targets.

use super::{Bound, Standing, Target, judge_value, parse_margin, parse_target, read_value, trend};
use crate::figure::{Amount, Better, Content, Unit, parse_amount};
use proptest::prelude::*;

/// A bound as a short text: `>=95%`, `<5%`, `5%..10%`.
fn short(target: &Target) -> String {
    match &target.bound {
        Bound::Least { of, strict } => format!("{}{of}", if *strict { ">" } else { ">=" }),
        Bound::Most { of, strict } => format!("{}{of}", if *strict { "<" } else { "<=" }),
        Bound::Between(from, to) => format!("{from}..{to}"),
    }
}

fn target(text: &str) -> Target {
    parse_target(text, None).unwrap_or_else(|why| panic!("{text}: {why:?}"))
}

#[test]
fn targets_are_read_in_the_words_of_papers() {
    let cases = [
        ("95% within 3 working days", ">=95%"),
        ("75% within 7 working days (10 days in total from referral)", ">=75%"),
        ("98%", ">=98%"),
        ("Less than 5 % of referrals in the quarter", "<5%"),
        ("100% of PAs have DBS and at least one reference taken up", ">=100%"),
        ("90% satisfied", ">=90%"),
        ("95% within 8 Weeks", ">=95%"),
        ("£1.5m or less", "<=£1.5 million"),
        ("at least 1,200 visits", ">=1,200"),
        ("no more than 20", "<=20"),
        ("under 10 days", "<10"),
        ("minimum 40", ">=40"),
        ("a minimum of 40", ">=40"),
        ("max. 3", "<=3"),
        ("Max 3 a month", "<=3"),
        ("≥ 95%", ">=95%"),
        (">95%", ">95%"),
        ("<5%", "<5%"),
        ("<= 5 per cent", "<=5%"),
        ("between 5% and 10%", "5%..10%"),
        ("between 5 and 10%", "5%..10%"),
        ("5–10%", "5%..10%"),
        ("5% to 10%", "5%..10%"),
        ("£1m to £2m", "£1 million..£2 million"),
        ("3 - 5 days", "3..5"),
        ("95% to be contacted in 3 days", ">=95%"),
        ("0", "<=0"),
        ("0%", "<=0%"),
        ("none", "<=0"),
        ("No complaints", "<=0"),
        ("zero", "<=0"),
        ("not less than ninety per cent", ">=90%"),
        ("not exceeding £50,000", "<=£50,000"),
        ("Target: 95%", ">=95%"),
        ("To be at least 1,200", ">=1,200"),
        ("within 28 days", "<=28"),
        ("100 visits a week or more", ">=100"),
        ("95%+", ">=95%"),
        ("up to 2.5 percentage points", "<=2.5 percentage points"),
        ("at or above 85%", ">=85%"),
        ("no more than 20 (5% fewer than last year)", "<=20"),
        ("a hundred or more", ">=100"),
        ("95%, within 3 days or less", ">=95%"),
        ("no fewer than 3", ">=3"),
    ];
    for (text, wanted) in cases {
        assert_eq!(short(&target(text)), wanted, "{text}");
    }
}

#[test]
fn unclear_targets_say_how_to_write_them() {
    let why = |text: &str| parse_target(text, None).map(|found| panic!("{text}: {found:?}")).unwrap_err();
    let (message, help) = why("1,200 visits");
    assert_eq!(message, "the target `1,200 visits` does not say whether more or less is good");
    assert!(help.starts_with("write `at least 1,200` or `no more than 1,200`"), "{help}");
    assert!(why("£1.5m").1.contains("`at least £1.5m`"));
    assert_eq!(why("all of them").0, "the target `all of them` has no number");
    assert_eq!(why("as in 2019").0, "the target `as in 2019` does not begin with what must be reached");
    assert_eq!(why("between 10% and 5%").0, "the range in `between 10% and 5%` ends before it begins");
    assert_eq!(why("between 5%").0, "the range in `between 5%` has no end");
    assert_eq!(why("within 3 days: 95%").0, "the target `within 3 days: 95%` has a number before its percentage");
    assert_eq!(why("1 to 2 million").0, "the two ends of the range in `1 to 2 million` are not counted alike");
    assert_eq!(why("£5 to 10%").0, "the two ends of the range in `£5 to 10%` are not counted alike");
    assert_eq!(why("5% - 10 days").0, "the two ends of the range in `5% - 10 days` are not counted alike");
    assert_eq!(why("").0, "the target `` has no number");
}

#[test]
fn better_decides_where_the_words_do_not() {
    let read = |text, better| parse_target(text, Some(better)).map(|target| short(&target));
    assert_eq!(read("1,200 visits", Better::Higher), Ok(">=1,200".into()));
    assert_eq!(read("1,200 visits", Better::Lower), Ok("<=1,200".into()));
    assert_eq!(read("5%", Better::Lower), Ok("<=5%".into()));
    assert_eq!(read("at least 5%", Better::Higher), Ok(">=5%".into()));
    assert!(read("at least 5%", Better::Lower).is_err());
    assert!(read("5% to 10%", Better::Lower).is_err());
}

fn amount(text: &str) -> Amount {
    parse_amount(text).unwrap()
}

#[test]
fn values_are_held_against_targets() {
    use Standing::{Met, Nearly, NotMet};
    let cases = [
        ("95%", None, "95%", Met),
        ("95%", None, "94.99%", NotMet),
        ("95%", Some("5"), "90%", Nearly),
        ("95%", Some("5%"), "89.9%", NotMet),
        ("95%", Some("5 percentage points"), "90%", Nearly),
        ("less than 5%", None, "5%", NotMet),
        ("less than 5%", Some("1"), "5%", Nearly),
        ("less than 5%", None, "4.9%", Met),
        ("5% or less", None, "5%", Met),
        ("more than 90%", None, "90%", NotMet),
        ("£1.5m or less", Some("5%"), "£1.575m", Nearly),
        ("£1.5m or less", Some("5%"), "£1,575,001", NotMet),
        ("£1.5m or less", Some("£10k"), "£1.51m", Nearly),
        ("at least 1,200 visits", Some("100"), "1,100", Nearly),
        ("at least 1,200 visits", Some("10%"), "1,080", Nearly),
        ("between 5% and 10%", None, "10%", Met),
        ("between 5% and 10%", Some("1"), "4%", Nearly),
        ("between 5% and 10%", Some("1"), "11.1%", NotMet),
        ("none", None, "0%", Met),
        ("none", None, "£0", Met),
        ("none", None, "1", NotMet),
        ("none", Some("1"), "1", Nearly),
    ];
    for (text, margin, value, wanted) in cases {
        let margin = margin.map(|margin| parse_margin(margin).unwrap());
        let found = judge_value(&amount(value), &target(text), margin.as_ref());
        assert_eq!(found, Some(wanted), "{value} against {text}, margin {margin:?}");
    }
    assert_eq!(judge_value(&amount("12"), &target("95%"), None), None);
    assert!(parse_margin("0").is_err() && parse_margin("-5%").is_err() && parse_margin("few").is_err());
    assert!(!parse_margin("£5").unwrap().fits(Unit::Percent));
}

#[test]
fn values_may_bear_the_words_of_their_target() {
    let days = target("under 10 working days");
    for text in ["8.6 days", "8.6 working days", "8.6", "8.6 day"] {
        assert_eq!(read_value(text, Some(&days)), Ok(Content::Amount(amount("8.6"))), "{text}");
    }
    for text in ["8.6 weeks", "8.6 9.1", "8.6 (27 of 30)", "8.6 days, 9 days", "8.6!"] {
        assert!(read_value(text, Some(&days)).is_err(), "{text}");
    }
    assert_eq!(read_value("not collected", Some(&days)), Ok(Content::Nothing));
    assert_eq!(read_value("<5", Some(&days)), Ok(Content::Unsaid));
    assert_eq!(read_value("TBA", None), Ok(Content::Unsaid));
}

#[test]
fn the_kind_of_target_says_what_is_better() {
    let better = |text, before, now| trend(&amount(now), &amount(before), &target(text)).unwrap().better;
    assert_eq!(better("95%", "81%", "98%"), Some(true));
    assert_eq!(better("less than 5%", "1%", "2%"), Some(false));
    assert_eq!(better("less than 5%", "2%", "2%"), None);
    assert_eq!(better("between 5% and 10%", "3%", "12%"), None);
    assert_eq!(better("between 5% and 10%", "3%", "4%"), Some(true));
    assert_eq!(better("between 5% and 10%", "6%", "7%"), None);
    assert_eq!(better("between 5% and 10%", "6%", "11%"), Some(false));
    let change = trend(&amount("98%"), &amount("81%"), &target("95%")).unwrap().change;
    assert_eq!(change.to_string(), "17 percentage points");
    assert_eq!(trend(&amount("98"), &amount("81%"), &target("95%")), None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_makes_it_panic(
        text in prop_oneof![
            any::<String>(),
            "(at least|less than|between|no|max\\.|≥|<|to|a|within)? ?£?[0-9]{1,30}(\\.[0-9]{1,9})?(%| %|k|m| million)?( (and|to|-|–|or more) )?[0-9]{0,4}%?[a-zé ]{0,9}",
        ],
        value in any::<String>(),
        margin in prop_oneof![any::<String>(), "£?[0-9]{1,29}%?"],
    ) {
        let read = parse_target(&text, None);
        let margin = parse_margin(&margin).ok();
        let content = read_value(&value, read.as_ref().ok());
        if let (Ok(target), Ok(Content::Amount(value))) = (&read, content) {
            judge_value(&value, target, margin.as_ref());
            trend(&value, &value, target);
        }
        if let Ok(target) = &read {
            judge_value(target.bound.amount(), target, margin.as_ref());
        }
    }

    #[test]
    fn what_is_read_is_what_was_written(number in 0_u32..1_000_000, least: bool, strict: bool, percent: bool) {
        let unit = if percent { "%" } else { "" };
        let words = match (least, strict) {
            (true, false) => "at least",
            (true, true) => "more than",
            (false, false) => "no more than",
            (false, true) => "less than",
        };
        let text = format!("{words} {number}{unit} within 3 working days");
        let found = parse_target(&text, None);
        prop_assert_eq!(found.as_ref().map(|target| target.bound.amount().value), Ok(number.into()));
        let kind = found.map(|target| (matches!(target.bound, Bound::Least { .. }), matches!(target.bound, Bound::Least { strict: true, .. } | Bound::Most { strict: true, .. })));
        prop_assert_eq!(kind, Ok((least, strict)));
    }

    #[test]
    fn more_never_turns_a_minimum_that_is_met_into_one_that_is_not(bound in 0_u32..200, margin in 1_u32..20, a in 0_u32..250, b in 0_u32..250) {
        let target = parse_target(&format!("at least {bound}"), None).unwrap();
        let margin = parse_margin(&margin.to_string()).unwrap();
        let of = |value: u32| judge_value(&amount(&value.to_string()), &target, Some(&margin)).unwrap();
        let (low, high) = (a.min(b), a.max(b));
        prop_assert!(of(high) <= of(low));
    }
}
