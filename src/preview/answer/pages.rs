//! The working view: pages with drafts, places and the bar.

use super::{Preview, files, reply};
use crate::preview::desk::{Form, Generation, Made, View, ViewKey};
use crate::preview::pieces::{BAR_LINE, NOTICE, fill};
use crate::site::Address;
use crate::source::SitePath;
use axum::http::StatusCode;
use axum::response::Response;
use std::sync::Arc;

/// What a path asks for.
pub(super) enum Asked {
    /// A page.
    Page(Address),
    /// A page, by an address whose relative links would lead astray.
    Astray,
    /// Something else, or nothing.
    Other,
}

/// Which page of a view a path means: `a/b/index.html` and `a/b/`; and `a/b` in other words.
pub(super) fn asked(view: &View, path: &str, asked: &str) -> Asked {
    let folder = match path {
        "" | "index.html" => Some(""),
        "404.html" => Some("404.html"),
        _ => path.strip_suffix("/index.html"),
    };
    let address = |text: &str| {
        let path = SitePath::parse(text).filter(|path| path.as_str() == text)?;
        Some(Address::of(&path)).filter(|address| view.site().pages.contains_key(address))
    };
    if let Some(folder) = folder {
        return address(folder).map_or(Asked::Other, Asked::Page);
    }
    match address(path.trim_end_matches('/')) {
        Some(address) if asked.ends_with('/') => Asked::Page(address),
        Some(_) => Asked::Astray,
        None => Asked::Other,
    }
}

/// The page at an address, or the one that says there is none, which then stands for it.
/// Without an address, what was asked for is nothing that a site can name.
pub(super) fn made(
    view: &View,
    generation: &Generation,
    address: Option<&Address>,
    form: Form,
) -> (StatusCode, Option<Arc<Made>>) {
    match address.and_then(|address| view.page(generation, address, form)) {
        Some(made) => (StatusCode::OK, Some(made)),
        None => (StatusCode::NOT_FOUND, view.page(generation, &Address::not_found(), form)),
    }
}

pub(super) fn answer(preview: &Preview, path: &str, asked_path: &str) -> Response {
    let desk = &preview.desk;
    let generation = desk.now();
    let view = desk.view(&generation, ViewKey { drafts: true, today: desk.today() });
    match asked(&view, path, asked_path) {
        Asked::Page(address) => page(&view, &generation, Some(address)),
        Asked::Astray => reply::moved(&format!("{asked_path}/")),
        Asked::Other => {
            files::answer(preview, &generation, &view, path).unwrap_or_else(|| page(&view, &generation, missing(path)))
        }
    }
}

/// The address of a page that is not there, by which its own reload will find it; `None` if no
/// site can name it, so that it will never be there.
fn missing(path: &str) -> Option<Address> {
    let path = path.strip_suffix("index.html").unwrap_or(path);
    SitePath::parse(path).map(|path| Address::of(&path))
}

fn page(view: &View, generation: &Generation, address: Option<Address>) -> Response {
    let (status, made) = made(view, generation, address.as_ref(), Form::Drafting);
    let address = address.unwrap_or_else(Address::not_found);
    let version = made.as_ref().map_or(0, |made| made.version);
    let line = fill(BAR_LINE, &[("page", address.as_str()), ("version", &version_text(version))]);
    match made.as_ref().and_then(|made| made.html.as_ref()) {
        Some(html) => reply::drafting(status, with_line(html, &line)),
        None => {
            let text = "No template can make this page. What is wrong stands below.";
            let html = fill(NOTICE, &[("title", "This page cannot be shown"), ("text", text)]);
            reply::drafting(StatusCode::INTERNAL_SERVER_ERROR, with_line(&html, &line))
        }
    }
}

/// A version as pages and events name it.
pub(super) fn version_text(version: u64) -> String {
    format!("{version:016x}")
}

/// A page with a line more at the end of its body.
fn with_line(html: &str, line: &str) -> String {
    let (before, after) = html.rfind("</body>").and_then(|at| html.split_at_checked(at)).unwrap_or((html, ""));
    format!("{before}{line}{after}")
}
