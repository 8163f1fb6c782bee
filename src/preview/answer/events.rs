//! Server-sent events (HTML Standard, section 9.2): one stream for each open page, which is told
//! when to load again and what is known of it.

use super::pages::{made, version_text};
use super::state::state;
use super::{Ask, Preview};
use crate::preview::desk::Form;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_core::Stream;
use serde_json::{Value, json};
use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::sync::mpsc;

/// How often a stream with nothing to say shows that it is there.
const SIGN_OF_LIFE: Duration = Duration::from_secs(15);
/// Events that wait for a slow reader.
const WAITING: usize = 4;

/// The events of a page.
pub(super) fn answer(preview: Arc<Preview>, ask: Ask) -> Response {
    let (sender, receiver) = mpsc::channel(WAITING);
    tokio::spawn(follow(preview, Arc::new(ask), sender));
    Sse::new(Events(receiver)).keep_alive(KeepAlive::new().interval(SIGN_OF_LIFE)).into_response()
}

struct Events(mpsc::Receiver<Event>);

impl Stream for Events {
    type Item = Result<Event, Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.poll_recv(context).map(|event| event.map(Ok))
    }
}

/// Looks at the page after each change, for as long as somebody listens.
async fn follow(preview: Arc<Preview>, ask: Arc<Ask>, sender: mpsc::Sender<Event>) {
    let mut ticks = preview.desk.ticks();
    let mut version = ask.version.clone();
    let mut told: Option<Value> = None;
    loop {
        ticks.borrow_and_update();
        let (now, asked) = (Arc::clone(&preview), Arc::clone(&ask));
        let Ok(current) = tokio::task::spawn_blocking(move || version_of(&now, &asked)).await else { return };
        if current != version {
            version.clone_from(&current);
            let event = Event::default().event("reload").data(json!({ "version": current }).to_string());
            if sender.send(event).await.is_err() {
                return;
            }
        }
        // Between a save and the end of its check there is nothing new to say, unless it is the first.
        let checked = preview.desk.checked().number == preview.desk.now().number;
        if checked || told.is_none() {
            let (now, asked) = (Arc::clone(&preview), Arc::clone(&ask));
            let Ok(state) = tokio::task::spawn_blocking(move || state(&now, &asked)).await else { return };
            if told.as_ref() != Some(&state) {
                let event = Event::default().event("state").data(state.to_string());
                if sender.send(event).await.is_err() {
                    return;
                }
                told = Some(state);
            }
        }
        tokio::select! {
            () = sender.closed() => return,
            changed = ticks.changed() => if changed.is_err() { return },
        }
    }
}

/// The version of the page that a stream is about.
fn version_of(preview: &Preview, ask: &Ask) -> String {
    let desk = &preview.desk;
    let generation = desk.now();
    let view = desk.view(&generation, ask.view(desk));
    let address = ask.address();
    let form = if ask.is_exact() { Form::Exact } else { Form::Drafting };
    let (_, made) = made(&view, &generation, address.as_ref(), form);
    version_text(made.map_or(0, |made| made.version))
}
