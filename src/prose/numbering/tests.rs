//! Texts and the numbers of their paragraphs.

use super::*;
use crate::diagnostic::FileId;
use crate::prose::parse_prose;
use crate::source::Excerpt;
use proptest::prelude::*;

fn read(text: &str) -> (Prose, Vec<Diagnostic>) {
    let mut out = Vec::new();
    let mut prose = parse_prose(&Excerpt::verbatim(FileId(0), 0, text), &mut out);
    number_paragraphs(&mut prose, &mut out);
    (prose, out)
}

fn numbers(text: &str) -> (Vec<String>, Vec<&'static str>) {
    let (prose, out) = read(text);
    let all = paragraphs(&prose).into_iter().map(|paragraph| format!("{} {}", paragraph.number, paragraph.words));
    (all.collect(), out.iter().map(|told| told.rule.code).collect())
}

fn helps(text: &str) -> Vec<String> {
    read(text).1.into_iter().filter_map(|told| told.help).collect()
}

#[test]
fn paragraphs_count_within_their_section() {
    let (all, out) = numbers("Before.\n\n## A\n\nOne.\n\n- x\n- y\n\nTwo.\n\n## B\n\n### C\n\nThree.\n");
    assert_eq!(all, ["1.1 One.", "1.2 Two.", "2.1 Three."]);
    assert!(out.is_empty(), "{out:?}");
}

#[test]
fn a_number_by_hand_changes_no_other() {
    let (all, out) =
        numbers("## A\n\nFirst. {1.0A}\n\nOne.\n\nNew. {1.1A}\n\nNewer. {1.1B}\n\nTwo.\n\nSkips. {1.5}\n\nNext.\n");
    assert_eq!(all, ["1.0A First.", "1.1 One.", "1.1A New.", "1.1B Newer.", "1.2 Two.", "1.5 Skips.", "1.6 Next."]);
    assert!(out.is_empty(), "{out:?}");
}

#[test]
fn impossible_numbers_are_told() {
    let (_, out) = numbers("Up here. {1.1}\n\n## A\n\nOne.\n\nBack. {1.1}\n\nOther. {2.1}\n");
    assert_eq!(out, ["paragraph-number", "paragraph-twice", "paragraph-number"]);
    let first = helps("## A\n\nOne. {1.1B}\n");
    assert_eq!(first, ["no paragraph stands before it in section 1: write {1.0A}, or take the number out"]);
    let twice = helps("## A\n\nOne.\n\nTwo. {1.1A}\n\nThree. {1.1A}\n");
    assert_eq!(twice, ["write {1.1B} here"]);
}

#[test]
fn letters_go_up() {
    let told = helps("## A\n\nOne.\n\nTwo. {1.1B}\n\nThree. {1.1A}\n");
    assert_eq!(told, ["it follows paragraph 1.1B: write {1.1C}, or take the number out"]);
}

#[test]
fn what_is_no_number_is_told_with_the_way_to_write_it() {
    let help = |pin: &str| helps(&format!("## A\n\nOne.\n\nText. {{{pin}}}\n")).join("|");
    assert_eq!(help("1.1a"), "write {1.1A}, without spaces and with capital letters");
    assert_eq!(help("1.2 "), "write {1.2}, without spaces and with capital letters");
    assert_eq!(help("12"), "write the section too: {1.12}");
    assert!(help("1.1.1").contains("{1.1A}"));
    for stray in ["{1.1A} Text.", "Text {1.1A}.", "- an entry {1.1A}", "> quoted {1.1A}", "**bold {1.1A}**"] {
        let (_, out) = numbers(&format!("## A\n\nOne.\n\n{stray}\n"));
        assert_eq!(out, ["paragraph-number"], "{stray}");
    }
    for fine in ["Text {1.x}.", "Text `{1.1A}`.", "Text {a}.", "Text {see above}.", "Text {}.", "Text \\{1.1\\}"] {
        let (_, out) = numbers(&format!("## A\n\nOne.\n\n{fine}\n"));
        assert!(out.is_empty(), "{fine}: {out:?}");
    }
    assert_eq!(numbers("## A {appendix}\n\nText. {A1}\n").1, ["paragraph-number"]);
}

#[test]
fn numbers_typed_by_hand_are_told() {
    let codes = |text: &str| numbers(text).1;
    for text in ["## 1. Purpose\n\nText.", "## 2) Purpose\n\nText.", "## 1 Purpose\n\nText.", "### 1.1 Why\n\nText."] {
        let text = text.replace("###", "## A\n\n###");
        assert!(codes(&text).contains(&"number-by-hand"), "{text}");
    }
    for text in ["1.1 This report", "1.1. This report", "2.3.1 This report", "a) one\nb) two", "(iv) four"] {
        assert_eq!(codes(&format!("## A\n\n{text}\n")), ["number-by-hand"], "{text}");
    }
    for text in ["2.4 million people", "12.5 FTE posts", "2026 was a year", "(see above) words", "A. Person wrote"] {
        assert!(codes(&format!("## 2026 and after\n\n{text}\n")).is_empty(), "{text}");
    }
    assert_eq!(codes("## A\n\nText.\n\n## Appendix 1: Parts\n\nText.\n"), ["appendix-unmarked"]);
    assert!(codes("## A\n\nText.\n\n## Appendix 1: Parts {appendix}\n\nText.\n").is_empty());
}

#[test]
fn sections_and_appendices_have_short_places() {
    let (prose, _) = read(
        "## A\n\nText.\n\n## 1\n\nText.\n\n## B\n\nText.\n\n## Appendix 1 {appendix}\n\n## Annex B: Maps {appendix}\n\n## More {appendix}\n",
    );
    let places = prose.blocks.iter().filter_map(|block| match &block.kind {
        BlockKind::Heading(heading) => Some(heading.place.clone().unwrap_or_default()),
        _ => None,
    });
    // Another heading is called 1 already, and the first appendix has that place from its words.
    assert_eq!(places.collect::<Vec<_>>(), ["", "2", "3", "", "appendix-b", "appendix-3"]);
}

proptest! {
    #[test]
    fn numbers_go_up_whatever_is_written(parts in prop::collection::vec(
        prop_oneof![
            Just("## Section".to_owned()),
            Just("## Appendix {appendix}".to_owned()),
            "Words\\.( \\{[1-3]\\.[0-3][ABab]?\\})?",
            "\\{\\PC{0,6}\\} [a-z]{0,4}",
            "- [a-z]{1,3} \\{1\\.1\\}",
            "\\PC{0,20}\\{\\PC{0,6}\\}",
        ], 0..12)) {
        let (prose, _) = read(&parts.join("\n\n"));
        let all = paragraphs(&prose);
        prop_assert!(all.windows(2).all(|pair| pair[0].number < pair[1].number), "{:?}", all);
    }
}
