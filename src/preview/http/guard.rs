//! What is refused before the router sees a request, and what every answer carries. No other
//! website may read or frame a draft, nothing is ever changed by a request, and nothing that
//! a router does (a panic included) ends the server.

use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};

use axum::Router;
use axum::body::Body;
use axum::http::header::{
    ALLOW, CONNECTION, CONTENT_LENGTH, CONTENT_TYPE, HOST, HeaderMap, HeaderName, HeaderValue, ORIGIN, REFERRER_POLICY,
    SERVER, TRANSFER_ENCODING, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::request::Parts;
use axum::http::{Method, Request, Response, StatusCode};
use tower_service::Service;

use super::names::Names;
use super::path::{CleanPath, PathFault};

/// Answers one request: refuses it, or lets the router answer. The request's body is never
/// read.
pub(super) async fn answer<B>(names: &Names, router: Router, request: Request<B>) -> Response<Body> {
    let (mut parts, _) = request.into_parts();
    let mut response = match admit(names, &parts) {
        Ok(path) => {
            parts.extensions.insert(path);
            ask(router, Request::from_parts(parts, Body::empty())).await
        }
        Err(refusal) => refusal.response(),
    };
    dress(response.headers_mut());
    response
}

/// A request that is not let in: why, for the person at the browser.
struct Refusal(StatusCode, &'static str);

impl Refusal {
    fn response(self) -> Response<Body> {
        let mut response = plain(self.0, self.1);
        if self.0 == StatusCode::METHOD_NOT_ALLOWED {
            response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
        }
        // Who asks for such things gets no second request in; and a body that may follow is
        // never taken for one.
        response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
        response
    }
}

fn plain(status: StatusCode, sentence: &'static str) -> Response<Body> {
    let mut response = Response::new(Body::from(sentence));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    response
}

fn admit(names: &Names, parts: &Parts) -> Result<CleanPath, Refusal> {
    host(names, parts)?;
    strangers(names, &parts.headers)?;
    if parts.method != Method::GET && parts.method != Method::HEAD {
        return Err(Refusal(StatusCode::METHOD_NOT_ALLOWED, "The preview only shows pages: it takes GET and HEAD."));
    }
    if parts.headers.contains_key(TRANSFER_ENCODING) {
        return Err(Refusal(StatusCode::BAD_REQUEST, "The preview takes no request with a body."));
    }
    if parts.headers.get_all(CONTENT_LENGTH).iter().any(|length| length.as_bytes() != b"0") {
        return Err(Refusal(StatusCode::PAYLOAD_TOO_LARGE, "The preview takes no request with a body."));
    }
    CleanPath::read(parts.uri.path(), parts.uri.query()).map_err(|fault| {
        let status = if fault == PathFault::Long { StatusCode::URI_TOO_LONG } else { StatusCode::BAD_REQUEST };
        Refusal(status, fault.sentence())
    })
}

/// The server that is asked must be this one.
fn host(names: &Names, parts: &Parts) -> Result<(), Refusal> {
    if parts.uri.scheme().is_some() || parts.uri.authority().is_some() {
        return Err(Refusal(StatusCode::MISDIRECTED_REQUEST, "This is the preview of a site, not a proxy."));
    }
    let ours = match one(&parts.headers, &HOST) {
        Lines::None => false,
        Lines::One(host) => names.allows_host(host),
        Lines::Unclear => {
            return Err(Refusal(StatusCode::BAD_REQUEST, "The request does not name one host."));
        }
    };
    if ours {
        Ok(())
    } else {
        Err(Refusal(
            StatusCode::MISDIRECTED_REQUEST,
            "The preview answers at the address that Candour printed, and at no other name.",
        ))
    }
}

/// Pages of other websites may lead a reader here by a link, and do nothing else. Other ports
/// of this computer are other websites.
fn strangers(names: &Names, headers: &HeaderMap) -> Result<(), Refusal> {
    let refusal = Refusal(StatusCode::FORBIDDEN, "The preview does not answer to pages of other websites.");
    match one(headers, &ORIGIN) {
        Lines::None => {}
        Lines::One(origin) if names.allows_origin(origin) => {}
        _ => return Err(refusal),
    }
    let header = |name: &'static str| one(headers, &HeaderName::from_static(name));
    match header("sec-fetch-site") {
        Lines::None | Lines::One("same-origin" | "none") => return Ok(()),
        Lines::One(_) => {}
        Lines::Unclear => return Err(refusal),
    }
    // A frame is navigated, too: what tells it from a link is what the page is for.
    let followed = matches!(header("sec-fetch-mode"), Lines::One("navigate"));
    let whole_page = matches!(header("sec-fetch-dest"), Lines::None | Lines::One("document"));
    if followed && whole_page { Ok(()) } else { Err(refusal) }
}

/// What a header that may come once holds.
enum Lines<'a> {
    None,
    One(&'a str),
    /// Several, or not text.
    Unclear,
}

fn one<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Lines<'a> {
    let mut lines = headers.get_all(name).iter();
    match (lines.next().map(HeaderValue::to_str), lines.next()) {
        (None, _) => Lines::None,
        (Some(Ok(text)), None) => Lines::One(text),
        _ => Lines::Unclear,
    }
}

/// Lets the router answer; if it panics, says so to the browser.
async fn ask(mut router: Router, request: Request<Body>) -> Response<Body> {
    let mut answer = Box::pin(async move { router.call(request).await });
    let outcome = poll_fn(move |context| match catch_unwind(AssertUnwindSafe(|| answer.as_mut().poll(context))) {
        Ok(poll) => poll.map(Some),
        Err(_) => std::task::Poll::Ready(None),
    })
    .await;
    match outcome {
        Some(Ok(response)) => response,
        Some(Err(never)) => match never {},
        None => plain(
            StatusCode::INTERNAL_SERVER_ERROR,
            "Candour failed at this page. The preview goes on; please report what the terminal says.",
        ),
    }
}

/// Sets what every answer carries, and takes off what none may.
fn dress(headers: &mut HeaderMap) {
    let opened: Vec<HeaderName> =
        headers.keys().filter(|name| name.as_str().starts_with("access-control-")).cloned().collect();
    for name in opened {
        headers.remove(name);
    }
    headers.remove(SERVER);
    let own = [
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (REFERRER_POLICY, "no-referrer"),
    ];
    for (name, value) in own {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
}
