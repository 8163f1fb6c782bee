//! `candour baseline`, and what `check` and `build` say of known faults and of reasons.

use super::{SETTINGS, broken_site, candour, site, site_with_a_warning, write_file, write_site};
use serde_json::Value;
use std::fs;
use std::path::Path;

fn baseline(site: &Path) -> String {
    fs::read_to_string(site.join("content/baseline.yaml")).unwrap()
}

#[test]
fn known_faults_are_not_told_and_do_not_fail() {
    let site = site_with_a_warning();
    candour("check {} --deny warnings", site.path()).ends_with(1);
    candour("baseline {} --today 2026-11-30", site.path())
        .ends_with(0)
        .says("keeps 1 known fault.\n")
        .says("tells of new ones only");
    assert!(baseline(site.path()).contains("recorded: 2026-11-30\n"), "{}", baseline(site.path()));
    let ran = candour("check {} --deny warnings", site.path()).ends_with(0);
    assert_eq!(ran.error, "");
    assert!(
        ran.out.starts_with("Nothing to mend.\n1 known fault is left (baseline.yaml); none is new\n"),
        "{}",
        ran.out
    );
    let ran =
        candour("build {}", site.path()).ends_with(0).says("1 known fault is left (baseline.yaml); none is new\n");
    assert_eq!(ran.error, "");
    assert!(!site.path().join("public/baseline.yaml").exists());
    candour("baseline {}", site.path()).ends_with(0).says("Nothing is to be taken out.");
}

#[test]
fn a_fault_stays_known_when_it_moves_and_is_new_when_its_line_is_edited() {
    let site = site_with_a_warning();
    candour("baseline {}", site.path()).ends_with(0);
    write_file(site.path(), "content/plan.md", b"# The plan\n\nMore.\n\n  See   [here](about.md).\n");
    candour("check {} --deny warnings", site.path()).ends_with(0).says("none is new");
    write_file(site.path(), "content/plan.md", b"# The plan\n\nSee [here](about.md).\n\nSee [here](about.md).\n");
    candour("check {} --deny warnings", site.path())
        .ends_with(1)
        .says("1 warning\n1 known fault is left (baseline.yaml); 1 is new\n")
        .complains("plan.md:5:5");
    write_file(site.path(), "content/plan.md", b"# The plan\n\nSee it [here](about.md).\n");
    candour("check {} --deny warnings", site.path())
        .ends_with(1)
        .says("1 warning\n1 entry of baseline.yaml is no longer needed; `candour baseline` takes it out\n");
}

#[test]
fn what_is_mended_is_taken_out_and_what_is_new_only_when_asked() {
    let site = site_with_a_warning();
    candour("baseline {}", site.path()).ends_with(0);
    write_file(site.path(), "content/plan.md", b"# The plan\n\nWe plan.\n");
    write_file(site.path(), "content/about.md", b"# About us\n\nSee [here](plan.md).\n");
    candour("baseline {}", site.path())
        .ends_with(0)
        .says("Taken out: 1.")
        .says("keeps 0 known faults.\nNone is left: you can delete the file.\n")
        .says("Not taken in: 1 warning. Mend what is new, or add --again to record it too.\n");
    candour("check {} --deny warnings", site.path()).ends_with(1).complains("about.md:3:5");
    candour("baseline {} --again", site.path()).ends_with(0).says("keeps 1 known fault.");
    candour("check {} --deny warnings", site.path()).ends_with(0).says("none is new");
    assert!(baseline(site.path()).contains("\"content/about.md\":"));
}

#[test]
fn errors_that_cannot_be_lowered_are_never_known() {
    let site = broken_site();
    candour("baseline {}", site.path())
        .ends_with(1)
        .says("keeps 1 known fault.\nNot taken in: 1 error, because they would make pages wrong.");
    candour("check {}", site.path()).ends_with(1).complains("error[link-target]").says("1 error\n");
    // They may hide others, so nothing is taken out meanwhile.
    candour("baseline {}", site.path()).ends_with(2).complains("1 error may hide known faults");
    write_file(site.path(), "content/plan.md", b"# The plan\n\nWe plan.\n");
    candour("baseline {}", site.path()).ends_with(0).says("Taken out: 1.");
}

#[test]
fn errors_that_judge_and_what_they_hide_are_known_too() {
    let site = site();
    let template = "<!doctype html><html lang=\"en\"><head><title>T</title></head><body><main><h1>H</h1>\n\
                    <button></button>{{ body }}</main></body></html>";
    write_file(site.path(), "themes/plain/templates/page.html", template.as_bytes());
    candour("check {}", site.path()).ends_with(1).complains("error[page-button-name]");
    candour("baseline {}", site.path()).ends_with(0).says("keeps 1 known fault.");
    candour("build {}", site.path()).ends_with(0).says("none is new");
}

