//! The site exactly as it will be published, to the byte, as of a day: with drafts or without.
//! Its links are relative, so a reader stays within it.

use super::pages::{Asked, asked, made};
use super::{Preview, files, reply};
use crate::figure::parse_date;
use crate::preview::desk::{Form, ViewKey};
use crate::publish::{HEADERS_FILE, headers_file};
use crate::render::sitemap;
use crate::site::Address;
use crate::source::SitePath;
use axum::http::StatusCode;
use axum::response::Response;

/// Answers for `public/2021-06-01/PATH` and `drafts/2021-06-01/PATH`.
pub(super) fn answer(preview: &Preview, path: &str, asked_path: &str) -> Response {
    let desk = &preview.desk;
    let mut parts = path.splitn(3, '/');
    let drafts = match parts.next() {
        Some("public") => false,
        Some("drafts") => true,
        _ => return reply::nothing(),
    };
    let Some(today) = parts.next().and_then(|date| parse_date(date).ok()) else { return reply::nothing() };
    let Some(path) = parts.next() else { return reply::moved(&format!("{asked_path}/")) };
    let generation = desk.now();
    let view = desk.view(&generation, ViewKey { drafts, today });
    let address = match asked(&view, path, asked_path) {
        Asked::Page(address) => Some(address),
        Asked::Astray => return reply::moved(&format!("{asked_path}/")),
        Asked::Other => {
            let made = match path {
                HEADERS_FILE => generation.renderer(view.site()).map(|renderer| {
                    let headers = headers_file(renderer.files().iter().map(|file| file.path.as_str()));
                    reply::published(StatusCode::OK, path, headers)
                }),
                "sitemap.xml" => sitemap(view.site()).map(|sitemap| reply::published(StatusCode::OK, path, sitemap)),
                _ => file(preview, path, &view, &generation),
            };
            match made {
                Some(made) => return made,
                None => SitePath::parse(path).map(|path| Address::of(&path)),
            }
        }
    };
    let (status, made) = made(&view, &generation, address.as_ref(), Form::Exact);
    match made.as_ref().and_then(|made| made.html.as_ref()) {
        Some(html) => reply::published(status, "page.html", html.clone()),
        None => reply::failed(),
    }
}

/// A file that is published in this view: of pictures and downloads, those that its pages use.
fn file(
    preview: &Preview,
    path: &str,
    view: &crate::preview::desk::View,
    generation: &crate::preview::desk::Generation,
) -> Option<Response> {
    let inside = SitePath::parse(path)?;
    if view.site().assets.contains_key(&inside) && !view.used_assets().contains(&inside) {
        return None;
    }
    files::answer(preview, generation, view, path)
}
