//! The record: for each Easy Read chapter and each chapter that it retells, the paragraphs of that one.

use crate::diagnostic::rules::fields::WRONG_TYPE;
use crate::diagnostic::{Diagnostic, Span};
use crate::prose::Piece;
use crate::source::{Excerpt, Value, Yaml, parse_yaml, text_of};
use std::collections::BTreeMap;
use std::fmt::Write;
use xxhash_rust::xxh3::xxh3_64;

/// How many words of a paragraph are kept: enough to know it by.
const WORDS: usize = 12;

/// A paragraph as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// A fingerprint of its words, as 16 hexadecimal digits.
    pub print: String,
    /// The words that it began with.
    pub words: String,
}

impl Recorded {
    /// What is kept of a paragraph.
    pub fn of(piece: &Piece) -> Recorded {
        let words: Vec<&str> = piece.words.split(' ').take(WORDS).collect();
        let words = words.join(" ").replace(['\\', '"'], "");
        Recorded { print: format!("{:016x}", xxh3_64(piece.words.as_bytes())), words }
    }
}

/// By the names of Easy Read chapters, then of the chapters that they retell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Retold {
    /// Their paragraphs.
    pub chapters: BTreeMap<String, BTreeMap<String, Vec<Recorded>>>,
}

/// Reads `retold.yaml`.
pub(in crate::content) fn decode_retold(source: &Excerpt, out: &mut Vec<Diagnostic>) -> Retold {
    let mut retold = Retold::default();
    let (Some(yaml), _) = parse_yaml(source, out) else { return retold };
    for (easy, sources) in fields(&yaml, out) {
        let mut told = BTreeMap::new();
        for (name, paragraphs) in fields(sources, out) {
            told.insert(name, list(paragraphs, out));
        }
        retold.chapters.insert(easy, told);
    }
    retold
}

fn fields<'y>(yaml: &'y Yaml, out: &mut Vec<Diagnostic>) -> Vec<(String, &'y Yaml)> {
    match &yaml.value {
        Value::Map(fields) => fields.iter().map(|(key, value)| (key.value.clone(), value)).collect(),
        _ => {
            wrong(yaml.span, out);
            Vec::new()
        }
    }
}

fn list(yaml: &Yaml, out: &mut Vec<Diagnostic>) -> Vec<Recorded> {
    let Value::List(paragraphs) = &yaml.value else {
        wrong(yaml.span, out);
        return Vec::new();
    };
    let mut recorded = Vec::with_capacity(paragraphs.len());
    for paragraph in paragraphs {
        let Some(text) = text_of(paragraph, "retold.yaml", out) else { continue };
        let (print, words) = text.text.split_once(' ').unwrap_or((&text.text, ""));
        match print.len() == 16 && print.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            true => recorded.push(Recorded { print: print.to_owned(), words: words.to_owned() }),
            false => wrong(paragraph.span, out),
        }
    }
    recorded
}

fn wrong(span: Span, out: &mut Vec<Diagnostic>) {
    out.push(
        Diagnostic::new(&WRONG_TYPE, span, "retold.yaml holds Easy Read chapters, and below each what it retells")
            .help("let `candour retold --record` write it"),
    );
}

/// `retold.yaml` for a record.
pub fn retold_text(retold: &Retold) -> String {
    let mut out = String::from(
        "# What each Easy Read chapter retells, as it was when somebody last looked at both.\n\
         # `candour retold --record` writes this file, and `candour check` says what changed since. Keep it.\n",
    );
    for (easy, sources) in retold.chapters.iter().filter(|(_, sources)| !sources.is_empty()) {
        let _ = write!(out, "\n{easy}:\n");
        for (name, paragraphs) in sources {
            let _ = match paragraphs.is_empty() {
                true => writeln!(out, "  {name}: []"),
                false => writeln!(out, "  {name}:"),
            };
            for Recorded { print, words } in paragraphs {
                let _ = writeln!(out, "    - \"{print} {words}\"");
            }
        }
    }
    out
}
