//! From Markdown to the tree of prose, with a diagnostic for whatever readers would be
//! worse off with. The tree that comes out is sound whatever went in: levels in order,
//! anchors unique, no HTML, no link to a forbidden scheme.

pub use anchors::slug;
pub use remarks::{remarks_in_markdown, remarks_in_yaml};

mod anchors;
mod blocks;
mod fences;
mod headings;
mod inlines;
mod links;
mod lists;
mod markup;
mod notes;
mod pictures;
mod raw;
mod references;
mod remarks;
mod tables;

pub(crate) use links::{Refusal, is_harmless, mail_address, telephone, web_address};
pub(crate) use pictures::{check_alt, picture_path};
pub(crate) use tables::numeric_column;

use super::easy_read::illustrate;
use super::{Footnote, Inline, InlineKind, Prose};
use crate::diagnostic::rules::prose::{BLOCK_IN_LINE, TOO_DEEP};
use crate::diagnostic::{Diagnostic, Span};
use crate::source::{Excerpt, Located};
use anchors::Anchors;
use headings::Levels;
use notes::Notes;
use std::collections::BTreeMap;
use std::ops::Range;

/// Reads a chapter's or a page's Markdown.
pub fn parse_prose(source: &Excerpt, out: &mut Vec<Diagnostic>) -> Prose {
    let mut page = Page::default();
    let mut prose = read_text(source, &mut page, true, out);
    prose.footnotes = page.footnotes.into_iter().flatten().collect();
    prose
}

/// Reads a chapter of an Easy Read edition: a picture in a paragraph of its own and the text below it belong
/// together.
pub fn parse_easy_read(source: &Excerpt, out: &mut Vec<Diagnostic>) -> Prose {
    let mut page = Page { easy: true, ..Page::default() };
    let mut prose = read_text(source, &mut page, true, out);
    prose.footnotes = page.footnotes.into_iter().flatten().collect();
    illustrate(&mut prose, out);
    prose
}

/// Reads one paragraph's worth of Markdown: a caption, a definition, a label. What would
/// begin a list or a heading elsewhere is text here, and line breaks are spaces.
pub fn parse_inline(source: &Excerpt, out: &mut Vec<Diagnostic>) -> Vec<Inline> {
    // Most labels and cells are plain words.
    if !source.text.contains(['*', '_', '[', ']', '<', '>', '&', '\\', '`', '~', '!', '\n', '\r']) {
        let text = source.text.trim();
        let start = source.text.len() - source.text.trim_start().len();
        let span = source.span(start..start + text.len());
        return if text.is_empty() {
            Vec::new()
        } else {
            vec![Inline { span, kind: InlineKind::Text(text.to_owned()) }]
        };
    }
    report_blocks(source, out);
    let prefixed = raw::as_one_paragraph(&source.text);
    let reading = raw::read_inline(&prefixed);
    let mut page = Page::default();
    let mut reader = Reader::new(source, &mut page, out, reading.references, true);
    reader.report_depth(reading.too_deep);
    reader.inlines(reading.nodes)
}

/// A text of several lines, one of which would begin a block elsewhere.
fn report_blocks(source: &Excerpt, out: &mut Vec<Diagnostic>) {
    let end = source.text.trim_end().len();
    let start = source.text.len() - source.text.trim_start().len();
    let lines = source.text.get(start..end).unwrap_or_default();
    if !lines.contains('\n') {
        return;
    }
    let mut at = start;
    for line in lines.split_inclusive('\n') {
        let text = line.trim();
        let number = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let after_number = text.get(number..).unwrap_or_default();
        let item = ["- ", "* ", "+ ", "# ", "## ", "### ", "> "].iter().any(|mark| text.starts_with(mark));
        let numbered = number > 0 && (after_number.starts_with(". ") || after_number.starts_with(") "));
        if text.is_empty() || item || numbered {
            let end = at + line.trim_end().len();
            let from = (at + line.len() - line.trim_start().len()).min(end);
            out.push(
                Diagnostic::new(&BLOCK_IN_LINE, source.span(from..end), "only one paragraph fits here")
                    .help("write it as one paragraph, without lists, headings or empty lines"),
            );
            return;
        }
        at += line.len();
    }
}

