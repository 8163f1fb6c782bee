//! An assembled site looked at as a whole: its links, every page made once, the anchors on
//! them. The build and the preview ask the same of it, so they say the same.

use super::judge::Judge;
use super::produce::Progress;
use super::sieve::{Sieve, Untold};
use crate::check::{
    AnchorUse, FinishedPage, check_anchors, check_briefings, check_chosen_actions, check_links, check_promises,
    check_registers, finished_page,
};
use crate::content::check_names;
use crate::diagnostic::{Counts, Diagnostic, in_reading_order};
use crate::render::Renderer;
use crate::site::{Address, Assembly};
use crate::source::SitePath;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// What came of looking.
#[derive(Debug)]
pub struct Examined<T> {
    /// What was kept of each page; `None` where a template failed, or nobody wanted to wait.
    pub pages: Option<BTreeMap<Address, T>>,
    /// The pictures and downloads that pages use, by path below `content/`.
    pub assets: BTreeSet<SitePath>,
    /// Everything that is told of what was found since the first file was read, in reading order.
    pub diagnostics: Vec<Diagnostic>,
    /// What is not told.
    pub untold: Untold,
}

/// Looks at a site. `keep` says what is kept of a page; a `renderer` that could not be made is
/// the mistake in its templates.
pub fn examine<T: Send>(
    assembly: &Assembly,
    renderer: Result<&Renderer, &Diagnostic>,
    progress: &dyn Progress,
    keep: impl Fn(&Address, String) -> T + Sync,
) -> Examined<T> {
    progress.stage("Checking links", 1);
    let links = check_links(assembly);
    let mut diagnostics = assembly.diagnostics.clone();
    diagnostics.extend(links.diagnostics);
    diagnostics.extend(check_promises(assembly));
    diagnostics.extend(check_registers(assembly));
    diagnostics.extend(check_briefings(assembly));
    diagnostics.extend(check_chosen_actions(assembly));
    check_names(&assembly.sources, &mut diagnostics);
    // What is not told hides no fault of a page, so levels come before pages.
    let mut sieve = Sieve::new(assembly);
    let mut diagnostics = sieve.pass(diagnostics);
    let mut found = Vec::new();
    let pages = match renderer {
        Ok(renderer) => make_pages(assembly, renderer, &links.anchors, progress, keep, (&diagnostics, &mut found)),
        Err(failure) => {
            found.push(failure.clone());
            None
        }
    };
    progress.stage("Sorting messages", 1);
    diagnostics.extend(sieve.pass(found));
    let unneeded = sieve.unneeded(&diagnostics, pages.is_some());
    diagnostics.extend(sieve.pass(unneeded));
    let ranks = assembly.sources.ranks();
    let diagnostics = in_reading_order(diagnostics, |file| ranks.of(file));
    let sound = pages.is_some() && Counts::of(&diagnostics).errors == 0;
    Examined { pages, assets: links.assets, diagnostics, untold: sieve.untold(sound) }
}

/// A page: where it stands, what is kept of it, its anchors if something leads to one, and what is wrong
/// with it.
type PageMade<'a, T> = (&'a Address, T, Option<FinishedPage>, Vec<Diagnostic>);

/// Makes every page; `None` where one cannot be made. What is told already is not told again of a page.
fn make_pages<T: Send>(
    assembly: &Assembly,
    renderer: &Renderer,
    anchors: &[AnchorUse],
    progress: &dyn Progress,
    keep: impl Fn(&Address, String) -> T + Sync,
    (told, out): (&[Diagnostic], &mut Vec<Diagnostic>),
) -> Option<BTreeMap<Address, T>> {
    let site = &assembly.site;
    let wanted: BTreeSet<&Address> = anchors.iter().map(|anchor| &anchor.address).collect();
    let judge = Judge::new(renderer, site, &assembly.sources);
    progress.stage("Making pages", site.pages.len());
    let made: Vec<Result<PageMade<'_, T>, Option<Diagnostic>>> = site
        .pages
        .par_iter()
        .map(|(address, _)| {
            if progress.is_overtaken() {
                return Err(None);
            }
            let html = renderer.page(site, address).map_err(|failure| Some(failure.diagnostic))?.unwrap_or_default();
            let finished = wanted.contains(address).then(|| finished_page(&html));
            let faults = judge.judge(address, &html);
            progress.step();
            Ok((address, keep(address, html), finished, faults))
        })
        .collect();
    progress.stage("Checking pages", 1);
    let (mut pages, mut finished, mut whole) = (BTreeMap::new(), BTreeMap::new(), true);
    let mut faults = Vec::new();
    for result in made {
        match result {
            Ok((address, kept, found, wrong)) => {
                faults.extend(wrong);
                pages.insert(address.clone(), kept);
                finished.extend(found.map(|found| (address.clone(), found)));
            }
            Err(failure) => {
                out.extend(failure);
                whole = false;
            }
        }
    }
    if !whole {
        return None;
    }
    check_anchors(anchors, &finished, out);
    judge.add_new(faults, told, out);
    Some(pages)
}
