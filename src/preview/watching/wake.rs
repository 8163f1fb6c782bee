//! What the system announces about folders, brought to a few kinds, and which folders it is
//! asked to announce. Nothing here is trusted to be complete.

use super::stamp::Identity;
use super::walk::{child, is_of_site, locate};
use crate::source::SitePath;
use notify::event::{AccessKind, AccessMode, CreateKind, ModifyKind, RenameMode};
use notify::{ErrorKind, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;

/// Here each folder is watched for itself, the end of a write is announced, and names that
/// differ in capitals are two files.
pub(super) const IS_LINUX: bool = cfg!(any(target_os = "linux", target_os = "android"));

/// What happened to a path, as far as it matters how long to wait for more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Act {
    /// It was written to, and the end of that is still to come.
    Begun,
    /// A write has ended, or a name has come whole.
    Ended,
    /// The name is gone; what replaces it may follow.
    Gone,
    /// Something else.
    Other,
}

/// What reaches the watching thread.
#[derive(Debug)]
pub(super) enum Signal {
    Saw(Vec<(PathBuf, Act)>),
    /// Announcements were lost.
    Lost,
    Failed(notify::Error),
    Stop,
}

/// What an event means; `None` if nothing changed.
pub(super) fn signal(event: notify::Result<Event>) -> Option<Signal> {
    let event = match event {
        Ok(event) if event.need_rescan() => return Some(Signal::Lost),
        Ok(event) => event,
        Err(error) => return Some(Signal::Failed(error)),
    };
    let act = match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => Act::Ended,
        EventKind::Access(_) => return None,
        EventKind::Create(CreateKind::File) | EventKind::Modify(ModifyKind::Data(_)) if IS_LINUX => Act::Begun,
        EventKind::Modify(ModifyKind::Name(RenameMode::To)) => Act::Ended,
        EventKind::Modify(ModifyKind::Name(RenameMode::From)) | EventKind::Remove(_) => Act::Gone,
        _ => Act::Other,
    };
    Some(Signal::Saw(event.paths.into_iter().map(|path| (path, act)).collect()))
}

/// Where an announced path is.
pub(super) enum Place {
    Site(SitePath),
    /// In the site's folder, and not part of the site.
    Beside,
    /// Nobody knows.
    Unknown,
}

/// The ways in which the system may name the root.
pub(super) struct Roots(Vec<PathBuf>);

impl Roots {
    pub(super) fn of(root: &Path) -> Roots {
        // The system may answer with all links resolved.
        Roots([std::path::absolute(root), root.canonicalize()].into_iter().flatten().collect())
    }

    pub(super) fn place(&self, full: &Path) -> Place {
        let Some(inside) = self.0.iter().find_map(|root| full.strip_prefix(root).ok()) else { return Place::Unknown };
        let path = inside.components().try_fold(SitePath::root(), |path, part| child(&path, part.as_os_str()));
        match path {
            Some(path) if path == SitePath::root() => Place::Unknown,
            Some(path) if is_of_site(&path) => Place::Site(path),
            _ => Place::Beside,
        }
    }
}

/// The folders that the system was asked to announce.
pub(super) struct Wake {
    watcher: RecommendedWatcher,
    watched: BTreeMap<SitePath, Identity>,
}

impl Wake {
    pub(super) fn start(signals: Sender<Signal>) -> notify::Result<Wake> {
        let tell = move |event| {
            if let Some(signal) = signal(event) {
                // Nobody listens any more when the watch is being dropped.
                let _ = signals.send(signal);
            }
        };
        let config = notify::Config::default().with_follow_symlinks(false);
        Ok(Wake { watcher: RecommendedWatcher::new(tell, config)?, watched: BTreeMap::new() })
    }

    /// Asks for these folders and no others. Says which were not asked for before: what
    /// happened in them until now went unheard.
    pub(super) fn cover(
        &mut self,
        root: &Path,
        folders: &BTreeMap<SitePath, Identity>,
    ) -> notify::Result<Vec<SitePath>> {
        let gone: Vec<SitePath> = self.watched.keys().filter(|path| !folders.contains_key(*path)).cloned().collect();
        for path in gone {
            self.watched.remove(&path);
            // The system may have dropped it by itself.
            let _ = self.watcher.unwatch(&locate(root, &path));
        }
        let mut new = Vec::new();
        for (path, identity) in folders {
            // Elsewhere than on Linux one request covers a folder with all in it.
            let mode = match path.depth() {
                0 => RecursiveMode::NonRecursive,
                _ if IS_LINUX => RecursiveMode::NonRecursive,
                1 => RecursiveMode::Recursive,
                _ => continue,
            };
            if self.watched.get(path) == Some(identity) {
                continue;
            }
            match self.watcher.watch(&locate(root, path), mode) {
                Ok(()) => {
                    self.watched.insert(path.clone(), *identity);
                    new.push(path.clone());
                }
                Err(error) if has_vanished(&error) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(new)
    }

    /// Whether it was asked for anything yet.
    pub(super) fn is_listening(&self) -> bool {
        !self.watched.is_empty()
    }

    /// A folder was moved or removed: with it the system forgets the request, also for what
    /// takes its place.
    pub(super) fn forget(&mut self, folder: &SitePath) {
        if self.watched.contains_key(folder) {
            self.watched.retain(|path, _| path != folder && path.below(folder.as_str()).is_none());
        }
    }
}

fn has_vanished(error: &notify::Error) -> bool {
    match &error.kind {
        ErrorKind::PathNotFound => true,
        ErrorKind::Io(error) => matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory),
        _ => false,
    }
}

/// Why the system does not announce changes, and what may mend it.
pub(super) fn reason(error: &notify::Error) -> String {
    let limit = |name: &str, value: &str| format!("to raise the limit: sudo sysctl fs.inotify.{name}={value}");
    match &error.kind {
        ErrorKind::MaxFilesWatch => {
            format!("the system announces changes in no more folders ({})", limit("max_user_watches", "524288"))
        }
        // EMFILE: too many programs of this user watch folders.
        ErrorKind::Io(cause) if IS_LINUX && cause.raw_os_error() == Some(24) => {
            format!("too many programs watch folders ({})", limit("max_user_instances", "1024"))
        }
        _ => format!("the system does not announce changes here ({error})"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Act, Signal, reason, signal};
    use notify::event::{AccessKind, AccessMode, Flag};
    use notify::{Error, ErrorKind, Event, EventKind};

    #[test]
    fn reading_a_file_is_no_change_and_lost_events_are_told() {
        let event = |kind| Ok(Event::new(kind).add_path("/site/content/a.md".into()));
        assert!(signal(event(EventKind::Access(AccessKind::Open(AccessMode::Any)))).is_none());
        let closed = signal(event(EventKind::Access(AccessKind::Close(AccessMode::Write))));
        assert!(matches!(closed, Some(Signal::Saw(acts)) if acts[0].1 == Act::Ended));
        let lost = signal(Ok(Event::new(EventKind::Other).set_flag(Flag::Rescan)));
        assert!(matches!(lost, Some(Signal::Lost)));
    }

    #[test]
    fn the_limit_of_the_system_is_told_with_its_mend() {
        let text = reason(&Error::new(ErrorKind::MaxFilesWatch));
        assert!(text.contains("sysctl fs.inotify.max_user_watches="), "{text}");
    }
}
