//! The path of a request, decoded exactly once and only when it can mean one thing. What is
//! left is safe to look up, but it is looked up in memory and never joined to a folder.

use std::fmt;

/// The longest target (path and query) that is read, in bytes.
const LONGEST: usize = 8 * 1024;

/// A path as it was meant: percent-decoded once, without the slash in front, relative, with
/// no empty, `.` or `..` segment, no backslash and no control character. It is empty for the
/// home page, and ends with a slash if the request's did.
///
/// The router finds it among the extensions of every request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CleanPath(String);

impl CleanPath {
    /// Reads the path and the query of a request's target.
    ///
    /// # Errors
    /// The target is not one that a browser would send for a page of the preview.
    pub fn read(path: &str, query: Option<&str>) -> Result<CleanPath, PathFault> {
        let length = path.len().saturating_add(query.map_or(0, str::len));
        if length > LONGEST {
            return Err(PathFault::Long);
        }
        // A query is not cleaned, but one that cannot be decoded is refused here, so that
        // nobody behind has to think of it.
        decode(query.unwrap_or_default())?;
        let path = path.strip_prefix('/').ok_or(PathFault::Relative)?;
        if path.to_ascii_lowercase().contains("%2f") {
            return Err(PathFault::Slash);
        }
        let path = decode(path)?;
        if path.contains('\\') {
            return Err(PathFault::Backslash);
        }
        let mut segments = path.split('/').peekable();
        while let Some(segment) = segments.next() {
            if segment.is_empty() && segments.peek().is_some() {
                return Err(PathFault::Empty);
            }
            // Windows takes dots and spaces off the end of a name: `.. ` is `..` there.
            if !segment.is_empty() && segment.chars().all(|letter| matches!(letter, '.' | ' ')) {
                return Err(PathFault::Dots);
            }
        }
        Ok(CleanPath(path))
    }

    /// The path.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for CleanPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Why a target is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathFault {
    /// It is longer than 8 KiB.
    Long,
    /// It does not begin with a slash.
    Relative,
    /// A percent sign is not followed by two hexadecimal digits.
    Encoding,
    /// Its bytes are not UTF-8.
    Bytes,
    /// It has a NUL or another control character.
    Control,
    /// It has a backslash.
    Backslash,
    /// A slash is percent-encoded.
    Slash,
    /// A segment is `.` or `..`, or nothing but dots and spaces.
    Dots,
    /// Two slashes follow each other.
    Empty,
}

impl PathFault {
    /// What is wrong, as a sentence for the person at the browser.
    pub fn sentence(self) -> &'static str {
        match self {
            PathFault::Long => "The address is too long.",
            PathFault::Relative => "The address does not begin with a slash.",
            PathFault::Encoding => "The address has a percent sign that is not followed by two hexadecimal digits.",
            PathFault::Bytes => "The address is not text in UTF-8.",
            PathFault::Control => "The address has a control character in it.",
            PathFault::Backslash => "The address has a backslash in it.",
            PathFault::Slash => "The address has an encoded slash in it.",
            PathFault::Dots => "A part of the address has only dots in it.",
            PathFault::Empty => "The address has two slashes, one after the other.",
        }
    }
}

/// Takes the percent-encoding off, once.
fn decode(text: &str) -> Result<String, PathFault> {
    let mut decoded = Vec::with_capacity(text.len());
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        decoded.push(match byte {
            b'%' => {
                let high = digit(bytes.next())?;
                let low = digit(bytes.next())?;
                high << 4 | low
            }
            other => other,
        });
    }
    let decoded = String::from_utf8(decoded).map_err(|_| PathFault::Bytes)?;
    if decoded.contains(char::is_control) { Err(PathFault::Control) } else { Ok(decoded) }
}

