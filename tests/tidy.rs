//! The house rules of `ARCHITECTURE.md`, held by reading the source as text.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms in order: each may use only those before it.
const ROOMS: &[&str] = &[
    "diagnostic",
    "source",
    "figure",
    "prose",
    "content",
    "site",
    "check",
    "render",
    "theme",
    "publish",
    "fix",
    "preview",
    "cli",
];

/// The rooms that touch the world: disk, clock, environment, network, threads.
const EDGES: &[&str] = &["publish", "preview", "cli"];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut open = vec![root().join(folder)];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|found| found == ending) {
                let shown = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
                found.push((shown, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    assert!(!found.is_empty(), "no .{ending} files in {folder}");
    found
}

fn room(path: &str) -> Option<&str> {
    path.strip_prefix("src/")?.split('/').next().filter(|part| !part.ends_with(".rs"))
}

/// The code of a file without its tests.
fn code(text: &str) -> &str {
    text.split("#[cfg(test)]").next().unwrap()
}

#[test]
fn rooms_use_only_the_rooms_above_them() {
    let mut faults = Vec::new();
    for (path, text) in files("src", "rs") {
        let Some(at) = room(&path).and_then(|room| ROOMS.iter().position(|known| *known == room)) else {
            assert!(matches!(path.as_str(), "src/lib.rs" | "src/main.rs"), "{path} is in no room");
            continue;
        };
        for rest in text.split("crate::").skip(1) {
            let used: String = rest.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
            if let Some(position) = ROOMS.iter().position(|room| *room == used)
                && position > at
            {
                faults.push(format!("{path} uses {used}, which comes after {}", ROOMS[at]));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn only_the_edges_touch_the_world() {
    let signs =
        ["std::fs", "std::env", "std::net", "std::time::SystemTime", "std::thread", "Zoned::now", "std::process"];
    let mut faults = Vec::new();
    for (path, text) in files("src", "rs") {
        if room(&path).is_none_or(|room| EDGES.contains(&room)) {
            continue;
        }
        faults.extend(signs.iter().filter(|sign| code(&text).contains(**sign)).map(|sign| format!("{path}: {sign}")));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn html_is_written_in_two_rooms() {
    let tags = ["\"<p", "\"<div", "\"<ul", "\"<a ", "\"<table", "\"<section", "<p>{", "<li>{"];
    let mut faults = Vec::new();
    for (path, text) in files("src", "rs") {
        if matches!(room(&path), Some("prose" | "render" | "diagnostic")) {
            continue;
        }
        faults.extend(tags.iter().filter(|tag| code(&text).contains(**tag)).map(|tag| format!("{path}: {tag}")));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_file_says_what_it_is_for() {
    let silent: Vec<String> =
        files("src", "rs").into_iter().filter(|(_, text)| !text.starts_with("//!")).map(|(path, _)| path).collect();
    assert!(silent.is_empty(), "no //! at the top of: {}", silent.join(", "));
}

#[test]
fn files_are_small() {
    let long = |(path, text): &(String, String)| {
        let lines = code(text).lines().count();
        (lines > 400).then(|| format!("{path}: {lines} lines"))
    };
    let long: Vec<String> = files("src", "rs").iter().filter_map(long).collect();
    assert!(long.is_empty(), "one idea each: {}", long.join(", "));
}

#[test]
fn names_say_what_is_inside() {
    let vague = ["utils", "util", "common_utils", "helpers", "helper", "manager", "misc"];
    for (path, _) in files("src", "rs") {
        let stem = Path::new(&path).file_stem().unwrap().to_string_lossy().into_owned();
        assert!(!vague.contains(&stem.as_str()), "{path} has a vague name");
    }
}

#[test]
fn the_architecture_names_every_room() {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let present: BTreeSet<String> =
        files("src", "rs").iter().filter_map(|(path, _)| room(path).map(str::to_owned)).collect();
    for name in &present {
        assert!(ROOMS.contains(&name.as_str()), "the room {name} is not in the list of rooms");
        assert!(text.contains(&format!("| `{name}` |")), "ARCHITECTURE.md does not name the room {name}");
    }
}

#[test]
fn nothing_is_left_behind() {
    let marks = [
        ["TO", "DO"].concat(),
        ["FIX", "ME"].concat(),
        ["XX", "X:"].concat(),
        "#[ignore".into(),
        "allow(dead_code".into(),
    ];
    let mut faults = Vec::new();
    for folder_and_ending in [("src", "rs"), ("tests", "rs"), ("themes", "html"), ("themes", "css"), ("themes", "js")] {
        for (path, text) in files(folder_and_ending.0, folder_and_ending.1) {
            if path == "tests/tidy.rs" {
                continue;
            }
            faults
                .extend(marks.iter().filter(|mark| text.contains(mark.as_str())).map(|mark| format!("{path}: {mark}")));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn templates_hold_no_script_or_style_of_their_own() {
    for (path, text) in files("themes", "html") {
        for forbidden in ["<style", " style=", "javascript:", " onclick", " onload", "http://", "https://"] {
            assert!(!text.contains(forbidden), "{path} contains {forbidden}");
        }
        // A data block is no script: no browser runs it, and no policy is asked.
        let is_run = |tag: &str| !tag.contains("src=") && tag != " type=\"application/ld+json\"";
        let inline = text.split("<script").skip(1).any(|tag| is_run(tag.split('>').next().unwrap()));
        assert!(!inline, "{path} has an inline script");
    }
}
