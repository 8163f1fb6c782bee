//! Edits of single paragraphs: one put in, taken out or moved gives others another number, and each is
//! told once, where it happened, with a way out.

use super::compare::{Comparison, Origin};
use super::sections::SectionEdits;
use crate::diagnostic::rules::reports::{PARAGRAPH_GONE, PARAGRAPH_RENUMBERED};
use crate::diagnostic::{Diagnostic, Span};
use crate::prose::ParagraphNumber;
use std::collections::BTreeSet;

/// What to do about a report that gets other numbers on purpose.
pub(super) const ANEW: &str = "if the report is issued anew, run `candour number` with --again";

/// `paragraph 3.1`, or `4 paragraphs, 3.1 to 3.4,`.
pub(super) fn numbers_of(what: &str, numbers: &[String]) -> String {
    match numbers {
        [one] => format!("{what} {one}"),
        [first, second] => format!("{what}s {first} and {second}"),
        [first, .., last] => format!("{} {what}s, {first} to {last},", numbers.len()),
        [] => format!("the {what}s after it"),
    }
}

/// Tells of the paragraphs that were put in, taken out and moved, in the sections that have their number.
pub(super) fn paragraph_edits(
    found: &Comparison<'_>,
    origins: &[Origin],
    sections: &SectionEdits,
    out: &mut Vec<Diagnostic>,
) {
    let mut touched: BTreeSet<u32> = BTreeSet::new();
    let right = right_numbers(found, origins);
    for (at, (origin, now)) in origins.iter().zip(found.now).enumerate() {
        if sections.now.contains(&now.number.section) {
            continue;
        }
        let Some(Right { free, shifts, .. }) = right.get(at) else { continue };
        match origin {
            Origin::New if *shifts => {
                touched.insert(now.number.section);
                out.extend(new_paragraph(found, origins, at, free.as_ref(), &right));
            }
            Origin::Moved(old) => {
                touched.insert(now.number.section);
                touched.extend(found.before(*old).map(|before| before.section));
                out.extend(moved_paragraph(found, at, *old, free.as_ref().filter(|_| *shifts)));
            }
            Origin::New | Origin::Kept(_) => {}
        }
    }
    for run in gone_runs(found, sections) {
        touched.extend(run.first().and_then(|old| found.before(*old)).map(|before| before.section));
        out.extend(gone(found, &run));
    }
    // Numbers that changed for no reason of these: one given by hand, or taken away.
    let mut sections_told = BTreeSet::new();
    for (origin, now) in origins.iter().zip(found.now) {
        let Origin::Kept(old) = origin else { continue };
        let Some((before, _)) = found.recorded.get(*old) else { continue };
        let section = now.number.section;
        if before.value != now.number
            && before.value.section == section
            && !touched.contains(&section)
            && !sections.now.contains(&section)
            && sections_told.insert(section)
        {
            let message = format!("this was published as paragraph {}, and would now be {}", before.value, now.number);
            out.push(
                Diagnostic::new(&PARAGRAPH_RENUMBERED, now.span, message)
                    .label(before.span, "as it was published")
                    .help(format!("write {{{}}} at its end", before.value)),
            );
        }
    }
}

/// The number that a paragraph should have.
struct Right {
    /// The one that it keeps, if it was published, or that it has as a new one.
    number: ParagraphNumber,
    /// A free number with letters at this place.
    free: Option<ParagraphNumber>,
    /// Whether it is a new one that gives others another number.
    shifts: bool,
}

/// The numbers that all paragraphs should have, one after the other.
fn right_numbers(found: &Comparison<'_>, origins: &[Origin]) -> Vec<Right> {
    let known: BTreeSet<&ParagraphNumber> = found.recorded.iter().map(|(number, _)| &number.value).collect();
    let kept = |at: usize| match origins.get(at) {
        Some(Origin::Kept(old)) => found.before(*old),
        _ => None,
    };
    let mut all: Vec<Right> = Vec::with_capacity(origins.len());
    for (at, now) in found.now.iter().enumerate() {
        let section = now.number.section;
        let start = ParagraphNumber { section, paragraph: 0, letters: String::new() };
        let before = all.last().map(|right| &right.number).filter(|before| before.section == section).unwrap_or(&start);
        let rest = || {
            (at + 1..found.now.len())
                .take_while(|later| found.now.get(*later).is_some_and(|one| one.number.section == section))
        };
        // What comes next and keeps its number: a published paragraph, or a new one with letters.
        let next = rest().find_map(|later| {
            let lettered = found.now.get(later).map(|one| &one.number).filter(|number| !number.letters.is_empty());
            kept(later).or(lettered.filter(|_| origins.get(later) == Some(&Origin::New)))
        });
        let moves = rest().find_map(|later| Some(kept(later)? != &found.now.get(later)?.number)).unwrap_or(false);
        let free = before.lettered(next);
        let shifts = now.number.letters.is_empty() && (known.contains(&now.number) || moves);
        let number = match kept(at) {
            Some(number) => number.clone(),
            None if shifts => free.clone().unwrap_or_else(|| before.clone()),
            None => now.number.clone(),
        };
        all.push(Right { number, free, shifts });
    }
    all
}

