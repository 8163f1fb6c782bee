//! Which file is what, by its name; and what is odd about names.

use super::checks::BASELINE;
use super::easy_read::FOLDER;
use super::sheet::format_of;
use crate::diagnostic::rules::files::{ADDRESS_CASE, EMPTY_FILE, MISNAMED_FILE, UNSUITABLE_NAME, UNUSED_FILE};
use crate::diagnostic::{Diagnostic, FileId, Span};
use crate::source::{SitePath, SourceFile, nearest};
use std::collections::{BTreeMap, BTreeSet};

/// The YAML files that Candour reads by name.
const KNOWN: &[&str] = &[
    "site.yaml",
    "glossary.yaml",
    "document.yaml",
    "indicators.yaml",
    "figures.yaml",
    "paragraphs.yaml",
    "plain-words.yaml",
    BASELINE,
];

/// What a text file below `content/` is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    Settings,
    Glossary,
    DocumentHeader,
    /// Words that have plainer ones.
    PlainWords,
    Indicators,
    Figures,
    /// The numbers of published paragraphs.
    Paragraphs,
    /// A round of an action plan.
    Round,
    /// The known faults.
    Baseline,
    Markdown,
    /// A YAML file that nobody asked for.
    Stray,
}

/// What the file at `path` (below `content/`) is for.
pub(super) fn purpose(path: &SitePath) -> Purpose {
    let folder = path.parent();
    match (path.as_str(), path.name(), path.ending().as_str()) {
        ("site.yaml", ..) => Purpose::Settings,
        ("glossary.yaml", ..) => Purpose::Glossary,
        ("plain-words.yaml", ..) => Purpose::PlainWords,
        ("indicators.yaml", ..) => Purpose::Indicators,
        (BASELINE, ..) => Purpose::Baseline,
        (_, _, "yaml" | "yml") if folder.name() == FOLDER => Purpose::Stray,
        (_, _, "yaml") if folder.name() == "updates" => Purpose::Round,
        (_, "document.yaml", _) if folder != SitePath::root() => Purpose::DocumentHeader,
        (_, "figures.yaml", _) if folder != SitePath::root() => Purpose::Figures,
        (_, "paragraphs.yaml", _) => Purpose::Paragraphs,
        (_, _, "md" | "markdown") => Purpose::Markdown,
        _ => Purpose::Stray,
    }
}

/// Whether a file below `content/` is read as text.
pub(super) fn is_text(path: &SitePath) -> bool {
    matches!(path.ending().as_str(), "md" | "markdown" | "yaml" | "yml")
}

/// Editors' backups, system litter and hidden files: never content.
pub(crate) fn is_litter(path: &SitePath) -> bool {
    let name = path.name();
    // Hidden files cover .x.md.swp (vim), .#x.md (Emacs), .~lock.x.md# (LibreOffice),
    // .goutputstream-AB12 (gedit), .x.md.kate-swp and .DS_Store.
    path.parts().any(|part| part.starts_with('.') || part == "__MACOSX")
        || name.starts_with("~$")
        || name.starts_with('#')
        || name.ends_with('~')
        || matches!(path.ending().as_str(), "bak" | "swp" | "swo" | "swn" | "swx" | "tmp" | "orig" | "crdownload")
        // Vim makes a file of this name to see whether it may write in the folder.
        || matches!(name, "4913" | "Thumbs.db" | "desktop.ini")
}

/// Reports what the name of a text file says about it.
pub(super) fn check_name(file: FileId, path: &SitePath, text: &str, purpose: Purpose, out: &mut Vec<Diagnostic>) {
    let top = Span::top(file);
    if text.trim().is_empty() {
        out.push(
            Diagnostic::new(&EMPTY_FILE, top, format!("{} is empty", path.name()))
                .help("write its content, or delete the file"),
        );
    }
    match purpose {
        Purpose::Stray => stray(top, path, out),
        Purpose::Markdown => unsuitable(file, path, out),
        Purpose::Settings
        | Purpose::Glossary
        | Purpose::PlainWords
        | Purpose::DocumentHeader
        | Purpose::Indicators
        | Purpose::Figures
        | Purpose::Paragraphs
        | Purpose::Baseline
        | Purpose::Round => {}
    }
}

/// A YAML file that is not read. One whose name is nearly right holds what somebody counts
/// on: a status, an embargo. So it stops publication; any other is left alone.
fn stray(top: Span, path: &SitePath, out: &mut Vec<Diagnostic>) {
    let name = path.name().to_lowercase();
    let wanted = match name.strip_suffix(".yml") {
        Some(stem) => format!("{stem}.yaml"),
        None => name.clone(),
    };
    // The endings are alike and would make short names near.
    let stem = wanted.trim_end_matches(".yaml");
    let near = nearest(stem, KNOWN.iter().map(|known| known.trim_end_matches(".yaml")));
    let help = match near.and_then(|near| KNOWN.iter().find(|known| known.strip_suffix(".yaml") == Some(near)).copied())
    {
        Some(known) if known == path.name() && known == "document.yaml" => {
            "move it into a folder of its own, such as content/local-account/2019-20/".to_owned()
        }
        Some(known) if known == path.name() => format!("move it: Candour reads content/{known} and no other {known}"),
        Some(known) => format!("rename it to {known}"),
        None => {
            out.push(Diagnostic::new(&UNUSED_FILE, top, format!("Candour does not read {path}")).help(format!(
                "it reads {} and Markdown files (.md); delete the file if nobody needs it",
                KNOWN.join(", ")
            )));
            return;
        }
    };
    let message = format!("{path} is not read: its name is not quite one that Candour knows");
    let message = if KNOWN.contains(&path.name()) {
        format!("{path} is not read: it is not where Candour looks for it")
    } else {
        message
    };
    out.push(Diagnostic::new(&MISNAMED_FILE, top, message).help(help));
}

