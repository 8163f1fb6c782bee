//! Noticing saves: which files of a site's folder have changed on disk. It looks at names,
//! sizes and times; it never reads what is in a file and writes nothing.
//!
//! What the system announces is a wake-up only. Every answer comes from comparing the folder
//! with the last look at it, so an announcement that is lost, late or wrong does no harm.

mod gather;
mod heard;
mod snapshot;
mod stamp;
mod wake;
mod walk;
mod watch;

pub use snapshot::Snapshot;
pub use watch::{Mode, Watch};

use crate::source::{Entry, SitePath, WorldFailure};
use std::time::Instant;

/// A file that changed or may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Touched {
    /// Where.
    pub path: SitePath,
    /// The file as it is now; `None` if it is gone.
    pub entry: Option<Entry>,
}

/// What was noticed at once.
#[derive(Clone, Debug)]
pub struct Batch {
    /// The files, in path order, each once.
    pub touched: Vec<Touched>,
    /// When the first sign of the batch was seen.
    pub noticed: Instant,
    /// Why the folder cannot be looked through now.
    pub failure: Option<WorldFailure>,
}
