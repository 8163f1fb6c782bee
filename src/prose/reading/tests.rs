//! Texts that were counted by hand.

use super::{Reading, reading, reading_without_terms, sentences};
use crate::diagnostic::FileId;
use crate::prose::glossary::{Matcher, TermForms};
use crate::prose::{Prose, parse_prose};
use crate::source::Excerpt;
use proptest::prelude::*;

fn prose(text: &str) -> Prose {
    parse_prose(&Excerpt::verbatim(FileId(0), 0, text), &mut Vec::new())
}

fn split(text: &str) -> Vec<String> {
    sentences(&prose(text)).into_iter().map(|sentence| sentence.text).collect()
}

/// Each text is written with `|` between its sentences.
#[test]
fn sentences_end_where_readers_stop() {
    let texts = [
        "We met on 3 May.| It was good.",
        "Our reply to question No. 3 is late.| Did they answer?| No.| We asked again.",
        "Some services, e.g. Reablement, are free, i.e. nobody pays.| Others are not.",
        "It cost £4.2m.| That is 3.5 times as much.| In 2019.| Carers paid.",
        "Dr Smith and Mrs. Jones met Dr. Brown and Cllr. Khan.| They agreed.",
        "See www.example.org for more.| Or write to help@example.org.| Thank you.",
        "She lives near St. Mary's church.| He lives in the High St.| They are friends.",
        "J. Smith and J. K. Jones spoke.| W. H. Auden did not.",
        "They waited... and waited.| Then it came…| It was late.",
        "\"We are here.\"| (They were.)| “Yes.”| ‘No!’| The end.",
        "Really?!| Yes!| \"Why?\" she asked.",
        "We open at 9 a.m. Monday to Friday.| We close at 5 p.m.| The phone is on.",
        "It is by Age Concern Ltd. and others, etc.| More is on page 4.",
        "It cost £36\u{a0}million.\u{a0}| It helped.",
        "The U.K. Government agreed.| So did the N.H.S.| We are glad.",
        "He is older than I.| We are younger.",
        "Nobody came.| 36 people wrote.| £5 was spent.| iBCF money helped.",
        "It ended.|Carers came.| See example.org and bromley.gov.uk today.",
        "See p. 12 and paras. 3.4 to 3.6 of vol. 2.| See Fig. 3.",
        "No full stop at all",
        "**Bold.**| _Next [linked](https://x.org/a.b) words._| End[^1].\n\n[^1]: Not read.",
        "3.4. The council agreed.| 3.5 is next.",
    ];
    for text in texts {
        let whole = text.replace('|', "");
        let plain = |text: &str| text.replace(['*', '_'], "").replace("[linked](https://x.org/a.b)", "linked");
        let text = text.split("[^1]").next().unwrap().to_owned() + if text.contains("[^1]") { "." } else { "" };
        let expected: Vec<String> = text.split('|').map(|part| plain(part).trim().to_owned()).collect();
        assert_eq!(split(&whole), expected, "{whole}");
    }
}

#[test]
fn what_is_read_is_running_text() {
    let text = "# Not this. Nor this\n\n## Nor this\n\nRead this:\n\n- one item\n- two. Items\n  - inside\n\n> Quoted.\n\n> [!NOTE]\n> Noted.\n\n\
        | no | no |\n|---|---|\n| no | no |\n\n```stats\n- value: 1\n  label: no\n```\n\n```\nno\n```\n\n`no` yes.\n\n\
        ```case-study\ntitle: No\ntext: |\n  Told.\nquote: Said.\nsource: No\n```\n";
    let found = split(text);
    let expected =
        ["Read this:", "one item", "two.", "Items", "inside", "Quoted.", "Noted.", "\u{fffc} yes.", "Told.", "Said."];
    assert_eq!(found, expected);
}

#[test]
fn sentences_know_their_places() {
    let text = "One **two.** Three\nfour [five](x.md). Six &amp; seven.\n";
    let found = sentences(&prose(text));
    let places: Vec<&str> = found.iter().map(|found| text.get(found.span.range()).unwrap()).collect();
    assert_eq!(places, ["One **two.", "Three\nfour [five](x.md).", "Six &amp; seven."]);
}

