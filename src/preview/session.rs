//! A preview from its start to its end: one thread notices saves, one checks, and the server
//! answers. They share nothing but the desk.

use super::answer::{Preview, router};
use super::desk::{Desk, Findings, Wishes};
use super::http::{Limits, Names, serve};
use super::watching::{Batch, Mode, Snapshot, Watch};
use crate::publish::SiteFolder;
use crate::source::WorldFailure;
use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, mpsc};
use std::time::Duration;

/// A preview that is about to begin.
pub struct Session {
    /// The site's folder, without symbolic links on the way.
    pub root: PathBuf,
    /// Its files.
    pub folder: SiteFolder,
    /// What does not change while it runs.
    pub wishes: Wishes,
    /// The address that opens a file in the author's editor; see [`super::editor_address`].
    pub editor: Option<String>,
    /// Whether to look for changes again and again.
    pub poll: bool,
    /// Where to answer.
    pub listener: TcpListener,
}

/// Told what happens, for those who sit at the terminal.
pub trait News: Send {
    /// A check has ended.
    fn found(&mut self, findings: &Findings);
    /// Something about the preview itself.
    fn say(&mut self, words: &str);
}

/// What the threads have to tell.
enum Told {
    Found(Arc<Findings>),
    Said(String),
}

impl Session {
    /// The address of the site in a browser.
    ///
    /// # Errors
    /// The system does not say where it listens.
    pub fn address(&self) -> Result<String, WorldFailure> {
        let local = self.local()?;
        // Whoever listens everywhere is reached by the loopback address as well.
        let host = match local.ip() {
            ip if ip.is_unspecified() && ip.is_ipv6() => SocketAddr::from(([0, 0, 0, 0, 0, 0, 0, 1], local.port())),
            ip if ip.is_unspecified() => SocketAddr::from(([127, 0, 0, 1], local.port())),
            _ => local,
        };
        Ok(format!("http://{host}/"))
    }

    fn local(&self) -> Result<SocketAddr, WorldFailure> {
        self.listener
            .local_addr()
            .map_err(|error| WorldFailure { doing: "starting the preview".into(), cause: error.to_string() })
    }

    /// Serves until Ctrl-C. `ready` is called once, when browsers can come.
    ///
    /// # Errors
    /// The world fails before the first page can be served.
    pub fn run(self, news: &mut dyn News, ready: &(dyn Fn() + Sync)) -> Result<(), WorldFailure> {
        let local = self.local()?;
        // Looked at first and read then: what changes in between is noticed by the first look.
        let mut snapshot = Snapshot::new();
        snapshot.look(&self.root)?;
        let desk = Arc::new(Desk::open(&self.root, &self.folder, self.wishes)?);
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
        let runtime =
            runtime.map_err(|error| WorldFailure { doing: "starting the preview".into(), cause: error.to_string() })?;
        let preview = Arc::new(Preview { desk: Arc::clone(&desk), editor: self.editor });
        let stopped = AtomicBool::new(false);
        let (tell, told) = mpsc::channel();
        let mode = if self.poll { Mode::Poll } else { Mode::Events };
        let watch = watch(&desk, self.root, mode, snapshot, &tell)?;
        let (listener, desk, stopped) = (self.listener, &desk, &stopped);
        std::thread::scope(|scope| {
            let checking = tell.clone();
            scope.spawn(move || {
                desk.check_on(&|| stopped.load(Ordering::Relaxed), &mut |findings| {
                    // Nobody listens any more once the preview ends.
                    let _ = checking.send(Told::Found(Arc::clone(findings)));
                });
            });
            let serving = scope.spawn(move || {
                let served = runtime.block_on(async {
                    ready();
                    serve(listener, router(preview), Names::of(local), Limits::default(), interrupted()).await
                });
                runtime.shutdown_timeout(Duration::from_millis(500));
                stopped.store(true, Ordering::Relaxed);
                drop(watch);
                drop(tell);
                served
            });
            while let Ok(told) = told.recv() {
                match told {
                    Told::Found(findings) => news.found(&findings),
                    Told::Said(words) => news.say(&words),
                }
            }
            serving.join().unwrap_or(Ok(()))
        })
    }
}

fn watch(
    desk: &Arc<Desk>,
    root: PathBuf,
    mode: Mode,
    snapshot: Snapshot,
    tell: &mpsc::Sender<Told>,
) -> Result<Watch, WorldFailure> {
    let said = tell.clone();
    let say = move |words: &str| {
        let _ = said.send(Told::Said(words.to_owned()));
    };
    let (desk, said) = (Arc::clone(desk), tell.clone());
    let mut failing = false;
    let take = move |batch: Batch| {
        // Said once when it begins, and once when it is over.
        match &batch.failure {
            Some(failure) if !failing => {
                let _ = said.send(Told::Said(format!("{failure}; the preview stays as it is until that is over")));
            }
            None if failing => {
                let _ = said.send(Told::Said("the site's folder can be read again".into()));
            }
            _ => {}
        }
        failing = batch.failure.is_some();
        desk.take(batch.touched.into_iter().map(|touched| (touched.path, touched.entry)), batch.failure, batch.noticed);
    };
    Watch::start(root, mode, snapshot, Box::new(say), Box::new(take))
}

/// Resolves when the person at the terminal, or the system, asks the program to end.
async fn interrupted() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut end) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = end.recv() => {}
            }
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}
