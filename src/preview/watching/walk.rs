//! Going through folders: names and stamps, as `publish::SiteFolder` lists them. Symbolic
//! links below `content/` and `themes/` are not followed. A folder or file that vanishes
//! meanwhile is no failure.

use super::stamp::{Identity, Stamp};
use crate::source::{SitePath, WorldFailure};
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};

/// The folders of a site.
const TOPS: [&str; 2] = ["content", "themes"];

/// What was found in the folders that were gone through.
#[derive(Debug, Default)]
pub(super) struct Region {
    /// The folders whose listing was read: what they held and is not here is gone.
    pub(super) walked: Vec<SitePath>,
    pub(super) files: BTreeMap<SitePath, Stamp>,
    pub(super) folders: BTreeMap<SitePath, Identity>,
    /// Folders that turned out not to be there.
    pub(super) gone: BTreeSet<SitePath>,
}

/// Goes through a folder of the site and those in it that `enter` asks for.
pub(super) fn walk(
    root: &Path,
    start: &SitePath,
    enter: &dyn Fn(&SitePath, Identity) -> bool,
) -> Result<Region, WorldFailure> {
    let mut region = Region::default();
    match stat(root, start).map_err(|error| failure(root, start, &error))?.filter(Metadata::is_dir) {
        Some(metadata) => region.folders.insert(start.clone(), Identity::of(&metadata)),
        None => return region.lose(root, start.clone()).map(|()| region),
    };
    let mut open = vec![start.clone()];
    while let Some(folder) = open.pop() {
        let found = if folder == SitePath::root() { tops(root) } else { children(root, &folder) };
        let Some(found) = found.map_err(|error| failure(root, &folder, &error))? else {
            region.lose(root, folder)?;
            continue;
        };
        for (path, metadata) in found {
            if metadata.is_dir() {
                let identity = Identity::of(&metadata);
                if enter(&path, identity) {
                    open.push(path.clone());
                }
                region.folders.insert(path, identity);
            } else if metadata.is_file() {
                region.files.insert(path, Stamp::of(&metadata));
            }
        }
        if folder == SitePath::root() && !region.folders.keys().any(|path| path.as_str() == "content") {
            return Err(missing(root));
        }
        region.walked.push(folder);
    }
    Ok(region)
}

impl Region {
    /// Notes that a folder is not there. A site without its content is no site.
    fn lose(&mut self, root: &Path, folder: SitePath) -> Result<(), WorldFailure> {
        if matches!(folder.as_str(), "" | "content") {
            return Err(missing(root));
        }
        self.folders.remove(&folder);
        self.gone.insert(folder);
        Ok(())
    }
}

/// Facts of what is at a path; `None` if nothing is. The two folders of a site may be links
/// to folders elsewhere, as when the site is read for a build; nothing below them may.
pub(super) fn stat(root: &Path, path: &SitePath) -> io::Result<Option<Metadata>> {
    let full = locate(root, path);
    let found = if path.depth() < 2 { fs::metadata(full) } else { fs::symlink_metadata(full) };
    present(found)
}

/// Where a path of the site is on this machine.
pub(super) fn locate(root: &Path, path: &SitePath) -> PathBuf {
    let mut full = root.to_owned();
    full.extend(path.parts());
    full
}

/// Says what was being done when the world failed.
pub(super) fn failure(root: &Path, path: &SitePath, error: &io::Error) -> WorldFailure {
    WorldFailure { doing: format!("looking through {}", locate(root, path).display()), cause: error.to_string() }
}

fn missing(root: &Path) -> WorldFailure {
    WorldFailure {
        doing: format!("looking through {}", root.display()),
        cause: "its folder `content` is not there now".to_owned(),
    }
}

/// What is not there is no failure.
fn present<T>(result: io::Result<T>) -> io::Result<Option<T>> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(error),
    }
}

fn tops(root: &Path) -> io::Result<Option<Vec<(SitePath, Metadata)>>> {
    let mut found = Vec::new();
    for path in TOPS.iter().filter_map(|name| SitePath::parse(name)) {
        // A file of that name is none of the site's.
        if let Some(metadata) = stat(root, &path)?.filter(Metadata::is_dir) {
            found.push((path, metadata));
        }
    }
    Ok(Some(found))
}

fn children(root: &Path, folder: &SitePath) -> io::Result<Option<Vec<(SitePath, Metadata)>>> {
    let Some(listing) = present(fs::read_dir(locate(root, folder)))? else { return Ok(None) };
    let mut found = Vec::new();
    for entry in listing {
        let Some(entry) = present(entry)? else { continue };
        let Some(path) = child(folder, &entry.file_name()) else { continue };
        let Some(metadata) = present(entry.metadata())? else { continue };
        found.push((path, metadata));
    }
    Ok(Some(found))
}

/// The path of something in a folder; `None` if no site can name it. The build complains
/// of that.
pub(super) fn child(folder: &SitePath, name: &OsStr) -> Option<SitePath> {
    // A name that reads as two parts would be looked for elsewhere.
    let name = name.to_str().filter(|name| !name.contains('\\'))?;
    folder.join(name)
}

/// Whether a path lies in one of the folders of a site, or is one.
pub(super) fn is_of_site(path: &SitePath) -> bool {
    path.parts().next().is_some_and(|top| TOPS.contains(&top))
}
