//! Footnotes: numbered in the order of their first reference, none lost, none unused.

use super::Reader;
use super::raw::Raw;
use crate::diagnostic::rules::prose::{FOOTNOTE_TWICE, UNDEFINED_FOOTNOTE, UNUSED_FOOTNOTE};
use crate::diagnostic::{Diagnostic, Span};
use crate::prose::{Footnote, InlineKind};
use crate::source::did_you_mean;
use pulldown_cmark::{Event, Tag};
use std::collections::BTreeMap;
use std::ops::Range;

/// The notes of one text.
#[derive(Default)]
pub(super) struct Notes<'r> {
    defined: BTreeMap<String, Definition<'r>>,
    /// Names in the order of their first reference, each with its number on the page.
    referred: Vec<(String, usize)>,
}

struct Definition<'r> {
    name: String,
    span: Span,
    /// Where `[^name]` stands.
    mark: Span,
    children: Vec<Raw<'r>>,
    number: Option<usize>,
    references: usize,
}

fn key(name: &str) -> String {
    name.to_lowercase()
}

impl<'r> Reader<'r, '_> {
    /// Remembers the notes that the text defines.
    pub(super) fn define(&mut self, notes: Vec<Raw<'r>>) {
        for note in notes {
            let Event::Start(Tag::FootnoteDefinition(name)) = note.event else { continue };
            let range = self.trimmed(note.range);
            let length = self.slice(range.clone()).find("]:").map_or(range.len(), |end| end + 1);
            let mark = self.span(range.start..range.start + length);
            let span = self.span(range);
            let (name, children) = (name.to_string(), note.children);
            if let Some(first) = self.notes.defined.get(&key(&name)) {
                self.out.push(
                    Diagnostic::new(&FOOTNOTE_TWICE, mark, format!("the footnote `{name}` is written twice"))
                        .label(first.mark, "the first one")
                        .help("give one of them another name, here and where the text refers to it"),
                );
                continue;
            }
            let definition = Definition { name, span, mark, children, number: None, references: 0 };
            self.notes.defined.insert(key(&definition.name), definition);
        }
    }

    /// A reference, as the parser found it.
    pub(super) fn reference(&mut self, name: &str, range: Range<usize>) -> Option<InlineKind> {
        let key = key(name);
        let Some(definition) = self.notes.defined.get_mut(&key) else {
            self.undefined_note(name, range);
            return None;
        };
        let number = match definition.number {
            Some(number) => number,
            None => {
                self.page.footnotes.push(None);
                let number = self.page.footnotes.len();
                definition.number = Some(number);
                self.notes.referred.push((key, number));
                number
            }
        };
        definition.references += 1;
        Some(InlineKind::FootnoteReference(number, definition.references))
    }

    /// `[^name]` in running text that the parser took for text, because no note has that name.
    pub(super) fn check_undefined_notes(&mut self, range: Range<usize>) {
        let text = self.slice(range.clone());
        let mut from = 0;
        while let Some(found) = text.get(from..).and_then(|rest| rest.find("[^")) {
            let start = from + found;
            from = start + "[^".len();
            let rest = text.get(from..).unwrap_or_default();
            let Some(close) = rest
                .find([']', '[', '\n', '\\'])
                .filter(|close| rest.get(*close..).is_some_and(|r| r.starts_with(']')))
            else {
                continue;
            };
            let name = rest.get(..close).unwrap_or_default();
            let escaped = self.slice(0..range.start + start).ends_with('\\');
            if escaped || name.trim().is_empty() {
                continue;
            }
            let end = from + name.len() + 1;
            self.undefined_note(name, range.start + start..range.start + end);
            from = end;
        }
    }

    fn undefined_note(&mut self, name: &str, range: Range<usize>) {
        let help = if self.field {
            "footnotes work in running text only; say it in the field itself, or in `note`".to_owned()
        } else {
            let names = self.notes.defined.values().take(200).map(|definition| definition.name.as_str());
            did_you_mean(name, names)
                .unwrap_or_else(|| format!("add a line `[^{name}]: the note`, or write \\[ to show the brackets"))
        };
        self.out.push(
            Diagnostic::new(&UNDEFINED_FOOTNOTE, self.span(range), format!("there is no footnote `{name}`")).help(help),
        );
    }

    /// Reads the notes that were referred to; a note may refer to further ones.
    pub(super) fn finish_notes(&mut self) {
        let mut next = 0;
        while let Some((key, number)) = self.notes.referred.get(next).cloned() {
            next += 1;
            let Some(definition) = self.notes.defined.get_mut(&key) else { continue };
            let span = definition.span;
            let children = std::mem::take(&mut definition.children);
            let blocks = self.blocks(children);
            if let Some(place) = self.page.footnotes.get_mut(number - 1) {
                *place = Some(Footnote { span, blocks, references: 0 });
            }
        }
        for definition in self.notes.defined.values() {
            match definition.number {
                Some(number) => {
                    if let Some(Some(note)) = self.page.footnotes.get_mut(number - 1) {
                        note.references = definition.references;
                    }
                }
                None => self.out.push(
                    Diagnostic::new(
                        &UNUSED_FOOTNOTE,
                        definition.mark,
                        format!("nothing refers to the footnote `{}`", definition.name),
                    )
                    .help(format!("put [^{}] where it belongs, or delete the note", definition.name)),
                ),
            }
        }
    }
}
