//! Pages judged by the rules for any HTML. Each file below `tests/pages` has the name of a rule and holds
//! small pages, written from the standards: those with `fault` break the rule, those with `fine` do not.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

#[path = "support/sites.rs"]
mod sites;

use candour::check::{PageStyle, check_page};
use candour::diagnostic::rules::pages;
use candour::publish::Piece;
use candour::source::html::{parse_html, parse_plain};
use proptest::prelude::*;
use rayon::prelude::*;
use sites::{produce_site, read_options};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What is in a folder of the tests, in order.
fn below(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

fn codes(html: &str) -> Vec<&'static str> {
    check_page(&parse_html(html), &PageStyle::default()).into_iter().map(|found| found.rule.code).collect()
}

#[test]
fn each_page_is_judged_by_its_rule() {
    let mut wrong = Vec::new();
    let mut rules = BTreeSet::new();
    for path in below("pages") {
        let code = path.file_stem().unwrap().to_string_lossy().into_owned();
        let text = fs::read_to_string(path).unwrap();
        for case in format!("\n{text}").split("\n==> ").skip(1) {
            let (title, html) = case.split_once('\n').unwrap();
            let (verdict, why) = title.split_once(": ").expect(title);
            let found = codes(html);
            let fault = match verdict {
                "fault" => true,
                "fine" => false,
                _ => panic!("{code}: {title}"),
            };
            if found.contains(&code.as_str()) != fault {
                wrong.push(format!("{code}: {why}: should be {verdict}; found {found:?}"));
            }
        }
        rules.insert(code);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let all: BTreeSet<String> = pages::ALL.iter().map(|rule| rule.code.to_owned()).collect();
    let untried: Vec<&String> = all.difference(&rules).collect();
    // What scrolls is known on a site of one's own only; tests/mistakes/pages has it.
    assert_eq!(untried, ["page-scroll"], "rules without pages");
}

#[test]
fn both_readers_see_the_same_on_every_page() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let mut sites = below("features");
    sites.retain(|folder| folder.join("content").is_dir());
    sites.push(root);
    let pages: Vec<(String, String)> = sites.par_iter().flat_map(|site| html_of(site)).collect();
    assert!(pages.len() > 300, "{}", pages.len());
    let read = |(path, html): &(String, String)| match parse_plain(html) {
        Some(plain) if plain == parse_html(html) => None,
        Some(_) => Some(format!("{path} (and another tree)")),
        None => Some(path.clone()),
    };
    let slow: Vec<String> = pages.par_iter().filter_map(read).collect();
    assert!(slow.is_empty(), "read slowly: {}", slow.join("\n"));
}

fn html_of(site: &Path) -> Vec<(String, String)> {
    let produced = produce_site(site, &read_options("today: 2026-11-22\n"));
    let page = |(path, piece): (String, Piece)| match piece {
        Piece::Made(bytes) if path.ends_with(".html") => {
            Some((format!("{}: {path}", site.display()), String::from_utf8(bytes).unwrap()))
        }
        _ => None,
    };
    produced.output.into_iter().filter_map(page).collect()
}

/// Parts of pages with which rules have to do.
const PARTS: &[&str] = &[
    "<table>",
    "<tr>",
    "<td headers=a rowspan=0 colspan=9>",
    "<th id=a scope=row>",
    "</table>",
    "<label for=a>",
    "<input id=a aria-labelledby='a a'>",
    "<ul role=list>",
    "<div role=row aria-owns=a>",
    "<a href=#>",
    "<img alt>",
    "<p aria-hidden=true tabindex=1 style='display:none;letter-spacing:0!important'>",
    "<details><summary>",
    "é",
    "x",
    "<style>a.b#c:not(d)>e{display:none}@media x{f{visibility:hidden}}</style>",
    "<svg role=img><title>",
    "</svg>",
    "<meta name=viewport content='user-scalable=é'>",
    "<h4>",
    "<h1 aria-level=é>",
    "<html lang=é>",
    "<main>",
    "</",
    "<select><option>",
    "<fieldset disabled><legend>",
    "<button aria-label='a b c d'>abc def",
    "<",
    "&#0;",
    "\r\n",
    "<meta http-equiv=refresh content='9é'>",
    "<iframe>",
    "<object data=.png>",
    "<style>{}}/*",
    "<template>",
];

proptest! {
    #[test]
    fn any_page_can_be_judged(parts in prop::collection::vec(prop::sample::select(PARTS), 0..20)) {
        let html = parts.concat();
        for found in check_page(&parse_html(&html), &PageStyle::default()) {
            prop_assert!(html.get(found.tag.start as usize..found.tag.end as usize).is_some(), "{found:?}");
        }
    }
}
