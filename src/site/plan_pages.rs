//! The pages of an action plan: its priorities, its actions, and the same actions by lead and by
//! status; its rounds. Addresses come from ids, names and dates, so they stay.

use super::Address;
use crate::content::Plan;
use crate::content::action_plan::{Action, Status, actions, state_of};
use crate::figure::Date;
use crate::prose::slug;
use crate::source::SitePath;
use std::collections::BTreeMap;

/// A page of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanPage {
    /// The priorities.
    Priorities,
    /// The priority of this index.
    Priority(usize),
    /// All actions.
    Actions,
    /// The action of this id.
    Action(String),
    /// Those who lead actions.
    Leads,
    /// The actions of one of them, by the last part of the address.
    Lead(String),
    /// The statuses that actions have.
    Statuses,
    /// The actions of this status.
    Status(Status),
    /// The rounds.
    Rounds,
    /// The round of this day.
    Round(Date),
}

impl PlanPage {
    /// Where the page stands, for the plan at `plan`.
    pub fn address(&self, plan: &SitePath, of: &Plan) -> Address {
        let plan = Address::of(plan);
        match self {
            PlanPage::Priorities => plan.below("priorities"),
            PlanPage::Priority(index) => {
                let id = of.promises.priorities.get(*index).map_or("", |priority| priority.id.value.as_str());
                plan.below("priorities").below(id)
            }
            PlanPage::Actions => plan.below("actions"),
            PlanPage::Action(id) => plan.below("actions").below(id),
            PlanPage::Leads => plan.below("leads"),
            PlanPage::Lead(name) => plan.below("leads").below(name),
            PlanPage::Statuses => plan.below("status"),
            PlanPage::Status(status) => plan.below("status").below(status.word()),
            PlanPage::Rounds => plan.below("updates"),
            PlanPage::Round(date) => plan.below("updates").below(&date.to_string()),
        }
    }
}

/// The leads of a plan by the last part of their addresses, each with the name as it is written first.
pub fn leads_of(plan: &Plan) -> BTreeMap<String, String> {
    let mut leads = BTreeMap::new();
    for (_, _, action) in actions(&plan.promises) {
        for lead in &action.leads {
            leads.entry(slug(lead)).or_insert_with(|| lead.clone());
        }
    }
    leads
}

/// Whether somebody, given by the last part of the address, leads an action.
pub fn is_led_by(action: &Action, name: &str) -> bool {
    action.leads.iter().any(|lead| slug(lead) == name)
}

/// All pages of the plan at `path` with their addresses.
pub(super) fn plan_pages(path: &SitePath, plan: &Plan) -> Vec<(Address, PlanPage)> {
    let mut pages: Vec<PlanPage> = (0..plan.promises.priorities.len()).map(PlanPage::Priority).collect();
    // Every address on the way to one of them has a page, for those who shorten it.
    pages.extend([PlanPage::Priorities, PlanPage::Actions]);
    if !plan.rounds.is_empty() {
        pages.push(PlanPage::Rounds);
    }
    let leads = leads_of(plan);
    if !leads.is_empty() {
        pages.push(PlanPage::Leads);
    }
    pages.extend(leads.into_keys().map(PlanPage::Lead));
    let mut found = [false; Status::ALL.len()];
    for (_, _, action) in actions(&plan.promises) {
        pages.push(PlanPage::Action(action.id.value.clone()));
        let status = state_of(action, &plan.rounds).reported();
        for (known, found) in Status::ALL.iter().zip(&mut found) {
            *found |= Some(*known) == status;
        }
    }
    if found.contains(&true) {
        pages.push(PlanPage::Statuses);
    }
    let statuses = Status::ALL.iter().zip(found).filter(|(_, found)| *found);
    pages.extend(statuses.map(|(status, _)| PlanPage::Status(*status)));
    pages.extend(plan.rounds.iter().map(|round| PlanPage::Round(round.date.value)));
    pages.into_iter().map(|page| (page.address(path, plan), page)).collect()
}
