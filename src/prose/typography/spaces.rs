//! White space: where a line must not break, where there is too much of it, and where a line breaks in
//! the middle of a sentence.

use super::lines::Line;
use super::{Slip, SlipKind, slip};
use crate::diagnostic::Edit;
use crate::figure::is_month;
use std::ops::Range;

const NO_BREAK: &str = "\u{a0}";

/// Words that belong to the number before them.
const SIZES: [&str; 3] = ["thousand", "million", "billion"];

/// Words that belong to the number behind them.
const NUMBERED: [&str; 6] = ["No.", "Nos.", "page", "pages", "p.", "pp."];

/// A line that breaks by accident is one that was wrapped: shorter ones are addresses and poems.
const WRAPPED: usize = 50;

/// Looks at the white space of a line.
pub(super) fn look(line: &Line, english: bool, out: &mut Vec<Slip>) {
    let text = line.text();
    let words: Vec<Range<usize>> = words(text);
    let part = |range: &Range<usize>| text.get(range.clone()).unwrap_or_default();
    for pair in words.windows(2) {
        let [first, second] = pair else { continue };
        let gap = first.end..second.start;
        match part(&gap) {
            // Cells are read as days and amounts, and never broken where it matters.
            " " if english && !line.table && belong_together(part(first), part(second)) => {
                if line.is_before_colon(&gap) {
                    continue;
                }
                slip(line, SlipKind::BreakingSpace, gap, NO_BREAK, out);
            }
            space if space.len() > 1 && space.bytes().all(|byte| byte == b' ') => {
                slip(line, SlipKind::DoubleSpace, gap, " ", out);
            }
            space if space.contains('\t') && space.bytes().all(|byte| matches!(byte, b' ' | b'\t')) => {
                slip(line, SlipKind::StrayTab, gap, " ", out);
            }
            _ => {}
        }
    }
    accidental_breaks(line, out);
}

fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, char) in text.char_indices().chain([(text.len(), ' ')]) {
        match start {
            None if !char.is_whitespace() => start = Some(at),
            // What holds a no-break space is two words for us too.
            Some(from) if char.is_whitespace() => {
                words.push(from..at);
                start = None;
            }
            _ => {}
        }
    }
    words
}

/// Whether two words must stay on one line.
fn belong_together(first: &str, second: &str) -> bool {
    let first = first.trim_start_matches(['(', '[', '“', '‘', '"', '\'', '£', '–', '-', '−']);
    let end = second.trim_end_matches(|c: char| !c.is_alphanumeric());
    let number = first.starts_with(|c: char| c.is_ascii_digit())
        && first.ends_with(|c: char| c.is_ascii_digit())
        && first.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
    if number {
        let day = first.len() <= 2 && first.parse::<u32>().is_ok_and(|day| (1..=31).contains(&day));
        return SIZES.contains(&end) || day && is_month(end);
    }
    NUMBERED.contains(&first) && second.starts_with(|c: char| c.is_ascii_digit())
}

/// Two spaces at the end of a line, where the sentence goes on in small letters.
fn accidental_breaks(line: &Line, out: &mut Vec<Slip>) {
    let text = line.text();
    let mut from = 0;
    for (at, spaces) in &line.breaks {
        let before = text.get(from..*at).unwrap_or_default();
        let after = text.get(at + 1..).unwrap_or_default();
        from = at + 1;
        let goes_on = before.ends_with(|c: char| c.is_lowercase() || c == ',') && after.starts_with(char::is_lowercase);
        if goes_on && before.chars().count() >= WRAPPED {
            out.push(Slip { kind: SlipKind::AccidentalBreak, edit: Edit::new(*spaces, "") });
        }
    }
}
