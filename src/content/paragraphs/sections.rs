//! Edits of whole sections: one put in, taken out or moved gives others another number, and each is
//! told once, at its heading.

use super::compare::{Comparison, Origin, Section};
use super::told::{ANEW, numbers_of};
use crate::diagnostic::rules::reports::{PARAGRAPH_GONE, PARAGRAPH_RENUMBERED};
use crate::diagnostic::{Diagnostic, Span};
use std::collections::BTreeSet;

/// What was told of sections.
pub(super) struct SectionEdits {
    /// The sections of the report of which something was told, and those that have another number for
    /// that reason: their paragraphs wait until that is mended.
    pub(super) now: BTreeSet<u32>,
    /// Those of the record that are gone or moved as a whole.
    pub(super) recorded: BTreeSet<u32>,
}

/// Tells of sections that were put in, taken out or moved, and of headings that come or go between
/// paragraphs.
pub(super) fn section_edits(found: &Comparison<'_>, origins: &[Origin], out: &mut Vec<Diagnostic>) -> SectionEdits {
    let mut edits = SectionEdits { now: BTreeSet::new(), recorded: BTreeSet::new() };
    let told = out.len();
    let all = found.sections();
    for section in &all {
        if is_new(found, origins, section) {
            edits.now.insert(section.0);
            out.extend(new_section(found, origins, section, &all));
        } else if let Some(before) = moved_from(found, origins, section) {
            edits.now.insert(section.0);
            edits.recorded.insert(before);
            out.extend(moved_section(found, section, before));
        }
    }
    for section in found.recorded_sections() {
        if section.1.clone().all(|old| found.is_gone(old)) {
            edits.recorded.insert(section.0);
            out.extend(gone_section(found, &section));
        }
    }
    if out.len() == told {
        out.extend(heading_edit(found, origins, &all));
    }
    // Paragraphs of sections that have another number now wait until these have theirs again.
    let other = all.iter().filter(|section| found.home(origins, section).is_some_and(|home| home != section.0));
    edits.now.extend(other.map(|(number, _)| *number));
    edits
}

impl Comparison<'_> {
    /// The number that a section had in the record: that of the first paragraph that it kept.
    fn home(&self, origins: &[Origin], section: &Section) -> Option<u32> {
        kept(origins, section).next().and_then(|old| self.before(old)).map(|before| before.section)
    }

    fn heading(&self, section: &Section) -> Option<Span> {
        self.now.get(section.1.start).map(|now| now.heading)
    }

    /// Where something of the record stands, for a label.
    fn record_span(&self, old: usize) -> Option<Span> {
        self.recorded.get(old).map(|(number, _)| number.span)
    }
}

/// The recorded paragraphs that a section kept.
fn kept<'o>(origins: &'o [Origin], section: &Section) -> impl Iterator<Item = usize> + 'o {
    origins.get(section.1.clone()).unwrap_or_default().iter().filter_map(|origin| match origin {
        Origin::Kept(old) => Some(*old),
        Origin::Moved(_) | Origin::New => None,
    })
}

/// Whether nothing of a section was published, and sections behind it have another number.
fn is_new(found: &Comparison<'_>, origins: &[Origin], section: &Section) -> bool {
    let own = origins.get(section.1.clone()).unwrap_or_default();
    let later = found.sections().into_iter().filter(|later| later.1.start >= section.1.end);
    own.iter().all(|origin| *origin == Origin::New)
        && later.into_iter().any(|later| found.home(origins, &later).is_some_and(|home| home != later.0))
}

/// The recorded section that a section was as a whole, if it stands elsewhere now.
fn moved_from(found: &Comparison<'_>, origins: &[Origin], section: &Section) -> Option<u32> {
    let own = origins.get(section.1.clone()).unwrap_or_default();
    let mut moved = own.iter().filter_map(|origin| match origin {
        Origin::Moved(old) => found.before(*old).map(|before| before.section),
        Origin::Kept(_) | Origin::New => None,
    });
    let before = moved.next()?;
    let whole = kept(origins, section).next().is_none() && moved.all(|other| other == before);
    let mut left =
        found.recorded.iter().zip(&found.places.kept).filter(|((number, _), _)| number.value.section == before);
    (whole && before != section.0 && left.all(|(_, place)| place.is_none())).then_some(before)
}

