//! What the behaviour tests share: sites in temporary folders, and what a wrong
//! expectation says about itself.

pub(crate) mod sites;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Whether this run rewrites the expectations instead of comparing them.
pub(crate) fn updating() -> bool {
    std::env::var_os("UPDATE_EXPECTED").is_some_and(|value| value == "1")
}

/// A folder below `tests/` of the package.
pub(crate) fn tests_folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

/// The files of a folder and of those in it, by their path with `/` between its parts.
pub(crate) fn files_below(folder: &Path) -> BTreeMap<String, PathBuf> {
    let mut found = BTreeMap::new();
    let mut folders = vec![(folder.to_owned(), String::new())];
    while let Some((folder, prefix)) = folders.pop() {
        let Ok(entries) = folder.read_dir() else { continue };
        for entry in entries.map(Result::unwrap) {
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.file_type().unwrap().is_dir() {
                folders.push((entry.path(), format!("{name}/")));
            } else {
                found.insert(name, entry.path());
            }
        }
    }
    found
}

/// The lines in which two texts differ: `-` is expected and not there, `+` is there and not
/// expected. Lines at the start and end that are equal are left out.
pub(crate) fn difference(expected: &str, found: &str) -> String {
    let (expected, found): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), found.lines().collect());
    let same = |pairs: &mut dyn Iterator<Item = (&&str, &&str)>| pairs.take_while(|(a, b)| a == b).count();
    let start = same(&mut expected.iter().zip(&found));
    let (expected, found) = (&expected[start..], &found[start..]);
    let end = same(&mut expected.iter().rev().zip(found.iter().rev()));
    let missing = expected[..expected.len() - end].iter().map(|line| format!("    - {line}\n"));
    let surplus = found[..found.len() - end].iter().map(|line| format!("    + {line}\n"));
    format!("    (from line {})\n{}", start + 1, missing.chain(surplus).collect::<String>())
}
