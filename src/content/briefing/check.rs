//! A briefing's list against the reports in its folder.

use super::{Briefing, Paper};
use crate::content::{Chapter, Withheld};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::reports::{ITEM_NOT_THERE, REPORT_NOT_LISTED};
use crate::source::did_you_mean;
use std::sync::Arc;

/// Puts the reports into the order of the items. Those that are no items come last.
pub(in crate::content) fn check_reports(
    briefing: &Briefing,
    reports: &mut [Arc<Chapter>],
    withheld: &[Withheld],
    out: &mut Vec<Diagnostic>,
) {
    let listed: Vec<&crate::source::Located<String>> = briefing
        .items
        .iter()
        .filter_map(|item| match &item.paper {
            Paper::Report(name) => Some(name),
            Paper::Document(_) | Paper::Exempt(_) => None,
        })
        .collect();
    let place = |slug: &str| listed.iter().position(|name| name.value == slug);
    for name in &listed {
        let there = reports.iter().any(|report| report.slug == name.value)
            || withheld.iter().any(|report| report.slug == name.value);
        if !there {
            let slugs = reports.iter().map(|report| report.slug.as_str());
            out.push(
                Diagnostic::new(&ITEM_NOT_THERE, name.span, format!("this folder has no report `{}`", name.value))
                    .maybe_help(did_you_mean(&name.value, slugs))
                    .else_help("use the name of a Markdown file of this folder, without its number and .md"),
            );
        }
    }
    for report in reports.iter().filter(|report| place(&report.slug).is_none()) {
        out.push(
            Diagnostic::new(&REPORT_NOT_LISTED, report.top(), "this report is no item of the briefing")
                .help(format!("add `- report: {}` to the items in document.yaml", report.slug)),
        );
    }
    reports.sort_by_key(|report| place(&report.slug).unwrap_or(usize::MAX));
}
