//! The pages of an action plan: at a glance, each priority, each action with its history, the
//! actions by lead and by status, each round.

mod action;
mod desk;
mod glance;
mod history;
mod index;
mod lists;
mod round;
mod row;
mod tally;

pub(super) use desk::{Desk, words_now};
pub(super) use glance::glance;
pub(super) use row::Row;

use super::common::Context;
use crate::content::Document;
use crate::content::action_plan::{State, actions, state_of};
use crate::site::PlanPage;
use minijinja::value::Value;
use tally::Tally;

/// The template and the view of a page of the plan of this index.
pub(super) fn view(context: &Context<'_>, index: usize, page: &PlanPage) -> (&'static str, Value) {
    let Some(desk) = Desk::of(context, index) else { return ("404.html", super::lists::not_found(context)) };
    match page {
        PlanPage::Priority(index) => ("plan-priority.html", lists::priority(&desk, *index)),
        PlanPage::Actions => ("actions.html", lists::all(&desk)),
        PlanPage::Lead(name) => ("actions.html", lists::lead(&desk, name)),
        PlanPage::Status(status) => ("actions.html", lists::status(&desk, *status)),
        PlanPage::Action(id) => ("action.html", action::action(&desk, id)),
        PlanPage::Round(date) => ("round.html", round::round(&desk, *date)),
        PlanPage::Priorities | PlanPage::Leads | PlanPage::Statuses | PlanPage::Rounds => {
            ("plan-index.html", index::index(&desk, page))
        }
    }
}

/// What a page of a plan is called.
pub(super) fn title_of(context: &Context<'_>, index: usize, page: &PlanPage) -> String {
    Desk::of(context, index).map(|desk| desk.title_of(page)).unwrap_or_default()
}

/// How far a plan is, in one sentence; nothing for other documents.
pub(super) fn progress(context: &Context<'_>, document: &Document) -> Option<String> {
    let plan = document.plan.as_ref()?;
    let states: Vec<State<'_>> = actions(&plan.promises).map(|(_, _, action)| state_of(action, &plan.rounds)).collect();
    let tally = Tally::of(&states);
    let latest = plan.rounds.last();
    Some(tally.sentence(context, latest.is_some()))
}
