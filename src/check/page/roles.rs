//! Roles: known ones, with what they must say, inside what they belong to, with the parts they are made of.

use super::Findings;
use super::aria::implicit::implicit;
use super::aria::roles::{ROLES, Role};
use super::headings::holds_unknown;
use super::view::{View, facts, given_role};
use super::wants::{Chosen, Wants};
use crate::diagnostic::rules::pages::{PAGE_ROLE, PAGE_ROLE_HOLDS, PAGE_ROLE_NEEDS, PAGE_ROLE_WITHIN};
use crate::source::did_you_mean;
use crate::source::html::Element;

pub(super) const WANTS: Wants = Wants { names: &[], attributes: &["role", "aria-owns"] };

pub(super) fn check<'t, 'a>(view: &View<'t, 'a>, chosen: Chosen<'_, 't, 'a>, out: &mut Findings) {
    let owned: Vec<&str> =
        chosen.filter_map(|element| element.attribute("aria-owns")).flat_map(str::split_ascii_whitespace).collect();
    for element in chosen.filter(|element| view.is_told(*element)) {
        let Some(text) = element.attribute("role").filter(|text| !text.trim().is_empty()) else { continue };
        let Some(given) = given_role(text) else {
            let word = text.trim();
            let help = did_you_mean(word, ROLES.iter().map(|role| role.name));
            out.tell(&PAGE_ROLE, element, format!("there is no role `{word}`"), help);
            continue;
        };
        if view.role(element) != Some(given) || implicit(element) == Some(given) {
            continue;
        }
        let Some(role) = facts(Some(given)) else { continue };
        needs(view, element, role, out);
        within(view, element, role, &owned, out);
        holds(view, element, role, out);
    }
}

fn needs<'t, 'a>(view: &View<'t, 'a>, element: Element<'t, 'a>, role: &Role, out: &mut Findings) {
    // Some elements of HTML say it themselves.
    let kind = element.attribute("type").unwrap_or_default().trim().to_ascii_lowercase();
    let native = element.is("input") && matches!(kind.as_str(), "checkbox" | "radio" | "range" | "number")
        || element.is_any(&["meter", "progress", "select", "option"]);
    let mut missing: Vec<&str> = role.needs.to_vec();
    if native {
        missing.clear();
    }
    if role.name == "separator" && view.is_tab_stop(element) {
        missing.push("valuenow");
    }
    if role.name == "heading" && element.is_any(&["h1", "h2", "h3", "h4", "h5", "h6"]) {
        missing.clear();
    }
    missing.retain(|name| element.attribute(&format!("aria-{name}")).is_none_or(|value| value.trim().is_empty()));
    if let Some(first) = missing.first() {
        out.add(&PAGE_ROLE_NEEDS, element, format!("the role `{}` needs aria-{first}", role.name));
    }
}

/// Roles through which an element still belongs to what is around.
fn is_transparent(role: Option<&str>) -> bool {
    matches!(role, Some("generic" | "none" | "presentation"))
}

fn within<'t, 'a>(view: &View<'t, 'a>, element: Element<'t, 'a>, role: &Role, owned: &[&str], out: &mut Findings) {
    let may_be_owned = |one: Element<'_, '_>| one.attribute("id").is_some_and(|id| owned.contains(&id));
    if role.within.is_empty() || may_be_owned(element) {
        return;
    }
    let mut above = element.ancestors();
    let found = loop {
        let Some(one) = above.next() else { break None };
        let found = view.role(one);
        if may_be_owned(one) || one.name.contains('-') {
            return;
        }
        let group = found == Some("group") && !matches!(role.name, "listitem" | "row" | "tab");
        match found {
            _ if group || is_transparent(found) => {}
            None if one.is_any(&["body", "html"]) => break None,
            // What this element is to screen readers is not known.
            None => return,
            Some("document") => break None,
            Some(found) => break Some(found),
        }
    };
    if !found.is_some_and(|found| role.within.contains(&found)) {
        out.add(&PAGE_ROLE_WITHIN, element, format!("the role `{}` belongs into {}", role.name, either(role.within)));
    }
}

fn holds<'t, 'a>(view: &View<'t, 'a>, element: Element<'t, 'a>, role: &Role, out: &mut Findings) {
    let busy = element.attribute("aria-busy").is_some_and(|value| value.eq_ignore_ascii_case("true"));
    if role.holds.is_empty() || busy || element.has("aria-owns") || holds_unknown(element) {
        return;
    }
    // The elements it owns: those inside it, through elements without a role.
    let mut open: Vec<Element<'t, 'a>> = element.children().collect();
    let mut owns = false;
    while let Some(one) = open.pop() {
        if view.is_silent(one) {
            continue;
        }
        let found = view.role(one);
        if !view.is_told(one) || found.is_none() && !one.is_any(&["br", "script", "style", "label"]) {
            return;
        }
        if is_transparent(found) {
            open.extend(one.children());
        } else if found.is_some_and(|found| role.holds.contains(&found)) {
            return;
        } else {
            owns = true;
        }
    }
    if owns {
        out.add(
            &PAGE_ROLE_HOLDS,
            element,
            format!("the role `{}` holds {}, and there is none", role.name, either(role.holds)),
        );
    }
}

/// "`a`, `b` or `c`".
fn either(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.as_slice() {
        [rest @ .., last] if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => quoted.join(""),
    }
}
