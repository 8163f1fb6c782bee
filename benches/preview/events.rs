//! The events that an open page listens to.

use crate::client::ask;
use std::io::{ErrorKind, Read};
use std::net::TcpStream;
use std::time::{Duration, Instant};

/// A stream of events, as it arrives. They come in chunks, and a chunk may come in pieces.
pub(crate) struct Events {
    stream: TcpStream,
    arrived: Vec<u8>,
    text: String,
}

impl Events {
    /// Listens for what happens to a page, of which one has a version.
    pub(crate) fn of(host: &str, page: &str, version: &str) -> Events {
        let stream = ask(host, &format!("/~candour/events?page={page}&version={version}")).unwrap();
        let mut events = Events { stream, arrived: Vec::new(), text: String::new() };
        while events.take_head().is_none() {
            events.receive();
        }
        events
    }

    /// Waits for an event of this name; `false` if it does not come in time.
    pub(crate) fn wait_for(&mut self, name: &str, patience: Duration) -> bool {
        let due = Instant::now() + patience;
        loop {
            while let Some(event) = self.next() {
                if event == name {
                    return true;
                }
            }
            let left = due.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return false;
            }
            self.stream.set_read_timeout(Some(left)).unwrap();
            self.receive();
        }
    }

    /// Forgets what came meanwhile; how often the page was to be loaded again.
    pub(crate) fn forget(&mut self) -> usize {
        self.stream.set_nonblocking(true).unwrap();
        while self.receive() {}
        self.stream.set_nonblocking(false).unwrap();
        let mut reloads = 0;
        while let Some(event) = self.next() {
            reloads += usize::from(event == "reload");
        }
        reloads
    }

    /// Takes in what is there; whether anything was.
    fn receive(&mut self) -> bool {
        let mut buffer = [0; 16 * 1024];
        match self.stream.read(&mut buffer) {
            Ok(0) => panic!("the preview has ended the events; last came {:?}", String::from_utf8_lossy(&self.arrived)),
            Ok(count) => {
                self.arrived.extend_from_slice(&buffer[..count]);
                true
            }
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => false,
            Err(error) => panic!("listening to events: {error}"),
        }
    }

    fn take_head(&mut self) -> Option<()> {
        let end = self.arrived.windows(4).position(|bytes| bytes == b"\r\n\r\n")?;
        assert!(self.arrived.starts_with(b"HTTP/1.1 200"), "the preview has no events for the page");
        self.arrived.drain(..end + 4);
        Some(())
    }

    /// The name of the next event that is there.
    fn next(&mut self) -> Option<String> {
        while let Some(chunk) = self.take_chunk() {
            self.text.push_str(&String::from_utf8_lossy(&chunk));
        }
        while let Some((event, rest)) = self.text.split_once("\n\n") {
            let name = event.lines().find_map(|line| line.strip_prefix("event: ")).map(str::to_owned);
            self.text = rest.to_owned();
            // Without a name it is a sign of life.
            if name.is_some() {
                return name;
            }
        }
        None
    }

    fn take_chunk(&mut self) -> Option<Vec<u8>> {
        let end = self.arrived.windows(2).position(|bytes| bytes == b"\r\n")?;
        let size = std::str::from_utf8(&self.arrived[..end]).ok()?;
        let size = usize::from_str_radix(size, 16).unwrap();
        let start = end + 2;
        let chunk = self.arrived.get(start..start + size)?.to_vec();
        self.arrived.get(start + size..start + size + 2)?;
        self.arrived.drain(..start + size + 2);
        Some(chunk)
    }
}
