//! What is taken for a figure in sentences of real papers, and what is not.

use super::loose_figures;
use proptest::prelude::*;

fn found(text: &str) -> Vec<&str> {
    loose_figures(text).into_iter().map(|range| text.get(range).unwrap()).collect()
}

#[test]
fn figures_of_all_shapes_are_found() {
    let cases: &[(&str, &[&str])] = &[
        ("we spent £36.1 million on care", &["£36.1 million"]),
        ("a pool of £36.1\u{a0}million.", &["£36.1\u{a0}million"]),
        ("£5,661k and £4.184m, or £1.2bn", &["£5,661k", "£4.184m", "£1.2bn"]),
        ("It assessed 1,884 carers.", &["1,884"]),
        ("92.5% of people, 92 per cent of staff, 5 percent", &["92.5%", "92 per cent", "5 percent"]),
        ("a change of -57 or \u{2212}3.5%", &["-57", "\u{2212}3.5%"]),
        ("the result was (3,756) overall", &["3,756"]),
        ("an income of Cr 3,756", &["Cr 3,756"]),
        ("4,145 people", &["4,145"]),
        ("we helped 57 people, then 312.", &["57", "312"]),
        ("£5 each, -£12 or £-12", &["£5", "-£12", "£-12"]),
        ("up 2 percentage points", &["2 percentage points"]),
        ("between 50–60% and £5m-£6m", &["50", "60%", "£5m", "£6m"]),
        ("it rose from 45 to 57 people", &["45", "57"]),
        ("9 out of 10 people and 1 in 4 carers", &["9 out of 10", "1 in 4"]),
        ("in 2019 there were 57 more than in 2018", &["57"]),
        ("a score of 3.5 against 4.2", &["3.5", "4.2"]),
        ("5 million hours, 3 thousand pounds", &["5 million", "3 thousand pounds"]),
        ("(57%), “1,884”, ~200, >30", &["57%", "1,884", "200", "30"]),
        ("after 36 days and 14 months", &["36", "14"]),
        ("10,000—more than 9,000", &["10,000", "9,000"]),
        ("57 in 2019", &["57"]),
        ("In 2018 312 people (57 more) came", &["312", "57"]),
        ("312 (57 last year); 12 may have left", &["312", "57", "12"]),
        ("On 1 May 2019, 57 people", &["57"]),
        ("1234 households and 36120 letters", &["1234", "36120"]),
        ("over 65 people came", &["65"]),
        ("it rose to over 65, and under 18 of them stayed", &["65", "18"]),
        ("Of these people, over 65 came back", &["65"]),
        ("we saw people (over 65) and people over 120", &["65", "120"]),
        ("the people above 65% and adults over 65 million", &["65%", "65 million"]),
        ("we visited residents over 65 times", &["65"]),
        ("people over 18 homes and 65 flats", &["65"]),
        ("services over 65 and exactly 57", &["65", "57"]),
    ];
    for (text, figures) in cases {
        assert_eq!(found(text), *figures, "{text}");
    }
}

#[test]
fn other_numbers_are_left_alone() {
    let texts = [
        "in 2019, 2019-20, 2019/20, 2019–2020, 2019 to 2020 and the 1970s",
        "on 20 January 2021, 20/01/2021, 2021-01-20, 20.01.2021, the 20th of May, January 20, 12 Sep",
        "from 20 to 22 January, on 11 and 12 May, 10-12 June",
        "at 9.30am, 10:15, 9 am, 10.30 p.m. or 11 o'clock, from 10 to 11.30am",
        "call 020 8464 3333, (020) 8464 3333, 020-8464-3333, +44 20 8464 3333, 0800 123 4567 or 01234567890",
        "call 999 or ring 111, text 85258",
        "Civic Centre, BR1 3UH; SW1A 1AA; E8",
        "paragraph 3.4, Appendix 12, section 12, Part 20, page 17, Figure 13, Chapter 14, No. 13, p. 12",
        "paragraphs 3.4, 3.5 and 3.6; sections 12 to 14; pages 12–14",
        "12. What we spent",
        "3.4 The council agreed",
        "version 3.4.1",
        "COVID-19, COVID 19, ISO 9001, A4, H1N1, W3C, a 10-year plan, a 57-bed home, the 19th",
        "see https://x.org/57?y=12,000 or www.x.org/57 or a57@x.org",
        "7 teams in 3 places",
        "aged 65 and over, age 18, 65 or older, people aged 18 to 64, 18-64, 85+, 12 years old, 65-year-old",
        "for adults of 18 to 64",
        "aged over 65, people over 65, people exactly 65, everyone under 18, adults over 50.",
        "Aged under 18; carers above 85; women below 25; People over 65",
        "people under 18 or over 65, those over 85",
        "24 hours a day, 7 days a week, 52 weeks a year, 24/7",
        "two thirds of people",
        "charity number 1234567, reference 20012345",
        "",
        "no digits at all",
    ];
    for text in texts {
        assert_eq!(found(text), [""; 0], "{text}");
    }
}

#[test]
fn a_long_text_is_read_in_good_time() {
    for piece in ["1 ", "1,", "1-", "and 1 ", "57", "paragraph 1, ", "£", "(", "12 to ", "020 "] {
        let text = piece.repeat(200_000 / piece.len());
        let begun = std::time::Instant::now();
        loose_figures(&text);
        assert!(begun.elapsed().as_secs() < 5, "{piece:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn ranges_are_in_order_apart_and_inside(
        text in prop_oneof!["[0-9£%,. ()\u{2212}–—\u{a0}kmto/é-]{0,40}", "((£|-|\\()?[0-9]{1,4}(,[0-9]{3}|\\.[0-9])?(%|k|m|\\))?,? (to |and |out of |in |million |per cent |page |May |Cr )?){0,12}", any::<String>()],
    ) {
        let mut from = 0;
        for range in loose_figures(&text) {
            prop_assert!(range.start >= from && range.start < range.end);
            let figure = text.get(range.clone());
            prop_assert!(figure.is_some_and(|figure| figure.contains(|c: char| c.is_ascii_digit())), "{range:?} of {text:?}");
            from = range.end;
        }
    }
}
