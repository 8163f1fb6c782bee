//! Action plans as data: each action once, as it stands now; and all that the rounds of updates said
//! of the actions, one row or one entry for each.

mod actions;
mod parts;
mod updates;

pub(super) use parts::Due;

use super::Maker;
use super::grid::{GridColumn, Holds, Value};
use crate::content::action_plan::{Past, State, Status, actions as actions_of, state_of};
use crate::content::{Document, Plan};
use crate::figure::{Date, Period};
use crate::prose::{Inline, Prose, plain_text, prose_text};
use crate::render::strings::{capital, status_key};
use crate::site::PlanPage;

/// The plan that data is made of.
pub(in crate::render) struct PlanData<'m> {
    maker: &'m Maker<'m>,
    document: &'m Document,
    plan: &'m Plan,
}

/// What one round said of an action, with what followed from it.
struct Step<'m> {
    past: Past<'m>,
    /// The new date, where it gave one.
    due: Option<&'m Period>,
    /// The new words, where it gave any.
    wording: Option<&'m str>,
    /// The words of the action from then on.
    words: String,
}

impl<'m> PlanData<'m> {
    /// The plan of the document that a maker works for, if it is one.
    pub(in crate::render) fn of(maker: &'m Maker<'m>) -> Option<PlanData<'m>> {
        let document = maker.document?;
        Some(PlanData { maker, document, plan: document.plan.as_deref()? })
    }

    /// All actions in the plan's order as they stand now.
    fn states(&self) -> impl Iterator<Item = State<'m>> {
        let plan = self.plan;
        actions_of(&plan.promises).map(|(_, _, action)| state_of(action, &plan.rounds))
    }

    /// The day of the latest round.
    fn latest(&self) -> Option<Date> {
        self.plan.rounds.last().map(|round| round.date.value)
    }

    /// The address of a page of the plan.
    fn page(&self, page: &PlanPage) -> String {
        self.maker.address(&page.address(&self.document.path, self.plan))
    }

    /// The first and the last day of the plan.
    fn covers(&self) -> Option<(Date, Date)> {
        let period = &self.document.header.period.as_ref()?.value;
        Some((period.start()?, period.end()?))
    }

    /// A column by its name for programs and the interface word for its heading.
    fn column(&self, name: &'static str, key: &str, holds: Holds) -> GridColumn {
        GridColumn::named(name, self.maker.word(key), holds)
    }

    fn period(&self, period: Option<&Period>) -> Value {
        Value::maybe(period.map(|period| self.maker.period(period)))
    }

    /// A status as readers see it.
    fn status(&self, status: Option<Status>) -> Value {
        Value::maybe(status.map(|status| capital(&self.maker.word(&status_key(Some(status))))))
    }
}

/// What each round said of an action, the earliest first.
fn steps<'m>(state: &State<'m>) -> Vec<Step<'m>> {
    let mut due_now = state.action.timescale.as_ref().map(|timescale| &timescale.value);
    let mut words = state.action.words();
    let step = |past: &Past<'m>| {
        let due = past.entry.due.as_ref().map(|due| &due.value).filter(|due| Some(*due) != due_now);
        due_now = due.or(due_now);
        let wording = past.entry.wording.as_ref().map(|wording| wording.value.trim());
        let wording = wording.filter(|_| past.change.reworded);
        if let Some(wording) = wording {
            wording.clone_into(&mut words);
        }
        Step { past: past.clone(), due, wording, words: words.clone() }
    };
    state.history.iter().map(step).collect()
}

pub(super) fn line(line: &[Inline]) -> String {
    plain_text(line).trim().to_owned()
}

/// A line for each paragraph.
pub(super) fn text(prose: &Prose) -> String {
    prose_text(prose).trim_end().to_owned()
}

fn day(date: Date) -> Value {
    Value::Words(date.to_string())
}
