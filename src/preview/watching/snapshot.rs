//! The site's folder as it was at the last look, and what a new look finds different.

use super::Touched;
use super::stamp::{Identity, Stamp};
use super::walk::{Region, failure, stat, walk};
use crate::source::{Entry, SitePath, WorldFailure};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What is known of the files and folders of a site, without their content.
#[derive(Clone, Debug, Default)]
pub struct Snapshot {
    files: BTreeMap<SitePath, Stamp>,
    folders: BTreeMap<SitePath, Identity>,
}

/// Files that a look found, with what is there now and whether it surely differs from what
/// was there before; else it is only too fresh to be told by its stamp.
pub(super) type Found = BTreeMap<SitePath, (Option<Entry>, bool)>;

/// What was found, as it is told.
pub(super) fn touched(found: Found) -> Vec<Touched> {
    found.into_iter().map(|(path, (entry, _))| Touched { path, entry }).collect()
}

impl Snapshot {
    /// Of a folder nobody has looked at.
    pub fn new() -> Snapshot {
        Snapshot::default()
    }

    /// Looks at the whole site: what differs from the last look, and what is too fresh to be
    /// told by its stamp. The first look finds everything.
    ///
    /// # Errors
    /// The folder or its `content` is not there, or cannot be read. Nothing is forgotten then.
    pub fn look(&mut self, root: &Path) -> Result<Vec<Touched>, WorldFailure> {
        self.search(root).map(touched)
    }

    /// Looks at these folders only, and not at those within, except at such that are new or
    /// gone.
    ///
    /// # Errors
    /// As with `look`. What was found before the failure is found again by the next whole look
    /// only if it is still fresh.
    pub fn look_at(&mut self, root: &Path, folders: &BTreeSet<SitePath>) -> Result<Vec<Touched>, WorldFailure> {
        self.search_in(root, folders).map(touched)
    }

    /// The files that were there at the last look, in path order.
    pub fn entries(&self) -> impl Iterator<Item = Entry> {
        self.files.iter().map(|(path, stamp)| Entry { path: path.clone(), size: stamp.size })
    }

    /// A file of the last look.
    pub(super) fn entry(&self, path: &SitePath) -> Option<Entry> {
        self.files.get(path).map(|stamp| Entry { path: path.clone(), size: stamp.size })
    }

    /// The folders of the last look, the root among them.
    pub(super) fn folders(&self) -> &BTreeMap<SitePath, Identity> {
        &self.folders
    }

    pub(super) fn search(&mut self, root: &Path) -> Result<Found, WorldFailure> {
        let mut found = Found::new();
        let region = walk(root, &SitePath::root(), &|_, _| true)?;
        self.settle(region, &mut found);
        Ok(found)
    }

    pub(super) fn search_in(&mut self, root: &Path, folders: &BTreeSet<SitePath>) -> Result<Found, WorldFailure> {
        let mut found = Found::new();
        // In path order, so that what a folder's listing says of one within it is known in time.
        for folder in folders {
            let folder = self.nearest(folder);
            let region = walk(root, &folder, &|path, identity| self.folders.get(path) != Some(&identity))?;
            self.settle(region, &mut found);
        }
        Ok(found)
    }

    /// Looks at one path, which is much quicker than at all files beside it.
    pub(super) fn search_for(&mut self, root: &Path, path: &SitePath) -> Result<Found, WorldFailure> {
        let metadata = stat(root, path).map_err(|error| failure(root, path, &error))?;
        let is_folder = metadata.as_ref().is_some_and(|metadata| metadata.is_dir());
        if is_folder || self.folders.contains_key(path) || !self.folders.contains_key(&path.parent()) {
            return self.search_in(root, &BTreeSet::from([path.parent(), path.clone()]));
        }
        let mut found = Found::new();
        match metadata.filter(|metadata| metadata.is_file()) {
            Some(metadata) => self.meet(path, Stamp::of(&metadata), &mut found),
            None => self.lose(path, &mut found),
        }
        Ok(found)
    }

