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
use std::io;
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

/// Publishes `output`. Files that did not change are neither written nor touched, and where
/// nothing changed at all, nothing is done to the disk, not even for the lock.
///
/// # Errors
/// The target is refused, or the world fails; the target is then as it was.
pub fn publish(output: &Output, place: &Place<'_>, disk: &dyn Disk) -> Result<Account, PublishFailure> {
    let target = Target::new(place.target, place.site, place.home)?;
    let new = Manifest::of(output);
    if let Some(account) = nothing_to_do(output, &new, &target, disk) {
        return Ok(account);
    }
    let _lock = lock(&target, place, disk)?;
    recover(&target, disk)?;
    let standing = target.inspect(disk)?;
    let changes = compare(output, &standing, &target, disk);
    let account = changes.account(&standing, &new);
    if standing.manifest.as_ref() == Some(&new) && account.is_empty() {
        return Ok(account);
    }
    let work = Work { output, new: &new, changes: &changes, target: &target, disk };
    let done = work.stage(&standing).and_then(|()| work.swap());
    if done.is_err() {
        // The staging folder is ours; if even this fails, the next build removes it.
        let _ = disk.remove(&target.staging);
    }
    done.map(|()| account)
}

/// Puts the last good site back, if a build was stopped in the one moment in which there is
/// none. For the very beginning of a build, before anything can keep it from publishing.
///
/// # Errors
/// The world fails. A folder that is refused is not looked at.
pub fn put_back(place: &Place<'_>, disk: &dyn Disk) -> Result<(), PublishFailure> {
    let Ok(target) = Target::new(place.target, place.site, place.home) else { return Ok(()) };
    if !is_away(&target, disk)? {
        return Ok(());
    }
    let _lock = lock(&target, place, disk)?;
    bring_back(&target, disk)
}

/// What publishing did, if that is nothing: the site stands as it should, nobody is at work
/// on it and nothing waits to be cleared up. Whatever is in doubt is left to those who hold
/// the lock.
fn nothing_to_do(output: &Output, new: &Manifest, target: &Target, disk: &dyn Disk) -> Option<Account> {
    let beside = [&target.staging, &target.retired, &target.lock];
    if beside.into_iter().any(|path| !matches!(disk.look(path), Ok(Found::Nothing))) {
        return None;
    }
    let standing = target.inspect(disk).ok()?;
    if standing.manifest.as_ref() != Some(new) {
        return None;
    }
    let account = compare(output, &standing, target, disk).account(&standing, new);
    account.is_empty().then_some(account)
}

fn lock(target: &Target, place: &Place<'_>, disk: &dyn Disk) -> Result<Lock, PublishFailure> {
    if let Some(parent) = target.folder.parent()
        && world("looking at", parent, disk.look(parent))? == Found::Nothing
    {
        world("making", parent, disk.make_folder(parent))?;
    }
    Lock::take(&target.lock, place.waiting).or_else(|error| {
        // Where nothing may be written, a folder that is not ours is the better reason.
        target.inspect(disk)?;
        world("making a lock beside", &target.folder, Err(error))
    })
}

/// Whether a build was stopped between moving the old site away and moving the new one in.
fn is_away(target: &Target, disk: &dyn Disk) -> Result<bool, PublishFailure> {
    let gone = world("looking at", &target.folder, disk.look(&target.folder))? == Found::Nothing;
    Ok(gone && world("looking at", &target.retired, disk.look(&target.retired))? == Found::Folder)
}

fn bring_back(target: &Target, disk: &dyn Disk) -> Result<(), PublishFailure> {
    if is_away(target, disk)? {
        world("putting back", &target.folder, disk.rename(&target.retired, &target.folder))?;
    }
    Ok(())
}

/// Clears up after a build that was stopped: what waits beside the target is either a site
/// that was never finished, or an old one whose successor stands.
fn recover(target: &Target, disk: &dyn Disk) -> Result<(), PublishFailure> {
    bring_back(target, disk)?;
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

/// What is to be done where, once it is known that something is.
struct Work<'a> {
    output: &'a Output,
    new: &'a Manifest,
    changes: &'a Changes,
    target: &'a Target,
    disk: &'a dyn Disk,
}

