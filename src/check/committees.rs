//! Committees whose names are nearly the same: most likely one committee, which would have two pages.

use super::library::Library;
use crate::content::briefing::Briefing;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::reports::COMMITTEE_NEARLY;
use crate::prose::slug;
use std::collections::BTreeMap;

/// Reports the briefings that name a committee nearly as others do: the name that fewer use, and of two
/// that are as frequent the later one.
pub(super) fn check_committees(library: &Library<'_>, out: &mut Vec<Diagnostic>) {
    let mut by_slug: BTreeMap<String, Vec<&Briefing>> = BTreeMap::new();
    for briefing in library.documents().filter_map(|document| document.header.briefing.as_deref()) {
        by_slug.entry(slug(&briefing.committee.value)).or_default().push(briefing);
    }
    for (name, briefings) in &by_slug {
        let usual = by_slug.iter().find(|(other, others)| {
            let rank = |all: &Vec<&Briefing>| all.len();
            *other != name
                && are_near(name, other)
                && (rank(others) > rank(briefings)
                    || rank(others) == rank(briefings) && first(others) < first(briefings))
        });
        let Some(usual) = usual.and_then(|(_, others)| others.first()) else { continue };
        for briefing in briefings {
            let written = &briefing.committee;
            out.push(
                Diagnostic::new(
                    &COMMITTEE_NEARLY,
                    written.span,
                    format!("`{}` is nearly the name of another committee", written.value),
                )
                .label(usual.committee.span, "the other one")
                .help(format!("did you mean `{}`?", usual.committee.value)),
            );
        }
    }
}

/// Where a name is written first.
fn first(briefings: &[&Briefing]) -> Option<crate::diagnostic::Span> {
    briefings.first().map(|briefing| briefing.committee.span)
}

/// Whether two names are one with a slip: hyphens, "and" and one letter of a longer word aside. Names
/// that number their committees, or call them A and B, are different.
fn are_near(a: &str, b: &str) -> bool {
    const LONG: usize = 5;
    let words = |name: &str| -> Vec<String> {
        name.split('-').filter(|word| !matches!(*word, "and" | "a" | "the" | "for" | "of")).map(str::to_owned).collect()
    };
    let (a, b) = (words(a), words(b));
    if a.concat() == b.concat() {
        return true;
    }
    let mut differ = a.iter().zip(&b).filter(|(a, b)| a != b);
    let slip = |(a, b): (&String, &String)| {
        let digits = |word: &str| word.contains(|c: char| c.is_ascii_digit());
        !digits(a) && !digits(b) && a.len().min(b.len()) >= LONG && strsim::osa_distance(a, b) == 1
    };
    a.len() == b.len() && differ.next().is_some_and(slip) && differ.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::are_near;

    #[test]
    fn slips_are_near_and_other_committees_are_not() {
        let near = [
            ("health-and-wellbeing-board", "health-wellbeing-board"),
            ("health-and-well-being-board", "health-and-wellbeing-board"),
            ("scrutiny-panel", "scrutiny-pannel"),
            ("adult-care-committee", "adults-care-committee"),
        ];
        let other = [
            ("north-area-committee", "south-area-committee"),
            ("area-committee-1", "area-committee-2"),
            ("planning-committee-a", "planning-committee-b"),
            ("health-committee", "wealth-committee-two"),
            ("east-panel", "west-panel"),
        ];
        assert!(near.iter().all(|(a, b)| are_near(a, b) && are_near(b, a)));
        assert!(!other.iter().any(|(a, b)| are_near(a, b) || are_near(b, a)));
    }
}
