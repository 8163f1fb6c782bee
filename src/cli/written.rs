//! Writing a file that a command keeps among what authors write.

use std::fs;
use std::path::Path;

/// Writes a whole file, or leaves the one that stands: nobody ever sees half of one.
pub(super) fn write_whole(target: &Path, text: &str) -> Result<(), String> {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    // A name that begins with a dot is none of the site's.
    let staging = target.with_file_name(format!(".{name}-being-written"));
    let written = fs::write(&staging, text).and_then(|()| fs::rename(&staging, target));
    written.map_err(|error| {
        // What is left of it is of no use to anybody; that it may not be there is no matter.
        let _ = fs::remove_file(&staging);
        format!("writing {}: {error}", target.display())
    })
}
