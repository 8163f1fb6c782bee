//! The documentation held to the truth: its examples build, its links lead somewhere, its
//! tables list the fields, options and names that there are, and no others.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod commands;
mod components;
mod dependencies;
mod examples;
mod fields;
mod hosting;
mod links;
mod markdown;
mod names;
mod site;

use candour::diagnostic::{Severity, catalogue};
use markdown::root;
use std::fs;

#[test]
fn the_catalogue_is_that_of_the_program() {
    let path = root().join("docs/diagnostics.md");
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(&path, catalogue()).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        written == catalogue(),
        "docs/diagnostics.md is out of date; write it anew with UPDATE_EXPECTED=1 cargo test --test documentation"
    );
}

#[test]
fn the_starter_has_nothing_to_mend() {
    let found = site::build(site::starter()).report(Severity::Advice);
    assert!(found.is_empty(), "{found}");
}

#[test]
fn notes_of_the_starter_reach_no_page() {
    let built = site::build(site::starter());
    let mut pages = 0;
    for (path, page) in built.pages() {
        pages += 1;
        for sign in ["<!--", "-->", "This chapter shows", "# "] {
            assert!(!page.contains(sign), "{path} contains {sign}");
        }
    }
    assert!(pages > 10);
}

#[test]
fn every_file_of_the_starter_explains_itself() {
    for (path, text) in site::starter() {
        let text = String::from_utf8(text).unwrap();
        assert!(text.contains("<!--") || text.contains("# "), "{path} has no note in it");
    }
}

#[test]
fn the_message_in_the_readme_is_the_one_shown() {
    let mut files = site::starter();
    let header = files.get_mut("content/local-account/2024-25/document.yaml").unwrap();
    let text = String::from_utf8(header.clone()).unwrap();
    let changed = text.replace("\ntitle: Example Council Local", "\ntitle: Example Council: Local");
    assert_ne!(changed, text);
    *header = changed.into_bytes();
    let shown = site::build(files).report(Severity::Advice);
    let written = markdown::blocks().iter().any(|block| block.page == "README.md" && block.text.trim() == shown.trim());
    assert!(written, "README.md should show:\n{shown}");
}
