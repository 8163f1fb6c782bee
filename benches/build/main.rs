//! How fast a site is built: `cargo bench --bench build`. Options and how to read the
//! figures: docs/speed.md.
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

mod clock;
#[path = "../sites/council.rs"]
mod council;
#[path = "../sites/folder.rs"]
mod folder;
#[path = "../sites/hugo.rs"]
mod hugo;
mod one;
#[path = "../sites/random.rs"]
mod random;
mod table;
mod time;

use council::Wish;
use folder::{Fresh, write};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use table::Row;
use time::Cost;

/// As in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

struct Arguments {
    chapters: Vec<usize>,
    terms: usize,
    runs: usize,
    folder: PathBuf,
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let path = |at: usize| Path::new(&arguments[at]);
    match arguments.first().map(String::as_str) {
        Some("--staged") => return one::staged(path(1), path(2)),
        Some("--floor") => return one::floor(path(1), path(2), path(3)),
        // What `cargo test --all-targets` and nextest ask of a bench.
        Some("--list") => return,
        _ => {}
    }
    let arguments = read(&arguments);
    let rows: Vec<Row> = arguments.chapters.iter().map(|chapters| measure(*chapters, &arguments)).collect();
    for row in &rows {
        print!("{}", row.text());
    }
    for row in &rows {
        println!("{}", row.json());
    }
}

fn read(arguments: &[String]) -> Arguments {
    // Without `cargo bench` this is a test that the bench runs.
    let bench = arguments.iter().any(|argument| argument == "--bench");
    let mut read = Arguments {
        chapters: if bench { vec![1_000, 10_000] } else { vec![64] },
        terms: 60,
        runs: if bench { 3 } else { 1 },
        folder: folder::usual(),
    };
    let mut rest = arguments.iter().filter(|argument| *argument != "--bench");
    while let Some(name) = rest.next() {
        let value = rest.next().unwrap_or_else(|| panic!("{name} needs a value"));
        let number = |text: &str| text.parse().unwrap_or_else(|_| panic!("{name}: `{text}` is not a number"));
        match name.as_str() {
            "--chapters" => read.chapters = value.split(',').map(number).collect(),
            "--terms" => read.terms = number(value),
            "--runs" => read.runs = number(value).max(1),
            "--dir" => read.folder = PathBuf::from(value),
            _ => panic!("unknown option {name}; there are --chapters --terms --runs --dir"),
        }
    }
    read
}

fn measure(chapters: usize, arguments: &Arguments) -> Row {
    let fresh = Fresh::inside(&arguments.folder);
    let folder = fresh.path();
    let (site, out, copy) = (folder.join("site"), folder.join("out"), folder.join("copy"));
    let files = council::site(Wish { chapters, terms: arguments.terms });
    write(&files, &site);
    let (mut cold, mut again, mut floor) = (Cost::MOST, Cost::MOST, Cost::MOST);
    for _ in 0..arguments.runs {
        let _ = fs::remove_dir_all(&out);
        cold = cold.least(candour(&site, &out));
        again = again.least(candour(&site, &out));
        let _ = fs::remove_dir_all(&copy);
        let alone = facts("--floor", &[&site, &out, &copy]);
        floor = floor.least(Cost { wall: alone.number("wall"), processor: alone.number("processor") });
    }
    let rebuilt = facts("--staged", &[&site, &out]);
    let _ = fs::remove_dir_all(&out);
    let built = facts("--staged", &[&site, &out]);
    let _ = fs::remove_dir_all(&out);
    let hugo = beside(&files, folder, arguments.runs);
    Row { chapters, terms: arguments.terms, cold, again, floor, hugo, built, rebuilt }
}

/// The real program, from its start to its end.
fn candour(site: &Path, out: &Path) -> Cost {
    let mut command = Command::new(env!("CARGO_BIN_EXE_candour"));
    Cost::of_program(command.arg("build").arg(site).arg("--out").arg(out)).unwrap()
}

/// What Hugo takes for the same chapters; `None` where there is no Hugo.
fn beside(files: &BTreeMap<String, String>, folder: &Path, runs: usize) -> Option<Cost> {
    let site = folder.join("hugo");
    write(&hugo::site(files), &site);
    let mut least = Cost::MOST;
    for _ in 0..runs {
        let _ = fs::remove_dir_all(site.join("public"));
        let mut command = Command::new("hugo");
        least = least.least(Cost::of_program(command.arg("--quiet").arg("--source").arg(&site))?);
    }
    Some(least)
}

/// What a measurement in a process of its own printed.
#[derive(Debug)]
pub(crate) struct Facts(Vec<(String, f64)>);

impl Facts {
    fn number(&self, name: &str) -> f64 {
        self.0.iter().find(|(known, _)| known == name).map_or(0.0, |(_, number)| *number)
    }

    fn stages(&self) -> impl Iterator<Item = (&str, f64)> {
        self.0.iter().filter_map(|(name, time)| Some((name.strip_prefix("stage\t")?, *time)))
    }
}

fn facts(what: &str, paths: &[&Path]) -> Facts {
    let output = Command::new(std::env::current_exe().unwrap()).arg(what).args(paths).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{what} failed: {said}");
    eprint!("{said}");
    let text = String::from_utf8(output.stdout).unwrap();
    Facts(
        text.lines()
            .filter_map(|line| line.rsplit_once('\t'))
            .map(|(name, number)| (name.to_owned(), number.parse().unwrap()))
            .collect(),
    )
}