/// Reads the Markdown of a component; its headings, anchors and footnotes belong to the page.
pub(crate) fn parse_within(source: &Excerpt, page: &mut Page, out: &mut Vec<Diagnostic>) -> Prose {
    read_text(source, page, false, out)
}

/// What all texts of one page share.
#[derive(Default)]
pub(crate) struct Page {
    anchors: Anchors,
    levels: Levels,
    /// The words of the nearest heading so far, for tables without a caption.
    heading: String,
    /// By number; an empty place is a note still to be read.
    footnotes: Vec<Option<Footnote>>,
    /// The names that authors gave to data files, each with its place.
    data_ids: BTreeMap<String, Span>,
    /// Whether the text of a component is being read, which must not hold another such component.
    pub(crate) in_component: bool,
    /// Whether the text is Easy Read, where the words for a picture stand beside it.
    easy: bool,
}

impl Page {
    /// Takes a name for data files; the place of the table that has it already.
    pub(crate) fn claim_data_id(&mut self, id: &Located<String>) -> Option<Span> {
        let taken = self.data_ids.get(&id.value).copied();
        self.data_ids.entry(id.value.clone()).or_insert(id.span);
        taken
    }

    /// The caption of a table that has none.
    pub(crate) fn fallback_caption(&self, span: Span) -> Vec<Inline> {
        if self.heading.is_empty() {
            return Vec::new();
        }
        vec![Inline { span, kind: InlineKind::Text(self.heading.clone()) }]
    }
}

fn read_text(source: &Excerpt, page: &mut Page, titled: bool, out: &mut Vec<Diagnostic>) -> Prose {
    let raw::Reading { mut nodes, notes, too_deep, references } = raw::read(&source.text);
    let mut reader = Reader::new(source, page, out, references, false);
    reader.report_depth(too_deep);
    reader.define(notes);
    let title = if titled { reader.title(&mut nodes) } else { None };
    let blocks = reader.blocks(nodes);
    reader.finish_notes();
    Prose { title, blocks, footnotes: Vec::new() }
}

/// Turns raw nodes into blocks and inlines. Its methods stand in the files beside this
/// one, each with the constructs it is about.
struct Reader<'r, 'p> {
    source: &'r Excerpt,
    page: &'p mut Page,
    out: &'p mut Vec<Diagnostic>,
    notes: Notes<'r>,
    references: Vec<String>,
    /// Whether this is a field's text, where footnotes cannot be.
    field: bool,
}

impl<'r, 'p> Reader<'r, 'p> {
    fn new(
        source: &'r Excerpt,
        page: &'p mut Page,
        out: &'p mut Vec<Diagnostic>,
        references: Vec<String>,
        field: bool,
    ) -> Self {
        Reader { source, page, out, notes: Notes::default(), references, field }
    }

    /// The author's own letters.
    fn slice(&self, range: Range<usize>) -> &'r str {
        self.source.text.get(range).unwrap_or_default()
    }

    /// A range without the white space around it.
    fn trimmed(&self, range: Range<usize>) -> Range<usize> {
        let text = self.slice(range.clone());
        let start = range.start + (text.len() - text.trim_start().len());
        start..start + text.trim().len()
    }

    fn span(&self, range: Range<usize>) -> Span {
        self.source.span(range)
    }

    fn located<T>(&self, value: T, range: Range<usize>) -> Located<T> {
        Located::new(value, self.span(range))
    }

    fn report_depth(&mut self, too_deep: Option<Range<usize>>) {
        let Some(range) = too_deep else { return };
        let range = self.trimmed(range);
        let line = self.slice(range.clone()).split('\n').next().unwrap_or_default().trim_end().len();
        self.out.push(
            Diagnostic::new(
                &TOO_DEEP,
                self.span(range.start..range.start + line),
                "lists, quotations or emphasis nested too deeply",
            )
            .help("use fewer levels"),
        );
    }
}
