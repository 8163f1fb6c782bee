//! Landmarks: one main part, one head and one foot of the page, and all words in one of them.

use super::Findings;
use super::aria::roles::LANDMARK;
use super::name::has_name;
use super::view::{View, facts};
use super::wants::{Chosen, Wants};
use crate::diagnostic::rules::pages::{PAGE_LANDMARK, PAGE_MAIN, PAGE_OUTSIDE};
use crate::source::html::{Element, Kind};

pub(super) const WANTS: Wants =
    Wants { names: &["aside", "footer", "form", "header", "main", "nav", "search", "section"], attributes: &["role"] };

pub(super) fn check<'t, 'a>(view: &View<'t, 'a>, chosen: Chosen<'_, 't, 'a>, out: &mut Findings) {
    let Some(body) = view.body() else { return };
    if view.leads_on || !view.shows_text(body) {
        return;
    }
    let mut counts = [0_u32; 3];
    let mut marks = Vec::new();
    let mut doubtful = false;
    for element in chosen.filter(|element| (body.index + 1..body.node.end).contains(&element.index)) {
        if !is_candidate(element) || view.is_silent(element) {
            continue;
        }
        let Some(role) = view.role(element).filter(|role| is_landmark(view, element, role)) else { continue };
        doubtful |= !view.is_told(element);
        marks.push(element);
        let place = match role {
            "main" => 0,
            "banner" => 1,
            "contentinfo" => 2,
            _ => continue,
        };
        if !view.is_told(element) {
            continue;
        }
        if let Some(count) = counts.get_mut(place) {
            *count += 1;
            if *count == 2 {
                match role {
                    "main" => out.add(&PAGE_MAIN, element, "the page has a main part already"),
                    role => out.add(&PAGE_LANDMARK, element, format!("the page has the landmark `{role}` already")),
                }
            }
        }
        let around = element.ancestors().find(|above| {
            is_candidate(*above) && view.role(*above).is_some_and(|role| is_landmark(view, *above, role))
        });
        if let Some(around) = around.filter(|_| place > 0) {
            let inside = view.role(around).unwrap_or_default();
            out.add(&PAGE_LANDMARK, element, format!("the landmark `{role}` stands inside of `{inside}`"));
        }
    }
    if doubtful {
        return;
    }
    if counts.first() == Some(&0) {
        out.add(&PAGE_MAIN, body, "the page has no main part");
    } else if view.knows_style || !is_styled_elsewhere(view) {
        outside(view, body, &marks, out);
    }
}

/// Whether style sheets that are not in the page may hide parts of it, as they do with notices and menus.
fn is_styled_elsewhere(view: &View<'_, '_>) -> bool {
    view.tree
        .named("link")
        .any(|link| link.attribute("rel").is_some_and(|rel| rel.to_ascii_lowercase().contains("stylesheet")))
}

fn is_candidate(element: Element<'_, '_>) -> bool {
    element.has("role") || element.is_any(&["aside", "footer", "form", "header", "main", "nav", "search", "section"])
}

fn is_landmark<'t, 'a>(view: &View<'t, 'a>, element: Element<'t, 'a>, role: &str) -> bool {
    let named = || !matches!(role, "form" | "region") || has_name(view, element);
    facts(Some(role)).is_some_and(|role| role.traits & LANDMARK != 0) && named()
}

/// Words outside of all landmarks; the way past them, and what tells of itself, may stand anywhere.
fn outside<'t, 'a>(view: &View<'t, 'a>, body: Element<'t, 'a>, marks: &[Element<'t, 'a>], out: &mut Findings) {
    let mut next = body.index + 1;
    while next < body.node.end {
        let index = next;
        let Some(node) = view.tree.nodes.get(index as usize) else { return };
        next += 1;
        match &node.kind {
            Kind::Element { .. } => {
                let Some(element) = view.tree.element(index) else { continue };
                let skips = element.is("a") && element.attribute("href").is_some_and(|href| href.starts_with('#'));
                let tells = element.is("dialog")
                    || element.attribute("role").is_some_and(|role| {
                        matches!(
                            role.trim(),
                            "alert" | "alertdialog" | "dialog" | "log" | "status" | "timer" | "tooltip"
                        )
                    });
                if skips || tells || !view.is_told(element) || marks.iter().any(|mark| mark.index == index) {
                    next = node.end;
                }
            }
            Kind::Text(_) if node.is_text() => {
                let around = node.parent.and_then(|parent| view.tree.element(parent)).unwrap_or(body);
                out.add(&PAGE_OUTSIDE, around, "these words stand outside of all landmarks");
                return;
            }
            _ => {}
        }
    }
}
