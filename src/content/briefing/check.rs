//! A briefing's list against the reports in its folder.

use super::Briefing;
use crate::content::Chapter;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::reports::{EXEMPT_NOT_LISTED, ITEM_NOT_THERE, ITEM_TWICE, REPORT_NOT_LISTED};
use crate::source::{Located, did_you_mean};
use std::sync::Arc;

/// Holds the items against the reports, exempt ones too. Gives the reports that are no items while
/// some exempt item has no report: each of them might be the one.
pub(in crate::content) fn check_reports(
    briefing: &Briefing,
    reports: &[Arc<Chapter>],
    out: &mut Vec<Diagnostic>,
) -> Vec<String> {
    let is_there = |name: &str| reports.iter().any(|report| report.slug == name);
    let listed: Vec<&Located<String>> = briefing.items.iter().filter_map(|item| item.report()).collect();
    for (at, name) in listed.iter().enumerate() {
        if !is_there(&name.value) {
            let slugs = reports.iter().map(|report| report.slug.as_str());
            out.push(
                Diagnostic::new(&ITEM_NOT_THERE, name.span, format!("this folder has no report `{}`", name.value))
                    .maybe_help(did_you_mean(&name.value, slugs))
                    .else_help("use the name of a Markdown file of this folder, without its number and .md"),
            );
        }
        if let Some(first) = listed.iter().take(at).find(|first| first.value == name.value) {
            out.push(
                Diagnostic::new(&ITEM_TWICE, name.span, format!("the report `{}` is an item already", name.value))
                    .label(first.span, "the other one")
                    .help("take one of the two out"),
            );
        }
    }
    let doubtful = briefing.items.iter().any(|item| {
        let found = item.document().is_some() || item.report().is_some_and(|name| is_there(&name.value));
        item.exempt.is_some() && !found
    });
    let mut meant = Vec::new();
    for report in reports.iter().filter(|report| briefing.place_of(&report.slug).is_none()) {
        let add = format!("add `- report: {}` to the items in document.yaml", report.slug);
        if report.exempt.is_some() {
            out.push(
                Diagnostic::new(&EXEMPT_NOT_LISTED, report.top(), "this exempt report is no item of the briefing")
                    .help(format!("{add}: the list then says that there is a paper, and why nobody may read it")),
            );
            continue;
        }
        let told = Diagnostic::new(&REPORT_NOT_LISTED, report.top(), "this report is no item of the briefing");
        out.push(match doubtful {
            true => told.help(format!(
                "{add}; if it is the exempt paper, write `report: {}` beside its `exempt:`",
                report.slug
            )),
            false => told.help(format!("{add}, or move the file away")),
        });
        meant.extend(doubtful.then(|| report.slug.clone()));
    }
    meant
}
