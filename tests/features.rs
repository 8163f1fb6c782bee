//! What is published: each folder below `tests/features` is a small site with a folder
//! `expected`, which lists all files of the finished website (`FILES`) and holds those that
//! matter. Of pages only `<main>` is compared. `UPDATE_EXPECTED=1` rewrites what is there.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod support;

use candour::diagnostic::Texts;
use candour::publish::{Output, Produced};
use candour::site::Options;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use support::sites::{produce_site, read_options};
use support::{difference, files_below, tests_folder, updating};

/// The list of all files of the website.
const LIST: &str = "FILES";
/// Texts that must be found outside `<main>` or in files whose whole does not matter; in the
/// folder of a feature, one on a line, as `path: text`.
const PRESENT: &str = "present.txt";
/// Words that must not be found in any file of a website; in the folder of a feature, one on a line.
const HIDDEN: &str = "hidden.txt";

/// The finished website of a feature, as texts by path; its content has no mistakes. As in a build, nobody asks
/// whether its words are plain.
fn build(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>, String> {
    let options = read_options(&fs::read_to_string(folder.join("options.txt")).unwrap_or_default());
    let options = Options { advice: false, ..options };
    let produced = produce_site(folder, &options);
    let told = told(&produced);
    if told.is_empty() { Ok(published(&produced.output)) } else { Err(told) }
}

/// What is wrong with a site, one mistake on a line.
fn told(produced: &Produced) -> String {
    let told = produced.diagnostics.iter();
    told.map(|told| {
        let line = produced.sources.place(told.span.file, told.span.start).line;
        format!("    {}:{line}: {}\n", produced.sources.path(told.span.file), told.message)
    })
    .collect()
}

/// The files of a website; in names and pages the hash of an asset is HASH.
fn published(output: &Output) -> BTreeMap<String, Vec<u8>> {
    let file = |(path, piece): (&String, &candour::publish::Piece)| {
        let bytes = match path.ends_with(".html") {
            true => main_part(std::str::from_utf8(piece.bytes()).unwrap()).into_bytes(),
            false => piece.bytes().to_vec(),
        };
        (without_hash(path), bytes)
    };
    output.iter().map(file).collect()
}

/// From `<main` to `</main>`, so that a change of header or footer touches no expectation.
fn main_part(page: &str) -> String {
    let start = page.find("<main").expect("a page has a <main>");
    let end = page.find("</main>").expect("<main> is closed") + "</main>".len();
    format!("{}\n", &page[start..end])
}

/// `assets/style.0123456789abcdef.css` as `assets/style.HASH.css`.
fn without_hash(path: &str) -> String {
    let is_hash = |part: &str| part.len() >= 8 && part.chars().all(|c| c.is_ascii_hexdigit());
    path.split('.').map(|part| if is_hash(part) { "HASH" } else { part }).collect::<Vec<_>>().join(".")
}

/// Compares a feature with what it should be; says what differs.
fn run(name: &str, folder: &Path) -> String {
    let website = match build(folder) {
        Ok(website) => website,
        Err(why) => return format!("{name}\n{why}"),
    };
    let expected = folder.join("expected");
    let list: String = website.keys().map(|path| format!("{path}\n")).collect();
    let mut found: BTreeMap<&str, &[u8]> = BTreeMap::from([(LIST, list.as_bytes())]);
    let wanted = files_below(&expected);
    found.extend(
        website
            .iter()
            .filter(|(path, _)| wanted.contains_key(*path))
            .map(|(path, bytes)| (path.as_str(), bytes.as_slice())),
    );
    if updating() {
        fs::create_dir_all(&expected).unwrap();
        wanted
            .iter()
            .filter(|(path, _)| !found.contains_key(path.as_str()))
            .for_each(|(_, file)| fs::remove_file(file).unwrap());
        found.iter().for_each(|(path, bytes)| fs::write(expected.join(path), bytes).unwrap());
        return String::new();
    }
    let mut wrong = String::new();
    for path in wanted.keys().filter(|path| !found.contains_key(path.as_str())) {
        wrong += &format!("    {path} is expected and not published\n");
    }
    for (path, bytes) in found {
        match wanted.get(path).map(fs::read).and_then(Result::ok) {
            Some(wanted) if wanted == bytes => {}
            Some(wanted) => {
                wrong += &format!(
                    "    {path}\n{}",
                    difference(&String::from_utf8_lossy(&wanted), &String::from_utf8_lossy(bytes))
                )
            }
            None => wrong += &format!("    expected/{path} is not there\n"),
        }
    }
    if wrong.is_empty() { wrong } else { format!("{name}\n{wrong}") }
}

fn features() -> Vec<(String, std::path::PathBuf)> {
    let entries = tests_folder("features").read_dir().unwrap().map(Result::unwrap);
    let mut features: Vec<_> =
        entries.map(|entry| (entry.file_name().to_string_lossy().into_owned(), entry.path())).collect();
    features.sort();
    features
}

#[test]
fn each_feature_is_published_as_expected() {
    let wrong: Vec<String> =
        features().iter().map(|(name, folder)| run(name, folder)).filter(|wrong| !wrong.is_empty()).collect();
    assert!(
        wrong.is_empty(),
        "{} features differ; UPDATE_EXPECTED=1 accepts what was found\n\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn what_stands_around_the_main_part_is_there() {
    for (name, folder) in features() {
        let Ok(texts) = fs::read_to_string(folder.join(PRESENT)) else { continue };
        let options = read_options(&fs::read_to_string(folder.join("options.txt")).unwrap_or_default());
        let output = produce_site(&folder, &options).output;
        let website: BTreeMap<String, _> = output.iter().map(|(path, piece)| (without_hash(path), piece)).collect();
        for (path, text) in texts.lines().filter_map(|line| line.split_once(": ")) {
            let piece = website.get(path).unwrap_or_else(|| panic!("{name}: {path} is not published"));
            let found = String::from_utf8_lossy(piece.bytes()).replace('\n', " ");
            assert!(found.contains(text), "{name}: {path} does not contain {text}");
        }
    }
}

#[test]
fn what_is_not_public_is_in_no_byte_of_the_website() {
    for (name, folder) in features() {
        let Ok(words) = fs::read_to_string(folder.join(HIDDEN)) else { continue };
        let options = read_options(&fs::read_to_string(folder.join("options.txt")).unwrap_or_default());
        for (path, piece) in produce_site(&folder, &options).output {
            let text = format!("{path}\n{}", String::from_utf8_lossy(piece.bytes())).to_lowercase();
            let shown: Vec<&str> = words.lines().filter(|word| text.contains(&word.to_lowercase())).collect();
            assert!(shown.is_empty(), "{name}: {path} shows {shown:?}");
        }
    }
}

#[test]
fn each_website_is_the_same_bytes_again() {
    for (name, folder) in features() {
        let options = read_options(&fs::read_to_string(folder.join("options.txt")).unwrap_or_default());
        let (first, second) = (produce_site(&folder, &options).output, produce_site(&folder, &options).output);
        assert!(first == second, "{name}: two builds differ");
    }
}
