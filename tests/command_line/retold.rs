//! `candour retold`: what changed in the texts that Easy Read chapters retell.

use super::{SETTINGS, candour, write_file, write_site};
use std::fs;
use tempfile::TempDir;

const MONEY: &str =
    "# What we spent\n\nWe spent [](figure:spent) on care.\n\nWe helped people at home and in care homes.\n";
const EASY: &[u8] = b"---\nretells: [01-money]\n---\n# What did we spend?\n\n![](money)\n\nWe spent money.\n";

fn edition() -> TempDir {
    write_site([
        ("content/site.yaml", SETTINGS),
        ("content/year/document.yaml", b"kind: page\ntitle: The year\nperiod: 2019-20\n".as_slice()),
        ("content/year/figures.yaml", "spent:\n  label: Spent\n  unit: £\n  value: £36 million\n".as_bytes()),
        ("content/year/01-money.md", MONEY.as_bytes()),
        ("content/year/easy-read/01-simple.md", EASY),
    ])
}

#[test]
fn what_is_not_recorded_is_said_and_then_recorded() {
    let site = edition();
    candour("check {}", site.path()).ends_with(0).complains("easy-read-not-recorded");
    candour("retold {}", site.path())
        .ends_with(0)
        .says("year/easy-read/01-simple.md retells year/01-money.md: not recorded yet\n");
    candour("retold {} --record", site.path())
        .ends_with(0)
        .says("retold.yaml keeps what 1 Easy Read chapter retell.\n");
    let record = fs::read_to_string(site.path().join("content/year/easy-read/retold.yaml")).unwrap();
    assert!(record.contains("\nsimple:\n  money:\n    - \""), "{record}");
    assert!(record.contains(" We spent £36 million on care.\"\n"), "{record}");
    candour("check {}", site.path()).ends_with(0).says("Nothing to mend.\n");
    candour("retold {}", site.path()).ends_with(0).says("Nothing has changed since");
    candour("build {}", site.path()).ends_with(0);
    assert!(!site.path().join("public/year/easy-read/retold.yaml").exists());
}

#[test]
fn another_number_and_other_words_are_changes_and_signs_are_none() {
    let site = edition();
    candour("retold {} --record", site.path()).ends_with(0);
    let signs = MONEY.replace("We helped people", "We  helped\npeople");
    write_file(site.path(), "content/year/01-money.md", signs.as_bytes());
    candour("retold {}", site.path()).ends_with(0).says("Nothing has changed since");
    write_file(
        site.path(),
        "content/year/figures.yaml",
        "spent:\n  label: Spent\n  unit: £\n  value: £37 million\n".as_bytes(),
    );
    candour("retold {}", site.path())
        .ends_with(1)
        .says("year/easy-read/01-simple.md retells year/01-money.md: 1 paragraph is different\n")
        .says("  ~ We spent [-£36-] {+£37+} million on care.\n");
    candour("check {} --deny warnings", site.path())
        .ends_with(1)
        .complains("`What we spent` has changed since this was written: 1 paragraph is different");
    let more = format!("{}\nA new thing.\n", MONEY.replace("We helped people at home and in care homes.", "Sun."));
    write_file(site.path(), "content/year/01-money.md", more.as_bytes());
    candour("retold {}", site.path())
        .ends_with(1)
        .says("1 paragraph is different, 2 are new, 1 is gone")
        .says("  + A new thing.\n")
        .says("  - We helped people at home and in care homes.\n");
    candour("retold {} --record 01-simpel", site.path()).ends_with(2).complains("did you mean `01-simple`?");
    candour("retold {} --record 01-simple", site.path()).ends_with(0);
    candour("retold {}", site.path()).ends_with(0);
}

#[test]
fn a_site_without_easy_read_has_nothing_to_retell() {
    let site = super::site();
    candour("retold {}", site.path()).ends_with(0).says("This site has no Easy Read edition.\n");
}
