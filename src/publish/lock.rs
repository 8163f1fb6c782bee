//! One build at a time for each output folder.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// Held while an output folder is written. The system frees it when the process ends, in
/// whatever way, so no later build ever has to clear it.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
    file: File,
}

impl Lock {
    /// Takes the lock at `path`; if another build has it, says so through `waiting` once, and
    /// waits.
    ///
    /// # Errors
    /// The file cannot be made or locked.
    pub(super) fn take(path: &Path, waiting: &dyn Fn()) -> io::Result<Lock> {
        let mut said = false;
        loop {
            let file = File::options().create(true).truncate(false).write(true).open(path)?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => {
                    if !said {
                        waiting();
                        said = true;
                    }
                    file.lock()?;
                }
                Err(TryLockError::Error(error)) => return Err(error),
            }
            // Who had the lock took the file away when done; then this one guards nothing.
            if still_there(&file, path) {
                return Ok(Lock { path: path.to_owned(), file });
            }
        }
    }
}

#[cfg(unix)]
fn still_there(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), fs::metadata(path)) {
        (Ok(held), Ok(there)) => held.ino() == there.ino() && held.dev() == there.dev(),
        _ => false,
    }
}

#[cfg(not(unix))]
fn still_there(_: &File, _: &Path) -> bool {
    // Nobody removes it there.
    true
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Removed while held, so that whoever waits for it finds that it is gone. Where that
        // cannot be found out, the file stays: an empty one is harmless.
        if cfg!(unix) {
            let _ = fs::remove_file(&self.path);
        }
        let _ = self.file.unlock();
    }
}
