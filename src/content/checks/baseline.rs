//! `baseline.yaml`: the faults that were known when a site began to be checked, so that only new ones
//! are told. Each is known by its file, its code and a fingerprint that survives moved lines.

use crate::diagnostic::rules::checks::BAD_BASELINE;
use crate::diagnostic::rules::fields::BAD_DATE;
use crate::diagnostic::{Diagnostic, Severity, Span, Texts};
use crate::figure::{Date, parse_date};
use crate::source::{Excerpt, Fields, Value, Yaml, parse_yaml, text_of};
use std::collections::BTreeMap;
use std::fmt::Write;
use xxhash_rust::xxh3::xxh3_64;

/// The name of the file, beside `site.yaml`.
pub const BASELINE: &str = "baseline.yaml";

/// How many equal faults there are, by their fingerprint.
type Counts = BTreeMap<u64, usize>;

/// The known faults of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Baseline {
    /// The day on which they were recorded.
    pub recorded: Date,
    /// By the path of the file from the site's folder, and by code.
    faults: BTreeMap<String, BTreeMap<String, Counts>>,
}

impl Baseline {
    /// Nothing, on a day.
    pub fn new(recorded: Date) -> Baseline {
        Baseline { recorded, faults: BTreeMap::new() }
    }

    /// Whether a message can be a known fault: a warning, or an error that may be lowered. Advice keeps
    /// nobody from publishing.
    pub fn takes(told: &Diagnostic) -> bool {
        match told.severity {
            Severity::Error => told.rule.can_be_lowered(),
            Severity::Warning => true,
            Severity::Advice => false,
        }
    }

    /// Adds a fault.
    pub fn add(&mut self, told: &Diagnostic, texts: &dyn Texts) {
        let codes = self.faults.entry(texts.path(told.span.file).to_owned()).or_default();
        let counts = codes.entry(told.rule.code.to_owned()).or_default();
        *counts.entry(fingerprint(told, texts)).or_default() += 1;
    }

    /// Takes a fault out, if it is there.
    pub fn take(&mut self, told: &Diagnostic, texts: &dyn Texts) -> bool {
        let codes = self.faults.get_mut(texts.path(told.span.file));
        let Some(counts) = codes.and_then(|codes| codes.get_mut(told.rule.code)) else { return false };
        match counts.get_mut(&fingerprint(told, texts)).filter(|count| **count > 0) {
            Some(count) => {
                *count -= 1;
                true
            }
            None => false,
        }
    }

    /// How many faults there are.
    pub fn len(&self) -> usize {
        self.faults.values().flat_map(BTreeMap::values).flat_map(BTreeMap::values).sum()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The whole file.
    pub fn text(&self) -> String {
        let mut out = String::from(
            "# The faults that were known when this site began to be checked. `candour baseline` writes this file.\n\
             # `candour check` tells of new ones only. Below each file: the code, a fingerprint, and how many there are.\n",
        );
        let _ = write!(out, "recorded: {}\nfaults:", self.recorded);
        out.push_str(if self.is_empty() { " {}\n" } else { "\n" });
        for (path, codes) in &self.faults {
            // A text of JSON is a text of YAML.
            let _ = writeln!(out, "  {}:", serde_json::Value::from(path.as_str()));
            for (code, counts) in codes {
                let _ = writeln!(out, "    {code}:");
                for (print, count) in counts {
                    // In quotes: 12e4567890123456 would be a number.
                    let _ = writeln!(out, "      \"{print:016x}\": {count}");
                }
            }
        }
        out
    }
}

/// Reads `baseline.yaml`.
pub(in crate::content) fn decode_baseline(source: &Excerpt, out: &mut Vec<Diagnostic>) -> Option<Baseline> {
    let (yaml, sound) = parse_yaml(source, out);
    let yaml = yaml?;
    let mut fields = Fields::of(&yaml, BASELINE, out)?.sound(sound);
    let recorded = fields.parsed("recorded", &BAD_DATE, parse_date).map(|date| date.value);
    if recorded.is_none() {
        fields.missing("recorded", ANEW);
    }
    let faults = fields.take_or("faults", ANEW);
    if faults.is_none() {
        fields.missing("faults", ANEW);
    }
    let mut baseline = Baseline::new(recorded?);
    for (path, codes) in entries(faults?, fields.out) {
        let mut known = BTreeMap::new();
        for (code, counts) in entries(codes, fields.out) {
            let counts = entries(counts, fields.out).iter().filter_map(|(print, count)| {
                let number = text_of(count, BASELINE, fields.out)?;
                let both = u64::from_str_radix(&print.value, 16).ok().zip(number.text.trim().parse::<usize>().ok());
                if both.is_none() {
                    damaged(print.span.to(count.span), fields.out);
                }
                both
            });
            known.insert(code.value.clone(), counts.collect());
        }
        baseline.faults.insert(path.value.clone(), known);
    }
    fields.finish();
    Some(baseline)
}

const ANEW: &str = "take an earlier version of the file, or write it anew with `candour baseline --again`";

fn damaged(span: Span, out: &mut Vec<Diagnostic>) {
    out.push(Diagnostic::new(&BAD_BASELINE, span, "this is no list of known faults").help(ANEW));
}

/// The fields of a map of any names.
fn entries<'y>(yaml: &'y Yaml, out: &mut Vec<Diagnostic>) -> &'y [(crate::source::Key, Yaml)] {
    match &yaml.value {
        Value::Map(entries) => entries,
        _ => {
            damaged(yaml.span, out);
            &[]
        }
    }
}

