//! Headings: the page's title, levels without gaps, anchors, roles.

use super::Reader;
use super::anchors::{is_reserved, slug, unreserved};
use super::raw::Raw;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::fields::{BAD_IDENTIFIER, UNKNOWN_FIELD};
use crate::diagnostic::rules::prose::{DUPLICATE_ANCHOR, EMPTY_HEADING, HEADING_SKIPS, SECOND_TITLE};
use crate::prose::text::plain_text;
use crate::prose::{Block, BlockKind, Heading, Inline};
use crate::source::{Located, did_you_mean};
use pulldown_cmark::{Event, Tag};
use std::ops::Range;

/// The headings above the next one: for each, the level written and the level shown.
#[derive(Default)]
pub(super) struct Levels(Vec<(u8, u8)>);

impl Levels {
    /// The level to show for a written one, and whether levels were left out.
    fn show(&mut self, written: u8) -> (u8, bool) {
        while self.0.last().is_some_and(|(above, _)| *above >= written) {
            self.0.pop();
        }
        let above = self.0.last().map_or(1, |(_, shown)| *shown);
        let shown = above + 1;
        self.0.push((written, shown));
        (shown, written > shown)
    }
}

/// The word that begins an appendix.
const APPENDIX: &str = "appendix";

/// What a heading says of itself in braces.
struct Attributes<'r> {
    id: Option<String>,
    others: Vec<(String, Option<&'r str>)>,
}

