//! Whether changes are announced at all: network drives and some containers keep silent.
//! What a whole look finds and nothing announced, not even a second later, shows it.

use super::snapshot::Found;
use crate::source::SitePath;
use std::collections::BTreeSet;
use std::time::{Duration, Instant};

/// How late an announcement may be.
const LATEST: Duration = Duration::from_secs(1);

/// What was announced since the last whole look, and what should have been.
#[derive(Debug, Default)]
pub(super) struct Heard {
    announced: BTreeSet<SitePath>,
    /// What the looks found that nothing announced, and since when it waits.
    waiting: BTreeSet<SitePath>,
    since: Option<Instant>,
    excused: bool,
}

impl Heard {
    /// Something was announced of this path. It speaks for all that is below it.
    pub(super) fn hear(&mut self, path: SitePath) {
        self.waiting.retain(|waiting| !covers(&path, waiting));
        if self.waiting.is_empty() {
            self.since = None;
        }
        self.announced.insert(path);
    }

    /// What the next look finds shows nothing: announcements were lost, or nobody listened.
    pub(super) fn excuse(&mut self) {
        *self = Heard { excused: true, ..Heard::default() };
    }

    /// Weighs what a whole look found. Whether changes go unannounced here.
    pub(super) fn judge(&mut self, found: &Found, now: Instant) -> bool {
        if self.excused {
            *self = Heard::default();
            return false;
        }
        if self.since.is_some_and(|since| now.saturating_duration_since(since) >= LATEST) {
            return true;
        }
        let surely = found.iter().filter(|(_, (_, differs))| *differs).map(|(path, _)| path);
        let silent: Vec<&SitePath> = surely.filter(|path| !self.was_announced(path)).collect();
        if !silent.is_empty() {
            self.since.get_or_insert(now);
            self.waiting.extend(silent.into_iter().cloned());
        }
        self.announced.clear();
        false
    }

    fn was_announced(&self, path: &SitePath) -> bool {
        let mut around = path.clone();
        loop {
            if self.announced.contains(&around) {
                return true;
            }
            if around == SitePath::root() {
                return false;
            }
            around = around.parent();
        }
    }
}

/// Whether an announcement of one path speaks for the other.
fn covers(path: &SitePath, other: &SitePath) -> bool {
    path == other || other.below(path.as_str()).is_some()
}

#[cfg(test)]
mod tests {
    use super::{Found, Heard, LATEST};
    use crate::source::SitePath;
    use std::time::Instant;

    fn at(text: &str) -> SitePath {
        SitePath::parse(text).unwrap()
    }

    fn found(path: &str, differs: bool) -> Found {
        Found::from([(at(path), (None, differs))])
    }

    #[test]
    fn a_change_that_nothing_announces_shows_that_nothing_is_announced() {
        let (mut heard, now) = (Heard::default(), Instant::now());
        assert!(!heard.judge(&found("content/a.md", true), now));
        assert!(!heard.judge(&Found::new(), now + LATEST / 2));
        assert!(heard.judge(&Found::new(), now + LATEST));
    }

    #[test]
    fn an_announcement_may_come_late() {
        let (mut heard, now) = (Heard::default(), Instant::now());
        assert!(!heard.judge(&found("content/x/a.md", true), now));
        heard.hear(at("content/x"));
        assert!(!heard.judge(&Found::new(), now + LATEST));
    }

    #[test]
    fn lost_announcements_are_excused_once() {
        let (mut heard, now) = (Heard::default(), Instant::now());
        heard.excuse();
        assert!(!heard.judge(&found("content/a.md", true), now));
        assert!(!heard.judge(&found("content/b.md", true), now + LATEST));
        assert!(heard.judge(&Found::new(), now + LATEST * 2));
    }

    #[test]
    fn a_folder_that_was_announced_speaks_for_its_files_and_what_is_only_fresh_for_nothing() {
        let (mut heard, now) = (Heard::default(), Instant::now());
        heard.hear(at("content/x"));
        assert!(!heard.judge(&found("content/x/y/a.md", true), now));
        assert!(!heard.judge(&found("content/b.md", false), now));
        assert!(!heard.judge(&Found::new(), now + LATEST));
    }
}