fn new_paragraph(
    found: &Comparison<'_>,
    origins: &[Origin],
    at: usize,
    free: Option<&ParagraphNumber>,
    right: &[Right],
) -> Option<Diagnostic> {
    let now = found.now.get(at)?;
    let later = origins.iter().zip(found.now).skip(at + 1);
    let changed: Vec<String> = later
        .take_while(|(_, later)| later.number.section == now.number.section)
        .filter_map(|(origin, later)| match origin {
            Origin::Kept(old) => found.before(*old).filter(|before| **before != later.number),
            Origin::Moved(_) | Origin::New => None,
        })
        .map(ToString::to_string)
        .collect();
    let message = match changed.as_slice() {
        [] => format!("this paragraph is new, and takes the number of a published one: {}", now.number),
        _ => format!("this paragraph is new, and gives {} another number", numbers_of("paragraph", &changed)),
    };
    let help = match free {
        Some(free) => format!("write {{{free}}} at its end"),
        None => behind(right, at),
    };
    Some(Diagnostic::new(&PARAGRAPH_RENUMBERED, now.span, message).help(help))
}

/// What to do where no number is free: between 3.2 and 3.2A there is none.
fn behind(right: &[Right], at: usize) -> String {
    let numbers = || right.iter().map(|right| &right.number);
    let mut later = numbers().skip(at + 1);
    let before = at.checked_sub(1).and_then(|before| right.get(before)).map(|before| &before.number);
    while let (Some(next), after) = (later.next(), later.clone().next()) {
        if let Some(free) = next.lettered(after.filter(|after| after.section == next.section)) {
            let here = before.map_or_else(|| "here".to_owned(), |before| format!("between {before} and {next}"));
            return format!(
                "no number is free {here}: put it behind paragraph {next}, and write {{{free}}} at its end"
            );
        }
    }
    format!("no number is free here; {ANEW}")
}

fn moved_paragraph(
    found: &Comparison<'_>,
    at: usize,
    old: usize,
    letter: Option<&ParagraphNumber>,
) -> Option<Diagnostic> {
    let (now, (before, _)) = (found.now.get(at)?, found.recorded.get(old)?);
    let beside = |place: Option<usize>| {
        place.and_then(|place| found.before(place)).filter(|other| other.section == before.value.section)
    };
    let back = match (beside(old.checked_sub(1)), beside(Some(old + 1))) {
        (Some(previous), _) => format!("put it back behind what was published as {previous}"),
        (None, Some(next)) => format!("put it back before what was published as {next}"),
        (None, None) => format!("put it back into section {}", before.value.section),
    };
    let own =
        if before.value.letters.is_empty() { String::new() } else { format!(" and ends with {{{}}}", before.value) };
    let letter = letter.map(|letter| format!(", and write {{{letter}}} at the end of this one")).unwrap_or_default();
    Some(
        Diagnostic::new(
            &PARAGRAPH_RENUMBERED,
            now.span,
            format!("this was published as paragraph {}, and stands elsewhere now", before.value),
        )
        .label(before.span, "as it was published")
        .help(format!("{back}, or leave a paragraph in its old place that says that it moved{own}{letter}")),
    )
}

/// Paragraphs that are gone, those that stood one after the other together.
fn gone_runs(found: &Comparison<'_>, sections: &SectionEdits) -> Vec<Vec<usize>> {
    let mut runs: Vec<Vec<usize>> = Vec::new();
    let mut last: Option<(usize, u32)> = None;
    for (old, (number, _)) in found.recorded.iter().enumerate() {
        let section = number.value.section;
        if !found.is_gone(old) || sections.recorded.contains(&section) || sections.now.contains(&section) {
            continue;
        }
        match runs.last_mut() {
            Some(run) if last == old.checked_sub(1).map(|before| (before, section)) => run.push(old),
            _ => runs.push(vec![old]),
        }
        last = Some((old, section));
    }
    runs
}

fn gone(found: &Comparison<'_>, run: &[usize]) -> Option<Diagnostic> {
    let (first, last) = (*run.first()?, *run.last()?);
    let own = found.recorded.get(first)?.0.span;
    let section = found.before(first)?.section;
    let kept = |old: usize| found.places.kept.get(old).copied().flatten().and_then(|place| found.now.get(place));
    let near = |old: &usize| found.before(*old).is_some_and(|before| before.section == section);
    let next = (last + 1..found.recorded.len()).take_while(near).find_map(kept);
    let previous = (0..first).rev().take_while(near).find_map(kept);
    let (place, at): (Span, &str) = match (next, previous) {
        (Some(next), _) => (next.span, "stood before this one"),
        (None, Some(previous)) => (previous.span, "stood after this one"),
        (None, None) => (own, "was published"),
    };
    let numbers: Vec<&ParagraphNumber> = run.iter().filter_map(|old| found.before(*old)).collect();
    let names: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    let by_hand: Vec<String> =
        numbers.iter().filter(|number| !number.letters.is_empty()).map(|number| format!("{{{number}}}")).collect();
    let message =
        format!("{} {at}, and {} gone", numbers_of("paragraph", &names), if run.len() == 1 { "is" } else { "are" });
    let place_of = if run.len() == 1 { "put a paragraph in its place" } else { "put a paragraph in the place of each" };
    let ending = if by_hand.is_empty() { String::new() } else { format!(", with {} at its end", by_hand.join(" or ")) };
    Some(
        Diagnostic::new(&PARAGRAPH_GONE, place, message)
            .label(own, "as it was published")
            .help(format!("{place_of} that says that it was withdrawn, and when{ending}")),
    )
}
