//! Examples marked with the word `candour` behind the opening fence:
//!
//! - `candour file=PATH` is the whole of that file,
//! - `candour add-to=PATH` is the end of it,
//! - `candour file=PATH with=PAGE` stands beside the files that PAGE shows with the same mark. PAGE
//!   can be its own page.
//!
//! The rest of the site is the one that `candour new` makes; an example in the folder of its next
//! edition finds that edition there. No example may give an error or a warning. Advice may come: a
//! lone example does not use every term and picture.

use crate::markdown::{Block, blocks};
use crate::site::{self, SiteFiles};
use candour::diagnostic::Severity;

#[test]
fn every_example_builds() {
    let mut count = 0;
    let mut faults = String::new();
    let mut examples = blocks();
    examples.retain(|block| block.info.get(1).is_some_and(|word| word == "candour"));
    for block in &examples {
        count += 1;
        let mut files = site::starter();
        let place = format!("{}:{}", block.page, block.line);
        if let Some(page) = block.attribute("with") {
            let shown = |other: &&Block| other.page == format!("docs/{page}") && other.attribute("with") == Some(page);
            let beside = examples.iter().filter(shown);
            let before = files.len();
            beside.for_each(|other| put(other, other.attribute("file").unwrap(), &mut files));
            assert!(files.len() > before, "{place}: {page} shows no files with `with=`");
        }
        match (block.attribute("file"), block.attribute("add-to")) {
            (Some(path), None) => put(block, path, &mut files),
            (None, Some(path)) => {
                let file = files.get_mut(path).unwrap_or_else(|| panic!("{place}: the starter has no {path}"));
                file.extend(b"\n");
                file.extend(block.text.as_bytes());
            }
            _ => panic!("{place}: an example names its place with file= or add-to="),
        }
        let report = site::build(files).report(Severity::Warning);
        if !report.is_empty() {
            faults.push_str(&format!("{place}\n{report}"));
        }
    }
    assert!(faults.is_empty(), "{faults}");
    assert!(count > 20, "only {count} examples: is the mark misspelt?");
}

/// Puts an example into its place.
fn put(example: &Block, path: &str, files: &mut SiteFiles) {
    if path.starts_with("content/local-account/2025-26/") {
        let edition = site::starter().into_iter().filter(|(path, _)| path.contains("/2024-25/"));
        for (path, bytes) in edition {
            let bytes = match String::from_utf8(bytes) {
                Ok(text) => text.replace("2024-25", "2025-26").replace("2024 to 2025", "2025 to 2026").into_bytes(),
                Err(picture) => picture.into_bytes(),
            };
            files.entry(path.replace("2024-25", "2025-26")).or_insert(bytes);
        }
    }
    files.insert(path.to_owned(), example.text.clone().into_bytes());
}

#[test]
fn pictures_belong_to_examples() {
    for block in blocks() {
        if let Some(name) = block.attribute("picture") {
            let path = format!("pictures/{name}.png");
            assert!(
                crate::markdown::page(&block.page).contains(&format!("({path})")),
                "{} does not show {path}",
                block.page
            );
            assert!(crate::markdown::root().join("docs").join(&path).is_file(), "there is no docs/{path}");
        }
    }
}
