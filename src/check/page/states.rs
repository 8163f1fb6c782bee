//! ARIA attributes: known ones, with values they can have, on elements that can have them.

use super::Findings;
use super::aria::attributes::{ATTRIBUTES, Value, attribute, is_valid};
use super::aria::roles::NAMELESS;
use super::view::{View, facts};
use super::wants::{ANY_ARIA, Chosen, Wants};
use crate::diagnostic::rules::pages::{PAGE_ARIA_PERMITTED, PAGE_ARIA_UNKNOWN, PAGE_ARIA_VALUE};
use crate::source::did_you_mean;
use crate::source::html::{Element, Space};

pub(super) const WANTS: Wants = Wants { names: &[], attributes: &[ANY_ARIA] };

pub(super) fn check<'t, 'a>(view: &View<'t, 'a>, chosen: Chosen<'_, 't, 'a>, out: &mut Findings) {
    for element in chosen {
        let mut role = None;
        for (name, value) in element.attributes.iter().filter(|(name, _)| name.starts_with("aria-")) {
            let Some(known) = attribute(name) else {
                let help = did_you_mean(name, ATTRIBUTES.iter().map(|attribute| attribute.name));
                out.tell(&PAGE_ARIA_UNKNOWN, element, format!("there is no attribute `{name}`"), help);
                continue;
            };
            let filled = !value.trim().is_empty();
            if filled && !is_valid(known.value, value) {
                out.tell(
                    &PAGE_ARIA_VALUE,
                    element,
                    format!("{name} cannot be `{}`", value.trim()),
                    Some(format!("it can be {}", possible(known.value))),
                );
            }
            if !filled || !view.is_told(element) || element.name.contains('-') || element.space != Space::Html {
                continue;
            }
            let role = *role.get_or_insert_with(|| view.role(element));
            if !is_permitted(element, role, name, known.global) {
                let what =
                    role.map_or_else(|| format!("the element `{}`", element.name), |role| format!("the role `{role}`"));
                out.add(&PAGE_ARIA_PERMITTED, element, format!("{what} cannot have {name}"));
            }
        }
    }
}

fn is_permitted(element: Element<'_, '_>, role: Option<&str>, name: &str, global: bool) -> bool {
    let Some(facts) = facts(role) else {
        // Some elements of HTML have no role of ARIA and are like one all the same; ARIA in HTML says
        // what they may have. Of roles of other modules nothing is said here.
        return role.is_some() || global || has_own(element, name);
    };
    if matches!(name, "aria-label" | "aria-labelledby" | "aria-roledescription" | "aria-braillelabel") {
        return facts.traits & NAMELESS == 0 || name == "aria-roledescription" && facts.name != "generic";
    }
    global || name.strip_prefix("aria-").is_some_and(|short| facts.has.contains(&short) || facts.needs.contains(&short))
}

/// What elements without a role may have beside the global attributes.
fn has_own(element: Element<'_, '_>, name: &str) -> bool {
    match element.name {
        "input" | "summary" | "th" | "td" | "svg" => true,
        "audio" | "video" | "iframe" | "embed" | "object" => name == "aria-expanded",
        _ => false,
    }
}

fn possible(value: Value) -> String {
    match value {
        Value::Word(words) | Value::Words(words) => words.join(", "),
        Value::Whole => "a whole number".to_owned(),
        Value::Number => "a number".to_owned(),
        Value::Any => "any text".to_owned(),
    }
}
