//! Headings: one `h1`, no level skipped, words in each.

use super::Findings;
use super::name::has_name;
use super::view::View;
use super::wants::{Chosen, Wants};
use crate::diagnostic::rules::pages::{PAGE_H1, PAGE_HEADING_NAME, PAGE_HEADING_ORDER};
use crate::source::html::Element;

pub(super) const WANTS: Wants = Wants { names: &["h1", "h2", "h3", "h4", "h5", "h6"], attributes: &["role"] };

pub(super) fn check<'t, 'a>(view: &View<'t, 'a>, chosen: Chosen<'_, 't, 'a>, out: &mut Findings) {
    let mut before: Option<u32> = None;
    let mut first = None;
    let mut told = false;
    let mut doubtful = false;
    for element in chosen {
        let native = is_native(element);
        if !(native || element.has("role")) || view.is_silent(element) || view.role(element) != Some("heading") {
            continue;
        }
        if !view.is_told(element) {
            // Whether readers come across this one is not known, so the next has no level before it.
            before = None;
            doubtful = true;
            continue;
        }
        if !has_name(view, element) && !holds_unknown(element) {
            out.add(&PAGE_HEADING_NAME, element, "this heading has no words");
        }
        let Some(level) = level(element) else {
            before = None;
            continue;
        };
        if let Some(last) = before.filter(|last| level > last + 1) {
            out.add(
                &PAGE_HEADING_ORDER,
                element,
                format!("a heading of level {level} follows one of level {last}; level {} is left out", last + 1),
            );
        }
        before = Some(level);
        if level == 1 {
            match first {
                None => first = Some(element.index),
                Some(_) if !told => {
                    told = true;
                    out.add(&PAGE_H1, element, "the page has a main heading (h1) already");
                }
                Some(_) => {}
            }
        }
    }
    let bare = first.is_none() && !doubtful && !view.leads_on;
    if let Some(body) = view.body().filter(|body| bare && view.shows_text(*body)) {
        out.add(&PAGE_H1, body, "the page has no main heading (h1)");
    }
}

/// Whether there is something inside that scripts fill.
pub(super) fn holds_unknown(element: Element<'_, '_>) -> bool {
    element.descendants().any(|inside| inside.name.contains('-') || inside.is_any(&["slot", "object", "iframe"]))
}

fn is_native(element: Element<'_, '_>) -> bool {
    element.is_any(&["h1", "h2", "h3", "h4", "h5", "h6"])
}

fn level(element: Element<'_, '_>) -> Option<u32> {
    match element.attribute("aria-level") {
        Some(level) => level.trim().parse().ok(),
        None if is_native(element) => element.name.get(1..)?.parse().ok(),
        None => Some(2),
    }
}
