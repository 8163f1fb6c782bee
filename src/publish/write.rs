//! Writing a finished site: into a staging folder beside the target, then swapped in whole.

use super::manifest::{Manifest, NAME};
use super::{Output, Piece};
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// What publishing did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// Files that were not there before.
    pub added: Vec<String>,
    /// Files whose content changed.
    pub changed: Vec<String>,
    /// Files that are no longer part of the site.
    pub removed: Vec<String>,
    /// How many files stayed as they were.
    pub unchanged: usize,
}

/// Why nothing was published. The output folder is as it was.
#[derive(Debug)]
pub enum PublishFailure {
    /// The output folder is not one that Candour may replace; why, and what to do.
    Refused(String),
    /// The world failed.
    World(String, io::Error),
}

/// Writes `output` to `target`. A folder with files that Candour did not write is refused.
///
/// # Errors
/// The target is refused, or the world fails; the target is then as it was.
pub fn publish(output: &Output, target: &Path) -> Result<Account, PublishFailure> {
    let old = inspect(target)?;
    let new = Manifest::of(output);
    let account = compare(old.as_ref(), &new);
    if old.is_some() && account.added.is_empty() && account.changed.is_empty() && account.removed.is_empty() {
        return Ok(account);
    }
    let staging = beside(target, "staging")?;
    let retired = beside(target, "old")?;
    for left_over in [&staging, &retired] {
        remove_folder(left_over)?;
    }
    let staged = stage(output, &new, old.as_ref(), target, &staging).and_then(|()| swap(&staging, target, &retired));
    if let Err(failure) = staged {
        // The staging folder is ours; if even this fails, the next build removes it.
        let _ = fs::remove_dir_all(&staging);
        return Err(failure);
    }
    remove_folder(&retired)?;
    Ok(account)
}

/// What stands at the target; `None` if nothing does.
fn inspect(target: &Path) -> Result<Option<Manifest>, PublishFailure> {
    let refused = |why: String| Err(PublishFailure::Refused(why));
    let shown = target.display();
    let metadata = match fs::symlink_metadata(target) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(PublishFailure::World(format!("looking at {shown}"), error)),
    };
    if metadata.is_symlink() {
        return refused(format!("{shown} is a symbolic link; name the folder it leads to"));
    }
    if !metadata.is_dir() {
        return refused(format!("{shown} is a file; name a folder for the website"));
    }
    let manifest = fs::read_to_string(target.join(NAME)).ok().and_then(|text| Manifest::parse(&text));
    let known: BTreeSet<&str> =
        manifest.iter().flat_map(|manifest| manifest.files.keys().map(String::as_str)).chain([NAME]).collect();
    for entry in WalkDir::new(target).min_depth(1) {
        let entry = entry.map_err(|error| PublishFailure::World(format!("looking through {shown}"), error.into()))?;
        if entry.file_type().is_dir() {
            continue;
        }
        let inside = entry.path().strip_prefix(target).unwrap_or(entry.path());
        let path = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
        if !known.contains(path.as_str()) {
            return refused(format!(
                "{shown} holds a file that Candour did not write: {path}; move it away, or name another folder with --out"
            ));
        }
    }
    Ok(manifest)
}

fn compare(old: Option<&Manifest>, new: &Manifest) -> Account {
    let mut account = Account::default();
    for (path, entry) in &new.files {
        match old.and_then(|old| old.files.get(path)) {
            None => account.added.push(path.clone()),
            Some(before) if before != entry => account.changed.push(path.clone()),
            Some(_) => account.unchanged += 1,
        }
    }
    let gone = old.into_iter().flat_map(|old| old.files.keys()).filter(|path| !new.files.contains_key(*path));
    account.removed.extend(gone.cloned());
    account
}

fn beside(target: &Path, purpose: &str) -> Result<PathBuf, PublishFailure> {
    match target.file_name() {
        Some(name) => Ok(target.with_file_name(format!(".{}.candour-{purpose}", name.to_string_lossy()))),
        None => Err(PublishFailure::Refused(format!("{} is not a folder that can be replaced", target.display()))),
    }
}

fn world<T>(doing: &str, path: &Path, result: io::Result<T>) -> Result<T, PublishFailure> {
    result.map_err(|error| PublishFailure::World(format!("{doing} {}", path.display()), error))
}

fn remove_folder(folder: &Path) -> Result<(), PublishFailure> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(PublishFailure::World(format!("removing {}", folder.display()), error))
        }
        _ => Ok(()),
    }
}

fn stage(
    output: &Output,
    new: &Manifest,
    old: Option<&Manifest>,
    target: &Path,
    staging: &Path,
) -> Result<(), PublishFailure> {
    let mut folders: BTreeSet<PathBuf> = BTreeSet::from([staging.to_owned()]);
    folders.extend(output.keys().filter_map(|path| Some(staging.join(path).parent()?.to_owned())));
    for folder in folders {
        world("making", &folder, fs::create_dir_all(&folder))?;
    }
    for (path, piece) in output {
        let to = staging.join(path);
        let from = target.join(path);
        let entry = new.files.get(path);
        let same = entry.is_some() && old.and_then(|old| old.files.get(path)) == entry;
        let intact = same && fs::metadata(&from).is_ok_and(|metadata| metadata.len() == piece.bytes().len() as u64);
        // A hard link keeps the time stamp and costs no writing.
        if intact && fs::hard_link(&from, &to).is_ok() {
            continue;
        }
        world("writing", &to, fs::write(&to, Piece::bytes(piece)))?;
    }
    let manifest = staging.join(NAME);
    world("writing", &manifest, fs::write(&manifest, new.text()))
}

fn swap(staging: &Path, target: &Path, retired: &Path) -> Result<(), PublishFailure> {
    let there = world("looking at", target, target.try_exists())?;
    if there {
        world("moving away", target, fs::rename(target, retired))?;
    }
    let swapped = fs::rename(staging, target);
    if swapped.is_err() && there {
        // Put the last good site back.
        let _ = fs::rename(retired, target);
    }
    world("moving in", target, swapped)
}
