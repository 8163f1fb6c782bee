//! Showing diagnostics to people, and the options that `build` and `check` share.

use super::arguments::Source;
use super::{Ending, complain};
use crate::diagnostic::{Counts, Diagnostic, Terminal, Texts};
use crate::figure::{Date, parse_date};
use crate::site::Options;
use std::io::{self, IsTerminal, Write};

/// The options of a build; a wrong one is said on standard error. `advice` tells whether it will be shown.
pub(super) fn options(source: &Source, advice: bool) -> Result<Options, Ending> {
    let today = day(source.today.as_deref())?.unwrap_or_else(today);
    Ok(Options { today, drafts: source.drafts, base_url: base_url(source.base_url.as_deref())?, advice })
}

/// The day that `--today` names.
pub(super) fn day(text: Option<&str>) -> Result<Option<Date>, Ending> {
    text.map(parse_date).transpose().map_err(|(message, help)| {
        complain(&format!("--today: {message}; {help}"));
        Ending::Failed
    })
}

/// The address that `--base-url` names, without a `/` at its end.
pub(super) fn base_url(url: Option<&str>) -> Result<Option<String>, Ending> {
    match url {
        Some(url) if !(url.starts_with("https://") || url.starts_with("http://")) => {
            complain(&format!(
                "--base-url: `{url}` is not the address of a website; write it in full: https://www.example.gov.uk"
            ));
            Err(Ending::Failed)
        }
        url => Ok(url.map(|url| url.trim_end_matches('/').to_owned())),
    }
}

/// The clock is read here and nowhere else; the day reaches the site as a value.
pub(super) fn today() -> Date {
    jiff::Zoned::now().date()
}

/// Prints diagnostics for people to standard error, errors last so that they stay in view.
pub(super) fn show<'a>(diagnostics: impl Iterator<Item = &'a Diagnostic>, texts: &dyn Texts) {
    let error = io::stderr();
    let colour = error.is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let terminal = Terminal { colour, width: width() };
    let mut sorted: Vec<&Diagnostic> = diagnostics.collect();
    sorted.sort_by_key(|diagnostic| std::cmp::Reverse(diagnostic.severity));
    let mut out = error.lock();
    for diagnostic in sorted {
        // A closed pipe is no error: its reader has seen enough.
        if writeln!(out, "{}\n", terminal.render(diagnostic, texts)).is_err() {
            return;
        }
    }
}

fn width() -> usize {
    const USUAL: usize = 100;
    std::env::var("COLUMNS")
        .ok()
        .and_then(|columns| columns.parse().ok())
        .filter(|columns| *columns >= 40)
        .unwrap_or(USUAL)
}

/// How many numbers differ for a reason, if any do.
pub(super) fn explained_words(count: usize) -> Option<String> {
    match count {
        0 => None,
        1 => Some("1 number differs from what it should be, for a stated reason".to_owned()),
        _ => Some(format!("{count} numbers differ from what they should be, for a stated reason")),
    }
}

/// "2 errors, 1 warning"; empty if there is nothing to say.
pub(super) fn count_words(counts: Counts) -> String {
    let part = |count: usize, one: &str, many: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        _ => Some(format!("{count} {many}")),
    };
    let parts = [
        part(counts.errors, "error", "errors"),
        part(counts.warnings, "warning", "warnings"),
        part(counts.advice, "piece of advice", "pieces of advice"),
    ];
    parts.into_iter().flatten().collect::<Vec<String>>().join(", ")
}

/// "1 page", "2 pages".
pub(super) fn plural(count: usize, word: &str) -> String {
    if count == 1 { format!("1 {word}") } else { format!("{count} {word}s") }
}
