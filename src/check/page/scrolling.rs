//! What scrolls by itself: the keyboard gets to it, or to something in it, and it has a name.

use super::Findings;
use super::name::has_name;
use super::view::{View, tabindex};
use super::wants::{Chosen, Wants};
use crate::diagnostic::rules::pages::{PAGE_SCROLL, PAGE_SCROLL_NAME};
use crate::source::html::Element;

/// Styles say what scrolls, so no name and no attribute does.
pub(super) const WANTS: Wants = Wants { names: &[], attributes: &[] };

pub(super) fn check<'t, 'a>(view: &View<'t, 'a>, _: Chosen<'_, 't, 'a>, out: &mut Findings) {
    for element in view.scrolling.iter().filter_map(|index| view.tree.element(*index)) {
        scrolls(view, element, out);
    }
}

/// What scrolls can be reached, or something in it.
fn scrolls<'t, 'a>(view: &View<'t, 'a>, element: Element<'t, 'a>, out: &mut Findings) {
    if !view.is_told(element) || element.is_any(&["html", "body"]) {
        return;
    }
    let reached = tabindex(element).is_some_and(|index| index >= 0);
    let role = view.role(element);
    if reached && matches!(role, Some("generic" | "region" | "group")) && !has_name(view, element) {
        out.add(&PAGE_SCROLL_NAME, element, "this part scrolls and the keyboard gets here, but it has no name");
    }
    if !reached
        && view.knows_style
        && view.shows_text(element)
        && !element.descendants().any(|inside| view.is_tab_stop(inside))
    {
        out.add(&PAGE_SCROLL, element, "this part scrolls, and the keyboard does not get to it");
    }
}
