//! Where a bench puts its sites: in memory where that can be, so that the disk of a machine
//! does not tell in the figures.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The folder that benches work in, unless they are told another.
pub(crate) fn usual() -> PathBuf {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() }
}

/// A new folder for this run. It and all in it goes when this value does, whatever happens.
pub(crate) struct Fresh(PathBuf);

impl Fresh {
    pub(crate) fn inside(folder: &Path) -> Fresh {
        let fresh = folder.join(format!("candour-bench-{}", std::process::id()));
        let _ = fs::remove_dir_all(&fresh);
        fs::create_dir_all(&fresh).unwrap();
        Fresh(fresh)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        // What is left over stays below the folder for passing things.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Writes a site's files.
pub(crate) fn write(files: &BTreeMap<String, String>, folder: &Path) {
    for (path, text) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}
