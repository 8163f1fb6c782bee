//! Other programs that show a site while it is written, where they are installed. Each tells
//! a browser of a save in its own way, so all are measured by one yardstick: the page is
//! asked for every millisecond until the new words are on it.

use crate::client::Client;
use crate::figures::Spread;
use crate::folder::write;
use crate::random::Random;
use crate::saves::{Kind, Site, word};
use crate::server::Server;
use crate::table::{Polled, Row};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// The kinds of save that every program has.
const KINDS: [Kind; 2] = [Kind::InPlace, Kind::Title];
const PATIENCE: Duration = Duration::from_secs(60);

/// Hugo, if it is installed.
pub(crate) fn hugo(files: &BTreeMap<String, String>, site: &Site, folder: &Path, saves: usize, row: &mut Row) {
    let root = folder.join("hugo");
    write(&crate::hugo::site(files), &root);
    let command = |port: u16| {
        let mut command = Command::new("hugo");
        command.arg("server").arg("--source").arg(&root).args(["--bind", "127.0.0.1", "--port", &port.to_string()]);
        command
    };
    measure("hugo", command, &site.elsewhere(&root), saves, row);
}

/// Zola, if it is installed.
pub(crate) fn zola(files: &BTreeMap<String, String>, site: &Site, folder: &Path, saves: usize, row: &mut Row) {
    let root = folder.join("zola");
    write(&crate::zola::site(files), &root);
    let command = |port: u16| {
        let mut command = Command::new("zola");
        command.arg("--root").arg(&root).args(["serve", "--interface", "127.0.0.1", "--port", &port.to_string()]);
        command
    };
    measure("zola", command, &site.elsewhere(&root), saves, row);
}

fn measure(name: &'static str, command: impl FnOnce(u16) -> Command, site: &Site, saves: usize, row: &mut Row) {
    let page = site.numbered_page();
    match Server::other(command, &format!("/{page}/")) {
        Some(server) => row.polled.extend(polled(name, site, &page, &server, saves, &mut Random::new(4))),
        None => row.absent.push(name),
    }
}

/// Saves, and asks every millisecond.
pub(crate) fn polled(
    program: &'static str,
    site: &Site,
    page: &str,
    server: &Server,
    saves: usize,
    random: &mut Random,
) -> Vec<Polled> {
    let mut client = Client::of(&server.host).unwrap();
    let mut turn = 26usize.pow(3);
    let series = |kind: Kind| {
        let mut times = Vec::new();
        for _ in 0..saves {
            turn += 1;
            let word = word(turn);
            sleep(Duration::from_millis(100 + random.below(301) as u64));
            site.save(kind, &word);
            let saved = Instant::now();
            // The document lists the titles of its chapters.
            let landing = (kind == Kind::Title).then(|| site.landing());
            for path in [page].into_iter().chain(landing.as_deref()) {
                while !client.get(&format!("/{path}/")).text.contains(&word) {
                    assert!(saved.elapsed() < PATIENCE, "{program}, {}: still the old page", kind.name());
                    sleep(Duration::from_millis(1));
                }
            }
            times.push(saved.elapsed().as_secs_f64() * 1000.0);
        }
        site.restore(kind);
        Polled { program, kind, spread: Spread::of(times) }
    };
    KINDS.map(series).into()
}
