//! Pieces of HTML that the preview puts around what others write. They are plain files beside
//! this one; whatever is filled in is escaped.

use crate::diagnostic::escape;

/// The line that brings the tools into a page.
pub(super) const BAR_LINE: &str = include_str!("pieces/bar.html");
/// A page in the place of one that no template can make.
pub(super) const NOTICE: &str = include_str!("pieces/notice.html");
/// The heading above the mistakes of a page.
pub(super) const MISTAKES_HERE: &str = include_str!("pieces/here.html");
/// The heading above all others.
pub(super) const MISTAKES_ELSEWHERE: &str = include_str!("pieces/elsewhere.html");

/// How many known faults are left.
pub(super) const MISTAKES_KNOWN: &str = include_str!("pieces/known.html");

/// Fills each `{name}` of a piece with its value, escaped.
pub(super) fn fill(piece: &str, values: &[(&str, &str)]) -> String {
    let escaped: Vec<(&str, String)> = values.iter().map(|(name, value)| (*name, escape(value))).collect();
    let escaped: Vec<(&str, &str)> = escaped.iter().map(|(name, value)| (*name, value.as_str())).collect();
    crate::render::fill(piece, &escaped)
}

#[cfg(test)]
mod tests {
    use super::{BAR_LINE, fill};

    #[test]
    fn what_is_filled_in_is_escaped_and_not_filled_again() {
        let line = fill(BAR_LINE, &[("page", "\"><script>{version}"), ("version", "1")]);
        assert!(line.contains("data-page=\"&quot;&gt;&lt;script&gt;{version}\" data-version=\"1\""), "{line}");
    }
}
