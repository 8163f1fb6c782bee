//! The list of words that have plainer ones, and of jargon: ours and what a site adds to it.

use super::bend::Kind;
use crate::diagnostic::rules::fields::UNKNOWN_CHOICE;
use crate::diagnostic::rules::plain::PLAIN_WORDS;
use crate::diagnostic::{Diagnostic, FileId};
use crate::source::{Excerpt, Fields, Located, Yaml, did_you_mean, parse_yaml};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Our own list.
const BUILT_IN: &str = include_str!("words.yaml");

/// Words with what to write instead, and jargon with what it means.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordList {
    /// Words that have plainer ones.
    pub(super) words: Vec<Entry>,
    /// Jargon that has to be explained.
    pub(super) jargon: Vec<Jargon>,
    /// Words of the built-in list that the site allows.
    keep: Vec<Located<String>>,
}

/// A word or a phrase with plainer ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) word: Located<String>,
    pub(super) kind: Kind,
    /// What to write instead, the best first; nothing where the word can be left out.
    pub(super) plainer: Vec<String>,
    /// When it does not hold, or what else to think of.
    pub(super) note: Option<String>,
    /// Whether it is hard in Easy Read only.
    pub(super) easy_only: bool,
}

/// A word of the trade.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Jargon {
    pub(super) word: Located<String>,
    /// What to say instead.
    pub(super) say: Option<String>,
}

impl WordList {
    /// The words that every site has, read once: they never change.
    pub fn built_in() -> &'static WordList {
        static LIST: OnceLock<WordList> = OnceLock::new();
        LIST.get_or_init(|| decode(&Excerpt::verbatim(FileId(0), 0, BUILT_IN), &mut Vec::new()))
    }

    /// Whether a site changes nothing of the built-in list.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.jargon.is_empty() && self.keep.is_empty()
    }

    /// Reads the list of a site, `plain-words.yaml`.
    pub fn decode(source: &Excerpt, out: &mut Vec<Diagnostic>) -> WordList {
        let list = decode(source, out);
        let none = WordList::default();
        let known = if list.keep.is_empty() { &none } else { WordList::built_in() };
        for kept in &list.keep {
            let mut all = known.spans().map(|(word, _)| word);
            if !all.any(|word| word == kept.value) {
                let near = did_you_mean(&kept.value, known.spans().map(|(word, _)| word));
                out.push(
                    Diagnostic::new(&PLAIN_WORDS, kept.span, format!("`{}` is not in the built-in list", kept.value))
                        .maybe_help(near)
                        .else_help("remove it from `keep`: nothing is said about it"),
                );
            }
        }
        list
    }

    /// The built-in list with what a site changes: its own entries take the place of those of the same word.
    pub fn with_built_in(&self) -> WordList {
        let mut all = WordList::built_in().clone();
        let own =
            |word: &str| self.spans().any(|(own, _)| own == word) || self.keep.iter().any(|kept| kept.value == word);
        all.words.retain(|entry| !own(&entry.word.value));
        all.jargon.retain(|entry| !own(&entry.word.value));
        all.words.extend(self.words.iter().cloned());
        all.jargon.extend(self.jargon.iter().cloned());
        all
    }

    /// Every word with its place.
    fn spans(&self) -> impl Iterator<Item = (&str, crate::diagnostic::Span)> {
        let words = self.words.iter().map(|entry| &entry.word);
        words.chain(self.jargon.iter().map(|entry| &entry.word)).map(|word| (word.value.as_str(), word.span))
    }
}

