//! Links of the documentation lead to files and headings that are there.

use crate::markdown::{anchors, page, pages, root, split};
use std::path::{Component, Path, PathBuf};

#[test]
fn every_link_leads_somewhere() {
    let mut faults = Vec::new();
    let mut count = 0;
    for (path, text) in pages() {
        for line in split(&path, &text).1 {
            for target in targets(&line) {
                count += 1;
                if let Some(fault) = fault(&path, &target) {
                    faults.push(format!("{path}: ({target}) {fault}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(count > 50);
}

/// What stands in round brackets behind square ones, code, indented or not, and escaped brackets left aside.
fn targets(line: &str) -> Vec<String> {
    if line.starts_with("    ") {
        return Vec::new();
    }
    let prose: String = line.replace("\\]", "").split('`').step_by(2).collect();
    prose.split("](").skip(1).filter_map(|rest| rest.split(')').next()).map(str::to_owned).collect()
}

fn fault(from: &str, target: &str) -> Option<&'static str> {
    if target.starts_with("https://") {
        return None;
    }
    let (file, anchor) = target.split_once('#').map_or((target, None), |(file, anchor)| (file, Some(anchor)));
    let folder = Path::new(from).parent().unwrap();
    let file = if file.is_empty() { PathBuf::from(from) } else { normal(&folder.join(file)) };
    if !root().join(&file).exists() {
        return Some("there is no such file");
    }
    let name = file.to_str().unwrap().replace('\\', "/");
    match anchor {
        Some(anchor) if !anchors(&name, &page(&name)).iter().any(|known| known == anchor) => {
            Some("there is no such heading")
        }
        _ => None,
    }
}

/// A path without `..`.
fn normal(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                out.pop();
            }
            part => out.push(part),
        }
    }
    out
}

#[test]
fn every_page_can_be_found_from_the_index() {
    let index = page("docs/README.md");
    for (path, _) in pages() {
        if let Some(name) = path.strip_prefix("docs/").filter(|name| *name != "README.md") {
            assert!(index.contains(&format!("({name})")), "docs/README.md does not lead to {name}");
        }
    }
}

/// The pictograms in the guide are those that the theme has.
#[test]
fn the_list_of_pictograms_is_whole() {
    let guide = page("docs/pictograms.md");
    let listed: Vec<&str> =
        guide.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`').map(|(name, _)| name)).collect();
    let folder = root().join("themes/plain/pictograms");
    let mut drawn: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().trim_end_matches(".svg").to_owned())
        .collect();
    drawn.sort();
    assert_eq!(listed, drawn);
}