#[test]
fn a_text_counted_by_hand_has_its_reading_age() {
    // 10 words and 12 syllables: The(1) coun-cil(2) helped(1) the(1) car-ers(2) who(1) live(1) in(1) the(1) town(1).
    let sentence = "The council helped the carers who live in the town. ";
    let counted = reading(&prose(&sentence.repeat(10)));
    assert_eq!((counted.words, counted.sentences, counted.syllables), (100, 10, 120));
    assert!(counted.lengths.classes().eq([
        (1, Some(5), 0),
        (6, Some(10), 10),
        (11, Some(15), 0),
        (16, Some(20), 0),
        (21, Some(25), 0),
        (26, Some(35), 0),
        (36, None, 0)
    ]));
    assert_eq!(counted.sentence_length_in_tenths(), Some(100));
    // 0.39 × 10 + 11.8 × 1.2 − 15.59
    assert!((counted.grade().unwrap() - 2.47).abs() < 1e-9);
    assert_eq!(counted.reading_age(), Some(7));
    let few = reading(&prose(&sentence.repeat(9)));
    assert_eq!((few.words, few.grade(), few.reading_age()), (90, None, None));
    assert_eq!(reading(&prose("")), Reading::default());
}

#[test]
fn terms_of_the_glossary_can_be_left_out() {
    let term = |name: &str| TermForms {
        id: name.into(),
        name: name.into(),
        abbreviation: None,
        forms: Vec::new(),
        automatic: true,
    };
    let glossary = Matcher::new(&[term("Deprivation of liberty"), term("Reablement")]);
    let text = prose("We stop a deprivation of liberty. Reablement. It helps.");
    assert_eq!((reading(&text).words, reading(&text).sentences), (9, 3));
    let own = reading_without_terms(&text, &glossary);
    // We(1) stop(1) a(1). It(1) helps(1).
    assert_eq!((own.words, own.sentences, own.syllables), (5, 2, 5));
}

#[test]
fn ages_stay_within_reason() {
    let easy = Reading { words: 100, sentences: 100, syllables: 100, ..Reading::default() };
    assert_eq!(easy.reading_age(), Some(5));
    let hard = Reading { words: usize::MAX, sentences: 1, syllables: usize::MAX, ..Reading::default() };
    assert_eq!(hard.reading_age(), Some(u32::MAX));
    let none = Reading { words: 100, sentences: 0, syllables: 0, ..Reading::default() };
    assert_eq!(none.reading_age(), None);
}

#[test]
fn long_sentences_are_those_of_more_than_25_words() {
    let text = format!("{}end.\n\n{}end.\n", "word ".repeat(24), "word ".repeat(25));
    let found = reading(&prose(&text)).long_sentences;
    assert_eq!(found.len(), 1);
    assert_eq!(text.get(found[0].range()).unwrap().split(' ').count(), 26);
}

#[test]
fn a_long_text_is_read_in_good_time() {
    for piece in [".", ". ", "a.", "A. ", "\".", "a", "aeiou", ")", " ", "- ", "'", "ly", "A.a"] {
        let text = format!("x{}", piece.repeat(200_000 / piece.len()));
        let begun = std::time::Instant::now();
        reading(&prose(&text));
        assert!(begun.elapsed().as_secs() < 10, "{piece:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_can_be_read(
        text in prop_oneof!["([A-Za-z]{1,8}|e\\.g|St|J|3|9 a\\.m|\\*\\*|_|`|\\[x\\]\\(y\\)|&amp;|- |\n|\n\n|> |[.!?…\"’)( \u{a0}-]){0,60}", any::<String>()],
    ) {
        let prose = prose(&text);
        let mut last = 0;
        for sentence in sentences(&prose) {
            prop_assert!(text.get(sentence.span.range()).is_some(), "{:?} of {text:?}", sentence.span);
            prop_assert!(sentence.words > 0 && sentence.syllables >= sentence.words);
            prop_assert!(sentence.span.end as usize >= last);
            last = sentence.span.start as usize;
        }
        reading(&prose).reading_age();
        crate::prose::loose_figures_of(&prose);
    }
}
