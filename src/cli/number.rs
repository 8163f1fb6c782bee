//! `candour number`: keeps the numbers of a report's paragraphs, so that an edit that would change
//! one is noticed.

use super::arguments::Number;
use super::{Ending, complain, print};
use crate::content::paragraphs::record_text;
use crate::content::{Document, Form, read_content};
use crate::diagnostic::Texts;
use crate::diagnostic::rules::reports::{PARAGRAPH_GONE, PARAGRAPH_RENUMBERED};
use crate::prose::paragraph_numbers;
use crate::publish::SiteFolder;
use crate::source::did_you_mean;
use std::collections::BTreeMap;
use std::fs;
use std::sync::Arc;

pub(super) fn run(number: &Number) -> Ending {
    match try_run(number) {
        Ok(text) => print(&text).err().unwrap_or(Ending::Fine),
        Err(why) => {
            complain(&why);
            Ending::Failed
        }
    }
}

fn try_run(number: &Number) -> Result<String, String> {
    let folder = SiteFolder::open(&number.site).map_err(|failure| failure.to_string())?;
    let content = read_content(&folder).map_err(|failure| failure.to_string())?;
    let path = number.document.replace('\\', "/");
    let path = path.trim_start_matches("./").trim_end_matches('/');
    let path = path.rsplit_once("content/").map_or(path, |(_, path)| path);
    let is_report = |document: &&Arc<Document>| document.texts().any(|text| text.report);
    let found = content.documents.iter().filter(is_report).find(|document| document.path.as_str() == path);
    let Some(document) = found else {
        let known = content.documents.iter().filter(is_report).map(|document| document.path.as_str());
        let help = did_you_mean(path, known).unwrap_or_else(|| "give its path, as in briefings/2021-01-20".into());
        return Err(format!("there is no report or briefing `{path}`: {help}"));
    };
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
        rule && content.sources.path(told.span.file).starts_with(&format!("content/{home}/"))
    });
    let changed = changed.count();
    if changed > 0 && !number.again {
        return Err(format!(
            "{changed} published paragraphs have other numbers now, or are gone; `candour check` says which. Put them \
             right, or add --again if the report is issued anew"
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
        "{} keeps the numbers of {count} paragraphs of {} reports.\nFrom now on, `candour check` says when an edit \
         would change one.\n",
        target.display(),
        reports.len()
    ))
}