/// Whether a part of a path can be typed and read out without explanations.
fn is_suitable(part: &str) -> bool {
    part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_.".contains(c))
}

fn unsuitable(file: FileId, path: &SitePath, out: &mut Vec<Diagnostic>) {
    let stem = path.stem();
    if !is_suitable(stem) {
        out.push(
            Diagnostic::new(
                &UNSUITABLE_NAME,
                Span::top(file),
                format!("the name `{stem}` makes an address that is hard to share"),
            )
            .help(format!("rename the file to {}.{}", crate::prose::slug(stem), path.ending())),
        );
    }
}

/// Reports folders with names that make addresses hard to share, each once, at its first text.
pub(super) fn check_folders(files: &[(FileId, &SourceFile)], out: &mut Vec<Diagnostic>) {
    let mut seen: BTreeSet<SitePath> = BTreeSet::new();
    let mut last = "";
    // A folder of data files makes no page's address, as one of pictures makes none.
    for &(file, source) in files.iter().filter(|(_, source)| format_of(&source.path).is_none()) {
        // Files of a folder come one after the other.
        if std::mem::replace(&mut last, source.path.folder()) == source.path.folder() {
            continue;
        }
        let Some(path) = source.path.strip("content") else { continue };
        let mut folder = path.parent();
        while folder != SitePath::root() && seen.insert(folder.clone()) {
            let name = folder.name();
            if !is_suitable(name) {
                out.push(
                    Diagnostic::new(
                        &UNSUITABLE_NAME,
                        Span::top(file),
                        format!("the folder name `{name}` makes addresses that are hard to share"),
                    )
                    .help(format!("rename the folder to {}", crate::prose::slug(name))),
                );
            }
            folder = folder.parent();
        }
    }
}

/// Reports files whose paths differ only in capitals.
pub(super) fn check_capitals(files: &[(FileId, &SourceFile)], out: &mut Vec<Diagnostic>) {
    // Only a path with capitals can differ in them from another.
    let has_capitals = |path: &SitePath| path.as_str().chars().any(char::is_uppercase);
    let low: BTreeSet<String> = files
        .iter()
        .filter(|(_, source)| has_capitals(&source.path))
        .map(|(_, source)| source.path.as_str().to_lowercase())
        .collect();
    if low.is_empty() {
        return;
    }
    let mut seen: BTreeMap<String, FileId> = BTreeMap::new();
    for &(file, source) in files {
        let path = source.path.as_str().to_lowercase();
        if !low.contains(&path) {
            continue;
        }
        if let Some(first) = seen.insert(path, file) {
            // That one of them has capitals is the same mistake.
            out.retain(|told| told.rule != &UNSUITABLE_NAME || ![first, file].contains(&told.span.file));
            out.push(
                Diagnostic::new(
                    &ADDRESS_CASE,
                    Span::top(file),
                    format!("the name of {} differs from another only in capitals", source.path),
                )
                .label(Span::top(first), "the other one")
                .help("rename one of the two: Windows and macOS can keep only one of them"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_litter;
    use crate::source::SitePath;

    #[test]
    fn what_programs_leave_beside_a_text_is_no_content() {
        let litter = [
            "a.md~",
            "4913",
            ".a.md.swp",
            "a.swo",
            "a.swx",
            "#a.md#",
            ".#a.md",
            ".~lock.a.md#",
            "~$a.md",
            "~WRD0001.tmp",
            "~a.tmp",
            "a.md.TMP",
            "a.md.crdownload",
            "a.md.bak",
            "a.md.orig",
            ".DS_Store",
            "__MACOSX/a.md",
            ".git/HEAD",
            ".goutputstream-9XQ1K2",
            ".a.md.kate-swp",
            "Thumbs.db",
            "desktop.ini",
        ];
        let kept = ["a.md", "4913.md", "bak.md", "a.b.md", "tmp/a.md", "photo~1.png", "a~b.md", "macosx/a.md"];
        let is = |name: &&str| is_litter(&SitePath::parse(&format!("content/x/{name}")).unwrap());
        assert_eq!(litter.iter().filter(|name| !is(name)).collect::<Vec<_>>(), Vec::<&&str>::new());
        assert_eq!(kept.iter().filter(|name| is(name)).collect::<Vec<_>>(), Vec::<&&str>::new());
    }
}
