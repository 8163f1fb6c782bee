//! Examples marked with the word `candour` behind the opening fence:
//!
//! - `candour file=PATH` is the whole of that file,
//! - `candour add-to=PATH` is the end of it.
//!
//! The rest of the site is the one that `candour new` makes. No example may give an error
//! or a warning. Hints may come: a lone example does not use every term and picture.

use crate::markdown::blocks;
use crate::site;
use candour::diagnostic::Severity;

#[test]
fn every_example_builds() {
    let mut count = 0;
    let mut faults = String::new();
    for block in blocks().iter().filter(|block| block.info.get(1).is_some_and(|word| word == "candour")) {
        count += 1;
        let mut files = site::starter();
        let place = format!("{}:{}", block.page, block.line);
        match (block.attribute("file"), block.attribute("add-to")) {
            (Some(path), None) => {
                files.insert(path.to_owned(), block.text.clone().into_bytes());
            }
            (None, Some(path)) => {
                let file = files.get_mut(path).unwrap_or_else(|| panic!("{place}: the starter has no {path}"));
                file.extend(b"\n");
                file.extend(block.text.as_bytes());
            }
            _ => panic!("{place}: an example names its place with file= or add-to="),
        }
        let report = site::build(files).report(Severity::Warning);
        if !report.is_empty() {
            faults.push_str(&format!("{place}\n{report}"));
        }
    }
    assert!(faults.is_empty(), "{faults}");
    assert!(count > 20, "only {count} examples: is the mark misspelt?");
}

#[test]
fn pictures_belong_to_examples() {
    for block in blocks() {
        if let Some(name) = block.attribute("picture") {
            let path = format!("pictures/{name}.png");
            assert!(
                crate::markdown::page(&block.page).contains(&format!("({path})")),
                "{} does not show {path}",
                block.page
            );
            assert!(crate::markdown::root().join("docs").join(&path).is_file(), "there is no docs/{path}");
        }
    }
}
