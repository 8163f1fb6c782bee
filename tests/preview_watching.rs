//! Noticing saves, with real files and the ways in which real programs write them. What
//! counts is the picture in the end: each change is told, and nothing else is missing.

#![allow(clippy::unwrap_used, clippy::panic)]

use candour::preview::watching::{Batch, Mode, Snapshot, Watch};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread::sleep;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// Far longer than anything should take, for slow machines.
const PATIENCE: Duration = Duration::from_secs(20);

/// A site in a folder of its own, and what was told of it.
struct Scene {
    folder: TempDir,
    seen: Arc<Mutex<Seen>>,
    watch: Option<Watch>,
}

#[derive(Default)]
struct Seen {
    /// The last content of each file, read when it was told, as the preview does.
    files: BTreeMap<String, Option<String>>,
    /// For each batch, which files it told of for the first time since `begin`.
    batches: Vec<BTreeSet<String>>,
    told: BTreeSet<String>,
    failures: Vec<Option<String>>,
    said: Vec<String>,
    times: Vec<Instant>,
}

impl Seen {
    fn take(&mut self, root: &Path, batch: Batch) {
        self.times.push(Instant::now());
        let mut new = BTreeSet::new();
        for touched in batch.touched {
            let path = touched.path.to_string();
            if self.told.insert(path.clone()) {
                new.insert(path.clone());
            }
            let text = touched.entry.and_then(|_| fs::read_to_string(root.join(&path)).ok());
            self.files.insert(path, text);
        }
        self.batches.push(new);
        self.failures.push(batch.failure.map(|failure| failure.to_string()));
    }
}

impl Scene {
    /// A site of some files, looked on.
    fn new(mode: Mode, files: &[&str]) -> Scene {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("content")).unwrap();
        for file in files {
            put(&folder.path().join(file), "old");
        }
        let mut scene = Scene { folder, seen: Arc::default(), watch: None };
        let mut snapshot = Snapshot::new();
        snapshot.look(scene.root()).unwrap();
        let (root, seen, hearing) = (scene.root().to_owned(), Arc::clone(&scene.seen), Arc::clone(&scene.seen));
        let say = move |text: &str| hearing.lock().unwrap().said.push(text.to_owned());
        let told = {
            let root = root.clone();
            move |batch| seen.lock().unwrap().take(&root, batch)
        };
        scene.watch = Some(Watch::start(root, mode, snapshot, Box::new(say), Box::new(told)).unwrap());
        // Once this is told, the first look is over and the folders are announced.
        put(&scene.at("content/ready.md"), "ready");
        scene.wait("ready", |seen| seen.files.contains_key("content/ready.md"));
        scene.begin();
        scene
    }

    fn root(&self) -> &Path {
        self.folder.path()
    }

    fn at(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Forgets what was told until now.
    fn begin(&self) {
        let mut seen = self.seen.lock().unwrap();
        seen.batches.clear();
        seen.told.clear();
        seen.failures.clear();
        seen.times.clear();
    }

    fn wait(&self, what: &str, is: impl Fn(&Seen) -> bool) {
        let end = Instant::now() + PATIENCE;
        while !is(&self.seen.lock().unwrap()) {
            if Instant::now() > end {
                let seen = self.seen.lock().unwrap();
                panic!("{what}: told of {:?}, failures {:?}, said {:?}", seen.files, seen.failures, seen.said);
            }
            sleep(Duration::from_millis(2));
        }
    }

    /// Waits until the last that was told of each file is this; `None` is that it is gone.
    fn expect(&self, files: &[(&str, Option<&str>)]) {
        self.wait(&format!("{files:?}"), |seen| {
            files.iter().all(|(path, text)| {
                seen.files.get(*path).is_some_and(|told| told.as_deref() == *text) && seen.told.contains(*path)
            })
        });
    }
}

