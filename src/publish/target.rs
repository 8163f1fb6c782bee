//! Which folders may be replaced: those that hold nothing but what Candour wrote.

use super::disk::{Disk, Found};
use super::manifest::{Manifest, NAME};
use super::{PublishFailure, world};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Component, Path, PathBuf};

/// What file managers leave in every folder they show.
const LITTER: &[&str] = &[".DS_Store", "Thumbs.db", "desktop.ini"];

/// An output folder, and its neighbours that publishing needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Target {
    /// The folder itself.
    pub(super) folder: PathBuf,
    /// Where the new site is written before it is swapped in.
    pub(super) staging: PathBuf,
    /// Where the old site waits, on systems that cannot exchange two folders in one step.
    pub(super) retired: PathBuf,
    /// The lock.
    pub(super) lock: PathBuf,
}

/// What is in an output folder.
#[derive(Clone, Debug, Default)]
pub(super) struct Standing {
    /// What Candour wrote; `None` if the folder is not there or is empty.
    pub(super) manifest: Option<Manifest>,
    /// Whether there is a folder.
    pub(super) exists: bool,
    /// Litter of file managers, kept as it is: paths below the folder.
    pub(super) litter: Vec<String>,
}

impl Target {
    /// The target `folder` for the site in `site`.
    ///
    /// # Errors
    /// Refused: it is a root, a home, the site or its content, or lies inside the content.
    pub(super) fn new(folder: &Path, site: &Path, home: Option<&Path>) -> Result<Target, PublishFailure> {
        let shown = folder.display();
        let refused = |why: &str| Err(PublishFailure::Refused(format!("{shown} {why}")));
        let full = absolute(folder)?;
        let Some(name) = full.file_name() else {
            return refused("is the root of a disk; name a folder for the website");
        };
        for source in [site.join("content"), site.join("themes")] {
            let source = resolved(&source)?;
            if full.starts_with(&source) {
                return refused("lies inside the content or the themes; name a folder outside them");
            }
            if source.starts_with(&full) {
                return refused("contains the content; name a folder of its own, such as public");
            }
        }
        if home.and_then(|home| resolved(home).ok()).is_some_and(|home| home.starts_with(&full)) {
            return refused("is, or contains, a home folder; name a folder for the website");
        }
        let beside = |purpose: &str| {
            let mut hidden = OsString::from(".");
            hidden.push(name);
            hidden.push(".candour-");
            hidden.push(purpose);
            full.with_file_name(hidden)
        };
        Ok(Target { staging: beside("staging"), retired: beside("old"), lock: beside("lock"), folder: full })
    }

    /// What stands at the target.
    ///
    /// # Errors
    /// Refused: it is no folder, or holds what Candour did not write. Or the world fails.
    pub(super) fn inspect(&self, disk: &dyn Disk) -> Result<Standing, PublishFailure> {
        let shown = self.folder.display();
        match world("looking at", &self.folder, disk.look(&self.folder))? {
            Found::Nothing => return Ok(Standing::default()),
            Found::Folder => {}
            Found::File => {
                return Err(PublishFailure::Refused(format!("{shown} is a file; name a folder for the website")));
            }
            Found::Other => {
                return Err(PublishFailure::Refused(format!(
                    "{shown} is a symbolic link; name the folder it leads to"
                )));
            }
        }
        let manifest = self.manifest(disk)?;
        let known = known_paths(manifest.as_ref());
        let mut litter = Vec::new();
        let mut strangers = Vec::new();
        for (path, kind) in world("looking through", &self.folder, disk.walk(&self.folder))? {
            let path = path.strip_prefix(&self.folder).unwrap_or(&path);
            let Some(inside) = with_slashes(path) else {
                strangers.push((path.to_string_lossy().into_owned(), kind));
                continue;
            };
            let name = inside.rsplit('/').next().unwrap_or_default();
            // A link in the place of a file is not what Candour wrote there.
            if known.get(&inside) == Some(&kind) {
                continue;
            }
            if kind == Found::File && LITTER.contains(&name) {
                litter.push(inside);
            } else {
                strangers.push((inside, kind));
            }
        }
        // The folder of a removed page stays while a file manager's notes are in it.
        strangers.retain(|(path, kind)| {
            *kind != Found::Folder || !litter.iter().any(|litter| folders_above(litter).any(|folder| folder == path))
        });
        if let Some((first, _)) = strangers.first() {
            let more = match strangers.len() {
                1 => String::new(),
                count => format!(" and {} more", count - 1),
            };
            return Err(PublishFailure::Refused(format!(
                "{shown} holds what Candour did not write: {first}{more}; move it away, or name another folder with --out"
            )));
        }
        Ok(Standing { manifest, exists: true, litter })
    }
    /// The list of what Candour wrote, if there is one.
    fn manifest(&self, disk: &dyn Disk) -> Result<Option<Manifest>, PublishFailure> {
        let path = self.folder.join(NAME);
        if world("looking at", &path, disk.look(&path))? != Found::File {
            return Ok(None);
        }
        // That it cannot be read now does not make its files a stranger's.
        let bytes = world("reading", &path, disk.read(&path))?;
        let manifest = std::str::from_utf8(&bytes).ok().and_then(Manifest::parse);
        let Some(manifest) = manifest else {
            return Err(PublishFailure::Refused(format!(
                "the list of what Candour wrote, {}, is damaged; move {} away, or name another folder with --out",
                path.display(),
                self.folder.display()
            )));
        };
        Ok(Some(manifest))
    }
}

/// The files of a manifest and the folders they are in.
fn known_paths(manifest: Option<&Manifest>) -> BTreeMap<String, Found> {
    let mut known = BTreeMap::new();
    let Some(manifest) = manifest else { return known };
    known.insert(NAME.to_owned(), Found::File);
    for path in manifest.files.keys() {
        for folder in folders_above(path) {
            if known.insert(folder.to_owned(), Found::Folder).is_some() {
                break;
            }
        }
        known.insert(path.clone(), Found::File);
    }
    known
}

/// The folders that a path is in, the nearest first.
fn folders_above(path: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(path.rsplit_once('/'), |(folder, _)| folder.rsplit_once('/')).map(|(folder, _)| folder)
}

/// A relative path with `/` between its parts; `None` if it is not Unicode, which no path of
/// Candour's is.
fn with_slashes(path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = path.components().map(|part| part.as_os_str().to_str()).collect();
    Some(parts?.join("/"))
}

/// The full path with links resolved and `.` and `..` taken out, as the system would do it:
/// what is above a link is what is above the folder it leads to. The last part is not
/// resolved: whether it is a link is for [`Target::inspect`] to say.
fn absolute(path: &Path) -> Result<PathBuf, PublishFailure> {
    let full = world("finding", path, std::path::absolute(path))?;
    let mut plain = PathBuf::new();
    let mut parts = full.components().peekable();
    while let Some(part) = parts.next() {
        match part {
            Component::ParentDir => {
                plain.pop();
            }
            Component::CurDir => {}
            part => plain.push(part),
        }
        if parts.peek().is_some()
            && let Ok(real) = plain.canonicalize()
        {
            plain = real;
        }
    }
    Ok(plain)
}

/// The full path with every link resolved.
fn resolved(path: &Path) -> Result<PathBuf, PublishFailure> {
    let plain = absolute(path)?;
    Ok(plain.canonicalize().unwrap_or(plain))
}
