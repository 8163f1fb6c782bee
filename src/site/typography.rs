//! The signs that are wrong in running text, told once for each file and kind: a hundred apostrophes are
//! one piece of advice.

use crate::diagnostic::rules::typography::{
    ACCIDENTAL_BREAK, BREAKING_SPACE, DOUBLE_SPACE, STRAIGHT_QUOTES, STRAY_TAB,
};
use crate::diagnostic::{Change, Diagnostic, Edit, FileId, Rule};
use crate::prose::{Slip, SlipKind};
use std::collections::BTreeMap;

/// Tells of slips, each kind once for a file, at the first of them.
pub(super) fn tell_slips<'s>(slips: impl Iterator<Item = &'s Slip>, out: &mut Vec<Diagnostic>) {
    let mut all: BTreeMap<(FileId, SlipKind), Vec<&Edit>> = BTreeMap::new();
    for slip in slips {
        all.entry((slip.edit.span.file, slip.kind)).or_default().push(&slip.edit);
    }
    for ((_, kind), mut edits) in all {
        edits.sort_by_key(|edit| edit.span);
        edits.dedup();
        let Some(first) = edits.first() else { continue };
        let (rule, one, many) = words(kind);
        let message = match edits.len() {
            1 => one.to_owned(),
            count => format!("{count} {many} in this file, from here on"),
        };
        out.push(Diagnostic::new(rule, first.span, message).mend(Change::Signs, edits.into_iter().cloned().collect()));
    }
}

/// The rule, and what one and several of them are called.
fn words(kind: SlipKind) -> (&'static Rule, &'static str, &'static str) {
    match kind {
        SlipKind::StraightQuote => {
            (&STRAIGHT_QUOTES, "a straight quotation mark or apostrophe", "straight quotation marks and apostrophes")
        }
        SlipKind::BreakingSpace => (
            &BREAKING_SPACE,
            "a line may break within this number or date",
            "numbers and dates that may break at the end of a line",
        ),
        SlipKind::DoubleSpace => {
            (&DOUBLE_SPACE, "more than one space between words", "times more than one space between words")
        }
        SlipKind::StrayTab => (&STRAY_TAB, "a tab between words", "tabs between words"),
        SlipKind::AccidentalBreak => (
            &ACCIDENTAL_BREAK,
            "two spaces break the line in the middle of a sentence",
            "lines that two spaces break in the middle of a sentence",
        ),
    }
}
