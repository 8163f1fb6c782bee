//! `docs/dependencies.md` speaks of the crates in `Cargo.toml`, of all of them and no others.

use crate::markdown::{code_words, page};
use std::collections::BTreeSet;

#[test]
fn every_crate_is_accounted_for() {
    let mut used = BTreeSet::new();
    let mut inside = false;
    for line in page("Cargo.toml").lines() {
        if line.starts_with('[') {
            inside = line.trim_end_matches(']').ends_with("dependencies");
        } else if let Some((name, rest)) = line.split_once(" = ").filter(|_| inside && !line.starts_with('#')) {
            let renamed = rest.split_once("package = \"").and_then(|(_, rest)| rest.split('"').next());
            used.insert(renamed.unwrap_or(name).to_owned());
        }
    }
    let text = page("docs/dependencies.md");
    let rows = text.lines().filter(|line| line.starts_with("| `"));
    let listed: BTreeSet<String> = rows.filter_map(|row| code_words(row).into_iter().next()).collect();
    assert_eq!(listed, used, "left is documented, right is true");
}
