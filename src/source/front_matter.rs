//! Front matter: the YAML between two lines of `---` at the top of a Markdown file.

use super::Excerpt;
use crate::diagnostic::rules::yaml::{FRONT_MATTER_LATE, FRONT_MATTER_OPEN};
use crate::diagnostic::{Diagnostic, FileId, Span};

/// A Markdown file in its two parts.
#[derive(Clone, Debug)]
pub struct FrontMatter {
    /// The YAML, if there is front matter.
    pub yaml: Option<Excerpt>,
    /// The text below it.
    pub body: Excerpt,
    /// Whether the front matter stands too low, below a blank line or the title.
    pub late: bool,
}

/// Splits a Markdown file. Front matter that is never closed is reported, and read up to
/// the first line that cannot belong to it, so that both halves can still be checked.
pub fn split_front_matter(file: FileId, text: &str, out: &mut Vec<Diagnostic>) -> FrontMatter {
    if let Some(fields) = unopened(text) {
        let first = text.lines().next().map_or(0, str::len);
        out.push(
            Diagnostic::new(
                &FRONT_MATTER_LATE,
                Span::new(file, 0..first),
                "the first line of the front matter is missing",
            )
            .help("write a line with only --- above this one"),
        );
        let end =
            fields + text.get(fields..).and_then(|rest| rest.find('\n')).map_or(text.len() - fields, |end| end + 1);
        return parts(file, text, 0, fields, end);
    }
    let Some(first) = text.lines().next().filter(|line| line.trim_end() == "---") else {
        let none = || FrontMatter { yaml: None, body: Excerpt::verbatim(file, 0, text), late: false };
        return late(file, text, out).unwrap_or_else(none);
    };
    let start = text.find('\n').map_or(text.len(), |newline| newline + 1);
    let mut at = start;
    for line in text.get(start..).unwrap_or_default().split_inclusive('\n') {
        if matches!(line.trim_end(), "---" | "...") {
            return parts(file, text, start, at, at + line.len());
        }
        at += line.len();
    }
    out.push(
        Diagnostic::new(&FRONT_MATTER_OPEN, Span::new(file, 0..first.len()), "the front matter is never closed")
            .help("add a line with only --- after its last field"),
    );
    let mut end = start;
    for line in text.get(start..).unwrap_or_default().split_inclusive('\n') {
        if !belongs(line) {
            break;
        }
        end += line.len();
    }
    parts(file, text, start, end, end)
}

fn parts(file: FileId, text: &str, start: usize, end: usize, body: usize) -> FrontMatter {
    FrontMatter {
        yaml: Some(Excerpt::verbatim(file, start, text.get(start..end).unwrap_or_default())),
        body: Excerpt::verbatim(file, body, text.get(body..).unwrap_or_default()),
        late: false,
    }
}

/// Where the fields end in a text that begins with fields and has `---` below them, but not
/// above. They would be published as text, a `status: draft` among them.
fn unopened(text: &str) -> Option<usize> {
    if !looks_like_field(text.lines().next()?) {
        return None;
    }
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some(at);
        }
        if !belongs(line) && !line.trim().is_empty() && !line.starts_with('#') {
            return None;
        }
        at += line.len();
    }
    None
}

/// Whether a line looks like YAML fields rather than prose or Markdown.
fn belongs(line: &str) -> bool {
    let line = line.trim_end();
    let word = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_');
    line.starts_with([' ', '\t']) || line.starts_with("- ") || line.split_once(':').is_some_and(|(key, _)| word(key))
}

/// `---`, a field, `---` below a blank line or the title is front matter that slipped. It is
/// read all the same: what it says of drafts and embargoes must not be lost.
fn late(file: FileId, text: &str, out: &mut Vec<Diagnostic>) -> Option<FrontMatter> {
    let mut at = 0;
    let mut lines = text.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        if line.trim_end() == "---" && lines.peek().is_some_and(|next| looks_like_field(next)) {
            out.push(
                Diagnostic::new(
                    &FRONT_MATTER_LATE,
                    Span::new(file, at..at + 3),
                    "front matter must begin on the first line",
                )
                .help("delete what stands above this line, or move it below the front matter"),
            );
            let start = at + line.len();
            let mut end = start;
            for line in lines {
                if line.trim_end() == "---" {
                    return Some(FrontMatter { late: true, ..parts(file, text, start, end, end + line.len()) });
                }
                end += line.len();
            }
            return None;
        }
        if !line.trim().is_empty() && !line.starts_with("# ") {
            return None;
        }
        at += line.len();
    }
    None
}

fn looks_like_field(line: &str) -> bool {
    line.split_once(": ")
        .is_some_and(|(key, _)| !key.is_empty() && key.chars().all(|c| c.is_ascii_lowercase() || c == '-'))
}
