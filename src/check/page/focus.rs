//! The keyboard: what it reaches is told and in order, and what scrolls can be reached.

use super::Findings;
use super::aria::roles::OPAQUE;
use super::name::name_of;
use super::view::{View, facts, tabindex};
use crate::diagnostic::rules::pages::{
    PAGE_HIDDEN_FOCUS, PAGE_NESTED_CONTROL, PAGE_SCROLL, PAGE_SCROLL_NAME, PAGE_TABINDEX,
};
use crate::source::html::Element;

pub(super) fn check(view: &View<'_, '_>, out: &mut Findings) {
    let mut control_until = 0;
    for element in view.tree.elements() {
        if view.is_hidden(element) {
            continue;
        }
        if let Some(index) = tabindex(element).filter(|index| *index > 0 && view.is_shown(element)) {
            out.add(
                &PAGE_TABINDEX,
                element,
                format!("tabindex is {index}, which goes before all that the page has in its order"),
            );
        }
        if view.is_below_silence(element) && view.is_shown(element) && view.is_tab_stop(element) && is_reached(element)
        {
            out.add(
                &PAGE_HIDDEN_FOCUS,
                element,
                "the keyboard gets here, but aria-hidden hides it from screen readers",
            );
        }
        if view.is_told(element) {
            if element.index < control_until && view.is_tab_stop(element) && is_reached(element) {
                out.add(
                    &PAGE_NESTED_CONTROL,
                    element,
                    "the keyboard gets here, but it is inside a control that tells nothing of its inside",
                );
            }
            let known = element.has("role") || element.is_any(&["button", "img", "meter", "option", "progress"]);
            if known && facts(view.role(element)).is_some_and(|role| role.traits & OPAQUE != 0) {
                control_until = control_until.max(element.node.end);
            }
        }
        scrolls(view, element, out);
    }
}

/// A frame with nothing in it, or a guard against losing the keyboard, is no stop of note.
fn is_reached(element: Element<'_, '_>) -> bool {
    !element.is("iframe") && !element.attribute("style").is_some_and(|style| style.contains("display"))
}

/// What scrolls can be reached, or something in it.
fn scrolls<'t, 'a>(view: &View<'t, 'a>, element: Element<'t, 'a>, out: &mut Findings) {
    if !view.is_told(element) || !view.declared(element).scrolls || element.is_any(&["html", "body"]) {
        return;
    }
    let reached = tabindex(element).is_some_and(|index| index >= 0);
    let role = view.role(element);
    if reached && matches!(role, Some("generic" | "region" | "group")) && name_of(view, element).is_empty() {
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
