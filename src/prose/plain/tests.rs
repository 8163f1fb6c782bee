//! Words and passives as they stand in texts.

use super::{Lexicon, Tools, check_plain, passives};
use crate::diagnostic::FileId;
use crate::prose::glossary::{Matcher, TermForms};
use crate::prose::parse_prose;
use crate::source::Excerpt;
use proptest::prelude::*;

/// The passives of a sentence, as they are written.
fn found(text: &str) -> Vec<&str> {
    passives(text, 0..text.len()).into_iter().map(|passive| text.get(passive.range).unwrap()).collect()
}

#[test]
fn passives_are_found() {
    let cases = [
        ("The plan was agreed in May.", "was agreed"),
        ("Two homes have been closed by the council.", "been closed"),
        ("The work is being done by volunteers.", "is being done"),
        ("Carers were not always asked.", "were not always asked"),
        ("It wasn't published.", "wasn't published"),
        ("The money will be spent on care.", "be spent"),
        ("Was the plan agreed?", "Was the plan agreed"),
        ("When were the carers told?", "were the carers told"),
        ("Nobody got paid.", "got paid"),
        ("The fund was used to pay for it.", "was used"),
        ("The results are shown below.", "are shown"),
        ("It can only be given once.", "be given"),
        ("The service is run by Oak Homes.", "is run"),
        ("The review was led by an independent chair.", "was led"),
        ("Three risks were closed and two were added.", "were closed/were added"),
    ];
    for (text, expected) in cases {
        assert_eq!(found(text).join("/"), expected, "{text}");
    }
}

#[test]
fn what_only_looks_like_a_passive_is_left_alone() {
    let texts = [
        "We are interested in your view.",
        "They are married.",
        "The hall is located in the park.",
        "The price is based on need.",
        "She was born here.",
        "You are entitled to an assessment.",
        "We are used to it, and got used to working at home.",
        "I am worried and tired.",
        "There were increased costs.",
        "These are planned changes.",
        "There is need.",
        "It is indeed red.",
        "The team is well-led.",
        "We are committed to change.",
        "The bill is unpaid.",
        "People get involved.",
        "We get improved services.",
        "It is a closed ward.",
        "They were friends, helped by neighbours.",
        "The main issue is cost.",
        "He is gone.",
        "Most people are retired.",
        "It is called reablement.",
        "Who is who?",
        "We agreed the plan.",
        "They have agreed.",
    ];
    for text in texts {
        assert_eq!(found(text), [""; 0], "{text}");
    }
}

/// What is said of a text: the words and the help.
fn told(text: &str) -> Vec<String> {
    let term = |name: &str| TermForms {
        id: name.into(),
        name: name.into(),
        abbreviation: None,
        forms: Vec::new(),
        automatic: true,
    };
    let glossary = Matcher::new(&[term("Procurement rules"), term("Telecare")]);
    let tools = Tools { lexicon: Lexicon::built_in(), glossary: &glossary };
    let mut out = Vec::new();
    check_plain(&parse_prose(&Excerpt::verbatim(FileId(0), 0, text), &mut Vec::new()), Some(tools), &mut out);
    let place = |span: crate::diagnostic::Span| text.get(span.range()).unwrap_or_default().to_owned();
    out.iter().map(|told| format!("{}: {}", place(told.span), told.help.as_deref().unwrap_or_default())).collect()
}

#[test]
fn plainer_words_come_in_the_form_that_fits() {
    let cases = [
        ("We utilised it.", "utilised: write `used` instead of `utilised`"),
        ("It was *utilised* well.", "was *utilised: name who does it"),
        ("Utilizing the fund helps.", "Utilizing: write `Using` instead of `Utilizing`"),
        ("We commenced work.", "commenced: write `started` or `began` instead of `commenced`"),
        ("We have commenced work.", "commenced: write `started` or `begun` instead of `commenced`"),
        ("We do it in order to help.", "in order to: write `to` instead of `in order to`"),
        ("Read [what we purchased prior to May](x.md).", "prior to: write `before` instead of `prior to`"),
        ("Ask `utilise`.", ""),
        ("The Procurement Act says so, and so does the Commencement Order.", ""),
        ("The procurement rules hold.", ""),
        ("“We utilise it every day”, she said.", ""),
        ("> We utilise it.", ""),
        ("See www.example.org/utilise now.", ""),
    ];
    for (text, expected) in cases {
        let told = told(text);
        let fits = told.iter().any(|told| told.starts_with(expected)) || (expected.is_empty() && told.is_empty());
        assert!(fits, "{text}: {told:?}");
    }
}

#[test]
fn jargon_is_told_once_unless_it_is_explained() {
    assert_eq!(told("We want more reablement. Reablement helps.").len(), 1);
    assert_eq!(told("We want more reablement (help to do things again). Reablement helps."), [""; 0]);
    assert_eq!(told("Telecare helps."), [""; 0]);
    assert_eq!(told("We plan and pay for care. We call this commissioning."), [""; 0]);
}

#[test]
fn a_long_text_is_judged_in_good_time() {
    for piece in ["s’ a ", "“a ", "is ", "was asked ", "utilise ", "not un", "(reablement ", "A. "] {
        let text = piece.repeat(60_000 / piece.len());
        let begun = std::time::Instant::now();
        told(&text);
        assert!(begun.elapsed().as_secs() < 20, "{piece:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_can_be_judged(
        text in "(was |is |not |asked |by |the |utilise|utilised |prior to |[a-zé]{1,6} |“|”|‘|’|'|\\*|- |\n\n|> |# |[.!?,:] ){0,50}",
    ) {
        let prose = parse_prose(&Excerpt::verbatim(FileId(0), 0, &text), &mut Vec::new());
        let tools = Tools { lexicon: Lexicon::built_in(), glossary: &Matcher::new(&[]) };
        let mut out = Vec::new();
        check_plain(&prose, Some(tools), &mut out);
        crate::prose::check_easy_read(&prose, tools, &mut out);
        for told in out {
            prop_assert!(text.get(told.span.range()).is_some(), "{:?} of {text:?}", told.span);
        }
    }
}
