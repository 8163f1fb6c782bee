//! Real sites in temporary folders, read and rendered the way the commands do it.

use candour::figure::parse_date;
use candour::publish::{Produced, Silent, SiteFolder, produce};
use candour::site::Options;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// The day on which all tests take place, unless they say otherwise.
const TODAY: &str = "2021-06-01";

/// Writes files into a new folder.
pub(crate) fn write_site<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in files {
        write_file(folder.path(), path, bytes);
    }
    fs::create_dir_all(folder.path().join("content")).unwrap();
    folder
}

/// Writes one file, and the folders on the way to it.
pub(crate) fn write_file(folder: &Path, path: &str, bytes: &[u8]) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

/// Reads options written as `today: DATE`, `drafts: yes` and `base-url: URL`, one on a line.
pub(crate) fn read_options(text: &str) -> Options {
    let mut options = Options { today: parse_date(TODAY).unwrap(), drafts: false, base_url: None };
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        match line.split_once(": ").map(|(name, value)| (name.trim(), value.trim())) {
            Some(("today", date)) => options.today = parse_date(date).unwrap(),
            Some(("drafts", "yes")) => options.drafts = true,
            Some(("base-url", url)) => options.base_url = Some(url.to_owned()),
            _ => panic!("not an option: {line}"),
        }
    }
    options
}

/// Produces the site of a folder in memory.
pub(crate) fn produce_site(folder: &Path, options: &Options) -> Produced {
    produce(&SiteFolder::open(folder).unwrap(), options, &Silent).unwrap()
}
