//! The commands as people run them: the real binary, its exit codes, what it says and what
//! it writes.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod baseline;
mod build;
mod check;
mod figures;
#[path = "../support/folders.rs"]
mod folders;
mod next;
mod number;
mod others;
mod publish;
mod serve;
mod summary;

use folders::{write_file, write_site};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// What a command did.
struct Ran {
    code: i32,
    out: String,
    error: String,
}

/// Runs `candour` with words separated by spaces; `{}` stands for a path.
fn candour(arguments: &str, path: &Path) -> Ran {
    ran(&command(arguments, path).output().unwrap())
}

fn command(arguments: &str, path: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_candour"));
    let words = arguments.split(' ').filter(|word| !word.is_empty());
    command.args(words.map(|word| word.replace("{}", path.to_str().unwrap()))).stdin(Stdio::null());
    command
}

fn ran(output: &Output) -> Ran {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let ran = Ran { code: output.status.code().unwrap(), out: text(&output.stdout), error: text(&output.stderr) };
    assert!(!ran.error.contains("panicked"), "{}", ran.error);
    ran
}

impl Ran {
    /// Asserts the exit code; shows what was said if it is another.
    #[track_caller]
    fn ends_with(self, code: i32) -> Ran {
        assert_eq!(self.code, code, "\n--- out\n{}\n--- error\n{}", self.out, self.error);
        self
    }

    #[track_caller]
    fn says(self, text: &str) -> Ran {
        assert!(self.out.contains(text), "not said: {text}\n--- out\n{}\n--- error\n{}", self.out, self.error);
        self
    }

    #[track_caller]
    fn complains(self, text: &str) -> Ran {
        assert!(self.error.contains(text), "not said: {text}\n--- out\n{}\n--- error\n{}", self.out, self.error);
        self
    }
}

const SETTINGS: &[u8] = b"title: Example accounts\norganisation: Example Council\n";

/// A site of two pages, without mistakes.
fn site() -> TempDir {
    write_site([
        ("content/site.yaml", SETTINGS),
        ("content/about.md", b"# About us\n\nWe are a council.\n"),
        ("content/plan.md", b"# The plan\n\nWe plan.\n"),
    ])
}

/// The same with an error and a warning in `plan.md`.
fn broken_site() -> TempDir {
    let site = site();
    write_file(site.path(), "content/plan.md", b"# The plan\n\nSee [here](nowhere.md).\n");
    site
}

/// The same with a warning in `plan.md`.
fn site_with_a_warning() -> TempDir {
    let site = site();
    write_file(site.path(), "content/plan.md", b"# The plan\n\nSee [here](about.md).\n");
    site
}
