//! What a fresh build makes of the files, and whether the preview shows just that.

use crate::running::{PATIENCE, Preview};
use crate::site::TODAY;
use crate::sites::{produce_site, read_options};
use candour::diagnostic::{Counts, Severity, Texts, html};
use candour::publish::Produced;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How many messages the preview lists; of the others it only tells how many there are.
const MOST_LISTED: usize = 50;

/// Builds the public site as of the usual day, in memory.
pub(crate) fn build(site: &Path) -> Produced {
    produce_site(site, &read_options(&format!("today: {TODAY}")))
}

pub(crate) fn errors(built: &Produced) -> usize {
    Counts::of(&built.diagnostics).errors
}

/// Waits until the preview finds and shows what a fresh build of the files as they are now
/// makes: all files, or every `nth`. `known` are the files that were ever published; those
/// that are not any more must not be served.
#[track_caller]
pub(crate) fn wait_until_as_built(preview: &Preview, nth: usize, known: &mut BTreeSet<String>) -> Produced {
    let built = build(&preview.root);
    if errors(&built) == 0 {
        known.extend(built.output.keys().cloned());
    }
    let end = Instant::now() + PATIENCE / 2;
    loop {
        match found_other(preview, &built).or_else(|| shows_other(preview, &built, nth, known)) {
            None => return built,
            Some(other) if Instant::now() > end => panic!("not as built: {other}"),
            Some(_) => sleep(Duration::from_millis(5)),
        }
    }
}

/// As above, with all files.
#[track_caller]
pub(crate) fn wait_until_just_as_built(preview: &Preview) {
    let built = wait_until_as_built(preview, 1, &mut BTreeSet::new());
    assert_eq!(errors(&built), 0, "{:#?}", built.diagnostics);
}

/// In what the preview's findings differ from those of the build.
fn found_other(preview: &Preview, built: &Produced) -> Option<String> {
    // Nothing is written for a page that is not there, so all messages are of other pages.
    let state = preview.state("nowhere");
    if state["checking"] != false {
        return Some("it is still checking".into());
    }
    let counts = Counts::of(&built.diagnostics);
    let counts = json!({ "errors": counts.errors, "warnings": counts.warnings, "advice": counts.advice });
    let mut told: Vec<_> = built.diagnostics.iter().collect();
    told.sort_by_key(|told| told.severity);
    told.truncate(MOST_LISTED);
    let listed = html(&told, &built.sources, &|_, _| None);
    let shown = state["diagnostics_html"].as_str().unwrap();
    let says = |what: &str, shown: &dyn std::fmt::Display, built: &dyn std::fmt::Display| {
        Some(format!("{what}\n--- the preview\n{shown}\n--- the build\n{built}"))
    };
    if state["counts"] != counts {
        return says("counts", &format!("{:#}\n{shown}", state["counts"]), &format!("{counts:#}\n{listed}"));
    }
    let known = built.untold.known();
    if shown.contains("that are not shown: ") != (known > 0) || known > 0 && !shown.contains(&format!(": {known}.")) {
        return says("known faults", &shown, &known);
    }
    if !shown.ends_with(&listed) {
        return says("messages", &shown, &listed);
    }
    (state["diagnostics_key"] != key(built)).then(|| "the messages that are not listed".into())
}

/// What stands for all messages in the state: their codes, files and words.
fn key(built: &Produced) -> Value {
    let mut text = format!("0 {}\n", built.untold.known());
    for told in &built.diagnostics {
        text.push_str(told.rule.code);
        text.push_str(built.sources.path(told.span.file));
        text.push_str(&told.message);
        text.push('\n');
    }
    json!(format!("{:016x}", xxhash_rust::xxh3::xxh3_64(text.as_bytes())))
}

/// Which file the preview serves otherwise than the build would publish it.
fn shows_other(preview: &Preview, built: &Produced, nth: usize, known: &BTreeSet<String>) -> Option<String> {
    if built.diagnostics.iter().any(|told| told.severity == Severity::Error) {
        // The preview shows the last good pages then. That it shows something is enough here.
        let home = preview.get("/");
        return (home.status != 200).then(|| format!("the home page has the status {}", home.status));
    }
    // Other ones each time.
    let first = preview.state("nowhere")["generation"].as_u64().unwrap() as usize % nth;
    for path in known.iter().skip(first).step_by(nth) {
        let reply = preview.get(&format!("/~candour/as/public/{TODAY}/{path}"));
        let piece = built.output.get(path);
        let wanted = if piece.is_some() || path == "404.html" { 200 } else { 404 };
        // Styles of a moment ago stay for the pages that are open; their names never mean another.
        if piece.is_none() && is_design(path) {
            continue;
        }
        if reply.status != wanted {
            return Some(format!("{path} has the status {}, not {wanted}", reply.status));
        }
        if let Some(piece) = piece
            && piece.bytes() != reply.body
        {
            let built = String::from_utf8_lossy(piece.bytes()).into_owned();
            return Some(format!("{path}: {}", first_difference(&built, &reply.text())));
        }
    }
    None
}

/// Whether a file is a style, script or icon with a hash of its content in its name.
fn is_design(path: &str) -> bool {
    let name = path.strip_prefix("assets/").unwrap_or_default();
    ["style.", "site.", "icon."].iter().any(|start| name.starts_with(start))
}

/// The first lines that differ.
pub(crate) fn first_difference(built: &str, shown: &str) -> String {
    let number = built.lines().zip(shown.lines()).take_while(|(a, b)| a == b).count();
    let line = |text: &str| text.lines().nth(number).unwrap_or("(the end)").to_owned();
    format!("line {}\n--- the preview\n{}\n--- the build\n{}", number + 1, line(shown), line(built))
}
