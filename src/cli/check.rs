//! `candour check`: the diagnostics alone.

use super::arguments::{Check, Deny, Format};
use super::progress::Bar;
use super::report::{count_words, options, show};
use super::{Ending, complain, print};
use crate::diagnostic::{Counts, Diagnostic, Texts, github, json, sarif};
use crate::publish::{SiteFolder, judge_pages, produce};

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
        let pages = judge_pages(&check.pages).map_err(world)?;
        return tell(check, &pages.diagnostics, &pages);
    }
    let options = options(&check.source, true)?;
    let folder = SiteFolder::open(&check.source.site).map_err(world)?;
    let bar = Bar::new();
    let produced = produce(&folder, &options, &bar).map_err(world);
    bar.finish();
    let produced = produced?;
    tell(check, &produced.diagnostics, &produced.sources)
}

/// Shows what was found, in the form that was asked for.
fn tell(check: &Check, diagnostics: &[Diagnostic], texts: &dyn Texts) -> Result<Ending, Ending> {
    let counts = Counts::of(diagnostics);
    match check.format {
        Format::Human => {
            show(diagnostics.iter(), texts);
            let found = count_words(counts);
            print(&if found.is_empty() { "Nothing to mend.\n".to_owned() } else { format!("{found}\n") })?;
        }
        Format::Json => print(&json(diagnostics, texts))?,
        Format::Sarif => print(&sarif(diagnostics, texts))?,
        Format::Github => print(&github(diagnostics, texts))?,
    }
    let denied = check.deny == Some(Deny::Warnings) && counts.warnings > 0;
    Ok(if counts.errors > 0 || denied { Ending::Mistakes } else { Ending::Fine })
}
