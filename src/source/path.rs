//! Paths inside a site: relative, with `/` between their parts, never leaving the root.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

/// A path below the site's folder. Its parts are never empty, `.` or `..`. Copies share
/// their text: a site of many pages has each path in many places.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SitePath(Arc<str>);

impl SitePath {
    /// The root itself.
    pub fn root() -> SitePath {
        SitePath(Arc::default())
    }

    /// Reads a relative path; `\` counts as `/`, `.` and empty parts are dropped, `..` takes
    /// the part before it away. `None` if that would leave the root, or if a part could
    /// mean something else to a file system (a drive letter, a NUL).
    pub fn parse(text: &str) -> Option<SitePath> {
        SitePath::root().join(text)
    }

    /// This path, followed by a relative one; `None` if the result would leave the root.
    pub fn join(&self, text: &str) -> Option<SitePath> {
        let mut parts: Vec<&str> = self.parts().collect();
        for part in text.split(['/', '\\']) {
            match part {
                "" | "." => {}
                ".." => {
                    parts.pop()?;
                }
                _ if part.contains(['\0', ':']) => return None,
                _ => parts.push(part),
            }
        }
        Some(SitePath(parts.join("/").into()))
    }

    /// The path as text, without a `/` at either end; empty for the root.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its parts, from the root down.
    pub fn parts(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.0.split('/').filter(|part| !part.is_empty())
    }

    /// The folder it is in; the root is in itself.
    pub fn parent(&self) -> SitePath {
        SitePath(self.0.rsplit_once('/').map(|(folder, _)| folder.into()).unwrap_or_default())
    }

    /// The last part.
    pub fn name(&self) -> &str {
        self.0.rsplit_once('/').map_or(&*self.0, |(_, name)| name)
    }

    /// The last part without its ending.
    pub fn stem(&self) -> &str {
        let name = self.name();
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }

    /// The ending of the last part in small letters, without the dot; empty if there is none.
    pub fn ending(&self) -> String {
        self.name().rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default()
    }

    /// What is left of this path below `folder`, if it is there.
    pub fn below(&self, folder: &str) -> Option<&str> {
        if folder.is_empty() {
            return Some(&self.0);
        }
        self.0.strip_prefix(folder)?.strip_prefix('/')
    }

    /// The same as a path of its own, if it is below `folder`.
    pub fn strip(&self, folder: &str) -> Option<SitePath> {
        self.below(folder).map(|rest| SitePath(rest.into()))
    }

    /// The folder it is in, as text; empty for the root.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// Its text, shared.
    pub fn shared(&self) -> Arc<str> {
        Arc::clone(&self.0)
    }

    /// How many folders it is deep.
    pub fn depth(&self) -> usize {
        self.parts().count()
    }
}

/// Maps keyed by paths can be asked by text.
impl Borrow<str> for SitePath {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SitePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::SitePath;

    #[test]
    fn a_path_never_leaves_the_root() {
        let at = |text| SitePath::parse(text).map(|path| path.to_string());
        assert_eq!(at("content/../content/a.md"), Some("content/a.md".into()));
        assert_eq!(at(r"content\b.md"), Some("content/b.md".into()));
        assert_eq!(at("../secret"), None);
        assert_eq!(at("a/../../secret"), None);
        assert_eq!(at("C:/secret"), None);
    }
}
