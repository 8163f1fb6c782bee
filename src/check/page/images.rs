//! Pictures: words for those that say something, silence for those that decorate.

use super::Findings;
use super::headings::holds_unknown;
use super::name::has_name;
use super::view::View;
use super::wants::{Chosen, Wants};
use crate::diagnostic::rules::pages::{PAGE_DECORATIVE_TOLD, PAGE_IMAGE_NAME};
use crate::source::html::{Element, Space};

pub(super) const WANTS: Wants = Wants { names: &["img", "object", "input"], attributes: &["role"] };

pub(super) fn check<'t, 'a>(view: &View<'t, 'a>, chosen: Chosen<'_, 't, 'a>, out: &mut Findings) {
    for element in chosen.filter(|element| view.is_told(*element)) {
        let given = element.attribute("role");
        if !(element.is_any(&["img", "object", "input"]) || given.is_some()) {
            continue;
        }
        if told_decoration(view, element) {
            let what = element.name;
            out.add(
                &PAGE_DECORATIVE_TOLD,
                element,
                format!("this `{what}` is marked as decoration but told all the same"),
            );
            continue;
        }
        let role = view.role(element);
        let missing = match (element.space, element.name) {
            (Space::Html, "img") => role == Some("img"),
            (Space::Html, "input") => {
                let image = element.attribute("type").is_some_and(|kind| kind.trim().eq_ignore_ascii_case("image"));
                image && role == Some("button")
            }
            (Space::Html, "object") => given.is_none() && shows_a_picture(element),
            (Space::Svg, _) => matches!(role, Some("img" | "image" | "graphics")),
            _ => matches!(role, Some("img" | "image")),
        };
        if missing && !has_name(view, element) && !holds_unknown_picture(element) {
            out.add(&PAGE_IMAGE_NAME, element, "this picture has no words for people who cannot see it");
        }
    }
}

/// Marked as decoration, and yet something makes browsers tell it.
fn told_decoration<'t, 'a>(view: &View<'t, 'a>, element: Element<'t, 'a>) -> bool {
    let given = element.attribute("role").and_then(|role| role.split_ascii_whitespace().next());
    let decorates = given
        .is_some_and(|role| role.eq_ignore_ascii_case("none") || role.eq_ignore_ascii_case("presentation"))
        || given.is_none() && element.is("img") && element.attribute("alt") == Some("");
    let role = view.role(element);
    decorates && !matches!(role, None | Some("none" | "presentation" | "generic"))
}

fn holds_unknown_picture(element: Element<'_, '_>) -> bool {
    !element.is("object") && holds_unknown(element)
}

/// Whether an object surely is a picture or a recording.
fn shows_a_picture(element: Element<'_, '_>) -> bool {
    const ENDINGS: &[&str] = &[".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".mp3", ".mp4", ".wav", ".webm"];
    let Some(data) = element.attribute("data") else { return false };
    let kind = element.attribute("type").unwrap_or_default().trim().to_ascii_lowercase();
    if !kind.is_empty() {
        return ["image/", "audio/", "video/"].iter().any(|start| kind.starts_with(start));
    }
    let path = data.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    ENDINGS.iter().any(|ending| path.ends_with(ending))
}
