//! What a page is as a whole: its title, whether it stays, whether it can be enlarged, its ids.

use super::Findings;
use super::view::View;
use super::wants::{Chosen, Wants};
use crate::diagnostic::rules::pages::{PAGE_ID_REPEATED, PAGE_MOVING, PAGE_REFRESH, PAGE_TITLE, PAGE_ZOOM};
use crate::source::html::Element;

/// A refresh after more than this many seconds leaves time enough (WCAG 2.2.1: 20 hours).
const LONG: u64 = 72_000;

pub(super) const WANTS: Wants = Wants { names: &["title", "meta", "marquee"], attributes: &[] };

pub(super) fn check<'t, 'a>(view: &View<'t, 'a>, chosen: Chosen<'_, 't, 'a>, out: &mut Findings) {
    let Some(root) = view.tree.elements().next().filter(|root| root.is("html")) else { return };
    let titles = |element: &Element<'_, '_>| element.is("title");
    match { chosen }.find(titles) {
        Some(title) if title.has_text() => {}
        Some(title) => out.add(&PAGE_TITLE, title, "the title of the page is empty"),
        None => out.add(&PAGE_TITLE, root, "the page has no title"),
    }
    let mut refreshes = true;
    for element in chosen {
        match element.name {
            "meta" if element.is("meta") => {
                if refreshes {
                    refreshes = !refresh(element, out);
                }
                zoom(element, out);
            }
            "marquee" if element.is("marquee") && view.shows_text(element) => {
                out.add(&PAGE_MOVING, element, "the words in this marquee move");
            }
            _ => {}
        }
    }
    for (index, id) in &view.repeated {
        if let Some(element) = view.tree.element(*index) {
            out.add(&PAGE_ID_REPEATED, element, format!("the page has the id `{id}` already"));
        }
    }
}

/// Whether the page goes away by itself; `true` if this is the refresh that counts, which is the first.
fn refresh(element: Element<'_, '_>, out: &mut Findings) -> bool {
    if !element.attribute("http-equiv").is_some_and(|value| value.eq_ignore_ascii_case("refresh")) {
        return false;
    }
    let content = element.attribute("content").unwrap_or_default().trim_start();
    let digits: String = content.chars().take_while(char::is_ascii_digit).collect();
    let after = content.get(digits.len()..).unwrap_or_default();
    if digits.is_empty() && !after.starts_with('.') {
        return false;
    }
    let after = after.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    if !(after.is_empty() || after.starts_with([';', ',']) || after.starts_with(|c: char| c.is_ascii_whitespace())) {
        return false;
    }
    let seconds: u64 = if digits.is_empty() { 0 } else { digits.parse().unwrap_or(u64::MAX) };
    if seconds > 0 && seconds <= LONG {
        out.add(&PAGE_REFRESH, element, format!("the page goes away after {seconds} seconds"));
    }
    true
}

fn zoom(element: Element<'_, '_>, out: &mut Findings) {
    if !element.attribute("name").is_some_and(|name| name.eq_ignore_ascii_case("viewport")) {
        return;
    }
    let content = element.attribute("content").unwrap_or_default();
    // The rules of CSS Device Adaptation for reading it: names and values, between commas, semicolons or spaces.
    let content = content.replace([';', ','], " ");
    let content = content.split_ascii_whitespace().collect::<Vec<_>>().join(" ").replace(" =", "=").replace("= ", "=");
    for pair in content.split(' ') {
        let Some((name, value)) = pair.split_once('=') else { continue };
        let number = number(value);
        let stops = match name.to_ascii_lowercase().as_str() {
            "user-scalable" => value.eq_ignore_ascii_case("no") || number.is_some_and(|number| number.abs() < 1.0),
            "maximum-scale" => {
                value.eq_ignore_ascii_case("yes") || number.is_some_and(|number| (0.0..2.0).contains(&number))
            }
            _ => false,
        };
        if stops {
            out.add(&PAGE_ZOOM, element, format!("`{name}={value}` keeps people from making the page larger"));
            return;
        }
    }
}

/// The number that a value begins with.
fn number(value: &str) -> Option<f64> {
    let length = value.bytes().take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+')).count();
    value.get(..length)?.parse().ok()
}
