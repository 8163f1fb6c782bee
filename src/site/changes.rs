//! How the numbers of a document changed: each figure that it states set against the value before,
//! and what the edition before states and this one does not.

use super::Site;
use crate::content::Document;
use crate::content::figures::{Book, Figure, Series, value_before};
use crate::figure::{Amount, Better, Period};

/// What came of a figure, in the order in which readers are told: what got worse comes first,
/// because that is what people hide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// It got worse.
    Worse,
    /// It got better.
    Better,
    /// It changed, and its indicator does not say which way is good.
    Neither,
    /// It is what it was.
    Same,
    /// There was a number, and now there is none.
    NoNumber,
    /// There is no number before that it could be compared with.
    NothingBefore,
}

/// A figure now and before.
#[derive(Clone, Debug)]
pub struct Change<'s> {
    /// The figure.
    pub series: &'s Series,
    /// Its value in the document's period.
    pub now: &'s Figure,
    /// The public value with which that is compared.
    pub before: Option<&'s Figure>,
    /// The difference, where both are numbers.
    pub change: Option<Amount>,
    /// What came of it.
    pub outcome: Outcome,
}

/// This edition against the last.
#[derive(Clone, Debug)]
pub struct Changes<'s> {
    /// The edition before.
    pub edition_before: Option<&'s Document>,
    /// The figures that this edition states, in the order of their outcomes.
    pub changes: Vec<Change<'s>>,
    /// The indicators that the edition before states and this one does not, with the values they
    /// had.
    pub missing: Vec<(&'s Series, &'s Figure)>,
}

/// The figures of which a document states the value in its own period, in its order.
pub(super) fn stated_by<'b>(document: &'b Document, book: &'b Book) -> impl Iterator<Item = &'b Series> {
    let own = period(document);
    let entries = document.figures.iter().flat_map(|figures| &figures.entries);
    entries.filter_map(move |entry| {
        let own = own?;
        let states = |at: &Option<_>| at.as_ref().is_none_or(|at: &crate::source::Located<Period>| at.value == *own);
        entry.statements.iter().any(|statement| states(&statement.period)).then_some(())?;
        // A value that could not be read is not there.
        book.series(&document.path, &entry.id.value).filter(|series| series.at(own).is_some())
    })
}

fn period(document: &Document) -> Option<&Period> {
    document.header.period.as_ref().map(|period| &period.value)
}

impl Site {
    /// How the numbers of the document of this index changed; only public values.
    pub fn changes(&self, index: usize) -> Option<Changes<'_>> {
        let document = self.document(index)?;
        let now = period(document)?;
        let stated: Vec<&Series> = stated_by(document, &self.figures).collect();
        let mut changes: Vec<Change<'_>> = stated.iter().filter_map(|series| self.change(series, now)).collect();
        // Within an outcome the author's order stays.
        changes.sort_by_key(|change| change.outcome);
        let edition_before = self.edition_before(index);
        let before = edition_before.and_then(|edition| Some((edition, period(edition)?)));
        let missing = before.into_iter().flat_map(|(edition, then)| {
            let dropped = stated_by(edition, &self.figures)
                .filter(|series| series.owner.is_none())
                .filter(|series| !stated.iter().any(|stated| std::ptr::eq(*stated, *series)));
            dropped.filter_map(move |series| {
                let (_, figures) = self.public(series);
                Some((series, figures.into_iter().find(|figure| figure.period == *then)?))
            })
        });
        Some(Changes { edition_before, changes, missing: missing.collect() })
    }

    /// The edition before that of this index.
    fn edition_before(&self, index: usize) -> Option<&Document> {
        let editions = self.editions(index);
        let place = editions.iter().position(|edition| *edition == index)?;
        self.document(*editions.get(place + 1)?)
    }

    /// A figure in a period and before it, if there is a public value.
    pub fn change<'s>(&'s self, series: &'s Series, period: &Period) -> Option<Change<'s>> {
        let (_, figures) = self.public(series);
        let now = figures.iter().find(|figure| figure.period == *period).copied()?;
        let before = value_before(figures.iter().copied(), period);
        let numbers = now.amount().zip(before.and_then(Figure::amount));
        let change = numbers.and_then(|(now, before)| now.change_from(before));
        let outcome = match &change {
            Some(change) => outcome(change, series.indicator.better),
            None if now.amount().is_none() && before.is_some_and(|before| before.amount().is_some()) => {
                Outcome::NoNumber
            }
            None => Outcome::NothingBefore,
        };
        Some(Change { series, now, before, change, outcome })
    }
}

fn outcome(change: &Amount, better: Option<Better>) -> Outcome {
    match better.and_then(|better| better.of(change)) {
        Some(true) => Outcome::Better,
        Some(false) => Outcome::Worse,
        None if change.value.is_zero() => Outcome::Same,
        None => Outcome::Neither,
    }
}
