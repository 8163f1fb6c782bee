//! The actions of a plan: one row for each, and in JSON each with its history.

use super::parts::{Due, Moment, PlanJson};
use super::{PlanData, day, line, steps, text};
use crate::content::action_plan::{Action, Objective, Priority, State};
use crate::render::data::grid::{BETWEEN, Grid, GridRow, Holds, Value};
use crate::render::data::json::framed;
use crate::site::PlanPage;
use serde::Serialize;

#[derive(Serialize)]
struct Actions<'a> {
    plan: PlanJson<'a>,
    actions: Vec<ActionJson<'a>>,
}

#[derive(Serialize)]
struct ActionJson<'a> {
    id: &'a str,
    priority: PriorityJson<'a>,
    objective: Option<String>,
    text: String,
    promised: Promised,
    leads: &'a [String],
    partners: &'a [String],
    measures: Vec<String>,
    more: Option<String>,
    due: Option<Due>,
    status: Option<&'static str>,
    overdue: bool,
    removed: Option<Removed>,
    page: String,
    history: Vec<Moment<'a>>,
}

#[derive(Serialize)]
struct PriorityJson<'a> {
    id: &'a str,
    title: &'a str,
}

/// What was promised first.
#[derive(Serialize)]
struct Promised {
    text: String,
    due: Option<Due>,
}

#[derive(Serialize)]
struct Removed {
    date: String,
    because: String,
}

impl<'m> PlanData<'m> {
    /// A row for each action, in the plan's order.
    pub(in crate::render) fn actions_grid(&self) -> Grid {
        let maker = self.maker;
        let description = match self.latest() {
            Some(date) => maker.words("data_actions_text", &[("date", &maker.date(date))]),
            None => maker.word("data_actions_unreported"),
        };
        Grid {
            title: maker.words("data_actions_of", &[("title", self.document.title())]),
            description,
            language: maker.language.to_owned(),
            page: self.page(&PlanPage::Actions),
            covers: self.covers(),
            columns: vec![
                self.column("id", "data_id", Holds::Words),
                self.column("priority", "plan_priority", Holds::Words),
                self.column("objective", "plan_objective", Holds::Words),
                self.column("action", "plan_action", Holds::Words),
                self.column("promised", "plan_promised", Holds::Words),
                self.column("leads", "plan_lead", Holds::Lists),
                self.column("partners", "plan_partners", Holds::Lists),
                self.column("due-promised", "data_due_promised", Holds::Words),
                self.column("due", "plan_due", Holds::Words),
                self.column("status", "plan_status", Holds::Words),
                self.column("overdue", "plan_overdue", Holds::Words),
                self.column("updated", "data_updated", Holds::Days),
                self.column("update", "data_update", Holds::Words),
                self.column("removed", "data_removed", Holds::Days),
                self.column("removed-because", "data_removed_because", Holds::Words),
                self.column("page", "data_page", Holds::Words),
            ],
            rows: self
                .with_places()
                .map(|(priority, objective, state)| self.row(priority, objective, &state))
                .collect(),
            ..Grid::default()
        }
    }

    /// The actions where they stand in the plan.
    fn with_places(&self) -> impl Iterator<Item = (&'m Priority, &'m Objective, State<'m>)> {
        let priorities = self.plan.promises.priorities.iter();
        let objectives = priorities.flat_map(|priority| priority.objectives.iter().map(move |of| (priority, of)));
        let places = objectives.flat_map(|(priority, of)| of.actions.iter().map(move |_| (priority, of)));
        places.zip(self.states()).map(|((priority, objective), state)| (priority, objective, state))
    }

    fn row(&self, priority: &Priority, objective: &Objective, state: &State<'_>) -> GridRow {
        let action = state.action;
        let (now, first) = (state.words(), action.words());
        let latest = state.history.last();
        let removed = action.removed.as_ref();
        let values = vec![
            Value::words(&action.id.value),
            Value::words(&priority.title),
            Value::words(&line(&objective.text)),
            Value::words(&now),
            Value::maybe((first != now).then_some(first)),
            Value::words(&action.leads.join(BETWEEN)),
            Value::words(&action.partners.join(BETWEEN)),
            self.period(action.timescale.as_ref().map(|timescale| &timescale.value)),
            self.period(state.due),
            self.status(state.reported()),
            Value::Words(self.maker.word(if state.overdue { "data_yes" } else { "data_no" })),
            latest.map_or(Value::Nothing, |past| day(past.round.date.value)),
            Value::maybe(latest.map(|past| text(&past.entry.text))),
            removed.map_or(Value::Nothing, |removed| day(removed.date)),
            Value::maybe(removed.map(|removed| line(&removed.because))),
            Value::Words(self.page_of(action)),
        ];
        GridRow { total: false, values }
    }

    /// The address of an action's page.
    fn page_of(&self, action: &Action) -> String {
        self.page(&PlanPage::Action(action.id.value.clone()))
    }

    /// The same as JSON.
    pub(in crate::render) fn actions_json(&self) -> Vec<u8> {
        let actions =
            self.with_places().map(|(priority, objective, state)| self.action_json(priority, objective, &state));
        framed(self.maker, Actions { plan: self.plan_json(), actions: actions.collect() })
    }

    fn action_json(&self, priority: &'m Priority, objective: &Objective, state: &State<'m>) -> ActionJson<'m> {
        let action = state.action;
        let some = |text: String| (!text.is_empty()).then_some(text);
        ActionJson {
            id: &action.id.value,
            priority: PriorityJson { id: &priority.id.value, title: &priority.title },
            objective: some(line(&objective.text)),
            text: state.words(),
            promised: Promised {
                text: action.words(),
                due: action.timescale.as_ref().map(|timescale| Due::of(&timescale.value)),
            },
            leads: &action.leads,
            partners: &action.partners,
            measures: action.measures.iter().map(|measure| line(&measure.text)).collect(),
            more: some(text(&action.more)),
            due: state.due.map(Due::of),
            status: state.reported().map(|status| status.word()),
            overdue: state.overdue,
            removed: action
                .removed
                .as_ref()
                .map(|removed| Removed { date: removed.date.to_string(), because: line(&removed.because) }),
            page: self.page_of(action),
            history: steps(state).iter().map(|step| self.moment(step)).collect(),
        }
    }
}
