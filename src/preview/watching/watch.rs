//! The thread that looks on. It sleeps until something is announced or a look is due.

use super::gather::Gathering;
use super::heard::Heard;
use super::snapshot::{Found, Snapshot, touched};
use super::wake::{Act, Place, Roots, Signal, Wake, reason};
use super::{Batch, Touched};
use crate::content::is_litter;
use crate::source::{SitePath, WorldFailure};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// After announcements, the whole site is looked through when this long nothing happened.
const AFTERWARDS: Duration = Duration::from_millis(200);
/// The least time between looks at the whole site, with announcements and without.
const ROUND: Duration = Duration::from_secs(1);
const POLL: Duration = Duration::from_millis(300);
/// New folders may hold newer ones; what is deeper comes with the look afterwards.
const ROUNDS_OF_COVER: usize = 8;

/// Where to learn of changes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// From the system; from looking again and again where it keeps silent.
    Events,
    /// From looking again and again.
    Poll,
}

/// Looks on until it is dropped.
#[derive(Debug)]
pub struct Watch {
    stop: Sender<Signal>,
    thread: Option<JoinHandle<()>>,
}

impl Watch {
    /// Begins to look on. `snapshot` is what the caller knows of the site: changes since then
    /// are told first. `told` is called from the watching thread for each batch that has
    /// something in it besides litter, and when the failure begins, changes or ends. `say`
    /// is for a sentence to the person at the terminal.
    ///
    /// # Errors
    /// The system has no thread to give.
    pub fn start(
        root: PathBuf,
        mode: Mode,
        snapshot: Snapshot,
        say: Box<dyn Fn(&str) + Send>,
        told: Box<dyn FnMut(Batch) + Send>,
    ) -> Result<Watch, WorldFailure> {
        let (stop, signals) = channel();
        let sender = stop.clone();
        let run = move || {
            let roots = Roots::of(&root);
            let watching = Watching {
                roots,
                root,
                snapshot,
                say,
                told,
                wake: None,
                heard: Heard::default(),
                polling: mode == Mode::Poll,
                failing: None,
                round_due: Instant::now(),
                afterwards: None,
            };
            watching.run(&signals, sender);
        };
        let thread = thread::Builder::new().name("watching".into()).spawn(run).map_err(|error| WorldFailure {
            doing: "beginning to watch the site's folder".into(),
            cause: error.to_string(),
        })?;
        Ok(Watch { stop, thread: Some(thread) })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.stop.send(Signal::Stop);
        if let Some(thread) = self.thread.take().filter(|thread| thread.thread().id() != thread::current().id()) {
            let _ = thread.join();
        }
    }
}

/// The state of the thread.
struct Watching {
    root: PathBuf,
    roots: Roots,
    snapshot: Snapshot,
    say: Box<dyn Fn(&str) + Send>,
    told: Box<dyn FnMut(Batch) + Send>,
    /// `None` where nothing is announced.
    wake: Option<Wake>,
    heard: Heard,
    polling: bool,
    failing: Option<WorldFailure>,
    /// When to look at the whole site next.
    round_due: Instant,
    afterwards: Option<Instant>,
}

impl Watching {
    fn run(mut self, signals: &Receiver<Signal>, sender: Sender<Signal>) {
        if !self.polling {
            match Wake::start(sender) {
                Ok(wake) => self.wake = Some(wake),
                Err(error) => self.poll(&reason(&error)),
            }
        }
        loop {
            let due = self.afterwards.map_or(self.round_due, |due| due.min(self.round_due));
            match signals.recv_timeout(due.saturating_duration_since(Instant::now())) {
                Ok(Signal::Stop) | Err(RecvTimeoutError::Disconnected) => return,
                Err(RecvTimeoutError::Timeout) => self.round(Instant::now()),
                Ok(signal) => {
                    let Some(gathering) = self.gather(signal, signals) else { return };
                    self.act_on(gathering);
                }
            }
        }
    }

    /// Collects what belongs to the first signal; `None` to stop.
    fn gather(&mut self, first: Signal, signals: &Receiver<Signal>) -> Option<Gathering> {
        let mut gathering = Gathering::new(Instant::now());
        self.take(first, &mut gathering);
        // What is in the queue already comes without waiting, however late it is.
        while !gathering.is_over(Instant::now()) {
            match signals.recv_timeout(gathering.due().saturating_duration_since(Instant::now())) {
                Ok(Signal::Stop) | Err(RecvTimeoutError::Disconnected) => return None,
                Err(RecvTimeoutError::Timeout) => return Some(gathering),
                Ok(signal) => self.take(signal, &mut gathering),
            }
        }
        Some(gathering)
    }

