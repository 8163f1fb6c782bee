//! The colours of a style sheet: the custom properties of `:root`, in the light scheme and in
//! the dark one.

use crate::diagnostic::{FileId, Span};
use std::collections::BTreeMap;

/// A colour and where it is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Colour {
    /// As written: `#rrggbb`, `#rgb` or `var(--other)`.
    value: String,
    pub(super) span: Span,
}

/// The custom properties of one scheme, by name without the hyphens in front.
#[derive(Clone, Debug, Default)]
pub(super) struct Scheme {
    set: BTreeMap<String, Colour>,
}

/// Both schemes. The dark one has what the light one has, unless it says otherwise.
#[derive(Clone, Debug, Default)]
pub(super) struct Colours {
    pub(super) light: Scheme,
    pub(super) dark: Scheme,
}

impl Scheme {
    /// A colour as `#rrggbb`, `var(…)` followed, and where it is set.
    pub(super) fn get(&self, name: &str) -> Option<(String, Span)> {
        const MOST_STEPS: usize = 8;
        let first = self.set.get(name)?;
        let mut colour = first;
        for _ in 0..MOST_STEPS {
            let inner = colour.value.strip_prefix("var(--").and_then(|rest| rest.strip_suffix(')'));
            match inner {
                Some(other) => colour = self.set.get(other)?,
                None => return hexadecimal(&colour.value).map(|value| (value, first.span)),
            }
        }
        None
    }
}

/// `#abc` and `#aabbcc` as `#aabbcc`; nothing for colours written in other ways.
fn hexadecimal(text: &str) -> Option<String> {
    let digits = text.strip_prefix('#').filter(|digits| digits.chars().all(|c| c.is_ascii_hexdigit()))?;
    match digits.len() {
        6 => Some(format!("#{}", digits.to_lowercase())),
        3 => Some(format!("#{}", digits.to_lowercase().chars().flat_map(|c| [c, c]).collect::<String>())),
        _ => None,
    }
}

/// Reads style sheets in their order; later ones win.
pub(super) fn colours<'a>(sheets: impl Iterator<Item = (FileId, &'a str)>) -> Colours {
    let mut colours = Colours::default();
    let mut dark = BTreeMap::new();
    for (file, text) in sheets {
        read(file, text, &mut colours.light.set, &mut dark);
    }
    colours.dark.set = colours.light.set.clone();
    colours.dark.set.extend(dark);
    colours
}

/// Walks through the blocks of a sheet. What stands before each `{` says whether the block is
/// for the dark scheme, and whether for readers' screens at all.
fn read(file: FileId, text: &str, light: &mut BTreeMap<String, Colour>, dark: &mut BTreeMap<String, Colour>) {
    let mut open: Vec<&str> = Vec::new();
    let mut start = 0;
    let text = without_comments(text);
    for (at, character) in text.char_indices() {
        let part = text.get(start..at).unwrap_or_default();
        match character {
            '{' => open.push(part.trim()),
            '}' | ';' => {
                let root = open.last().is_some_and(|selector| selector.contains(":root"));
                let other = open.iter().any(|prelude| prelude.contains("print") || prelude.contains("forced-colors"));
                if root && !other {
                    let scheme = if open.iter().any(|prelude| is_dark(prelude)) { &mut *dark } else { &mut *light };
                    declare(file, part, start, scheme);
                }
                if character == '}' {
                    open.pop();
                }
            }
            _ => continue,
        }
        start = at + 1;
    }
}

fn is_dark(prelude: &str) -> bool {
    prelude.replace(' ', "").contains("prefers-color-scheme:dark")
}

fn declare(file: FileId, part: &str, start: usize, scheme: &mut BTreeMap<String, Colour>) {
    let Some((name, value)) = part.split_once(':') else { return };
    let Some(name) = name.trim().strip_prefix("--") else { return };
    let from = start + part.len() - part.trim_start().len();
    let span = Span::new(file, from..from + part.trim().len());
    scheme.insert(name.to_owned(), Colour { value: value.trim().to_owned(), span });
}

/// Comments replaced by spaces, so that places stay.
fn without_comments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        let (comment, tail) = after.split_once("*/").unwrap_or((after, ""));
        let length = rest.len() - before.len() - tail.len();
        out.push_str(&" ".repeat(length.min(comment.len() + 4)));
        rest = tail;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_schemes_are_read_with_their_places() {
        let css = "/* é */ :root { --paper: #fff; --link: var(--accent); --accent: #0B5351 }\n\
                   @media (prefers-color-scheme: dark) { :root { --paper: #111; } }\n\
                   @media print { :root { --paper: #eee } }";
        let colours = colours([(FileId(0), css)].into_iter());
        let (paper, span) = colours.light.get("paper").unwrap();
        assert_eq!((paper.as_str(), css.get(span.range())), ("#ffffff", Some("--paper: #fff")));
        assert_eq!(colours.light.get("link").unwrap().0, "#0b5351");
        assert_eq!(colours.dark.get("paper").unwrap().0, "#111111");
        assert_eq!(colours.dark.get("link").unwrap().0, "#0b5351");
        assert!(colours.light.get("line").is_none());
    }
}
