//! Quotations as authors write them, against truths that do and do not bear them out.

use super::{Direction, Mistake, Qualifier, Suggestion, Verdict, explain, judge, judge_change, read_quotation};
use crate::figure::{Amount, parse_amount};
use proptest::prelude::*;

/// A quotation with what stands before it, parted by `[`.
fn quoted(text: &str) -> (super::Quoted, &str) {
    let (before, text) = text.split_once('[').unwrap_or(("", text));
    (read_quotation(before, text).unwrap_or_else(|fault| panic!("{text}: {fault:?}")), text)
}

fn truth(text: &str) -> Amount {
    parse_amount(text).unwrap()
}

fn is_right(text: &str, level: &str) -> bool {
    judge(&quoted(text).0, &truth(level)) == Verdict::Right
}

fn change_is_right(text: &str, change: &str) -> bool {
    judge_change(&quoted(text).0, &truth(change)) == Verdict::Right
}

#[test]
fn the_amount_is_found_with_its_words() {
    use Qualifier::{About, AtLeast, AtMost, JustOver, Nearly, Over, Under};
    let cases: &[(&str, &str, Option<Qualifier>)] = &[
        ("1,884", "1,884", None),
        ("over £36 million", "£36 million", Some(Over)),
        ("Over £468,000", "£468,000", Some(Over)),
        ("more than [20%", "20%", Some(Over)),
        ("We bought over [1,400,000 items", "1,400,000", Some(Over)),
        ("nearly 2,000 people", "2,000", Some(Nearly)),
        ("just under [3,000 individuals", "3,000", Some(Nearly)),
        ("just over 4,500", "4,500", Some(JustOver)),
        ("under [3,000", "3,000", Some(Under)),
        ("at least 57", "57", Some(AtLeast)),
        ("57 or more", "57", Some(AtLeast)),
        ("57+", "57", Some(AtLeast)),
        ("no more than 57", "57", Some(AtMost)),
        ("support for up to [57", "57", Some(AtMost)),
        ("it went up to [57", "57", None),
        ("approximately £85,000", "£85,000", Some(About)),
        ("approx. [7%", "7%", Some(About)),
        ("c. 80%", "80%", Some(About)),
        ("c80%", "80%", Some(About)),
        ("~200", "200", Some(About)),
        ("a total of some [57 people", "57", Some(About)),
        ("an estimated 57", "57", Some(About)),
        ("four", "four", None),
        ("Twenty-one people", "Twenty-one", None),
        ("two million people", "two million", None),
        ("one of [our 57", "57", None),
        ("one of our 57", "57", None),
        ("a 5.5% rise", "5.5%", None),
        ("“1,884”", "1,884", None),
        ("£36.1\u{a0}million.", "£36.1\u{a0}million", None),
        ("In all, over [57", "57", Some(Over)),
        ("over a [5% rise", "5%", Some(Over)),
        ("a thousand pounds less than the [£3.172 million", "£3.172 million", None),
        ("more than the [1,884 of last year", "1,884", None),
        ("over the [£3.172 million", "£3.172 million", None),
        ("more than the 1,884", "1,884", None),
        ("less than the [57 or more", "57", Some(AtLeast)),
        ("more people than before, [57", "57", None),
        ("Cr 3,756", "Cr 3,756", None),
        ("(3,756)", "(3,756)", None),
        ("2.5 percentage points lower", "2.5 percentage points", None),
    ];
    for (text, amount, qualifier) in cases {
        let (quoted, inner) = quoted(text);
        assert_eq!((inner.get(quoted.range.clone()).unwrap(), quoted.qualifier), (*amount, *qualifier), "{text}");
    }
}

#[test]
fn texts_without_one_number_say_so() {
    let why = |text: &str| read_quotation("", text).unwrap_err().0;
    assert_eq!(why("many carers"), "this quotation of a figure has no number");
    assert_eq!(why(""), "this quotation of a figure has no number");
    assert!(is_right("64.2 visits per 1,000 people", "64.2"));
    assert_eq!(why("57 of 312"), "this quotation has two numbers: `57` and `312`");
    assert_eq!(why("1,88 carers"), "`1,88` has a comma or a space in the wrong place");
    assert_eq!(why("57 (2019-20)"), "`-20)` is not understood in `(2019-20)`");
    assert!(why(&"word ".repeat(1000)).ends_with("very long"));
}

