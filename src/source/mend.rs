//! A text with other spaces in it: no-break spaces and tabs made into plain spaces, so that
//! one wrong character is one mistake and the rest of the file can still be read. Every
//! other character keeps its place.

use super::Excerpt;
use std::ops::Range;

/// The text with plain spaces for the no-break spaces at `places`; signs without width vanish.
pub(super) fn with_plain_spaces(source: &Excerpt, places: &[Range<usize>]) -> Excerpt {
    let spaces = |old: &str| old.chars().filter(|c| !matches!(c, '\u{200b}' | '\u{feff}')).map(|_| ' ').collect();
    replaced(source, places, spaces)
}

/// Where tabs stand in the indentation.
pub(super) fn tabs(text: &str) -> Vec<Range<usize>> {
    let mut start = 0;
    let mut found = Vec::new();
    for line in text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        let tabs = line.bytes().take(indent).enumerate().filter(|(_, byte)| *byte == b'\t');
        found.extend(tabs.map(|(offset, _)| start + offset..start + offset + 1));
        start += line.len();
    }
    found
}

/// The text with two spaces for each of the tabs at `places`.
pub(super) fn with_spaces_for_tabs(source: &Excerpt, places: &[Range<usize>]) -> Excerpt {
    replaced(source, places, |_| "  ".to_owned())
}

/// The same for a text that is as long as that of the source, with letters changed.
pub(super) fn spaces_for_tabs(text: &str, places: &[Range<usize>]) -> Option<String> {
    let mut out = String::with_capacity(text.len() + places.len());
    let mut at = 0;
    for place in places {
        out.push_str(text.get(at..place.start)?);
        out.push_str("  ");
        at = place.end;
    }
    out.push_str(text.get(at..)?);
    Some(out)
}

fn replaced(source: &Excerpt, places: &[Range<usize>], with: impl Fn(&str) -> String) -> Excerpt {
    if source.is_opaque() {
        return source.clone();
    }
    let mut out = Excerpt::starting_at(source.span(0..0));
    let mut at = 0;
    for place in places {
        if at < place.start {
            out.append(source.part(at..place.start));
        }
        out.push_from(&with(source.text.get(place.clone()).unwrap_or_default()), source.span(place.clone()));
        at = place.end;
    }
    if at < source.text.len() {
        out.append(source.part(at..source.text.len()));
    }
    out
}
