//! Interface words: one YAML file for each language, English where a word is missing.

use crate::content::action_plan::Status;
use crate::diagnostic::rules::fields::WRONG_TYPE;
use crate::diagnostic::{Diagnostic, Span};
use crate::prose::Words;
use crate::site::Standing;
use crate::source::{Excerpt, Value, parse_yaml};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The words of one file, with where each stands.
pub type StringTable = BTreeMap<String, (Form, Span)>;

/// A word, or its forms for different counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// One form for all counts.
    One(String),
    /// Forms by plural category (Unicode CLDR): zero, one, two, few, many, other.
    Plural(BTreeMap<String, String>),
}

/// Reads a file of interface words.
pub fn read_strings(source: &Excerpt, out: &mut Vec<Diagnostic>) -> StringTable {
    let mut table = StringTable::new();
    let (Some(yaml), _) = parse_yaml(source, out) else { return table };
    let Value::Map(entries) = yaml.value else { return table };
    for (key, value) in entries {
        let form = match value.value {
            Value::Text(scalar) => Form::One(scalar.excerpt.text),
            Value::Map(forms) => Form::Plural(
                forms
                    .into_iter()
                    .filter_map(|(category, form)| match form.value {
                        Value::Text(scalar) => Some((category.value, scalar.excerpt.text)),
                        _ => None,
                    })
                    .collect(),
            ),
            Value::Null | Value::List(_) => {
                out.push(
                    Diagnostic::new(
                        &WRONG_TYPE,
                        value.span,
                        format!("the interface word `{}` is not a text", key.value),
                    )
                    .help("write the word, or its forms `one` and `other`"),
                );
                continue;
            }
        };
        table.insert(key.value, (form, key.span));
    }
    table
}

/// The interface word for a status; nothing stands for an action that nobody has reported on.
pub(super) fn status_key(status: Option<Status>) -> String {
    format!("status_{}", status.map_or("unreported", Status::word).replace('-', "_"))
}

/// The interface word for where a promise stands.
pub(super) fn standing_key(standing: Standing) -> String {
    format!("promise_{}", standing.word().replace('-', "_"))
}

/// A text with a capital at its beginning.
pub(super) fn capital(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map(|first| first.to_uppercase().chain(characters).collect()).unwrap_or_default()
}

/// The words of one language, ready to be looked up.
#[derive(Clone, Debug)]
pub struct Strings {
    language: String,
    words: Arc<BTreeMap<String, Form>>,
}

impl Strings {
    /// The words of `language` (`en-GB`): its own file's over those of its main language's
    /// (`en`) over English.
    pub fn for_language(language: &str, tables: &BTreeMap<String, StringTable>) -> Strings {
        let main = language.split('-').next().unwrap_or_default();
        let mut words = BTreeMap::new();
        for name in ["en", main, language] {
            let table = tables.get(name).into_iter().flatten();
            words.extend(table.map(|(key, (form, _))| (key.clone(), form.clone())));
        }
        Strings { language: language.to_owned(), words: Arc::new(words) }
    }

    /// A word with its placeholders filled; `None` if there is no such word.
    pub fn get(&self, key: &str, arguments: &[(&str, &str)]) -> Option<String> {
        let text = match self.words.get(key)? {
            Form::One(text) => text,
            Form::Plural(forms) => {
                let count = arguments.iter().find(|(name, _)| *name == "count").map_or("", |(_, value)| value);
                forms.get(plural_category(&self.language, count)).or_else(|| forms.get("other"))?
            }
        };
        Some(fill(text, arguments))
    }
}

impl Words for Strings {
    fn word(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        self.get(key, arguments).unwrap_or_else(|| key.to_owned())
    }
}

/// Replaces each `{name}` once, so that a value with braces in it is not filled again. What has
/// no value stays as it is.
pub fn fill(text: &str, arguments: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let filled = after.split_once('}').and_then(|(name, tail)| {
            let (_, value) = arguments.iter().find(|(argument, _)| *argument == name)?;
            Some((value, tail))
        });
        match filled {
            Some((value, tail)) => {
                out.push_str(value);
                rest = tail;
            }
            None => {
                out.push('{');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

/// The plural category of a whole number (Unicode CLDR) in the languages of these islands.
fn plural_category(language: &str, count: &str) -> &'static str {
    match (language.split('-').next().unwrap_or_default(), count) {
        ("cy", "0") => "zero",
        (_, "1") => "one",
        ("cy" | "ga" | "gd", "2") => "two",
        ("cy", "3") => "few",
        ("cy", "6") => "many",
        ("ga", "3" | "4" | "5" | "6") => "few",
        ("ga", "7" | "8" | "9" | "10") => "many",
        _ => "other",
    }
}
