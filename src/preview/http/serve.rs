//! Takes connections in until told to stop. It outlives whatever a connection or the system
//! does to it: only `stop` ends it.

use std::future::Future;
use std::io::{self, ErrorKind};
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

use super::connection::{House, attend};
use super::{Limits, Names};
use crate::source::WorldFailure;

/// How many connections are taken in to wait for a place, at most a second each. The others
/// wait in the system's own queue.
const SEATS: usize = 128;

/// How long to wait when the system cannot give another connection (too many open files).
const RECOVERY: Duration = Duration::from_millis(50);

/// How long handlers that are in the middle of something are waited for at the end.
const FAREWELL: Duration = Duration::from_secs(1);

/// Serves `router` until `stop` resolves. Then no connection is taken in any more, open ones
/// are dropped at once, event streams too, and it returns.
///
/// Every request that reaches the router is a GET or HEAD without a body, names this server
/// as its host, does not come from a page of another website, and has its [`super::CleanPath`]
/// among its extensions.
///
/// # Errors
/// The listener cannot be used; nothing was served.
pub async fn serve(
    listener: std::net::TcpListener,
    router: Router,
    names: Names,
    limits: Limits,
    stop: impl Future<Output = ()>,
) -> Result<(), WorldFailure> {
    let listener = listener
        .set_nonblocking(true)
        .and_then(|()| TcpListener::from_std(listener))
        .map_err(|error| WorldFailure { doing: "starting the preview".into(), cause: error.to_string() })?;
    // At least one, or nobody could ever be served; and no more than a semaphore can count.
    let places = Arc::new(Semaphore::new(limits.connections.clamp(1, Semaphore::MAX_PERMITS)));
    let house = Arc::new(House { router, names, limits, places });
    let seats = Arc::new(Semaphore::new(SEATS));
    let mut connections = JoinSet::new();
    let mut stop = pin!(stop);

    loop {
        let arrival = async {
            let seat = Arc::clone(&seats).acquire_owned().await;
            (seat, accept(&listener).await)
        };
        tokio::select! {
            biased;
            () = &mut stop => break,
            // Only to forget those that ended; how they did is of no concern.
            Some(_) = connections.join_next() => {}
            (seat, stream) = arrival => {
                if let Ok(seat) = seat {
                    connections.spawn(attend(Arc::clone(&house), stream, seat));
                }
            }
        }
    }

    drop(listener);
    // A handler that computes cannot be interrupted. Nobody waits for its answer any more.
    let _ = timeout(FAREWELL, connections.shutdown()).await;
    Ok(())
}

/// The next connection, however long the system has none to give.
async fn accept(listener: &TcpListener) -> TcpStream {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => return stream,
            Err(error) if concerns_one(&error) => {}
            Err(_) => sleep(RECOVERY).await,
        }
    }
}

/// Whether only the one connection failed that was about to be taken in.
fn concerns_one(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::ConnectionAborted
            | ErrorKind::ConnectionReset
            | ErrorKind::ConnectionRefused
            | ErrorKind::Interrupted
    )
}
