//! The reports of a folder against the record of what was published.

use super::Record;
use super::compare::Comparison;
use super::sections::section_edits;
use super::told::paragraph_edits;
use crate::content::Chapter;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::reports::{PARAGRAPH_NUMBER, PARAGRAPH_TWICE, RECORD_OF_NOTHING};
use crate::prose::paragraphs;
use crate::source::did_you_mean;

/// Holds the reports of a folder against the record. `withheld` are those that the public may not read,
/// of which nothing is known but their names.
pub(in crate::content) fn check_record(
    record: &Record,
    reports: &[&Chapter],
    withheld: &[&str],
    out: &mut Vec<Diagnostic>,
) {
    let slugs = || reports.iter().map(|report| report.slug.as_str());
    for (name, recorded) in &record.reports {
        if let Some(report) = reports.iter().find(|report| report.slug == *name) {
            check_report(recorded, report, out);
        } else if !withheld.contains(&name.as_str()) {
            // One that is in the record itself is not what this one became.
            let unrecorded = slugs().filter(|slug| !record.reports.contains_key(*slug));
            out.push(
                Diagnostic::new(&RECORD_OF_NOTHING, recorded.name, format!("this folder has no report `{name}`"))
                    .maybe_help(did_you_mean(name, unrecorded))
                    .else_help(
                        "if it has another name now, give this entry that name; if it is gone on purpose, take the entry out",
                    ),
            );
        }
    }
}

fn check_report(recorded: &super::Recorded, report: &Chapter, out: &mut Vec<Diagnostic>) {
    let numbering = [&PARAGRAPH_NUMBER, &PARAGRAPH_TWICE];
    // A number that was not understood is missing from the sequence: what follows would be told wrongly.
    if out.iter().any(|told| told.span.file == report.file && numbering.contains(&told.rule)) {
        return;
    }
    let now = paragraphs(&report.prose);
    let found = Comparison::of(&recorded.paragraphs, &now);
    let origins = found.origins();
    let sections = section_edits(&found, &origins, out);
    paragraph_edits(&found, &origins, &sections, out);
}