#[test]
fn directions_come_from_the_words_that_belong_to_the_number() {
    use Direction::{Down, Up};
    for (text, direction) in [
        ("31 more", Some(Up)),
        ("31 people fewer", Some(Down)),
        ("31 fewer complaints", Some(Down)),
        ("57 falls fewer", Some(Down)),
        ("57 falls more", Some(Up)),
        ("a 5.5% rise", Some(Up)),
        ("a [17.5% reduction", Some(Down)),
        ("rose by [31", Some(Up)),
        ("rose by over [31", Some(Up)),
        ("fell by about 31", Some(Down)),
        ("fell to [1,884", None),
        ("an increase in carers of [31", Some(Up)),
        ("down [£1.2 million", Some(Down)),
        ("more than 31", None),
        ("more than 31 fewer", Some(Down)),
        ("up to 31", None),
        ("It fell. Then [31", None),
        ("31", None),
    ] {
        assert_eq!(quoted(text).0.direction, direction, "{text}");
    }
}

#[test]
fn a_number_alone_is_right_to_its_last_digit() {
    for (text, level) in [
        ("£36.1 million", "£36,120,000"),
        ("£36.1m", "£36,149,999.99"),
        ("£36.2m", "£36,150,000"),
        ("£5,661k", "£5,660,500"),
        ("1,884", "1,884"),
        ("four", "4"),
        ("92.5%", "92.46%"),
        ("93 per cent", "92.5%"),
        ("£[36.1 million", "£36,120,000"),
        ("-57", "-57"),
        ("Cr £3,756", "(£3,756)"),
        ("£0 million", "£0.3 million"),
        ("two million", "1,884,000"),
    ] {
        assert!(is_right(text, level), "{text} of {level}");
    }
    for (text, level) in [
        ("£36.2 million", "£36,120,000"),
        ("£36.10 million", "£36,120,000"),
        ("1,884", "1,885"),
        ("2,000", "1,884"),
        ("36.1 million", "£36,120,000"),
        ("98", "98%"),
        ("£98", "98"),
        ("98%", "98"),
        ("0.5%", "0.5 percentage points"),
        ("57", "-57"),
    ] {
        assert!(!is_right(text, level), "{text} of {level}");
    }
}

#[test]
fn words_before_a_number_are_held_to() {
    for (text, level) in [
        ("over £36 million", "£36,120,000"),
        ("over 1,700", "1,884"),
        ("more than 36", "40"),
        ("at least 57", "57"),
        ("57 or more", "60"),
        ("under 2,000", "1,884"),
        ("nearly 2,000", "1,884"),
        ("nearly 2,000", "1,800"),
        ("up to 57", "57"),
        ("about 2,000", "1,884"),
        ("around 1,850", "1,884"),
        ("about 20", "23"),
        ("about 3", "2.6"),
        ("some £36 million", "£36,120,000"),
        ("c80%", "78.2%"),
        ("almost 100%", "98.99%"),
    ] {
        assert!(is_right(text, level), "{text} of {level}");
    }
    for (text, level) in [
        ("over £36 million", "£36,000,000"),
        ("over £36 million", "£35,900,000"),
        ("over 1,000", "1,884"),
        ("at least 57", "56"),
        ("under 2,000", "2,000"),
        ("nearly 2,000", "1,799"),
        ("nearly 2,000", "2,001"),
        ("up to 57", "58"),
        ("about 2,000", "1,499"),
        ("about 100", "149"),
        ("about 1,850", "2,000"),
    ] {
        assert!(!is_right(text, level), "{text} of {level}");
    }
}

