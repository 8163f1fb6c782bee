//! An open page: the stream of events that its tools listen to.

use crate::asking::{connect, read_head, status_of};
use crate::running::{PATIENCE, Preview};
use serde_json::Value;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// What was told to a page.
#[derive(Default)]
struct Heard {
    reloads: Vec<String>,
    states: Vec<Value>,
    over: bool,
}

/// A page in a browser.
pub(crate) struct OpenPage {
    heard: Arc<Mutex<Heard>>,
    stream: TcpStream,
}

/// The address and the version that a page names for its stream.
pub(crate) fn marks(html: &str) -> (String, String) {
    let mark = |name: &str| {
        let (_, rest) = html.rsplit_once(&format!(" {name}=\"")).unwrap_or_else(|| panic!("no {name} in {html}"));
        rest.split('"').next().unwrap().to_owned()
    };
    (mark("data-page"), mark("data-version"))
}

impl OpenPage {
    /// Opens a page as a browser does: reads it, and listens from then on.
    pub(crate) fn open(preview: &Preview, target: &str) -> OpenPage {
        let (page, version) = marks(&preview.get(target).text());
        let page = OpenPage::listen(preview, &format!("page={page}&version={version}"));
        page.wait("the first state", |heard| !heard.states.is_empty());
        page
    }

    pub(crate) fn listen(preview: &Preview, query: &str) -> OpenPage {
        let mut stream = connect(preview.address);
        stream.set_read_timeout(None).unwrap();
        let request = format!("GET /~candour/events?{query} HTTP/1.1\r\nHost: {}\r\n\r\n", preview.address);
        stream.write_all(request.as_bytes()).unwrap();
        let heard = Arc::new(Mutex::new(Heard::default()));
        let (hearing, reading) = (Arc::clone(&heard), stream.try_clone().unwrap());
        thread::spawn(move || {
            let mut reader = BufReader::new(reading);
            if read_head(&mut reader).is_ok_and(|head| status_of(&head) == 200) {
                let _ = listen(&mut reader, &hearing);
            }
            hearing.lock().unwrap().over = true;
        });
        OpenPage { heard, stream }
    }

    #[track_caller]
    fn wait(&self, what: &str, is: impl Fn(&Heard) -> bool) {
        let end = Instant::now() + PATIENCE;
        while !is(&self.heard.lock().unwrap()) {
            let heard = self.heard.lock().unwrap();
            assert!(Instant::now() < end, "{what}: {} states, reloads {:?}", heard.states.len(), heard.reloads);
            drop(heard);
            thread::sleep(Duration::from_millis(2));
        }
    }

    /// Waits until the page was told of this or a later generation. What was to be said of it
    /// before has been said by then.
    #[track_caller]
    pub(crate) fn wait_for_generation(&self, number: u64) {
        let reached = |state: &Value| state["generation"].as_u64() >= Some(number) && state["checking"] == false;
        self.wait(&format!("generation {number}"), |heard| heard.states.iter().any(reached));
    }

    #[track_caller]
    pub(crate) fn wait_for_reload(&self) {
        self.wait("a reload", |heard| !heard.reloads.is_empty());
    }

    /// The versions that the page was told to load since it was last asked.
    pub(crate) fn reloads(&self) -> Vec<String> {
        std::mem::take(&mut self.heard.lock().unwrap().reloads)
    }

    /// Waits for the end of the stream.
    #[track_caller]
    pub(crate) fn wait_for_the_end(&self) {
        self.wait("the end of the stream", |heard| heard.over);
    }

    pub(crate) fn is_over(&self) -> bool {
        self.heard.lock().unwrap().over
    }
}

impl Drop for OpenPage {
    fn drop(&mut self) {
        let _ = self.stream.shutdown(std::net::Shutdown::Both);
    }
}

/// Reads the chunks of an endless answer, and the events in them.
fn listen(reader: &mut impl BufRead, heard: &Mutex<Heard>) -> std::io::Result<()> {
    let mut text = String::new();
    loop {
        let mut size = String::new();
        reader.read_line(&mut size)?;
        let size = usize::from_str_radix(size.trim(), 16).unwrap_or(0);
        if size == 0 {
            return Ok(());
        }
        let mut chunk = vec![0; size + 2];
        reader.read_exact(&mut chunk)?;
        text.push_str(std::str::from_utf8(&chunk[..size]).expect("events are whole characters"));
        while let Some((event, rest)) = text.split_once("\n\n") {
            let field = |name: &str| event.lines().find_map(|line| line.strip_prefix(name));
            if let (Some(kind), Some(data)) = (field("event: "), field("data: ")) {
                let data: Value = serde_json::from_str(data).unwrap();
                let mut heard = heard.lock().unwrap();
                match kind {
                    "reload" => heard.reloads.push(data["version"].as_str().unwrap().to_owned()),
                    "state" => heard.states.push(data),
                    other => panic!("an event of another kind: {other}"),
                }
            }
            text = rest.to_owned();
        }
    }
}
