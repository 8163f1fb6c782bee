//! Writing a mended file: whole, beside the old one, and then in its place.

use crate::fix::MendedFile;
use std::fs;
use std::io;
use std::path::Path;

/// Puts a mended file in the place of the old one; not if that has changed since it was read, which is
/// what `false` says.
///
/// # Errors
/// The disk fails.
pub(super) fn write(target: &Path, file: &MendedFile) -> io::Result<bool> {
    if fs::read(target)? != file.before {
        return Ok(false);
    }
    let staging = target.with_file_name(format!(".{}-being-written", file.path.name()));
    let written = fs::write(&staging, &file.after)
        .and_then(|()| fs::set_permissions(&staging, fs::metadata(target)?.permissions()))
        .and_then(|()| fs::rename(&staging, target));
    if written.is_err() {
        // What went wrong with the file matters, not what goes wrong with its copy.
        let _ = fs::remove_file(&staging);
    }
    written.map(|()| true)
}