    /// The folder itself if it is known, else the nearest known one around it: there it is new.
    fn nearest(&self, folder: &SitePath) -> SitePath {
        let mut folder = folder.clone();
        while folder != SitePath::root() && !self.folders.contains_key(&folder) {
            folder = folder.parent();
        }
        folder
    }

    fn settle(&mut self, region: Region, found: &mut Found) {
        let mut gone = region.gone;
        let mut lost = Vec::new();
        for folder in &region.walked {
            let within = |path: &&SitePath| path.below(folder.as_str()).is_some_and(|rest| !rest.contains('/'));
            gone.extend(
                below(&self.folders, folder).filter(within).filter(|p| !region.folders.contains_key(*p)).cloned(),
            );
            lost.extend(below(&self.files, folder).filter(within).filter(|p| !region.files.contains_key(*p)).cloned());
        }
        for folder in &gone {
            lost.extend(below(&self.files, folder).cloned());
            let inner: Vec<SitePath> = below(&self.folders, folder).cloned().collect();
            for folder in inner.iter().chain([folder]) {
                self.folders.remove(folder);
            }
        }
        for path in lost {
            self.lose(&path, found);
        }
        for (path, stamp) in region.files {
            self.meet(&path, stamp, found);
        }
        self.folders.extend(region.folders);
    }

    /// A file is there.
    fn meet(&mut self, path: &SitePath, stamp: Stamp, found: &mut Found) {
        let old = self.files.insert(path.clone(), stamp);
        if old.is_none_or(|old| old.fresh || !old.is_same(&stamp)) {
            let differs = old.is_none_or(|old| !old.is_same_file(&stamp));
            let before = found.get(path).is_some_and(|(_, differs)| *differs);
            let entry = Entry { path: path.clone(), size: stamp.size };
            found.insert(path.clone(), (Some(entry), differs || before));
        }
    }

    /// A file is not there.
    fn lose(&mut self, path: &SitePath, found: &mut Found) {
        if self.files.remove(path).is_some() {
            found.insert(path.clone(), (None, true));
        }
    }
}

/// The paths below a folder, at any depth.
fn below<'m, T>(map: &'m BTreeMap<SitePath, T>, folder: &SitePath) -> impl Iterator<Item = &'m SitePath> {
    // All that begins with `folder/` sorts before `folder0`, the next character after `/`.
    let end = SitePath::parse(&format!("{folder}0")).filter(|_| *folder != SitePath::root());
    let folder = folder.clone();
    let range = map.range(folder.clone()..).map(|(path, _)| path);
    range
        .take_while(move |path| end.as_ref().is_none_or(|end| *path < end))
        .filter(move |path| **path != folder && path.below(folder.as_str()).is_some())
}

#[cfg(test)]
mod tests {
    use super::Snapshot;
    use crate::source::SitePath;
    use std::collections::BTreeSet;
    use std::fs::{self, File};
    use std::path::Path;
    use std::time::{Duration, SystemTime};

    /// Writes a file as if an hour ago.
    fn put(root: &Path, path: &str, text: &str) {
        let full = root.join(path);
        fs::create_dir_all(full.parent().unwrap()).unwrap();
        fs::write(&full, text).unwrap();
        let hour_ago = SystemTime::now() - Duration::from_secs(3600);
        File::options().write(true).open(full).unwrap().set_modified(hour_ago).unwrap();
    }

    fn look(snapshot: &mut Snapshot, root: &Path) -> String {
        told(snapshot.look(root).unwrap())
    }

    fn look_at(snapshot: &mut Snapshot, root: &Path, folder: &str) -> String {
        let folders = BTreeSet::from([SitePath::parse(folder).unwrap()]);
        told(snapshot.look_at(root, &folders).unwrap())
    }

