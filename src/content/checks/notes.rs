//! Notes at a single place: `candour: off long-sentence (the law's own words)`, in a comment of Markdown
//! or of YAML.

use super::levels::{level_named, refuse, rule_named};
use crate::diagnostic::rules::checks::{BAD_CHECK, CHECK_WITHOUT_REASON};
use crate::diagnostic::{Diagnostic, FileId, Rule, Severity, Span};
use crate::prose::{remarks_in_markdown, remarks_in_yaml};
use crate::source::{Excerpt, IN_EACH_REMARK, Located, Remark, split_front_matter};

/// A note that lowers messages at one place.
#[derive(Clone, Debug)]
pub struct Note {
    /// What it holds for: a block, or an entry.
    pub holds: Span,
    /// The level that it gives; `None` turns messages off.
    pub level: Option<Severity>,
    /// Why.
    pub reason: String,
    /// The rules that it names, each with its place.
    pub rules: Vec<Located<&'static Rule>>,
}

impl Note {
    /// Whether it names a rule.
    pub fn names(&self, rule: &Rule) -> bool {
        self.rules.iter().any(|named| named.value == rule)
    }

    /// Whether it holds at a byte of its file.
    pub fn holds_at(&self, at: u32) -> bool {
        (self.holds.start..=self.holds.end).contains(&at)
    }
}

/// How a note is written.
const EXAMPLE: &str = "write `candour: off CODE (why)`; instead of off it can be advice or warning";

/// Reads the notes of a text. Those of Markdown stand in its front matter too.
pub(in crate::content) fn read_notes(file: FileId, text: &str, markdown: bool, out: &mut Vec<Diagnostic>) -> Vec<Note> {
    if !text.contains(IN_EACH_REMARK) {
        return Vec::new();
    }
    let remarks = match markdown {
        true => {
            // What is wrong with the front matter is told where it is decoded.
            let parts = split_front_matter(file, text, &mut Vec::new());
            let front = parts.yaml.as_ref().map(remarks_in_yaml).unwrap_or_default();
            front.into_iter().chain(remarks_in_markdown(&parts.body)).collect()
        }
        false => remarks_in_yaml(&Excerpt::verbatim(file, 0, text)),
    };
    remarks.iter().filter_map(|remark| read_note(remark, out)).collect()
}

/// Reads one; what begins neither with a colon nor with a level is a comment like others.
fn read_note(remark: &Remark, out: &mut Vec<Diagnostic>) -> Option<Note> {
    let whole = &remark.text;
    let text = whole.text.as_str();
    let mut wrong = |span: Span, message: &str, help: &str| {
        out.push(Diagnostic::new(&BAD_CHECK, span, message).help(help));
    };
    let Some(rest) = text.strip_prefix(':') else {
        let first = text.split_whitespace().next().unwrap_or_default();
        if text.starts_with(' ') && matches!(first, "off" | "advice" | "warning") {
            wrong(remark.span, "this note has no effect: its colon is missing", EXAMPLE);
        }
        return None;
    };
    let (head, reason) = match rest.split_once('(') {
        Some((head, reason)) => match reason.rsplit_once(')') {
            Some((reason, _)) => (head, reason.split_whitespace().collect::<Vec<_>>().join(" ")),
            None => {
                wrong(remark.span, "the reason of this note has no end", "write ) behind the reason");
                return None;
            }
        },
        None => (rest, String::new()),
    };
    let mut words = words(head).into_iter().map(|(at, word)| {
        let start = ":".len() + at;
        Located::new(word.to_owned(), whole.span(start..start + word.len()))
    });
    let Some(first) = words.next() else {
        wrong(remark.span, "this note says nothing", EXAMPLE);
        return None;
    };
    let Some(level) = level_named(&first, out).filter(|level| level.value != Some(Severity::Error)) else {
        match out.last_mut().filter(|told| told.rule == &BAD_CHECK && told.span == first.span) {
            Some(told) => told.help = Some(EXAMPLE.into()),
            None => out.push(Diagnostic::new(&BAD_CHECK, first.span, "a note can only lower a message").help(EXAMPLE)),
        }
        return None;
    };
    let codes: Vec<Located<String>> = words.collect();
    if codes.is_empty() {
        out.push(Diagnostic::new(&BAD_CHECK, level.span, "this note names no check").help(EXAMPLE));
        return None;
    }
    let mut rules = Vec::new();
    for code in codes {
        let Some(rule) = rule_named(&code, out) else { continue };
        if !(rule.is_lowered_by(level.value) && refuse(rule, code.span, out)) {
            rules.push(Located::new(rule, code.span));
        }
    }
    if reason.is_empty() {
        out.push(
            Diagnostic::new(&CHECK_WITHOUT_REASON, remark.span, "there is no reason in this note, so it has no effect")
                .help("write it at the end in round brackets: (the words of the Act)"),
        );
        return None;
    }
    let Some(holds) = remark.holds else {
        out.push(
            Diagnostic::new(&BAD_CHECK, remark.span, "this note stands at nothing that it could hold for")
                .help("put it on a line of its own, right above what it is about"),
        );
        return None;
    };
    (!rules.is_empty()).then_some(Note { holds, level: level.value, reason, rules })
}

/// The words of a note, which spaces or commas part, each with its offset.
fn words(text: &str) -> Vec<(usize, &str)> {
    let parts = text.split(|c: char| c.is_whitespace() || c == ',');
    let mut at = 0;
    let mut found = Vec::new();
    for part in parts {
        if !part.is_empty() {
            found.push((at, part));
        }
        // What parts two words is one byte or more.
        at += part.len();
        at += text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> (Vec<Note>, Vec<String>) {
        let mut out = Vec::new();
        let notes = read_notes(FileId(0), text, true, &mut out);
        (notes, out.into_iter().map(|told| told.message).collect())
    }

    #[test]
    fn a_note_has_a_level_codes_and_a_reason() {
        let (notes, told) = read("<!-- candour: advice link-text-unclear, table-caption (as (s)he\nwrote) -->\nText\n");
        assert_eq!(told, Vec::<String>::new());
        assert_eq!(notes[0].level, Some(Severity::Advice));
        assert_eq!(notes[0].reason, "as (s)he wrote");
        assert_eq!(
            notes[0].rules.iter().map(|rule| rule.value.code).collect::<Vec<_>>(),
            ["link-text-unclear", "table-caption"]
        );
    }

    #[test]
    fn words_know_their_places() {
        assert_eq!(words(" off  a,b ,\u{a0}c"), [(1, "off"), (6, "a"), (8, "b"), (13, "c")]);
    }

    proptest! {
        #[test]
        fn any_text_can_be_read(text in "(<!-- ?[cC]andour|: off|# ?candour:|\\(|\\)|-->|- |a: |table-caption|\n|  |é|```stats\n|\\PC){0,20}") {
            for markdown in [true, false] {
                let mut out = Vec::new();
                for note in read_notes(FileId(0), &text, markdown, &mut out) {
                    prop_assert!(text.get(note.holds.range()).is_some());
                }
                for told in out {
                    prop_assert!(text.get(told.span.range()).is_some());
                }
            }
        }
    }
}
