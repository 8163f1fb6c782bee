//! A site's folder on disk.

use crate::source::{Entry, Files, SitePath, WorldFailure};
use std::fs;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// The files below `content/` and `themes/` of a folder. Symbolic links are not followed:
/// they could lead out of the site.
#[derive(Clone, Debug)]
pub struct SiteFolder {
    root: PathBuf,
}

impl SiteFolder {
    /// The site in a folder.
    ///
    /// # Errors
    /// The folder is not there, or holds no `content` folder.
    pub fn open(root: &Path) -> Result<SiteFolder, WorldFailure> {
        let failure = |cause: &str| WorldFailure {
            doing: format!("opening the site in {}", root.display()),
            cause: cause.to_owned(),
        };
        if !root.is_dir() {
            return Err(failure("there is no such folder"));
        }
        if !root.join("content").is_dir() {
            return Err(failure(match root.join("site.yaml").is_file() {
                true => "this is the folder `content` itself; name the folder that holds it",
                false => "it has no folder `content`; `candour new DIR` makes a site to start from",
            }));
        }
        Ok(SiteFolder { root: root.to_owned() })
    }

    /// Where a file of the site is on this machine.
    pub fn locate(&self, path: &SitePath) -> PathBuf {
        let mut full = self.root.clone();
        full.extend(path.parts());
        full
    }
}

impl Files for SiteFolder {
    fn list(&self) -> Result<Vec<Entry>, WorldFailure> {
        let mut entries = Vec::new();
        for top in ["content", "themes"] {
            let folder = self.root.join(top);
            if !folder.is_dir() {
                continue;
            }
            for entry in WalkDir::new(&folder).sort_by_file_name() {
                let failure =
                    |cause: String| WorldFailure { doing: format!("looking through {}", folder.display()), cause };
                let entry = entry.map_err(|error| failure(error.to_string()))?;
                if !entry.file_type().is_file() {
                    continue;
                }
                let Some(path) = self.relative(entry.path()) else {
                    if entry.file_name().as_encoded_bytes().starts_with(b".") {
                        continue;
                    }
                    return Err(failure(format!(
                        "no page can name {}; rename it, without : and \\ and with letters that Unicode has",
                        entry.path().display()
                    )));
                };
                let size = entry.metadata().map_err(|error| failure(error.to_string()))?.len();
                entries.push(Entry { path, size });
            }
        }
        entries.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(entries)
    }

    fn read(&self, path: &SitePath) -> Result<Vec<u8>, WorldFailure> {
        fs::read(self.locate(path))
            .map_err(|error| WorldFailure { doing: format!("reading {path}"), cause: error.to_string() })
    }
}

impl SiteFolder {
    /// The path of a file below the root; `None` if it is none that a site can name.
    fn relative(&self, full: &Path) -> Option<SitePath> {
        let inside = full.strip_prefix(&self.root).ok()?;
        let parts: Option<Vec<&str>> = inside.components().map(|part| part.as_os_str().to_str()).collect();
        let path = SitePath::parse(&parts?.join("/"))?;
        // A name that reads as more than one part would be looked for elsewhere.
        (path.depth() == inside.components().count()).then_some(path)
    }
}
