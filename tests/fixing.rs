//! Whatever an author types, mending it changes nothing but what mends are for.

#![allow(clippy::unwrap_used, clippy::panic)]

use candour::diagnostic::{Change, Edit};
use candour::fix::{Selection, plan, says_the_same};
use candour::prose::{parse_prose, slips};
use candour::publish::{Silent, produce};
use candour::site::Options;
use candour::source::{Excerpt, MemoryFiles, SitePath, SourceMap};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn options() -> Options {
    Options { today: jiff_day(), drafts: true, base_url: None, advice: true }
}

fn jiff_day() -> candour::figure::Date {
    candour::figure::parse_date("2026-11-22").unwrap()
}

fn site(text: &str) -> MemoryFiles {
    MemoryFiles::default()
        .with("content/site.yaml", "title: Example accounts\norganisation: Example Council\n")
        .with("content/about.md", text)
}

/// Texts that look like what people write, cut and joined in every way.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "# A\n\n",
        "## B",
        "##C",
        "\n",
        "\n\n",
        "\r\n",
        "- ",
        "• ",
        "· ",
        "– ",
        "o ",
        "-x",
        "  ",
        "\t",
        "1. ",
        "> ",
        "`",
        "```",
        "*",
        "**",
        "_",
        "[",
        "](",
        ")",
        "\"",
        "'",
        "“",
        "’",
        "don't",
        "carers' ",
        "6' 6\"",
        "'90s",
        " 'em",
        "say \"no\" ",
        "'yes'",
        " ",
        "£36 million",
        "1 April 2026",
        "page 4",
        "No. 3",
        "word",
        "Word",
        ",",
        ":",
        ".",
        "|",
        "---",
        "\\",
        "<b>",
        "<!--",
        "-->",
        "{#a}",
        "https://a.org/it's",
        "```stats\n- value: 1\n  label: it's\n```\n",
        "We said to everybody who came that day that it was good,  \nand so",
        "[^1]",
        "[^1]: note's",
        "](figure:x)",
    ]);
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// The words of the page as readers get them, all signs that mends may change taken away.
fn words(files: &MemoryFiles) -> Vec<String> {
    let produced = produce(files, &options(), &Silent).unwrap();
    let page = produced.output.get("about/index.html").map(|piece| String::from_utf8(piece.bytes().to_vec()).unwrap());
    let page = page.unwrap_or_default();
    let main = page.split_once("<main").map_or("", |(_, main)| main);
    let mut text = String::new();
    let mut tag = false;
    for c in main.chars() {
        match c {
            '<' => tag = true,
            '>' if tag => {
                tag = false;
                text.push(' ');
            }
            _ if !tag => text.push(c),
            _ => {}
        }
    }
    let text = text.replace("&#39;", "'").replace("&quot;", "\"");
    let plain = text.chars().filter(|c| !matches!(c, '\'' | '"' | '‘' | '’' | '“' | '”' | '•' | '·' | '–' | '-' | '#'));
    plain.collect::<String>().split_whitespace().filter(|word| *word != "o").map(str::to_owned).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn mending_is_done_once_and_keeps_every_word(text in texts()) {
        let files = site(&text);
        let first = plan(&files, &options(), &Selection::default()).unwrap();
        let Some(file) = first.files.first() else { return Ok(()) };
        prop_assert_eq!(std::str::from_utf8(&file.before).unwrap(), text.as_str());
        let mended = String::from_utf8(file.after.clone()).unwrap();
        let again = site(&mended);
        prop_assert_eq!(words(&files), words(&again), "{:?}\n{:?}", text, mended);
        let second = plan(&again, &options(), &Selection::default()).unwrap();
        prop_assert!(second.files.is_empty(), "{:?}\n{:?}\n{:?}", text, mended, second);
    }
}

/// A text with its signs mended, without the proof that `fix` asks for.
fn mended_once(text: &str) -> String {
    let mut sources = SourceMap::default();
    let file = sources.add(SitePath::parse("content/about.md").unwrap(), text);
    let prose = parse_prose(&Excerpt::verbatim(file, 0, text), &mut Vec::new());
    let mut edits: Vec<Edit> = slips(&prose, &sources, true).into_iter().map(|slip| slip.edit).collect();
    edits.sort_by_key(|edit| std::cmp::Reverse(edit.span));
    let mut out = text.to_owned();
    let mut from = text.len();
    for edit in edits {
        let range = edit.span.range();
        if range.end <= from {
            from = range.start;
            out.replace_range(range, &edit.new);
        }
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_text_with_its_signs_mended_says_the_same(text in texts()) {
        let path = SitePath::parse("content/about.md").unwrap();
        let mut mended = mended_once(&text);
        let changes = BTreeSet::from([Change::Signs]);
        prop_assert!(says_the_same(&path, &text, &mended, &changes), "{:?}\n{:?}", text, mended);
        for _ in 0..4 {
            mended = mended_once(&mended);
        }
        prop_assert_eq!(mended_once(&mended), mended);
    }
}

#[test]
fn the_proof_sees_what_is_not_the_same() {
    let path = SitePath::parse("content/about.md").unwrap();
    let same = |before: &str, after: &str| says_the_same(&path, before, after, &BTreeSet::from([Change::Signs]));
    assert!(same("We don't.\n", "We don’t.\n"));
    assert!(!same("We don't.\n", "We do.\n"));
    assert!(!same("One\n\nTwo\n", "One Two\n"));
    assert!(!same("[a](b.md)\n", "[a](c.md)\n"));
    assert!(!same("`a  b`\n", "`a b`\n"));
    assert!(!same("## One\n\n### Two\n", "## One\n\n## Two\n"));
    assert!(!same("---\ntitle: One\n---\nText\n", "---\ntitle: Two\n---\nText\n"));
}
