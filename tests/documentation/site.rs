//! Sites in memory, built the way the program builds them.

use crate::markdown::root;
use candour::diagnostic::{Diagnostic, Severity, Terminal};
use candour::figure::parse_date;
use candour::publish::{Produced, Silent, produce};
use candour::site::Options;
use candour::source::MemoryFiles;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The files of a site by their path.
pub(crate) type SiteFiles = BTreeMap<String, Vec<u8>>;

/// The site that `candour new` makes.
pub(crate) fn starter() -> SiteFiles {
    let mut files = SiteFiles::new();
    let folder = root().join("src/cli/starter");
    collect(&folder, &folder, &mut files);
    assert!(files.contains_key("content/site.yaml"));
    files
}

fn collect(top: &Path, folder: &Path, files: &mut SiteFiles) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(top, &path, files);
        } else {
            let name = path.strip_prefix(top).unwrap().to_str().unwrap().replace('\\', "/");
            files.insert(name, fs::read(&path).unwrap());
        }
    }
}

/// What came of a site.
pub(crate) struct Built(Produced);

/// Builds a site, drafts included.
pub(crate) fn build(files: SiteFiles) -> Built {
    let files = files.into_iter().fold(MemoryFiles::default(), |files, (path, bytes)| files.with(&path, bytes));
    let options = Options { today: parse_date("2026-01-01").unwrap(), drafts: true, base_url: None, advice: true };
    Built(produce(&files, &options, &Silent).unwrap())
}

impl Built {
    /// What was found.
    pub(crate) fn diagnostics(&self) -> &[Diagnostic] {
        &self.0.diagnostics
    }

    /// What was found, as the terminal shows it, down to a severity.
    pub(crate) fn report(&self, least: Severity) -> String {
        let terminal = Terminal { colour: false, width: 100 };
        let shown = self.diagnostics().iter().filter(|found| found.severity <= least);
        shown.map(|found| terminal.render(found, &self.0.sources) + "\n\n").collect()
    }

    /// The pages: path and HTML.
    pub(crate) fn pages(&self) -> impl Iterator<Item = (&String, String)> {
        let pages = self.0.output.iter().filter(|(path, _)| path.ends_with(".html"));
        pages.map(|(path, piece)| (path, String::from_utf8(piece.bytes().to_vec()).unwrap()))
    }
}
