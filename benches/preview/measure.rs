//! Saves measured through the real preview: from the end of a save, when the file is closed,
//! to the last byte of the new page. The page is asked for when the preview says that it is
//! to be loaded again, as the tools in an open page do. An old page then is no sample: it is
//! a fault.

use crate::client::Client;
use crate::events::Events;
use crate::figures::Sample;
use crate::random::Random;
use crate::saves::{Kind, Site, word};
use crate::server::Server;
use crate::table::{Measured, Row};
use serde_json::Value;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How long a save may take before it counts as lost.
const PATIENCE: Duration = Duration::from_secs(20);

/// How saves follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pace {
    /// A moment after the check of the last save has ended.
    Calm,
    /// As soon as the last page has come, while its check goes on.
    Hurried,
}

impl Pace {
    /// Its name in a table.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Pace::Calm => "now and then",
            Pace::Hurried => "one upon the other",
        }
    }
}

/// All kinds of save in all paces; then two kinds once more by the yardstick that other
/// programs can be measured with.
pub(crate) fn candour(site: &Site, saves: usize, paces: &[Pace], row: &mut Row) {
    let server = Server::candour(&site.root);
    let mut sitting = Sitting {
        site,
        server: &server,
        client: Client::of(&server.host).unwrap(),
        random: Random::new(4),
        turn: 0,
        faults: Vec::new(),
    };
    // The first page anybody asks for, and the first check.
    sitting.client.page("/");
    sitting.wait_for_check();
    row.memory_at_start = server.memory();
    for pace in paces {
        for kind in Kind::ALL {
            row.measured.push(sitting.series(kind, *pace, saves));
        }
    }
    sitting.wait_for_check();
    let random = &mut sitting.random;
    row.polled.extend(crate::beside::polled("candour", site, &site.page(), &server, saves, random));
    sitting.wait_for_check();
    row.memory_at_end = server.memory();
    row.faults.append(&mut sitting.faults);
}

struct Sitting<'a> {
    site: &'a Site,
    server: &'a Server,
    client: Client,
    random: Random,
    turn: usize,
    faults: Vec<String>,
}

impl Sitting<'_> {
    /// As many saves as wished, and one that puts the file back.
    fn series(&mut self, kind: Kind, pace: Pace, saves: usize) -> Measured {
        let page = if kind == Kind::Definition { "glossary".to_owned() } else { self.site.page() };
        self.wait_for_check();
        let html = self.client.page(&format!("/{page}/"));
        let mut events =
            Events::of(&self.server.host, &attribute(&html, "data-page"), &attribute(&html, "data-version"));
        assert!(events.wait_for("state", PATIENCE), "no events for {page}");
        // A large site takes minutes.
        eprintln!("{} {}", kind.name(), pace.name());
        let (mut samples, mut rounds) = (Vec::new(), 0);
        for _ in 0..saves {
            if pace == Pace::Calm {
                self.wait_for_check();
                sleep(Duration::from_millis(100 + self.random.below(301) as u64));
            }
            let (sample, needed) = self.one(kind, &page, &mut events);
            samples.extend(sample);
            rounds += needed;
        }
        events.forget();
        self.site.restore(kind);
        assert!(events.wait_for("reload", PATIENCE), "the preview did not see how {} was undone", kind.name());
        Measured { kind, pace, samples, rounds }
    }

    /// One save: its sample, if the new page was right, and how many changes the preview saw.
    fn one(&mut self, kind: Kind, page: &str, events: &mut Events) -> (Option<Sample>, u64) {
        self.turn += 1;
        let word = word(self.turn);
        let before = self.state()["generation"].as_u64().unwrap();
        let needless = events.forget();
        if needless > 0 {
            self.faults.push(format!("{}: {needless} reloads of a page that was as it is", kind.name()));
        }
        self.site.save(kind, &word);
        let saved = Instant::now();
        assert!(events.wait_for("reload", PATIENCE), "{}: no reload in {PATIENCE:?}", kind.name());
        let right = self.is_new(kind, page, &word);
        let total = saved.elapsed().as_secs_f64() * 1000.0;
        if !right {
            self.faults.push(format!("{}: the page was to be loaded again, and was the old one", kind.name()));
            while !self.is_new(kind, page, &word) {
                assert!(saved.elapsed() < PATIENCE, "{}: an old page for {PATIENCE:?}", kind.name());
                sleep(Duration::from_millis(5));
            }
        }
        let state = self.state();
        let time = |name: &str| state["timings"][name].as_f64().unwrap() / 1000.0;
        let (noticing, reading, assembling) = (time("noticing"), time("reading"), time("assembling"));
        let sample = right.then_some(Sample { total, noticing, reading, assembling });
        (sample, state["generation"].as_u64().unwrap() - before)
    }

    /// Loads what a reader of the page sees of such a save; whether it is the new one.
    fn is_new(&mut self, kind: Kind, page: &str, word: &str) -> bool {
        let html = self.client.page(&format!("/{page}/"));
        match kind {
            Kind::Title => {
                let landing = self.client.page(&format!("/{}/", self.site.landing()));
                html.contains(word) && landing.contains(word)
            }
            // Its address is relative to the page.
            Kind::Style => {
                let style = html.split("rel=\"stylesheet\" href=\"").nth(1).and_then(|rest| rest.split('"').next());
                let style = style.unwrap_or_else(|| panic!("{page} has no style")).trim_start_matches("../");
                self.client.page(&format!("/{style}")).contains(word)
            }
            _ => html.contains(word),
        }
    }

    fn wait_for_check(&mut self) {
        while self.state()["checking"] != false {
            sleep(Duration::from_millis(20));
        }
    }

    fn state(&mut self) -> Value {
        let state = self.client.page(&format!("/~candour/state?page={}", self.site.page()));
        serde_json::from_str(&state).unwrap()
    }
}

/// The value of an attribute that stands once on a page.
fn attribute(html: &str, name: &str) -> String {
    let value = html.rsplit_once(&format!("{name}=\"")).and_then(|(_, rest)| rest.split('"').next());
    value.unwrap_or_else(|| panic!("the page has no {name}")).to_owned()
}
