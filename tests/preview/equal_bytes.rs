//! What the preview shows "as the public will see it" is what a build publishes, to the byte.

use crate::built::first_difference;
use crate::running::Preview;
use crate::site::{TODAY, site};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// Builds a site with the real program, and reads what it wrote.
fn published(site: &Path, options: &[&str]) -> BTreeMap<String, Vec<u8>> {
    let out = tempfile::tempdir().unwrap();
    let public = out.path().join("public");
    let mut command = Command::new(env!("CARGO_BIN_EXE_candour"));
    command.arg("build").arg(site).arg("--out").arg(&public).args(["--today", TODAY]).args(options);
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut files = BTreeMap::new();
    for entry in walkdir::WalkDir::new(&public) {
        let entry = entry.unwrap();
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(&public).unwrap().to_str().unwrap().replace('\\', "/");
            files.insert(path, std::fs::read(entry.path()).unwrap());
        }
    }
    // The list of what Candour wrote is about the folder and no part of the website.
    files.remove(candour::publish::Manifest::FILE).unwrap();
    files
}

fn differences(preview: &Preview, view: &str, files: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let mut found = Vec::new();
    for (path, bytes) in files {
        let reply = preview.get(&format!("/~candour/as/{view}/{TODAY}/{path}"));
        if reply.status != 200 {
            found.push(format!("{view}/{path}: {}", reply.status));
        } else if *bytes != reply.body {
            let built = String::from_utf8_lossy(bytes).into_owned();
            found.push(format!("{view}/{path}: {}", first_difference(&built, &reply.text())));
        }
    }
    found
}

#[test]
fn every_file_is_served_as_it_is_built() {
    let site = site();
    let public = published(site.path(), &[]);
    let drafts = published(site.path(), &["--drafts"]);
    let preview = Preview::of(site.path());
    let mut found = differences(&preview, "public", &public);
    found.extend(differences(&preview, "drafts", &drafts));
    assert!(found.is_empty(), "{}", found.join("\n"));
    // Each kind of file was among them.
    for path in [
        "404.html",
        "_headers",
        "about/index.html",
        "action-plans/carers/actions/all.csv",
        "action-plans/carers/updates/all.csv-metadata.json",
        "action-plans/carers/updates/all.json",
        "assets/leaf.svg",
        "cyfrif/croeso/index.html",
        "data/index.html",
        "files/figures.csv",
        "glossary/index.html",
        "images/leaf.png",
        "index.html",
        "local-account/2018-19/what-we-spent/index.html",
        "local-account/2018-19/what-we-spent/what-we-spent.csv",
        "local-account/2018-19/what-we-spent/what-we-spent.csv-metadata.json",
        "local-account/2018-19/what-we-spent/what-we-spent.json",
        "local-account/2019-20/our-money/what-we-spent-on-whom.csv",
        "local-account/latest/index.html",
        "our-money/money.json",
        "risks/2020-21-q1/all.csv",
        "risks/2020-21-q1/all.json",
        "risks/2020-21-q1/risk-1/index.html",
        "sitemap.xml",
    ] {
        assert!(public.contains_key(path), "{path} is not built: {:?}", public.keys());
    }
    // A page by the address that its canonical link gives it.
    for (path, bytes) in public.iter().filter(|(path, _)| path.ends_with("/index.html")) {
        let folder = path.strip_suffix("index.html").unwrap();
        let target = format!("/~candour/as/public/{TODAY}/{folder}");
        assert_eq!(preview.get(&target).body, *bytes, "{folder}");
        let moved = preview.get(target.trim_end_matches('/'));
        assert_eq!((moved.status, moved.header("location")), (307, Some(target.as_str())));
    }
}

#[test]
fn nothing_more_is_served_to_the_public() {
    let site = site();
    let public = published(site.path(), &[]);
    let drafts = published(site.path(), &["--drafts"]);
    let preview = Preview::of(site.path());
    let hidden: Vec<&String> = drafts.keys().filter(|path| !public.contains_key(*path)).collect();
    for path in [
        "plan/index.html",
        "later/index.html",
        "later/quagga/index.html",
        "images/quagga.svg",
        "files/quagga.csv",
        "plan/quaggas.csv",
        "plan/quaggas.json",
    ] {
        assert!(hidden.iter().any(|hidden| *hidden == path), "{path} is not held back: {hidden:?}");
    }
    let never = ["images/unused.svg", "content/site.yaml", "site.yaml", "themes/ours/strings/en.yaml", "glossary.yaml"];
    let folders = ["plan/", "later/", "later", "plan", "later/quagga/"];
    let not_found = &public["404.html"];
    for path in hidden.iter().map(|path| path.as_str()).chain(never).chain(folders) {
        let reply = preview.get(&format!("/~candour/as/public/{TODAY}/{path}"));
        assert_eq!(reply.status, 404, "{path}");
        assert_eq!(reply.body, *not_found, "{path}");
    }
    // No word of them is on a page of the public, however it is asked for.
    for path in public.keys() {
        let reply = preview.get(&format!("/~candour/as/public/{TODAY}/{path}"));
        assert!(!reply.text().contains("uagga"), "{path}");
    }
    // The day after, one of them is out.
    assert_eq!(preview.get("/~candour/as/public/2021-06-02/later/quagga/index.html").status, 200);
    assert_eq!(preview.get("/~candour/as/public/2021-06-02/plan/index.html").status, 404);
}

#[test]
fn another_base_url_is_taken_into_account() {
    let site = site();
    let options = ["--base-url", "https://elsewhere.example"];
    let public = published(site.path(), &options);
    let preview = Preview::with(site.path(), &options);
    let found = differences(&preview, "public", &public);
    assert!(found.is_empty(), "{}", found.join("\n"));
    assert!(String::from_utf8_lossy(&public["sitemap.xml"]).contains("elsewhere.example"));
}
