//! A thousand edits at random. After each burst the preview shows what a fresh build makes,
//! and finds what a fresh check finds.

use crate::built::{build, errors, wait_until_as_built};
use crate::edits::Author;
use crate::running::Preview;
use crate::site::{facts, site};
use candour::diagnostic::{Severity, Texts};
use std::collections::{BTreeSet, HashSet};
use std::time::Instant;

const EDITS: usize = 1000;
const BURSTS: usize = 60;
/// Pages that are compared after each burst: every third; after each tenth burst all of them.
const SOME: usize = 3;

/// `CANDOUR_SEED=N` plays another day.
fn seed() -> u64 {
    std::env::var("CANDOUR_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(4)
}

/// Mends what the check finds, file by file, as an author would; after a few rounds everything.
fn mend_all(author: &mut Author, preview: &Preview) {
    for _ in 0..3 {
        let built = build(&preview.root);
        if errors(&built) == 0 {
            return;
        }
        let wrong = built.diagnostics.iter().filter(|told| told.severity == Severity::Error);
        let paths: BTreeSet<String> = wrong.map(|told| built.sources.path(told.span.file).to_owned()).collect();
        for path in paths {
            author.put_back(&path);
        }
    }
    if errors(&build(&preview.root)) > 0 {
        author.put_all_back();
    }
}

#[test]
fn after_a_thousand_edits_at_random_it_shows_what_a_build_makes() {
    let site = site();
    let preview = Preview::of(site.path());
    let mut author = Author::new(site.path(), seed());
    let mut known = BTreeSet::new();
    let (mut edits, mut bursts, mut good, mut seen) = (0, 0, 0, HashSet::new());
    let begun = Instant::now();
    while edits < EDITS || bursts < BURSTS {
        let length =
            if author.random.below(4) == 0 { 1 + author.random.below(40) } else { 1 + author.random.below(12) };
        author.log.push(format!("burst {bursts}"));
        for _ in 0..length {
            author.edit();
        }
        edits += length;
        bursts += 1;
        // Half of them end well.
        if bursts % 2 == 0 {
            mend_all(&mut author, &preview);
        }
        let nth = if bursts % 10 == 0 { 1 } else { SOME };
        let outcome =
            std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| wait_until_as_built(&preview, nth, &mut known)));
        let Ok(built) = outcome else {
            let from = author.log.iter().rposition(|line| line == &format!("burst {}", bursts.max(4) - 4)).unwrap_or(0);
            panic!(
                "after {edits} edits with the seed {}, the last of them:\n{}",
                seed(),
                author.log[from..].join("\n")
            );
        };
        good += usize::from(errors(&built) == 0);
        seen.extend(built.diagnostics.iter().map(|told| told.rule.code));
        assert!(!preview.said().contains("panicked"), "{}", preview.said());
    }
    println!(
        "{edits} edits in {bursts} bursts in {:.0} s: {good} without errors, {} kinds of message, {} files",
        begun.elapsed().as_secs_f64(),
        seen.len(),
        known.len()
    );
    assert!(good >= bursts / 3 && seen.len() >= 20, "{good} of {bursts} bursts, {seen:?}");
    author.put_all_back();
    wait_until_as_built(&preview, 1, &mut known);
    // All that was written was written by the author.
    let before = facts(site.path());
    preview.get("/");
    assert_eq!(facts(site.path()), before);
}
