//! Round after round: the site is looked at, what can be mended is mended in memory, and it is looked at
//! again, until nothing is left.

use super::apply::{Mendable, apply, choose};
use super::overlay::Overlay;
use super::proof::says_the_same;
use crate::diagnostic::{Change, Diagnostic, FileId, Mend, Rule, Texts};
use crate::publish::{Produced, Silent, produce};
use crate::site::Options;
use crate::source::{Files, SitePath, WorldFailure};
use std::collections::{BTreeMap, BTreeSet};

/// How often the site is looked at again: a mend may lay open another one, but not for ever.
const ROUNDS: usize = 5;

/// Which mends are wanted.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// Of these rules; of all where there is none.
    pub only: Vec<&'static Rule>,
    /// Whether numbers that quote figures are put right too.
    pub figures: bool,
}

impl Selection {
    fn wants(&self, told: &Diagnostic, mend: &Mend) -> bool {
        let named = self.only.contains(&told.rule);
        (self.only.is_empty() || named) && (mend.change.keeps_meaning() || self.figures || named)
    }
}

/// What would be done.
#[derive(Debug, Default)]
pub struct Plan {
    /// The files that would change, by their paths.
    pub files: Vec<MendedFile>,
    /// The files that stay as they are, although there is something to mend in them.
    pub refused: Vec<Refusal>,
}

/// A file, before and after.
#[derive(Debug)]
pub struct MendedFile {
    /// Where it is, below the site's folder.
    pub path: SitePath,
    /// Its bytes as they were read.
    pub before: Vec<u8>,
    /// Its bytes as they should be.
    pub after: Vec<u8>,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// Why a file changes.
#[derive(Debug)]
pub struct Reason {
    /// The rule.
    pub rule: &'static Rule,
    /// What was wrong.
    pub message: String,
    /// The line, from 1.
    pub line: usize,
    /// How many edits mend it.
    pub edits: usize,
    /// What they change.
    pub change: Change,
}

/// A file that stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Where it is, below the site's folder.
    pub path: SitePath,
    /// Why.
    pub why: String,
}

impl Plan {
    /// How many edits there are.
    pub fn edits(&self) -> usize {
        self.files.iter().flat_map(|file| &file.reasons).map(|reason| reason.edits).sum()
    }
}

/// Works out what would be done with a site. The texts of all files that change are proved to say what they
/// said, and the site has no error or warning that it did not have.
///
/// # Errors
/// The world fails while files are read.
pub fn plan(files: &dyn Files, options: &Options, wanted: &Selection) -> Result<Plan, WorldFailure> {
    let mut refused = BTreeMap::new();
    let first = produce(files, options, &Silent)?;
    let faults = faults(&first);
    loop {
        let mut work = Work { files, options, wanted, refused: refused.clone(), done: BTreeMap::new() };
        let last = work.rounds(&first)?;
        let worse = last.as_ref().map(|last| worse(&faults, last, &work.done)).unwrap_or_default();
        refused = work.refused;
        if worse.is_empty() {
            let files = work.done.into_values().collect();
            let refused = refused.into_iter().map(|(path, why)| Refusal { path, why }).collect();
            return Ok(Plan { files, refused });
        }
        // Each time there is at least one file more, so this ends.
        refused.extend(worse);
    }
}

/// How many errors and warnings there are, by file and rule.
type Faults = BTreeMap<(String, &'static str), usize>;

fn faults(produced: &Produced) -> Faults {
    let mut faults = Faults::new();
    for told in produced.diagnostics.iter().filter(|told| told.severity.is_more_than_advice()) {
        *faults.entry((produced.sources.path(told.span.file).to_owned(), told.rule.code)).or_default() += 1;
    }
    faults
}

/// The changed files that brought errors or warnings, with what is to be said of it.
fn worse(before: &Faults, now: &Produced, done: &BTreeMap<SitePath, MendedFile>) -> BTreeMap<SitePath, String> {
    let mut worse = BTreeMap::new();
    for ((path, code), count) in faults(now) {
        if count <= before.get(&(path.clone(), code)).copied().unwrap_or(0) {
            continue;
        }
        let why = format!("the mends would bring a new mistake: {code} in {path}");
        match SitePath::parse(&path).filter(|path| done.contains_key(path)) {
            Some(path) => {
                worse.insert(path, why);
            }
            // Nobody knows which of the files brought it.
            None => worse.extend(done.keys().map(|path| (path.clone(), why.clone()))),
        }
    }
    worse
}

struct Work<'w> {
    files: &'w dyn Files,
    options: &'w Options,
    wanted: &'w Selection,
    refused: BTreeMap<SitePath, String>,
    done: BTreeMap<SitePath, MendedFile>,
}

