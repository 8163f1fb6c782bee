//! What both JSON files of a plan have: the plan, times, and what a round said of an action.

use super::{PlanData, Step, line, text};
use crate::content::action_plan::Rag;
use crate::figure::Period;
use crate::site::{Address, PlanPage};
use serde::Serialize;

/// The plan.
#[derive(Serialize)]
pub(super) struct PlanJson<'a> {
    title: &'a str,
    /// The day by which things are judged: that of the latest round.
    as_of: Option<String>,
    page: String,
}

/// When something is to be done.
#[derive(Serialize)]
pub(in crate::render::data) struct Due {
    period: String,
    from: Option<String>,
    to: Option<String>,
}

/// What a round said of an action, and what it changed by that.
#[derive(Serialize)]
pub(super) struct Said<'a> {
    status: &'static str,
    own_word: Option<&'a str>,
    rag: Option<&'static str>,
    /// The new date, the new words.
    due: Option<Due>,
    wording: Option<&'a str>,
    because: Option<String>,
    text: Option<String>,
}

/// The same in the history of the action.
#[derive(Serialize)]
pub(super) struct Moment<'a> {
    date: String,
    page: String,
    #[serde(flatten)]
    said: Said<'a>,
}

impl<'m> PlanData<'m> {
    pub(super) fn plan_json(&self) -> PlanJson<'m> {
        PlanJson {
            title: self.document.title(),
            as_of: self.latest().map(|date| date.to_string()),
            page: self.maker.address(&Address::of(&self.document.path)),
        }
    }

    pub(super) fn moment(&self, step: &Step<'m>) -> Moment<'m> {
        let date = step.past.round.date.value;
        Moment { date: date.to_string(), page: self.page(&PlanPage::Round(date)), said: Said::of(step) }
    }
}

impl Due {
    pub(in crate::render::data) fn of(period: &Period) -> Due {
        let day = |date: crate::figure::Date| date.to_string();
        Due { period: period.key(), from: period.start().map(day), to: period.end().map(day) }
    }
}

impl<'m> Said<'m> {
    pub(super) fn of(step: &Step<'m>) -> Said<'m> {
        let entry = step.past.entry;
        Said {
            status: step.past.status.word(),
            own_word: entry.own_word(),
            rag: entry.rag.map(|rag| match rag {
                Rag::Red => "red",
                Rag::Amber => "amber",
                Rag::Green => "green",
            }),
            due: step.due.map(Due::of),
            wording: step.wording,
            because: entry.because.as_deref().map(line),
            text: Some(text(&entry.text)).filter(|text| !text.is_empty()),
        }
    }
}
