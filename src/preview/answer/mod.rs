//! What the preview answers: pages, the files they need, the tools in them, and the events
//! that tell open pages to come again. Everything is looked up in what the desk holds; only
//! pictures, downloads and the last published build are read from disk.

mod events;
mod exact;
mod files;
mod pages;
mod reading;
mod reply;
mod state;

use super::desk::{Desk, ViewKey};
use super::http::CleanPath;
use super::tools::tool;
use crate::diagnostic::Place;
use crate::figure::parse_date;
use crate::site::Address;
use crate::source::SitePath;
use axum::Router;
use axum::extract::{Extension, Query, Request, State};
use axum::response::Response;
use serde::Deserialize;
use std::sync::Arc;

/// Below this all addresses are the preview's own. No page can have such an address: those of
/// pages begin with a letter or a digit.
pub const OWN: &str = "~candour";

/// A preview, as the server sees it.
pub struct Preview {
    /// The site.
    pub desk: Arc<Desk>,
    /// The address that opens a file in the author's editor, with `{path}`, `{line}` and
    /// `{column}` in it; `None` if there is none.
    pub editor: Option<String>,
}

impl Preview {
    /// The address that opens a place in the author's editor.
    fn open_at(&self, path: &str, place: Place) -> Option<String> {
        let editor = self.editor.as_ref()?;
        let path = crate::site::relative("", path);
        let (line, column) = (place.line.to_string(), place.column.to_string());
        Some(editor.replace("{path}", &path).replace("{line}", &line).replace("{column}", &column))
    }
}

/// What can be asked of the preview's own addresses.
#[derive(Debug, Default, Deserialize)]
struct Ask {
    #[serde(default)]
    page: String,
    #[serde(default)]
    version: String,
    #[serde(default)]
    view: String,
    #[serde(default)]
    today: String,
}

impl Ask {
    /// The view that is meant: the working one, unless it is said.
    fn view(&self, desk: &Desk) -> ViewKey {
        let today = parse_date(&self.today).unwrap_or_else(|_| desk.today());
        ViewKey { drafts: self.view != "public", today }
    }

    /// The page that is meant, whether it is there or not; `None` for what no page can be called.
    fn address(&self) -> Option<Address> {
        SitePath::parse(&self.page).filter(|path| path.as_str() == self.page).map(|path| Address::of(&path))
    }

    /// Whether the published pages are meant, to the byte.
    fn is_exact(&self) -> bool {
        matches!(self.view.as_str(), "public" | "drafts")
    }
}

/// The answers of a preview.
pub fn router(preview: Arc<Preview>) -> Router {
    Router::new().fallback(answer).with_state(preview)
}

async fn answer(
    State(preview): State<Arc<Preview>>,
    Extension(path): Extension<CleanPath>,
    request: Request,
) -> Response {
    let asked = request.uri().path().to_owned();
    let ask = Query::<Ask>::try_from_uri(request.uri()).map(|query| query.0).unwrap_or_default();
    let path = path.as_str().to_owned();
    let own = path.strip_prefix(OWN).and_then(|rest| rest.strip_prefix('/')).map(str::to_owned);
    match own.as_deref() {
        Some("events") => events::answer(preview, ask),
        _ => {
            blocking(move || match &own {
                Some(own) => own_answer(&preview, own, &asked, &ask),
                None => pages::answer(&preview, &path, &asked),
            })
            .await
        }
    }
}

fn own_answer(preview: &Preview, path: &str, asked: &str, ask: &Ask) -> Response {
    if let Some(rest) = path.strip_prefix("as/") {
        return exact::answer(preview, rest, asked);
    }
    match path {
        "state" => reply::json(&state::state(preview, ask)),
        "reading" => reading::answer(preview, ask),
        "reading.css" => reading::style(),
        "published" => files::published(preview, &ask.page),
        "frame" => tool("frame.html").map_or_else(reply::nothing, |(kind, text)| reply::own(kind, text)),
        _ => match path.strip_prefix("tools/").and_then(tool) {
            Some((kind, text)) => reply::own(kind, text),
            None => reply::nothing(),
        },
    }
}

/// Work that may take some milliseconds, away from the threads that wait for the network.
async fn blocking(work: impl FnOnce() -> Response + Send + 'static) -> Response {
    tokio::task::spawn_blocking(work).await.unwrap_or_else(|_| reply::failed())
}
