//! How many promises stand where: as a sentence, as the parts of a bar, as a row of a table.

use super::words_of;
use crate::prose::component::Verdict;
use crate::render::view::bar::{Count, Part, bar, sentence};
use crate::render::view::common::Context;
use crate::site::Standing;

/// The order in which readers are told.
pub(super) const ORDER: [Standing; 11] = [
    Standing::Answered(Verdict::Kept),
    Standing::Answered(Verdict::Partly),
    Standing::Answered(Verdict::Changed),
    Standing::Answered(Verdict::NotKept),
    Standing::Unanswered,
    Standing::Late,
    Standing::UnderWay,
    Standing::NotStarted,
    Standing::Renewed,
    Standing::NotDue,
    Standing::Waiting,
];

/// How many promises there are of each standing.
#[derive(Clone, Copy, Default)]
pub(super) struct Tally([usize; ORDER.len()]);

impl Tally {
    pub(super) fn of(standings: impl Iterator<Item = Standing>) -> Tally {
        let mut tally = Tally::default();
        for standing in standings {
            let counts = ORDER.iter().zip(&mut tally.0);
            counts.filter(|(known, _)| **known == standing).for_each(|(_, count)| *count += 1);
        }
        tally
    }

    pub(super) fn total(&self) -> usize {
        self.0.iter().sum()
    }

    pub(super) fn count(&self, standing: Standing) -> usize {
        self.counts().find(|(known, _)| *known == standing).map_or(0, |(_, count)| count)
    }

    /// Those that there are.
    pub(super) fn counts(&self) -> impl Iterator<Item = (Standing, usize)> {
        ORDER.into_iter().zip(self.0).filter(|(_, count)| *count > 0)
    }

    /// "38 promises: 3 kept, 1 not kept, 34 not reported on yet."
    pub(super) fn sentence(&self, context: &Context<'_>) -> String {
        let promises = context.word("promises_count", &[("count", &self.total().to_string())]);
        sentence(context, &promises, &self.named(context))
    }

    pub(super) fn bar(&self, context: &Context<'_>) -> Vec<Part> {
        bar(context, self.named(context))
    }

    fn named(&self, context: &Context<'_>) -> Vec<Count> {
        let named = |(standing, count): (Standing, usize)| Count {
            key: standing.word(),
            name: words_of(context, standing),
            count,
            href: None,
        };
        self.counts().map(named).collect()
    }
}
