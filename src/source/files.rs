//! The one door to files: a trait that the disk and a twin in memory implement.

use super::SitePath;
use std::collections::BTreeMap;
use std::fmt;

/// A file that is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Where.
    pub path: SitePath,
    /// Its size in bytes.
    pub size: u64,
}

/// The world failed: a disk, a permission, a folder that vanished. Never a mistake of content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorldFailure {
    /// What was being done, as in "reading content/site.yaml".
    pub doing: String,
    /// What the system said.
    pub cause: String,
}

impl fmt::Display for WorldFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.doing, self.cause)
    }
}

impl std::error::Error for WorldFailure {}

/// The files of a site.
pub trait Files: Sync {
    /// All files below `content/` and `themes/`, in path order.
    ///
    /// # Errors
    /// The world fails.
    fn list(&self) -> Result<Vec<Entry>, WorldFailure>;

    /// The bytes of a file.
    ///
    /// # Errors
    /// The world fails.
    fn read(&self, path: &SitePath) -> Result<Vec<u8>, WorldFailure>;
}

/// A site in memory, for tests and for trying things out.
#[derive(Clone, Debug, Default)]
pub struct MemoryFiles {
    files: BTreeMap<SitePath, Vec<u8>>,
}

impl MemoryFiles {
    /// Adds a file, or replaces it. A path that leaves the root is left out.
    #[must_use]
    pub fn with(mut self, path: &str, content: impl Into<Vec<u8>>) -> MemoryFiles {
        if let Some(path) = SitePath::parse(path) {
            self.files.insert(path, content.into());
        }
        self
    }
}

impl Files for MemoryFiles {
    fn list(&self) -> Result<Vec<Entry>, WorldFailure> {
        let entry = |(path, bytes): (&SitePath, &Vec<u8>)| Entry { path: path.clone(), size: bytes.len() as u64 };
        Ok(self.files.iter().map(entry).collect())
    }

    fn read(&self, path: &SitePath) -> Result<Vec<u8>, WorldFailure> {
        self.files
            .get(path)
            .cloned()
            .ok_or_else(|| WorldFailure { doing: format!("reading {path}"), cause: "there is no such file".into() })
    }
}
