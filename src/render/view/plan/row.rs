//! An action in a list.

use super::desk::{Desk, cut, words_now};
use super::tally::StatusView;
use crate::content::action_plan::State;
use crate::prose::{prose_text, slug};
use crate::render::view::common::Link;
use crate::site::PlanPage;
use serde::Serialize;

/// How much of an update a list shows.
const LONG_UPDATE: usize = 220;

#[derive(Serialize)]
pub(in crate::render::view) struct Row {
    title: String,
    href: String,
    status: StatusView,
    overdue: bool,
    leads: Vec<Link>,
    /// The leads by the last parts of their addresses, with spaces between.
    lead_keys: String,
    due: Option<String>,
    /// The first promise, where the date has moved.
    due_promised: Option<String>,
    update: Option<UpdateLine>,
    removed: Option<String>,
}

/// The beginning of the latest text about an action.
#[derive(Serialize)]
struct UpdateLine {
    date: String,
    text: String,
}

/// The actions of one priority.
#[derive(Serialize)]
pub(super) struct Group {
    id: String,
    title: String,
    href: Option<String>,
    rows: Vec<Row>,
}

impl Group {
    pub(super) fn new(id: String, title: String, href: Option<String>, rows: Vec<Row>) -> Group {
        Group { id, title, href, rows }
    }
}

impl Desk<'_> {
    pub(in crate::render::view) fn row(&self, state: &State<'_>) -> Row {
        let action = state.action;
        let promised = action.timescale.as_ref().map(|timescale| &timescale.value);
        let told = state.history.iter().rev().find_map(|past| {
            let text = prose_text(&past.entry.text).lines().collect::<Vec<_>>().join(" ");
            let date = self.context.date(past.round.date.value);
            (!text.is_empty()).then(|| UpdateLine { date, text: cut(&text, LONG_UPDATE) })
        });
        Row {
            title: words_now(state),
            href: self.link(&PlanPage::Action(action.id.value.clone())),
            status: self.status(state.reported()),
            overdue: state.overdue,
            leads: self.leads(&action.leads),
            lead_keys: action.leads.iter().map(|lead| slug(lead)).collect::<Vec<_>>().join(" "),
            due: self.due(state),
            due_promised: promised.filter(|first| Some(*first) != state.due).map(|first| self.context.period(first)),
            update: told,
            removed: action.removed.as_ref().map(|removal| self.removed_on(removal.date)),
        }
    }

    /// Those who lead, with links to all that they lead.
    pub(super) fn leads(&self, leads: &[String]) -> Vec<Link> {
        let leads = leads.iter();
        leads.map(|lead| Link { label: lead.clone(), href: self.link_if(&PlanPage::Lead(slug(lead))) }).collect()
    }

    pub(super) fn removed_on(&self, date: crate::figure::Date) -> String {
        self.word("plan_removed_on", &[("date", &self.context.date(date))])
    }

    /// Some actions, below their priorities; priorities that have none of them are left out.
    pub(super) fn groups(&self, states: &[(usize, State<'_>)]) -> Vec<Group> {
        let priorities = self.plan.promises.priorities.iter().enumerate();
        priorities
            .filter_map(|(index, priority)| {
                let of = states.iter().filter(|(at, _)| *at == index);
                let rows: Vec<Row> = of.map(|(_, state)| self.row(state)).collect();
                let href = Some(self.link(&PlanPage::Priority(index)));
                let id = priority.id.value.clone();
                (!rows.is_empty()).then(|| Group::new(id, priority.title.clone(), href, rows))
            })
            .collect()
    }
}
