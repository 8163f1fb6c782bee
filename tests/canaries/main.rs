//! What is not public stays shut. Words that occur nowhere else are planted in every place where an author
//! can write, in documents of every kind, withheld in every way. None of them may be in any byte of the
//! website, in whatever form it is written there. The same words in documents that are public do appear:
//! so each of them stands where it would be seen.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

#[path = "../support/folders.rs"]
mod folders;
mod planted;
mod search;
#[path = "../support/sites.rs"]
mod sites;
#[path = "../support/workbook.rs"]
mod workbook;

use candour::diagnostic::Texts;
use candour::publish::Produced;
use planted::{KINDS, Planted, Way};
use search::canaries_in;
use sites::{produce_site, read_options};
use std::collections::{BTreeMap, BTreeSet};

const OPTIONS: &str = "today: 2021-06-01\nbase-url: https://www.example.gov.uk/papers\n";

fn produce(ways: &[Way], options: &str) -> (Planted, Produced) {
    let planted = Planted::of(ways);
    let folder = planted.write();
    let produced = produce_site(folder.path(), &read_options(options));
    let errors: Vec<String> = produced
        .diagnostics
        .iter()
        .filter(|told| told.severity == candour::diagnostic::Severity::Error)
        .map(|told| {
            let line = produced.sources.place(told.span.file, told.span.start).line;
            format!("{}:{line}: {}", produced.sources.path(told.span.file), told.message)
        })
        .collect();
    assert!(errors.is_empty(), "the planted site has mistakes of its own:\n{}", errors.join("\n"));
    (planted, produced)
}

/// The canaries that are found anywhere on the website, each with the first file that shows it.
fn shown(produced: &Produced) -> BTreeMap<String, String> {
    let mut shown = BTreeMap::new();
    for (path, piece) in &produced.output {
        let found = canaries_in(path.as_bytes()).into_iter().chain(canaries_in(piece.bytes()));
        found.for_each(|canary| {
            shown.entry(canary).or_insert_with(|| path.clone());
        });
    }
    shown
}

#[test]
fn what_is_withheld_is_in_no_byte_of_the_website() {
    let (planted, produced) = produce(&[Way::Exempt, Way::Draft, Way::Embargo], OPTIONS);
    let shown = shown(&produced);
    assert!(shown.is_empty(), "{} of {} canaries are shown: {shown:#?}", shown.len(), planted.canaries.len());
    let withheld = produced.held_back.len();
    assert!(withheld >= 3 * KINDS.len(), "only {withheld} documents are told to be held back");
}

#[test]
fn drafts_that_are_asked_for_bring_nothing_exempt_with_them() {
    let (_, produced) = produce(&[Way::Exempt, Way::Draft, Way::Embargo], &format!("{OPTIONS}drafts: yes\n"));
    let shown = shown(&produced);
    let exempt: BTreeMap<_, _> = shown.iter().filter(|(canary, _)| canary.contains(Way::Exempt.mark())).collect();
    assert!(exempt.is_empty(), "{exempt:#?}");
    assert!(shown.keys().any(|canary| canary.contains(Way::Draft.mark())), "the drafts are not there at all");
}

#[test]
fn each_canary_would_be_seen_if_it_were_public() {
    let (planted, produced) = produce(&[Way::Public], OPTIONS);
    let shown: BTreeSet<String> = shown(&produced).into_keys().collect();
    let unseen: Vec<&String> = planted.canaries.difference(&shown).collect();
    assert!(unseen.is_empty(), "{} of {} would prove nothing: {unseen:#?}", unseen.len(), planted.canaries.len());
}
