//! `candour number`: keeps the numbers of a report's paragraphs, so that an edit that would change
//! one is noticed.

use super::Ending;
use super::arguments::Number;
use super::named::{content_of, document_named, tell};
use super::report::plural;
use crate::content::paragraphs::record_text;
use crate::content::{Document, Form};
use crate::diagnostic::Texts;
use crate::diagnostic::rules::reports::{PARAGRAPH_GONE, PARAGRAPH_RENUMBERED};
use crate::prose::paragraph_numbers;
use crate::source::SitePath;
use std::collections::BTreeMap;
use std::fs;

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
    let beside = content.documents.iter().filter(|other| match other.form {
        Form::Folder(..) => other.path == home,
        Form::Single(_) => other.path.parent() == home,
    });
    let texts: Vec<_> = beside.flat_map(|other| other.texts()).filter(|text| text.report).collect();
    let changed = content.diagnostics.iter().filter(|told| {
        let rule = told.rule == &PARAGRAPH_RENUMBERED || told.rule == &PARAGRAPH_GONE;
        let file = SitePath::parse(content.sources.path(told.span.file)).and_then(|path| path.strip("content"));
        rule && file.is_some_and(|file| file.parent() == home)
    });
    let changed = changed.count();
    if changed > 0 && !number.again {
        return Err(format!(
            "{} changed the number or went; `candour check` says which. Put that right, or add --again if the report is \
             issued anew",
            plural(changed, "published paragraph")
        ));
    }
    let reports: BTreeMap<String, Vec<(String, String)>> = texts
        .iter()
        .map(|text| {
            let paragraphs = paragraph_numbers(&text.prose).into_iter().map(|(number, words, _)| (number, words));
            (text.slug.clone(), paragraphs.collect())
        })
        .collect();
    let count: usize = reports.values().map(Vec::len).sum();
    let target = number.site.join("content").join(home.as_str()).join("paragraphs.yaml");
    let staging = target.with_file_name(".paragraphs.yaml-being-written");
    let failed = |error: std::io::Error| format!("writing {}: {error}", target.display());
    fs::write(&staging, record_text(&reports)).and_then(|()| fs::rename(&staging, &target)).map_err(failed)?;
    Ok(format!(
        "{} keeps the numbers of {} in {}.\nFrom now on, `candour check` says when an edit would change one.\n",
        target.display(),
        plural(count, "paragraph"),
        plural(reports.len(), "report")
    ))
}