fn put(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// Runs a test with announcements and without.
fn both(files: &[&str], test: impl Fn(&Scene)) {
    for mode in [Mode::Events, Mode::Poll] {
        test(&Scene::new(mode, files));
    }
}

#[test]
fn a_file_that_is_written_in_place() {
    both(&["content/a.md"], |scene| {
        put(&scene.at("content/a.md"), "new");
        scene.expect(&[("content/a.md", Some("new"))]);
    });
}

#[test]
fn a_file_that_is_emptied_and_then_written_slowly() {
    use std::io::Write;
    both(&["content/a.md"], |scene| {
        let mut file = fs::File::create(scene.at("content/a.md")).unwrap();
        sleep(Duration::from_millis(40));
        file.write_all(b"half ").unwrap();
        sleep(Duration::from_millis(40));
        file.write_all(b"and half").unwrap();
        drop(file);
        scene.expect(&[("content/a.md", Some("half and half"))]);
    });
}

#[test]
fn a_save_as_vim_does_it() {
    both(&["content/a.md"], |scene| {
        let path = scene.at("content/a.md");
        put(&scene.at("content/.a.md.swp"), "swap");
        put(&scene.at("content/4913"), "");
        fs::remove_file(scene.at("content/4913")).unwrap();
        fs::rename(&path, scene.at("content/a.md~")).unwrap();
        put(&path, "vim");
        fs::remove_file(scene.at("content/a.md~")).unwrap();
        fs::remove_file(scene.at("content/.a.md.swp")).unwrap();
        scene.expect(&[("content/a.md", Some("vim"))]);
    });
}

#[test]
fn a_save_by_a_temporary_file_and_a_rename() {
    both(&["content/a.md"], |scene| {
        put(&scene.at("content/.goutputstream-X1"), "gedit");
        fs::rename(scene.at("content/.goutputstream-X1"), scene.at("content/a.md")).unwrap();
        scene.expect(&[("content/a.md", Some("gedit"))]);
    });
}

#[test]
fn a_save_as_word_does_it() {
    both(&["content/a.md"], |scene| {
        let (path, backup) = (scene.at("content/a.md"), scene.at("content/~WRL0001.tmp"));
        put(&scene.at("content/~WRD0002.tmp"), "word");
        fs::rename(&path, &backup).unwrap();
        fs::rename(scene.at("content/~WRD0002.tmp"), &path).unwrap();
        fs::remove_file(&backup).unwrap();
        scene.expect(&[("content/a.md", Some("word"))]);
    });
}

#[test]
fn files_that_go_and_files_that_are_renamed() {
    both(&["content/a.md", "content/b.md", "content/c/D.md"], |scene| {
        fs::remove_file(scene.at("content/a.md")).unwrap();
        fs::rename(scene.at("content/b.md"), scene.at("content/e.md")).unwrap();
        fs::rename(scene.at("content/c/D.md"), scene.at("content/c/d.md")).unwrap();
        scene.expect(&[
            ("content/a.md", None),
            ("content/b.md", None),
            ("content/e.md", Some("old")),
            ("content/c/D.md", None),
            ("content/c/d.md", Some("old")),
        ]);
    });
}

#[test]
fn new_folders_with_files_at_once() {
    both(&["content/a.md"], |scene| {
        for number in 0..20 {
            put(&scene.at(&format!("content/n{number}/deep/er/b.md")), "new");
            put(&scene.at(&format!("content/n{number}/c.md")), "new");
        }
        put(&scene.at("themes/own/base.html"), "theme");
        let names: Vec<String> = (0..20).map(|number| format!("content/n{number}/deep/er/b.md")).collect();
        let mut expected: Vec<(&str, Option<&str>)> = names.iter().map(|name| (name.as_str(), Some("new"))).collect();
        expected.extend([("content/n7/c.md", Some("new")), ("themes/own/base.html", Some("theme"))]);
        scene.expect(&expected);
        // They are watched like all others from now on.
        scene.begin();
        put(&scene.at("content/n3/deep/er/b.md"), "newer");
        put(&scene.at("themes/own/base.html"), "other");
        scene.expect(&[("content/n3/deep/er/b.md", Some("newer")), ("themes/own/base.html", Some("other"))]);
    });
}

#[test]
fn folders_that_come_from_elsewhere_move_and_go() {
    both(&["content/a/b/c.md", "content/a/d.md", "elsewhere/x/y.md"], |scene| {
        fs::rename(scene.at("elsewhere/x"), scene.at("content/x")).unwrap();
        fs::rename(scene.at("content/a"), scene.at("content/e")).unwrap();
        scene.expect(&[
            ("content/x/y.md", Some("old")),
            ("content/a/b/c.md", None),
            ("content/a/d.md", None),
            ("content/e/b/c.md", Some("old")),
            ("content/e/d.md", Some("old")),
        ]);
        put(&scene.at("content/e/b/c.md"), "new");
        put(&scene.at("content/x/y.md"), "new");
        scene.expect(&[("content/e/b/c.md", Some("new")), ("content/x/y.md", Some("new"))]);
        fs::remove_dir_all(scene.at("content/e")).unwrap();
        put(&scene.at("content/e/b/c.md"), "again");
        scene.expect(&[("content/e/b/c.md", Some("again")), ("content/e/d.md", None)]);
        put(&scene.at("content/e/b/c.md"), "and again");
        scene.expect(&[("content/e/b/c.md", Some("and again"))]);
    });
}

#[test]
fn a_hundred_files_at_once_are_few_batches() {
    let scene = Scene::new(Mode::Events, &["content/a.md"]);
    let names: Vec<String> = (0..100).map(|number| format!("content/f{}/{number}.md", number % 7)).collect();
    let begun = Instant::now();
    for name in &names {
        put(&scene.at(name), "new");
    }
    let took = begun.elapsed();
    let expected: Vec<(&str, Option<&str>)> = names.iter().map(|name| (name.as_str(), Some("new"))).collect();
    scene.expect(&expected);
    let seen = scene.seen.lock().unwrap();
    let batches = seen.batches.iter().filter(|new| !new.is_empty()).count();
    // A machine that needs long for the writing pauses in between.
    assert!(batches <= 3 || took > Duration::from_millis(100), "{batches} batches in {took:?}");
}

#[test]
fn an_edit_of_the_same_size_and_time() {
    both(&["content/a.md"], |scene| {
        let path = scene.at("content/a.md");
        let time = fs::metadata(&path).unwrap().modified().unwrap();
        fs::write(&path, "new").unwrap();
        fs::File::options().write(true).open(&path).unwrap().set_modified(time).unwrap();
        scene.expect(&[("content/a.md", Some("new"))]);
    });
}

#[test]
fn litter_alone_is_not_told() {
    both(&["content/a.md"], |scene| {
        sleep(Duration::from_millis(3500));
        scene.begin();
        for name in ["a.md~", ".a.md.swp", "4913", "~$a.md", "#a.md#", "x.tmp"] {
            put(&scene.at("content").join(name), "litter");
        }
        sleep(Duration::from_millis(1500));
        let told = scene.seen.lock().unwrap().told.clone();
        assert!(told.is_empty(), "{told:?}");
    });
}

#[test]
fn content_that_goes_away_and_comes_back() {
    both(&["content/a.md", "content/b/c.md"], |scene| {
        fs::rename(scene.at("content"), scene.at("away")).unwrap();
        scene.wait("the failure", |seen| seen.failures.iter().any(Option::is_some));
        sleep(Duration::from_millis(700));
        let failures = scene.seen.lock().unwrap().failures.clone();
        assert_eq!(failures.iter().filter(|failure| failure.is_some()).count(), 1, "{failures:?}");
        assert!(failures.iter().flatten().all(|text| text.contains("`content` is not there")), "{failures:?}");
        put(&scene.at("away/b/c.md"), "new");
        scene.begin();
        fs::rename(scene.at("away"), scene.at("content")).unwrap();
        scene.expect(&[("content/a.md", Some("old")), ("content/b/c.md", Some("new"))]);
        assert_eq!(scene.seen.lock().unwrap().failures.last(), Some(&None));
        put(&scene.at("content/b/c.md"), "newer");
        scene.expect(&[("content/b/c.md", Some("newer"))]);
    });
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    both(&["content/a.md", "content/b.md", "elsewhere/secret.md"], |scene| {
        let link = |from: &str, to: &str| std::os::unix::fs::symlink(scene.at(from), scene.at(to)).unwrap();
        link("elsewhere", "content/folder");
        link("elsewhere/secret.md", "content/secret.md");
        fs::remove_file(scene.at("content/a.md")).unwrap();
        link("elsewhere/secret.md", "content/a.md");
        fs::remove_file(scene.at("content/b.md")).unwrap();
        put(&scene.at("content/b.md/c.md"), "inside");
        scene.expect(&[("content/a.md", None), ("content/b.md", None), ("content/b.md/c.md", Some("inside"))]);
        put(&scene.at("elsewhere/secret.md"), "new");
        put(&scene.at("content/last.md"), "last");
        scene.expect(&[("content/last.md", Some("last"))]);
        let told = scene.seen.lock().unwrap().told.clone();
        assert!(!told.iter().any(|path| path.contains("secret") || path.contains("folder")), "{told:?}");
    });
}

#[cfg(unix)]
#[test]
fn where_changes_are_not_announced_it_says_so_once_and_polls() {
    let scene = Scene::new(Mode::Events, &["content/a.md"]);
    // A write through another name of the file is announced to the folder of that name only.
    fs::hard_link(scene.at("content/a.md"), scene.at("other.md")).unwrap();
    sleep(Duration::from_millis(2500));
    scene.begin();
    put(&scene.at("other.md"), "silently");
    scene.expect(&[("content/a.md", Some("silently"))]);
    scene.wait("a word about it", |seen| !seen.said.is_empty());
    put(&scene.at("other.md"), "silently again");
    scene.expect(&[("content/a.md", Some("silently again"))]);
    let said = scene.seen.lock().unwrap().said.clone();
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said.iter().all(|text| text.contains("not announced here") && text.contains("every 0.3 s")), "{said:?}");
}

