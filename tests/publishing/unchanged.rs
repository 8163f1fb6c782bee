//! What did not change is not touched; what others changed is put right; what is no longer
//! part of the site goes.

use crate::disk::{Abilities, TestDisk};
use crate::scene::{ABLE, PLAIN, Scene, new, old, published, site};
use crate::tree::names;
use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

/// Steps that leave no trace on a disk.
const HARMLESS: [&str; 3] = ["look", "walk", "read"];

/// A time stamp that no file gets by being written now.
fn long_ago() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000)
}

fn set_time(path: &Path, time: SystemTime) {
    fs::File::options().write(true).open(path).unwrap().set_modified(time).unwrap();
}

fn time(path: &Path) -> SystemTime {
    fs::metadata(path).unwrap().modified().unwrap()
}

#[test]
fn nothing_is_done_when_nothing_changed() {
    for abilities in [ABLE, PLAIN] {
        let scene = Scene::published(&new());
        let folder_time = time(&scene.beside());
        let disk = TestDisk::good(abilities);
        let account = scene.publish(&new(), &disk).unwrap();
        assert!(account.is_empty() && account.unchanged == new().len(), "{account:?}");
        let steps = disk.steps();
        assert!(steps.iter().all(|step| HARMLESS.contains(&step.as_str())), "{steps:?}");
        assert_eq!(time(&scene.beside()), folder_time, "something was made beside the site, if only a lock");
    }
}

#[test]
fn an_unchanged_file_keeps_its_time_stamp() {
    for abilities in [ABLE, PLAIN, Abilities { exchange: false, link: true }] {
        let scene = Scene::published(&old());
        for path in ["same/index.html", "index.html"] {
            set_time(&scene.target().join(path), long_ago());
        }
        scene.publish(&new(), &TestDisk::good(abilities)).unwrap();
        assert_eq!(time(&scene.target().join("same/index.html")), long_ago(), "{abilities:?}");
        assert_ne!(time(&scene.target().join("index.html")), long_ago(), "{abilities:?}");
    }
}

#[cfg(unix)]
#[test]
fn an_unchanged_file_is_the_very_same_file() {
    use std::os::unix::fs::MetadataExt;
    let scene = Scene::published(&old());
    let inode = |path: &str| fs::metadata(scene.target().join(path)).unwrap().ino();
    let before = inode("same/deep/picture.svg");
    scene.publish(&new(), &TestDisk::good(ABLE)).unwrap();
    assert_eq!(inode("same/deep/picture.svg"), before);
    assert_eq!(fs::metadata(scene.target().join("same/deep/picture.svg")).unwrap().nlink(), 1);
}

#[cfg(unix)]
#[test]
fn the_folder_keeps_its_permissions() {
    use std::os::unix::fs::PermissionsExt;
    let scene = Scene::published(&old());
    fs::set_permissions(scene.target(), fs::Permissions::from_mode(0o2750)).unwrap();
    scene.publish(&new(), &TestDisk::good(ABLE)).unwrap();
    assert_eq!(fs::metadata(scene.target()).unwrap().permissions().mode() & 0o7777, 0o2750);
}

#[test]
fn the_account_says_what_was_done() {
    let scene = Scene::published(&old());
    let account = scene.publish(&new(), &TestDisk::good(ABLE)).unwrap();
    assert_eq!(account.added, ["come/near/by/index.html", "turns-into-a-file", "turns-into-a-folder/index.html"]);
    assert_eq!(account.changed, ["index.html"]);
    let removed =
        ["gone/far/down/index.html", "gone/index.html", "turns-into-a-file/index.html", "turns-into-a-folder"];
    assert_eq!(account.removed, removed);
    assert_eq!(account.unchanged, 2);
}

#[test]
fn what_others_changed_is_put_right() {
    let damages: [fn(&Path); 5] = [
        |target| fs::write(target.join("index.html"), "defaced, and of another length").unwrap(),
        |target| fs::write(target.join("index.html"), "new home, shorte").unwrap(),
        |target| fs::remove_file(target.join("index.html")).unwrap(),
        |target| fs::remove_dir_all(target.join("come")).unwrap(),
        |target| fs::write(target.join("same/deep/picture.svg"), "").unwrap(),
    ];
    for (number, damage) in damages.iter().enumerate() {
        let scene = Scene::published(&new());
        damage(&scene.target());
        let account = scene.publish(&new(), &TestDisk::good(ABLE)).unwrap();
        assert_eq!(account.changed.len(), 1, "damage {number}: {account:?}");
        assert_eq!(scene.tree(), published(&new()), "damage {number}");
    }
}

#[test]
fn the_folder_of_a_removed_page_goes() {
    let scene = Scene::published(&site(&[("index.html", ""), ("a/b/c/index.html", ""), ("a/index.html", "")]));
    scene.publish(&site(&[("index.html", ""), ("a/index.html", "")]), &TestDisk::good(ABLE)).unwrap();
    assert_eq!(names(&scene.target().join("a")), ["index.html"]);
    scene.publish(&site(&[("index.html", "")]), &TestDisk::good(ABLE)).unwrap();
    assert_eq!(names(&scene.target()), [".candour-manifest", "index.html"]);
}

#[test]
fn file_names_may_be_odd() {
    let odd = site(&[("two\nlines.txt", "a"), ("back\\slash", "b"), ("ends in\r", "c"), (" ", "d"), ("ü/é.txt", "e")]);
    if cfg!(windows) {
        return;
    }
    let scene = Scene::published(&odd);
    scene.publish(&old(), &TestDisk::good(ABLE)).unwrap();
    assert_eq!(scene.tree(), published(&old()));
}
