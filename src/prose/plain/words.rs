//! Words that have plainer ones, and jargon that nobody explains.

use super::bend::Form;
use super::guard::{Tools, guarded, is_joined, is_name, overlaps};
use super::lexicon::{Found, Word};
use super::list::Entry;
use super::tokens::tokens;
use crate::diagnostic::rules::plain::{JARGON, PLAINER_WORD};
use crate::diagnostic::{Diagnostic, Span};
use crate::prose::glossary::Text;
use crate::prose::running::Running;
use std::collections::BTreeMap;
use std::ops::Range;

/// The jargon of a text: where each word first stands, what to say of it, and whether it is explained anywhere.
#[derive(Default)]
pub(super) struct JargonUsed {
    found: BTreeMap<usize, (Option<Diagnostic>, bool)>,
}

impl JargonUsed {
    /// Reports what nobody explains, each once.
    pub(super) fn report(self, out: &mut Vec<Diagnostic>) {
        out.extend(self.found.into_values().filter(|(_, explained)| !explained).filter_map(|(told, _)| told));
    }

    fn add(&mut self, term: usize, explained: bool, told: impl FnOnce() -> Option<Diagnostic>) {
        let known = self.found.entry(term).or_insert_with(|| (told(), false));
        known.1 |= explained;
    }
}

/// The listed words of a paragraph that are the author's own.
pub(in crate::prose) fn listed<'l>(running: &Running, tools: Tools<'l>) -> Vec<Found<'l>> {
    let text = Text::of(&running.text);
    let mut found = tools.lexicon.find(&text);
    if found.is_empty() {
        return found;
    }
    let guarded = guarded(running, &text, tools);
    found.retain(|found| {
        let others = guarded.iter().any(|guarded| overlaps(guarded, &found.range))
            || is_name(&running.text, &found.range)
            || is_joined(&running.text, &found.range);
        let noun = found.is_bare_verb() && is_noun(&running.text, found.range.start);
        !others && !noun
    });
    found
}

/// Reports the words of a paragraph that have plainer ones; notes its jargon.
pub(super) fn check(running: &Running, tools: Tools<'_>, jargon: &mut JargonUsed, out: &mut Vec<Diagnostic>) {
    for found in listed(running, tools) {
        let Some(span) = running.span(found.range.clone()) else { continue };
        let written = running.text.get(found.range.clone()).unwrap_or_default();
        match found.word {
            Word::Plainer(entry, _) if entry.easy_only => {}
            Word::Plainer(entry, form) => {
                out.push(
                    Diagnostic::new(&PLAINER_WORD, span, format!("`{written}` has a plainer word")).help(instead(
                        entry,
                        form,
                        written,
                        &running.text,
                        &found.range,
                    )),
                );
            }
            Word::Jargon(term, entry) => jargon.add(term, is_explained(&running.text, &found.range), || {
                Some(unexplained(written, entry.say.as_deref(), span))
            }),
        }
    }
}

fn unexplained(written: &str, say: Option<&str>, span: Span) -> Diagnostic {
    let help = match say {
        Some(say) => format!("say it in plain words (`{say}`), or add `{}` to glossary.yaml", written.to_lowercase()),
        None => format!("say it in plain words, or add `{}` to glossary.yaml", written.to_lowercase()),
    };
    Diagnostic::new(&JARGON, span, format!("`{written}` is jargon that nobody explains here")).help(help)
}

/// What to write instead of a word, in the form that fits, with its note.
fn instead(entry: &Entry, form: Form, written: &str, text: &str, range: &Range<usize>) -> String {
    let been = follows_auxiliary(text, range.start);
    let plainer: Vec<String> = entry
        .instead(form, been)
        .into_iter()
        .map(|plain| format!("`{}`", if starts_big(written) { begin_big(&plain) } else { plain }))
        .collect();
    let mut help = match plainer.as_slice() {
        [] => format!("leave `{written}` out"),
        [one] => format!("write {one} instead of `{written}`"),
        [first @ .., last] => format!("write {} or {last} instead of `{written}`", first.join(", ")),
    };
    if let Some(note) = &entry.note {
        help.push_str(": ");
        help.push_str(note);
    }
    help
}

