//! `candour serve`: the live preview. What is seen in the browser belongs to `preview`; here are
//! its options, and what the terminal says.

use super::arguments::Serve;
use super::left::known_words;
use super::report::{base_url, count_words, day, show};
use super::{Ending, complain, print};
use crate::diagnostic::{Counts, Severity};
use crate::preview::desk::{Findings, Wishes};
use crate::preview::http::{Wish, bind, open_in_browser};
use crate::preview::{News, Session, editor_address};
use crate::publish::SiteFolder;
use crate::source::WorldFailure;

pub(super) fn run(serve: &Serve) -> Ending {
    match try_run(serve) {
        Ok(ending) | Err(ending) => ending,
    }
}

fn try_run(serve: &Serve) -> Result<Ending, Ending> {
    let world = |failure: WorldFailure| {
        complain(&failure.to_string());
        Ending::Failed
    };
    let published = serve.out.clone().unwrap_or_else(|| serve.site.join("public"));
    let wishes =
        Wishes { today: day(serve.today.as_deref())?, base_url: base_url(serve.base_url.as_deref())?, published };
    let folder = SiteFolder::open(&serve.site).map_err(world)?;
    let root = serve.site.canonicalize().map_err(|error| {
        world(WorldFailure { doing: format!("opening the site in {}", serve.site.display()), cause: error.to_string() })
    })?;
    let chosen = serve.editor.clone().or_else(|| std::env::var("CANDOUR_EDITOR").ok());
    let editor = editor_address(chosen.as_deref().unwrap_or("vscode"), &root).map_err(|why| {
        complain(&format!("--editor: {why}"));
        Ending::Failed
    })?;
    let listener = bind(&Wish { host: serve.host, port: serve.port }).map_err(world)?;
    let session = Session { root, folder, wishes, editor, poll: serve.poll, listener };
    let address = session.address().map_err(world)?;
    let mut news = Terminal::default();
    session
        .run(&mut news, &|| {
            let shared = if serve.host.is_loopback() {
                ""
            } else {
                "Everybody who can reach this computer can read this, drafts too. Without --host only you can.\n"
            };
            print(&format!("The preview is at {address}\n{shared}Stop it with Ctrl-C.\n")).ok();
            if serve.open
                && let Err(failure) = open_in_browser(&address)
            {
                complain(&format!("{failure}. Open {address} yourself."));
            }
        })
        .map_err(world)?;
    print("The preview has stopped.\n")?;
    Ok(Ending::Fine)
}

/// What one message is known by from one check to the next, wherever its line has moved.
type Known = (&'static str, Severity, String, String);

/// Says on the terminal what is new, and nothing twice.
#[derive(Default)]
struct Terminal {
    known: Option<Vec<Known>>,
}

impl News for Terminal {
    fn found(&mut self, findings: &Findings) {
        use crate::diagnostic::Texts;
        let seen = |told: &&crate::diagnostic::Diagnostic| told.severity != Severity::Advice;
        let told: Vec<_> = findings.diagnostics.iter().filter(seen).collect();
        let now: Vec<Known> = told
            .iter()
            .map(|told| {
                let path = findings.sources.path(told.span.file).to_owned();
                (told.rule.code, told.severity, path, told.message.clone())
            })
            .collect();
        let first = self.known.is_none();
        let mut before = self.known.take().unwrap_or_default();
        let mut new = Vec::new();
        for (told, known) in told.iter().zip(&now) {
            match before.iter().position(|old| old == known) {
                Some(place) => drop(before.swap_remove(place)),
                None => new.push(*told),
            }
        }
        let mended = before.len();
        show(new.iter().copied(), &findings.sources);
        let words = count_words(Counts { advice: 0, ..Counts::of(&findings.diagnostics) });
        let left = if words.is_empty() { "nothing to mend".to_owned() } else { words };
        let left = match known_words(&findings.untold, Counts::of(&findings.diagnostics)) {
            Some(known) => format!("{left}. {known}"),
            None => left,
        };
        let line = match (first, new.len(), mended) {
            (false, 0, 0) => None,
            (true, ..) | (false, _, 0) => Some(format!("Now: {left}.\n")),
            (false, _, mended) => Some(format!("Mended: {mended}. Now: {left}.\n")),
        };
        if let Some(line) = line {
            // A closed terminal is no reason to stop serving the browser.
            let _ = print(&line);
        }
        self.known = Some(now);
    }

    fn say(&mut self, words: &str) {
        complain(words);
    }
}
