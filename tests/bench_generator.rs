//! The sites that the bench builds: the same on every machine, sound, and of the size they
//! say. A change of the generator changes every figure measured before it, so it must be seen.

#[allow(clippy::indexing_slicing, clippy::string_slice, reason = "tests may, but clippy does not see that it is one")]
#[path = "../benches/sites/council.rs"]
mod council;
#[allow(clippy::indexing_slicing, reason = "as above")]
#[path = "../benches/sites/random.rs"]
mod random;

use candour::diagnostic::Severity;
use candour::publish::{Silent, produce};
use candour::site::Options;
use candour::source::MemoryFiles;
use council::{CHAPTERS, Wish};
use xxhash_rust::xxh3::Xxh3;

#[test]
fn the_same_wish_gives_the_same_site_on_every_machine() {
    let mut hash = Xxh3::new();
    for (path, text) in council::site(Wish { chapters: 320, terms: 60 }) {
        hash.update(path.as_bytes());
        hash.update(text.as_bytes());
    }
    assert_eq!(
        format!("{:016x}", hash.digest()),
        "6636cf523ec9aed2",
        "the generator has changed: measure docs/speed.md anew"
    );
}

#[test]
fn a_longer_glossary_leaves_the_texts_as_they_are() {
    let of = |terms| {
        let mut files = council::site(Wish { chapters: 32, terms });
        (files.remove("content/glossary.yaml").unwrap().matches("- name:").count(), files)
    };
    let ((short, texts), (long, same)) = (of(60), of(2_000));
    assert_eq!((short, long), (60, 2_000));
    assert_eq!(texts, same);
}

#[test]
fn the_site_is_sound_and_of_the_size_wished_for() {
    let files = council::site(Wish { chapters: 170, terms: 60 });
    let chapters: Vec<&String> = files
        .iter()
        .filter(|(path, _)| path.ends_with(".md") && !path.ends_with("index.md"))
        .map(|(_, text)| text)
        .collect();
    assert_eq!(chapters.len(), 11 * CHAPTERS);
    let words = chapters.iter().map(|text| text.split_whitespace().count()).sum::<usize>() / chapters.len();
    assert!((550..700).contains(&words), "{words} words in a chapter");
    let memory = files.iter().fold(MemoryFiles::default(), |memory, (path, text)| memory.with(path, text.as_str()));
    let today = candour::figure::parse_date("2026-01-01").unwrap();
    let produced = produce(&memory, &Options { today, drafts: false, base_url: None, advice: false }, &Silent).unwrap();
    let found: Vec<String> = produced
        .diagnostics
        .iter()
        .filter(|found| found.severity != Severity::Advice)
        .map(|found| format!("{}: {}", found.rule.code, found.message))
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}
