//! How many actions are in what state: as a sentence, and as the parts of a bar.

use super::desk::{Desk, capital};
use crate::content::action_plan::{State, Status};
use crate::render::strings::status_key;
use crate::render::view::common::Context;
use crate::site::PlanPage;
use serde::Serialize;

/// The order of a bar, from what is done to what will not be.
const ORDER: [Standing; 7] = [
    Some(Status::Completed),
    Some(Status::DoneThisYear),
    Some(Status::InProgress),
    Some(Status::NotStarted),
    Some(Status::Delayed),
    Some(Status::Cancelled),
    None,
];

/// Where an action stands; nothing where nobody has said anything of it.
pub(in crate::render::view) type Standing = Option<Status>;

/// The word that templates and styles know it by.
pub(super) fn key(standing: Standing) -> &'static str {
    standing.map_or("unreported", Status::word)
}

/// A status with its shape.
#[derive(Clone, Serialize)]
pub(super) struct StatusView {
    /// Its usual word, which is also its shape.
    key: &'static str,
    label: String,
}

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

/// How many there are of each status, in the order of a bar, and how many are overdue.
pub(super) struct Tally {
    counts: [(Standing, usize); 7],
    pub(super) total: usize,
    pub(super) overdue: usize,
}

impl Tally {
    pub(super) fn of<'s, 'p: 's>(states: impl IntoIterator<Item = &'s State<'p>>) -> Tally {
        let mut tally = Tally { counts: ORDER.map(|standing| (standing, 0)), total: 0, overdue: 0 };
        for state in states {
            tally.total += 1;
            tally.overdue += usize::from(state.overdue);
            tally.counts.iter_mut().filter(|(known, _)| *known == state.reported()).for_each(|(_, count)| *count += 1);
        }
        tally
    }

    /// Those that there are.
    pub(super) fn counts(&self) -> impl Iterator<Item = (Standing, usize)> {
        self.counts.into_iter().filter(|(_, count)| *count > 0)
    }

    /// "34 actions: 12 done, 19 under way, 3 late."
    pub(super) fn sentence(&self, context: &Context<'_>, reported: bool) -> String {
        let actions = context.word("plan_actions", &[("count", &self.total.to_string())]);
        if !reported {
            return context.word("plan_unreported", &[("actions", &actions)]);
        }
        let parts: Vec<String> = self.counts().map(|(standing, count)| part_words(context, standing, count)).collect();
        context.word("plan_summary", &[("actions", &actions), ("parts", &parts.join(", "))])
    }

    pub(super) fn bar(&self, desk: &Desk<'_>) -> Vec<Part> {
        let mut before = 0;
        self.counts()
            .map(|(standing, count)| {
                let start = before;
                before += count;
                Part {
                    key: key(standing),
                    label: part_words(desk.context, standing, count),
                    href: standing.and_then(|status| desk.link_if(&PlanPage::Status(status))),
                    start: percent(start, self.total),
                    width: percent(count, self.total),
                }
            })
            .collect()
    }
}

fn part_words(context: &Context<'_>, standing: Standing, count: usize) -> String {
    let count = count.to_string();
    let status = context.word(&status_key(standing), &[("count", &count)]);
    context.word("plan_part", &[("count", &count), ("status", &status)])
}

/// A part of a whole in per cent, with two decimals.
pub(in crate::render::view) fn percent(part: usize, whole: usize) -> String {
    let hundredths = part * 10_000 / whole.max(1);
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

impl Desk<'_> {
    /// The word for it in small letters, as it stands within a sentence.
    pub(super) fn status_word(&self, standing: Standing) -> String {
        self.word(&status_key(standing), &[])
    }

    pub(super) fn status(&self, standing: Standing) -> StatusView {
        StatusView { key: key(standing), label: capital(&self.status_word(standing)) }
    }
}
