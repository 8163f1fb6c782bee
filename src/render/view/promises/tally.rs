//! How many promises stand where: as a sentence, as the parts of a bar, as a row of a table.

use super::words_of;
use crate::prose::component::Verdict;
use crate::render::view::common::Context;
use crate::render::view::plan::percent;
use crate::site::Standing;
use serde::Serialize;

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

/// A part of a bar.
#[derive(Serialize)]
pub(super) struct Part {
    key: &'static str,
    label: String,
    href: Option<String>,
    /// Where it begins and how wide it is, in per cent.
    start: String,
    width: String,
}

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
        let parts: Vec<String> = self.counts().map(|(standing, count)| part(context, standing, count)).collect();
        context.word("plan_summary", &[("actions", &promises), ("parts", &parts.join(", "))])
    }

    pub(super) fn bar(&self, context: &Context<'_>) -> Vec<Part> {
        let mut before = 0;
        let total = self.total();
        self.counts()
            .map(|(standing, count)| {
                let start = before;
                before += count;
                Part {
                    key: standing.word(),
                    label: part(context, standing, count),
                    href: None,
                    start: percent(start, total),
                    width: percent(count, total),
                }
            })
            .collect()
    }
}

fn part(context: &Context<'_>, standing: Standing, count: usize) -> String {
    context.word("plan_part", &[("count", &count.to_string()), ("status", &words_of(context, standing))])
}
