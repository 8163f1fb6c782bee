//! Where each action stands after all rounds, and how it came to that. Everything is judged
//! by the dates of the rounds, never by the clock: a page must say the same tomorrow.

use super::{Action, ActionPlan, Entry, Priority, Round, Status};
use crate::figure::{Date, Period};

/// An action after all rounds.
#[derive(Clone, Debug)]
pub struct State<'p> {
    /// The action.
    pub action: &'p Action,
    /// Its status; actions that no round has mentioned have not been started.
    pub status: Status,
    /// When it is to be done by now.
    pub due: Option<&'p Period>,
    /// Its words by now, where they are not those of the first promise.
    pub wording: Option<&'p str>,
    /// Whether its time was over at the latest round, and it was not done.
    pub overdue: bool,
    /// What the rounds said of it, the earliest first.
    pub history: Vec<Past<'p>>,
}

/// What one round said of an action.
#[derive(Clone, Debug)]
pub struct Past<'p> {
    /// The round.
    pub round: &'p Round,
    /// What it said.
    pub entry: &'p Entry,
    /// Its status from then on.
    pub status: Status,
    /// How it changed by that.
    pub change: Change<'p>,
}

/// How an action changed in a round.
#[derive(Clone, Debug, Default)]
pub struct Change<'p> {
    /// The status before, where it is another now.
    pub status_before: Option<Status>,
    /// When it was to be done before, where that is another time now.
    pub due_before: Option<&'p Period>,
    /// Its words before, where they are others now; an empty text stands for those of the plan.
    pub reworded: bool,
}

/// All actions of a plan, each with its priority and the index of that.
pub fn actions(plan: &ActionPlan) -> impl Iterator<Item = (usize, &Priority, &Action)> {
    plan.priorities.iter().enumerate().flat_map(|(index, priority)| {
        let actions = priority.objectives.iter().flat_map(|objective| &objective.actions);
        actions.map(move |action| (index, priority, action))
    })
}

/// Where an action stands after these rounds, the earliest first.
pub fn state_of<'p>(action: &'p Action, rounds: &'p [impl AsRef<Round>]) -> State<'p> {
    state(action, rounds, action.removed.is_some())
}

/// Where an action stood on the day of the last of these rounds, which may not be the last there
/// is: that it was taken out later does not count.
pub fn state_then<'p>(action: &'p Action, rounds: &'p [impl AsRef<Round>]) -> State<'p> {
    let day = rounds.last().map(|round| round.as_ref().date.value);
    let removed = action.removed.as_ref().is_some_and(|removal| day.is_some_and(|day| removal.date <= day));
    state(action, rounds, removed)
}

fn state<'p>(action: &'p Action, rounds: &'p [impl AsRef<Round>], removed: bool) -> State<'p> {
    let mut state = State {
        action,
        status: Status::NotStarted,
        due: action.timescale.as_ref().map(|timescale| &timescale.value),
        wording: None,
        overdue: false,
        history: Vec::new(),
    };
    for round in rounds.iter().map(AsRef::as_ref) {
        if let Some(entry) = round.entry(&action.id.value) {
            state.take(round, entry);
        }
    }
    if removed {
        state.status = Status::Cancelled;
    }
    let last = rounds.last().map(|round| round.as_ref().date.value);
    state.overdue = last.is_some_and(|last| state.is_overdue_on(last));
    state
}

impl<'p> State<'p> {
    fn take(&mut self, round: &'p Round, entry: &'p Entry) {
        let mut change = Change::default();
        if let Some(status) = entry.status
            && status != self.status
        {
            change.status_before = Some(self.status);
            self.status = status;
        }
        if let Some(due) = entry.due.as_ref().map(|due| &due.value)
            && Some(due) != self.due
        {
            change.due_before = self.due;
            self.due = Some(due);
        }
        if let Some(wording) = entry.wording.as_ref().map(|wording| wording.value.as_str())
            && !self.has_wording(wording)
        {
            change.reworded = true;
            self.wording = Some(wording);
        }
        self.history.push(Past { round, entry, status: self.status, change });
    }

    /// Whether these are the action's words by now.
    fn has_wording(&self, wording: &str) -> bool {
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        match self.wording {
            Some(now) => plain(now) == plain(wording),
            None => plain(&crate::prose::plain_text(&self.action.text)) == plain(wording),
        }
    }

    /// What the action says by now, as plain words.
    pub fn words(&self) -> String {
        self.wording.map_or_else(|| self.action.words(), |wording| wording.trim().to_owned())
    }

    /// Its status, if anybody has said anything of it.
    pub fn reported(&self) -> Option<Status> {
        (!self.history.is_empty() || self.status != Status::NotStarted).then_some(self.status)
    }

    /// The last day of its time, where it has one.
    pub fn last_day(&self) -> Option<Date> {
        self.due.and_then(Period::end)
    }

    fn is_overdue_on(&self, day: Date) -> bool {
        let open = !self.status.is_closed() && self.status != Status::DoneThisYear;
        open && self.last_day().is_some_and(|last| last < day)
    }
}
