//! The keyboard: what it reaches is told and in order.

use super::Findings;
use super::aria::roles::OPAQUE;
use super::view::{View, facts, tabindex};
use super::wants::{Chosen, Wants};
use crate::diagnostic::rules::pages::{PAGE_HIDDEN_FOCUS, PAGE_NESTED_CONTROL, PAGE_TABINDEX};
use crate::source::html::Element;

pub(super) const WANTS: Wants = Wants {
    names: &[
        "a", "area", "button", "input", "select", "textarea", "iframe", "summary", "audio", "video", "img", "meter",
        "option", "progress",
    ],
    attributes: &["role", "tabindex", "contenteditable"],
};

pub(super) fn check<'t, 'a>(view: &View<'t, 'a>, chosen: Chosen<'_, 't, 'a>, out: &mut Findings) {
    let mut control_until = 0;
    for element in chosen {
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
    }
}

/// A frame with nothing in it, or a guard against losing the keyboard, is no stop of note.
fn is_reached(element: Element<'_, '_>) -> bool {
    !element.is("iframe") && !element.attribute("style").is_some_and(|style| style.contains("display"))
}