impl Work<'_> {
    /// Mends until nothing is left; gives the site as it is then, if anything was done.
    fn rounds(&mut self, first: &Produced) -> Result<Option<Produced>, WorldFailure> {
        let mut last = None;
        for _ in 0..ROUNDS {
            if !self.round(last.as_ref().unwrap_or(first))? {
                break;
            }
            let changed: BTreeMap<SitePath, Vec<u8>> =
                self.done.iter().map(|(path, file)| (path.clone(), file.after.clone())).collect();
            let overlay = Overlay { files: self.files, changed: &changed };
            last = Some(produce(&overlay, self.options, &Silent)?);
        }
        Ok(last)
    }

    /// Mends what can be mended now. Whether that was anything.
    fn round(&mut self, site: &Produced) -> Result<bool, WorldFailure> {
        let chosen = choose(&site.diagnostics, |told, mend| self.wanted.wants(told, mend));
        let mut any = false;
        for (file, mends) in chosen {
            let Some(path) = SitePath::parse(site.sources.path(file)) else { continue };
            if path.below("content").is_some() && !self.refused.contains_key(&path) {
                any |= self.mend(file, path, mends, site)?;
            }
        }
        Ok(any)
    }

    /// Mends a file. Whether anything was done.
    fn mend(
        &mut self,
        file: FileId,
        path: SitePath,
        mut mends: Vec<Mendable<'_>>,
        site: &Produced,
    ) -> Result<bool, WorldFailure> {
        let current = match self.done.get(&path) {
            Some(done) => done.after.clone(),
            None => self.files.read(&path)?,
        };
        const MARK: &[u8] = "\u{feff}".as_bytes();
        let (mark, body) = if current.starts_with(MARK) { current.split_at(MARK.len()) } else { (&[][..], &*current) };
        let text = site.sources.text(file);
        if body != text.as_bytes() {
            self.refused.insert(path, "it is not UTF-8 text; save it as UTF-8 first".into());
            return Ok(false);
        }
        let mut mended = proved(&path, text, &mends);
        if mended.is_none() {
            // One of them may be what the others suffer for.
            mends.retain(|mend| proved(&path, text, std::slice::from_ref(mend)).is_some());
            mended = proved(&path, text, &mends).filter(|_| !mends.is_empty());
        }
        let Some(mended) = mended else {
            self.refused.insert(path, "the mends would change more than they should".into());
            return Ok(false);
        };
        let reasons = mends.iter().map(|(told, mend)| Reason {
            rule: told.rule,
            message: told.message.clone(),
            line: site.sources.place(file, told.span.start).line,
            edits: mend.edits.len(),
            change: mend.change,
        });
        let after = [mark, mended.as_bytes()].concat();
        let done = self.done.entry(path.clone()).or_insert_with(|| MendedFile {
            path,
            before: current.clone(),
            after: Vec::new(),
            reasons: Vec::new(),
        });
        done.after = after;
        done.reasons.extend(reasons);
        Ok(true)
    }
}

/// A text with mends made; `None` if it would not say the same any more.
fn proved(path: &SitePath, text: &str, mends: &[Mendable<'_>]) -> Option<String> {
    let changes: BTreeSet<Change> = mends.iter().map(|(_, mend)| mend.change).collect();
    let mended = apply(text, mends.iter().flat_map(|(_, mend)| &mend.edits))?;
    says_the_same(path, text, &mended, &changes).then_some(mended)
}
