//! The program while it runs.

use crate::asking::{Asker, Reply};
use crate::site::TODAY;
use serde_json::Value;
use std::io::{BufRead, BufReader, Read};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::{self, sleep};
use std::time::{Duration, Instant};

/// Far longer than anything should take, for slow and busy machines.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);

/// A preview that is running. It is killed when it goes out of use.
pub(crate) struct Preview {
    child: Child,
    pub(crate) address: SocketAddr,
    pub(crate) root: PathBuf,
    asker: Mutex<Asker>,
    out: Arc<Mutex<String>>,
    error: Arc<Mutex<String>>,
}

/// Waits until something is so, and says what was waited for if it never is.
#[track_caller]
pub(crate) fn wait_until(what: &str, mut is: impl FnMut() -> bool) {
    let end = Instant::now() + PATIENCE;
    while !is() {
        assert!(Instant::now() < end, "waited in vain: {what}");
        sleep(Duration::from_millis(5));
    }
}

/// Collects what a program writes.
fn collect(from: impl Read + Send + 'static) -> Arc<Mutex<String>> {
    let text = Arc::new(Mutex::new(String::new()));
    let collected = Arc::clone(&text);
    thread::spawn(move || {
        let mut lines = BufReader::new(from);
        let mut line = Vec::new();
        while matches!(lines.read_until(b'\n', &mut line), Ok(1..)) {
            collected.lock().unwrap().push_str(&String::from_utf8_lossy(&line));
            line.clear();
        }
    });
    text
}

impl Preview {
    /// Starts a preview of a site on the usual day.
    pub(crate) fn of(root: &Path) -> Preview {
        Preview::with(root, &[])
    }

    /// Starts one with more options.
    pub(crate) fn with(root: &Path, options: &[&str]) -> Preview {
        let mut command = Command::new(env!("CARGO_BIN_EXE_candour"));
        command.arg("serve").arg(root).args(["--today", TODAY, "--editor", "none"]).args(options);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let out = collect(child.stdout.take().unwrap());
        let error = collect(child.stderr.take().unwrap());
        let address = || {
            let out = out.lock().unwrap();
            let (_, rest) = out.split_once("The preview is at http://")?;
            rest.split_once('/')?.0.parse().ok()
        };
        wait_until("the address of the preview", || {
            let ended = child.try_wait().unwrap();
            assert!(ended.is_none(), "it ended: {}", error.lock().unwrap());
            address().is_some()
        });
        let address = address().unwrap();
        Preview { child, address, root: root.to_owned(), asker: Mutex::new(Asker::new(address)), out, error }
    }

    pub(crate) fn at(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    pub(crate) fn get(&self, target: &str) -> Reply {
        self.asker.lock().unwrap().ask("GET", target)
    }

    pub(crate) fn ask(&self, method: &str, target: &str) -> Reply {
        self.asker.lock().unwrap().ask(method, target)
    }

    /// What is known of a page.
    pub(crate) fn state(&self, page: &str) -> Value {
        let reply = self.get(&format!("/~candour/state?page={page}"));
        assert_eq!(reply.status, 200, "{}", reply.text());
        serde_json::from_slice(&reply.body).unwrap()
    }

    /// Waits until the preview has checked what it shows, and the state of a page is as wished.
    #[track_caller]
    pub(crate) fn wait_for(&self, page: &str, what: &str, is: impl Fn(&Value) -> bool) -> Value {
        let mut last = Value::Null;
        let end = Instant::now() + PATIENCE;
        while last == Value::Null || last["checking"] == true || !is(&last) {
            assert!(Instant::now() < end, "waited in vain: {what}; the state is {last:#}");
            sleep(Duration::from_millis(5));
            last = self.state(page);
        }
        last
    }

    /// Waits until a page shows these words.
    #[track_caller]
    pub(crate) fn wait_to_show(&self, target: &str, words: &str) {
        wait_until(&format!("`{words}` at {target}"), || self.get(target).text().contains(words));
    }

    /// What it wrote to the terminal.
    pub(crate) fn said(&self) -> String {
        format!("{}{}", self.out.lock().unwrap(), self.error.lock().unwrap())
    }

    /// How much memory it holds, in kilobytes.
    #[cfg(target_os = "linux")]
    pub(crate) fn memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
        line.split_whitespace().next().unwrap().parse().unwrap()
    }

    /// Ends it without asking.
    pub(crate) fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Presses Ctrl-C and waits for the end: how it ended, and after how long.
    #[cfg(unix)]
    pub(crate) fn interrupt(&mut self) -> (ExitStatus, Duration) {
        let begun = Instant::now();
        let sent = Command::new("kill").args(["-s", "INT", &self.child.id().to_string()]).status().unwrap();
        assert!(sent.success());
        let mut ending = None;
        wait_until("the end after Ctrl-C", || {
            ending = self.child.try_wait().unwrap();
            ending.is_some()
        });
        (ending.unwrap(), begun.elapsed())
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        if thread::panicking() {
            // If it is about to end by itself, that is worth knowing.
            sleep(Duration::from_secs(1));
            eprintln!("how the preview has ended: {:?}", self.child.try_wait());
        }
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
        if thread::panicking() {
            eprintln!("the preview said:\n{}", self.said());
        }
    }
}
