//! Several previews of one folder, and how a preview ends: by Ctrl-C, or killed in the middle.
//! Whatever happens, the folder holds what its author put there.

use crate::built::wait_until_just_as_built;
use crate::edits::Random;
use crate::events::OpenPage;
use crate::running::Preview;
use crate::saves::SAVES;
use crate::site::{facts, site};
use std::fs;
use std::time::Duration;

/// Later edits of the chapter, each with a number of its own.
fn edit(preview: &Preview, random: &mut Random, number: usize) {
    let save = SAVES[random.below(SAVES.len())];
    save.save(&preview.at("content/about.md"), format!("# About us\n\nThis is edit {number}.\n").as_bytes());
}

#[test]
fn two_previews_of_one_folder_do_not_know_of_each_other() {
    let site = site();
    let (first, second) = (Preview::of(site.path()), Preview::of(site.path()));
    assert_ne!(first.address, second.address);
    let mut random = Random(2);
    for number in 0..20 {
        edit(&first, &mut random, number);
        for preview in [&first, &second] {
            preview.wait_to_show("/about/", &format!("This is edit {number}."));
        }
    }
    wait_until_just_as_built(&first);
    wait_until_just_as_built(&second);
    assert!(!site.path().join("public").exists());
}

#[test]
fn one_is_killed_in_the_middle_and_the_other_goes_on() {
    let site = site();
    fs::create_dir(site.path().join("public")).unwrap();
    fs::write(site.path().join("public/theirs.txt"), "somebody's").unwrap();
    let going_on = Preview::of(site.path());
    let mut random = Random(3);
    let mut number = 0;
    for _ in 0..5 {
        let mut killed = Preview::of(site.path());
        let open = OpenPage::open(&killed, "/about/");
        for _ in 0..1 + random.below(8) {
            number += 1;
            edit(&killed, &mut random, number);
        }
        let before = facts(site.path());
        killed.kill();
        open.wait_for_the_end();
        going_on.wait_to_show("/about/", &format!("This is edit {number}."));
        assert_eq!(facts(site.path()), before);
    }
    wait_until_just_as_built(&going_on);
    // The next one starts at once and finds everything.
    let next = Preview::of(site.path());
    assert!(next.get("/about/").text().contains(&format!("This is edit {number}.")));
    wait_until_just_as_built(&next);
    assert_eq!(fs::read_to_string(site.path().join("public/theirs.txt")).unwrap(), "somebody's");
}

#[test]
fn nothing_is_written_whatever_is_asked() {
    let site = site();
    let out = std::process::Command::new(env!("CARGO_BIN_EXE_candour"))
        .arg("build")
        .arg(site.path())
        .args(["--today", crate::site::TODAY])
        .output()
        .unwrap();
    assert!(out.status.success());
    let before = facts(site.path());
    let mut preview = Preview::of(site.path());
    for target in [
        "/",
        "/about/",
        "/nowhere/",
        "/images/leaf.png",
        "/~candour/state?page=about",
        "/~candour/published?page=about",
        "/~candour/frame",
        "/~candour/tools/bar.js",
        "/~candour/as/public/2021-06-01/sitemap.xml",
        "/~candour/as/drafts/2022-06-01/plan/",
    ] {
        preview.get(target);
        preview.ask("HEAD", target);
        preview.ask("DELETE", target);
    }
    let open = OpenPage::open(&preview, "/about/");
    // The last build, as it was published; the page that no build made is not there.
    assert_eq!(
        preview.get("/~candour/published?page=about").body,
        fs::read(site.path().join("public/about/index.html")).unwrap()
    );
    assert_eq!(preview.get("/~candour/published?page=plan").status, 404);
    preview.kill();
    drop(open);
    assert_eq!(facts(site.path()), before);
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_at_once_and_well() {
    let site = site();
    let before = facts(site.path());
    let mut preview = Preview::of(site.path());
    let open: Vec<OpenPage> = (0..10).map(|_| OpenPage::open(&preview, "/about/")).collect();
    let (ending, took) = preview.interrupt();
    open.iter().for_each(OpenPage::wait_for_the_end);
    assert_eq!(ending.code(), Some(0), "{}", preview.said());
    // A second is the aim; a busy machine may need some more.
    assert!(took < Duration::from_secs(3), "{took:?}");
    crate::running::wait_until("the last word", || preview.said().contains("The preview has stopped."));
    assert!(std::net::TcpStream::connect(preview.address).is_err());
    assert_eq!(facts(site.path()), before);
}

#[cfg(unix)]
#[test]
fn ctrl_c_in_the_middle_of_saves_ends_it_too() {
    let site = site();
    let mut random = Random(5);
    for number in 0..5 {
        let mut preview = Preview::of(site.path());
        let open = OpenPage::open(&preview, "/about/");
        for part in 0..random.below(4) {
            edit(&preview, &mut random, number * 10 + part);
        }
        let (ending, took) = preview.interrupt();
        assert_eq!(ending.code(), Some(0), "{}", preview.said());
        assert!(took < Duration::from_secs(3), "{took:?}");
        open.wait_for_the_end();
    }
}
