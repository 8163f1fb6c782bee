//! A browser as far as it matters here: asks, one request after the other over one
//! connection, and has the answer when its last byte is there.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// Longer than any server may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// A connection that is kept.
pub(crate) struct Client {
    host: String,
    stream: BufReader<TcpStream>,
}

/// An answer.
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) text: String,
}

/// Connects to a server and asks for something.
pub(crate) fn ask(host: &str, path: &str) -> io::Result<TcpStream> {
    let mut stream = TcpStream::connect(host)?;
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.write_all(request(host, path).as_bytes())?;
    Ok(stream)
}

fn request(host: &str, path: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept: */*\r\n\r\n")
}

impl Client {
    /// A client of the server at a host and port.
    pub(crate) fn of(host: &str) -> io::Result<Client> {
        let stream = TcpStream::connect(host)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(Client { host: host.to_owned(), stream: BufReader::new(stream) })
    }

    /// What is at a path.
    pub(crate) fn get(&mut self, path: &str) -> Reply {
        self.try_get(path).unwrap_or_else(|error| panic!("asking {} for {path}: {error}", self.host))
    }

    /// The page at a path, which must be there.
    pub(crate) fn page(&mut self, path: &str) -> String {
        let reply = self.get(path);
        assert_eq!(reply.status, 200, "{} does not give {path}", self.host);
        reply.text
    }

    /// The same for a server that may not be there.
    pub(crate) fn try_get(&mut self, path: &str) -> io::Result<Reply> {
        self.send(path).or_else(|_| {
            // Servers close what nobody used for a while.
            *self = Client::of(&self.host)?;
            self.send(path)
        })
    }

    fn send(&mut self, path: &str) -> io::Result<Reply> {
        self.stream.get_mut().write_all(request(&self.host, path).as_bytes())?;
        let status = self.line()?.split(' ').nth(1).and_then(|status| status.parse().ok());
        let status = status.ok_or_else(|| io::Error::other("this is not HTTP"))?;
        let (mut length, mut chunked) = (None, false);
        loop {
            let line = self.line()?.to_ascii_lowercase();
            match line.split_once(':') {
                None => break,
                Some(("content-length", value)) => length = value.trim().parse().ok(),
                Some(("transfer-encoding", value)) => chunked = value.contains("chunked"),
                Some(_) => {}
            }
        }
        let mut body = Vec::new();
        match length {
            Some(length) => self.take(length, &mut body)?,
            None if chunked => self.chunks(&mut body)?,
            None => drop(self.stream.read_to_end(&mut body)?),
        }
        Ok(Reply { status, text: String::from_utf8_lossy(&body).into_owned() })
    }

    fn chunks(&mut self, body: &mut Vec<u8>) -> io::Result<()> {
        loop {
            let line = self.line()?;
            let size = usize::from_str_radix(line.split(';').next().unwrap_or_default(), 16);
            let size = size.map_err(|_| io::Error::other("this is no size of a chunk"))?;
            self.take(size, body)?;
            self.line()?;
            if size == 0 {
                return Ok(());
            }
        }
    }

    fn take(&mut self, size: usize, body: &mut Vec<u8>) -> io::Result<()> {
        let start = body.len();
        body.resize(start + size, 0);
        self.stream.read_exact(&mut body[start..])
    }

    /// A line without its end.
    fn line(&mut self) -> io::Result<String> {
        let mut line = String::new();
        if self.stream.read_line(&mut line)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        Ok(line.trim_end().to_owned())
    }
}