fn digit(byte: Option<u8>) -> Result<u8, PathFault> {
    // Between 0 and 15, so it always fits.
    byte.and_then(|byte| char::from(byte).to_digit(16))
        .and_then(|digit| u8::try_from(digit).ok())
        .ok_or(PathFault::Encoding)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(path: &str) -> Result<String, PathFault> {
        CleanPath::read(path, None).map(|clean| clean.to_string())
    }

    #[test]
    fn usual_paths_are_decoded_once() {
        for (target, clean) in [
            ("/", ""),
            ("/a/b.html", "a/b.html"),
            ("/a/", "a/"),
            ("/Caf%C3%A9%20menu", "Café menu"),
            ("/Café", "Café"),
            ("/a%2eb", "a.b"),
            ("/.well-known/x", ".well-known/x"),
            ("/a..b/c...d", "a..b/c...d"),
            ("/100%25", "100%"),
            ("/%252e%252e/x", "%2e%2e/x"),
            ("/%252fetc", "%2fetc"),
            ("/%255c", "%5c"),
        ] {
            assert_eq!(read(target).as_deref(), Ok(clean), "{target}");
        }
    }

    #[test]
    fn whatever_could_mean_something_else_is_refused() {
        for (target, fault) in [
            ("", PathFault::Relative),
            ("*", PathFault::Relative),
            ("a", PathFault::Relative),
            ("/..", PathFault::Dots),
            ("/a/../b", PathFault::Dots),
            ("/./a", PathFault::Dots),
            ("/%2e%2e/a", PathFault::Dots),
            ("/%2E./a", PathFault::Dots),
            ("/..%20/a", PathFault::Dots),
            ("/.../a", PathFault::Dots),
            ("/..%2fa", PathFault::Slash),
            ("/a%2Fb", PathFault::Slash),
            ("//etc/passwd", PathFault::Empty),
            ("/a//b", PathFault::Empty),
            ("/a\\b", PathFault::Backslash),
            ("/..%5c..%5Ca", PathFault::Backslash),
            ("/a%00", PathFault::Control),
            ("/a%0a", PathFault::Control),
            ("/a%7f", PathFault::Control),
            ("/a\u{1}", PathFault::Control),
            ("/a%C2%85", PathFault::Control),
            ("/%", PathFault::Encoding),
            ("/%2", PathFault::Encoding),
            ("/%g0", PathFault::Encoding),
            ("/%+1", PathFault::Encoding),
            ("/%%2e", PathFault::Encoding),
            ("/%ff", PathFault::Bytes),
            // Overlong forms of a dot and of a slash.
            ("/%c0%ae%c0%ae/a", PathFault::Bytes),
            ("/%c0%af", PathFault::Bytes),
        ] {
            assert_eq!(read(target), Err(fault), "{target}");
        }
    }

    #[test]
    fn length_and_query_are_looked_at_too() {
        assert!(CleanPath::read(&format!("/{}", "a".repeat(LONGEST - 1)), None).is_ok());
        assert_eq!(CleanPath::read(&format!("/{}", "a".repeat(LONGEST)), None), Err(PathFault::Long));
        assert_eq!(CleanPath::read("/", Some(&"a".repeat(LONGEST))), Err(PathFault::Long));
        assert!(CleanPath::read("/", Some("as=public&on=2026-04-01&q=..%2F%5C")).is_ok());
        assert_eq!(CleanPath::read("/", Some("q=%00")), Err(PathFault::Control));
        assert_eq!(CleanPath::read("/", Some("q=%0d%0aX:y")), Err(PathFault::Control));
        assert_eq!(CleanPath::read("/", Some("q=%zz")), Err(PathFault::Encoding));
    }

    proptest! {
        #[test]
        fn a_clean_path_is_clean(target in any::<String>()) {
            hold(&target)?;
        }

        #[test]
        fn a_clean_path_of_nasty_pieces_is_clean(
            pieces in prop::collection::vec(
                prop::sample::select(vec![
                    "/", ".", "..", "%2e", "%2E", "%252e", "%", "25", "%5c", "\\", "%2f", "%00", "%0a", "%c0", "%ae",
                    "%20", " ", "a", "é", "%C3%A9", "\u{7f}", "\u{85}", "%c2%85", ":", "~", "\u{2024}",
                ]),
                0..12,
            )
        ) {
            hold(&format!("/{}", pieces.concat()))?;
        }
    }

    fn hold(target: &str) -> Result<(), TestCaseError> {
        if let Ok(clean) = CleanPath::read(target, None) {
            let clean = clean.as_str();
            prop_assert!(!clean.contains('\\') && !clean.contains(char::is_control));
            prop_assert!(!clean.starts_with('/') && !clean.contains("//"));
            prop_assert!(clean.split('/').all(|segment| segment != ".." && segment != "."));
            // Nothing on the way out of a folder, by the standard library's own reading.
            let plain = |part: std::path::Component<'_>| matches!(part, std::path::Component::Normal(_));
            prop_assert!(cfg!(windows) || std::path::Path::new(clean).components().all(plain));
        }
        Ok(())
    }
}
