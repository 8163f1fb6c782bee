//! Spaces that readers cannot change: `!important` in a style attribute (WCAG 1.4.12).

use super::Findings;
use super::style::pairs;
use super::view::View;
use super::wants::{Chosen, Wants};
use crate::diagnostic::rules::pages::PAGE_SPACING;

pub(super) const WANTS: Wants = Wants { names: &[], attributes: &["style"] };

pub(super) fn check<'t, 'a>(view: &View<'t, 'a>, chosen: Chosen<'_, 't, 'a>, out: &mut Findings) {
    for element in chosen {
        let Some(style) = element.attribute("style").filter(|style| style.contains('!')) else { continue };
        if !view.is_shown(element) || !view.shows_text(element) {
            continue;
        }
        let declared: Vec<(String, &str)> = pairs(style).collect();
        for (name, value) in &declared {
            let Some((value, "important")) = value.split_once('!').map(|(value, mark)| (value.trim(), mark.trim()))
            else {
                continue;
            };
            let least = match name.as_str() {
                "letter-spacing" => 0.12,
                "word-spacing" => 0.16,
                "line-height" => 1.5,
                _ => continue,
            };
            // Only the last declaration of a property that is important counts.
            let last = declared.iter().rev().find(|(other, value)| other == name && value.contains('!'));
            if last.is_some_and(|(_, last)| !last.starts_with(value)) {
                continue;
            }
            if share(value, name == "line-height").is_some_and(|share| share < least) {
                out.add(
                    &PAGE_SPACING,
                    element,
                    format!("{name} is fixed at {value}; readers may need {least} of the size of the letters or more"),
                );
            }
        }
    }
}

/// A length as a share of the size of the letters, where the page alone says it.
fn share(value: &str, line: bool) -> Option<f64> {
    let value = value.to_ascii_lowercase();
    if let Some(share) = value.strip_suffix("em").filter(|number| !number.ends_with('r')) {
        return share.trim().parse().ok();
    }
    if line {
        let percent = value.strip_suffix('%').and_then(|number| number.trim().parse::<f64>().ok());
        return percent.map(|percent| percent / 100.0).or_else(|| value.parse().ok());
    }
    match value.as_str() {
        "0" | "normal" => Some(0.0),
        _ => None,
    }
}
