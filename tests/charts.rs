//! Charts: what they become, and what is said of them.

#![allow(clippy::unwrap_used)]

#[path = "charts/examples.rs"]
mod examples;

use candour::diagnostic::FileId;
use candour::prose::chart::{ChartKind, generated_summary};
use candour::prose::{
    Block, BlockKind, Href, HtmlOptions, PictureSource, Prose, Resolver, Target, prose_html, prose_text,
};
use candour::render::{Strings, read_strings};
use candour::source::Excerpt;
use examples::{Example, all, chart, text};
use std::collections::BTreeMap;
use std::fs;

struct Nowhere;

impl Resolver for Nowhere {
    fn href(&self, _: &Target) -> Option<Href> {
        None
    }

    fn picture(&self, _: &candour::prose::Picture) -> Option<PictureSource> {
        None
    }
}

fn english() -> Strings {
    let text = include_str!("../themes/plain/strings/en.yaml");
    let table = read_strings(&Excerpt::verbatim(FileId(0), 0, text), &mut Vec::new());
    Strings::for_language("en", &BTreeMap::from([("en".to_owned(), table)]))
}

fn html(examples: &[&Example]) -> String {
    let words = english();
    let options = HtmlOptions {
        words: &words,
        resolver: &Nowhere,
        anchor_prefix: "",
        under: None,
        heading_shift: 0,
        places: None,
    };
    prose_html(&prose(examples), &options)
}

fn prose(examples: &[&Example]) -> Prose {
    let block =
        |example: &&Example| Block { span: examples::HERE, kind: BlockKind::Chart(Box::new(example.chart.clone())) };
    Prose { blocks: examples.iter().map(block).collect(), ..Prose::default() }
}

/// The picture of a chart, without what stands around it.
fn picture(example: &Example) -> String {
    let html = html(&[example]);
    let from = html.find("<div class=\"chart-picture\"").unwrap_or(html.len());
    let to = html.find("<p class=\"chart-table-title\"").unwrap();
    html.get(from..to).unwrap_or_default().trim_end().to_owned() + "\n"
}

/// With `CANDOUR_UPDATE=1` the expected pictures are written anew, to be looked at.
#[test]
fn every_kind_is_drawn_as_expected() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/charts/expected");
    let mut wrong = Vec::new();
    for example in all() {
        let path = format!("{folder}/{}.html", example.name);
        let found = picture(&example);
        if std::env::var_os("CANDOUR_UPDATE").is_some() {
            fs::write(&path, &found).unwrap();
        } else if fs::read_to_string(&path).unwrap_or_default() != found {
            wrong.push(example.name);
        }
    }
    assert!(wrong.is_empty(), "not as in tests/charts/expected: {wrong:?}");
}

#[test]
fn the_message_comes_first_and_the_table_is_always_there() {
    let example = chart("bar", ChartKind::Bar, &["Older people", "Carers"], &[("", &["2=£2 million", "1=£1 million"])]);
    let html = html(&[&example]);
    let parts = [
        "<figure class=\"chart\"><figcaption><span class=\"chart-title\">The message of bar</span> \
         <span class=\"chart-subtitle\">England, 2019 to 2020</span></figcaption>",
        "<div class=\"chart-picture\" role=\"img\" aria-label=\"Bar chart: The message of bar. \
         The figure: the highest is Older people (£2 million), the lowest is Carers (£1 million).\">",
        "<p class=\"source\">Source: The annual return</p>",
        "<p class=\"chart-table-title\">Table</p>",
        "<div class=\"table-scroll\" role=\"region\"",
        "</table></div></figure>",
    ];
    let mut rest = html.as_str();
    for part in parts {
        rest = rest.split_once(part).unwrap_or_else(|| panic!("{part}\nnot in\n{rest}")).1;
    }
}

#[test]
fn no_chart_has_a_style_or_a_script_of_its_own() {
    let examples = all();
    let html = html(&examples.iter().collect::<Vec<_>>());
    for forbidden in [" style=", "<style", "<script", " onload", "viewBox", "<text x=\"NaN"] {
        assert!(!html.contains(forbidden), "{forbidden}");
    }
    let mut ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count, "an id stands twice");
    for used in html.split("url(#").skip(1).filter_map(|rest| rest.split(')').next()) {
        assert!(ids.contains(&used), "{used}");
    }
}

#[test]
fn words_of_authors_are_escaped() {
    let mut example = chart("<b>", ChartKind::GroupedBar, &["<i>"], &[("<u>", &["1=<s>"]), ("\"q\"", &["2=&"])]);
    for kind in [ChartKind::Bar, ChartKind::GroupedBar, ChartKind::StackedBar, ChartKind::Line] {
        example.chart.kind = kind;
        let html = html(&[&example]);
        assert!(!["<b>", "<i>", "<u>", "<s>", "\"q\""].iter().any(|raw| html.contains(raw)), "{html}");
    }
}

#[test]
fn a_summary_is_made_of_the_numbers() {
    use ChartKind::{Bar, Line};
    let years = &["2017 to 2018", "2018 to 2019", "2019 to 2020"];
    let cases: &[(ChartKind, &[&str], &str)] = &[
        (
            Line,
            &["4.2=£4.2 million", "5=£5 million", "5.7=£5.7 million"],
            "Spending rose from £4.2 million (2017 to 2018) to £5.7 million (2019 to 2020).",
        ),
        (
            Line,
            &["9=9", "7=7", "8=8"],
            "Spending fell from 9 (2017 to 2018) to 8 (2019 to 2020). The lowest is 7 (2018 to 2019).",
        ),
        (Line, &["9=9", "8=8", "8=8"], "Spending fell from 9 (2017 to 2018) to 8 (2019 to 2020)."),
        (Line, &["9=9", "-", "9=9"], "Spending is the same at both ends: 9 (2017 to 2018) and 9 (2019 to 2020)."),
        (Line, &["-", "9=9"], "Spending: 9 (2018 to 2019)."),
        (Line, &["-"], "Spending: no data."),
        (Bar, &["9=9", "7=7", "8=8"], "Spending: the highest is 2017 to 2018 (9), the lowest is 2018 to 2019 (7)."),
        (Bar, &["0=0", "0=0", "0=0"], "Spending: 0 each."),
    ];
    for (kind, values, expected) in cases {
        let example = chart("a", *kind, years, &[("Spending", values)]);
        assert_eq!(generated_summary(&example.chart, &english()), *expected);
    }
}

#[test]
fn a_chart_is_among_the_words_of_its_page() {
    let mut example = chart("a", ChartKind::Bar, &["Carers"], &[("People", &["5=5"])]);
    example.chart.summary = "Five carers.".to_owned();
    assert_eq!(
        prose_text(&prose(&[&example])),
        "The message of a\nEngland, 2019 to 2020\nFive carers.\nThe annual return\nThe numbers of a\nWhat  People\nCarers  5\n"
    );
}

#[test]
fn a_chart_without_numbers_is_its_table() {
    let mut example = chart("a", ChartKind::Line, &["Carers"], &[("People", &["-"])]);
    assert!(!html(&[&example]).contains("chart-picture"));
    example.chart.title = text("Nothing");
    example.chart.categories.clear();
    example.chart.series.clear();
    for kind in [ChartKind::Bar, ChartKind::GroupedBar, ChartKind::StackedBar, ChartKind::Line] {
        example.chart.kind = kind;
        assert!(html(&[&example]).contains("<table>"));
    }
}