    fn take(&mut self, signal: Signal, gathering: &mut Gathering) {
        let now = Instant::now();
        match signal {
            Signal::Saw(acts) => {
                for (full, act) in acts {
                    match self.roots.place(&full) {
                        Place::Site(path) => self.take_path(path, act, gathering, now),
                        Place::Beside => {}
                        Place::Unknown => self.lose_track(gathering, now),
                    }
                }
            }
            Signal::Lost => self.lose_track(gathering, now),
            Signal::Failed(error) => self.poll(&reason(&error)),
            Signal::Stop => {}
        }
    }

    /// Announcements were lost, or are about the site's folder itself: everything is looked
    /// at, and asked for, anew.
    fn lose_track(&mut self, gathering: &mut Gathering, now: Instant) {
        gathering.lose_track(now);
        self.heard.excuse();
        if let Some(wake) = &mut self.wake {
            wake.forget(&SitePath::root());
        }
    }

    fn take_path(&mut self, path: SitePath, act: Act, gathering: &mut Gathering, now: Instant) {
        self.heard.hear(path.clone());
        if act == Act::Gone
            && let Some(wake) = &mut self.wake
        {
            wake.forget(&path);
        }
        let is_file = self.snapshot.entry(&path).is_some();
        gathering.add(path, act, is_file, now);
    }

    /// Looks where something was announced.
    fn act_on(&mut self, gathering: Gathering) {
        if gathering.whole || self.failing.is_some() {
            return self.round(gathering.first);
        }
        if gathering.named.is_empty() {
            return;
        }
        let mut found = Found::new();
        let outcome = self.look_where(&gathering, &mut found);
        // Whatever the stamps say, these were written to.
        for path in gathering.named {
            if let Some(entry) = self.snapshot.entry(&path) {
                found.entry(path).or_insert((Some(entry), false));
            }
        }
        self.afterwards = Some(Instant::now() + AFTERWARDS);
        self.settle(outcome, found, gathering.first);
    }

    fn look_where(&mut self, gathering: &Gathering, found: &mut Found) -> Result<(), WorldFailure> {
        found.extend(self.snapshot.search_in(&self.root, &gathering.folders)?);
        for path in &gathering.named {
            if !gathering.folders.contains(&path.parent()) || self.snapshot.folders().contains_key(path) {
                found.extend(self.snapshot.search_for(&self.root, path)?);
            }
        }
        self.cover(found)
    }

    /// Looks at the whole site.
    fn round(&mut self, noticed: Instant) {
        let begun = Instant::now();
        let mut found = Found::new();
        let mut outcome = self.snapshot.search(&self.root).map(|all| found = all);
        let cost = begun.elapsed();
        // Changes from before anybody listened, or while nothing could be seen, tell nothing.
        if self.wake.as_ref().is_some_and(Wake::is_listening) && self.failing.is_none() && outcome.is_ok() {
            if !self.polling && self.heard.judge(&found, begun) {
                self.poll("changes are not announced here, as on some network drives");
            }
        } else {
            self.heard.excuse();
        }
        if outcome.is_ok() {
            outcome = self.cover(&mut found);
        }
        let pause = if self.polling { POLL.max(cost * 20) } else { ROUND.max(cost * 50) };
        self.round_due = Instant::now() + if outcome.is_ok() { pause } else { POLL };
        self.afterwards = None;
        self.settle(outcome, found, noticed);
    }

    /// Has new folders announced, and looks at what happened in them before that.
    fn cover(&mut self, found: &mut Found) -> Result<(), WorldFailure> {
        for _ in 0..ROUNDS_OF_COVER {
            let Some(wake) = &mut self.wake else { return Ok(()) };
            let new = match wake.cover(&self.root, self.snapshot.folders()) {
                Ok(new) => new,
                Err(error) => {
                    self.poll(&reason(&error));
                    return Ok(());
                }
            };
            if new.is_empty() {
                return Ok(());
            }
            found.extend(self.snapshot.search_in(&self.root, &BTreeSet::from_iter(new))?);
        }
        Ok(())
    }

    /// Tells what was found.
    fn settle(&mut self, outcome: Result<(), WorldFailure>, mut found: Found, noticed: Instant) {
        let failure = outcome.err();
        let changed = failure != self.failing;
        if changed && failure.is_none() {
            // Nobody knows what was read of the site while it could not be looked through.
            for entry in self.snapshot.entries() {
                found.insert(entry.path.clone(), (Some(entry), true));
            }
        }
        self.failing.clone_from(&failure);
        let touched: Vec<Touched> = touched(found);
        if changed || touched.iter().any(|touched| !is_litter(&touched.path)) {
            (self.told)(Batch { touched, noticed, failure });
        }
    }

    /// Looks again and again from now on, and says why, once.
    fn poll(&mut self, why: &str) {
        if !self.polling {
            self.polling = true;
            self.round_due = self.round_due.min(Instant::now() + POLL);
            (self.say)(&format!("{why}; looking for changes every {} s instead", POLL.as_secs_f32()));
        }
    }
}
