//! `candour check`: its formats and its exit codes.

use super::{broken_site, candour, command, ran, site, site_with_a_warning};
use serde_json::Value;
use std::fs;

#[test]
fn check_writes_nothing_and_says_what_is_wrong() {
    let site = site();
    candour("check {}", site.path()).ends_with(0).says("Nothing to mend.");
    assert!(!site.path().join("public").exists());
    let broken = broken_site();
    candour("check {}", broken.path()).ends_with(1).says("1 error, 1 warning").complains("error[link-target]");
    assert!(!broken.path().join("public").exists());
}

#[test]
fn warnings_fail_only_where_they_are_denied() {
    let site = site_with_a_warning();
    candour("check {}", site.path()).ends_with(0).says("1 warning");
    candour("check {} --deny warnings", site.path()).ends_with(1).says("1 warning");
    candour("check {} --deny advice", site.path()).ends_with(2).complains("warnings");
}

#[test]
fn an_unknown_format_ends_with_2() {
    candour("check {} --format xml", site().path()).ends_with(2).complains("sarif");
}

#[test]
fn json_tells_everything_a_program_needs() {
    let ran = candour("check {} --format json", broken_site().path()).ends_with(1);
    assert_eq!(ran.error, "");
    let json: Value = serde_json::from_str(&ran.out).unwrap();
    let list = json["diagnostics"].as_array().unwrap();
    assert_eq!(list.len(), 2);
    let error = list.iter().find(|told| told["code"] == "link-target").unwrap();
    assert_eq!(error["severity"], "error");
    assert_eq!(error["path"], "content/plan.md");
    assert_eq!((&error["line"], &error["column"]), (&3.into(), &5.into()));
    assert_eq!((&error["end_line"], &error["end_column"]), (&3.into(), &23.into()));
    assert!(error["message"].as_str().unwrap().contains("/nowhere.md"));
    assert!(error["help"].is_string() && error["labels"].is_array());
    let none: Value = serde_json::from_str(&candour("check {} --format json", site().path()).ends_with(0).out).unwrap();
    assert_eq!(none["diagnostics"].as_array().unwrap().len(), 0);
}

#[test]
fn sarif_has_the_structure_that_the_standard_requires() {
    let ran = candour("check {} --format sarif", broken_site().path()).ends_with(1);
    let log: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(log["version"], "2.1.0");
    assert!(
        log["$schema"].as_str().unwrap().contains("sarif-2.1.0")
            || log["$schema"].as_str().unwrap().contains("sarif-schema-2.1.0")
    );
    let [run] = log["runs"].as_array().unwrap().as_slice() else { panic!("one run") };
    let driver = &run["tool"]["driver"];
    assert_eq!(driver["name"], "candour");
    let rules: Vec<&str> =
        driver["rules"].as_array().unwrap().iter().map(|rule| rule["id"].as_str().unwrap()).collect();
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), 2);
    for result in results {
        assert!(rules.contains(&result["ruleId"].as_str().unwrap()));
        if let Some(index) = result["ruleIndex"].as_u64() {
            assert_eq!(rules[usize::try_from(index).unwrap()], result["ruleId"]);
        }
        assert!(["error", "warning", "note"].contains(&result["level"].as_str().unwrap()));
        assert!(!result["message"]["text"].as_str().unwrap().is_empty());
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "content/plan.md");
        let region = &place["region"];
        let number = |name: &str| region[name].as_u64().unwrap();
        assert!(number("startLine") >= 1 && number("startColumn") >= 1);
        assert!((number("endLine"), number("endColumn")) >= (number("startLine"), number("startColumn")));
    }
}

#[test]
fn github_gets_a_command_on_one_line_for_each() {
    let ran = candour("check {} --format github", broken_site().path()).ends_with(1);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(lines.len(), 2, "{}", ran.out);
    assert!(lines.iter().any(|line| line.starts_with("::error file=content/plan.md,line=3,col=5")), "{}", ran.out);
    assert!(lines.iter().any(|line| line.starts_with("::warning file=content/plan.md,line=3,")), "{}", ran.out);
}

#[test]
fn check_runs_in_the_folder_it_is_called_in() {
    let site = site();
    ran(&command("check", site.path()).current_dir(site.path()).output().unwrap())
        .ends_with(0)
        .says("Nothing to mend.");
}

#[test]
fn pages_of_any_website_are_judged() {
    let folder = tempfile::tempdir().unwrap();
    let right = "<!doctype html><html lang=en><title>T</title><main><h1>H</h1></main>";
    fs::write(folder.path().join("right.html"), right).unwrap();
    let ran = candour("check --pages {}", folder.path());
    assert_eq!((ran.code, ran.out.as_str()), (0, "Nothing to mend.\n"), "{}", ran.error);
    fs::write(folder.path().join("wrong.htm"), format!("{right}\n<main>\n <a href=x></a></main>")).unwrap();
    fs::write(folder.path().join("other.txt"), "<a href=x>").unwrap();
    let ran = candour("check --format json --pages {}", folder.path());
    assert_eq!(ran.code, 1);
    let found: Value = serde_json::from_str(&ran.out).unwrap();
    let link = &found["diagnostics"][1];
    assert_eq!((&link["code"], &link["line"], &link["column"]), (&"page-link-name".into(), &3.into(), &2.into()));
    assert!(link["path"].as_str().unwrap().ends_with("/wrong.htm"));
    let ran = candour("check --pages {}/no.html", folder.path());
    assert_eq!(ran.code, 2, "{}", ran.out);
}