#[test]
fn changes_may_say_their_sign_in_words() {
    for (text, change) in [
        ("31", "31"),
        ("31 more", "31"),
        ("31 fewer", "-31"),
        ("-31", "-31"),
        ("a fall of [-31", "-31"),
        ("fell by [31", "-31"),
        ("£1.2 million less", "-£1,180,000"),
        ("over £5,000 less", "-£5,200"),
        ("nearly 2,000 fewer", "-1,884"),
        ("2.5 percentage points lower", "-2.48 percentage points"),
        ("down [2 points", "-2 percentage points"),
        ("a 5.5% rise", "5.52%"),
        ("a [17.5% reduction", "-17.5%"),
    ] {
        assert!(change_is_right(text, change), "{text} of {change}");
    }
    for (text, change) in [
        ("31", "-31"),
        ("31 more", "-31"),
        ("31 fewer", "31"),
        ("+31 fewer", "31"),
        ("+31 fewer", "-31"),
        ("-31 more", "-31"),
    ] {
        let verdict = judge_change(&quoted(text).0, &truth(change));
        assert!(matches!(verdict, Verdict::Wrong { mistake: Mistake::Direction, .. }), "{text} of {change}");
    }
    // A level has no direction.
    assert!(is_right("57 falls", "57"));
    assert!(is_right("down to [57", "57"));
}

#[test]
fn a_wrong_one_says_what_it_should_be() {
    let should = |text: &str, level: &str| match judge(&quoted(text).0, &truth(level)) {
        Verdict::Wrong { should_be, mistake } => (should_be.to_string(), mistake),
        Verdict::Right => panic!("{text} is right for {level}"),
    };
    assert_eq!(should("£36.2 million", "£36,120,000"), ("£36.1 million".into(), Mistake::Number));
    assert_eq!(should("£36 million", "£5,230"), ("£5,230".into(), Mistake::Number));
    assert_eq!(should("92.5%", "88.88%"), ("88.9%".into(), Mistake::Number));
    assert_eq!(should("98", "98%"), ("98%".into(), Mistake::Unit));
    assert_eq!(should("0.5%", "0.5 percentage points"), ("0.5 percentage points".into(), Mistake::Unit));
    let say = |qualifier| Mistake::Qualifier(Suggestion::Say(qualifier));
    assert_eq!(should("over £36 million", "£35,900,000").1, say(Qualifier::Nearly));
    assert_eq!(should("nearly 2,000", "2,050").1, say(Qualifier::Over));
    assert_eq!(should("over 57", "57").1, Mistake::Qualifier(Suggestion::LeaveOut));
    assert_eq!(should("over 57", "157").1, Mistake::Number);
    let third = truth("1").share_of(&truth("3")).unwrap();
    let (quoted, text) = quoted("34%");
    let verdict = judge(&quoted, &third);
    let (message, help) = explain(text, &quoted, &third, &verdict).unwrap();
    assert_eq!(message, "`34%` does not agree with the figure, which is 33.33%");
    assert_eq!(help, "write 33%");
    assert_eq!(explain(text, &quoted, &third, &Verdict::Right), None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_it_panic(
        before in prop_oneof![any::<String>(), "(over|about|fell by|£|up to|more than|a|, |\\. ){0,4}"],
        text in prop_oneof![
            any::<String>(),
            "(over |nearly |c|~|a |an |the |“|\\()?(£|-)?[0-9]{1,30}(,[0-9]{3}|\\.[0-9]{1,9})?(%|k|m| million|\\)|\\+)?( more| fewer| rise| or so|”|,)?",
        ],
        number in any::<i128>(),
        places in 0_u32..=28,
    ) {
        if let Ok(quoted) = read_quotation(&before, &text) {
            prop_assert!(text.get(quoted.range.clone()).is_some());
            let value = rust_decimal::Decimal::try_from_i128_with_scale(number >> 33, places).unwrap_or_default();
            let truth = Amount::exact(value, quoted.amount.unit);
            for verdict in [judge(&quoted, &truth), judge_change(&quoted, &truth)] {
                explain(&text, &quoted, &truth, &verdict);
            }
        }
    }

    /// Whatever is filled in for an author is right when it is checked.
    #[test]
    fn what_it_should_be_is_right(number in -100_000_i64..100_000_000, step in 0_i32..7, stated in 1_u32..5000) {
        let truth = Amount::exact(number.into(), crate::figure::Unit::Count);
        let text = stated.to_string();
        let mut quoted = read_quotation("", &text).unwrap();
        quoted.amount.step = step;
        if let Verdict::Wrong { should_be, .. } = judge(&quoted, &truth) {
            let again = read_quotation("", &should_be.to_string()).unwrap();
            prop_assert_eq!(judge(&again, &truth), Verdict::Right, "{} for {}", should_be, truth);
        }
    }
}
