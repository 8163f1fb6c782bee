//! Fenced blocks: a component where the name is one, code otherwise.

use super::Reader;
use super::raw::Raw;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::components::{COMPONENT_EMPTY, UNKNOWN_COMPONENT};
use crate::prose::component::{COMPONENTS, decode_component};
use crate::prose::{Block, BlockKind};
use crate::source::{Excerpt, nearest};
use pulldown_cmark::{CodeBlockKind, Event};
use std::ops::Range;

/// Languages of code, which are near a component's name by accident.
const LANGUAGES: &[&str] = &[
    "bash",
    "sh",
    "shell",
    "zsh",
    "console",
    "text",
    "txt",
    "plain",
    "markdown",
    "md",
    "yaml",
    "yml",
    "json",
    "toml",
    "html",
    "css",
    "scss",
    "js",
    "javascript",
    "ts",
    "typescript",
    "rust",
    "rs",
    "python",
    "py",
    "sql",
    "csv",
    "tsv",
    "xml",
    "diff",
    "c",
    "cpp",
    "java",
    "go",
    "r",
    "ruby",
    "php",
    "perl",
    "ini",
    "make",
    "powershell",
    "latex",
    "tex",
    "mermaid",
    "math",
    "svg",
    "stata",
    "scala",
    "swift",
    "kotlin",
    "lua",
    "dart",
    "vb",
    "bat",
    "http",
    "nginx",
    "docker",
    "dockerfile",
];

impl<'r> Reader<'r, '_> {
    pub(super) fn fence(
        &mut self,
        kind: &CodeBlockKind<'r>,
        range: Range<usize>,
        children: &[Raw<'r>],
        blocks: &mut Vec<Block>,
    ) {
        let range = self.trimmed(range);
        let span = self.span(range.clone());
        let name = match kind {
            CodeBlockKind::Fenced(info) => info.split([' ', '\t', ',', '{']).next().unwrap_or_default().to_owned(),
            CodeBlockKind::Indented => String::new(),
        };
        let line = self.slice(range.clone()).split('\n').next().unwrap_or_default();
        let at = line.find(name.as_str()).unwrap_or(0);
        let name_span = self.span(range.start + at..range.start + (at + name.len()).min(line.len()));
        if let Some(component) = COMPONENTS.iter().find(|component| **component == name) {
            let body = fence_body(self.source, children, range.start + line.len());
            if body.text.trim().is_empty() {
                let diagnostic =
                    Diagnostic::new(&COMPONENT_EMPTY, name_span, format!("the component `{name}` is empty"));
                self.out.push(diagnostic.help("write its fields between the two lines of ```, or remove it"));
                return;
            }
            decode_component(component, &body, span, self.page, self.out, blocks);
            return;
        }
        if !name.is_empty()
            && !LANGUAGES.contains(&name.to_ascii_lowercase().as_str())
            && let Some(guess) = nearest(&name, COMPONENTS)
        {
            let diagnostic = Diagnostic::new(
                &UNKNOWN_COMPONENT,
                name_span,
                format!("`{name}` is published as code: there is no component of that name"),
            );
            self.out.push(diagnostic.help(format!("did you mean `{guess}`?")));
        }
        let code: String = children.iter().filter_map(text_of).collect();
        blocks.push(Block { span, kind: BlockKind::Code(code, name) });
    }
}

/// The text between the fences, without what lists and quotations put in front of it.
pub(super) fn fence_body(source: &Excerpt, children: &[Raw<'_>], at: usize) -> Excerpt {
    let mut body = Excerpt::starting_at(source.span(at..at));
    for (child, text) in children.iter().filter_map(|child| Some((child, text_of(child)?))) {
        if body.text.is_empty() {
            body.span = source.span(child.range.clone());
        }
        body.push_from(text, source.span(child.range.clone()));
    }
    if source.is_opaque() { Excerpt::opaque(body.text, body.span) } else { body }
}

fn text_of<'n>(node: &'n Raw<'_>) -> Option<&'n str> {
    match &node.event {
        Event::Text(text) => Some(text.as_ref()),
        _ => None,
    }
}