/// The plainer words of a listed word in Easy Read, as a help.
pub(in crate::prose) fn help_for(found: &Found<'_>, running: &Running) -> Option<String> {
    let written = running.text.get(found.range.clone()).unwrap_or_default();
    match found.word {
        Word::Plainer(entry, form) => Some(instead(entry, form, written, &running.text, &found.range)),
        Word::Jargon(_, entry) => {
            entry.say.as_deref().map(|say| format!("write `{say}`, or explain it in glossary.yaml"))
        }
    }
}

/// Whether a form of "be" or "have" stands shortly before, so that a participle is meant.
fn follows_auxiliary(text: &str, at: usize) -> bool {
    const REACH: usize = 40;
    const FORMS: [&str; 12] = ["am", "are", "be", "been", "being", "had", "has", "have", "having", "is", "was", "were"];
    let before = text.get(..at).unwrap_or_default();
    let from = before.char_indices().rev().take(REACH).last().map_or(0, |(from, _)| from);
    let words = tokens(text, from..at);
    words
        .iter()
        .rev()
        .take(3)
        .take_while(|word| word.runs_on || word.range.end + 2 > at)
        .any(|word| FORMS.contains(&word.small.as_str()))
}

/// Whether a noun is most likely at `at`: an article or the like stands before it. "The permit" is no form of
/// "permit".
fn is_noun(text: &str, at: usize) -> bool {
    const REACH: usize = 16;
    const BEFORE: [&str; 16] =
        ["a", "an", "any", "for", "her", "his", "in", "its", "my", "new", "of", "our", "the", "their", "two", "your"];
    let before = text.get(..at).unwrap_or_default();
    let from = before.char_indices().rev().take(REACH).last().map_or(0, |(from, _)| from);
    let last = tokens(text, from..at).into_iter().next_back();
    last.is_some_and(|word| {
        let number = word.small.bytes().all(|byte| byte.is_ascii_digit());
        (number || BEFORE.contains(&word.small.as_str())) && before.trim_end().len() == word.range.end
    })
}

fn starts_big(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

fn begin_big(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// Whether the text explains on the spot the words in `range`: "reablement (help to …)", "reablement means …",
/// "help to … (reablement)", "we call this reablement".
pub(in crate::prose) fn is_explained(text: &str, range: &Range<usize>) -> bool {
    const AFTER: [&str; 14] = [
        "(",
        "means ",
        "mean ",
        ", which means",
        ", that is",
        ", or ",
        ": ",
        "– ",
        "— ",
        "is when ",
        "is a ",
        "is an ",
        "is help",
        "is the ",
    ];
    const BEFORE: [&str; 8] =
        ["(", "called ", "known as ", "call this ", "call it ", "call them ", "this is ", "that is "];
    let after =
        text.get(range.end..).unwrap_or_default().trim_start_matches(['*', '_', '”', '’', '"', ')']).trim_start();
    let before = text.get(..range.start).unwrap_or_default().trim_end_matches(['“', '‘', '"']);
    let begins = before.trim().is_empty() || before.trim_end().ends_with(['.', '!', '?']);
    // As many characters as the longest of the signs.
    let near = before.char_indices().rev().nth(11).map_or(0, |(from, _)| from);
    let small = before.get(near..).unwrap_or_default().to_lowercase();
    AFTER.iter().enumerate().any(|(index, sign)| {
        // "Reablement is a …" explains at the beginning of a sentence only.
        after.starts_with(sign) && (begins || index < 9)
    }) || BEFORE.iter().any(|sign| small.ends_with(sign))
}
