//! Remarks to Candour in the comments of a text: those of Markdown hold for the block below them, those in
//! the YAML of a component for an entry. Comments never reach a page.

use super::fences::fence_body;
use super::raw::{Raw, read};
use crate::diagnostic::Span;
use crate::prose::component::COMPONENTS;
use crate::source::{Excerpt, IN_EACH_REMARK, NAME, Remark, Value, Yaml, behind_name, parse_yaml, yaml_remarks};
use pulldown_cmark::{CodeBlockKind, Event, Tag};
use std::ops::Range;

/// The remarks in a Markdown text.
pub fn remarks_in_markdown(source: &Excerpt) -> Vec<Remark> {
    if !source.text.contains(IN_EACH_REMARK) {
        return Vec::new();
    }
    let reading = read(&source.text);
    let mut looking = Looking { source, found: Vec::new() };
    // Footnotes stand where they are written, whatever becomes of them on the page.
    let mut nodes: Vec<&Raw<'_>> = reading.nodes.iter().chain(&reading.notes).collect();
    nodes.sort_by_key(|node| node.range.start);
    looking.among(&nodes);
    looking.found
}

/// The remarks in a YAML text: in its own comments, and in those of the Markdown that its fields hold.
pub fn remarks_in_yaml(source: &Excerpt) -> Vec<Remark> {
    if !source.text.contains(IN_EACH_REMARK) || source.is_opaque() {
        return Vec::new();
    }
    // Its mistakes are told where it is decoded.
    let (Some(tree), _) = parse_yaml(source, &mut Vec::new()) else { return Vec::new() };
    let mut found = yaml_remarks(source, &tree);
    in_texts(&tree, &mut found);
    found
}

fn in_texts(yaml: &Yaml, found: &mut Vec<Remark>) {
    match &yaml.value {
        Value::Null => {}
        Value::Text(scalar) if scalar.excerpt.text.contains("<!--") => {
            found.extend(remarks_in_markdown(&scalar.excerpt));
        }
        Value::Text(_) => {}
        Value::List(list) => list.iter().for_each(|item| in_texts(item, found)),
        Value::Map(fields) => fields.iter().for_each(|(_, value)| in_texts(value, found)),
    }
}

struct Looking<'s> {
    source: &'s Excerpt,
    found: Vec<Remark>,
}

impl Looking<'_> {
    /// Looks through the parts of one container.
    fn among(&mut self, nodes: &[&Raw<'_>]) {
        for (index, node) in nodes.iter().enumerate() {
            match &node.event {
                Event::Start(Tag::HtmlBlock) | Event::Html(_) => {
                    let rest = nodes.get(index + 1..).unwrap_or_default();
                    self.comments(&node.range, self.next_block(rest));
                }
                Event::InlineHtml(_) => self.comments(&node.range, None),
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                    if COMPONENTS.contains(&info.split([' ', '\t', ',', '{']).next().unwrap_or_default()) {
                        let body = fence_body(self.source, &node.children, node.range.start);
                        self.found.extend(remarks_in_yaml(&body));
                    }
                }
                _ => self.among(&node.children.iter().collect::<Vec<_>>()),
            }
        }
    }

    /// Where the next block stands: a table with its caption, or the running text of a list's entry.
    fn next_block(&self, nodes: &[&Raw<'_>]) -> Option<Span> {
        let is_comment = |node: &&&Raw<'_>| matches!(node.event, Event::Start(Tag::HtmlBlock) | Event::Html(_));
        let mut nodes = nodes.iter().skip_while(is_comment).peekable();
        let first = nodes.next()?;
        let mut range = first.range.clone();
        while let Some(next) = nodes.next_if(|next| first.is_inline() && next.is_inline()) {
            range.end = next.range.end;
        }
        let words = self.source.text.get(range.clone()).unwrap_or_default();
        let captions = words.get(.."table:".len()).is_some_and(|start| start.eq_ignore_ascii_case("table:"));
        if captions && let Some(table) = nodes.next_if(|next| matches!(next.event, Event::Start(Tag::Table(_)))) {
            range.end = table.range.end;
        }
        Some(self.source.span(range))
    }

    /// The remarks among the comments of a piece of HTML.
    fn comments(&mut self, range: &Range<usize>, holds: Option<Span>) {
        const OPEN: &str = "<!--";
        let mut at = range.start;
        while let Some(rest) = self.source.text.get(at..range.end)
            && let Some(open) = rest.find(OPEN)
        {
            let start = at + open + OPEN.len();
            let inside = self.source.text.get(start..range.end).unwrap_or_default();
            let Some(length) = inside.find("-->") else { return };
            let comment = inside.get(..length).unwrap_or_default();
            if let Some(name_end) = behind_name(comment) {
                let name_end = start + name_end;
                let span = self.source.span(name_end - NAME.len()..start + comment.trim_end().len());
                let text = self.source.part(name_end..start + length);
                self.found.push(Remark { span, text, holds });
            }
            at = start + length;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::FileId;

    fn held(text: &str) -> Vec<String> {
        let source = Excerpt::verbatim(FileId(0), 0, text);
        let holds = |remark: Remark| {
            remark.holds.and_then(|span| text.get(span.range())).unwrap_or_default().trim_end().to_owned()
        };
        remarks_in_markdown(&source).into_iter().map(holds).collect()
    }

    #[test]
    fn a_comment_holds_for_the_whole_block_below() {
        assert_eq!(held("One.\n\n<!-- candour: x -->\nTwo\nlines.\n\nThree.\n"), ["Two\nlines."]);
        assert_eq!(held("<!-- candour: x -->\n\n- a\n- b\n\nThree.\n"), ["- a\n- b"]);
        assert_eq!(held("- a\n- <!-- candour: x -->\n  b *c*\n"), ["b *c*"]);
        assert_eq!(
            held("<!-- candour: x -->\n\nTable: T\n\n| a |\n| - |\n| b |\n\nc\n"),
            ["Table: T\n\n| a |\n| - |\n| b |"]
        );
        assert_eq!(held("> <!-- candour: x -->\n>\n> a\n"), ["a"]);
        assert_eq!(held("A[^1].\n\n<!-- candour: x -->\n\n[^1]: note\n\nB\n"), ["[^1]: note"]);
    }

    #[test]
    fn several_comments_hold_for_the_same_block() {
        assert_eq!(held("<!-- candour: x -->\n<!-- why -->\n\n<!-- candour: y -->\n\nText\n"), ["Text", "Text"]);
    }

    #[test]
    fn a_comment_in_running_text_holds_for_nothing() {
        assert_eq!(held("One <!-- candour: x --> two.\n"), [""]);
        assert_eq!(held("One.\n\n<!-- candour: x -->\n"), [""]);
        assert!(held("<!-- a note about candour: x -->\n\nText\n").is_empty());
        assert!(held("`<!-- candour: x -->`\n\n```\n<!-- candour: x -->\n```\n").is_empty());
    }

    #[test]
    fn the_entries_of_a_component_can_have_one() {
        let text = "```stats\n# candour: x\n- figure: 1\n  label: a\n- figure: 2\n  label: b\n```\n";
        assert_eq!(held(text), ["figure: 1\n  label: a"]);
    }
}
