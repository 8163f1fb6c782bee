//! From a site's folder to a published one. This room touches the disk: it reads the
//! content, renders everything in memory, writes to a staging folder and swaps that in.
//! What it did not write it never removes.

mod disk;
mod examine;
mod folder;
mod headers;
mod judge;
mod lock;
mod manifest;
mod pages;
mod produce;
mod sieve;
mod target;
mod write;

pub use disk::{Disk, Found, RealDisk};
pub use examine::{Examined, examine};
pub use folder::SiteFolder;
pub use headers::{CACHE_HASHED, CACHE_OTHER, HEADERS, HEADERS_FILE, headers_file};
pub use manifest::Manifest;
pub use pages::{Pages, judge_pages};
pub use produce::{Output, Piece, Produced, Progress, Silent, produce};
pub use sieve::Untold;
pub use write::{Place, publish, put_back};

use std::io;
use std::path::Path;

/// What publishing did, by paths below the output folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// Files that were not there before.
    pub added: Vec<String>,
    /// Files whose content changed.
    pub changed: Vec<String>,
    /// Files that are no longer part of the site.
    pub removed: Vec<String>,
    /// How many files stayed as they were.
    pub unchanged: usize,
}

impl Account {
    /// Whether nothing had to be done.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty() && self.removed.is_empty()
    }
}

/// Why nothing was published. The output folder is as it was.
#[derive(Debug)]
pub enum PublishFailure {
    /// The output folder is not one that Candour may replace; why, and what to do.
    Refused(String),
    /// The world failed: what was being done, and what the system said.
    World(String, io::Error),
}

/// Says what was being done when the world failed.
fn world<T>(doing: &str, path: &Path, result: io::Result<T>) -> Result<T, PublishFailure> {
    result.map_err(|error| PublishFailure::World(format!("{doing} {}", path.display()), error))
}
