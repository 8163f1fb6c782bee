//! How many actions are in what state: as a sentence, and as the parts of a bar.

use super::desk::{Desk, capital};
use crate::content::action_plan::{State, Status};
use crate::render::strings::status_key;
use crate::render::view::bar::{Count, Part, bar, sentence};
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
pub(super) type Standing = Option<Status>;

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
        sentence(context, &actions, &self.named(context, |_| None))
    }

    pub(super) fn bar(&self, desk: &Desk<'_>) -> Vec<Part> {
        let href = |status| desk.link_if(&PlanPage::Status(status));
        bar(desk.context, self.named(desk.context, href))
    }

    fn named(&self, context: &Context<'_>, href: impl Fn(Status) -> Option<String>) -> Vec<Count> {
        let named = |(standing, count): (Standing, usize)| Count {
            key: key(standing),
            name: context.word(&status_key(standing), &[("count", &count.to_string())]),
            count,
            href: standing.and_then(&href),
        };
        self.counts().map(named).collect()
    }
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