impl Work<'_> {
    /// Writes the whole new site beside the old one.
    fn stage(&self, standing: &Standing) -> Result<(), PublishFailure> {
        let Work { output, target, disk, .. } = *self;
        world("making", &target.staging, disk.make_folder(&target.staging))?;
        if standing.exists {
            // Before anything is in it, so that what inherits from it does. Only the owner
            // of the old folder may, and a site is worth more than its group.
            let _ = disk.resemble(&target.staging, &target.folder);
        }
        let litter: Vec<&String> = standing.litter.iter().filter(|path| !output.contains_key(*path)).collect();
        let inside = output.keys().chain(litter.iter().copied());
        let folders: BTreeSet<PathBuf> =
            inside.filter_map(|path| Some(target.staging.join(path).parent()?.to_owned())).collect();
        for folder in folders.iter().filter(|folder| **folder != target.staging) {
            world("making", folder, disk.make_folder(folder))?;
        }
        output.par_iter().try_for_each(|(path, piece)| {
            if self.changes.same.contains(path) {
                self.keep(path, Some(piece.bytes()))
            } else {
                let to = target.staging.join(path);
                world("writing", &to, disk.write(&to, piece.bytes()))
            }
        })?;
        for path in litter {
            self.keep(path, None)?;
        }
        let manifest = target.staging.join(NAME);
        world("writing", &manifest, disk.write(&manifest, self.new.text().as_bytes()))?;
        world("writing", &target.staging, disk.sync(&target.staging))
    }

    /// Brings a file over from the old site with its time stamp. A hard link costs no
    /// writing; where there are none, the file is written anew.
    fn keep(&self, path: &str, bytes: Option<&[u8]>) -> Result<(), PublishFailure> {
        let Work { target, disk, .. } = *self;
        let (from, to) = (target.folder.join(path), target.staging.join(path));
        if disk.link(&from, &to).is_ok() {
            return Ok(());
        }
        match bytes {
            Some(bytes) => world("writing", &to, disk.write(&to, bytes))?,
            None => {
                let bytes = world("reading", &from, disk.read(&from))?;
                world("writing", &to, disk.write(&to, &bytes))?;
            }
        }
        // A time stamp is no reason to have no site.
        let _ = disk.resemble(&to, &from);
        Ok(())
    }

    /// Puts the new site in the place of the old one.
    fn swap(&self) -> Result<(), PublishFailure> {
        let Work { target, disk, .. } = *self;
        // What others put there while the new site was written is not ours to lose.
        if !target.inspect(disk)?.exists {
            return self.arrived(disk.rename(&target.staging, &target.folder));
        }
        match disk.exchange(&target.staging, &target.folder) {
            Err(error) if error.kind() == io::ErrorKind::Unsupported => self.swap_in_two_steps(),
            result => {
                self.arrived(result)?;
                // The old site; the new one stands, so a failure here is the next build's to
                // mend.
                let _ = disk.remove(&target.staging);
                Ok(())
            }
        }
    }

    /// Where two folders cannot be exchanged: for a moment there is none. If the process
    /// stops in that moment, the next build puts the old site back first.
    fn swap_in_two_steps(&self) -> Result<(), PublishFailure> {
        let Work { target, disk, .. } = *self;
        let away = disk.rename(&target.folder, &target.retired);
        let moved = self.arrived(away.and_then(|()| disk.rename(&target.staging, &target.folder)));
        // What fails here is the next build's to mend.
        if moved.is_ok() {
            let _ = disk.remove(&target.retired);
        } else {
            let _ = bring_back(target, disk);
        }
        moved
    }

    /// Whether the new site has come to stand. A step that was reported as failed may have
    /// been taken all the same: a network drive that repeats a request is told that there
    /// is nothing to move.
    fn arrived(&self, step: io::Result<()>) -> Result<(), PublishFailure> {
        let Err(error) = step else { return Ok(()) };
        if self.stands() {
            return Ok(());
        }
        let folder = &self.target.folder;
        if matches!(error.kind(), io::ErrorKind::ResourceBusy | io::ErrorKind::CrossesDevices) {
            return Err(PublishFailure::Refused(format!(
                "{} cannot be replaced, perhaps because a disk or a container begins there; \
                 name a folder inside it with --out",
                folder.display()
            )));
        }
        world("moving in", folder, Err(error))
    }

    fn stands(&self) -> bool {
        let holds =
            |path: &str, bytes: &[u8]| self.disk.read(&self.target.folder.join(path)).is_ok_and(|found| found == bytes);
        // The list tells old from new, except where files are put right that others changed.
        let witness = self.output.iter().find(|(path, _)| !self.changes.same.contains(*path));
        holds(NAME, self.new.text().as_bytes()) && witness.is_none_or(|(path, piece)| holds(path, piece.bytes()))
    }
}