fn new_section(found: &Comparison<'_>, origins: &[Origin], section: &Section, all: &[Section]) -> Option<Diagnostic> {
    let changed = all.iter().filter_map(|later| found.home(origins, later).filter(|home| *home != later.0));
    let changed: Vec<String> = changed.map(|home| home.to_string()).collect();
    let last = all.last().map_or(section.0, |last| last.0);
    let behind = format!("put it behind section {last}, the last");
    let help = match all.iter().rev().find(|before| before.1.end <= section.1.start) {
        Some((before, _)) => format!("write ### instead of ##, so that it goes on with section {before}, or {behind}"),
        None => behind,
    };
    let message = format!("this section is new, and gives {} another number", numbers_of("section", &changed));
    Some(Diagnostic::new(&PARAGRAPH_RENUMBERED, found.heading(section)?, message).help(format!("{help}; {ANEW}")))
}

fn moved_section(found: &Comparison<'_>, section: &Section, before: u32) -> Option<Diagnostic> {
    let recorded = found.recorded_sections();
    let place = recorded.iter().position(|(number, _)| *number == before)?;
    let back = match place.checked_sub(1).and_then(|previous| recorded.get(previous)) {
        Some((number, _)) => format!("put it back behind the section that was published as {number}"),
        None => "put it back at the beginning".to_owned(),
    };
    let message = format!("this was published as section {before}, and is section {} now", section.0);
    Some(
        Diagnostic::new(&PARAGRAPH_RENUMBERED, found.heading(section)?, message)
            .label(found.record_span(recorded.get(place)?.1.start)?, "as it was published")
            .help(format!("{back}; {ANEW}")),
    )
}

fn gone_section(found: &Comparison<'_>, section: &Section) -> Option<Diagnostic> {
    let paragraphs: Vec<String> =
        section.1.clone().filter_map(|old| found.before(old)).map(ToString::to_string).collect();
    // Where it stood: at the section that comes next now.
    let next = (section.1.end..found.recorded.len()).find_map(|old| found.places.kept.get(old).copied().flatten());
    let at = next.and_then(|next| found.now.get(next)).map(|next| next.heading);
    let at = at.or_else(|| found.now.last().map(|last| last.span));
    let own = found.record_span(section.1.start)?;
    let help = format!(
        "put its heading back, and below it a paragraph in the place of {} that says that it was withdrawn, and when",
        numbers_of("paragraph", &paragraphs)
    );
    let message = format!("section {} was published and is not there any more", section.0);
    Some(Diagnostic::new(&PARAGRAPH_GONE, at.unwrap_or(own), message).label(own, "as it was published").help(help))
}

/// A heading that came or went between paragraphs that stayed: the first that shows.
fn heading_edit(found: &Comparison<'_>, origins: &[Origin], all: &[Section]) -> Option<Diagnostic> {
    let (at, old) = origins.iter().enumerate().find_map(|(at, origin)| match origin {
        Origin::Kept(old) if found.before(*old)?.section != found.now.get(at)?.number.section => Some((at, *old)),
        _ => None,
    })?;
    let (before, now) = (found.before(old)?, found.now.get(at)?);
    let section = all.iter().find(|section| section.1.contains(&at))?;
    let previous = all.iter().rev().find(|other| other.1.end <= section.1.start).map_or(0, |other| other.0);
    let own = kept(origins, section).filter_map(|old| found.before(old)).any(|one| one.section == section.0);
    let (place, message, help) = if section.1.start != at {
        (
            now.span,
            format!("this was published as paragraph {before}, below a heading of its own"),
            format!("put the heading of section {} back in front of it, with ##", before.section),
        )
    } else if section.0 > previous + 1 {
        (
            now.heading,
            format!("this was published as section {}, and a heading before it counts now", before.section),
            "write ### instead of ## for the heading without paragraphs before it".to_owned(),
        )
    } else if own {
        (
            now.heading,
            format!("this heading stands before paragraph {before}, which was published in the section before"),
            format!("put the heading behind the paragraphs that were published in section {}", before.section),
        )
    } else {
        (
            now.heading,
            format!("this heading is new, and gives paragraph {before} and those after it another number"),
            "write ### instead of ##: only headings with ## are counted".to_owned(),
        )
    };
    Some(
        Diagnostic::new(&PARAGRAPH_RENUMBERED, place, message)
            .label(found.record_span(old)?, "as it was published")
            .help(help),
    )
}
