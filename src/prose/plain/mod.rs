//! Plain English in the standard text: long sentences and paragraphs, the passive voice, words that have plainer
//! ones, jargon. Sources: GOV.UK content design ("Writing for GOV.UK") and its A to Z of style; NHS digital service
//! manual ("How we write"). It knows English only. It finds what can be counted or listed; whether a text is clear,
//! only its readers can say.

mod bend;
mod guard;
mod length;
mod lexicon;
mod list;
mod participles;
mod passive;
mod tokens;
mod verbs;
mod words;

pub use guard::Tools;
pub(super) use guard::{overlaps, quotations};
pub use lexicon::Lexicon;
pub use list::WordList;
pub(super) use passive::{Passive, passives};
pub(super) use tokens::{Token, tokens};
pub(super) use words::{help_for, is_explained, listed};

use super::reading::split;
use super::running::{Role, Running, all_running, running_line};
use super::{Inline, Prose};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::plain::PASSIVE_VOICE;
use words::JargonUsed;

/// Reports what makes a text hard to read, before the glossary has changed it. Without `tools`, long sentences and
/// paragraphs only.
pub fn check_plain(prose: &Prose, tools: Option<Tools<'_>>, out: &mut Vec<Diagnostic>) {
    let mut jargon = JargonUsed::default();
    all_running(prose, &mut |running, role| paragraph(running, role, tools, &mut jargon, out));
    jargon.report(out);
}

/// The same for one line, such as an action of a plan.
pub fn check_plain_line(line: &[Inline], tools: Option<Tools<'_>>, out: &mut Vec<Diagnostic>) {
    let mut jargon = JargonUsed::default();
    paragraph(&running_line(line), Role::Text, tools, &mut jargon, out);
    jargon.report(out);
}

fn paragraph(
    running: &Running,
    role: Role,
    tools: Option<Tools<'_>>,
    jargon: &mut JargonUsed,
    out: &mut Vec<Diagnostic>,
) {
    if role == Role::Quotation || running.text.is_empty() {
        return;
    }
    if role != Role::Heading {
        length::check(running, out);
    }
    if let Some(tools) = tools {
        if role != Role::Heading {
            passive_voice(running, out);
        }
        words::check(running, tools, jargon, out);
    }
}

fn passive_voice(running: &Running, out: &mut Vec<Diagnostic>) {
    for (passive, span) in own_passives(running) {
        let written = running.text.get(passive.range.clone()).unwrap_or_default();
        let message = format!("`{written}` does not say first who does it");
        out.push(Diagnostic::new(&PASSIVE_VOICE, span, message).help(passive.help(running)));
    }
}

/// The passives of a paragraph that are the author's own, each with its place.
pub(super) fn own_passives(running: &Running) -> Vec<(Passive, crate::diagnostic::Span)> {
    let text = running.text.as_str();
    let found: Vec<Passive> = split(text).into_iter().flat_map(|sentence| passives(text, sentence)).collect();
    let quoted = if found.is_empty() { Vec::new() } else { quotations(text) };
    let own = found.into_iter().filter(|found| !quoted.iter().any(|quoted| overlaps(quoted, &found.range)));
    own.filter_map(|found| running.span(found.range.clone()).map(|span| (found, span))).collect()
}

impl Passive {
    /// How to mend it.
    pub(super) fn help(&self, running: &Running) -> String {
        let written = running.text.get(self.range.clone()).unwrap_or_default();
        match (&self.by, &self.active) {
            (Some(by), Some(active)) => format!("begin with who does it: {by} {active} …"),
            (Some(by), None) => format!("begin with who does it: {by} …"),
            (None, Some(active)) => {
                format!(
                    "name who does it, and write that first: `we {active}` or `the council {active}`, not `{written}`"
                )
            }
            (None, None) => "name who does it, and write that first: `we …`, `you …`, `the council …`".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests;
