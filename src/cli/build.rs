//! `candour build`: the website, and a short account of what was done.

use super::arguments::Build;
use super::left::known_words;
use super::progress::Bar;
use super::report::{count_words, explained_words, options, plural, show};
use super::{Ending, complain, print};
use crate::diagnostic::{Counts, Severity};
use crate::publish::{Account, Place, Produced, PublishFailure, RealDisk, SiteFolder, produce, publish, put_back};
use crate::site::Reason;
use std::fmt::Write;
use std::path::Path;
use std::time::{Duration, Instant};

pub(super) fn run(build: &Build) -> Ending {
    match try_run(build) {
        Ok(ending) | Err(ending) => ending,
    }
}

fn try_run(build: &Build) -> Result<Ending, Ending> {
    let started = Instant::now();
    let options = options(&build.source, false)?;
    let world = |failure: crate::source::WorldFailure| {
        complain(&failure.to_string());
        Ending::Failed
    };
    let folder = SiteFolder::open(&build.source.site).map_err(world)?;
    let target = build.out.clone().unwrap_or_else(|| build.source.site.join("public"));
    let home = std::env::home_dir();
    let waiting = || complain(&format!("another build is writing to {}; waiting for it to end", target.display()));
    let place = Place { target: &target, site: &build.source.site, home: home.as_deref(), waiting: &waiting };
    let unpublished = |failure: PublishFailure| {
        match failure {
            PublishFailure::Refused(why) => complain(&format!("nothing was published: {why}")),
            PublishFailure::World(doing, cause) => complain(&format!("nothing was published: {doing}: {cause}")),
        }
        Ending::Failed
    };
    put_back(&place, &RealDisk).map_err(unpublished)?;
    let bar = Bar::new();
    let produced = produce(&folder, &options, &bar).map_err(world);
    bar.finish();
    let produced = produced?;
    // Advice is for `check`: here they would bury what matters.
    show(produced.diagnostics.iter().filter(|diagnostic| diagnostic.severity != Severity::Advice), &produced.sources);
    let counts = Counts::of(&produced.diagnostics);
    if counts.errors > 0 {
        let before = if target.join("index.html").is_file() { " The last good website is as it was." } else { "" };
        print(&format!("Nothing was published: {}.{before}\n", count_words(counts)))?;
        return Ok(Ending::Mistakes);
    }
    let account = publish(&produced.output, &place, &RealDisk).map_err(unpublished)?;
    print(&describe(&produced, &account, counts, &target, started.elapsed()))?;
    // The program ends here. The system takes back a large site's memory at once; piece by
    // piece it would take a tenth of the build.
    std::mem::forget(produced);
    Ok(Ending::Fine)
}

fn describe(produced: &Produced, account: &Account, counts: Counts, target: &Path, time: Duration) -> String {
    let mut out = String::new();
    for held in &produced.held_back {
        let why = match held.reason {
            Reason::Draft => "a draft".to_owned(),
            Reason::Embargo(date) => format!("under embargo until {date}"),
            Reason::Exempt(exempt) => {
                let numbers: Vec<String> = exempt.paragraphs().map(|number| number.to_string()).collect();
                match numbers.as_slice() {
                    [] => "exempt".to_owned(),
                    [one] => format!("exempt by paragraph {one} of Schedule 12A"),
                    _ => format!("exempt by paragraphs {} of Schedule 12A", numbers.join(" and ")),
                }
            }
        };
        let _ = writeln!(out, "Held back: {} (content/{}), {why}", held.title, held.path);
    }
    let files = account.added.len() + account.changed.len() + account.unchanged;
    let _ = writeln!(
        out,
        "{}, {}: {} added, {} changed, {} removed, {} as before",
        plural(produced.pages, "page"),
        plural(files, "file"),
        account.added.len(),
        account.changed.len(),
        account.removed.len(),
        account.unchanged,
    );
    if let Some(words) = explained_words(produced.site.explained()) {
        let _ = writeln!(out, "{words}");
    }
    // Not all advice is looked for in a build, so its number would mean nothing.
    let found = count_words(Counts { advice: 0, ..counts });
    let more = if counts.advice > 0 { "candour check shows advice" } else { "" };
    match (found.is_empty(), more.is_empty()) {
        (true, true) => {}
        (false, false) => _ = writeln!(out, "{found} ({more})"),
        _ => _ = writeln!(out, "{found}{more}"),
    }
    if let Some(words) = known_words(&produced.untold, counts) {
        let _ = writeln!(out, "{words}");
    }
    let index = target.join("index.html");
    let _ = writeln!(out, "Done in {:.2} s. Open {}", time.as_secs_f64(), index.display());
    out
}
