//! Easy Read: pictures and what belongs to them, and what makes a text hard to read for adults with a
//! learning disability. The rules and their numbers come from "Making written information easier to
//! understand for people with learning disabilities" (Department of Health) and "Information for all"
//! (Inclusion Europe). They find what can be counted; whether people understand a text, only people can say.

mod layout;
mod negatives;
mod rows;
mod sentence;
mod signs;
mod tokens;
mod wording;

pub(super) use rows::illustrate;

use super::plain::Tools;
use super::{Block, BlockKind, Inline, InlineKind, Prose};
use crate::diagnostic::{Diagnostic, Span};

/// What stands in the way of readers in an English Easy Read text, before the glossary has changed it.
pub fn check_easy_read(prose: &Prose, tools: Tools<'_>, out: &mut Vec<Diagnostic>) {
    sentence::check(prose, out);
    signs::check(prose, out);
    layout::check(prose, out);
    wording::check(prose, tools, out);
}

/// The same in the Easy Read definition of a term, which stands in a text and has no picture of its own.
pub fn check_easy_read_definition(written: &str, span: Span, tools: Tools<'_>, out: &mut Vec<Diagnostic>) {
    let text = Inline { span, kind: InlineKind::Text(written.to_owned()) };
    let block = Block { span, kind: BlockKind::Paragraph(vec![text]) };
    let prose = Prose { blocks: vec![block], ..Prose::default() };
    sentence::check(&prose, out);
    signs::check(&prose, out);
    wording::check(&prose, tools, out);
}
