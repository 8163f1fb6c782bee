//! Hard words, ways of speaking, the passive voice and sentences that say what is not: each with what to write.

use super::negatives::negative;
use crate::diagnostic::rules::easy_read::{EASY_READ_METAPHOR, EASY_READ_NEGATIVE, EASY_READ_PASSIVE, EASY_READ_WORD};
use crate::diagnostic::{Diagnostic, FileId};
use crate::prose::Prose;
use crate::prose::plain::{
    Lexicon, Tools, WordList, help_for, is_explained, listed, overlaps, own_passives, quotations,
};
use crate::prose::reading::split;
use crate::prose::running::{Role, Running, all_running};
use crate::source::Excerpt;
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// Our own list of ways of speaking.
const METAPHORS: &str = include_str!("metaphors.yaml");

/// The same, ready to be looked for. It never changes, and most sites do not need it.
fn metaphors() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON
        .get_or_init(|| Lexicon::new(&WordList::decode(&Excerpt::verbatim(FileId(0), 0, METAPHORS), &mut Vec::new())))
}

pub(super) fn check(prose: &Prose, tools: Tools<'_>, out: &mut Vec<Diagnostic>) {
    // A word that the text explains anywhere is explained for all of it.
    let mut explained: BTreeSet<String> = BTreeSet::new();
    let mut words: Vec<(String, Diagnostic)> = Vec::new();
    all_running(prose, &mut |running, role| {
        if role == Role::Quotation {
            return;
        }
        hard_words(running, tools, &mut explained, &mut words);
        speaking(running, tools, out);
        if role != Role::Heading {
            passive_voice(running, out);
            negatives(running, out);
        }
    });
    out.extend(words.into_iter().filter(|(word, _)| !explained.contains(word)).map(|(_, told)| told));
}

fn hard_words(
    running: &Running,
    tools: Tools<'_>,
    explained: &mut BTreeSet<String>,
    words: &mut Vec<(String, Diagnostic)>,
) {
    for found in listed(running, tools) {
        let written = running.text.get(found.range.clone()).unwrap_or_default();
        if is_explained(&running.text, &found.range) {
            explained.insert(written.to_lowercase());
        }
        if let Some(span) = running.span(found.range.clone()) {
            let told = Diagnostic::new(&EASY_READ_WORD, span, format!("`{written}` is a hard word"));
            words.push((
                written.to_lowercase(),
                told.maybe_help(help_for(&found, running)).else_help("explain it in glossary.yaml"),
            ));
        }
    }
}

fn speaking(running: &Running, tools: Tools<'_>, out: &mut Vec<Diagnostic>) {
    for found in listed(running, Tools { lexicon: metaphors(), ..tools }) {
        let written = running.text.get(found.range.clone()).unwrap_or_default();
        if let Some(span) = running.span(found.range.clone()) {
            let told = Diagnostic::new(&EASY_READ_METAPHOR, span, format!("`{written}` does not mean what it says"));
            out.push(told.maybe_help(help_for(&found, running)));
        }
    }
}

fn passive_voice(running: &Running, out: &mut Vec<Diagnostic>) {
    for (passive, span) in own_passives(running) {
        let written = running.text.get(passive.range.clone()).unwrap_or_default();
        let message = format!("`{written}` does not say first who does it");
        out.push(Diagnostic::new(&EASY_READ_PASSIVE, span, message).help(passive.help(running)));
    }
}

fn negatives(running: &Running, out: &mut Vec<Diagnostic>) {
    let mut quoted = None;
    for sentence in split(&running.text) {
        let Some(found) = negative(&running.text, sentence) else { continue };
        let quoted = quoted.get_or_insert_with(|| quotations(&running.text));
        if quoted.iter().any(|quoted| overlaps(quoted, &found.range)) {
            continue;
        }
        let written = running.text.get(found.range.clone()).unwrap_or_default();
        if let Some(span) = running.span(found.range) {
            let message = format!("`{written}` says what is not");
            out.push(Diagnostic::new(&EASY_READ_NEGATIVE, span, message).help(found.help));
        }
    }
}
