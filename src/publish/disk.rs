//! What publishing does to a disk, as a small trait: the real disk, and in tests one that
//! fails or stops at any step.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// What stands at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// Nothing.
    Nothing,
    /// A file.
    File,
    /// A folder.
    Folder,
    /// A symbolic link, whatever it leads to, or something else that is neither.
    Other,
}

/// The steps that publishing is made of. Each either happens or does not.
pub trait Disk: Sync {
    /// What stands at a path; links are not followed.
    ///
    /// # Errors
    /// The disk cannot tell.
    fn look(&self, path: &Path) -> io::Result<Found>;

    /// Everything below a folder, links not followed: paths and what they are.
    ///
    /// # Errors
    /// The folder cannot be read.
    fn walk(&self, folder: &Path) -> io::Result<Vec<(PathBuf, Found)>>;

    /// The bytes of a file.
    ///
    /// # Errors
    /// The file cannot be read.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;

    /// Makes a folder and those above it.
    ///
    /// # Errors
    /// It cannot be made.
    fn make_folder(&self, folder: &Path) -> io::Result<()>;

    /// Writes a new file.
    ///
    /// # Errors
    /// It cannot be written, or is there already.
    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;

    /// Gives a file a second name, with its time stamp.
    ///
    /// # Errors
    /// The file system has no hard links, or the name is taken.
    fn link(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Gives a folder the group and permissions of another, or a file the time stamp of another.
    ///
    /// # Errors
    /// It cannot be given.
    fn resemble(&self, path: &Path, model: &Path) -> io::Result<()>;

    /// Makes sure that what was written below a folder outlasts a loss of power.
    ///
    /// # Errors
    /// The disk fails.
    fn sync(&self, folder: &Path) -> io::Result<()>;

    /// Moves a folder to a name that is free.
    ///
    /// # Errors
    /// It cannot be moved.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Exchanges two folders in one step, so that at no moment either name is free.
    ///
    /// # Errors
    /// [`io::ErrorKind::Unsupported`] where the system cannot do that; others where it fails.
    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()>;

    /// Removes a folder and what is in it; that it is not there is no error.
    ///
    /// # Errors
    /// It cannot be removed.
    fn remove(&self, folder: &Path) -> io::Result<()>;
}

/// The disk of this machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealDisk;

impl Disk for RealDisk {
    fn look(&self, path: &Path) -> io::Result<Found> {
        match fs::symlink_metadata(path) {
            Ok(metadata) => Ok(found(metadata.file_type())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Found::Nothing),
            Err(error) => Err(error),
        }
    }

    fn walk(&self, folder: &Path) -> io::Result<Vec<(PathBuf, Found)>> {
        walkdir::WalkDir::new(folder)
            .min_depth(1)
            .sort_by_file_name()
            .into_iter()
            .map(|entry| {
                let entry = entry.map_err(io::Error::from)?;
                let kind = found(entry.file_type());
                Ok((entry.into_path(), kind))
            })
            .collect()
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        fs::read(path)
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        fs::create_dir_all(folder)
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        use io::Write;
        File::create_new(path)?.write_all(bytes)
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(from, to)
    }

    fn resemble(&self, path: &Path, model: &Path) -> io::Result<()> {
        let model = fs::metadata(model)?;
        if model.is_file() {
            return File::options().write(true).open(path)?.set_modified(model.modified()?);
        }
        share_with_group(path, &model)?;
        fs::set_permissions(path, model.permissions())
    }

    fn sync(&self, folder: &Path) -> io::Result<()> {
        sync_file_system(folder)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        exchange(one, other)
    }

    fn remove(&self, folder: &Path) -> io::Result<()> {
        match fs::remove_dir_all(folder) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }
}

fn found(kind: fs::FileType) -> Found {
    if kind.is_file() {
        Found::File
    } else if kind.is_dir() {
        Found::Folder
    } else {
        Found::Other
    }
}

/// One call for the whole file system: a call for each of thousands of files would take
/// longer than the rest of the build.
#[cfg(target_os = "linux")]
fn sync_file_system(folder: &Path) -> io::Result<()> {
    Ok(rustix::fs::syncfs(File::open(folder)?)?)
}

#[cfg(not(target_os = "linux"))]
fn sync_file_system(folder: &Path) -> io::Result<()> {
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry.map_err(io::Error::from)?;
        if entry.file_type().is_file() {
            // Windows syncs only what is open for writing.
            File::options().write(cfg!(windows)).read(true).open(entry.path())?.sync_all()?;
        } else if cfg!(unix) {
            File::open(entry.path())?.sync_all()?;
        }
    }
    Ok(())
}

/// A web server often reads a site through its group.
#[cfg(unix)]
fn share_with_group(path: &Path, model: &fs::Metadata) -> io::Result<()> {
    use std::os::unix::fs::MetadataExt;
    if fs::metadata(path)?.gid() == model.gid() {
        return Ok(());
    }
    std::os::unix::fs::chown(path, None, Some(model.gid()))
}

#[cfg(not(unix))]
fn share_with_group(_: &Path, _: &fs::Metadata) -> io::Result<()> {
    Ok(())
}

#[cfg(any(target_os = "linux", target_vendor = "apple"))]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).map_err(|error| match error {
        // A file system that does not know the flag says that the argument is invalid.
        Errno::INVAL | Errno::NOSYS | Errno::NOTSUP => io::ErrorKind::Unsupported.into(),
        error => error.into(),
    })
}

#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}
