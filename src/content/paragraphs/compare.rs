//! A record held against a report: what each paragraph was, and what its number should be.

use super::RecordedParagraph;
use super::align::{Alignment, Side, align};
use super::record::first_words;
use crate::prose::{Paragraph, ParagraphNumber};
use std::collections::BTreeSet;
use std::ops::Range;

/// A recorded paragraph that has another number now, or is gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// Its number in the record.
    pub before: ParagraphNumber,
    /// Its number now; `None` if it is gone.
    pub now: Option<ParagraphNumber>,
    /// Its first words, as they were recorded.
    pub words: String,
}

/// What of a record is not as it was.
pub fn changed_numbers(recorded: &[RecordedParagraph], now: &[Paragraph]) -> Vec<Changed> {
    let found = Comparison::of(recorded, now);
    let places = found.places.kept.iter().zip(&found.places.moved).map(|(kept, moved)| kept.or(*moved));
    recorded
        .iter()
        .zip(places)
        .map(|((before, words), place)| Changed {
            before: before.value.clone(),
            now: place.and_then(|place| now.get(place)).map(|now| now.number.clone()),
            words: words.clone(),
        })
        .filter(|changed| changed.now.as_ref() != Some(&changed.before))
        .collect()
}

/// A record and a report.
pub(super) struct Comparison<'a> {
    pub(super) recorded: &'a [RecordedParagraph],
    pub(super) now: &'a [Paragraph],
    pub(super) places: Alignment,
}

/// What a paragraph of the report was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// This paragraph of the record, in the same order.
    Kept(usize),
    /// This one, from elsewhere.
    Moved(usize),
    /// None.
    New,
}

/// The paragraphs of a section: its number, and their places.
pub(super) type Section = (u32, Range<usize>);

impl<'a> Comparison<'a> {
    pub(super) fn of(recorded: &'a [RecordedParagraph], now: &'a [Paragraph]) -> Comparison<'a> {
        let words = |text: &str| first_words(text).into_iter().collect::<BTreeSet<String>>();
        let before = recorded.iter().map(|(number, text)| Side { number: number.value.clone(), words: words(text) });
        let after = now.iter().map(|now| Side { number: now.number.clone(), words: words(&now.words) });
        let places = align(&before.collect::<Vec<_>>(), &after.collect::<Vec<_>>());
        Comparison { recorded, now, places }
    }

    /// What each paragraph of the report was.
    pub(super) fn origins(&self) -> Vec<Origin> {
        let mut origins = vec![Origin::New; self.now.len()];
        for (old, (kept, moved)) in self.places.kept.iter().zip(&self.places.moved).enumerate() {
            let (place, origin) = match (kept, moved) {
                (Some(place), _) => (*place, Origin::Kept(old)),
                (None, Some(place)) => (*place, Origin::Moved(old)),
                (None, None) => continue,
            };
            if let Some(here) = origins.get_mut(place) {
                *here = origin;
            }
        }
        origins
    }

    /// The recorded number of a place of the record.
    pub(super) fn before(&self, old: usize) -> Option<&'a ParagraphNumber> {
        self.recorded.get(old).map(|(number, _)| &number.value)
    }

    /// Whether a recorded paragraph is gone.
    pub(super) fn is_gone(&self, old: usize) -> bool {
        let place = |places: &[Option<usize>]| places.get(old).copied().flatten();
        place(&self.places.kept).or(place(&self.places.moved)).is_none()
    }

    /// The sections of the record.
    pub(super) fn recorded_sections(&self) -> Vec<Section> {
        sections(self.recorded.iter().map(|(number, _)| number.value.section))
    }

    /// The sections of the report that have paragraphs.
    pub(super) fn sections(&self) -> Vec<Section> {
        sections(self.now.iter().map(|now| now.number.section))
    }
}

fn sections(numbers: impl Iterator<Item = u32>) -> Vec<Section> {
    let mut all: Vec<Section> = Vec::new();
    for (at, number) in numbers.enumerate() {
        match all.last_mut() {
            Some((last, range)) if *last == number => range.end = at + 1,
            _ => all.push((number, at..at + 1)),
        }
    }
    all
}