/// What a fault is known by: its rule, the words of its lines, and its message without numbers, because
/// those count lines and days.
pub fn fingerprint(told: &Diagnostic, texts: &dyn Texts) -> u64 {
    let text = texts.text(told.span.file);
    let mut known = format!("{}\n", told.rule.code);
    // What points at the top of a file is about all of it.
    if told.span.end > 0 {
        let start = text.get(..told.span.start as usize).and_then(|above| above.rfind('\n')).map_or(0, |end| end + 1);
        let below = text.get(told.span.end as usize..).unwrap_or_default();
        let end = told.span.end as usize + below.find('\n').unwrap_or(below.len());
        for word in text.get(start..end).unwrap_or_default().split_whitespace() {
            known.push_str(word);
            known.push(' ');
        }
    }
    known.push('\n');
    let mut in_number = false;
    for character in told.message.chars() {
        let digit = character.is_ascii_digit();
        if !digit {
            known.push(character);
        } else if !in_number {
            known.push('0');
        }
        in_number = digit;
    }
    xxh3_64(known.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::FileId;
    use crate::diagnostic::rules::links::LINK_TEXT_UNCLEAR;
    use crate::source::{SitePath, SourceMap};

    fn fault(text: &str, words: &str, message: &str) -> (Diagnostic, SourceMap) {
        let mut sources = SourceMap::default();
        let file = sources.add(SitePath::parse("content/a \"b\" #c.md").unwrap(), text);
        let at = text.find(words).unwrap();
        (Diagnostic::new(&LINK_TEXT_UNCLEAR, Span::new(file, at..at + words.len()), message), sources)
    }

    fn print(text: &str, words: &str, message: &str) -> u64 {
        let (told, sources) = fault(text, words, message);
        fingerprint(&told, &sources)
    }

    #[test]
    fn a_fingerprint_survives_moved_lines_and_other_numbers_in_the_message() {
        let first = print("# A\n\nSee here now.\n", "here", "line 3: 12 days ago");
        assert_eq!(first, print("# A\n\nB\n\n  See  here now.", "here", "line 15: 9 days ago"));
        assert_ne!(first, print("# A\n\nSee here, now.\n", "here", "line 3: 12 days ago"));
        assert_ne!(first, print("# A\n\nSee here now.\n", "here", "line 3: 12 weeks ago"));
    }

    #[test]
    fn a_fault_of_a_whole_file_has_no_words() {
        assert_eq!(print("# A\n", "", "age 15"), print("# B\n\nC\n", "", "age 9"));
    }

    #[test]
    fn what_is_written_is_read_again() {
        let (told, sources) = fault("# A\n\nSee here.\n", "here", "m");
        let mut baseline = Baseline::new(jiff::civil::date(2026, 11, 30));
        let read = |text: &str| {
            let mut out = Vec::new();
            let read = decode_baseline(&Excerpt::verbatim(FileId(0), 0, text), &mut out);
            assert!(out.is_empty(), "{out:?}");
            read.unwrap()
        };
        assert_eq!(read(&baseline.text()), baseline);
        baseline.add(&told, &sources);
        baseline.add(&told, &sources);
        assert_eq!(read(&baseline.text()), baseline);
        assert_eq!(baseline.len(), 2);
        assert!(baseline.take(&told, &sources) && baseline.take(&told, &sources));
        assert!(!baseline.take(&told, &sources) && baseline.is_empty());
    }

    #[test]
    fn a_long_list_can_be_read() {
        let mut baseline = Baseline::new(jiff::civil::date(2026, 11, 30));
        for file in 0..2_000_u64 {
            let counts = (0..40).map(|fault| (xxh3_64(&(file * 40 + fault).to_le_bytes()), 1)).collect();
            let codes = [("link-text-unclear".to_owned(), counts)].into();
            baseline.faults.insert(format!("content/{file}.md"), codes);
        }
        let mut out = Vec::new();
        let read = decode_baseline(&Excerpt::verbatim(FileId(0), 0, &baseline.text()), &mut out);
        assert!(out.is_empty(), "{:?}", out.first());
        assert_eq!(read.map(|read| read.len()), Some(80_000));
    }
}
