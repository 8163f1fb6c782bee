//! Which file is what, by its name; and what is odd about names.

use crate::diagnostic::rules::files::{ADDRESS_CASE, EMPTY_FILE, MISNAMED_FILE, NOT_YET, UNSUITABLE_NAME};
use crate::diagnostic::{Diagnostic, FileId, Span};
use crate::source::{SitePath, SourceMap, nearest};
use std::collections::BTreeMap;

/// The YAML files that Candour reads by name.
const KNOWN: &[&str] = &["site.yaml", "glossary.yaml", "document.yaml"];

/// What a text file below `content/` is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    Settings,
    Glossary,
    DocumentHeader,
    Markdown,
    /// Part of the format, not read by this version.
    Later,
    /// A YAML file that nobody asked for.
    Stray,
}

/// What the file at `path` (below `content/`) is for.
pub(super) fn purpose(path: &SitePath) -> Purpose {
    let folder = path.parent();
    match (path.as_str(), path.name(), path.ending().as_str()) {
        ("site.yaml", ..) => Purpose::Settings,
        ("glossary.yaml", ..) => Purpose::Glossary,
        ("indicators.yaml", ..) | (_, "figures.yaml", _) => Purpose::Later,
        _ if folder.name() == "easy-read" || folder.name() == "updates" => Purpose::Later,
        (_, "document.yaml", _) if folder != SitePath::root() => Purpose::DocumentHeader,
        (_, _, "md" | "markdown") => Purpose::Markdown,
        _ => Purpose::Stray,
    }
}

/// Whether a file below `content/` is read as text.
pub(super) fn is_text(path: &SitePath) -> bool {
    matches!(path.ending().as_str(), "md" | "markdown" | "yaml" | "yml")
}

/// Editors' backups, system litter and hidden files: never content.
pub(super) fn is_litter(path: &SitePath) -> bool {
    let name = path.name();
    path.parts().any(|part| part.starts_with('.'))
        || name.starts_with("~$")
        || name.starts_with('#')
        || name.ends_with('~')
        || matches!(path.ending().as_str(), "bak" | "swp" | "tmp" | "orig")
        || matches!(name, "Thumbs.db" | "desktop.ini")
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
        Purpose::Later => out.push(
            Diagnostic::new(&NOT_YET, top, format!("this version of Candour does not read {path} yet"))
                .help("keep the file; put what residents need now into a chapter"),
        ),
        Purpose::Stray => {
            let name = path.name().to_lowercase();
            let wanted = match name.strip_suffix(".yml") {
                Some(stem) => format!("{stem}.yaml"),
                None => name.clone(),
            };
            let help = match nearest(&wanted, KNOWN.iter().copied()) {
                Some(known) => format!("did you mean {known}?"),
                None => format!("Candour reads {} and Markdown files (.md)", KNOWN.join(", ")),
            };
            out.push(
                Diagnostic::new(
                    &MISNAMED_FILE,
                    top,
                    format!("{path} is not read: it has none of the names that Candour knows"),
                )
                .help(help),
            );
        }
        Purpose::Markdown => unsuitable(file, path, out),
        Purpose::Settings | Purpose::Glossary | Purpose::DocumentHeader => {}
    }
}

fn unsuitable(file: FileId, path: &SitePath, out: &mut Vec<Diagnostic>) {
    let fine = |part: &str| part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_.".contains(c));
    let path_without_ending = path.parent().parts().chain([path.stem()]).find(|part| !fine(part)).map(str::to_owned);
    if let Some(part) = path_without_ending {
        out.push(
            Diagnostic::new(
                &UNSUITABLE_NAME,
                Span::top(file),
                format!("the name `{part}` makes an address that is hard to share"),
            )
            .help(format!("rename it to `{}`", crate::prose::slug(&part))),
        );
    }
}

/// Reports files whose paths differ only in capitals.
pub(super) fn check_capitals(sources: &SourceMap, out: &mut Vec<Diagnostic>) {
    let mut seen: BTreeMap<String, FileId> = BTreeMap::new();
    for (file, source) in sources.iter() {
        if let Some(first) = seen.insert(source.path.as_str().to_lowercase(), file) {
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
