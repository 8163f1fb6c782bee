//! One connection from its arrival to its end. Whatever the other side does or leaves undone,
//! it ends in bounded time, or is a page that is being sent to somebody who reads.

use std::convert::Infallible;
use std::error::Error;
use std::future::poll_fn;
use std::io::{self, ErrorKind};
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::Router;
use axum::http::header::CONNECTION;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::io::AsyncWrite;
use tokio::net::TcpStream;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;
use tokio_io_timeout::TimeoutWriter;

use super::guard;
use super::{Limits, Names};

/// How long a connection waits for another to end, when all places are taken.
const PATIENCE: Duration = Duration::from_secs(1);

/// How long, and how much, a client may still send when it has been answered for good.
const FAREWELL: Duration = Duration::from_millis(500);
const FAREWELL_BYTES: usize = 1024 * 1024;

/// hyper refuses to work with less.
const LEAST_HEAD: usize = 8 * 1024;

/// Sent when all places stay taken. It is whole, for there is no place to write it with care.
const FULL: &[u8] = b"HTTP/1.1 503 Service Unavailable\r\n\
    content-type: text/plain; charset=utf-8\r\n\
    content-length: 63\r\n\
    retry-after: 2\r\n\
    x-content-type-options: nosniff\r\n\
    cross-origin-resource-policy: same-origin\r\n\
    referrer-policy: no-referrer\r\n\
    connection: close\r\n\r\n\
    The preview has too many open pages. Please close some of them.";

/// What all connections share.
pub(super) struct House {
    pub(super) router: Router,
    pub(super) names: Names,
    pub(super) limits: Limits,
    /// One permit for each connection that may be open.
    pub(super) places: Arc<Semaphore>,
}

/// Attends to a connection. `seat` is given back as soon as the connection has a place.
pub(super) async fn attend(house: Arc<House>, stream: TcpStream, seat: OwnedSemaphorePermit) {
    // Pages are small and waited for; only the wish is lost if the system does not grant it.
    let _ = stream.set_nodelay(true);
    match timeout(PATIENCE, Arc::clone(&house.places).acquire_owned()).await {
        Ok(Ok(_place)) => {
            drop(seat);
            converse(&house, stream).await;
        }
        _ => {
            // An empty send buffer takes these few bytes at once.
            let _ = stream.try_write(FULL);
            let mut stream = pin!(stream);
            let _ = timeout(FAREWELL, poll_fn(|context| stream.as_mut().poll_shutdown(context))).await;
            let _ = timeout(FAREWELL, hear_out(&stream)).await;
        }
    }
}

async fn converse(house: &House, stream: TcpStream) {
    let mut stream = TimeoutWriter::new(stream);
    // Counts only while something waits to be written: an open page that waits for news does not.
    stream.set_timeout(Some(house.limits.write_time));
    let mut stream = pin!(stream);

    let turned_away = AtomicBool::new(false);
    let service = service_fn(|request| {
        let (router, turned_away) = (house.router.clone(), &turned_away);
        async move {
            let response = guard::answer(&house.names, router, request).await;
            turned_away.fetch_or(response.headers().contains_key(CONNECTION), Ordering::Relaxed);
            Ok::<_, Infallible>(response)
        }
    });
    let head = house.limits.header_bytes.max(LEAST_HEAD);
    let outcome = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(house.limits.head_time)
        .max_header_size(head)
        .max_buf_size(head)
        .serve_connection(TokioIo::new(stream.as_mut()), service)
        .await;

    match outcome {
        Err(error) if was_not_read(&error) => {
            // The system would go on for minutes to offer what nobody takes.
            let _ = stream.get_ref().set_zero_linger();
        }
        Ok(()) if !turned_away.load(Ordering::Relaxed) => {}
        // Closing a socket that still has something to be read takes back what was sent last:
        // the reason of a refusal. So the end is announced, and the other side heard out.
        _ => {
            let _ = timeout(FAREWELL, poll_fn(|context| stream.as_mut().poll_shutdown(context))).await;
            let _ = timeout(FAREWELL, hear_out(stream.get_ref())).await;
        }
    }
}

fn was_not_read(error: &hyper::Error) -> bool {
    error
        .source()
        .and_then(|cause| cause.downcast_ref::<io::Error>())
        .is_some_and(|cause| cause.kind() == ErrorKind::TimedOut)
}

/// Reads and forgets until the other side closes.
async fn hear_out(stream: &TcpStream) {
    let mut heard = 0usize;
    let mut buffer = [0u8; 4096];
    while heard < FAREWELL_BYTES && stream.readable().await.is_ok() {
        match stream.try_read(&mut buffer) {
            Ok(0) => return,
            Ok(count) => heard = heard.saturating_add(count),
            Err(error) if error.kind() == ErrorKind::WouldBlock => {}
            Err(_) => return,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_answer_of_a_full_house_says_its_own_length() {
        let text = std::str::from_utf8(FULL).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        assert!(head.contains(&format!("\r\ncontent-length: {}\r\n", body.len())), "{}", body.len());
    }
}
