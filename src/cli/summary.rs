//! The table at the end of `candour check`: how each document reads, and what is wrong with it.

use super::report::{count_words, plural};
use crate::check::{DocumentSummary, EasyReadSummary, Fault, Summary};
use crate::diagnostic::Counts;
use crate::figure::count_text;
use crate::prose::reading::Reading;
use serde_json::{Value, json};
use std::fmt::Write;

/// How many documents the terminal shows; the report has them all.
const MOST: usize = 25;

/// How wide a title may be.
const WIDEST_TITLE: usize = 34;

const HEADINGS: [&str; 6] = ["Document", "Words", "A sentence", "Over 25", "Reading age", "Easy Read"];

/// The summary as a table; empty where the site has no documents.
pub(super) fn table(summary: &Summary) -> String {
    if summary.documents.is_empty() {
        return String::new();
    }
    let rows: Vec<[String; 6]> = summary.documents.iter().take(MOST).map(row).collect();
    let headings = HEADINGS.map(str::to_owned);
    let width = |column: usize| {
        let cells = rows.iter().chain([&headings]).filter_map(|row| row.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..HEADINGS.len()).map(width).collect();
    let mut out = String::from("\nHow the documents read\n");
    line(&headings, &widths, &mut out);
    for (row, document) in rows.iter().zip(&summary.documents) {
        line(row, &widths, &mut out);
        if !document.faults.is_empty() {
            let _ = writeln!(out, "    {}", kinds(&document.faults));
        }
    }
    match summary.documents.len().saturating_sub(MOST) {
        0 => {}
        more => {
            let _ = writeln!(out, "… and {more} more: candour check --format html shows all of them.");
        }
    }
    if !summary.elsewhere.is_empty() {
        let _ = writeln!(out, "Settings, glossary and theme\n    {}", kinds(&summary.elsewhere));
    }
    out
}

fn row(document: &DocumentSummary) -> [String; 6] {
    let reading = &document.reading;
    let tenths = reading.sentence_length_in_tenths();
    [
        shortened(&document.title),
        count_text(reading.words),
        tenths.map(|tenths| format!("{}.{} words", tenths / 10, tenths % 10)).unwrap_or_default(),
        count_text(reading.long_sentences.len()),
        age(document),
        document.easy_read.as_ref().map(told).unwrap_or_else(|| "none".into()),
    ]
}

/// `14 (15 before)`.
fn age(document: &DocumentSummary) -> String {
    match (document.age(), &document.before) {
        (Some(age), Some(before)) => format!("{age} ({} before)", before.age),
        (Some(age), None) => age.to_string(),
        (None, _) if document.english => "too short".into(),
        (None, _) => "not English".into(),
    }
}

fn told(easy: &EasyReadSummary) -> String {
    match easy.chapters {
        0 => plural(easy.own, "chapter"),
        all => format!("{} of {}", easy.told, plural(all, "chapter")),
    }
}

/// `2 warnings, 1 piece of advice: 2 × table-caption, 1 × term-unused`.
fn kinds(faults: &[Fault]) -> String {
    let mut counts = Counts::default();
    faults.iter().for_each(|fault| counts.add(fault.severity, fault.count));
    let each: Vec<String> = faults.iter().map(|fault| format!("{} × {}", fault.count, fault.rule.code)).collect();
    format!("{}: {}", count_words(counts), each.join(", "))
}

fn shortened(title: &str) -> String {
    if title.chars().count() <= WIDEST_TITLE {
        return title.to_owned();
    }
    let kept: String = title.chars().take(WIDEST_TITLE - 1).collect();
    format!("{}…", kept.trim_end())
}

/// The first column to the left, numbers to the right, words to the left.
fn line(cells: &[String; 6], widths: &[usize], out: &mut String) {
    let mut text = String::new();
    for (column, (cell, width)) in cells.iter().zip(widths).enumerate() {
        let _ = match column {
            0 => write!(text, "{cell:<width$}"),
            1..=3 => write!(text, "  {cell:>width$}"),
            _ => write!(text, "  {cell:<width$}"),
        };
    }
    let _ = writeln!(out, "{}", text.trim_end());
}

/// The summary for programs: one object for each document.
pub(super) fn documents_json(summary: &Summary) -> Value {
    summary.documents.iter().map(document_json).collect()
}

fn document_json(document: &DocumentSummary) -> Value {
    let faults = document.faults.iter();
    let faults = faults
        .map(|fault| json!({ "code": fault.rule.code, "severity": fault.severity.word(), "count": fault.count }))
        .collect::<Value>();
    let easy = document.easy_read.as_ref().map(|easy| {
        json!({
            "tested": easy.tested, "own_chapters": easy.own, "chapters_told": easy.told, "chapters": easy.chapters,
            "reading": reading_json(&easy.reading, None),
        })
    });
    let texts = document.texts.iter().map(|text| {
        let age = document.english.then(|| text.reading.reading_age()).flatten();
        json!({
            "path": format!("content/{}", text.path), "title": text.title,
            "reading": reading_json(&text.reading, age), "easy_read": text.retold,
        })
    });
    json!({
        "path": document.path.as_str(),
        "title": document.title,
        "reading": reading_json(&document.reading, document.age()),
        "reading_age_without_terms": document.age_without_terms(),
        "reading_age_before": document.before.as_ref().map(|before| before.age),
        "faults": faults,
        "easy_read": easy,
        "texts": texts.collect::<Value>(),
    })
}

fn reading_json(reading: &Reading, age: Option<u32>) -> Value {
    json!({
        "words": reading.words, "sentences": reading.sentences, "syllables": reading.syllables,
        "long_sentences": reading.long_sentences.len(), "reading_age": age,
    })
}
