//! All forms of all listed words in one automaton, and what to write instead of each.

use super::bend::{Form, Kind};
use super::list::{Entry, Jargon, WordList};
use crate::prose::glossary::{Matcher, TermForms, Text, folded};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

/// The words of a list, ready to be looked for.
#[derive(Debug)]
pub struct Lexicon {
    matcher: Matcher,
    words: Vec<Entry>,
    jargon: Vec<Jargon>,
    /// Which word and which form of it a text is; only ever asked, so its order reaches nothing.
    forms: HashMap<String, (usize, Form)>,
}

/// A listed word in a text.
#[derive(Debug)]
pub(in crate::prose) struct Found<'l> {
    /// Where in the text.
    pub(in crate::prose) range: Range<usize>,
    pub(super) word: Word<'l>,
}

/// What is known of it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Word<'l> {
    Plainer(&'l Entry, Form),
    Jargon(usize, &'l Jargon),
}

impl Lexicon {
    /// The built-in list, prepared once: it never changes.
    pub fn built_in() -> &'static Lexicon {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(|| Lexicon::new(WordList::built_in()))
    }

    /// Prepares a list.
    pub fn new(list: &WordList) -> Lexicon {
        let (words, jargon) = (list.words.clone(), list.jargon.clone());
        let mut forms = HashMap::new();
        let mut terms = Vec::with_capacity(words.len() + jargon.len());
        let mut add = |term: usize, name: &str, all: Vec<(String, Form)>| {
            for (text, form) in &all {
                forms.entry(folded(text)).or_insert((term, *form));
            }
            let forms = all.into_iter().skip(1).map(|(text, _)| text).collect();
            let term =
                TermForms { id: term.to_string(), name: name.into(), abbreviation: None, forms, automatic: false };
            terms.push(term);
        };
        for (term, entry) in words.iter().enumerate() {
            add(term, &entry.word.value, entry.kind.forms(&entry.word.value));
        }
        for (index, entry) in jargon.iter().enumerate() {
            add(words.len() + index, &entry.word.value, Kind::Noun.forms(&entry.word.value));
        }
        Lexicon { matcher: Matcher::new(&terms), words, jargon, forms }
    }

    /// The listed words in a text, the longest at each place, none inside another word or a longer one with a hyphen.
    pub(in crate::prose) fn find(&self, text: &Text) -> Vec<Found<'_>> {
        let mut found = Vec::new();
        text.terms(&self.matcher, &mut |range, term, written| {
            let word = match (self.words.get(term), self.forms.get(written)) {
                // A form that only the glossary's rules made: "in lieus of".
                (Some(_), None) => return,
                (Some(_), Some((entry, form))) => match self.words.get(*entry) {
                    Some(entry) => Word::Plainer(entry, *form),
                    None => return,
                },
                (None, _) => match self.jargon.get(term.saturating_sub(self.words.len())) {
                    Some(jargon) => Word::Jargon(term, jargon),
                    None => return,
                },
            };
            found.push(Found { range, word });
        });
        found
    }
}

impl Found<'_> {
    /// Whether it is a verb in a form that a noun may have too: "permit", "permits".
    pub(super) fn is_bare_verb(&self) -> bool {
        matches!(self.word, Word::Plainer(entry, Form::Base | Form::Third) if entry.kind == Kind::Verb)
    }
}

impl Entry {
    /// What to write instead, in the form that fits: "used", "helped". `been` tells whether a form of "be" or
    /// "have" stands before it.
    pub(super) fn instead(&self, form: Form, been: bool) -> Vec<String> {
        // "Begun" after "was", "began" else.
        let form = match form {
            Form::Participle if !been => Form::Past,
            form => form,
        };
        self.plainer.iter().map(|plain| self.kind.bend(plain, form)).collect()
    }
}
