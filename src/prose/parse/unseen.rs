//! Headings and lists that Markdown does not see: `##Heading`, `-entry`, and lists typed with the signs
//! that a word processor uses.

use super::Reader;
use crate::diagnostic::rules::prose::MARK_WITHOUT_SPACE;
use crate::diagnostic::{Change, Diagnostic, Edit};
use std::ops::Range;

/// Signs that are nothing but bullets; the last is what Word puts on the clipboard.
const BULLETS: &[char] = &['•', '▪', '◦', '‣', '●', '■', '\u{f0b7}'];

/// Signs that are bullets where several lines begin with one, and a space behind it.
const BULLETS_IN_ROWS: &[char] = &['·', '–', '—', 'o', '○'];

const HELP: &str = "begin each entry with a hyphen and a space: `- `";

/// A line that begins an entry.
struct Entry {
    /// The sign, and the white space behind it.
    sign: Range<usize>,
    mark: char,
}

impl Reader<'_, '_> {
    /// Reports a paragraph that is meant as a heading or holds a list.
    pub(super) fn check_unseen_mark(&mut self, range: &Range<usize>) {
        let slice = self.slice(range.clone());
        let first = slice.split('\n').next().unwrap_or_default();
        let bare = first.trim_start_matches('#');
        let signs = first.len() - bare.len();
        if first.starts_with("##") && begins_word(bare) {
            let end = range.start + signs;
            let told = Diagnostic::new(
                &MARK_WITHOUT_SPACE,
                self.span(range.start..end),
                "Markdown does not see a heading here",
            );
            // What stands below would begin a paragraph of its own.
            let below = slice.split_once('\n').map(|(_, below)| below.trim_start());
            let edit = self.exact(end..end, " ").filter(|_| below.is_none_or(begins_plainly));
            self.out.push(told.help("write a space after the # signs").mend(Change::Marks, edit.into_iter().collect()));
        } else {
            self.check_hyphens(range, slice);
            self.check_bullets(range, slice);
        }
    }

    /// `-entry`
    fn check_hyphens(&mut self, range: &Range<usize>, slice: &str) {
        let entry = |line: &str| line.trim_start().strip_prefix('-').is_some_and(begins_word);
        let lines = || slice.split('\n');
        if !(slice.starts_with('-') && lines().take(2).all(entry)) {
            return;
        }
        let mut edits = Vec::new();
        let mut at = range.start;
        for line in slice.split_inclusive('\n') {
            let behind = at + line.len() - line.trim_start().len() + 1;
            edits.extend(self.exact(behind..behind, " "));
            at += line.len();
        }
        // Where a line is none, nobody knows what it belongs to.
        let plain =
            |line: &str| line.trim_start().strip_prefix('-').is_some_and(|rest| rest.starts_with(char::is_alphabetic));
        let certain = lines().all(plain);
        self.report_list(range.start..range.start + 1, if certain { edits } else { Vec::new() });
    }

    /// `• entry`
    fn check_bullets(&mut self, range: &Range<usize>, slice: &str) {
        let mut entries: Vec<Entry> = Vec::new();
        let (mut at, mut before, mut others) = (range.start, "", 0);
        for line in slice.split_inclusive('\n') {
            let text = line.trim_start();
            let start = at + line.len() - text.len();
            match text.chars().next() {
                Some(mark) if is_entry(text, mark) && entries.first().is_none_or(|first| first.mark == mark) => {
                    let rest = text.trim_start_matches(mark).trim_start_matches([' ', '\t', '\u{a0}']);
                    entries.push(Entry { sign: start..start + text.len() - rest.len(), mark });
                }
                _ if entries.is_empty() => before = line.trim_end(),
                _ => others += 1,
            }
            at += line.len();
        }
        let Some(first) = entries.first() else { return };
        let leads = first.sign.start == range.start;
        let plain = BULLETS.contains(&first.mark);
        let is_list = match plain {
            true => leads || entries.len() > 1,
            // A dash may stand at the start of a line by chance.
            false => entries.len() > 1 && others == 0 && (leads || before.ends_with(':')),
        };
        if !is_list {
            return;
        }
        let edits: Vec<Edit> = entries.iter().filter_map(|entry| self.exact(entry.sign.clone(), "- ")).collect();
        // Every sign must be one that is mended, also those on lines that begin with something else.
        let says = |entry: &Entry| self.slice(entry.sign.end..range.end);
        let certain = edits.len() == entries.len()
            && entries.iter().all(|entry| begins_plainly(says(entry)))
            && (!plain || slice.matches(first.mark).count() == entries.len());
        let sign = first.sign.start..first.sign.start + first.mark.len_utf8();
        self.report_list(sign, if certain { edits } else { Vec::new() });
    }

    fn report_list(&mut self, sign: Range<usize>, edits: Vec<Edit>) {
        let told = Diagnostic::new(&MARK_WITHOUT_SPACE, self.span(sign), "Markdown does not see a list here");
        self.out.push(told.help(HELP).mend(Change::Marks, edits));
    }

    /// An edit of a stretch that stands in the file letter for letter.
    fn exact(&self, range: Range<usize>, new: &str) -> Option<Edit> {
        let span = self.span(range.clone());
        (span.range().len() == range.len()).then(|| Edit::new(span, new))
    }
}

fn begins_word(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphabetic() || matches!(c, '[' | '*' | '`'))
}

/// Whether a text begins with a word: what begins a block of its own would be read as one behind a hyphen.
fn begins_plainly(text: &str) -> bool {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let numbered = digits > 0 && text.get(digits..).is_some_and(|rest| rest.starts_with(['.', ')']));
    !numbered && text.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '£' | '“' | '‘' | '"' | '\'' | '('))
        || text.starts_with("**") && text.get(2..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
}

/// Whether a line begins with a sign for an entry, and says something.
fn is_entry(text: &str, mark: char) -> bool {
    let rest = text.get(mark.len_utf8()..).unwrap_or_default();
    let says = rest.chars().any(char::is_alphanumeric);
    let apart = rest.starts_with([' ', '\t', '\u{a0}']);
    says && (BULLETS.contains(&mark) || BULLETS_IN_ROWS.contains(&mark) && apart)
}
