//! Announcements that belong together, and how long to wait for more of them: no longer than
//! a save needs to be whole, and not for ever.

use super::wake::{Act, IS_LINUX};
use crate::content::is_litter;
use crate::source::SitePath;
use std::collections::BTreeSet;
use std::time::{Duration, Instant};

/// As long as this nothing more came, and nothing is known to be under way.
const QUIET: Duration = Duration::from_millis(3);
/// How long to wait for the end of a write, and for what takes the place of a file that is gone.
const UNDER_WAY: Duration = Duration::from_millis(15);
/// Announcements without a pause are told after this in any case.
const LONGEST: Duration = Duration::from_millis(100);

/// What was announced and has not been looked at.
#[derive(Debug)]
pub(super) struct Gathering {
    pub(super) first: Instant,
    last: Instant,
    /// All that was named.
    pub(super) named: BTreeSet<SitePath>,
    /// Folders to look through.
    pub(super) folders: BTreeSet<SitePath>,
    /// Whether only a look at the whole site will do.
    pub(super) whole: bool,
    awaited: BTreeSet<SitePath>,
}

impl Gathering {
    pub(super) fn new(now: Instant) -> Gathering {
        let (named, folders, awaited) = Default::default();
        Gathering { first: now, last: now, named, folders, whole: false, awaited }
    }

    /// Adds what happened to a path. `is_file` is whether a file was there at the last look.
    pub(super) fn add(&mut self, path: SitePath, act: Act, is_file: bool, now: Instant) {
        self.last = now;
        match act {
            Act::Begun => {
                self.awaited.insert(path.clone());
            }
            Act::Ended => {
                self.awaited.remove(&path);
            }
            // Vim moves the text away before it writes the new one.
            Act::Gone if is_file && !is_litter(&path) => {
                self.awaited.insert(path.clone());
            }
            Act::Gone => {
                self.awaited.remove(&path);
            }
            Act::Other => {}
        }
        // Where A.md and a.md are one file, only the listing of their folder tells the names.
        if !IS_LINUX && (!is_file || act == Act::Gone) {
            self.folders.insert(path.parent());
        }
        self.named.insert(path);
    }

    /// Announcements were lost, or are about nobody knows what.
    pub(super) fn lose_track(&mut self, now: Instant) {
        self.last = now;
        self.whole = true;
    }

    /// Whether it has gone on for so long that nothing more is waited for.
    pub(super) fn is_over(&self, now: Instant) -> bool {
        now >= self.first + LONGEST
    }

    /// When to look.
    pub(super) fn due(&self) -> Instant {
        let pause = if self.awaited.is_empty() { QUIET } else { UNDER_WAY };
        (self.last + pause).min(self.first + LONGEST)
    }
}

#[cfg(test)]
mod tests {
    use super::{Gathering, LONGEST, QUIET, UNDER_WAY};
    use crate::preview::watching::wake::Act;
    use crate::source::SitePath;
    use std::time::{Duration, Instant};

    /// How long after the last of these announcements, each a millisecond after the one
    /// before, the look is due.
    fn pause(acts: &[(&str, Act, bool)]) -> Duration {
        let mut now = Instant::now();
        let mut gathering = Gathering::new(now);
        for (path, act, is_file) in acts {
            now += Duration::from_millis(1);
            gathering.add(SitePath::parse(path).unwrap(), *act, *is_file, now);
        }
        gathering.due() - now
    }

    #[test]
    fn the_end_of_a_write_is_waited_for() {
        assert_eq!(pause(&[("content/a.md", Act::Begun, true)]), UNDER_WAY);
        assert_eq!(pause(&[("content/a.md", Act::Begun, true), ("content/a.md", Act::Ended, true)]), QUIET);
    }

    #[test]
    fn what_takes_the_place_of_a_text_is_waited_for_and_what_goes_with_a_backup_is_not() {
        assert_eq!(pause(&[("content/a.md", Act::Gone, true), ("content/a.md~", Act::Ended, false)]), UNDER_WAY);
        assert_eq!(pause(&[("content/a.md", Act::Gone, true), ("content/a.md", Act::Ended, true)]), QUIET);
        assert_eq!(pause(&[("content/a.md~", Act::Gone, true)]), QUIET);
    }

    #[test]
    fn announcements_without_a_pause_are_not_waited_out() {
        let many = [("content/a.md", Act::Begun, true); 99];
        assert_eq!(pause(&many), LONGEST - Duration::from_millis(99));
    }
}
