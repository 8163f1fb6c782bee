//! The record: for each report, the number and the first words of its paragraphs.

use crate::diagnostic::rules::fields::WRONG_TYPE;
use crate::diagnostic::{Diagnostic, Span};
use crate::prose::ParagraphNumber;
use crate::source::{Excerpt, Located, Value, parse_yaml, text_of};
use std::collections::BTreeMap;
use std::fmt::Write;

/// How many words of a paragraph are kept: enough to know it by.
const WORDS: usize = 12;

/// A published paragraph: its number, and its first words.
pub type RecordedParagraph = (Located<ParagraphNumber>, String);

/// A report as it was published.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// Where its name stands.
    pub name: Span,
    /// Its paragraphs, in their order.
    pub paragraphs: Vec<RecordedParagraph>,
}

/// By the last part of each report's address.
#[derive(Clone, Debug, Default)]
pub struct Record {
    /// The reports.
    pub reports: BTreeMap<String, Recorded>,
}

/// Reads `paragraphs.yaml`.
pub(in crate::content) fn decode_record(source: &Excerpt, out: &mut Vec<Diagnostic>) -> Record {
    let mut record = Record::default();
    let (Some(yaml), _) = parse_yaml(source, out) else { return record };
    let wrong = |out: &mut Vec<Diagnostic>, span| {
        out.push(
            Diagnostic::new(&WRONG_TYPE, span, "paragraphs.yaml holds reports, and below each its paragraphs")
                .help("let `candour number` write it"),
        );
    };
    let Value::Map(reports) = &yaml.value else {
        wrong(out, yaml.span);
        return record;
    };
    for (name, paragraphs) in reports {
        let Value::Map(paragraphs) = &paragraphs.value else {
            wrong(out, paragraphs.span);
            continue;
        };
        let mut recorded = Recorded { name: name.span, paragraphs: Vec::new() };
        for (key, words) in paragraphs {
            let words = text_of(words, "paragraphs.yaml", out).map(|text| text.text).unwrap_or_default();
            match ParagraphNumber::parse(&key.value) {
                Some(number) => recorded.paragraphs.push((Located::new(number, key.span), words)),
                None => out.push(
                    Diagnostic::new(&WRONG_TYPE, key.span, format!("`{}` is no number of a paragraph", key.value))
                        .help("let `candour number` write it"),
                ),
            }
        }
        record.reports.insert(name.value.clone(), recorded);
    }
    record
}

/// The first words of a paragraph, by which it is known.
pub(super) fn first_words(text: &str) -> Vec<String> {
    let plain = |word: &str| word.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    text.split_whitespace().map(plain).filter(|word| !word.is_empty()).take(WORDS).collect()
}

/// `paragraphs.yaml` for these reports: each with the numbers and the texts of its paragraphs.
pub fn record_text(reports: &BTreeMap<String, Vec<(String, String)>>) -> String {
    let mut out = String::from(
        "# The numbers of published paragraphs and the words they begin with. `candour number` writes this file,\n\
         # and `candour check` says when an edit would change a number. Keep it.\n",
    );
    for (name, paragraphs) in reports.iter().filter(|(_, paragraphs)| !paragraphs.is_empty()) {
        let _ = write!(out, "\n{name}:\n");
        for (number, text) in paragraphs {
            let words: Vec<&str> = text.split_whitespace().take(WORDS).collect();
            let words = words.join(" ").replace('\\', "").replace('"', "'");
            let _ = writeln!(out, "  \"{number}\": \"{words}\"");
        }
    }
    out
}
