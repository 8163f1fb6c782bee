//! Every kind of file broken and mended: the pages stay, what is wrong is named, and once it is
//! mended nothing remembers it.

use crate::built::{wait_until_as_built, wait_until_just_as_built};
use crate::running::{Preview, wait_until};
use crate::saves::{SAVES, Save};
use crate::site::{LEAF, site};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// A mistake in a file.
struct Mistake {
    path: &'static str,
    broken: Vec<u8>,
    /// The page that is looked at, and words that it shows all the while.
    page: &'static str,
    shows: &'static str,
    /// The code of the message, and where in the state the file is named besides.
    code: &'static str,
    named: Named,
}

/// Where the state of the page tells that it is not what the files say.
enum Named {
    /// `shown_as_before`.
    Before,
    /// `problem`.
    Problem,
    /// Nowhere but in the messages: the page shows the file as it is.
    Message,
}

/// A good file with one mistake in it.
fn with(path: &str, from: &str, to: &str) -> Vec<u8> {
    let good = crate::site::files();
    let text = std::str::from_utf8(&good[path]).unwrap();
    assert!(text.contains(from), "{path} has no {from}");
    text.replacen(from, to, 1).into_bytes()
}

fn mistakes() -> Vec<Mistake> {
    const WELCOME: &str = "content/local-account/2019-20/01-welcome.md";
    const HEADER: &str = "content/local-account/2019-20/document.yaml";
    const PAGE: &str = "local-account/2019-20/welcome";
    let mistake = |path, broken: Vec<u8>, page, shows, code, named| Mistake { path, broken, page, shows, code, named };
    let site = "content/site.yaml";
    let glossary = "content/glossary.yaml";
    vec![
        mistake(
            site,
            with(site, "{ label: About", "[ label: About"),
            "about",
            "Example accounts",
            "unclosed-bracket",
            Named::Before,
        ),
        mistake(
            site,
            with(site, "organisation: ", "organistion: "),
            "",
            "Example Council",
            "unknown-field",
            Named::Before,
        ),
        mistake(
            glossary,
            with(glossary, "- name: Carer", "- name: [Carer"),
            "glossary",
            "Somebody who helps",
            "unclosed-bracket",
            Named::Before,
        ),
        mistake(HEADER, with(HEADER, "title: ", "title: ["), PAGE, "2019 to 2020", "unclosed-bracket", Named::Before),
        // The words around a broken front matter are new; what it said stays.
        mistake(
            "content/plan.md",
            b"---\ntitle: [The quagga plan\nstatus: draft\n---\nNewer words of the plan.\n".to_vec(),
            "plan",
            "Newer words",
            "unclosed-bracket",
            Named::Before,
        ),
        mistake(
            WELCOME,
            with(WELCOME, "More of it.", "```stats\n- value: [5\n```\nMore of it."),
            PAGE,
            "More of it",
            "unclosed-bracket",
            Named::Message,
        ),
        mistake(
            WELCOME,
            with(WELCOME, "02-what-we-spent.md", "nowhere.md"),
            PAGE,
            "More of it",
            "link-target",
            Named::Message,
        ),
        mistake(
            WELCOME,
            b"# Welcome\n\nCaf\xe9 of Windows.\n".to_vec(),
            PAGE,
            "of Windows",
            "not-utf8",
            Named::Message,
        ),
        mistake(WELCOME, Vec::new(), PAGE, "More of it", "empty-file", Named::Before),
        mistake(
            "themes/ours/templates/_feedback.html",
            b"{% if %}".to_vec(),
            "about",
            "We help",
            "template-error",
            Named::Problem,
        ),
        mistake(
            "themes/ours/templates/_feedback.html",
            b"{{ site.nothing.at.all }}".to_vec(),
            "about",
            "We help",
            "template-error",
            Named::Problem,
        ),
        mistake(
            "themes/ours/strings/en.yaml",
            b"not_found_title: [\n".to_vec(),
            "about",
            "We help",
            "unclosed-bracket",
            Named::Message,
        ),
        mistake(
            "themes/ours/style/99-ours.css",
            b"p { color: \xff }".to_vec(),
            "about",
            "We help",
            "not-utf8",
            Named::Message,
        ),
        mistake("content/images/leaf.png", LEAF[..20].to_vec(), "about", "A small", "picture-format", Named::Message),
    ]
}

