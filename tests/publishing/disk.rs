//! A disk that fails, stops, counts, or lacks what other disks can do.

use candour::publish::{Disk, Found, RealDisk};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// How much of the step is done before it goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extent {
    Nothing,
    Half,
    All,
}

/// What becomes of the steps after the one that goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Then {
    /// They are done: one step failed.
    GoOn,
    /// None is done: the process has died.
    Stop,
}

/// What goes wrong.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fault {
    /// The step, counted from 0.
    pub(crate) at: usize,
    pub(crate) extent: Extent,
    pub(crate) then: Then,
    pub(crate) kind: io::ErrorKind,
}

/// What a disk can do besides what every disk can.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Abilities {
    pub(crate) exchange: bool,
    pub(crate) link: bool,
}

/// The real disk, with something wrong.
#[derive(Debug)]
pub(crate) struct TestDisk {
    abilities: Abilities,
    fault: Option<Fault>,
    steps: Mutex<Vec<String>>,
}

impl TestDisk {
    pub(crate) fn good(abilities: Abilities) -> TestDisk {
        TestDisk { abilities, fault: None, steps: Mutex::default() }
    }

    pub(crate) fn with(abilities: Abilities, fault: Fault) -> TestDisk {
        TestDisk { fault: Some(fault), ..TestDisk::good(abilities) }
    }

    /// The names of the steps so far, the failed ones too.
    pub(crate) fn steps(&self) -> Vec<String> {
        self.steps.lock().unwrap().clone()
    }

    fn step<T>(&self, name: &str, all: impl FnOnce() -> io::Result<T>, half: impl FnOnce()) -> io::Result<T> {
        let number = {
            let mut steps = self.steps.lock().unwrap();
            steps.push(name.to_owned());
            steps.len() - 1
        };
        let Some(fault) = self.fault else { return all() };
        if number < fault.at || (number > fault.at && fault.then == Then::GoOn) {
            return all();
        }
        match fault.extent {
            _ if number > fault.at => {}
            Extent::Nothing => {}
            Extent::Half => half(),
            Extent::All => drop(all()),
        }
        Err(fault.kind.into())
    }
}

impl Disk for TestDisk {
    fn look(&self, path: &Path) -> io::Result<Found> {
        self.step("look", || RealDisk.look(path), || {})
    }

    fn walk(&self, folder: &Path) -> io::Result<Vec<(PathBuf, Found)>> {
        self.step("walk", || RealDisk.walk(folder), || {})
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.step("read", || RealDisk.read(path), || {})
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        // Of several folders, only the upper ones.
        let half = || drop(folder.parent().map(|parent| RealDisk.make_folder(parent)));
        self.step("make_folder", || RealDisk.make_folder(folder), half)
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let half = || drop(RealDisk.write(path, &bytes[..bytes.len() / 2]));
        self.step("write", || RealDisk.write(path, bytes), half)
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        if !self.abilities.link {
            return self.step("link", || Err(io::ErrorKind::Unsupported.into()), || {});
        }
        self.step("link", || RealDisk.link(from, to), || {})
    }

    fn resemble(&self, path: &Path, model: &Path) -> io::Result<()> {
        self.step("resemble", || RealDisk.resemble(path, model), || {})
    }

    fn sync(&self, _: &Path) -> io::Result<()> {
        // Nothing that these tests can see; thousands of real ones would take minutes.
        self.step("sync", || Ok(()), || {})
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step("rename", || RealDisk.rename(from, to), || {})
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        if !self.abilities.exchange {
            return self.step("exchange", || Err(io::ErrorKind::Unsupported.into()), || {});
        }
        self.step("exchange", || RealDisk.exchange(one, other), || {})
    }

    fn remove(&self, folder: &Path) -> io::Result<()> {
        // Every other file, and the folders that are empty then.
        let half = || {
            let Ok(found) = RealDisk.walk(folder) else { return };
            for (number, (path, _)) in found.iter().enumerate().rev() {
                if number % 2 == 0 {
                    let _ = std::fs::remove_file(path);
                }
                let _ = std::fs::remove_dir(path);
            }
        };
        self.step("remove", || RealDisk.remove(folder), half)
    }
}
