//! Broken content: each file below `tests/mistakes` is a small site with a mistake, and the
//! exact diagnostics that its author gets. `UPDATE_EXPECTED=1` rewrites the expectations.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

#[path = "support/cases.rs"]
mod cases;
#[path = "support/folders.rs"]
mod folders;
mod support;
#[path = "support/workbook.rs"]
mod workbook;

use candour::diagnostic::{Terminal, github, json, rules, sarif};
use cases::{Case, listed};
use folders::write_site;
use std::fs;
use std::panic::catch_unwind;
use std::path::Path;
use support::sites::{produce_site, read_options};
use support::{difference, files_below, tests_folder, updating};

/// What Candour says about a case, in the form of its expectation.
fn found(case: &Case) -> String {
    let site = write_site(case.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())));
    let produced = produce_site(site.path(), &read_options(&case.options));
    let (diagnostics, sources) = (&produced.diagnostics, &produced.sources);
    // What is shown must not fail either, whatever the place.
    for diagnostic in diagnostics {
        assert!(!Terminal { colour: true, width: 60 }.render(diagnostic, sources).is_empty());
    }
    let untold = &produced.untold.diagnostics;
    for machine in [json, sarif] {
        assert!(machine(diagnostics, untold, sources).ends_with('\n'));
    }
    assert!(github(diagnostics, sources).ends_with('\n') || diagnostics.is_empty());
    listed(diagnostics, sources)
}

/// Runs one case; says what is wrong with it.
fn run(name: &str, path: &Path) -> Result<(), String> {
    let text = fs::read_to_string(path).map_err(|error| format!("{name}: {error}"))?;
    let outcome = catch_unwind(|| {
        let case = Case::parse(&text);
        let found = found(&case);
        (case, found)
    });
    let (case, found) = outcome.map_err(|_| format!("{name}: a panic"))?;
    if case.expected == found {
        return Ok(());
    }
    if updating() {
        return fs::write(path, case.with_expected(&found)).map_err(|error| format!("{name}: {error}"));
    }
    Err(format!("{name}\n{}", difference(&case.expected, &found)))
}

#[test]
fn each_mistake_is_told_as_expected() {
    let wrong: Vec<String> =
        files_below(&tests_folder("mistakes")).iter().filter_map(|(name, path)| run(name, path).err()).collect();
    let count = wrong.len();
    assert!(wrong.is_empty(), "{count} cases differ; UPDATE_EXPECTED=1 accepts what was found\n\n{}", wrong.join("\n"));
}

#[test]
fn each_rule_has_a_case() {
    let mut missing: Vec<&str> = rules::groups().iter().flat_map(|group| group.rules).map(|rule| rule.code).collect();
    for path in files_below(&tests_folder("mistakes")).values() {
        let case = Case::parse(&fs::read_to_string(path).unwrap());
        missing.retain(|code| !case.expected.contains(&format!("[{code}] ")));
    }
    assert!(missing.is_empty(), "no case in tests/mistakes shows: {}", missing.join(", "));
}

#[test]
fn a_site_without_mistakes_gets_no_diagnostics() {
    let case = Case::parse("==> content/about.md\n# About us\n\nWe are a council.\n==> expected\n");
    assert_eq!(found(&case), "");
}