    fn told(touched: Vec<super::Touched>) -> String {
        let line = |touched: super::Touched| match touched.entry {
            Some(entry) => format!("{} {}", touched.path, entry.size),
            None => format!("{} gone", touched.path),
        };
        touched.into_iter().map(line).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn a_look_finds_what_differs_from_the_last() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        for path in ["content/a.md", "content/b/c.md", "content/b-d.md", "themes/t/x.css", "site.yaml"] {
            put(root, path, "old");
        }
        let mut snapshot = Snapshot::new();
        assert_eq!(look(&mut snapshot, root), "content/a.md 3, content/b-d.md 3, content/b/c.md 3, themes/t/x.css 3");
        assert_eq!(look(&mut snapshot, root), "");
        put(root, "content/a.md", "longer");
        fs::remove_dir_all(root.join("content/b")).unwrap();
        put(root, "content/e/f/g.md", "new");
        assert_eq!(look(&mut snapshot, root), "content/a.md 6, content/b/c.md gone, content/e/f/g.md 3");
        let entries: Vec<String> = snapshot.entries().map(|entry| entry.path.to_string()).collect();
        assert_eq!(entries, ["content/a.md", "content/b-d.md", "content/e/f/g.md", "themes/t/x.css"]);
    }

    #[test]
    fn a_fresh_file_is_told_again_until_its_stamp_can_tell_it() {
        let folder = tempfile::tempdir().unwrap();
        put(folder.path(), "content/a.md", "old");
        let mut snapshot = Snapshot::new();
        snapshot.look(folder.path()).unwrap();
        fs::write(folder.path().join("content/a.md"), "new").unwrap();
        assert_eq!(look(&mut snapshot, folder.path()), "content/a.md 3");
        assert_eq!(look(&mut snapshot, folder.path()), "content/a.md 3");
        put(folder.path(), "content/a.md", "new");
        assert_eq!(look(&mut snapshot, folder.path()), "content/a.md 3");
        assert_eq!(look(&mut snapshot, folder.path()), "");
    }

    #[test]
    fn a_look_at_a_folder_leaves_those_within_unless_they_are_new_or_gone() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        for path in ["content/a/x.md", "content/a/b/y.md", "content/a/c/z.md"] {
            put(root, path, "old");
        }
        let mut snapshot = Snapshot::new();
        snapshot.look(root).unwrap();
        put(root, "content/a/x.md", "longer");
        put(root, "content/a/b/y.md", "longer");
        put(root, "content/a/d/e/n.md", "new");
        fs::rename(root.join("content/a/c"), root.join("away")).unwrap();
        assert_eq!(
            look_at(&mut snapshot, root, "content/a"),
            "content/a/c/z.md gone, content/a/d/e/n.md 3, content/a/x.md 6"
        );
        // A folder that is unknown is found from the nearest known one.
        put(root, "content/q/r/s/t.md", "new");
        assert_eq!(look_at(&mut snapshot, root, "content/q/r/s"), "content/q/r/s/t.md 3");
        assert_eq!(look(&mut snapshot, root), "content/a/b/y.md 6");
    }

    #[test]
    fn a_file_that_a_folder_replaces_is_gone_and_the_other_way_round() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        put(root, "content/a", "old");
        put(root, "content/b/c.md", "old");
        let mut snapshot = Snapshot::new();
        snapshot.look(root).unwrap();
        fs::remove_file(root.join("content/a")).unwrap();
        put(root, "content/a/d.md", "new");
        fs::remove_dir_all(root.join("content/b")).unwrap();
        put(root, "content/b", "new");
        assert_eq!(
            look_at(&mut snapshot, root, "content"),
            "content/a gone, content/a/d.md 3, content/b 3, content/b/c.md gone"
        );
        assert_eq!(look(&mut snapshot, root), "");
    }

    #[test]
    fn a_site_without_content_is_a_failure_and_nothing_is_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        put(root, "content/a.md", "old");
        let mut snapshot = Snapshot::new();
        snapshot.look(root).unwrap();
        fs::rename(root.join("content"), root.join("away")).unwrap();
        let failure = snapshot.look(root).unwrap_err();
        assert!(failure.to_string().contains("its folder `content` is not there now"), "{failure}");
        assert_eq!(snapshot.entries().count(), 1);
        fs::rename(root.join("away"), root.join("content")).unwrap();
        assert_eq!(look(&mut snapshot, root), "");
    }
}
