//! Character references that Candour writes.

use std::borrow::Cow;

/// Decodes references; `None` where there is one that Candour does not write, or a `&` that is
/// none, or a character that browsers change.
pub(super) fn decode(text: &str) -> Option<Cow<'_, str>> {
    if text.bytes().any(|byte| byte == b'\r' || byte == 0) {
        return None;
    }
    let Some((before, mut rest)) = text.split_once('&') else { return Some(Cow::Borrowed(text)) };
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
