//! What tells one state of a file from another without reading it.

use std::fs::Metadata;
use std::time::{Duration, SystemTime};

/// The clock of a file system may be as coarse as this: two saves within one tick have the
/// same time.
const COARSEST_CLOCK: Duration = Duration::from_secs(2);

/// Which file or folder it is, whatever its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Identity {
    device: u64,
    number: u64,
}

impl Identity {
    #[cfg(unix)]
    pub(super) fn of(metadata: &Metadata) -> Identity {
        use std::os::unix::fs::MetadataExt;
        Identity { device: metadata.dev(), number: metadata.ino() }
    }

    /// Where files have no number that can be asked for, the time of their making stands in.
    #[cfg(not(unix))]
    pub(super) fn of(metadata: &Metadata) -> Identity {
        let made = metadata.created().ok().and_then(|time| time.duration_since(SystemTime::UNIX_EPOCH).ok());
        let number = made.and_then(|made| u64::try_from(made.as_nanos()).ok());
        Identity { device: 0, number: number.unwrap_or_default() }
    }
}

/// A file's state at a look.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stamp {
    pub(super) size: u64,
    modified: Option<SystemTime>,
    /// When anything about the file changed, its times included; seconds and nanoseconds.
    changed: (i64, i64),
    identity: Identity,
    /// The file was modified so shortly before the look that the next save may have the same time.
    pub(super) fresh: bool,
}

impl Stamp {
    pub(super) fn of(metadata: &Metadata) -> Stamp {
        let modified = metadata.modified().ok();
        let age = modified.map(|modified| match SystemTime::now().duration_since(modified) {
            Ok(age) => age,
            Err(ahead) => ahead.duration(),
        });
        Stamp {
            size: metadata.len(),
            modified,
            changed: changed(metadata),
            identity: Identity::of(metadata),
            fresh: age.is_none_or(|age| age < COARSEST_CLOCK),
        }
    }

    /// Whether nothing at all is different.
    pub(super) fn is_same(&self, other: &Stamp) -> bool {
        self.is_same_file(other) && self.changed == other.changed
    }

    /// Whether the content should be the same. Another name given to the file elsewhere, or
    /// other rights, leave this as it is.
    pub(super) fn is_same_file(&self, other: &Stamp) -> bool {
        (self.size, self.modified, self.identity) == (other.size, other.modified, other.identity)
    }
}

#[cfg(unix)]
fn changed(metadata: &Metadata) -> (i64, i64) {
    use std::os::unix::fs::MetadataExt;
    (metadata.ctime(), metadata.ctime_nsec())
}

#[cfg(not(unix))]
fn changed(_: &Metadata) -> (i64, i64) {
    (0, 0)
}
