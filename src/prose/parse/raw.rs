//! Markdown as pulldown-cmark sees it, gathered into a tree of bounded depth.
//!
//! Events come one by one and are kept on an explicit stack, so that ten thousand `>` in a
//! row cost memory and not the program's stack. Nothing is judged here.

use pulldown_cmark::{BrokenLink, CowStr, Event, Options, Parser, Tag};
use std::ops::Range;

/// How deep blocks and inlines together may nest. A list level takes two of these.
const DEEPEST: usize = 24;

/// A node: a leaf event, or a start event and what it holds.
#[derive(Debug)]
pub(super) struct Raw<'r> {
    pub(super) event: Event<'r>,
    pub(super) range: Range<usize>,
    pub(super) children: Vec<Raw<'r>>,
}

impl<'r> Raw<'r> {
    fn new(event: Event<'r>, range: Range<usize>) -> Raw<'r> {
        Raw { event, range, children: Vec::new() }
    }

    /// Whether it is running text, which must stand in a paragraph.
    pub(super) fn is_inline(&self) -> bool {
        match &self.event {
            Event::Start(tag) => {
                matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
            }
            Event::Text(_)
            | Event::Code(_)
            | Event::InlineHtml(_)
            | Event::FootnoteReference(_)
            | Event::SoftBreak
            | Event::HardBreak => true,
            _ => false,
        }
    }
}

/// A text, read.
#[derive(Debug, Default)]
pub(super) struct Reading<'r> {
    /// Its blocks, without the definitions of footnotes.
    pub(super) nodes: Vec<Raw<'r>>,
    /// The definitions of footnotes, wherever they stand.
    pub(super) notes: Vec<Raw<'r>>,
    /// Where nesting first went too deep; what is deeper is left out.
    pub(super) too_deep: Option<Range<usize>>,
    /// The names that link references may use, sorted.
    pub(super) references: Vec<String>,
}

/// Reads a whole text.
pub(super) fn read(text: &str) -> Reading<'_> {
    let extensions = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM;
    gather(text, extensions)
}

/// What [`PREFIX`] adds to the offsets.
pub(super) const PREFIX_LENGTH: usize = 2;

/// A letter and a space before the text make a paragraph of it whatever it begins with:
/// the cell `- ` is a dash, not a list. Line breaks become spaces for the same reason.
pub(super) fn as_one_paragraph(text: &str) -> String {
    let mut prefixed = String::with_capacity(text.len() + PREFIX_LENGTH);
    prefixed.push_str("x ");
    prefixed.extend(text.chars().map(|c| if matches!(c, '\n' | '\r') { ' ' } else { c }));
    prefixed
}

/// Reads what [`as_one_paragraph`] made; the ranges are those of the text without prefix.
pub(super) fn read_inline(prefixed: &str) -> Reading<'_> {
    let mut reading = gather(prefixed, Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES);
    let mut nodes = std::mem::take(&mut reading.nodes);
    reading.nodes = if nodes.is_empty() { nodes } else { std::mem::take(&mut nodes.swap_remove(0).children) };
    if let Some(first) = reading.nodes.first_mut()
        && let Event::Text(text) = &first.event
    {
        let rest = text.strip_prefix("x ").unwrap_or_default().to_owned();
        first.event = Event::Text(CowStr::from(rest));
    }
    reading.nodes.retain(|node| !matches!(&node.event, Event::Text(text) if text.is_empty()));
    shift(&mut reading.nodes);
    reading.too_deep = reading.too_deep.map(moved);
    reading
}

fn moved(range: Range<usize>) -> Range<usize> {
    range.start.saturating_sub(PREFIX_LENGTH)..range.end.saturating_sub(PREFIX_LENGTH)
}

fn shift(nodes: &mut [Raw<'_>]) {
    for node in nodes {
        node.range = moved(node.range.clone());
        shift(&mut node.children);
    }
}

fn gather(text: &str, options: Options) -> Reading<'_> {
    // Answering with an empty address makes pulldown hand over undefined references as
    // links of an unknown type, words and all.
    let undefined = |link: BrokenLink<'_>| {
        let before_address = text.get(link.span.end..).is_some_and(|rest| rest.starts_with('('));
        (before_address || meant_as_link(&link.reference)).then(|| (CowStr::from(""), CowStr::from("")))
    };
    let parser = Parser::new_with_broken_link_callback(text, options, Some(undefined));
    let mut references: Vec<String> = parser.reference_definitions().iter().map(|(name, _)| name.to_owned()).collect();
    references.sort();
    let mut reading = Reading { references, ..Reading::default() };
    let mut open: Vec<Raw<'_>> = Vec::new();
    let mut skipping = 0_usize;
    for (event, range) in parser.into_offset_iter() {
        match event {
            Event::Start(_) if skipping > 0 => skipping += 1,
            Event::End(_) if skipping > 0 => skipping -= 1,
            _ if skipping > 0 => {}
            Event::Start(_) if open.len() >= DEEPEST => {
                skipping = 1;
                reading.too_deep.get_or_insert(range);
            }
            Event::Start(_) => open.push(Raw::new(event, range)),
            Event::End(_) => {
                let Some(done) = open.pop() else { continue };
                if matches!(done.event, Event::Start(Tag::FootnoteDefinition(_))) {
                    reading.notes.push(done);
                } else {
                    open.last_mut().map_or(&mut reading.nodes, |parent| &mut parent.children).push(done);
                }
            }
            _ => open.last_mut().map_or(&mut reading.nodes, |parent| &mut parent.children).push(Raw::new(event, range)),
        }
    }
    reading
}

/// Whether `[reference]` without an address is meant as a link: not a tick box, the sign of
/// an omission, an alert's name or a footnote.
fn meant_as_link(reference: &str) -> bool {
    let reference = reference.trim();
    let one_character = reference.chars().nth(1).is_none();
    !(one_character
        || reference.starts_with(['!', '^'])
        || reference.eq_ignore_ascii_case("sic")
        || reference.chars().all(|c| matches!(c, '.' | '…' | ' ')))
}
