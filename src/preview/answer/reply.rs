//! Replies, each with the headers of its kind.

use crate::publish::{CACHE_HASHED, HEADERS};
use axum::body::Body;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, HeaderValue, LOCATION};
use axum::http::{Response, StatusCode};
use serde_json::Value;

/// Nothing that the preview serves may be kept: it may be old within a second.
const NEVER_KEPT: HeaderValue = HeaderValue::from_static("no-store");

/// The policy of pages with the preview's tools in them: what is published, and besides that
/// the tools may ask the preview and show its pages in frames.
const DRAFTING_POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
     connect-src 'self'; frame-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'self'",
);

fn reply(status: StatusCode, kind: &str, body: impl Into<Body>) -> Response<Body> {
    let mut response = Response::new(body.into());
    *response.status_mut() = status;
    let kind = HeaderValue::from_str(kind).unwrap_or(HeaderValue::from_static("application/octet-stream"));
    response.headers_mut().insert(CONTENT_TYPE, kind);
    response.headers_mut().insert(CACHE_CONTROL, NEVER_KEPT);
    response
}

/// A page with the tools in it.
pub(super) fn drafting(status: StatusCode, html: String) -> Response<Body> {
    let mut response = reply(status, "text/html; charset=utf-8", html);
    response.headers_mut().insert(CONTENT_SECURITY_POLICY, DRAFTING_POLICY);
    response
}

/// A file as it will be published, with the headers that a host should give it. Only the
/// preview's own frame may show it.
pub(super) fn published(status: StatusCode, path: &str, bytes: impl Into<Body>) -> Response<Body> {
    let mut response = reply(status, &kind_of(path), bytes);
    for (name, value) in HEADERS {
        // The preview has no encrypted connection to insist on.
        if name == "Strict-Transport-Security" {
            continue;
        }
        let value = value.replace("frame-ancestors 'none'", "frame-ancestors 'self'");
        if let (Ok(name), Ok(value)) = (HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_str(&value)) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}

/// A file whose name changes with its content.
pub(super) fn hashed(path: &str, text: String) -> Response<Body> {
    let mut response = published(StatusCode::OK, path, text);
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static(CACHE_HASHED));
    response
}

/// A file of the preview's own.
pub(super) fn own(kind: &str, text: &'static str) -> Response<Body> {
    let mut response = reply(StatusCode::OK, kind, text);
    response.headers_mut().insert(CONTENT_SECURITY_POLICY, DRAFTING_POLICY);
    response
}

/// Facts for the tools.
pub(super) fn json(value: &Value) -> Response<Body> {
    reply(StatusCode::OK, "application/json", value.to_string())
}

/// The way to another address of this server.
pub(super) fn moved(to: &str) -> Response<Body> {
    let mut response = reply(StatusCode::TEMPORARY_REDIRECT, "text/plain; charset=utf-8", "");
    if let Ok(to) = HeaderValue::from_str(to) {
        response.headers_mut().insert(LOCATION, to);
    }
    response
}

/// There is no such thing.
pub(super) fn nothing() -> Response<Body> {
    reply(StatusCode::NOT_FOUND, "text/plain; charset=utf-8", "There is nothing at this address.")
}

/// The preview itself is at fault.
pub(super) fn failed() -> Response<Body> {
    let text = "The preview could not make this. Reload the page; if it stays, start `candour serve` again.";
    reply(StatusCode::INTERNAL_SERVER_ERROR, "text/plain; charset=utf-8", text)
}

fn kind_of(path: &str) -> String {
    if path.ends_with(".csv-metadata.json") {
        return "application/csvm+json".into();
    }
    match path.rsplit('.').next() {
        // Without an ending: the file of headers.
        _ if !path.contains('.') => "text/plain; charset=utf-8".into(),
        Some("html" | "css" | "js" | "txt" | "xml" | "csv") => {
            format!("{}; charset=utf-8", mime_guess::from_path(path).first_or_text_plain())
        }
        _ => mime_guess::from_path(path).first_or_octet_stream().to_string(),
    }
}