fn target(page: &str) -> String {
    if page.is_empty() { "/".into() } else { format!("/{page}/") }
}

/// How often the terminal says a thing.
fn times(preview: &Preview, code: &str) -> usize {
    preview.said().matches(&format!("[{code}]")).count()
}

#[test]
fn each_kind_of_file_is_broken_and_mended() {
    let site = site();
    let preview = Preview::of(site.path());
    wait_until_just_as_built(&preview);
    let mut faults = Vec::new();
    for (number, mistake) in mistakes().into_iter().enumerate() {
        let path = preview.at(mistake.path);
        let good = fs::read(&path).unwrap();
        let save = SAVES[number % SAVES.len()];
        let said = times(&preview, mistake.code);
        save.save(&path, &mistake.broken);
        let name = format!("{} ({})", mistake.path, String::from_utf8_lossy(&mistake.broken).escape_debug());
        let found = preview.wait_for(mistake.page, &format!("{} in {name}", mistake.code), |state| {
            state["diagnostics_html"].as_str().unwrap().contains(mistake.code)
        });
        let page = preview.get(&target(mistake.page));
        let named = match mistake.named {
            Named::Before => found["shown_as_before"] == mistake.path,
            Named::Problem => found["problem"].as_str().is_some_and(|text| text.contains("theme has a mistake")),
            Named::Message => found["problem"].is_null() && found["shown_as_before"].is_null(),
        };
        if page.status != 200 || !page.text().contains(mistake.shows) || !named {
            faults.push(format!("{name}: {}, {found:#}", page.status));
        }
        // A picture is named where it is used.
        if !found["diagnostics_html"].as_str().unwrap().contains(mistake.path.rsplit('/').next().unwrap()) {
            faults.push(format!("{name} is not named"));
        }
        // Said once, however often other files are saved.
        for edit in 0..2 {
            Save::InPlace
                .save(&preview.at("content/index.md"), format!("# Welcome\n\nEdit {number}.{edit}.\n").as_bytes());
            preview.wait_to_show("/", &format!("Edit {number}.{edit}."));
            preview.wait_for("", "the end of the check", |_| true);
        }
        wait_until(&format!("a word of {} at the terminal", mistake.code), || times(&preview, mistake.code) > said);
        if times(&preview, mistake.code) != said + 1 {
            faults.push(format!("{name} is said {} times", times(&preview, mistake.code) - said));
        }
        save.save(&path, &good);
        wait_until_just_as_built(&preview);
        let state = preview.state(mistake.page);
        if state["problem"] != Value::Null || state["shown_as_before"] != Value::Null {
            faults.push(format!("{name} is mended: {state:#}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(!preview.said().contains("panicked"));
}

#[test]
fn a_template_that_is_broken_from_the_start_leaves_the_built_in_theme() {
    let site = site();
    let template = site.path().join("themes/ours/templates/page.html");
    fs::write(&template, "{% broken").unwrap();
    let preview = Preview::of(site.path());
    let state = preview.wait_for("about", "the problem", |state| !state["problem"].is_null());
    assert_eq!(state["counts"]["errors"], 1, "{state:#}");
    for target in ["/", "/about/", "/local-account/2019-20/welcome/", "/glossary/", "/nowhere/"] {
        let page = preview.get(target);
        assert_eq!(page.status, if target == "/nowhere/" { 404 } else { 200 }, "{target}");
        assert!(page.text().contains("</html>") && page.text().contains("Example accounts"), "{target}");
    }
    // The pages that the mistake is not about do without it as well as with it.
    assert!(preview.get("/about/").text().contains("We help"));
    fs::write(&template, "{% extends \"base.html\" %}{% block main %}<h1>Mended</h1>{% endblock %}").unwrap();
    preview.wait_to_show("/about/", "<h1>Mended</h1>");
    fs::remove_file(&template).unwrap();
    wait_until_just_as_built(&preview);
}

#[test]
fn a_file_that_vanishes_and_comes_back() {
    let site = site();
    let preview = Preview::of(site.path());
    let path = preview.at("content/about.md");
    let good = fs::read(&path).unwrap();
    fs::remove_file(&path).unwrap();
    wait_until("the page is gone", || preview.get("/about/").status == 404);
    // Others that led to it say so, and are there.
    let state = preview.wait_for("", "the lost link", |state| state["counts"]["errors"].as_u64() > Some(0));
    assert_eq!(state["problem"], Value::Null);
    assert_eq!(preview.get("/").status, 200);
    Save::ByRename.save(&path, &good);
    wait_until("the page is back", || preview.get("/about/").status == 200);
    wait_until_just_as_built(&preview);
}

fn moved_away(folder: &Path, preview: &Preview, what: &str) {
    let away = preview.at("away");
    fs::rename(folder, &away).unwrap();
    let state = preview.wait_for("about", what, |state| !state["problem"].is_null());
    assert!(state["problem"].as_str().unwrap().contains("`content` is not there"), "{state:#}");
    for target in ["/", "/about/", "/local-account/2019-20/welcome/", "/images/../about/"] {
        let wanted = if target.contains("..") { 400 } else { 200 };
        assert_eq!(preview.get(target).status, wanted, "{target}");
    }
    fs::write(away.join("about.md"), "# About us\n\nWritten while it was away.\n").unwrap();
    fs::rename(&away, folder).unwrap();
    preview.wait_to_show("/about/", "Written while it was away.");
    let state = preview.wait_for("about", "the end of the problem", |state| state["problem"].is_null());
    assert_eq!(state["counts"]["errors"], 0, "{state:#}");
}

#[test]
fn the_content_moved_away_and_back() {
    let site = site();
    let preview = Preview::of(site.path());
    fs::write(preview.at("content/about.md"), "# About us\n\nSomething.\n").unwrap();
    preview.wait_to_show("/about/", "Something.");
    moved_away(&preview.at("content"), &preview, "the first time");
    moved_away(&preview.at("content"), &preview, "the second time");
    let said = preview.said();
    assert_eq!(said.matches("the preview stays as it is until that is over").count(), 2, "{said}");
    assert_eq!(said.matches("can be read again").count(), 2, "{said}");
    wait_until_just_as_built(&preview);
}

#[test]
fn a_chapter_whose_mistake_is_none_in_a_page_of_its_own() {
    let site = site();
    let preview = Preview::of(site.path());
    // A status belongs to a document: in a chapter it is a mistake.
    let chapter = preview.at("content/cyfrif/01-croeso.md");
    Save::InPlace.save(&chapter, "---\ntitle: Croeso\nstatus: draft\n---\nGeiriau newydd.\n".as_bytes());
    let path = "content/cyfrif/01-croeso.md";
    preview.wait_for("cyfrif/croeso", "the mistake", |state| state["shown_as_before"] == path);
    // Without the document it is a page of its own, and a draft.
    let header = preview.at("content/cyfrif/document.yaml");
    let good = fs::read(&header).unwrap();
    fs::remove_file(&header).unwrap();
    let mut known = crate::built::build(site.path()).output.into_keys().collect();
    wait_until_as_built(&preview, 1, &mut known);
    Save::InPlace.save(&chapter, "# Croeso\n\nGeiriau.\n".as_bytes());
    Save::InPlace.save(&header, &good);
    wait_until_just_as_built(&preview);
    // The other way round: a draft that becomes a chapter says so, and is not shown to anybody.
    fs::remove_file(&header).unwrap();
    Save::InPlace.save(&chapter, "---\ntitle: Croeso\nstatus: draft\n---\nDrafft.\n".as_bytes());
    wait_until_just_as_built(&preview);
    Save::InPlace.save(&header, &good);
    let built = wait_until_as_built(&preview, 1, &mut known);
    assert_eq!(crate::built::errors(&built), 1);
    Save::InPlace.save(&chapter, "# Croeso\n\nGeiriau.\n".as_bytes());
    wait_until_just_as_built(&preview);
}
