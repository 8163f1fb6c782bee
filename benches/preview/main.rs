//! How soon a save is seen in the preview: `cargo bench --bench preview`. Options and how to
//! read the figures: docs/speed.md.
//!
//! A bench may stop at the first thing that goes wrong: it is not what is published.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a bench is a test, which clippy does not know of a program without a harness"
)]

mod beside;
mod client;
#[path = "../sites/council.rs"]
mod council;
mod events;
mod figures;
#[path = "../sites/folder.rs"]
mod folder;
#[path = "../sites/hugo.rs"]
mod hugo;
mod measure;
#[path = "../sites/random.rs"]
mod random;
mod saves;
mod server;
mod table;
mod zola;

use council::Wish;
use folder::{Fresh, write};
use measure::Pace;
use saves::Site;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use table::Row;

struct Arguments {
    /// Of the sites that are made up, besides the sample site.
    chapters: Vec<usize>,
    saves: usize,
    paces: &'static [Pace],
    /// Whether other programs are measured too.
    beside: bool,
    folder: PathBuf,
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    // What `cargo test --all-targets` and nextest ask of a bench.
    if arguments.first().is_some_and(|argument| argument == "--list") {
        return;
    }
    let arguments = read(&arguments);
    let mut rows = vec![measure("sample", &sample(), &arguments)];
    for chapters in &arguments.chapters {
        let files = council::site(Wish { chapters: *chapters, terms: 60 });
        rows.push(measure("made up", &files, &arguments));
    }
    for row in &rows {
        print!("{}", row.text(&rows[0]));
    }
    for row in &rows {
        println!("{}", row.json(&rows[0]));
    }
    let faults: Vec<&str> = rows.iter().flat_map(|row| &row.faults).map(String::as_str).collect();
    assert!(faults.is_empty(), "{} saves went wrong:\n{}", faults.len(), faults.join("\n"));
}

fn read(arguments: &[String]) -> Arguments {
    // Without `cargo bench` this is a test that the bench runs.
    let bench = arguments.iter().any(|argument| argument == "--bench");
    let mut read = Arguments {
        chapters: if bench { vec![10_000] } else { Vec::new() },
        saves: if bench { 50 } else { 3 },
        paces: &[Pace::Calm, Pace::Hurried],
        beside: bench,
        folder: folder::usual(),
    };
    let mut rest = arguments.iter().filter(|argument| *argument != "--bench");
    while let Some(name) = rest.next() {
        if name == "--hurry" {
            read.paces = &[Pace::Hurried];
            continue;
        }
        let value = rest.next().unwrap_or_else(|| panic!("{name} needs a value"));
        let number = |text: &str| text.parse().unwrap_or_else(|_| panic!("{name}: `{text}` is not a number"));
        match name.as_str() {
            "--chapters" => read.chapters = value.split(',').map(number).filter(|chapters| *chapters > 0).collect(),
            "--saves" => read.saves = number(value).max(1),
            "--dir" => read.folder = PathBuf::from(value),
            _ => panic!("unknown option {name}; there are --chapters --saves --hurry --dir"),
        }
    }
    read
}

/// The texts and pictures of the sample site, which are all text.
fn sample() -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = BTreeMap::new();
    let mut folders = vec![root.join("content")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap().map(Result::unwrap) {
            let path = entry.path();
            if entry.file_type().unwrap().is_dir() {
                folders.push(path);
            } else {
                let inside = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
                files.insert(inside, fs::read_to_string(&path).unwrap());
            }
        }
    }
    files
}

fn measure(name: &'static str, files: &BTreeMap<String, String>, arguments: &Arguments) -> Row {
    let fresh = Fresh::inside(&arguments.folder);
    let root = fresh.path().join("site");
    let site = Site::of(files, &root);
    write(files, &root);
    site.prepare();
    let mut row = Row::new(name, site.chapters(), arguments.saves);
    measure::candour(&site, arguments.saves, arguments.paces, &mut row);
    if arguments.beside {
        beside::hugo(files, &site, fresh.path(), arguments.saves, &mut row);
        beside::zola(files, &site, fresh.path(), arguments.saves, &mut row);
    }
    row
}
