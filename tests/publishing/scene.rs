//! What publishing starts from and what it should lead to.

use crate::disk::{Abilities, TestDisk};
use crate::tree::{Tree, tree};
use candour::publish::{Account, Disk, Output, Piece, Place, PublishFailure, publish};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A disk that can do everything.
pub(crate) const ABLE: Abilities = Abilities { exchange: true, link: true };
/// One that can do no more than every disk can.
pub(crate) const PLAIN: Abilities = Abilities { exchange: false, link: false };

/// A finished site out of paths and texts.
pub(crate) fn site(files: &[(&str, &str)]) -> Output {
    files.iter().map(|(path, text)| ((*path).to_owned(), Piece::Made(text.as_bytes().to_vec()))).collect()
}

/// The site before.
pub(crate) fn old() -> Output {
    site(&[
        ("index.html", "old home"),
        ("same/index.html", "the same in both"),
        ("same/deep/picture.svg", "<svg/>"),
        ("gone/index.html", "to be removed"),
        ("gone/far/down/index.html", "to be removed too"),
        ("turns-into-a-folder", "a file"),
        ("turns-into-a-file/index.html", "in a folder"),
    ])
}

/// The site after: files are changed, added and removed, and some are as they were.
pub(crate) fn new() -> Output {
    site(&[
        ("index.html", "new home, longer"),
        ("same/index.html", "the same in both"),
        ("same/deep/picture.svg", "<svg/>"),
        ("come/near/by/index.html", "added"),
        ("turns-into-a-folder/index.html", "in a folder"),
        ("turns-into-a-file", "a file"),
    ])
}

/// A folder with an output folder in it, beside a site that may be its source.
pub(crate) struct Scene {
    pub(crate) room: TempDir,
}

impl Scene {
    pub(crate) fn new() -> Scene {
        let room = room();
        fs::create_dir_all(room.path().join("site/content")).unwrap();
        fs::create_dir(room.path().join("out")).unwrap();
        Scene { room }
    }

    /// With a published site.
    pub(crate) fn published(output: &Output) -> Scene {
        let scene = Scene::new();
        scene.publish(output, &TestDisk::good(ABLE)).unwrap();
        scene
    }

    /// The folder that holds the output folder and nothing else.
    pub(crate) fn beside(&self) -> PathBuf {
        self.room.path().join("out")
    }

    pub(crate) fn target(&self) -> PathBuf {
        self.beside().join("public")
    }

    pub(crate) fn retired(&self) -> PathBuf {
        self.beside().join(".public.candour-old")
    }

    pub(crate) fn staging(&self) -> PathBuf {
        self.beside().join(".public.candour-staging")
    }

    pub(crate) fn lock(&self) -> PathBuf {
        self.beside().join(".public.candour-lock")
    }

    pub(crate) fn tree(&self) -> Option<Tree> {
        tree(&self.target())
    }

    pub(crate) fn publish(&self, output: &Output, disk: &dyn Disk) -> Result<Account, PublishFailure> {
        self.publish_to(&self.target(), output, disk)
    }

    pub(crate) fn publish_to(
        &self,
        target: &Path,
        output: &Output,
        disk: &dyn Disk,
    ) -> Result<Account, PublishFailure> {
        let site = self.room.path().join("site");
        let home = self.room.path().join("homes/officer");
        publish(output, &Place { target, site: &site, home: Some(&home), waiting: &|| {} }, disk)
    }
}

/// A folder in memory where there is one: thousands of small sites would wear out a disk.
fn room() -> TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap()
}

/// The tree of a finished site.
pub(crate) fn published(output: &Output) -> Option<Tree> {
    Scene::published(output).tree()
}
