//! What a round said of an action, in words: its status, what changed, and why.

use super::desk::{Desk, words_promised};
use super::tally::StatusView;
use crate::content::action_plan::{Past, Rag, State, Status};
use crate::render::view::Html;
use serde::Serialize;

/// What one round said.
#[derive(Serialize)]
pub(super) struct Told {
    status: StatusView,
    /// The plan's own word for the status, where it is another.
    own_word: Option<String>,
    rag: Option<String>,
    changes: Vec<String>,
    /// The words before and from then on, where they changed.
    reworded: Option<Reworded>,
    because: Option<Html>,
    text: Option<Html>,
}

#[derive(Serialize)]
struct Reworded {
    before: String,
    now: String,
}

impl<'d> Desk<'d> {
    /// What the round at this place of an action's history said. Headings of its text stand
    /// below a heading of the level `under`.
    pub(super) fn told(&self, state: &State<'d>, place: usize, under: u8) -> Option<Told> {
        let past = state.history.get(place)?;
        let rag = past.entry.rag.map(|rag| match rag {
            Rag::Red => "plan_rag_red",
            Rag::Amber => "plan_rag_amber",
            Rag::Green => "plan_rag_green",
        });
        let prefix = format!("{}-{}--", past.entry.action.value, past.round.date.value);
        Some(Told {
            status: self.status(Some(past.status)),
            own_word: past.entry.own_word().map(|own| self.word("plan_own_word", &[("word", own)])),
            rag: rag.map(|key| self.word(key, &[])),
            changes: self.changes(past, place == 0),
            reworded: past.change.reworded.then(|| self.reworded(state, place)),
            because: past.entry.because.as_ref().map(|because| self.line(because)),
            text: self.prose(&past.entry.text, &past.round.path, &prefix, under.saturating_sub(1)),
        })
    }

    /// What changed, one sentence for each. What was never told before has not changed.
    pub(super) fn changes(&self, past: &Past<'_>, first: bool) -> Vec<String> {
        let status = past.change.status_before.filter(|_| !first).map(|before| self.status_change(past, before));
        let date = self.date_change(past);
        let words = past.change.reworded.then(|| self.word("plan_reworded", &[]));
        [status, date, words].into_iter().flatten().collect()
    }

    pub(super) fn status_change(&self, past: &Past<'_>, before: Status) -> String {
        let (before, after) = (self.status_word(Some(before)), self.status_word(Some(past.status)));
        self.word("plan_status_changed", &[("before", &before), ("after", &after)])
    }

    pub(super) fn date_change(&self, past: &Past<'_>) -> Option<String> {
        let before = self.context.period(past.change.due_before?);
        let after = self.context.period(&past.entry.due.as_ref()?.value);
        Some(self.word("plan_date_moved", &[("before", &before), ("after", &after)]))
    }

    fn reworded(&self, state: &State<'_>, place: usize) -> Reworded {
        let said = |past: &Past<'_>| past.entry.wording.as_ref().map(|wording| wording.value.clone());
        let earlier = state.history.iter().take(place).rev().find_map(said);
        Reworded {
            before: earlier.unwrap_or_else(|| words_promised(state.action)),
            now: state.history.get(place).and_then(said).unwrap_or_default(),
        }
    }
}
