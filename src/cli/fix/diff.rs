//! What changes in a file, as a unified diff. White space that nobody would see is shown by signs.

use crate::fix::MendedFile;
use similar::{ChangeTag, TextDiff};
use std::fmt::Write;

/// What stands for a no-break space.
pub(super) const NO_BREAK_SPACE: char = '⍽';

/// What stands for a tab.
pub(super) const TAB: char = '⇥';

/// How many lines around a change are shown.
const AROUND: usize = 1;

/// The changes of a file.
pub(super) fn unified(file: &MendedFile, colour: bool) -> String {
    let (before, after) = (String::from_utf8_lossy(&file.before), String::from_utf8_lossy(&file.after));
    let diff = TextDiff::from_lines(&*before, &*after);
    let paint = |code: &str, text: &str| match colour {
        true => format!("\u{1b}[{code}m{text}\u{1b}[0m"),
        false => text.to_owned(),
    };
    let mut out = String::new();
    let _ = writeln!(out, "{}", paint("1", &format!("--- {}\n+++ {}", file.path, file.path)));
    for group in diff.grouped_ops(AROUND) {
        let (Some(first), Some(last)) = (group.first(), group.last()) else { continue };
        let hunk = |start: usize, end: usize| format!("{},{}", start + 1, end - start);
        let old = hunk(first.old_range().start, last.old_range().end);
        let new = hunk(first.new_range().start, last.new_range().end);
        let _ = writeln!(out, "{}", paint("36", &format!("@@ -{old} +{new} @@")));
        for change in group.iter().flat_map(|op| diff.iter_changes(op)) {
            let text = change.value().trim_end_matches(['\n', '\r']);
            let line = match change.tag() {
                ChangeTag::Delete => paint("31", &format!("-{}", visible(text))),
                ChangeTag::Insert => paint("32", &format!("+{}", visible(text))),
                ChangeTag::Equal => format!(" {text}"),
            };
            let _ = writeln!(out, "{line}");
        }
    }
    out
}

fn visible(text: &str) -> String {
    text.replace('\u{a0}', &NO_BREAK_SPACE.to_string()).replace('\t', &TAB.to_string())
}
