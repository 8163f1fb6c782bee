//! `candour new`, `candour explain`, and pipes that close.

use super::{broken_site, candour, command, ran, site, write_file};
use std::io::Read;
use std::path::Path;
use std::process::Stdio;

#[test]
fn a_new_site_builds_and_has_nothing_to_mend() {
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("our-account");
    candour("new {}", &site).ends_with(0).says("candour build").says("candour check");
    candour("check {} --deny warnings", &site).ends_with(0).says("Nothing to mend.");
    candour("build {}", &site).ends_with(0).says("Done in ");
    assert!(site.join("public/index.html").is_file());
}

#[test]
fn a_folder_that_is_not_empty_is_left_alone() {
    let site = site();
    candour("new {}", site.path()).ends_with(2).complains("is not empty");
    assert_eq!(std::fs::read(site.path().join("content/site.yaml")).unwrap(), super::SETTINGS);
    write_file(site.path(), "file", b"words");
    candour("new {}/file", site.path()).ends_with(2);
    assert_eq!(std::fs::read(site.path().join("file")).unwrap(), b"words");
}

#[test]
fn every_code_is_explained() {
    let here = Path::new(".");
    let list = candour("explain", here).ends_with(0).out;
    let codes: Vec<&str> = list.lines().filter_map(|line| line.strip_prefix("  ")?.split_whitespace().next()).collect();
    assert!(codes.len() > 60, "{list}");
    for code in codes {
        candour(&format!("explain {code}"), here).ends_with(0).says("Why it matters:").says("How to mend it:");
    }
    candour("explain [bad-date]", here).ends_with(0).says("bad-date").says("(error)");
    candour("explain page-link-name", here).ends_with(0).says("(error, which you may lower with a reason)");
}

#[test]
fn an_unknown_code_ends_with_2_and_a_guess() {
    let here = Path::new(".");
    candour("explain bad-dat", here).ends_with(2).complains("did you mean bad-date?");
    candour("explain nonsense", here).ends_with(2).complains("`candour explain` lists all");
}

/// Runs a command whose standard output and error nobody reads to the end.
fn with_closed_pipes(arguments: &str, path: &Path) -> i32 {
    let mut child = command(arguments, path).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let mut error = String::new();
    child.stderr.take().unwrap().read_to_string(&mut error).unwrap();
    assert!(!error.contains("panicked") && !error.contains("Broken pipe"), "{error}");
    child.wait().unwrap().code().unwrap()
}

#[test]
fn a_closed_pipe_is_no_failure() {
    assert_eq!(with_closed_pipes("explain", Path::new(".")), 0);
    assert_eq!(with_closed_pipes("explain bad-date", Path::new(".")), 0);
    assert_eq!(with_closed_pipes("--help", Path::new(".")), 0);
    assert_eq!(with_closed_pipes("check {}", site().path()), 0);
    assert_eq!(with_closed_pipes("check {} --format json", broken_site().path()), 1);
    let site = site();
    assert_eq!(with_closed_pipes("build {}", site.path()), 0);
    assert!(site.path().join("public/index.html").is_file());
}

#[test]
fn a_closed_error_pipe_is_no_failure_either() {
    let site = broken_site();
    let mut child = command("check {}", site.path()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stderr.take());
    let output = child.wait_with_output().unwrap();
    ran(&output).ends_with(1).says("1 error, 1 warning");
}
