//! `candour build`: options, exit codes, and what it tells.

use super::{broken_site, candour, command, ran, site, site_with_a_warning, write_file};
use std::fs;
use std::path::Path;

#[test]
fn a_build_says_what_it_did_and_where_to_look() {
    let site = site();
    let index = site.path().join("public").join("index.html");
    let ran = candour("build {}", site.path()).ends_with(0).says("Done in ").says(" added, 0 changed, 0 removed");
    assert!(ran.out.contains(&format!("Open {}", index.display())), "{}", ran.out);
    assert!(index.is_file() && site.path().join("public/about/index.html").is_file());
    assert_eq!(ran.error, "");
}

#[test]
fn mistakes_of_content_end_with_1_and_publish_nothing() {
    let site = broken_site();
    candour("build {}", site.path()).ends_with(1).says("Nothing was published").complains("error[link-target]");
    assert!(!site.path().join("public").exists());
}

#[test]
fn warnings_are_shown_and_published() {
    let site = site_with_a_warning();
    candour("build {}", site.path()).ends_with(0).says("1 warning").complains("warning[link-text-unclear]");
    assert!(site.path().join("public/plan/index.html").is_file());
}

#[test]
fn every_mistake_shows_file_line_and_mend() {
    let site = broken_site();
    let error = candour("build {}", site.path()).error;
    for part in ["content/plan.md:3:5", "See [here](nowhere.md).", "help: "] {
        assert!(error.contains(part), "no {part} in\n{error}");
    }
    assert!(!error.contains('\u{1b}'), "colour without a terminal");
}

#[test]
fn no_color_and_pipes_mean_no_colour() {
    let site = broken_site();
    for (name, value) in [("NO_COLOR", "1"), ("TERM", "xterm-256color"), ("CLICOLOR_FORCE", "1")] {
        let output = ran(&command("build {}", site.path()).env(name, value).output().unwrap());
        assert!(!output.error.contains('\u{1b}') && !output.out.contains('\u{1b}'), "{name}");
    }
}

#[test]
fn wrong_usage_ends_with_2_and_says_what_is_right() {
    let nowhere = Path::new("/no/such/folder");
    candour("build {}", nowhere).ends_with(2).complains("there is no such folder");
    candour("buidl", nowhere).ends_with(2).complains("build");
    candour("build --outt x", nowhere).ends_with(2).complains("--out");
    candour("", nowhere).ends_with(2).complains("Usage");
    let site = site();
    candour("build {} --today 31/04/2021", site.path()).ends_with(2).complains("31/04/2021").complains("30 days");
    candour("build {} --base-url example.gov.uk", site.path()).ends_with(2).complains("https://");
    fs::remove_dir_all(site.path().join("content")).unwrap();
    candour("build {}", site.path()).ends_with(2).complains("no folder `content`").complains("candour new");
    assert!(!site.path().join("public").exists());
}

#[test]
fn help_and_version_are_no_failures() {
    let here = Path::new(".");
    candour("--help", here).ends_with(0).says("Examples:").says("Exit codes");
    candour("build --help", here).ends_with(0).says("--drafts");
    candour("--version", here).ends_with(0).says("candour ");
}

#[test]
fn drafts_and_embargoes_are_held_back_until_their_day() {
    let site = site();
    write_file(site.path(), "content/draft.md", b"---\ntitle: A draft\nstatus: draft\n---\nNot yet.\n");
    write_file(site.path(), "content/later.md", b"---\ntitle: Later\npublished: 2021-06-02\n---\nSoon.\n");
    let page = |name: &str| site.path().join("public").join(name).join("index.html").is_file();
    candour("build {} --today 2021-06-01", site.path())
        .ends_with(0)
        .says("Held back: A draft (content/draft), a draft")
        .says("Held back: Later (content/later), under embargo until 2021-06-02");
    assert!(!page("draft") && !page("later"));
    candour("build {} --today 2021-06-02", site.path()).ends_with(0).says("Held back: A draft");
    assert!(!page("draft") && page("later"));
    candour("build {} --today 2021-06-01 --drafts", site.path()).ends_with(0);
    assert!(page("draft") && page("later"));
    candour("build {} --today 2021-06-01", site.path()).ends_with(0).says("2 removed");
    assert!(!page("draft") && !page("later"));
}

#[test]
fn the_base_url_gives_canonical_links_and_a_sitemap() {
    let site = site();
    candour("build {}", site.path()).ends_with(0);
    assert!(!site.path().join("public/sitemap.xml").exists());
    candour("build {} --base-url https://www.example.gov.uk/", site.path()).ends_with(0);
    let sitemap = fs::read_to_string(site.path().join("public/sitemap.xml")).unwrap();
    assert!(sitemap.contains("<loc>https://www.example.gov.uk/about/</loc>"), "{sitemap}");
}
