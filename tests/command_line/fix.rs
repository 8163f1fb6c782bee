//! `candour fix`: what it shows, what it writes, and what it leaves alone.

use super::{SETTINGS, candour, write_file, write_site};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const PAGE: &[u8] = b"# About us\n\nWe don't know. See page 4.\n";

fn site_with(path: &str, text: &[u8]) -> TempDir {
    write_site([("content/site.yaml", SETTINGS), ("content/about.md", b"# About us\n\nWe plan.\n"), (path, text)])
}

fn read(site: &Path, path: &str) -> String {
    String::from_utf8(fs::read(site.join(path)).unwrap()).unwrap()
}

#[test]
fn it_shows_and_does_not_write_without_being_told() {
    let site = site_with("content/about.md", PAGE);
    candour("fix {}", site.path())
        .ends_with(1)
        .says("content/about.md:3: a straight quotation mark or apostrophe [straight-quotes]\n")
        .says("--- content/about.md\n+++ content/about.md\n@@ -2,2 +2,2 @@\n")
        .says("-We don't know. See page 4.\n+We don’t know. See page⍽4.\n")
        .says("⍽ stands for a no-break space.\n2 mends in 1 file. Nothing was written; add --yes to have it done.\n");
    assert_eq!(read(site.path(), "content/about.md").as_bytes(), PAGE);
}

#[test]
fn it_writes_and_then_has_nothing_to_do() {
    let site = site_with("content/about.md", PAGE);
    candour("fix {} --yes", site.path()).ends_with(0).says("Mended 1 file.\n");
    assert_eq!(read(site.path(), "content/about.md"), "# About us\n\nWe don’t know. See page\u{a0}4.\n");
    candour("fix {} --yes", site.path()).ends_with(0).says("Nothing that could be mended for certain.\n");
    candour("check {}", site.path()).ends_with(0).says("Nothing to mend.\n");
    let names: Vec<_> =
        fs::read_dir(site.path().join("content")).unwrap().map(|one| one.unwrap().file_name()).collect();
    assert_eq!(names.len(), 2, "{names:?}");
}

#[test]
fn only_the_rules_that_are_named() {
    let site = site_with("content/about.md", PAGE);
    candour("fix {} --only straight-quote", site.path()).ends_with(2).complains("did you mean `straight-quotes`?");
    candour("fix {} --only straight-quotes --yes", site.path()).ends_with(0);
    assert_eq!(read(site.path(), "content/about.md"), "# About us\n\nWe don’t know. See page 4.\n");
}

#[test]
fn line_ends_and_byte_order_marks_stay() {
    let site = site_with(
        "content/about.md",
        b"\xef\xbb\xbf# About us\r\n\r\nWe don't know.  \r\n\r\n\xe2\x80\xa2 One\r\n\xe2\x80\xa2 Two\r\n",
    );
    candour("fix {} --yes", site.path()).ends_with(0);
    let wanted = "\u{feff}# About us\r\n\r\nWe don’t know.  \r\n\r\n- One\r\n- Two\r\n";
    assert_eq!(read(site.path(), "content/about.md"), wanted);
}

#[test]
fn yaml_keeps_its_form() {
    let plan = "kind: action-plan\ntitle: The plan\npriorities:\n  - id: one\n    title: One\n    objectives:\n      - id: a\n        title: A\n        \
                actions:\n          - id: x\n            text: 'We''ll ask \"people\"'\n            more: |\n              It's on 7 June: all of it.\n              \
                # Don't\n          - id: y\n            text: The council's plan # it's a comment\n            more: >\n              Folded, and it's\n              long.\n";
    let site = site_with("content/plan/document.yaml", plan.as_bytes());
    candour("fix {}", site.path());
    candour("fix {} --yes", site.path()).ends_with(0);
    let mended = read(site.path(), "content/plan/document.yaml");
    // What YAML escapes or folds stays, and so does the space that it would take for a part of a key.
    assert!(mended.contains("'We''ll ask \"people\"'") && mended.contains("Folded, and it's\n"), "{mended}");
    assert!(mended.contains("It’s on 7 June: all"), "{mended}");
    assert!(mended.contains("The council’s plan # it's a comment"), "{mended}");
}

#[test]
fn data_files_and_code_are_never_touched() {
    let text =
        b"# Table\n\nUse `don't`.\n\n```table\ncaption: People\ndata: people.csv\nsource: The council's list\n```\n";
    let csv = b"Area,People's number\nThe council's,36\n";
    let site = site_with("content/table.md", text);
    write_file(site.path(), "content/people.csv", csv);
    candour("fix {} --yes", site.path()).ends_with(0);
    assert_eq!(read(site.path(), "content/people.csv").as_bytes(), csv);
    assert!(read(site.path(), "content/table.md").contains("The council’s list"));
    assert!(read(site.path(), "content/table.md").contains("`don't`"));
}

#[test]
fn numbers_change_only_when_asked_for() {
    let text = "# Welcome\n\nWe spent [£36 million](figure:spent) and helped [about 1,900](figure:helped) people.\n";
    let site = site_with("content/account/01-welcome.md", text.as_bytes());
    write_file(site.path(), "content/account/document.yaml", b"kind: page\ntitle: The year\nperiod: 2019-20\n");
    write_file(
        site.path(),
        "content/account/figures.yaml",
        "spent:\n  label: Spent\n  unit: £\n  value: £37,120,000\nhelped:\n  label: Helped\n  unit: people\n  value: 2,134\n".as_bytes(),
    );
    candour("check {}", site.path()).ends_with(1).complains("`candour fix --figures` can do this");
    candour("fix {} --yes --only breaking-space", site.path()).ends_with(0);
    candour("fix {} --yes", site.path()).ends_with(0).says("Nothing that could be mended for certain.");
    candour("fix {} --yes --figures", site.path())
        .ends_with(0)
        .says("Read the sentences around these numbers: they may no longer be true.");
    let mended = read(site.path(), "content/account/01-welcome.md");
    assert!(mended.contains("[£37\u{a0}million](figure:spent) and helped [about 2,100](figure:helped)"), "{mended}");
    candour("check {}", site.path()).ends_with(0);
}

#[test]
fn programs_get_the_edits_too() {
    let site = site_with("content/about.md", PAGE);
    candour("check {} --format json", site.path())
        .ends_with(0)
        .says("\"command\": \"candour fix\"")
        .says("\"text\": \"’\"");
    candour("check {} --format sarif", site.path())
        .ends_with(0)
        .says("\"artifactChanges\"")
        .says("\"insertedContent\"")
        .says("\"startColumn\": 7");
    candour("check {}", site.path()).complains("`candour fix` can do this");
}

#[test]
fn a_rule_that_the_site_turns_off_is_not_mended() {
    let site = site_with("content/about.md", PAGE);
    write_file(
        site.path(),
        "content/site.yaml",
        b"title: Example accounts\norganisation: Example Council\nchecks:\n  straight-quotes: off\n  breaking-space: off\n",
    );
    candour("fix {}", site.path()).ends_with(0).says("Nothing that could be mended for certain.\n");
}

#[test]
fn what_is_not_utf8_is_said_to_be_left() {
    let site = site_with("content/about.md", b"# About us\n\nWe don't pay \xa3 5.\n");
    candour("fix {} --yes", site.path()).ends_with(1).complains("content/about.md stays as it is: it is not UTF-8");
}
