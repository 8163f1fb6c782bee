//! Reading a file that is surely inside a folder, whatever its name and whatever symbolic links
//! somebody has put on the way.

use crate::source::{SitePath, WorldFailure};
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

/// The bytes of a file below `root`, which must be a path without symbolic links; `None` if
/// there is no such file, or if it can only be reached through a symbolic link.
///
/// # Errors
/// It is there and cannot be read: locked by another program, say.
pub fn read_inside(root: &Path, path: &SitePath) -> Result<Option<Vec<u8>>, WorldFailure> {
    let mut full = root.to_owned();
    full.extend(path.parts());
    let failure = |error: std::io::Error| WorldFailure { doing: format!("reading {path}"), cause: error.to_string() };
    match full.canonicalize() {
        Ok(real) if real == full && real.is_file() => {}
        Ok(_) => return Ok(None),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => return Ok(None),
        Err(error) => return Err(failure(error)),
    }
    match fs::read(&full) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(failure(error)),
    }
}
