//! Requests over plain connections, so that nothing is tidied up on the way.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// Far longer than any answer should take.
const PATIENCE: Duration = Duration::from_secs(60);

/// An answer.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    /// The head as it came, with its first line.
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The value of a header; `name` in small letters.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (found, value) = line.split_once(':')?;
            found.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }
}

pub(crate) fn connect(address: SocketAddr) -> TcpStream {
    let stream = TcpStream::connect_timeout(&address, PATIENCE).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    stream.set_nodelay(true).unwrap();
    stream
}

/// Sends a request as it stands and reads until the server hangs up.
pub(crate) fn raw(address: SocketAddr, request: &str) -> String {
    let mut stream = connect(address);
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

/// The head of an answer: everything up to the empty line.
pub(crate) fn read_head(reader: &mut impl BufRead) -> std::io::Result<String> {
    let mut head = String::new();
    loop {
        let start = head.len();
        if reader.read_line(&mut head)? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        if head[start..].trim().is_empty() {
            return Ok(head);
        }
    }
}

pub(crate) fn status_of(head: &str) -> u16 {
    head.split(' ').nth(1).and_then(|code| code.parse().ok()).unwrap_or(0)
}

/// Somebody who asks again and again over one connection, as browsers do.
pub(crate) struct Asker {
    address: SocketAddr,
    kept: Option<BufReader<TcpStream>>,
}

impl Asker {
    pub(crate) fn new(address: SocketAddr) -> Asker {
        Asker { address, kept: None }
    }

    pub(crate) fn ask(&mut self, method: &str, target: &str) -> Reply {
        // The server may have closed a connection that was idle.
        if let Some(kept) = self.kept.take()
            && let Ok(reply) = self.ask_over(kept, method, target)
        {
            return reply;
        }
        let fresh = BufReader::new(connect(self.address));
        self.ask_over(fresh, method, target).unwrap_or_else(|error| panic!("{method} {target}: {error}"))
    }

    fn ask_over(&mut self, mut over: BufReader<TcpStream>, method: &str, target: &str) -> std::io::Result<Reply> {
        let request = format!("{method} {target} HTTP/1.1\r\nHost: {}\r\n\r\n", self.address);
        over.get_mut().write_all(request.as_bytes())?;
        let head = read_head(&mut over)?;
        let mut reply = Reply { status: status_of(&head), head, body: Vec::new() };
        let length = reply.header("content-length").and_then(|length| length.parse().ok());
        match length {
            _ if method == "HEAD" => {}
            Some(length) => {
                reply.body.resize(length, 0);
                over.read_exact(&mut reply.body)?;
            }
            None => drop(over.read_to_end(&mut reply.body)?),
        }
        if reply.header("connection") != Some("close") {
            self.kept = Some(over);
        }
        Ok(reply)
    }
}
