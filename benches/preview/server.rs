//! Programs that serve a site, as somebody would start them.

use crate::client::Client;
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long another program may take for its first page.
const PATIENCE: Duration = Duration::from_secs(180);

/// A running program; it ends with this value.
pub(crate) struct Server {
    child: Child,
    /// Its address and port.
    pub(crate) host: String,
}

impl Server {
    /// The real preview of a site, ready for browsers.
    pub(crate) fn candour(site: &Path) -> Server {
        let mut command = Command::new(env!("CARGO_BIN_EXE_candour"));
        command.arg("serve").arg(site).args(["--port", "0", "--today", "2026-11-22"]);
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut said = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        said.read_line(&mut line).unwrap();
        let host = line.trim().strip_prefix("The preview is at http://").and_then(|rest| rest.strip_suffix('/'));
        let host = host.unwrap_or_else(|| panic!("the preview did not start: {line}")).to_owned();
        // It goes on telling what it finds, and must not wait for a reader.
        std::thread::spawn(move || said.read_to_end(&mut Vec::new()));
        Server { child, host }
    }

    /// Another program, as soon as it gives a page; `None` if it is not there, or does not.
    /// `command` is told the port.
    pub(crate) fn other(command: impl FnOnce(u16) -> Command, page: &str) -> Option<Server> {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let child = command(port).stdout(Stdio::null()).stderr(Stdio::null()).spawn().ok()?;
        let mut server = Server { child, host: format!("127.0.0.1:{port}") };
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            let reply = Client::of(&server.host).and_then(|mut client| client.try_get(page));
            if reply.is_ok_and(|reply| reply.status == 200) {
                return Some(server);
            }
            if server.child.try_wait().unwrap().is_some() {
                return None;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        None
    }

    /// The memory it has in use, in kB; 0 where the system does not tell.
    pub(crate) fn memory(&self) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        line.and_then(|line| line.trim().strip_suffix(" kB")?.parse().ok()).unwrap_or(0)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Ok(Some(status)) = self.child.try_wait() {
            eprintln!("the program at {} had ended by itself: {status}", self.host);
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
