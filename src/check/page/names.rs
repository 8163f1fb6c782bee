//! What can be pressed, filled in or entered has a name, and the name says what people see.

use super::Findings;
use super::aria::roles::{CONTENT, FIELD, is_menu_item};
use super::headings::holds_unknown;
use super::name::{has_name, is_in_line, name_of, tidy};
use super::view::{View, facts, tabindex};
use super::wants::{Chosen, Wants};
use crate::diagnostic::rules::pages::{
    PAGE_BUTTON_NAME, PAGE_FIELD_NAME, PAGE_FRAME_NAME, PAGE_LABEL_IN_NAME, PAGE_LINK_NAME,
};
use crate::source::html::{Element, Kind};

pub(super) const WANTS: Wants = Wants {
    names: &["a", "area", "button", "input", "select", "textarea", "iframe", "summary"],
    attributes: &["role"],
};

pub(super) fn check<'t, 'a>(view: &View<'t, 'a>, chosen: Chosen<'_, 't, 'a>, out: &mut Findings) {
    for element in chosen.filter(|element| view.is_told(*element)) {
        let native = element.is_any(&["a", "area", "button", "input", "select", "textarea", "iframe", "summary"]);
        if !native && !element.has("role") && element.name != "a" {
            continue;
        }
        let role = view.role(element);
        let told = match role {
            Some("link") => Some((&PAGE_LINK_NAME, "this link has no words")),
            Some("button") if is_image(element) => None,
            Some("button") => Some((&PAGE_BUTTON_NAME, "this button has no words")),
            Some(role) if is_menu_item(role) && role == "menuitem" => {
                Some((&PAGE_BUTTON_NAME, "this item of a menu has no words"))
            }
            role if facts(role).is_some_and(|role| role.traits & FIELD != 0) => {
                Some((&PAGE_FIELD_NAME, "this field has no label"))
            }
            None if is_frame(element) => Some((&PAGE_FRAME_NAME, "this frame has no title")),
            None if element.is("summary") && view.is_focusable(element) => {
                Some((&PAGE_BUTTON_NAME, "this summary has no words"))
            }
            _ => None,
        };
        if let Some((rule, message)) = told
            && !has_name(view, element)
            && (is_frame(element) || !holds_unknown(element))
        {
            out.add(rule, element, message);
            continue;
        }
        label_in_name(view, element, role, out);
    }
}

fn is_image(element: Element<'_, '_>) -> bool {
    element.is("input") && element.attribute("type").is_some_and(|kind| kind.trim().eq_ignore_ascii_case("image"))
}

fn is_frame(element: Element<'_, '_>) -> bool {
    element.is("iframe") && tabindex(element).is_none_or(|index| index >= 0) && !element.has("role")
}

/// The words that are shown must be among those of the name, where another name is given.
fn label_in_name<'t, 'a>(view: &View<'t, 'a>, element: Element<'t, 'a>, role: Option<&str>, out: &mut Findings) {
    let renamed = element.has("aria-label") || element.has("aria-labelledby");
    if !renamed
        || facts(role).is_none_or(|role| role.traits & CONTENT == 0)
        || element.is_any(&["input", "td", "th", "tr"])
    {
        return;
    }
    if !matches!(
        role,
        Some(
            "link"
                | "button"
                | "checkbox"
                | "radio"
                | "switch"
                | "tab"
                | "menuitem"
                | "menuitemcheckbox"
                | "menuitemradio"
                | "option"
                | "treeitem"
        )
    ) {
        return;
    }
    let Some(shown) = shown_words(view, element) else { return };
    let (shown, name) = (words(&shown), words(&name_of(view, element)));
    // A letter or two may stand for a picture, as x does for closing.
    if name.is_empty() || shown.chars().filter(|c| c.is_alphabetic()).count() < 3 {
        return;
    }
    if !format!(" {name} ").contains(&format!(" {shown} ")) {
        out.add(&PAGE_LABEL_IN_NAME, element, format!("people see “{shown}”, but the name is “{name}”"));
    }
}

/// The text that is shown inside an element; `None` where that is not sure.
fn shown_words<'t, 'a>(view: &View<'t, 'a>, element: Element<'t, 'a>) -> Option<String> {
    let unsure = |one: Element<'_, '_>| {
        let class = one.attribute("class").unwrap_or_default().to_ascii_lowercase();
        ["hidden", "sr-only", "screen", "icon", "material", "offscreen", "assistive"]
            .iter()
            .any(|sign| class.contains(sign))
            || one.name.contains('-')
            || one.is_any(&["svg", "img", "select", "input", "textarea"])
            || one.has("style")
    };
    if unsure(element) || element.descendants().any(unsure) {
        return None;
    }
    let mut text = String::new();
    for (index, node) in element.inside() {
        if view.tree.element(index).is_some_and(|inside| !is_in_line(inside)) {
            text.push(' ');
        }
        if let Kind::Text(part) = &node.kind {
            let around = node.parent.and_then(|parent| view.tree.element(parent))?;
            if view.is_hidden(around) {
                continue;
            }
            if !view.is_shown(around) {
                return None;
            }
            text.push_str(part);
        }
    }
    Some(tidy(&text))
}

/// Words in small letters without signs, and without what stands in brackets.
fn words(text: &str) -> String {
    let mut depth = 0_usize;
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            '\'' | '’' | '\u{ad}' => {}
            _ if c.is_alphanumeric() => out.extend(c.to_lowercase()),
            _ => out.push(' '),
        }
    }
    tidy(&out)
}
