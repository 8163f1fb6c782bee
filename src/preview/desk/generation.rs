//! The site after one change and before the next: an immutable value, from which views are
//! put together as they are asked for.

use super::makers::Makers;
use super::view::View;
use super::{ViewKey, Wishes, lock};
use crate::diagnostic::Diagnostic;
use crate::render::{DesignFile, Renderer};
use crate::site::{Assembly, Frames, Linked, Options, Site, assemble_again};
use crate::source::{SitePath, WorldFailure};
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;

/// How long the way of a save took.
#[derive(Clone, Copy, Debug, Default)]
pub struct Timings {
    /// From the first sign of it to the start of reading.
    pub noticing: Duration,
    /// Reading and parsing what changed.
    pub reading: Duration,
}

/// Content and the theme it is shown with.
pub(super) struct Shown {
    pub(super) linked: Linked,
    pub(super) makers: Arc<Makers>,
    /// Where everything stands, as far as it is known from generations before.
    pub(super) frames: Arc<Mutex<Frames>>,
}

impl Shown {
    /// The content as a site.
    pub(super) fn assemble(&self, options: &Options) -> Assembly {
        assemble_again(self.linked.clone(), options, &mut lock(&self.frames))
    }
}

/// The site between two changes.
pub struct Generation {
    /// Counts up with each change.
    pub number: u64,
    /// The files that are broken, of which an earlier version is shown.
    pub broken: BTreeSet<SitePath>,
    /// What keeps the preview from seeing the files as they are.
    pub failure: Option<WorldFailure>,
    /// How long its way took.
    pub timings: Timings,
    shown: Shown,
    truth: Option<Shown>,
    before: Vec<Arc<Makers>>,
    views: Mutex<Vec<(ViewKey, Place)>>,
    assembling: OnceLock<Duration>,
}

/// Where a view will stand; whoever comes first puts it there, and the others wait for it.
type Place = Arc<OnceLock<Arc<View>>>;

/// How many views are kept: the working one, the public one, and some other days.
const MOST_VIEWS: usize = 4;

impl Generation {
    pub(super) fn new(
        number: u64,
        shown: Shown,
        truth: Option<Shown>,
        before: Vec<Arc<Makers>>,
        broken: BTreeSet<SitePath>,
        failure: Option<WorldFailure>,
        timings: Timings,
    ) -> Generation {
        Generation {
            number,
            broken,
            failure,
            timings,
            shown,
            truth,
            before,
            views: Mutex::default(),
            assembling: OnceLock::new(),
        }
    }

    /// How long it took to put the site together.
    pub fn assembling(&self) -> Duration {
        self.assembling.get().copied().unwrap_or_default()
    }

    pub(super) fn assembled(&self, time: Duration) {
        let _ = self.assembling.set(time);
    }

    /// A view of it.
    pub(super) fn view(&self, key: ViewKey, wishes: &Wishes) -> Arc<View> {
        let place = {
            let mut views = lock(&self.views);
            match views.iter().find(|(known, _)| *known == key) {
                Some((_, place)) => Arc::clone(place),
                None => {
                    if views.len() >= MOST_VIEWS {
                        // The first is the working view, which somebody always looks at.
                        views.remove(1);
                    }
                    let place = Arc::new(OnceLock::new());
                    views.push((key, Arc::clone(&place)));
                    place
                }
            }
        };
        Arc::clone(place.get_or_init(|| {
            let options = key.options(wishes);
            Arc::new(View::new(self.shown.assemble(&options)))
        }))
    }

    /// The whole truth, mistakes and all: what `candour check` would look at.
    pub(super) fn truth(&self) -> &Shown {
        self.truth.as_ref().unwrap_or(&self.shown)
    }

    /// Whether what is shown is the truth.
    pub(super) fn is_true(&self) -> bool {
        self.truth.is_none()
    }

    pub(super) fn makers(&self) -> Arc<Makers> {
        Arc::clone(&self.shown.makers)
    }

    /// Makes something with the theme as it is; where that fails, with the last that did not.
    /// With what failed first.
    pub fn make<T>(
        &self,
        site: &Site,
        make: impl Fn(&Renderer) -> Result<T, Diagnostic>,
    ) -> (Option<T>, Option<Diagnostic>) {
        let mut failed = None;
        for makers in [&self.shown.makers].into_iter().chain(&self.before) {
            match makers.for_site(site).and_then(|renderer| make(&renderer)) {
                Ok(made) => return (Some(made), failed),
                Err(failure) => {
                    failed.get_or_insert(failure);
                }
            }
        }
        (None, failed)
    }

    /// The renderer of the theme as it is, if it is without mistakes.
    pub fn renderer(&self, site: &Site) -> Option<Arc<Renderer>> {
        self.shown.makers.for_site(site).ok()
    }

    /// A style, script or icon of a page that was made in this generation.
    pub fn design_file(&self, path: &str) -> Option<DesignFile> {
        [&self.shown.makers].into_iter().chain(&self.before).find_map(|makers| makers.design_file(path))
    }

    /// Where the file of the theme is that a path below the output folder stands for.
    pub fn theme_asset(&self, path: &str) -> Option<SitePath> {
        let assets = &self.shown.makers.theme().assets;
        assets.iter().find(|(_, target)| target == path).map(|(source, _)| source.clone())
    }

    /// A fingerprint of the theme's pictures and fonts, which the style refers to.
    pub(super) fn theme_print(&self) -> u64 {
        self.shown.linked.theme_assets().iter().fold(0, |print, (_, own)| print.rotate_left(5) ^ own)
    }
}
