//! Files with something to mend, as the report shows them, and what was left as it is.

use super::marked::{Block, blocks};
use super::view::{ByFile, CountsView};
use super::{Part, Report};
use crate::diagnostic::{Counts, Diagnostic, FileId, How, runs_script, visible};
use serde::Serialize;

/// With more files than these, a page with all documents shows their names, and their texts when asked.
const MOST_OPEN: usize = 8;

#[derive(Serialize)]
pub(super) struct FileView {
    id: String,
    /// Whether its text is seen at once.
    open: bool,
    path: String,
    counts: CountsView,
    blocks: Vec<Block>,
    messages: Vec<MessageView>,
}

#[derive(Serialize)]
struct MessageView {
    severity: &'static str,
    message: String,
    help: Option<String>,
    code: &'static str,
    line: usize,
    column: usize,
    editor: Option<String>,
}

#[derive(Serialize)]
pub(super) struct LeftView {
    path: String,
    line: usize,
    code: &'static str,
    level: &'static str,
    reason: Option<String>,
}

impl FileView {
    /// Whether it is the file at a path below the site's folder.
    pub(super) fn is_at(&self, path: &str) -> bool {
        self.path == path
    }

    /// Its id on the page.
    pub(super) fn id(&self) -> &str {
        &self.id
    }
}

/// An id that HTML allows, made of a path.
pub(super) fn id_of(path: &str) -> String {
    let mut id = String::with_capacity(path.len());
    for char in path.chars() {
        match char {
            '/' | '.' => id.push_str("--"),
            char if char.is_alphanumeric() || char == '_' => id.push(char),
            _ => id.push('-'),
        }
    }
    id
}

/// How many known faults are not told.
pub(super) fn known(report: &Report<'_>) -> usize {
    report.untold.iter().filter(|told| told.is_known()).count()
}

/// What authors turned off or lowered, by place. A document's own page leaves it out.
pub(super) fn left(report: &Report<'_>) -> Vec<LeftView> {
    if matches!(report.part, Part::Document { .. }) {
        return Vec::new();
    }
    let all = report.untold.iter().chain(report.diagnostics);
    let mut left: Vec<LeftView> = all
        .filter_map(|told| {
            let why = told.left.as_ref().filter(|left| left.how != How::Known)?;
            Some(LeftView {
                path: report.texts.path(told.span.file).to_owned(),
                line: report.texts.place(told.span.file, told.span.start).line,
                code: told.rule.code,
                level: if why.how == How::Off { "off" } else { told.severity.word() },
                reason: why.reason.as_deref().map(|reason| visible(reason).into_owned()),
            })
        })
        .collect();
    left.sort_by(|a, b| (&a.path, a.line, a.code).cmp(&(&b.path, b.line, b.code)));
    left
}

pub(super) fn file_view(file: FileId, report: &Report<'_>, by_file: &ByFile<'_>) -> FileView {
    let none = Vec::new();
    let messages = by_file.get(&file).unwrap_or(&none);
    let path = report.texts.path(file);
    FileView {
        id: id_of(path.trim_start_matches("content/")),
        open: by_file.len() <= MOST_OPEN || matches!(report.part, Part::Document { .. }),
        path: path.to_owned(),
        counts: CountsView::of(Counts::of(messages.iter().copied())),
        blocks: blocks(report.texts.text(file), path.ends_with(".md"), messages),
        messages: messages.iter().map(|told| message(told, report)).collect(),
    }
}

fn message(told: &Diagnostic, report: &Report<'_>) -> MessageView {
    let place = report.texts.place(told.span.file, told.span.start);
    MessageView {
        severity: told.severity.heading(),
        message: visible(&told.message).into_owned(),
        help: told.help.as_deref().map(|help| visible(help).into_owned()),
        code: told.rule.code,
        line: place.line,
        column: place.column,
        editor: (report.editor)(report.texts.path(told.span.file), place).filter(|url| !runs_script(url)),
    }
}
