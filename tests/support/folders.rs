//! Temporary folders with files in them.

use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// Writes files into a new folder.
pub(crate) fn write_site<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in files {
        write_file(folder.path(), path, bytes);
    }
    fs::create_dir_all(folder.path().join("content")).unwrap();
    folder
}

/// Writes one file, and the folders on the way to it.
pub(crate) fn write_file(folder: &Path, path: &str, bytes: &[u8]) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}
