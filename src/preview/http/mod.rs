//! The server on loopback: connections, their limits, and what is refused before any page is
//! asked for. It knows nothing of sites; what it serves is a router that others write.
//!
//! Drafts are not public, and a browser runs the scripts of any website beside the preview.
//! So this room's rule is: what is not plainly asked for by a reader of the preview is refused.

mod connection;
mod guard;
mod listen;
mod names;
mod open;
mod path;
mod serve;

pub use listen::{Wish, bind};
pub use names::Names;
pub use open::open_in_browser;
pub use path::{CleanPath, PathFault};
pub use serve::serve;

use std::time::Duration;

/// How much a client may ask of the server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Open connections at once; others wait for a second and are then told to come again.
    pub connections: usize,
    /// Bytes of a request's head: its first line and all headers. Less than 8 KiB counts as 8 KiB.
    pub header_bytes: usize,
    /// Time for a whole request head; also how long a connection may be idle between requests.
    pub head_time: Duration,
    /// Time in which a client that is being sent something must take at least a part of it.
    pub write_time: Duration,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            connections: 128,
            header_bytes: 16 * 1024,
            head_time: Duration::from_secs(10),
            write_time: Duration::from_secs(20),
        }
    }
}
