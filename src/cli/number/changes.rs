//! What `candour number --again` changes: the paragraphs that have another number now, and the links of
//! the site that lead to one of the old numbers.

use crate::check::check_links;
use crate::content::paragraphs::{Changed, Record, changed_numbers};
use crate::content::{Chapter, Content};
use crate::diagnostic::Texts;
use crate::figure::Date;
use crate::prose::{ParagraphNumber, paragraphs};
use crate::site::{Address, Options, assemble, link};
use crate::source::SitePath;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::sync::Arc;

/// The numbers of a report that change.
pub(super) struct ReportChanges {
    path: SitePath,
    slug: String,
    changed: Vec<Changed>,
}

/// What changes in each report, as against the record.
pub(super) fn changes(record: &Record, reports: &[&Arc<Chapter>]) -> Vec<ReportChanges> {
    let of = |report: &&Arc<Chapter>| {
        let changed = changed_numbers(&record.reports.get(&report.slug)?.paragraphs, &paragraphs(&report.prose));
        Some(ReportChanges { path: report.path.clone(), slug: report.slug.clone(), changed })
    };
    reports.iter().filter_map(of).filter(|report| !report.changed.is_empty()).collect()
}

/// The changes, and below them every link that leads to a number that changed.
pub(super) fn tell_changes(changes: &[ReportChanges], content: Content) -> String {
    let mut out = String::new();
    if changes.is_empty() {
        return out;
    }
    // Drafts link too.
    let options = Options { today: Date::MAX, drafts: true, base_url: None, advice: false };
    let assembly = assemble(link(content, None, false), &options);
    let anchors = check_links(&assembly).anchors;
    for report in changes {
        let _ = writeln!(out, "{}:", report.path);
        for Changed { before, now, words } in &report.changed {
            let now = now.as_ref().map_or_else(|| "gone".to_owned(), ToString::to_string);
            let _ = writeln!(out, "  {before} → {now}  {words}");
        }
        let old: BTreeSet<String> = report.changed.iter().map(|changed| changed.before.to_string()).collect();
        let Some(address) = assembly.site.files.get(&report.path) else { continue };
        let whole = address.parent().map(|pack| pack.below("whole"));
        let prefix = format!("{}--", report.slug);
        let number = |to: &Address, anchor: &str| {
            let anchor = match to {
                to if to == address => anchor,
                to if Some(to) == whole.as_ref() => anchor.strip_prefix(&prefix)?,
                _ => return None,
            };
            Some(ParagraphNumber::within(anchor)?.0.to_string()).filter(|number| old.contains(number))
        };
        let mut links: Vec<String> = anchors
            .iter()
            .filter_map(|used| {
                let number = number(&used.address, &used.anchor)?;
                let place = assembly.sources.place(used.span.file, used.span.start);
                Some(format!(
                    "  {}:{}:{} leads to {number}",
                    assembly.sources.path(used.span.file),
                    place.line,
                    place.column
                ))
            })
            .collect();
        links.sort();
        links.dedup();
        if !links.is_empty() {
            let _ = writeln!(out, "Links to these numbers, which may lead to another paragraph now:");
            links.iter().for_each(|link| out.push_str(&format!("{link}\n")));
        }
    }
    out.push('\n');
    out
}
