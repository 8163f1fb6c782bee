//! Saves as they reach the reader: the page that shows the change is told to load again, once;
//! pages that do not show it are left alone.

use crate::built::wait_until_just_as_built;
use crate::events::{OpenPage, marks};
use crate::running::{PATIENCE, Preview};
use crate::saves::{SAVES, Save};
use crate::site::site;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

/// A busy machine may pause in the middle of a save, which then looks like two. So each is
/// tried this often, and must be one reload at least once; what is shown must be right always.
const TRIES: usize = 5;

/// A preview of the site with two pages open, and one more whose edits tell when all is over.
struct Scene {
    preview: Preview,
    _site: tempfile::TempDir,
    edits: usize,
}

/// What a page was told during an edit.
struct Told {
    reloads: Vec<usize>,
}

impl Scene {
    fn new() -> Scene {
        let site = site();
        fs::write(site.path().join("content/marker.md"), "# Marker\n\nNothing yet.\n").unwrap();
        let preview = Preview::of(site.path());
        preview.wait_for("", "the first check", |_| true);
        Scene { preview, _site: site, edits: 0 }
    }

    /// Opens pages, does something, waits until `is` and for the end of all that follows from
    /// it. How often each page was told to load again.
    fn watch(&mut self, pages: &[&str], what: &str, act: impl FnOnce(&Preview), is: impl Fn(&Preview) -> bool) -> Told {
        let open: Vec<OpenPage> = pages.iter().map(|page| OpenPage::open(&self.preview, page)).collect();
        act(&self.preview);
        let end = Instant::now() + PATIENCE;
        while !is(&self.preview) {
            assert!(Instant::now() < end, "waited in vain: {what}");
            std::thread::sleep(std::time::Duration::from_millis(2));
        }
        // Whatever the look at the whole folder still finds comes before or with these edits. There
        // are two, because a page may be told of the state of the first before its reload.
        for _ in 0..2 {
            self.edits += 1;
            let words = format!("Edit {}.", self.edits);
            Save::ByRename.save(&self.preview.at("content/marker.md"), format!("# Marker\n\n{words}\n").as_bytes());
            self.preview.wait_to_show("/marker/", &words);
            let state = self.preview.wait_for("", "the check of the marker", |_| true);
            open.iter().for_each(|page| page.wait_for_generation(state["generation"].as_u64().unwrap()));
        }
        let mut told = Told { reloads: Vec::new() };
        for (page, target) in open.iter().zip(pages) {
            let reloads = page.reloads();
            told.reloads.push(reloads.len());
            // The version it was told is the one that it finds.
            if let Some(last) = reloads.last() {
                assert_eq!(marks(&self.preview.get(target).text()).1, *last, "{what}: {target}");
            }
        }
        told
    }
}

fn shows(target: &str, words: &str) -> impl Fn(&Preview) -> bool {
    move |preview| preview.get(target).text().contains(words)
}

#[test]
fn each_kind_of_save_is_one_reload_of_the_page_and_none_of_others() {
    let mut scene = Scene::new();
    let pages = ["/about/", "/local-account/2018-19/welcome/", "/"];
    for save in SAVES {
        let mut once = false;
        for number in 0..TRIES {
            let words = format!("Saved by {save:?} for the {number}th time.");
            let bytes = format!("# About us\n\n{words}\n");
            let act = |preview: &Preview| save.save(&preview.at("content/about.md"), bytes.as_bytes());
            let told = scene.watch(&pages, &words, act, shows("/about/", &words));
            assert!(told.reloads[0] >= 1, "{save:?}: no reload");
            assert_eq!(told.reloads[1..], [0, 0], "{save:?}: a page that shows nothing of it");
            if told.reloads[0] == 1 {
                once = true;
                break;
            }
        }
        // Who pauses for longer than a blink has saved twice.
        assert!(once || save == Save::InTwoHalves, "{save:?} is more than one reload every time");
    }
    // A save of the same words is none.
    let same = fs::read(scene.preview.at("content/about.md")).unwrap();
    let told = scene.watch(
        &pages,
        "the same words",
        |preview| Save::Vim.save(&preview.at("content/about.md"), &same),
        |_| true,
    );
    // Vim has the file away for a moment, which a slow machine may see.
    assert!(told.reloads[0] != 1 && told.reloads[1..] == [0, 0], "{:?}", told.reloads);
}

