//! Diagnostics for a terminal: an excerpt with the place marked, and the way to mend it.

use super::{Diagnostic, FileId, Severity, Span, Texts};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet, renderer::DecorStyle};
use std::collections::BTreeMap;

/// How a terminal wants its diagnostics.
#[derive(Clone, Copy, Debug)]
pub struct Terminal {
    /// Whether to use colour.
    pub colour: bool,
    /// Columns available.
    pub width: usize,
}

impl Terminal {
    /// One diagnostic, with its excerpt; ends without a line break.
    pub fn render(&self, diagnostic: &Diagnostic, texts: &dyn Texts) -> String {
        let level = match diagnostic.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Advice => Level::INFO.with_name("advice"),
        };
        let title = level.primary_title(diagnostic.message.as_str()).id(diagnostic.rule.code);
        let mut group = Group::with_title(title);
        for (file, spans) in by_file(diagnostic) {
            let text = texts.text(file);
            let mut snippet = Snippet::source(text).path(texts.path(file)).fold(true);
            for (span, label) in spans {
                let kind = if label.is_none() { AnnotationKind::Primary } else { AnnotationKind::Context };
                snippet = snippet.annotation(kind.span(within(span, text)).label(label));
            }
            group = group.element(snippet);
        }
        if let Some(help) = &diagnostic.help {
            group = group.element(Level::HELP.message(help.as_str()));
        }
        if let Some(mend) = &diagnostic.mend {
            group = group.element(Level::NOTE.message(format!("`{}` can do this", mend.change.command())));
        }
        let renderer = if self.colour { Renderer::styled() } else { Renderer::plain() };
        renderer.decor_style(DecorStyle::Unicode).term_width(self.width).render(&[group])
    }
}

/// Places in one file; the primary one has no label.
type Marks<'a> = Vec<(Span, Option<&'a str>)>;

/// The spans of a diagnostic with their labels, the primary file first.
fn by_file(diagnostic: &Diagnostic) -> Vec<(FileId, Marks<'_>)> {
    let mut files: BTreeMap<(bool, FileId), Marks<'_>> = BTreeMap::new();
    let primary = diagnostic.span.file;
    files.entry((false, primary)).or_default().push((diagnostic.span, None));
    for label in &diagnostic.labels {
        let other = label.span.file != primary;
        files.entry((other, label.span.file)).or_default().push((label.span, Some(label.text.as_str())));
    }
    files.into_iter().map(|((_, file), spans)| (file, spans)).collect()
}

/// The span cut to the text, to whole characters and to one line: an excerpt shows where
/// a thing starts, not three pages of it.
fn within(span: Span, text: &str) -> std::ops::Range<usize> {
    let mut start = (span.start as usize).min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let mut end = (span.end as usize).clamp(start, text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let part = text.get(start..end).unwrap_or_default();
    let line = part.find('\n').unwrap_or(part.len());
    start..start + part.get(..line).unwrap_or_default().trim_end().len()
}
