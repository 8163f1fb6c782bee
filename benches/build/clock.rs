//! Where the time of a build goes. The stages tell themselves through `Progress`; what a
//! file system does shows in the calls it gets.

use candour::publish::{Disk, Found, Progress, RealDisk, SiteFolder};
use candour::source::{Entry, Files, SitePath, WorldFailure};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// Times stages, one after the other.
pub(crate) struct Clock {
    started: Instant,
    marks: Mutex<Vec<(&'static str, Duration)>>,
}

impl Clock {
    pub(crate) fn new() -> Clock {
        Clock { started: Instant::now(), marks: Mutex::new(Vec::new()) }
    }

    /// A stage begins, unless it is the one that goes on.
    pub(crate) fn begin(&self, name: &'static str) {
        let mut marks = self.marks.lock().unwrap();
        if marks.last().is_none_or(|(last, _)| *last != name) {
            marks.push((name, self.started.elapsed()));
        }
    }

    /// The stages with their times, in order.
    pub(crate) fn stages(&self) -> Vec<(&'static str, Duration)> {
        let marks = self.marks.lock().unwrap();
        let ends = marks.iter().skip(1).map(|(_, start)| *start).chain([self.started.elapsed()]);
        let mut stages: Vec<(&'static str, Duration)> = Vec::new();
        for ((name, start), end) in marks.iter().zip(ends) {
            match stages.iter_mut().find(|(known, _)| known == name) {
                Some((_, time)) => *time += end - *start,
                None => stages.push((name, end - *start)),
            }
        }
        stages
    }
}

impl Progress for Clock {
    fn stage(&self, name: &'static str, _: usize) {
        // The folder below tells this stage in two.
        if name != "Reading" {
            self.begin(name);
        }
    }

    fn step(&self) {}
}

/// A site's folder whose listing is a stage of its own.
pub(crate) struct TimedFolder<'a> {
    pub(crate) folder: SiteFolder,
    pub(crate) clock: &'a Clock,
}

impl Files for TimedFolder<'_> {
    fn list(&self) -> Result<Vec<Entry>, WorldFailure> {
        self.clock.begin("Listing");
        let list = self.folder.list();
        self.clock.begin("Reading and parsing");
        list
    }

    fn read(&self, path: &SitePath) -> Result<Vec<u8>, WorldFailure> {
        self.folder.read(path)
    }
}

/// The real disk, watched: which stage each call belongs to, and how many files are written.
pub(crate) struct TimedDisk<'a> {
    pub(crate) clock: &'a Clock,
    pub(crate) written: AtomicUsize,
}

impl Disk for TimedDisk<'_> {
    fn look(&self, path: &Path) -> io::Result<Found> {
        RealDisk.look(path)
    }

    fn walk(&self, folder: &Path) -> io::Result<Vec<(PathBuf, Found)>> {
        RealDisk.walk(folder)
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        RealDisk.read(path)
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        self.clock.begin("Writing");
        RealDisk.make_folder(folder)
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.written.fetch_add(1, Ordering::Relaxed);
        RealDisk.write(path, bytes)
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        RealDisk.link(from, to)
    }

    fn resemble(&self, path: &Path, model: &Path) -> io::Result<()> {
        RealDisk.resemble(path, model)
    }

    fn sync(&self, folder: &Path) -> io::Result<()> {
        self.clock.begin("Making safe on disk");
        RealDisk.sync(folder)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.clock.begin("Swapping");
        RealDisk.rename(from, to)
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        self.clock.begin("Swapping");
        RealDisk.exchange(one, other)
    }

    fn remove(&self, folder: &Path) -> io::Result<()> {
        RealDisk.remove(folder)
    }
}
