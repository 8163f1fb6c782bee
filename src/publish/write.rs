//! Writing a finished site: into a staging folder beside the target, then swapped in whole.
//! Whatever fails, and wherever the process stops, the target is the old site or the new
//! one, and the next build clears up what is left beside it.

use super::disk::{Disk, Found};
use super::lock::Lock;
use super::manifest::{Manifest, NAME};
use super::target::{Standing, Target};
use super::{Account, Output, PublishFailure, world};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Where a site is published, and what publishing has to know of the surroundings.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    /// The output folder.
    pub target: &'a Path,
    /// The folder of the site, whose content must not be overwritten.
    pub site: &'a Path,
    /// The user's home, which is never an output folder.
    pub home: Option<&'a Path>,
    /// Called once if another build is writing to the same folder.
    pub waiting: &'a dyn Fn(),
}

/// Publishes `output`. Files that did not change are neither written nor touched.
///
/// # Errors
/// The target is refused, or the world fails; the target is then as it was.
pub fn publish(output: &Output, place: &Place<'_>, disk: &dyn Disk) -> Result<Account, PublishFailure> {
    let target = Target::new(place.target, place.site, place.home)?;
    // Refuse before anything is made.
    target.inspect(disk)?;
    if let Some(parent) = target.folder.parent() {
        world("making", parent, disk.make_folder(parent))?;
    }
    let _lock = world("locking", &target.lock, Lock::take(&target.lock, place.waiting))?;
    recover(&target, disk)?;
    let standing = target.inspect(disk)?;
    let new = Manifest::of(output);
    let changes = compare(output, &standing, &target, disk);
    let account = changes.account(&standing, &new);
    if standing.manifest.as_ref() == Some(&new) && account.is_empty() {
        return Ok(account);
    }
    let staged = stage(output, &new, &changes, &standing, &target, disk).and_then(|()| swap(&target, &standing, disk));
    if staged.is_err() {
        // The staging folder is ours; if even this fails, the next build removes it.
        let _ = disk.remove(&target.staging);
    }
    staged.map(|()| account)
}

/// Clears up after a build that was stopped: what waits beside the target is either a site
/// that was never finished, or an old one whose successor stands.
fn recover(target: &Target, disk: &dyn Disk) -> Result<(), PublishFailure> {
    let gone = world("looking at", &target.folder, disk.look(&target.folder))? == Found::Nothing;
    let retired = world("looking at", &target.retired, disk.look(&target.retired))? == Found::Folder;
    if gone && retired {
        world("putting back", &target.folder, disk.rename(&target.retired, &target.folder))?;
    }
    for left_over in [&target.staging, &target.retired] {
        world("removing", left_over, disk.remove(left_over))?;
    }
    Ok(())
}

/// What is different from what stands.
struct Changes {
    /// The paths whose file stands exactly as it should.
    same: BTreeSet<String>,
}

/// Compares with the very bytes that stand, not with what the manifest says of them: a file
/// that was damaged or edited since is put right.
fn compare(output: &Output, standing: &Standing, target: &Target, disk: &dyn Disk) -> Changes {
    let Some(manifest) = &standing.manifest else { return Changes { same: BTreeSet::new() } };
    let same = output
        .par_iter()
        .filter(|(path, piece)| {
            let size = manifest.files.get(*path).map(|(_, size)| *size);
            size == Some(piece.bytes().len() as u64)
                && disk.read(&target.folder.join(path)).is_ok_and(|bytes| bytes == piece.bytes())
        })
        .map(|(path, _)| path.clone())
        .collect();
    Changes { same }
}

impl Changes {
    fn account(&self, standing: &Standing, new: &Manifest) -> Account {
        let mut account = Account::default();
        let old = standing.manifest.as_ref();
        for path in new.files.keys() {
            if self.same.contains(path) {
                account.unchanged += 1;
            } else if old.is_some_and(|old| old.files.contains_key(path)) {
                account.changed.push(path.clone());
            } else {
                account.added.push(path.clone());
            }
        }
        let gone = old.into_iter().flat_map(|old| old.files.keys()).filter(|path| !new.files.contains_key(*path));
        account.removed.extend(gone.cloned());
        account
    }
}

fn stage(
    output: &Output,
    new: &Manifest,
    changes: &Changes,
    standing: &Standing,
    target: &Target,
    disk: &dyn Disk,
) -> Result<(), PublishFailure> {
    let mut folders: BTreeSet<PathBuf> = BTreeSet::from([target.staging.clone()]);
    let inside = output.keys().chain(&standing.litter);
    folders.extend(inside.filter_map(|path| Some(target.staging.join(path).parent()?.to_owned())));
    for folder in &folders {
        world("making", folder, disk.make_folder(folder))?;
    }
    output.par_iter().try_for_each(|(path, piece)| {
        let to = target.staging.join(path);
        // A hard link keeps the time stamp and costs no writing.
        if changes.same.contains(path) && disk.link(&target.folder.join(path), &to).is_ok() {
            return Ok(());
        }
        world("writing", &to, disk.write(&to, piece.bytes()))
    })?;
    for path in &standing.litter {
        // Losing a file manager's notes is no reason to stop.
        let _ = disk.link(&target.folder.join(path), &target.staging.join(path));
    }
    let manifest = target.staging.join(NAME);
    world("writing", &manifest, disk.write(&manifest, new.text().as_bytes()))?;
    world("writing", &target.staging, disk.sync(&target.staging))
}

fn swap(target: &Target, standing: &Standing, disk: &dyn Disk) -> Result<(), PublishFailure> {
    if !standing.exists {
        return world("moving in", &target.folder, disk.rename(&target.staging, &target.folder));
    }
    match disk.exchange(&target.staging, &target.folder) {
        Ok(()) => {
            // The old site; the new one stands, so a failure here is the next build's to mend.
            let _ = disk.remove(&target.staging);
            Ok(())
        }
        Err(error) if error.kind() == std::io::ErrorKind::Unsupported => swap_in_two_steps(target, disk),
        Err(error) => world("moving in", &target.folder, Err(error)),
    }
}

/// Where two folders cannot be exchanged: for a moment there is none. If the process stops
/// in that moment, the next build puts the old site back first.
fn swap_in_two_steps(target: &Target, disk: &dyn Disk) -> Result<(), PublishFailure> {
    world("moving away", &target.folder, disk.rename(&target.folder, &target.retired))?;
    let moved = disk.rename(&target.staging, &target.folder);
    if moved.is_err() {
        // If even this fails, the next build does it.
        let _ = disk.rename(&target.retired, &target.folder);
    } else {
        let _ = disk.remove(&target.retired);
    }
    world("moving in", &target.folder, moved)
}
