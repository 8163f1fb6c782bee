//! `candour baseline`: records the faults that a site has, so that only new ones are told.

use super::arguments;
use super::progress::Bar;
use super::report::{count_words, options, plural};
use super::written::write_whole;
use super::{Ending, complain, print};
use crate::content::checks::{BASELINE, Baseline};
use crate::diagnostic::{Counts, Diagnostic, Severity};
use crate::publish::{Produced, SiteFolder, produce};
use crate::site::Options;
use crate::source::{Entry, Files, SitePath, WorldFailure};
use std::path::PathBuf;

pub(super) fn run(arguments: &arguments::Baseline) -> Ending {
    match try_run(arguments) {
        Ok(ending) | Err(ending) => ending,
    }
}

fn try_run(arguments: &arguments::Baseline) -> Result<Ending, Ending> {
    let options = options(&arguments.source, true)?;
    let failed = |why: String| {
        complain(&why);
        Ending::Failed
    };
    let folder = SiteFolder::open(&arguments.source.site).map_err(|failure| failed(failure.to_string()))?;
    let target = arguments.source.site.join("content").join(BASELINE);
    let place = Place { target, folder, options };
    let (text, ending) = match place.target.exists() && !arguments.again {
        true => place.take_out().map_err(failed)?,
        false => place.record().map_err(failed)?,
    };
    print(&text)?;
    Ok(ending)
}

/// Where the known faults of a site are recorded.
struct Place {
    target: PathBuf,
    folder: SiteFolder,
    options: Options,
}

impl Place {
    fn produce(&self, files: &dyn Files) -> Result<Produced, String> {
        let bar = Bar::new();
        let produced = produce(files, &self.options, &bar);
        bar.finish();
        produced.map_err(|failure| failure.to_string())
    }

    /// Takes out what is mended, and leaves the rest as it is.
    fn take_out(&self) -> Result<(String, Ending), String> {
        let produced = self.produce(&self.folder)?;
        let Some(recorded) = produced.untold.recorded else {
            return Err(format!(
                "{} cannot be read, and `candour check` says why. Take an earlier version of it, or add --again to \
                 record all faults anew",
                self.target.display()
            ));
        };
        let counts = Counts::of(&produced.diagnostics);
        // A new error that may be lowered hides nothing, but it looks like those that do.
        if counts.errors > 0 {
            return Err(format!(
                "{} may hide known faults, so nothing is taken out. Mend them first; `candour check` says where",
                count_words(Counts { errors: counts.errors, ..Counts::default() })
            ));
        }
        let baseline = baseline_of(recorded, produced.untold.known_faults(), &produced);
        let left = plural(baseline.len(), "known fault");
        let mut out = match produced.untold.mended {
            0 => format!("Nothing is to be taken out. {} keeps {left}.\n", self.target.display()),
            mended => {
                write_whole(&self.target, &baseline.text())?;
                format!("Taken out: {mended}. {} keeps {left}.\n", self.target.display())
            }
        };
        if baseline.is_empty() {
            out.push_str("None is left: you can delete the file.\n");
        }
        if counts.warnings > 0 {
            out.push_str(&format!(
                "Not taken in: {}. Mend what is new, or add --again to record it too.\n",
                count_words(Counts { warnings: counts.warnings, ..Counts::default() })
            ));
        }
        Ok((out, Ending::Fine))
    }

    /// Records all faults that can be known ones.
    fn record(&self) -> Result<(String, Ending), String> {
        // Of a block of which something is told, the fault of its page is not told. It comes to light when
        // the first is known, so it is looked again until nothing is new.
        const MOST_LOOKS: usize = 5;
        let mut baseline = Baseline::new(self.options.today);
        let mut produced = self.produce(&With { files: &self.folder, text: baseline.text() })?;
        for _ in 0..MOST_LOOKS {
            if produced.pages == 0 {
                return Err("the pages cannot be made; `candour check` says why. Mend that first".into());
            }
            let new = || produced.diagnostics.iter().filter(|told| Baseline::takes(told));
            if new().next().is_none() {
                break;
            }
            baseline = baseline_of(self.options.today, produced.untold.known_faults().chain(new()), &produced);
            produced = self.produce(&With { files: &self.folder, text: baseline.text() })?;
        }
        write_whole(&self.target, &baseline.text())?;
        let errors = produced.diagnostics.iter().filter(|told| told.severity == Severity::Error).count();
        let mut out = format!("{} keeps {}.\n", self.target.display(), plural(baseline.len(), "known fault"));
        if errors > 0 {
            out.push_str(&format!(
                "Not taken in: {}, because they would make pages wrong. `candour check` says where.\n",
                plural(errors, "error")
            ));
            return Ok((out, Ending::Mistakes));
        }
        out.push_str("From now on, `candour check` tells of new ones only.\n");
        Ok((out, Ending::Fine))
    }
}

fn baseline_of<'d>(
    recorded: crate::figure::Date,
    faults: impl Iterator<Item = &'d Diagnostic>,
    produced: &Produced,
) -> Baseline {
    let mut baseline = Baseline::new(recorded);
    faults.for_each(|told| baseline.add(told, &produced.sources));
    baseline
}

/// A site with other known faults than those that are recorded.
struct With<'f> {
    files: &'f dyn Files,
    text: String,
}

fn path() -> Option<SitePath> {
    SitePath::parse("content")?.join(BASELINE)
}

impl Files for With<'_> {
    fn list(&self) -> Result<Vec<Entry>, WorldFailure> {
        let mut entries = self.files.list()?;
        entries.retain(|entry| Some(&entry.path) != path().as_ref());
        entries.extend(path().map(|path| Entry { path, size: self.text.len() as u64 }));
        entries.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(entries)
    }

    fn read(&self, file: &SitePath) -> Result<Vec<u8>, WorldFailure> {
        match Some(file) == path().as_ref() {
            true => Ok(self.text.clone().into_bytes()),
            false => self.files.read(file),
        }
    }
}