#[test]
fn it_stops_at_once() {
    let mut scene = Scene::new(Mode::Events, &["content/a.md"]);
    let begun = Instant::now();
    scene.watch = None;
    assert!(begun.elapsed() < Duration::from_secs(2), "{:?}", begun.elapsed());
    scene.begin();
    put(&scene.at("content/a.md"), "new");
    sleep(Duration::from_millis(400));
    assert!(scene.seen.lock().unwrap().told.is_empty());
}

#[test]
fn a_save_is_told_soon() {
    let scene = Scene::new(Mode::Events, &["content/a.md"]);
    let mut delays = Vec::new();
    for number in 0..30 {
        sleep(Duration::from_millis(37));
        scene.begin();
        let text = format!("edit {number}");
        put(&scene.at("content/a.md"), &text);
        let saved = Instant::now();
        scene.expect(&[("content/a.md", Some(&text))]);
        let told = scene.seen.lock().unwrap().times.iter().find(|time| **time >= saved).copied();
        delays.extend(told.map(|told| told - saved));
    }
    delays.sort();
    let median = delays[delays.len() / 2];
    println!("from save to told: median {median:?}, worst {:?}", delays.last().unwrap());
    assert!(median < Duration::from_millis(30), "{median:?}");
}

/// The files of the site on disk, with their content.
fn on_disk(folder: &Path, prefix: &str, found: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = format!("{prefix}/{}", entry.file_name().to_string_lossy());
        if entry.file_type().unwrap().is_dir() {
            on_disk(&entry.path(), &path, found);
        } else {
            found.insert(path, fs::read_to_string(entry.path()).unwrap());
        }
    }
}