#[test]
fn a_damaged_list_is_told_and_can_be_written_anew() {
    let site = site_with_a_warning();
    candour("baseline {}", site.path()).ends_with(0);
    let whole = baseline(site.path());
    write_file(site.path(), "content/baseline.yaml", format!("<<<<<<< ours\n{whole}=======\n").as_bytes());
    candour("check {}", site.path()).ends_with(1).complains("baseline.yaml:1:1");
    candour("baseline {}", site.path()).ends_with(2).complains("add --again");
    candour("baseline {} --again", site.path()).ends_with(0);
    let day = |text: &str| text.split_once("faults:").unwrap().1.to_owned();
    assert_eq!(day(&baseline(site.path())), day(&whole));
    write_file(site.path(), "content/baseline.yaml", b"- 1\n");
    candour("baseline {}", site.path()).ends_with(2).complains("add --again");
    assert_eq!(baseline(site.path()), "- 1\n");
    let names: Vec<_> =
        fs::read_dir(site.path().join("content")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 4, "{names:?}");
}

#[test]
fn reasons_are_counted_and_listed() {
    let site = write_site([
        ("content/site.yaml", [SETTINGS, b"checks:\n  table-caption: off\n"].concat().as_slice()),
        (
            "content/about.md",
            b"# About us\n\n<!-- candour: off link-text-unclear (the words of the Act) -->\nSee [here](plan.md).\n\n\
              <!-- candour: advice link-text-unclear (a quotation) -->\nSee [here](plan.md).\n\n\
              | A | B |\n| - | - |\n| C | 1 |\n",
        ),
        ("content/plan.md", b"# The plan\n\nWe plan.\n"),
    ]);
    candour("check {}", site.path())
        .ends_with(0)
        .says("1 piece of advice\n2 left as they are, for a stated reason\n1 left as it is, without a reason\n");
    candour("check {} --reasons --deny warnings", site.path()).ends_with(0).says(
        "content/about.md:4:5 [link-text-unclear] off: the words of the Act\n\
         content/about.md:7:5 [link-text-unclear] advice: a quotation\n\
         content/about.md:9:1 [table-caption] off: no reason is given\n1 piece",
    );
    candour("check --reasons --pages {}", site.path()).ends_with(2);
    let found: Value = serde_json::from_str(&candour("check {} --format json", site.path()).ends_with(0).out).unwrap();
    assert_eq!(found["diagnostics"].as_array().unwrap().len(), 1);
    let left = &found["diagnostics"][0]["left"];
    assert_eq!((&left["how"], &left["reason"], &left["line"]), (&"lowered".into(), &"a quotation".into(), &6.into()));
    let suppressed = found["suppressed"].as_array().unwrap();
    assert_eq!(suppressed.len(), 2);
    assert_eq!((&suppressed[0]["code"], &suppressed[0]["left"]["how"]), (&"link-text-unclear".into(), &"off".into()));
    assert_eq!(suppressed[1]["left"]["path"], "content/site.yaml");
}

#[test]
fn sarif_justifies_what_it_suppresses() {
    let site = write_site([
        (
            "content/site.yaml",
            [SETTINGS, b"checks:\n  table-caption: { level: off, reason: Agreed }\n"].concat().as_slice(),
        ),
        (
            "content/about.md",
            b"# About us\n\n<!-- candour: off link-text-unclear (the words of the Act) -->\nSee [here](plan.md).\n\n\
              See [more](plan.md).\n\n| A | B |\n| - | - |\n| C | 1 |\n",
        ),
        ("content/plan.md", b"# The plan\n\nWe plan.\n"),
    ]);
    candour("baseline {}", site.path()).ends_with(0).says("keeps 1 known fault.");
    write_file(site.path(), "content/plan.md", b"# The plan\n\nSee [here](about.md).\n");
    let log: Value = serde_json::from_str(&candour("check {} --format sarif", site.path()).ends_with(0).out).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    let suppressions: Vec<&Value> = results.iter().map(|result| &result["suppressions"]).collect();
    assert_eq!(suppressions.len(), 4);
    assert_eq!(suppressions[0], &serde_json::json!([]));
    assert_eq!(suppressions[1][0]["kind"], "inSource");
    assert_eq!(suppressions[1][0]["justification"], "the words of the Act");
    assert_eq!(suppressions[2][0]["kind"], "external");
    assert!(suppressions[2][0]["justification"].as_str().unwrap().contains("baseline.yaml"));
    assert_eq!(suppressions[3][0]["justification"], "Agreed");
    let place = &suppressions[3][0]["location"]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "content/site.yaml");
}
