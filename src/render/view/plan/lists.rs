//! Lists of actions: all, those of a priority, of a lead, of a status.

use super::desk::{Desk, capital};
use super::row::Group;
use super::tally::{self, Tally};
use crate::content::action_plan::{State, Status};
use crate::prose::plain_text;
use crate::render::view::Html;
use crate::render::view::bar::Part;
use crate::render::view::data::File;
use crate::render::view::head::Head;
use crate::render::view::text::Word;
use crate::site::{PlanPage, is_led_by, leads_of};
use minijinja::value::Value;
use serde::Serialize;

#[derive(Serialize)]
struct View {
    plan: Head,
    summary: String,
    /// The day by which things are judged.
    as_of: Option<String>,
    groups: Vec<Group>,
    /// Ways to see some of them; on the page of all.
    filter: Option<Filter>,
    /// The page of all, from the others.
    all_href: Option<String>,
    /// The same as data; on the page of all.
    files: Vec<File>,
}

#[derive(Serialize)]
struct Filter {
    priorities: Vec<Choice>,
    leads: Vec<Choice>,
    statuses: Vec<Choice>,
    /// Whether any action is overdue.
    overdue: bool,
}

/// What somebody may choose from, with the page that shows the same without a script.
#[derive(Serialize)]
struct Choice {
    key: String,
    label: String,
    count: usize,
    href: Option<String>,
}

pub(super) fn all(desk: &Desk<'_>) -> Value {
    let states = desk.states();
    let plan = desk.plan;
    let count = |of: &dyn Fn(&(usize, State<'_>)) -> bool| states.iter().filter(|state| of(state)).count();
    let priorities = plan.promises.priorities.iter().enumerate();
    let filter = Filter {
        priorities: priorities
            .map(|(index, priority)| Choice {
                key: priority.id.value.clone(),
                label: priority.title.clone(),
                count: count(&|(at, _)| *at == index),
                href: Some(desk.link(&PlanPage::Priority(index))),
            })
            .filter(|choice| choice.count > 0)
            .collect(),
        leads: leads_of(plan)
            .into_iter()
            .map(|(key, label)| Choice {
                count: count(&|(_, state)| is_led_by(state.action, &key)),
                href: desk.link_if(&PlanPage::Lead(key.clone())),
                key,
                label,
            })
            .collect(),
        statuses: Tally::of(states.iter().map(|(_, state)| state))
            .counts()
            .map(|(standing, count)| Choice {
                key: tally::key(standing).to_owned(),
                label: capital(&desk.status_word(standing)),
                count,
                href: standing.and_then(|status| desk.link_if(&PlanPage::Status(status))),
            })
            .collect(),
        overdue: states.iter().any(|(_, state)| state.overdue),
    };
    list(desk, &PlanPage::Actions, &states, Some(filter))
}

pub(super) fn lead(desk: &Desk<'_>, name: &str) -> Value {
    let mut states = desk.states();
    states.retain(|(_, state)| is_led_by(state.action, name));
    list(desk, &PlanPage::Lead(name.to_owned()), &states, None)
}

pub(super) fn status(desk: &Desk<'_>, status: Status) -> Value {
    let mut states = desk.states();
    states.retain(|(_, state)| state.reported() == Some(status));
    list(desk, &PlanPage::Status(status), &states, None)
}

fn list(desk: &Desk<'_>, page: &PlanPage, states: &[(usize, State<'_>)], filter: Option<Filter>) -> Value {
    let summary = desk.summary(states);
    let view = View {
        plan: desk.head(desk.title_of(page)),
        summary: summary.clone(),
        as_of: desk.as_of(),
        groups: desk.groups(states),
        all_href: filter.is_none().then(|| desk.link(&PlanPage::Actions)),
        files: desk.files(page, "data_actions_of"),
        filter,
    };
    desk.view(page, Some(summary), view)
}

pub(super) fn priority(desk: &Desk<'_>, index: usize) -> Value {
    #[derive(Serialize)]
    struct View {
        plan: Head,
        summary: String,
        as_of: Option<String>,
        bar: Vec<Part>,
        reason: Option<Html>,
        objectives: Vec<Group>,
        all_href: String,
        words: Vec<Word>,
    }
    let Some(priority) = desk.plan.promises.priorities.get(index) else { return Value::UNDEFINED };
    let mut states = desk.states();
    states.retain(|(at, _)| *at == index);
    let page = PlanPage::Priority(index);
    let summary = desk.summary(&states);
    let mut rest = states.iter();
    let objectives = priority.objectives.iter().enumerate().map(|(number, objective)| {
        let of = rest.by_ref().take(objective.actions.len());
        let rows = of.map(|(_, state)| desk.row(state)).collect();
        Group::new(format!("objective-{}", number + 1), plain_text(&objective.text), None, rows)
    });
    let objectives = objectives.collect();
    let view = View {
        plan: desk.head(priority.title.clone()),
        summary: summary.clone(),
        as_of: desk.as_of(),
        bar: Tally::of(states.iter().map(|(_, state)| state)).bar(desk),
        reason: desk.prose(&priority.reason, &desk.file(), "", 0),
        objectives,
        all_href: desk.link(&PlanPage::Actions),
        words: desk.words(),
    };
    desk.view(&page, Some(summary), view)
}

impl Desk<'_> {
    /// "34 actions: 12 done, 19 under way, 3 late. 2 are overdue."
    pub(super) fn summary(&self, states: &[(usize, State<'_>)]) -> String {
        let tally = Tally::of(states.iter().map(|(_, state)| state));
        let mut summary = tally.sentence(self.context, self.latest().is_some());
        if tally.overdue > 0 {
            summary.push(' ');
            summary.push_str(&self.count("plan_overdue_count", tally.overdue));
        }
        summary
    }

    /// "This is how things stood on 21 November 2023."
    pub(in crate::render::view) fn as_of(&self) -> Option<String> {
        self.latest().map(|date| self.word("plan_as_of", &[("date", &self.context.date(date))]))
    }
}
