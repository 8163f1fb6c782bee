//! How the documents read and what is wrong with them: the report of `candour check` as pages of the preview, made
//! of what the last check found.

use super::{Ask, OWN, Preview, reply};
use crate::check::Summary;
use crate::render::{Live, Part, REPORT_STYLE, Report, report};
use crate::source::SitePath;
use axum::http::StatusCode;
use axum::response::Response;

/// Its style.
pub(super) fn style() -> Response {
    reply::own("text/css; charset=utf-8", REPORT_STYLE)
}

/// The table of all documents, or the page of one.
pub(super) fn answer(preview: &Preview, ask: &Ask) -> Response {
    let desk = &preview.desk;
    let generation = desk.now();
    let view = desk.view(&generation, ask.view(desk));
    let findings = desk.checked();
    let summary = Summary::of(view.site(), &findings.diagnostics, &findings.sources);
    let (style, script) = (format!("/{OWN}/reading.css"), format!("/{OWN}/tools/reading.js"));
    let (overview, document) = (format!("/{OWN}/reading"), format!("/{OWN}/reading?page="));
    let live = Live { style: &style, script: &script, generation: findings.number };
    let path = SitePath::parse(&ask.page).filter(|path| !path.as_str().is_empty());
    let part = match &path {
        None => Part::Overview { live, document: &document },
        Some(path) => Part::Document { live, overview: &overview, path },
    };
    let known = path.as_ref().is_none_or(|path| summary.documents.iter().any(|document| document.path == *path));
    let editor = |path: &str, place| preview.open_at(path, place);
    let page = report(&Report {
        site: view.site(),
        summary: &summary,
        diagnostics: &findings.diagnostics,
        untold: &findings.untold.diagnostics,
        texts: &findings.sources,
        part,
        editor: &editor,
    });
    match page {
        Ok(html) => reply::drafting(if known { StatusCode::OK } else { StatusCode::NOT_FOUND }, html),
        Err(_) => reply::failed(),
    }
}
