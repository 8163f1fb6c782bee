//! Short lists of the pages of a plan: its priorities, leads, statuses and rounds.

use super::desk::{Desk, capital};
use super::tally::Tally;
use crate::content::action_plan::{State, Status, actions, state_then};
use crate::render::view::data::File;
use crate::render::view::head::Head;
use crate::site::{PlanPage, is_led_by, leads_of};
use minijinja::value::Value;
use serde::Serialize;

#[derive(Serialize)]
struct View {
    plan: Head,
    entries: Vec<Entry>,
    all_href: String,
    /// All rounds as data; on the list of them.
    files: Vec<File>,
}

/// One of the pages, with a sentence about it.
#[derive(Serialize)]
pub(super) struct Entry {
    label: String,
    href: String,
    text: String,
    /// The shape of a status.
    shape: Option<&'static str>,
}

pub(super) fn index(desk: &Desk<'_>, page: &PlanPage) -> Value {
    let states = desk.states();
    let entries = match page {
        PlanPage::Leads => desk.lead_entries(&states),
        PlanPage::Statuses => desk.status_entries(&states),
        PlanPage::Rounds => desk.round_entries(),
        _ => desk.priority_entries(&states),
    };
    let view = View {
        plan: desk.head(desk.title_of(page)),
        entries,
        all_href: desk.link(&PlanPage::Actions),
        files: desk.files(page, "data_updates_of"),
    };
    desk.view(page, None, view)
}

impl Desk<'_> {
    pub(super) fn priority_entries(&self, states: &[(usize, State<'_>)]) -> Vec<Entry> {
        let priorities = self.plan.promises.priorities.iter().enumerate();
        priorities
            .map(|(index, priority)| {
                self.entry(&PlanPage::Priority(index), priority.title.clone(), states, |at, _| at == index)
            })
            .collect()
    }

    fn lead_entries(&self, states: &[(usize, State<'_>)]) -> Vec<Entry> {
        let leads = leads_of(self.plan).into_iter();
        leads
            .map(|(name, label)| {
                let page = PlanPage::Lead(name.clone());
                self.entry(&page, label, states, |_, state| is_led_by(state.action, &name))
            })
            .collect()
    }

    fn entry(
        &self,
        page: &PlanPage,
        label: String,
        states: &[(usize, State<'_>)],
        of: impl Fn(usize, &State<'_>) -> bool,
    ) -> Entry {
        let tally = Tally::of(states.iter().filter(|(at, state)| of(*at, state)).map(|(_, state)| state));
        let text = tally.sentence(self.context, self.latest().is_some());
        Entry { label, href: self.link(page), text, shape: None }
    }

    fn status_entries(&self, states: &[(usize, State<'_>)]) -> Vec<Entry> {
        let entry = |(standing, count): (Option<Status>, usize)| {
            let status = standing?;
            Some(Entry {
                label: capital(&self.status_word(standing)),
                href: self.link(&PlanPage::Status(status)),
                text: self.count("plan_actions", count),
                shape: Some(status.word()),
            })
        };
        Tally::of(states.iter().map(|(_, state)| state)).counts().filter_map(entry).collect()
    }

    /// The latest first.
    pub(super) fn round_entries(&self) -> Vec<Entry> {
        let rounds = &self.plan.rounds;
        let entry = |number: usize| {
            let until = rounds.get(..=number)?;
            let round = until.last()?;
            let states: Vec<State<'_>> =
                actions(&self.plan.promises).map(|(_, _, action)| state_then(action, until)).collect();
            Some(Entry {
                label: self.round_title(round),
                href: self.link(&PlanPage::Round(round.date.value)),
                text: Tally::of(&states).sentence(self.context, true),
                shape: None,
            })
        };
        (0..rounds.len()).rev().filter_map(entry).collect()
    }
}
