//! What a build writes, and above all what it does not.

use super::{candour, command, ran, site, write_file};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

/// Every file below a folder with its bytes and the time it was written.
fn files(folder: &Path) -> BTreeMap<String, (Vec<u8>, SystemTime)> {
    let mut found = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().map(Result::unwrap) {
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(folder).unwrap().to_string_lossy().into_owned();
            let written = entry.metadata().unwrap().modified().unwrap();
            found.insert(path, (fs::read(entry.path()).unwrap(), written));
        }
    }
    found
}

fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    files(folder).into_iter().map(|(path, (bytes, _))| (path, bytes)).collect()
}

#[test]
fn a_folder_with_files_of_others_is_refused_and_untouched() {
    let site = site();
    let out = site.path().join("mine");
    write_file(&out, "letters/to-the-mayor.txt", b"Dear Mayor");
    let before = files(&out);
    candour("build {} --out {}/mine", site.path()).ends_with(2).complains("nothing was published").complains("letters");
    assert_eq!(files(&out), before);
}

#[test]
fn a_file_that_somebody_put_into_the_website_is_not_removed() {
    let site = site();
    candour("build {}", site.path()).ends_with(0);
    let public = site.path().join("public");
    write_file(&public, "about/notes.txt", b"mine");
    let before = files(&public);
    write_file(site.path(), "content/about.md", b"# About us\n\nOther words.\n");
    candour("build {}", site.path()).ends_with(2).complains("about/notes.txt");
    assert_eq!(files(&public), before);
}

#[test]
fn out_that_is_a_file_is_refused() {
    let site = site();
    write_file(site.path(), "out", b"a file");
    candour("build {} --out {}/out", site.path()).ends_with(2).complains("is a file");
    assert_eq!(fs::read(site.path().join("out")).unwrap(), b"a file");
}

#[test]
fn a_failed_build_leaves_the_last_good_site_byte_for_byte() {
    let site = site();
    candour("build {}", site.path()).ends_with(0);
    let before = files(&site.path().join("public"));
    write_file(site.path(), "content/about.md", b"# About us\n\nSee [the plan](nowhere.md).\n");
    candour("build {}", site.path()).ends_with(1).says("The last good website is as it was.");
    assert_eq!(files(&site.path().join("public")), before);
    write_file(site.path(), "content/about.md", b"# About us\n\n<b>Raw</b>\n");
    write_file(site.path(), "content/site.yaml", b"title: Care: what we spent\n");
    candour("build {}", site.path()).ends_with(1);
    assert_eq!(files(&site.path().join("public")), before);
}

#[test]
fn a_build_with_nothing_changed_writes_nothing() {
    let site = site();
    candour("build {}", site.path()).ends_with(0);
    let before = files(&site.path().join("public"));
    candour("build {}", site.path()).ends_with(0).says("0 added, 0 changed, 0 removed");
    assert_eq!(files(&site.path().join("public")), before);
}

#[test]
fn one_change_writes_one_page() {
    let site = site();
    candour("build {}", site.path()).ends_with(0);
    let before = files(&site.path().join("public"));
    write_file(site.path(), "content/about.md", b"# About us\n\nOther words.\n");
    candour("build {}", site.path()).ends_with(0).says("0 added, 1 changed, 0 removed");
    let after = files(&site.path().join("public"));
    let changed: Vec<&String> =
        after.keys().filter(|path| after[*path] != before[*path] && !path.starts_with(".candour")).collect();
    assert_eq!(changed, ["about/index.html"]);
}

#[test]
fn the_page_of_a_removed_chapter_disappears() {
    let site = site();
    write_file(site.path(), "content/account/document.yaml", b"kind: page\ntitle: Our account\n");
    write_file(site.path(), "content/account/01-welcome.md", b"# Welcome\n\nHello.\n");
    write_file(site.path(), "content/account/02-spending.md", b"# Spending\n\nMoney.\n");
    candour("build {}", site.path()).ends_with(0);
    let spending = site.path().join("public/account/spending");
    assert!(spending.join("index.html").is_file());
    fs::remove_file(site.path().join("content/account/02-spending.md")).unwrap();
    candour("build {}", site.path()).ends_with(0).says("1 removed");
    assert!(!spending.exists());
    assert!(
        !contents(&site.path().join("public")).values().any(|bytes| String::from_utf8_lossy(bytes).contains("Money."))
    );
}

#[test]
fn nothing_is_left_beside_the_website() {
    let site = site();
    for _ in 0..2 {
        candour("build {}", site.path()).ends_with(0);
        write_file(site.path(), "content/about.md", b"# About us\n\nOther words.\n");
    }
    let mut names: Vec<String> = site
        .path()
        .read_dir()
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert_eq!(names, ["content", "public"]);
}

#[test]
fn the_same_content_gives_the_same_bytes_in_any_folder() {
    let (one, two) = (site(), site());
    candour("build {}", one.path()).ends_with(0);
    let mut elsewhere = command("build", Path::new("."));
    elsewhere
        .current_dir(two.path())
        .env("TZ", "Pacific/Kiritimati")
        .env("LC_ALL", "tr_TR.UTF-8")
        .env("LANG", "tr_TR.UTF-8");
    ran(&elsewhere.output().unwrap()).ends_with(0);
    let (one, two) = (contents(&one.path().join("public")), contents(&two.path().join("public")));
    assert!(one.len() > 5 && one == two);
}

#[test]
fn the_website_shows_no_path_of_this_machine() {
    let site = site();
    candour("build {}", site.path()).ends_with(0);
    let name = site.path().file_name().unwrap().to_str().unwrap().to_owned();
    for (path, bytes) in contents(&site.path().join("public")) {
        assert!(!String::from_utf8_lossy(&bytes).contains(&name), "{path}");
    }
}
