//! Whether everything can be read: the contrast of every pair of colours that the theme sets
//! on one another, in both schemes (WCAG 2.2, 1.4.6 and 1.4.11), and the council's accent.

use super::colours::{Colours, Scheme};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::theme::{ACCENT_CONTRAST, THEME_CONTRAST};
use crate::render::{Grounds, contrast, with_contrast};
use crate::source::Located;

/// What words stand on.
const GROUNDS: &[&str] = &["paper", "tint"];
/// Colours of words: 7 to 1, because all of them are used at the size of the text too.
const WORDS: &[&str] = &["ink", "soft", "link", "note", "tip", "important", "warning", "caution"];
/// Colours of rules and shapes that mean something.
const MARKS: &[&str] = &["mark", "chart-1", "chart-2", "chart-3", "chart-4"];

/// The contrast that words need.
const FOR_WORDS: f64 = 7.0;
/// The contrast that marks need.
const FOR_MARKS: f64 = 3.0;

/// Checks both schemes. The accent is not the theme's but the site's: see [`check_accent`].
pub(super) fn check_contrast(colours: &Colours, accent: bool, out: &mut Vec<Diagnostic>) {
    for (scheme, name) in [(&colours.light, "light"), (&colours.dark, "dark")] {
        let words = WORDS.iter().filter(|word| !(accent && **word == "link")).map(|word| (*word, FOR_WORDS));
        for (colour, least) in words.chain(MARKS.iter().map(|mark| (*mark, FOR_MARKS))) {
            for ground in GROUNDS {
                check_pair(scheme, name, colour, ground, least, out);
            }
        }
    }
}

fn check_pair(scheme: &Scheme, name: &str, colour: &str, ground: &str, least: f64, out: &mut Vec<Diagnostic>) {
    let (Some((value, span)), Some((paper, place))) = (scheme.get(colour), scheme.get(ground)) else { return };
    let Some(ratio) = contrast(&value, &paper).filter(|ratio| *ratio < least) else { return };
    let shade = with_contrast(&value, &paper, least);
    out.push(
        Diagnostic::new(
            &THEME_CONTRAST,
            span,
            format!(
                "--{colour} on --{ground} has a contrast of {} to 1 in the {name} scheme; it needs {least} to 1",
                shown(ratio)
            ),
        )
        .label(place, "the ground")
        .help(format!("the nearest shade that passes is {shade}")),
    );
}

/// A contrast as people write it, cut after one decimal so that 6.99 does not read as 7.
fn shown(ratio: f64) -> String {
    format!("{:.1}", (ratio * 10.0).floor() / 10.0)
}

/// The grounds that the accent must be read on.
pub(super) fn grounds(colours: &Colours) -> Grounds {
    let all =
        |scheme: &Scheme| GROUNDS.iter().filter_map(|ground| scheme.get(ground)).map(|(value, _)| value).collect();
    Grounds { light: all(&colours.light), dark: all(&colours.dark) }
}

/// Says that the site's accent is too light or too dark to be read, and which shade is used.
pub(super) fn check_accent(accent: &Located<String>, grounds: &Grounds, out: &mut Vec<Diagnostic>) {
    let shade = grounds.shade(&accent.value, &grounds.light);
    if shade == accent.value {
        return;
    }
    let ratio = grounds.light.iter().filter_map(|ground| contrast(&accent.value, ground)).fold(f64::INFINITY, f64::min);
    out.push(
        Diagnostic::new(
            &ACCENT_CONTRAST,
            accent.span,
            format!(
                "the accent {} has a contrast of {} to 1 with the page; links need 7 to 1",
                accent.value,
                shown(ratio)
            ),
        )
        .help(format!("the nearest shade that passes is \"{shade}\"; the website uses it until you choose one")),
    );
}