#[test]
fn a_picture_of_the_same_size_in_bytes_and_a_style_reach_the_pages_that_show_them() {
    let mut scene = Scene::new();
    let pages = ["/about/", "/local-account/2018-19/welcome/"];
    let old = fs::read(scene.preview.at("content/images/tree.svg")).unwrap();
    let new = String::from_utf8(old.clone()).unwrap().replace("120", "121").into_bytes();
    assert_eq!(old.len(), new.len());
    let served = new.clone();
    let told = scene.watch(
        &pages,
        "the new picture",
        |preview| Save::ByRename.save(&preview.at("content/images/tree.svg"), &new),
        |preview| preview.get("/images/tree.svg").body == served,
    );
    assert_eq!(told.reloads, [1, 0]);

    let told = scene.watch(
        &pages,
        "the new style",
        |preview| Save::ByRename.save(&preview.at("themes/ours/style/99-ours.css"), b".stat { color: #123456; }\n"),
        |preview| {
            let page = preview.get("/about/").text();
            let style = page.split("assets/style.").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned();
            preview.get(&format!("/assets/style.{style}")).text().contains("#123456")
        },
    );
    assert_eq!(told.reloads, [1, 1]);
    // A picture of the theme is behind every page that its style may show it on.
    let leaf = b"<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"new\"/>\n";
    let told = scene.watch(
        &pages,
        "the theme's picture",
        |preview| Save::ByRename.save(&preview.at("themes/ours/assets/leaf.svg"), leaf),
        |preview| preview.get("/assets/leaf.svg").body == leaf,
    );
    assert_eq!(told.reloads, [1, 1]);
}

#[test]
fn what_other_files_say_reaches_the_pages_that_show_it() {
    let mut scene = Scene::new();
    // A term that one page uses, and another does not.
    let glossary = fs::read_to_string(scene.preview.at("content/glossary.yaml")).unwrap();
    let text = glossary.replace(
        "- name: Carer\n",
        "- name: Quarterly meeting\n  forms: [meets in May]\n  definition: One.\n- name: Carer\n",
    );
    let told = scene.watch(
        &["/about/", "/cyfrif/croeso/"],
        "the new term",
        |preview| Save::ByRename.save(&preview.at("content/glossary.yaml"), text.as_bytes()),
        shows("/about/", "quarterly-meeting"),
    );
    assert_eq!(told.reloads, [1, 0]);
    // A title that others lead to.
    let told = scene.watch(
        &["/local-account/2018-19/welcome/", "/about/"],
        "the new title",
        |preview| {
            let path = preview.at("content/local-account/2018-19/02-what-we-spent.md");
            let text = fs::read_to_string(&path).unwrap().replace("# What we spent", "# Where the money went");
            Save::ByRename.save(&path, text.as_bytes());
        },
        shows("/local-account/2018-19/welcome/", "Where the money went"),
    );
    assert_eq!(told.reloads, [1, 0]);
    // Settings that every page shows.
    let settings = fs::read_to_string(scene.preview.at("content/site.yaml")).unwrap();
    let told = scene.watch(
        &["/about/", "/cyfrif/croeso/", "/nowhere/"],
        "the new council",
        |preview| {
            let text = settings.replace("organisation: Example Council", "organisation: Another Council");
            Save::ByRename.save(&preview.at("content/site.yaml"), text.as_bytes());
        },
        shows("/about/", "Another Council"),
    );
    assert_eq!(told.reloads, [1, 1, 1]);
}

