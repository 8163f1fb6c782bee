//! A small router behind the real server, and requests written byte by byte.

use std::convert::Infallible;
use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};
use std::thread::JoinHandle;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::HeaderMap;
use axum::routing::get;
use axum::{Extension, Router};
use candour::preview::http::{CleanPath, Limits, Names, Wish, bind, serve};
use candour::source::WorldFailure;
use futures_core::Stream;
use tokio::sync::oneshot;

/// A running server; it ends with the value.
pub(crate) struct Served {
    pub(crate) address: SocketAddr,
    /// How many event streams are open.
    pub(crate) streams: Arc<AtomicUsize>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<Result<(), WorldFailure>>>,
}

impl Served {
    pub(crate) fn start(limits: Limits) -> Served {
        let listener = bind(&Wish { port: Some(0), ..Wish::default() }).unwrap();
        let address = listener.local_addr().unwrap();
        let streams = Arc::new(AtomicUsize::new(0));
        let router = router(Arc::clone(&streams));
        let (stop, stopped) = oneshot::channel();
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
            runtime.block_on(serve(listener, router, Names::of(address), limits, async {
                let _ = stopped.await;
            }))
        });
        Served { address, streams, stop: Some(stop), thread: Some(thread) }
    }

    /// One that runs in another process.
    pub(crate) fn elsewhere(address: SocketAddr) -> Served {
        Served { address, streams: Arc::default(), stop: None, thread: None }
    }

    pub(crate) fn usual() -> Served {
        Served::start(Limits::default())
    }

    pub(crate) fn stop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            thread.join().unwrap().unwrap();
        }
    }

    pub(crate) fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        stream
    }

    /// A right host line, without its end.
    pub(crate) fn host(&self) -> String {
        format!("Host: {}", self.address)
    }

    /// Sends `request` as it is, and reads until the server closes.
    pub(crate) fn raw(&self, request: &[u8]) -> String {
        let mut stream = self.connect();
        // A server that refuses early may close before all is written.
        let _ = stream.write_all(request);
        read_to_end(&mut stream)
    }

    /// GET with more header lines, closed afterwards.
    pub(crate) fn get_with(&self, target: &str, lines: &str) -> String {
        let host = self.host();
        self.raw(format!("GET {target} HTTP/1.1\r\n{host}\r\n{lines}Connection: close\r\n\r\n").as_bytes())
    }

    pub(crate) fn get(&self, target: &str) -> String {
        self.get_with(target, "")
    }

    pub(crate) fn is_well(&self) -> bool {
        self.get("/well.html").ends_with("\r\n\r\nclean: well.html")
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        drop(self.stop.take());
    }
}

pub(crate) fn read_to_end(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    match stream.read_to_end(&mut bytes) {
        Err(error) if error.kind() == io::ErrorKind::WouldBlock => panic!("the server neither answers nor closes"),
        _ => String::from_utf8_lossy(&bytes).into_owned(),
    }
}

/// The status of an answer; 0 if there was none.
pub(crate) fn status(answer: &str) -> u16 {
    answer.strip_prefix("HTTP/1.1 ").or(answer.strip_prefix("HTTP/1.0 ")).map_or(0, |rest| rest[..3].parse().unwrap())
}

fn router(streams: Arc<AtomicUsize>) -> Router {
    Router::new()
        .route("/_events", get(move || async move { Body::from_stream(Silence::of(&streams)) }))
        .route("/_big", get(|| async { Body::from_stream(Endless) }))
        .route("/_panic", get(panics))
        .route("/_own", get(own_headers))
        .fallback(|Extension(path): Extension<CleanPath>| async move { format!("clean: {path}") })
}

async fn panics() -> &'static str {
    panic!("on purpose")
}

async fn own_headers() -> (HeaderMap, &'static str) {
    let own = [
        ("referrer-policy", "same-origin"),
        ("access-control-allow-origin", "*"),
        ("access-control-allow-credentials", "true"),
        ("server", "secret/1.0"),
    ];
    let headers = own.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect();
    (headers, "own")
}

/// An event stream in which nothing happens after the first line.
struct Silence {
    open: Arc<AtomicUsize>,
    said: bool,
}

impl Silence {
    fn of(open: &Arc<AtomicUsize>) -> Silence {
        open.fetch_add(1, Ordering::SeqCst);
        Silence { open: Arc::clone(open), said: false }
    }
}

impl Drop for Silence {
    fn drop(&mut self) {
        self.open.fetch_sub(1, Ordering::SeqCst);
    }
}

impl Stream for Silence {
    type Item = Result<Bytes, Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.said {
            return Poll::Pending;
        }
        self.said = true;
        Poll::Ready(Some(Ok(Bytes::from_static(b": open\n\n"))))
    }
}

struct Endless;

impl Stream for Endless {
    type Item = Result<Bytes, Infallible>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(Some(Ok(Bytes::from_static(&[b'x'; 64 * 1024]))))
    }
}
