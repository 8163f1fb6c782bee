//! `candour check`: the diagnostics alone.

use super::arguments::{Check, Deny, Format};
use super::left::{left_lines, reasons};
use super::progress::Bar;
use super::report::{count_words, options, show};
use super::summary::{documents_json, table};
use super::{Ending, complain, print};
use crate::check::Summary;
use crate::diagnostic::{Counts, Diagnostic, Place, Texts, github, json, json_with_documents, sarif};
use crate::publish::{SiteFolder, Untold, judge_pages, produce};
use crate::render::{Part, Report, report};
use crate::site::Site;

pub(super) fn run(check: &Check) -> Ending {
    match try_run(check) {
        Ok(ending) | Err(ending) => ending,
    }
}

fn try_run(check: &Check) -> Result<Ending, Ending> {
    let world = |failure: crate::source::WorldFailure| {
        complain(&failure.to_string());
        Ending::Failed
    };
    if !check.pages.is_empty() {
        if check.format == Format::Html {
            complain("--pages: a report needs a site; choose another format");
            return Err(Ending::Failed);
        }
        let pages = judge_pages(&check.pages).map_err(world)?;
        return tell(check, &pages.diagnostics, &Untold::default(), &pages, None);
    }
    let options = options(&check.source, true)?;
    let folder = SiteFolder::open(&check.source.site).map_err(world)?;
    let bar = Bar::new();
    let produced = produce(&folder, &options, &bar).map_err(world);
    bar.finish();
    let produced = produced?;
    let wanted = matches!(check.format, Format::Human | Format::Json | Format::Html);
    let summary = wanted.then(|| Summary::of(&produced.site, &produced.diagnostics, &produced.sources));
    let part = summary.as_ref().map(|summary| (&produced.site, summary));
    tell(check, &produced.diagnostics, &produced.untold, &produced.sources, part)
}

/// Shows what was found, in the form that was asked for; with how the documents of a site read.
fn tell(
    check: &Check,
    diagnostics: &[Diagnostic],
    untold: &Untold,
    texts: &dyn Texts,
    summary: Option<(&Site, &Summary)>,
) -> Result<Ending, Ending> {
    let counts = Counts::of(diagnostics);
    match check.format {
        Format::Human => {
            show(diagnostics.iter(), texts);
            let found = count_words(counts);
            if check.reasons {
                print(&reasons(untold, diagnostics, texts))?;
            }
            let read = summary.map(|(_, summary)| table(summary)).unwrap_or_default();
            let found = if found.is_empty() { "Nothing to mend.".to_owned() } else { found };
            let left: String = left_lines(untold, diagnostics).into_iter().map(|line| line + "\n").collect();
            print(&format!("{found}\n{left}{read}"))?;
        }
        Format::Json => print(&match summary {
            Some((_, summary)) => {
                json_with_documents(diagnostics, &untold.diagnostics, texts, &documents_json(summary))
            }
            None => json(diagnostics, &untold.diagnostics, texts),
        })?,
        Format::Sarif => print(&sarif(diagnostics, &untold.diagnostics, texts))?,
        Format::Github => print(&github(diagnostics, texts))?,
        Format::Html => {
            if let Some((site, summary)) = summary {
                let editor = |_: &str, _: Place| None;
                let untold = &untold.diagnostics;
                let asked = Report { site, summary, diagnostics, untold, texts, part: Part::Whole, editor: &editor };
                let page = report(&asked).map_err(|failure| {
                    complain(&format!("the report cannot be made: {failure}"));
                    Ending::Failed
                })?;
                print(&page)?;
            }
        }
    }
    let denied = check.deny == Some(Deny::Warnings) && counts.warnings > 0;
    Ok(if counts.errors > 0 || denied { Ending::Mistakes } else { Ending::Fine })
}