fn decode(source: &Excerpt, out: &mut Vec<Diagnostic>) -> WordList {
    let (Some(yaml), sound) = parse_yaml(source, out) else { return WordList::default() };
    let Some(fields) = Fields::of(&yaml, "plain-words.yaml", out) else { return WordList::default() };
    let mut fields = fields.sound(sound);
    let (words, jargon) = (fields.list("words"), fields.list("jargon"));
    let mut keep = fields.texts("keep");
    fields.finish();
    keep.iter_mut().for_each(|kept| kept.value = kept.value.to_lowercase());
    let words = words.iter().filter_map(|yaml| entry(yaml, out)).collect();
    let jargon = jargon.iter().filter_map(|yaml| self::jargon(yaml, out)).collect();
    let list = WordList { words, jargon, keep };
    let mut seen = BTreeMap::new();
    for (word, span) in list.spans() {
        if let Some(first) = seen.insert(word, span) {
            let message = format!("`{word}` stands here twice");
            out.push(Diagnostic::new(&PLAIN_WORDS, span, message).label(first, "the first").help("remove one of them"));
        }
    }
    list
}

fn entry(yaml: &Yaml, out: &mut Vec<Diagnostic>) -> Option<Entry> {
    let mut fields = Fields::of(yaml, "a word", out)?;
    let word = fields.required_text("word", "write the word that has a plainer one: `word: utilise`");
    let kinds = [("verb", Kind::Verb), ("noun", Kind::Noun)];
    let kind = fields.choice("kind", &UNKNOWN_CHOICE, &kinds).map(|kind| kind.value).unwrap_or_default();
    if !fields.has("use") {
        fields.missing("use", "write what is plainer: `use: use`; `use: []` says that it can be left out");
    }
    let plainer: Vec<Located<String>> = fields.texts("use");
    let note = fields.text("note").map(|note| note.value);
    let easy_only = fields.flag("easy-only", false);
    fields.finish();
    let word = word.map(|word| word.map(|word| word.to_lowercase()))?;
    if let Some(same) = plainer.iter().find(|plain| plain.value.eq_ignore_ascii_case(&word.value)) {
        out.push(
            Diagnostic::new(&PLAIN_WORDS, same.span, format!("`{}` stands for itself", word.value))
                .help("write a plainer word"),
        );
    }
    let plainer = plainer.into_iter().map(|plain| plain.value).collect();
    Some(Entry { word, kind, plainer, note, easy_only })
}

fn jargon(yaml: &Yaml, out: &mut Vec<Diagnostic>) -> Option<Jargon> {
    let mut fields = Fields::of(yaml, "a word of jargon", out)?;
    let word = fields.required_text("word", "write the word that needs explaining: `word: reablement`");
    let say = fields.text("say").map(|say| say.value);
    fields.finish();
    Some(Jargon { word: word?.map(|word| word.to_lowercase()), say })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_list_is_without_mistakes() {
        let mut out = Vec::new();
        let list = decode(&Excerpt::verbatim(FileId(0), 0, BUILT_IN), &mut out);
        assert!(out.is_empty(), "{out:?}");
        assert!(list.words.iter().filter(|entry| !entry.easy_only).count() > 300);
        assert!(list.jargon.len() > 50 && list.keep.is_empty());
    }

    #[test]
    fn no_plainer_word_is_itself_in_the_list() {
        let list = WordList::built_in();
        let hard = |word: &str| list.words.iter().any(|entry| !entry.easy_only && entry.word.value == word);
        let wrong: Vec<&str> = list
            .words
            .iter()
            .flat_map(|entry| &entry.plainer)
            .map(String::as_str)
            .filter(|plain| hard(plain))
            .collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn a_site_adds_replaces_and_keeps() {
        let text = "words:\n  - word: Assist\n    use: aid\n  - { word: foo, use: [] }\nkeep: [utilise]\n";
        let mut out = Vec::new();
        let list = WordList::decode(&Excerpt::verbatim(FileId(1), 0, text), &mut out).with_built_in();
        assert!(out.is_empty(), "{out:?}");
        let found = |word: &str| list.words.iter().find(|entry| entry.word.value == word);
        assert_eq!(found("assist").map(|entry| entry.plainer.as_slice()), Some(["aid".to_owned()].as_slice()));
        assert!(found("foo").is_some() && found("utilise").is_none());
    }
}
