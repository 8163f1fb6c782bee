//! Which folders may be replaced: those that hold nothing but what Candour wrote.

use super::disk::{Disk, Found};
use super::manifest::{Manifest, NAME};
use super::{PublishFailure, world};
use std::collections::BTreeSet;
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
        let Some(name) = full.file_name().map(|name| name.to_string_lossy().into_owned()) else {
            return refused("is the root of a disk; name a folder for the website");
        };
        let site = absolute(site)?;
        for source in [site.join("content"), site.join("themes")] {
            if full.starts_with(&source) {
                return refused("lies inside the content or the themes; name a folder outside them");
            }
            if source.starts_with(&full) {
                return refused("contains the content; name a folder of its own, such as public");
            }
        }
        if home.and_then(|home| absolute(home).ok()).is_some_and(|home| home.starts_with(&full)) {
            return refused("is, or contains, a home folder; name a folder for the website");
        }
        let beside = |purpose: &str| full.with_file_name(format!(".{name}.candour-{purpose}"));
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
        let manifest =
            disk.read(&self.folder.join(NAME)).ok().and_then(|bytes| Manifest::parse(&String::from_utf8_lossy(&bytes)));
        let known = known_paths(manifest.as_ref());
        let mut litter = Vec::new();
        let mut strangers = Vec::new();
        for (path, kind) in world("looking through", &self.folder, disk.walk(&self.folder))? {
            let inside = below(&self.folder, &path);
            let name = inside.rsplit('/').next().unwrap_or_default();
            if known.contains(&(inside.clone(), kind == Found::Folder)) {
                continue;
            }
            if kind == Found::File && LITTER.contains(&name) {
                litter.push(inside);
            } else {
                strangers.push(inside);
            }
        }
        if let Some(first) = strangers.first() {
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
}

/// The files of a manifest and the folders they are in; folders are marked.
fn known_paths(manifest: Option<&Manifest>) -> BTreeSet<(String, bool)> {
    let mut known = BTreeSet::new();
    let Some(manifest) = manifest else { return known };
    known.insert((NAME.to_owned(), false));
    for path in manifest.files.keys() {
        known.insert((path.clone(), false));
        let mut folder = path.as_str();
        while let Some((parent, _)) = folder.rsplit_once('/') {
            known.insert((parent.to_owned(), true));
            folder = parent;
        }
    }
    known
}

/// A path below a folder with `/` between its parts.
fn below(folder: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(folder).unwrap_or(path);
    inside.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// The full path, its existing part with links resolved, `.` and `..` taken out. The last
/// part is not resolved: whether it is a link is for [`Target::inspect`] to say.
fn absolute(path: &Path) -> Result<PathBuf, PublishFailure> {
    let full = world("finding", path, std::path::absolute(path))?;
    let mut plain = PathBuf::new();
    for part in full.components() {
        match part {
            Component::ParentDir => {
                plain.pop();
            }
            Component::CurDir => {}
            part => plain.push(part),
        }
    }
    let (Some(parent), Some(name)) = (plain.parent(), plain.file_name()) else { return Ok(plain) };
    let mut existing = parent;
    let mut missing = Vec::new();
    loop {
        if let Ok(real) = existing.canonicalize() {
            return Ok(real.join(missing.iter().rev().collect::<PathBuf>()).join(name));
        }
        match (existing.parent(), existing.file_name()) {
            (Some(above), Some(part)) => {
                missing.push(part);
                existing = above;
            }
            _ => return Ok(plain),
        }
    }
}
