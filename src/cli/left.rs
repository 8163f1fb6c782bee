//! What is left as it is, in words: known faults, and what authors turned off or lowered.

use crate::diagnostic::{Counts, Diagnostic, How, Texts};
use crate::publish::Untold;
use std::fmt::Write;

/// The known faults, in a sentence without its full stop; nothing where none were recorded.
pub(super) fn known_words(untold: &Untold, counts: Counts) -> Option<String> {
    untold.recorded?;
    let known = match untold.known() {
        0 => return None,
        1 => "1 known fault is left (baseline.yaml)".to_owned(),
        many => format!("{many} known faults are left (baseline.yaml)"),
    };
    Some(match counts.errors + counts.warnings {
        0 => format!("{known}; none is new"),
        1 => format!("{known}; 1 is new"),
        new => format!("{known}; {new} are new"),
    })
}

/// What stands below the messages of `check`: each line without its end.
pub(super) fn left_lines(untold: &Untold, told: &[Diagnostic]) -> Vec<String> {
    let mut lines: Vec<String> = known_words(untold, Counts::of(told)).into_iter().collect();
    match untold.mended {
        0 => {}
        1 => lines.push("1 entry of baseline.yaml is no longer needed; `candour baseline` takes it out".into()),
        many => {
            lines.push(format!(
                "{many} entries of baseline.yaml are no longer needed; `candour baseline` takes them out"
            ));
        }
    }
    let stated = by_reason(untold, told).filter(|(_, reason)| reason.is_some()).count();
    let unstated = by_reason(untold, told).count() - stated;
    for (count, why) in [(stated, "for a stated reason"), (unstated, "without a reason")] {
        match count {
            0 => {}
            1 => lines.push(format!("1 left as it is, {why}")),
            many => lines.push(format!("{many} left as they are, {why}")),
        }
    }
    lines
}

/// What authors turned off or lowered, each with its reason.
fn by_reason<'d>(
    untold: &'d Untold,
    told: &'d [Diagnostic],
) -> impl Iterator<Item = (&'d Diagnostic, Option<&'d str>)> {
    untold.diagnostics.iter().chain(told).filter_map(|told| {
        let left = told.left.as_ref().filter(|left| left.how != How::Known)?;
        Some((told, left.reason.as_deref()))
    })
}

/// A line for each thing that was turned off or lowered: place, code, level and reason.
pub(super) fn reasons(untold: &Untold, told: &[Diagnostic], texts: &dyn Texts) -> String {
    let mut all: Vec<(&Diagnostic, Option<&str>)> = by_reason(untold, told).collect();
    all.sort_by_key(|(told, _)| (texts.path(told.span.file), told.span.start));
    let mut out = String::new();
    for (told, reason) in all {
        let place = texts.place(told.span.file, told.span.start);
        let is_off = told.left.as_ref().is_some_and(|left| left.how == How::Off);
        let level = if is_off { "off" } else { told.severity.word() };
        let reason = reason.unwrap_or("no reason is given");
        let path = texts.path(told.span.file);
        let _ = writeln!(out, "{path}:{}:{} [{}] {level}: {reason}", place.line, place.column, told.rule.code);
    }
    out
}
