//! `candour number`: keeps the numbers of a report's paragraphs, so that an edit that would change
//! one is noticed.

mod changes;

use super::Ending;
use super::arguments::Number;
use super::named::{content_of, document_named, tell};
use super::report::plural;
use super::written::write_whole;
use crate::content::paragraphs::record_text;
use crate::content::{Chapter, Content, Document, Form};
use crate::diagnostic::rules::reports::{
    PARAGRAPH_GONE, PARAGRAPH_NUMBER, PARAGRAPH_RENUMBERED, PARAGRAPH_TWICE, RECORD_OF_NOTHING,
};
use crate::diagnostic::{Rule, Texts};
use crate::prose::paragraphs;
use crate::source::SitePath;
use changes::{changes, tell_changes};
use std::collections::BTreeMap;
use std::sync::Arc;

pub(super) fn run(number: &Number) -> Ending {
    tell(try_run(number))
}

fn try_run(number: &Number) -> Result<String, String> {
    let content = content_of(&number.site)?;
    let is_report = |document: &Document| document.texts().any(|text| text.report);
    let document = document_named(&content, &number.document, is_report, "report or briefing", "briefings/2021-01-20")?;
    // All reports of a folder share a record.
    let home = match document.form {
        Form::Folder(..) => document.path.clone(),
        Form::Single(_) => document.path.parent(),
    };
    let beside = |other: &&Arc<Document>| match other.form {
        Form::Folder(..) => other.path == home,
        Form::Single(_) => other.path.parent() == home,
    };
    let documents: Vec<&Arc<Document>> = content.documents.iter().filter(beside).collect();
    let texts: Vec<&Arc<Chapter>> =
        documents.iter().flat_map(|other| other.texts()).filter(|text| text.report).collect();
    refuse(&content, &home, number.again)?;
    let mut reports: BTreeMap<String, Vec<(String, String)>> = texts
        .iter()
        .map(|text| {
            let paragraphs = paragraphs(&text.prose).into_iter();
            (text.slug.clone(), paragraphs.map(|one| (one.number.to_string(), one.words)).collect())
        })
        .collect();
    let count: usize = reports.values().map(Vec::len).sum();
    let said = format!("the numbers of {} in {}", plural(count, "paragraph"), plural(reports.len(), "report"));
    let record = document.record.as_deref();
    // What is kept of a report that the public may not read any more stays as it is.
    let withheld = documents.iter().flat_map(|other| &other.withheld).map(|withheld| &withheld.slug);
    for slug in withheld {
        if let Some(recorded) = record.and_then(|record| record.reports.get(slug)) {
            let kept = recorded.paragraphs.iter().map(|(number, words)| (number.value.to_string(), words.clone()));
            reports.insert(slug.clone(), kept.collect());
        }
    }
    let changes = record.map(|record| changes(record, &texts)).unwrap_or_default();
    let target = number.site.join("content").join(home.as_str()).join("paragraphs.yaml");
    write_whole(&target, &record_text(&reports))?;
    let told = tell_changes(&changes, content);
    Ok(format!(
        "{told}{} keeps {said}.\nFrom now on, `candour check` says when an edit would change one.\n",
        target.display()
    ))
}

/// Says why a record is not replaced: something in it would be lost without a word.
fn refuse(content: &Content, home: &SitePath, again: bool) -> Result<(), String> {
    let told = |rule: &Rule| {
        let all = content.diagnostics.iter().filter(|told| told.rule == rule);
        let here = all.filter(|told| {
            let file = SitePath::parse(content.sources.path(told.span.file)).and_then(|path| path.strip("content"));
            file.is_some_and(|file| file.parent() == *home)
        });
        here.collect::<Vec<_>>()
    };
    let edits = told(&PARAGRAPH_RENUMBERED).len() + told(&PARAGRAPH_GONE).len();
    if edits > 0 && !again {
        return Err(format!(
            "{} would change the numbers of published paragraphs; `candour check` says which. Put that right, or add \
             --again if the report is issued anew",
            plural(edits, "edit")
        ));
    }
    if let Some(lost) = told(&RECORD_OF_NOTHING).first().filter(|_| !again) {
        return Err(format!(
            "paragraphs.yaml keeps the numbers of a report that is not there: {}. If it has another name now, give the \
             entry in paragraphs.yaml that name. If it is gone on purpose, add --again",
            lost.message
        ));
    }
    let unclear = told(&PARAGRAPH_NUMBER).len() + told(&PARAGRAPH_TWICE).len();
    if unclear > 0 {
        return Err(format!(
            "{} cannot stand where it stands; `candour check` says which. Put that right first",
            plural(unclear, "paragraph number")
        ));
    }
    Ok(())
}
