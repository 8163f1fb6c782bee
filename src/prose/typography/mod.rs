//! Signs of running text that were typed as on a typewriter: straight quotation marks, spaces at which a
//! line must not break, tabs and double spaces, breaks that nobody meant. Only what is certain is found,
//! each with the sign that belongs there. Code, addresses and the syntax of Markdown and YAML are none
//! of it, nor is text that does not stand in the file letter for letter.

mod lines;
mod quotes;
mod spaces;

use super::visit::{visit, visit_inlines};
use super::{Inline, Prose};
use crate::diagnostic::{Edit, Texts};
use lines::{Gather, Line};
use std::ops::Range;

/// What is wrong with a sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SlipKind {
    /// `'` or `"` for a quotation mark or an apostrophe.
    StraightQuote,
    /// A space at which a line may break, where it must not: `£36 million`.
    BreakingSpace,
    /// Several spaces between two words.
    DoubleSpace,
    /// A tab between two words.
    StrayTab,
    /// Two spaces at the end of a line in the middle of a sentence, which break the line for readers.
    AccidentalBreak,
}

/// A sign that is wrong for certain, and what belongs there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// What is wrong.
    pub kind: SlipKind,
    /// Its place, and the right sign.
    pub edit: Edit,
}

/// The slips of a text. `english` tells whether it is in English: of other languages only what is the same
/// in all of them is looked at. `texts` are the files, as the places in the tree mean them.
pub fn slips(prose: &Prose, texts: &dyn Texts, english: bool) -> Vec<Slip> {
    gathered(texts, english, &|gather| visit(prose, gather))
}

/// The same for one line of text, such as a field of a plan.
pub fn slips_in_line(line: &[Inline], texts: &dyn Texts, english: bool) -> Vec<Slip> {
    gathered(texts, english, &|gather| visit_inlines(line, gather))
}

fn gathered(texts: &dyn Texts, english: bool, show: &dyn Fn(&mut Gather<'_>)) -> Vec<Slip> {
    let mut out = Vec::new();
    let mut each = |line: &Line| {
        quotes::look(line, english, &mut out);
        spaces::look(line, english, &mut out);
    };
    let mut gather = Gather::new(texts, &mut each);
    show(&mut gather);
    gather.finish();
    out
}

/// Adds a slip, if its place stands in the file letter for letter.
fn slip(line: &Line, kind: SlipKind, range: Range<usize>, new: &str, out: &mut Vec<Slip>) {
    if let Some(span) = line.place(range) {
        out.push(Slip { kind, edit: Edit::new(span, new) });
    }
}

#[cfg(test)]
mod tests;
