//! All that the rounds of a plan said of its actions: the rounds in the order of their days, the
//! actions of each in the plan's order.

use super::parts::{PlanJson, Said};
use super::{PlanData, Step, day, line, steps, text};
use crate::content::action_plan::{Rag, Round};
use crate::figure::Date;
use crate::render::data::grid::{Grid, GridRow, Holds, Value};
use crate::render::data::json::framed;
use crate::site::PlanPage;
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
struct Updates<'a> {
    plan: PlanJson<'a>,
    rounds: Vec<RoundJson<'a>>,
}

#[derive(Serialize)]
struct RoundJson<'a> {
    date: String,
    /// What it is called, where that is not its month.
    title: Option<&'a str>,
    text: Option<String>,
    page: String,
    updates: Vec<UpdateJson<'a>>,
}

#[derive(Serialize)]
struct UpdateJson<'a> {
    id: &'a str,
    /// The words of the action from then on.
    action: String,
    #[serde(flatten)]
    said: Said<'a>,
}

impl<'m> PlanData<'m> {
    /// A row for each thing that a round said of an action.
    pub(in crate::render) fn updates_grid(&self) -> Grid {
        let maker = self.maker;
        let rows = self.by_round();
        Grid {
            title: maker.words("data_updates_of", &[("title", self.document.title())]),
            description: maker.word("data_updates_text"),
            language: maker.language.to_owned(),
            page: self.page(&PlanPage::Rounds),
            covers: self.covers(),
            columns: vec![
                self.column("date", "data_date", Holds::Days),
                self.column("id", "data_id", Holds::Words),
                self.column("action", "plan_action", Holds::Words),
                self.column("status", "plan_status", Holds::Words),
                self.column("own-word", "data_own_word", Holds::Words),
                self.column("rag", "data_rag", Holds::Words),
                self.column("due", "data_due", Holds::Words),
                self.column("wording", "data_wording", Holds::Words),
                self.column("because", "data_because", Holds::Words),
                self.column("text", "data_told", Holds::Words),
            ],
            rows: rows.values().flatten().map(|step| self.update_row(step)).collect(),
            ..Grid::default()
        }
    }

    /// What each round said, by its day.
    fn by_round(&self) -> BTreeMap<Date, Vec<Step<'m>>> {
        let mut rounds: BTreeMap<Date, Vec<Step<'m>>> = BTreeMap::new();
        for step in self.states().flat_map(|state| steps(&state)) {
            rounds.entry(step.past.round.date.value).or_default().push(step);
        }
        rounds
    }

    fn update_row(&self, step: &Step<'_>) -> GridRow {
        let entry = step.past.entry;
        let rag = entry.rag.map(|rag| match rag {
            Rag::Red => "data_rag_red",
            Rag::Amber => "data_rag_amber",
            Rag::Green => "data_rag_green",
        });
        let values = vec![
            day(step.past.round.date.value),
            Value::words(&entry.action.value),
            Value::words(&step.words),
            self.status(Some(step.past.status)),
            Value::maybe(entry.own_word().map(str::to_owned)),
            Value::maybe(rag.map(|key| self.maker.word(key))),
            self.period(step.due),
            Value::maybe(step.wording.map(str::to_owned)),
            Value::maybe(entry.because.as_deref().map(line)),
            Value::words(&text(&entry.text)),
        ];
        GridRow { total: false, values }
    }

    /// The same as JSON, with what each round said of the plan as a whole.
    pub(in crate::render) fn updates_json(&self) -> Vec<u8> {
        let mut by_round = self.by_round();
        let rounds = self.plan.rounds.iter().map(|round| {
            let steps = by_round.remove(&round.date.value).unwrap_or_default();
            self.round_json(round, &steps)
        });
        let rounds = rounds.collect();
        framed(self.maker, Updates { plan: self.plan_json(), rounds })
    }

    fn round_json(&self, round: &'m Round, steps: &[Step<'m>]) -> RoundJson<'m> {
        let update = |step: &Step<'m>| UpdateJson {
            id: &step.past.entry.action.value,
            action: step.words.clone(),
            said: Said::of(step),
        };
        RoundJson {
            date: round.date.value.to_string(),
            title: round.title.as_deref(),
            text: Some(text(&round.text)).filter(|text| !text.is_empty()),
            page: self.page(&PlanPage::Round(round.date.value)),
            updates: steps.iter().map(update).collect(),
        }
    }
}
