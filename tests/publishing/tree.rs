//! What stands in a folder, to compare before and after.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What stands at a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Node {
    Folder,
    File(Vec<u8>),
    Link(PathBuf),
}

/// Everything below a folder, links not followed.
pub(crate) type Tree = BTreeMap<PathBuf, Node>;

/// What stands at a path: nothing, or everything below it. A file stands as itself.
pub(crate) fn tree(folder: &Path) -> Option<Tree> {
    fs::symlink_metadata(folder).ok()?;
    let entries = walkdir::WalkDir::new(folder).sort_by_file_name();
    let node = |entry: walkdir::DirEntry| {
        let kind = entry.file_type();
        let node = if kind.is_dir() {
            Node::Folder
        } else if kind.is_file() {
            Node::File(fs::read(entry.path()).unwrap())
        } else {
            Node::Link(fs::read_link(entry.path()).unwrap())
        };
        (entry.path().strip_prefix(folder).unwrap().to_owned(), node)
    };
    Some(entries.into_iter().map(|entry| node(entry.unwrap())).collect())
}

/// The names in a folder, in order.
pub(crate) fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}
