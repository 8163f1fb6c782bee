//! The site on the desk of whoever drafts it: read once, kept in memory, put together anew
//! after each save, and rendered page by page as somebody asks. It reads the site's folder
//! and writes nothing.

mod findings;
mod generation;
mod inside;
mod makers;
mod view;
mod workshop;

pub use findings::Findings;
pub use generation::{Generation, Timings};
pub use inside::read_inside;
pub use view::{Form, Made, View, ViewKey};

use crate::content::Shelf;
use crate::figure::Date;
use crate::source::{Entry, Files, SitePath, WorldFailure};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, RwLock};
use std::time::{Duration, Instant};
use tokio::sync::watch;
use workshop::Workshop;

/// What does not change while the preview runs.
#[derive(Clone, Debug)]
pub struct Wishes {
    /// The day that embargoes are judged by; `None` is today, whatever day that is.
    pub today: Option<Date>,
    /// Where the site will be published; wins over `site.yaml`.
    pub base_url: Option<String>,
    /// The folder of the last published build, which is only read.
    pub published: PathBuf,
}

/// The desk. Shared between the thread that notices saves, the one that checks, and the
/// server.
pub struct Desk {
    wishes: Wishes,
    root: PathBuf,
    workshop: Mutex<Workshop>,
    now: RwLock<Arc<Generation>>,
    checked: RwLock<Arc<Findings>>,
    waiting: (Mutex<u64>, Condvar),
    ticks: watch::Sender<u64>,
}

/// The lock of something that a panic elsewhere cannot leave half done.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Desk {
    /// Reads a site. `root` is the site's folder, `files` its files.
    ///
    /// # Errors
    /// The world fails: a file cannot be read.
    pub fn open(root: &Path, files: &dyn Files, wishes: Wishes) -> Result<Desk, WorldFailure> {
        let started = Instant::now();
        let mut workshop = Workshop::new(Shelf::read(files)?);
        let read = started.elapsed();
        let first = workshop.put_together(Timings { noticing: Duration::ZERO, reading: read }, &wishes);
        let root = root.canonicalize().map_err(|error| WorldFailure {
            doing: format!("opening the site in {}", root.display()),
            cause: error.to_string(),
        })?;
        Ok(Desk {
            wishes,
            root,
            workshop: Mutex::new(workshop),
            now: RwLock::new(Arc::new(first)),
            checked: RwLock::new(Arc::default()),
            waiting: (Mutex::new(0), Condvar::new()),
            ticks: watch::Sender::new(0),
        })
    }

    /// Takes in what changed on disk since `noticed`: files with their size, or without if they
    /// are gone. Whether it made a difference.
    pub fn take(
        &self,
        touched: impl IntoIterator<Item = (SitePath, Option<Entry>)>,
        failure: Option<WorldFailure>,
        noticed: Instant,
    ) -> bool {
        let mut workshop = lock(&self.workshop);
        let began = Instant::now();
        let differs = workshop.take(&self.root, touched, failure);
        if !differs {
            return false;
        }
        let timings = Timings { noticing: began - noticed, reading: began.elapsed() };
        let next = Arc::new(workshop.put_together(timings, &self.wishes));
        let before = std::mem::replace(&mut *self.now.write().unwrap_or_else(PoisonError::into_inner), next);
        drop(workshop);
        self.tick();
        *lock(&self.waiting.0) += 1;
        self.waiting.1.notify_all();
        // A large site takes a while to be given back; nobody waits for that.
        drop(before);
        true
    }

    /// The site as it is now.
    pub fn now(&self) -> Arc<Generation> {
        Arc::clone(&self.now.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// What the last finished check found.
    pub fn checked(&self) -> Arc<Findings> {
        Arc::clone(&self.checked.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Told whenever the site or the findings are new.
    pub fn ticks(&self) -> watch::Receiver<u64> {
        self.ticks.subscribe()
    }

    fn tick(&self) {
        self.ticks.send_modify(|tick| *tick += 1);
    }

    /// Checks the newest site again and again as it changes, and tells `told` what each finished
    /// check found. Returns when `stopped` says so.
    pub fn check_on(&self, stopped: &(dyn Fn() -> bool + Sync), told: &mut dyn FnMut(&Arc<Findings>)) {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(1).thread_name(|_| "checking".into()).build().ok();
        let (mut done, mut took) = (None, Duration::ZERO);
        while !stopped() {
            let generation = self.now();
            let key = ViewKey { drafts: false, today: self.today() };
            // At midnight an embargo may be over.
            if done == Some((generation.number, key.today)) {
                // Wakes now and then to see whether it should stop.
                self.nap(&generation, Duration::from_millis(200));
                continue;
            }
            // Where a check takes long, one save is often followed by another before it ends.
            let patience = (took / 4).min(Duration::from_millis(300));
            if patience > Duration::from_millis(20) && self.nap(&generation, patience) {
                continue;
            }
            let started = Instant::now();
            let overtaken = || stopped() || self.now().number != generation.number;
            let check = || Findings::of(&generation, key, &self.wishes, &overtaken);
            // Threads of its own: a save must not wait behind the check of the one before.
            let findings = pool.as_ref().map_or_else(check, |pool| pool.install(check));
            let Some(findings) = findings else { continue };
            took = started.elapsed();
            if findings.sound {
                lock(&self.workshop).found_sound(&generation);
            }
            done = Some((generation.number, key.today));
            let findings = Arc::new(findings);
            *self.checked.write().unwrap_or_else(PoisonError::into_inner) = Arc::clone(&findings);
            self.tick();
            told(&findings);
        }
    }

    /// Waits until the site is another than this, but no longer than `time`; whether it is.
    fn nap(&self, generation: &Generation, time: Duration) -> bool {
        let (lock, changed) = &self.waiting;
        let guard = lock.lock().unwrap_or_else(PoisonError::into_inner);
        if self.now().number == generation.number {
            drop(changed.wait_timeout(guard, time));
        }
        self.now().number != generation.number
    }

    /// The day that embargoes are judged by.
    pub fn today(&self) -> Date {
        self.wishes.today.unwrap_or_else(|| jiff::Zoned::now().date())
    }

    /// What was asked for when the preview began.
    pub fn wishes(&self) -> &Wishes {
        &self.wishes
    }

    /// The site's folder, without symbolic links on the way.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A view of a generation, put together if nobody asked for it yet.
    pub fn view(&self, generation: &Generation, key: ViewKey) -> Arc<View> {
        generation.view(key, &self.wishes)
    }
}