#[test]
fn a_new_document_a_renamed_page_and_one_that_is_deleted() {
    let mut scene = Scene::new();
    // The page was asked for before it was there.
    let told = scene.watch(
        &["/new/one/", "/about/"],
        "the new document",
        |preview| {
            for number in 1..5 {
                let text = format!("# Chapter {number}\n\nWords.\n");
                Save::InPlace.save(&preview.at(&format!("content/new/0{number}-c{number}.md")), text.as_bytes());
            }
            Save::InPlace.save(&preview.at("content/new/05-one.md"), b"# One\n\nThe fifth chapter.\n");
            Save::InPlace.save(&preview.at("content/new/document.yaml"), b"kind: page\ntitle: A new document\n");
        },
        |preview| {
            let page = preview.get("/new/one/");
            page.status == 200 && page.text().contains("A new document")
        },
    );
    // Written file by file, it may come in pieces.
    assert!((1..=6).contains(&told.reloads[0]) && told.reloads[1] == 0, "{:?}", told.reloads);

    let told = scene.watch(
        &["/new/one/", "/new/uno/", "/about/"],
        "the renamed chapter",
        |preview| fs::rename(preview.at("content/new/05-one.md"), preview.at("content/new/05-uno.md")).unwrap(),
        |preview| preview.get("/new/one/").status == 404 && preview.get("/new/uno/").status == 200,
    );
    assert_eq!(told.reloads, [1, 1, 0]);

    // Only the case of a letter: another address.
    let told = scene.watch(
        &["/new/uno/", "/about/"],
        "the case of a letter",
        |preview| fs::rename(preview.at("content/new"), preview.at("content/New")).unwrap(),
        |preview| preview.get("/new/uno/").status == 404 && preview.get("/New/uno/").status == 200,
    );
    assert_eq!(told.reloads, [1, 0]);

    let told = scene.watch(
        &["/New/uno/", "/New/c1/", "/about/"],
        "the deleted chapter",
        |preview| fs::remove_file(preview.at("content/New/05-uno.md")).unwrap(),
        |preview| preview.get("/New/uno/").status == 404,
    );
    // Its neighbours show it among the chapters.
    assert_eq!(told.reloads, [1, 1, 0]);
    let told = scene.watch(
        &["/New/c1/", "/about/"],
        "the deleted document",
        |preview| fs::remove_dir_all(preview.at("content/New")).unwrap(),
        |preview| preview.get("/New/c1/").status == 404,
    );
    assert!(told.reloads[0] >= 1 && told.reloads[1] == 0, "{:?}", told.reloads);
}

fn git(folder: &Path, arguments: &[&str]) {
    let mut command = Command::new("git");
    command.current_dir(folder).args(["-c", "user.name=Test", "-c", "user.email=test@example.org"]);
    command.args(["-c", "core.autocrlf=false", "-c", "commit.gpgsign=false"]).args(arguments);
    let output = command.output().unwrap();
    assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn a_checkout_of_a_hundred_files_is_few_reloads() {
    if Command::new("git").arg("--version").output().is_err() {
        eprintln!("NOT RUN: there is no git here");
        return;
    }
    let mut scene = Scene::new();
    let root = scene.preview.root.clone();
    let pages = |words: &str, count: usize| {
        for number in 0..count {
            let text = format!("# News {number}\n\nThe news of {words}.\n");
            fs::create_dir_all(root.join(format!("content/news-{}", number % 7))).unwrap();
            fs::write(root.join(format!("content/news-{}/n{number}.md", number % 7)), text).unwrap();
        }
    };
    git(&root, &["init", "--quiet", "--initial-branch=main"]);
    pages("May", 100);
    git(&root, &["add", "."]);
    git(&root, &["commit", "--quiet", "--message=May"]);
    git(&root, &["checkout", "--quiet", "-b", "june"]);
    pages("June", 100);
    fs::remove_dir_all(root.join("content/news-6")).unwrap();
    git(&root, &["add", "."]);
    git(&root, &["commit", "--quiet", "--all", "--message=June"]);
    scene.preview.wait_to_show("/news-0/n0/", "of June.");
    wait_until_just_as_built(&scene.preview);
    for (branch, words, there) in [("main", "of May.", 200), ("june", "of June.", 404), ("main", "of May.", 200)] {
        let begun = Instant::now();
        let mut took = begun.elapsed();
        let told = scene.watch(
            &["/news-0/n0/", "/news-5/n96/", "/about/"],
            branch,
            |preview| {
                git(&preview.root, &["checkout", "--quiet", branch]);
                took = begun.elapsed();
            },
            |preview| {
                let page = |target: &str| preview.get(target);
                page("/news-0/n0/").text().contains(words)
                    && page("/news-5/n96/").text().contains(words)
                    && page("/news-6/n6/").status == there
            },
        );
        assert_eq!(told.reloads[2], 0, "{branch}");
        assert!(told.reloads.iter().max() <= Some(&2), "{branch}: {:?} in {took:?}", told.reloads);
        // The marker was written on this branch, and is in no commit.
        git(&scene.preview.root, &["checkout", "--quiet", "--", "content/marker.md"]);
        wait_until_just_as_built(&scene.preview);
    }
}
