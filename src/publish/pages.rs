//! Pages of any website, read from the disk and judged by the rules that hold for any page.

use crate::check::{PageStyle, check_page};
use crate::diagnostic::{Diagnostic, FileId, Span, Texts};
use crate::source::WorldFailure;
use crate::source::html::parse_html;
use rayon::prelude::*;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// Pages that were judged, with their texts as far as something was found in them.
#[derive(Debug, Default)]
pub struct Pages {
    /// What was found, page by page.
    pub diagnostics: Vec<Diagnostic>,
    /// Paths as they were given, and texts.
    files: Vec<(String, String)>,
}

impl Texts for Pages {
    fn path(&self, file: FileId) -> &str {
        self.files.get(file.0 as usize).map_or("", |(path, _)| path)
    }

    fn text(&self, file: FileId) -> &str {
        self.files.get(file.0 as usize).map_or("", |(_, text)| text)
    }
}

/// Judges the HTML files of these paths; a folder stands for all in it, `-` for the standard input.
///
/// # Errors
/// A path is not there, or cannot be read.
pub fn judge_pages(paths: &[PathBuf]) -> Result<Pages, WorldFailure> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            below(path, &mut files)?;
        } else {
            files.push(path.clone());
        }
    }
    let judged: Vec<(String, String, Vec<Diagnostic>)> = files
        .par_iter()
        .enumerate()
        .map(|(index, path)| {
            let text = read(path)?;
            let found = judge(FileId(u32::try_from(index).unwrap_or(u32::MAX)), &text);
            let text = if found.is_empty() { String::new() } else { text };
            Ok((path.to_string_lossy().replace('\\', "/"), text, found))
        })
        .collect::<Result<_, WorldFailure>>()?;
    let mut pages = Pages::default();
    for (path, text, found) in judged {
        pages.diagnostics.extend(found);
        pages.files.push((path, text));
    }
    Ok(pages)
}

fn judge(file: FileId, text: &str) -> Vec<Diagnostic> {
    let findings = check_page(&parse_html(text), &PageStyle::default());
    findings
        .into_iter()
        .map(|found| {
            let span = Span::new(file, found.tag.start as usize..found.tag.end as usize);
            Diagnostic::new(found.rule, span, found.message).maybe_help(found.help).else_help(found.rule.mend)
        })
        .collect()
}

/// The HTML files below a folder, in the order of their paths. Links are not followed.
fn below(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), WorldFailure> {
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| failure(folder, &error.to_string()))?;
        let ending = entry.path().extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
        if entry.file_type().is_file() && matches!(ending.as_deref(), Some("html" | "htm")) {
            files.push(entry.into_path());
        }
    }
    Ok(())
}

/// A file's text. What is no UTF-8 is replaced: nothing that the rules ask about depends on it.
fn read(path: &Path) -> Result<String, WorldFailure> {
    let bytes = if path == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        fs::read(path)
    };
    let bytes = bytes.map_err(|error| failure(path, &error.to_string()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn failure(path: &Path, cause: &str) -> WorldFailure {
    WorldFailure { doing: format!("reading the page {}", path.display()), cause: cause.to_owned() }
}
