//! Which folders are refused, and that nothing is touched then; and which are not.

use crate::disk::TestDisk;
use crate::scene::{ABLE, Scene, new, old, published};
use crate::tree::tree;
use candour::publish::PublishFailure;
use std::fs;
use std::path::Path;

/// Publishes to a path of the room, which must be refused for a reason that has these words;
/// nothing in the room may change.
fn refused(scene: &Scene, target: &str, words: &str) {
    let target = if target == "/" { Path::new("/").to_owned() } else { scene.room.path().join(target) };
    let before = tree(scene.room.path());
    let disk = TestDisk::good(ABLE);
    match scene.publish_to(&target, &new(), &disk) {
        Err(PublishFailure::Refused(why)) => assert!(why.contains(words), "{}: {why}", target.display()),
        other => panic!("{}: {other:?}", target.display()),
    }
    assert!(tree(scene.room.path()) == before, "{} was touched", target.display());
}

/// What a stranger is told as, and how it gets into the folder.
type Stranger = (&'static str, fn(&Path));

#[test]
fn files_of_others() {
    let strangers: [Stranger; 5] = [
        ("notes.txt", |target| fs::write(target.join("notes.txt"), "mine").unwrap()),
        ("same/notes.txt", |target| fs::write(target.join("same/notes.txt"), "mine").unwrap()),
        ("photos", |target| fs::create_dir(target.join("photos")).unwrap()),
        ("photos", |target| {
            fs::create_dir(target.join("photos")).unwrap();
            fs::create_dir(target.join("photos/2024")).unwrap();
        }),
        (".DS_Store", |target| fs::create_dir(target.join(".DS_Store")).unwrap()),
    ];
    for (name, put) in strangers {
        let scene = Scene::published(&old());
        put(&scene.target());
        refused(&scene, "out/public", &format!("holds what Candour did not write: {name}"));
    }
}

#[test]
fn a_folder_that_candour_never_wrote_to() {
    let scene = Scene::new();
    fs::create_dir(scene.target()).unwrap();
    fs::write(scene.target().join("index.html"), "by hand").unwrap();
    refused(&scene, "out/public", "holds what Candour did not write: index.html");
    fs::write(scene.target().join("letter.odt"), "by hand").unwrap();
    refused(&scene, "out/public", "index.html and 1 more");
}

#[test]
fn a_damaged_list_of_what_candour_wrote() {
    let scene = Scene::published(&old());
    for text in ["", "candour manifest 1\nnonsense", "candour manifest 9\n"] {
        fs::write(scene.target().join(".candour-manifest"), text).unwrap();
        refused(&scene, "out/public", "is damaged");
    }
    fs::write(scene.target().join(".candour-manifest"), b"candour manifest 1\n\xff").unwrap();
    refused(&scene, "out/public", "is damaged");
}

#[test]
fn a_file() {
    let scene = Scene::new();
    fs::write(scene.target(), "a file").unwrap();
    refused(&scene, "out/public", "is a file");
}

#[test]
fn the_site_and_its_sources() {
    let scene = Scene::new();
    fs::create_dir(scene.room.path().join("site/themes")).unwrap();
    refused(&scene, "site", "contains the content");
    refused(&scene, "", "contains the content");
    refused(&scene, "site/content", "lies inside the content");
    refused(&scene, "site/content/public", "lies inside the content");
    refused(&scene, "site/themes/public", "lies inside the content or the themes");
    refused(&scene, "site/public/../content/public", "lies inside the content");
    refused(&scene, "out/..", "contains the content");
    scene.publish_to(&scene.room.path().join("site/public"), &new(), &TestDisk::good(ABLE)).unwrap();
}

#[test]
fn a_root_and_a_home() {
    let scene = Scene::new();
    fs::create_dir_all(scene.room.path().join("homes/officer/website")).unwrap();
    refused(&scene, "/", "is the root of a disk");
    refused(&scene, "homes/officer", "home folder");
    refused(&scene, "homes", "home folder");
    refused(&scene, "homes/officer/website/..", "home folder");
    scene.publish_to(&scene.room.path().join("homes/officer/website"), &new(), &TestDisk::good(ABLE)).unwrap();
}

#[cfg(unix)]
mod links {
    use super::*;
    use std::os::unix::fs::symlink;

    #[test]
    fn a_link_is_refused() {
        let scene = Scene::published(&old());
        symlink(scene.target(), scene.beside().join("link")).unwrap();
        symlink(scene.beside().join("nowhere"), scene.beside().join("dangling")).unwrap();
        refused(&scene, "out/link", "is a symbolic link");
        refused(&scene, "out/link/.", "is a symbolic link");
        refused(&scene, "out/dangling", "is a symbolic link");
    }

    #[test]
    fn a_link_in_the_place_of_a_file_is_not_ours() {
        let scene = Scene::published(&old());
        let secret = scene.room.path().join("same");
        fs::write(&secret, "the same in both").unwrap();
        fs::remove_file(scene.target().join("same/index.html")).unwrap();
        symlink(&secret, scene.target().join("same/index.html")).unwrap();
        refused(&scene, "out/public", "did not write: same/index.html");
        let scene = Scene::published(&old());
        fs::rename(scene.target().join("same"), scene.room.path().join("same")).unwrap();
        symlink(scene.room.path().join("same"), scene.target().join("same")).unwrap();
        refused(&scene, "out/public", "did not write: same");
    }

    #[test]
    fn what_a_link_leads_to_counts() {
        let scene = Scene::new();
        let room = scene.room.path();
        fs::rename(room.join("site"), room.join("real")).unwrap();
        symlink(room.join("real"), room.join("site")).unwrap();
        refused(&scene, "real/content/public", "lies inside the content");
        refused(&scene, "site/content/public", "lies inside the content");
        refused(&scene, "real", "contains the content");
        // `..` after a link is what is above the folder it leads to.
        fs::create_dir_all(room.join("deep/er")).unwrap();
        symlink(room.join("real/content"), room.join("deep/er/link")).unwrap();
        refused(&scene, "deep/er/link/../content/public", "lies inside the content");
        refused(&scene, "deep/er/link/public", "lies inside the content");
    }

    #[test]
    fn linked_content_and_a_linked_home_count_too() {
        let scene = Scene::new();
        let room = scene.room.path();
        fs::create_dir_all(room.join("data/content")).unwrap();
        fs::remove_dir(room.join("site/content")).unwrap();
        symlink(room.join("data/content"), room.join("site/content")).unwrap();
        refused(&scene, "data/content/public", "lies inside the content");
        refused(&scene, "data", "contains the content");
        fs::create_dir_all(room.join("homes")).unwrap();
        fs::create_dir_all(room.join("nfs/officer")).unwrap();
        symlink(room.join("nfs/officer"), room.join("homes/officer")).unwrap();
        refused(&scene, "nfs/officer", "home folder");
    }

    #[test]
    fn a_link_on_the_way_is_followed() {
        let scene = Scene::new();
        symlink(scene.beside(), scene.room.path().join("way")).unwrap();
        scene.publish_to(&scene.room.path().join("way/public"), &new(), &TestDisk::good(ABLE)).unwrap();
        assert_eq!(scene.tree(), published(&new()));
        assert!(fs::symlink_metadata(scene.room.path().join("way")).unwrap().is_symlink());
    }

    #[test]
    fn names_that_are_not_unicode() {
        use std::ffi::OsStr;
        use std::os::unix::ffi::OsStrExt;
        let odd = OsStr::from_bytes(b"out/public\xff");
        let scene = Scene::new();
        let target = scene.room.path().join(odd);
        if fs::create_dir(&target).is_err() {
            return; // a file system that has no such names
        }
        scene.publish_to(&target, &new(), &TestDisk::good(ABLE)).unwrap();
        assert_eq!(tree(&target), published(&new()));
        fs::write(target.join(OsStr::from_bytes(b"\xff")), "").unwrap();
        let failure = scene.publish_to(&target, &old(), &TestDisk::good(ABLE)).unwrap_err();
        let expected = "did not write: \u{fffd};";
        assert!(matches!(&failure, PublishFailure::Refused(why) if why.contains(expected)), "{failure:?}");
    }
}

#[test]
fn what_comes_while_the_site_is_written_is_kept() {
    // The walk before the swap finds it.
    let scene = Scene::published(&old());
    let disk = TestDisk::good(ABLE);
    let before = scene.tree();
    let late = scene.target().join("late.txt");
    let disk = Late { disk, file: late.clone() };
    let failure = scene.publish(&new(), &disk).unwrap_err();
    assert!(matches!(failure, PublishFailure::Refused(why) if why.contains("late.txt")));
    assert_eq!(fs::read(&late).unwrap(), b"an upload");
    fs::remove_file(late).unwrap();
    assert_eq!(scene.tree(), before);
    assert_eq!(crate::tree::names(&scene.beside()), ["public"]);
}

/// A disk on which someone uploads a file while the site is synced.
struct Late {
    disk: TestDisk,
    file: std::path::PathBuf,
}

impl candour::publish::Disk for Late {
    fn look(&self, path: &Path) -> std::io::Result<candour::publish::Found> {
        self.disk.look(path)
    }
    fn walk(&self, folder: &Path) -> std::io::Result<Vec<(std::path::PathBuf, candour::publish::Found)>> {
        self.disk.walk(folder)
    }
    fn read(&self, path: &Path) -> std::io::Result<Vec<u8>> {
        self.disk.read(path)
    }
    fn make_folder(&self, folder: &Path) -> std::io::Result<()> {
        self.disk.make_folder(folder)
    }
    fn write(&self, path: &Path, bytes: &[u8]) -> std::io::Result<()> {
        self.disk.write(path, bytes)
    }
    fn link(&self, from: &Path, to: &Path) -> std::io::Result<()> {
        self.disk.link(from, to)
    }
    fn resemble(&self, path: &Path, model: &Path) -> std::io::Result<()> {
        self.disk.resemble(path, model)
    }
    fn sync(&self, folder: &Path) -> std::io::Result<()> {
        fs::write(&self.file, "an upload")?;
        self.disk.sync(folder)
    }
    fn rename(&self, from: &Path, to: &Path) -> std::io::Result<()> {
        self.disk.rename(from, to)
    }
    fn exchange(&self, one: &Path, other: &Path) -> std::io::Result<()> {
        self.disk.exchange(one, other)
    }
    fn remove(&self, folder: &Path) -> std::io::Result<()> {
        self.disk.remove(folder)
    }
}

#[test]
fn missing_folders_on_the_way_are_made() {
    let scene = Scene::new();
    let target = scene.beside().join("a/b/c/public");
    scene.publish_to(&target, &new(), &TestDisk::good(ABLE)).unwrap();
    assert_eq!(tree(&target), published(&new()));
}

#[test]
fn notes_of_file_managers_are_kept() {
    for abilities in [ABLE, crate::scene::PLAIN] {
        let scene = Scene::published(&old());
        let notes = [".DS_Store", "same/Thumbs.db", "gone/far/.DS_Store"];
        for note in notes {
            fs::write(scene.target().join(note), note).unwrap();
        }
        // With the page gone, its folder stays for the notes; that must not be held against it.
        for output in [new(), old(), new(), new()] {
            scene.publish(&output, &TestDisk::good(abilities)).unwrap();
            for note in notes {
                assert_eq!(fs::read(scene.target().join(note)).unwrap(), note.as_bytes());
            }
        }
        fs::create_dir(scene.target().join("gone/far/empty")).unwrap();
        refused(&scene, "out/public", "did not write: gone/far/empty");
    }
}