impl<'r> Reader<'r, '_> {
    /// Takes the title away from the front of a text that begins with one.
    pub(super) fn title(&mut self, nodes: &mut Vec<Raw<'r>>) -> Option<Located<Vec<Inline>>> {
        let first = nodes.iter().position(|node| !matches!(node.event, Event::Start(Tag::HtmlBlock)))?;
        let Event::Start(Tag::Heading { level, .. }) = &nodes.get(first)?.event else { return None };
        if *level as u8 != 1 {
            return None;
        }
        let node = nodes.remove(first);
        let range = self.trimmed(node.range.clone());
        let attributes = self.attributes(&node.event, &range);
        if let Some(id) = attributes.id {
            let at = self.attribute_range(&range, &format!("#{id}"));
            self.unknown_attribute(&format!("#{id}"), at, "the title needs no anchor: link to the page itself");
        }
        for (name, _) in attributes.others {
            let at = self.attribute_range(&range, &name);
            self.unknown_attribute(&name, at, "write it in the front matter of the page");
        }
        let content = self.inlines(node.children);
        if plain_text(&content).trim().is_empty() {
            self.empty_heading(range);
            return None;
        }
        self.page.heading = plain_text(&content);
        Some(self.located(content, range))
    }

    /// A heading of the text.
    pub(super) fn heading(&mut self, node: Raw<'r>) -> Option<Block> {
        let range = self.trimmed(node.range.clone());
        let span = self.span(range.clone());
        let Event::Start(Tag::Heading { level, .. }) = &node.event else { return None };
        let mut level = *level as u8;
        let mut attributes = self.attributes(&node.event, &range);
        let content = self.inlines(node.children);
        let words = plain_text(&content);
        if words.trim().is_empty() {
            self.empty_heading(range);
            return None;
        }
        if level == 1 {
            self.out.push(
                Diagnostic::new(&SECOND_TITLE, span, "a second main heading")
                    .help("write ## instead of #: the page has one main heading, its title, on the first line"),
            );
            level = 2;
        }
        let (shown, skips) = self.page.levels.show(level);
        if skips {
            let message = format!("the heading goes down to level {level} where level {shown} comes next");
            let help = format!("write {} instead of {}", "#".repeat(shown.into()), "#".repeat(level.into()));
            self.out.push(Diagnostic::new(&HEADING_SKIPS, span, message).help(help));
        }
        let appendix = attributes.others.iter().any(|(name, _)| name == APPENDIX);
        attributes.others.retain(|(name, _)| name != APPENDIX);
        let role = self.role(attributes.others, &range);
        let anchor = match attributes.id {
            Some(id) => self.given_anchor(&id, &range),
            None => self.page.anchors.automatic(&words, span),
        };
        self.page.heading = words.trim().to_owned();
        Some(Block {
            span,
            kind: BlockKind::Heading(Heading {
                level: shown,
                anchor,
                place: None,
                number: None,
                appendix,
                role,
                content,
            }),
        })
    }

    fn empty_heading(&mut self, range: Range<usize>) {
        let diagnostic = Diagnostic::new(&EMPTY_HEADING, self.span(range), "a heading without words");
        self.out.push(diagnostic.help("write the heading, or remove the # signs"));
    }

    fn given_anchor(&mut self, id: &str, range: &Range<usize>) -> String {
        let at = self.attribute_range(range, &format!("#{id}"));
        let span = self.span(at);
        let clean = id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        let mut anchor = id.to_owned();
        if !clean {
            anchor = Some(slug(id)).filter(|slug| !slug.is_empty()).unwrap_or_else(|| "section".into());
            let help = format!("use small letters, digits and hyphens: {{#{anchor}}}");
            self.out.push(Diagnostic::new(&BAD_IDENTIFIER, span, format!("`{id}` cannot be an anchor")).help(help));
        }
        if is_reserved(&anchor) {
            let better = unreserved(anchor);
            self.out.push(
                Diagnostic::new(&BAD_IDENTIFIER, span, format!("the page uses the anchor `{id}` itself"))
                    .help(format!("use another: {{#{better}}}")),
            );
            anchor = better;
        }
        let (free, taken) = self.page.anchors.given(anchor.clone(), span);
        if let Some(earlier) = taken {
            self.out.push(
                Diagnostic::new(&DUPLICATE_ANCHOR, span, format!("the anchor `{anchor}` stands here a second time"))
                    .label(earlier, "the first one")
                    .help("give one of the two headings another {#name}"),
            );
        }
        free
    }

    fn role(&mut self, others: Vec<(String, Option<&'r str>)>, range: &Range<usize>) -> Option<Located<String>> {
        let mut role = None;
        for (name, value) in others {
            match value.map(|value| value.trim_matches(['"', '\''])).filter(|value| name == "role" && !value.is_empty())
            {
                Some(value) => {
                    let at = self.attribute_range(range, &format!("role={value}"));
                    let start =
                        if at.len() == "role=".len() + value.len() { at.start + "role=".len() } else { at.start };
                    role = Some(self.located(value.to_owned(), start..at.end));
                }
                None => {
                    let at = self.attribute_range(range, &name);
                    let is_number = name.starts_with(|c: char| c.is_ascii_digit());
                    let help =
                        did_you_mean(name.trim_start_matches('.'), ["role", APPENDIX]).unwrap_or_else(
                            || match is_number {
                                true => "the sections of a report are counted by themselves; take it out".into(),
                                false => {
                                    "a heading takes {#anchor}, {role=…} and {appendix}; write \\{ to show a brace"
                                        .into()
                                }
                            },
                        );
                    self.unknown_attribute(&name, at, &help);
                }
            }
        }
        role
    }

    fn unknown_attribute(&mut self, name: &str, at: Range<usize>, help: &str) {
        let message = format!("`{name}` in braces means nothing here and is not shown");
        self.out.push(Diagnostic::new(&UNKNOWN_FIELD, self.span(at), message).help(help));
    }

    fn attributes(&self, event: &Event<'r>, range: &Range<usize>) -> Attributes<'r> {
        let Event::Start(Tag::Heading { id, classes, attrs, .. }) = event else {
            return Attributes { id: None, others: Vec::new() };
        };
        let mut others: Vec<(String, Option<&'r str>)> =
            classes.iter().map(|class| (format!(".{class}"), None)).collect();
        // A single sign in braces is swallowed on the way.
        let slice = self.slice(range.clone()).trim_end();
        let inside = slice.strip_suffix('}').and_then(|text| text.rsplit_once('{')).map_or("", |(_, inside)| inside);
        let mut alone = inside.split_whitespace().filter(|word| word.chars().count() == 1);
        others.extend(alone.next().map(|word| (word.to_owned(), None)));
        for (name, value) in attrs {
            // The value is looked up in the author's own letters, where it has a place.
            let value = value.as_ref().and_then(|value| {
                let slice = self.slice(range.clone());
                let at = slice.rfind(value.as_ref())?;
                slice.get(at..at + value.len())
            });
            others.push((name.to_string(), value));
        }
        Attributes { id: id.as_ref().map(|id| id.to_string()), others }
    }

    /// Where a part of the braces stands, or the whole heading.
    fn attribute_range(&self, heading: &Range<usize>, part: &str) -> Range<usize> {
        let slice = self.slice(heading.clone());
        let braces = slice.rfind('{').unwrap_or(0);
        match slice.get(braces..).and_then(|text| text.find(part)) {
            Some(at) => heading.start + braces + at..heading.start + braces + at + part.len(),
            None => heading.clone(),
        }
    }
}
