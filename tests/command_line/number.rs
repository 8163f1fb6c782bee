//! `candour number`: keeps paragraph numbers, and says what changes when they are recorded anew.

use super::{SETTINGS, candour, write_file, write_site};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const PACK: &[u8] =
    b"kind: information-briefing\ntitle: Papers\ncommittee: Health\nmeeting: 2021-01-20\nitems:\n  - report: winter\n";
const WINTER: &str = "\
---
kind: report
title: Winter
---
## One

The first words of all.

Beds were full for six weeks. See [paragraph 1.1](#1.1).

Nurses came from the north.
";

fn pack() -> TempDir {
    let site = write_site([
        ("content/site.yaml", SETTINGS),
        ("content/papers/document.yaml", PACK),
        ("content/papers/winter.md", WINTER.as_bytes()),
        (
            "content/plan.md",
            b"---\ntitle: Plan\nstatus: draft\n---\nSee [the beds](papers/winter.md#1.2), \
              [all](doc:papers/whole#winter--1.2) and [the first](papers/winter.md#1.1).\n",
        ),
    ]);
    candour("number papers --site {}", site.path()).ends_with(0).says("keeps the numbers of 3 paragraphs in 1 report");
    site
}

fn edit(site: &Path, path: &str, from: &str, to: &str) {
    let text = fs::read_to_string(site.join(path)).unwrap();
    assert!(text.contains(from), "{text}");
    write_file(site, path, text.replace(from, to).as_bytes());
}

#[test]
fn numbers_are_kept_until_they_are_recorded_anew() {
    let site = pack();
    candour("check {}", site.path()).ends_with(0);
    edit(site.path(), "content/papers/winter.md", "Beds were", "This one was put in.\n\nBeds were");
    candour("check {}", site.path()).ends_with(1).complains("write {1.1A} at its end");
    candour("number papers --site {}", site.path()).ends_with(2).complains("--again");
    candour("number papers --again --site {}", site.path())
        .ends_with(0)
        .says("papers/winter.md:\n  1.2 → 1.3  Beds were full")
        .says("  1.3 → 1.4  Nurses came")
        .says("content/plan.md:5:5 leads to 1.2\n")
        .says("content/plan.md:5:39 leads to 1.2\n")
        .says("keeps the numbers of 4 paragraphs");
    candour("check {}", site.path()).ends_with(0);
}

#[test]
fn a_report_with_another_name_keeps_its_numbers() {
    let site = pack();
    fs::rename(site.path().join("content/papers/winter.md"), site.path().join("content/papers/winter-plan.md"))
        .unwrap();
    edit(site.path(), "content/papers/document.yaml", "winter", "winter-plan");
    edit(site.path(), "content/plan.md", "papers/winter.md", "papers/winter-plan.md");
    edit(site.path(), "content/plan.md", "winter--", "winter-plan--");
    candour("check {}", site.path())
        .ends_with(1)
        .complains("record-of-nothing")
        .complains("did you mean `winter-plan`?");
    candour("number papers --site {}", site.path())
        .ends_with(2)
        .complains("give the entry in paragraphs.yaml that name");
    edit(site.path(), "content/papers/paragraphs.yaml", "winter:", "winter-plan:");
    candour("check {}", site.path()).ends_with(0);
    candour("number papers --site {}", site.path()).ends_with(0).says("keeps the numbers of 3 paragraphs in 1 report");
}

#[test]
fn what_is_exempt_later_keeps_its_entry_and_numbers_that_are_not_understood_are_not_recorded() {
    let site = pack();
    write_file(
        site.path(),
        "content/papers/open.md",
        b"---\nkind: report\ntitle: Open\n---\n## One\n\nOpen words. {1.1a}\n",
    );
    edit(
        site.path(),
        "content/papers/document.yaml",
        "- report: winter",
        "- report: winter\n    exempt: 3\n  - report: open",
    );
    edit(site.path(), "content/plan.md", "See", "None of");
    candour("number papers --site {}", site.path()).ends_with(2).complains("cannot stand where it stands");
    edit(site.path(), "content/papers/open.md", " {1.1a}", "");
    candour("number papers --site {}", site.path()).ends_with(0).says("keeps the numbers of 1 paragraph in 1 report");
    let record = fs::read_to_string(site.path().join("content/papers/paragraphs.yaml")).unwrap();
    assert!(record.contains("winter:\n  \"1.1\"") && record.contains("open:\n  \"1.1\""), "{record}");
}
