//! Character references that Candour writes.

use memchr::memchr;
use std::borrow::Cow;

/// Decodes references; `None` where there is one that Candour does not write, or a `&` that is
/// none.
pub(super) fn decode(text: &str) -> Option<Cow<'_, str>> {
    let Some(first) = memchr(b'&', text.as_bytes()) else { return Some(Cow::Borrowed(text)) };
    let (before, mut rest) = (text.get(..first)?, text.get(first + 1..)?);
    let mut decoded = String::with_capacity(text.len());
    decoded.push_str(before);
    loop {
        let (name, after) = rest.split_once(';')?;
        decoded.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "#39" | "#x27" => '\'',
            "#x2f" => '/',
            "nbsp" => '\u{a0}',
            _ => return None,
        });
        match after.split_once('&') {
            Some((text, next)) => {
                decoded.push_str(text);
                rest = next;
            }
            None => {
                decoded.push_str(after);
                return Some(Cow::Owned(decoded));
            }
        }
    }
}
