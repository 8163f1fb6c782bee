//! The proof that a mended file says what it said: both versions are read, and what readers get of them
//! must be the same, but for what the mends were to change.

use super::fold::folded;
use crate::content::easy_read::is_easy_read;
use crate::diagnostic::{Change, FileId, Span};
use crate::prose::{
    Block, BlockKind, Context, Heading, Inline, InlineKind, Link, Picture, Prose, Target, Visitor, blocks_mut,
    lines_mut, parse_easy_read, parse_prose, visit,
};
use crate::source::{Excerpt, SitePath, Value, Yaml, parse_yaml, split_front_matter};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::mem::discriminant;

/// Whether two versions of the file at `path` say the same, but for `changes`.
pub fn says_the_same(path: &SitePath, before: &str, after: &str, changes: &BTreeSet<Change>) -> bool {
    let meaning = |text: &str| match path.ending().as_str() {
        "md" => Some(of_markdown(path, text, changes)),
        "yaml" | "yml" => of_yaml(&Excerpt::verbatim(FileId(0), 0, text), changes),
        _ => None,
    };
    meaning(before).is_some_and(|before| meaning(after) == Some(before))
}

fn of_markdown(path: &SitePath, text: &str, changes: &BTreeSet<Change>) -> String {
    let parts = split_front_matter(FileId(0), text, &mut Vec::new());
    let front = parts.yaml.as_ref().and_then(|yaml| of_yaml(yaml, changes)).unwrap_or_default();
    let read = if is_easy_read(path) { parse_easy_read } else { parse_prose };
    let mut prose = read(&parts.body, &mut Vec::new());
    if changes.contains(&Change::Figure) {
        without_figures(&mut prose);
    }
    let mut shape = Shape { out: String::new(), blocks: !changes.contains(&Change::Marks) };
    visit(&prose, &mut shape);
    format!("{front}\n{}", folded(&shape.out, changes))
}

/// Takes away the words that quote figures.
fn without_figures(prose: &mut Prose) {
    lines_mut(prose, &mut |line: &mut Vec<Inline>| {
        for inline in line {
            if let InlineKind::Link(link) = &mut inline.kind
                && matches!(link.target, Target::Figure(_))
            {
                link.content.clear();
            }
        }
    });
    blocks_mut(prose, &mut |block| {
        if let BlockKind::Stats(stats) = &mut block.kind {
            stats.iter_mut().filter(|stat| stat.figure.is_some()).for_each(|stat| stat.value.value.clear());
        }
    });
}

/// What readers get of a text: its words, where they stand, where links lead.
struct Shape {
    out: String,
    /// Whether each block must be of the same kind.
    blocks: bool,
}

impl Visitor for Shape {
    fn block(&mut self, block: &Block) {
        if self.blocks {
            let _ = write!(self.out, "\n{:?} ", discriminant(&block.kind));
        }
    }

    fn heading(&mut self, heading: &Heading, _: Span) {
        if self.blocks {
            let _ = write!(
                self.out,
                "{} #{} {:?} ",
                heading.level,
                heading.anchor,
                heading.role.as_ref().map(|role| &role.value)
            );
        }
    }

    fn link(&mut self, link: &Link, _: Span) {
        let _ = write!(self.out, "<{:?} {}>", link.target, link.title);
    }

    fn picture(&mut self, picture: &Picture) {
        let _ = write!(self.out, "<{} {} {:?}>", picture.path, picture.alt, picture.caption);
    }

    fn text(&mut self, text: &str, _: Span, context: Context) {
        if !context.code {
            return self.out.push_str(text);
        }
        // Each sign of code is what readers copy.
        for sign in text.chars() {
            let _ = write!(self.out, "{:x}.", u32::from(sign));
        }
    }

    fn end_of_line(&mut self) {
        self.out.push('\n');
    }
}

/// The fields and texts of YAML; `None` where it cannot be read.
fn of_yaml(source: &Excerpt, changes: &BTreeSet<Change>) -> Option<String> {
    let (yaml, _) = parse_yaml(source, &mut Vec::new());
    let mut out = String::new();
    if let Some(yaml) = &yaml {
        tree(yaml, changes, &mut out);
    }
    (yaml.is_some() || source.text.trim().is_empty()).then_some(out)
}

fn tree(yaml: &Yaml, changes: &BTreeSet<Change>, out: &mut String) {
    match &yaml.value {
        Value::Null => out.push('~'),
        Value::Text(scalar) if changes.contains(&Change::Figure) => {
            let _ = write!(out, "{:?}", folded(&without_quotations(&scalar.excerpt.text), changes));
        }
        Value::Text(scalar) => {
            let _ = write!(out, "{:?}", folded(&scalar.excerpt.text, changes));
        }
        Value::List(list) => {
            out.push('[');
            for item in list {
                tree(item, changes, out);
                out.push(',');
            }
            out.push(']');
        }
        Value::Map(fields) => {
            let tile = changes.contains(&Change::Figure) && fields.iter().any(|(key, _)| key.value == "figure");
            out.push('{');
            for (key, value) in fields {
                let _ = write!(out, "{:?}:", key.value);
                if !(tile && key.value == "value") {
                    tree(value, changes, out);
                }
                out.push(',');
            }
            out.push('}');
        }
    }
}

/// Markdown without the words of links that quote figures.
fn without_quotations(text: &str) -> String {
    let mut out = String::new();
    let mut parts = text.split("](figure:").peekable();
    while let Some(part) = parts.next() {
        let kept = match (parts.peek(), part.rfind('[')) {
            (Some(_), Some(start)) => part.get(..=start).unwrap_or(part),
            _ => part,
        };
        out.push_str(kept);
        if parts.peek().is_some() {
            out.push_str("](figure:");
        }
    }
    out
}