#[test]
fn after_a_thousand_changes_at_random_nothing_is_missing() {
    let scene = Scene::new(Mode::Events, &["content/0/0/0.md"]);
    let mut state: u32 = 7;
    let mut random = move |below: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) % below
    };
    for burst in 0..25 {
        for number in 0..40 {
            let file = format!("content/{}/{}/{}.md", random(3), random(3), random(4));
            let folder = format!("content/{}/{}", random(3), random(3));
            let other = format!("content/{}/{}", random(3), random(5));
            // What is not there cannot be changed; that is no matter.
            match random(8) {
                0 => drop(fs::remove_file(scene.at(&file))),
                1 => drop(fs::rename(scene.at(&folder), scene.at(&other))),
                2 => drop(fs::remove_dir_all(scene.at(&folder))),
                3 => {
                    put(&scene.at("content/part.tmp"), &format!("{burst}.{number}"));
                    drop(fs::rename(scene.at("content/part.tmp"), scene.at(&file)));
                }
                _ => put(&scene.at(&file), &format!("{burst} {number}")),
            }
        }
        let mut expected = BTreeMap::new();
        on_disk(&scene.at("content"), "content", &mut expected);
        scene.wait(&format!("burst {burst}, {expected:?}"), |seen| {
            let there = seen.files.iter().filter_map(|(path, text)| Some((path, text.as_ref()?)));
            there
                .filter(|(path, _)| !path.ends_with(".tmp"))
                .eq(expected.iter().filter(|(path, _)| !path.ends_with(".tmp")))
        });
    }
    sleep(Duration::from_millis(2500));
    let said = scene.seen.lock().unwrap().said.clone();
    assert!(said.is_empty(), "{said:?}");
}
