//! `candour new`: a small site that builds and explains itself.

use super::arguments::New;
use super::report::today;
use super::{Ending, complain, print};
use include_dir::{Dir, include_dir};
use std::fs;
use std::io;
use std::path::Path;

static STARTER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/cli/starter");

/// The day that the starter's accessibility statement bears. A new site gets the day it is
/// made instead: a statement that nobody looked at for a year is a mistake.
const STARTER_DAY: &str = "2026-01-01";

pub(super) fn run(new: &New) -> Ending {
    let dir = &new.dir;
    match is_free(dir) {
        Ok(true) => {}
        Ok(false) => {
            complain(&format!("{} is not empty; name a folder that does not exist yet", dir.display()));
            return Ending::Failed;
        }
        Err(error) => {
            complain(&format!("looking at {}: {error}", dir.display()));
            return Ending::Failed;
        }
    }
    if let Err(error) = write(&STARTER, dir, &today().to_string()) {
        complain(&format!("writing the new site in {}: {error}", dir.display()));
        return Ending::Failed;
    }
    let shown = dir.display();
    let text = format!(
        "A new site is in {shown}. Every file in {shown}/content explains itself.\n\n\
         Next:\n  candour serve {shown} --open     the website in your browser, while you write it\n  candour build {shown}            the website in {shown}/public, to publish it\n  candour check {shown}            whenever you want to know what is wrong\n"
    );
    match print(&text) {
        Ok(()) => Ending::Fine,
        Err(ending) => ending,
    }
}

/// Whether a folder can be filled without mixing with what is there.
fn is_free(dir: &Path) -> io::Result<bool> {
    match fs::read_dir(dir) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(error),
    }
}

fn write(folder: &Dir<'_>, to: &Path, today: &str) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for file in folder.files() {
        let path = to.join(file.path());
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        match file.contents_utf8() {
            Some(text) => fs::write(path, text.replace(STARTER_DAY, today))?,
            None => fs::write(path, file.contents())?,
        }
    }
    for inner in folder.dirs() {
        write(inner, to, today)?;
    }
    Ok(())
}
