//! The promises of a folder's documents and what became of them: one row for each, and in JSON each
//! with all its outcomes.

use super::Maker;
use super::grid::{BETWEEN, Grid, GridColumn, GridRow, Holds, Value};
use super::json::framed;
use super::plan::{Due, line, text};
use crate::content::Document;
use crate::render::strings::{capital, standing_key};
use crate::site::{Address, Promise, Standing};
use serde::Serialize;

#[derive(Serialize)]
struct Json<'a> {
    page: String,
    promises: Vec<PromiseJson<'a>>,
}

#[derive(Serialize)]
struct PromiseJson<'a> {
    id: &'a str,
    text: String,
    document: DocumentJson<'a>,
    leads: &'a [String],
    due: Option<Due>,
    measures: Vec<String>,
    /// The action that carries it out: the plan's path, # and the action's id.
    action: Option<String>,
    standing: &'static str,
    page: String,
    outcomes: Vec<OutcomeJson<'a>>,
}

#[derive(Serialize)]
struct DocumentJson<'a> {
    title: &'a str,
    period: Option<String>,
    page: String,
}

#[derive(Serialize)]
struct OutcomeJson<'a> {
    outcome: &'static str,
    text: String,
    document: DocumentJson<'a>,
}

/// The promises of the folder of a document.
pub(in crate::render) struct PromiseData<'m> {
    maker: &'m Maker<'m>,
    address: Address,
    promises: Vec<&'m Promise>,
}

impl<'m> PromiseData<'m> {
    /// Those of the folder of the document of this index.
    pub(in crate::render) fn of(maker: &'m Maker<'m>, index: usize) -> Option<PromiseData<'m>> {
        let document = maker.site.document(index)?;
        let folder = document.path.parent();
        let all = maker.site.promises().all.iter();
        Some(PromiseData {
            maker,
            address: Address::promises_of(&document.path),
            promises: all.filter(|promise| promise.document.path.parent() == folder).collect(),
        })
    }

    /// A row for each promise, in the order of the documents.
    pub(in crate::render) fn grid(&self) -> Grid {
        let maker = self.maker;
        let column = |name, key: &str, holds| GridColumn::named(name, maker.word(key), holds);
        Grid {
            title: maker.word("promises"),
            description: maker.word("data_promises_text"),
            language: maker.language.to_owned(),
            page: maker.address(&self.address),
            columns: vec![
                column("document", "promises_document", Holds::Words),
                column("id", "data_id", Holds::Words),
                column("promise", "data_promise", Holds::Words),
                column("leads", "plan_lead", Holds::Lists),
                column("due", "plan_due", Holds::Words),
                column("measures", "plan_measures", Holds::Lists),
                column("standing", "plan_status", Holds::Words),
                column("outcome", "data_outcome", Holds::Words),
                column("said-in", "data_said_in", Holds::Words),
                column("page", "data_page", Holds::Words),
            ],
            rows: self.promises.iter().map(|promise| self.row(promise)).collect(),
            ..Grid::default()
        }
    }

    fn row(&self, promise: &Promise) -> GridRow {
        let commitment = &promise.commitment;
        let measures: Vec<String> = commitment.measures.iter().map(|measure| line(measure)).collect();
        let answer = promise.answers.last();
        let values = vec![
            Value::words(promise.document.title()),
            Value::words(&commitment.id.value),
            Value::words(&line(&commitment.text)),
            Value::words(&commitment.leads.join(BETWEEN)),
            Value::maybe(commitment.timescale.as_ref().map(|due| self.maker.period(&due.value))),
            Value::words(&measures.join(BETWEEN)),
            Value::Words(capital(&self.maker.word(&standing_key(self.standing(promise))))),
            Value::maybe(answer.map(|answer| text(&answer.outcome.text))),
            Value::maybe(answer.map(|answer| answer.document.title().to_owned())),
            Value::Words(self.page_of(promise)),
        ];
        GridRow { total: false, values }
    }

    fn standing(&self, promise: &Promise) -> Standing {
        self.maker.site.standing(promise)
    }

    /// The place of a promise on the page of all of them.
    fn page_of(&self, promise: &Promise) -> String {
        format!("{}#{}", self.maker.address(&self.address), promise.anchor())
    }

    /// The same as JSON.
    pub(in crate::render) fn json(&self) -> Vec<u8> {
        let promises = self.promises.iter().map(|promise| self.promise_json(promise)).collect();
        framed(self.maker, Json { page: self.maker.address(&self.address), promises })
    }

    fn promise_json<'p>(&self, promise: &'p Promise) -> PromiseJson<'p> {
        let commitment = &promise.commitment;
        PromiseJson {
            id: &commitment.id.value,
            text: line(&commitment.text),
            document: self.document_json(&promise.document),
            leads: &commitment.leads,
            due: commitment.timescale.as_ref().map(|due| Due::of(&due.value)),
            measures: commitment.measures.iter().map(|measure| line(measure)).collect(),
            action: promise
                .action()
                .filter(|name| self.maker.site.action(name).is_some())
                .and_then(|name| Some(format!("{}#{}", name.document.as_ref()?, name.id))),
            standing: self.standing(promise).word(),
            page: self.page_of(promise),
            outcomes: promise
                .answers
                .iter()
                .map(|answer| OutcomeJson {
                    outcome: Standing::Answered(answer.outcome.result).word(),
                    text: text(&answer.outcome.text),
                    document: self.document_json(&answer.document),
                })
                .collect(),
        }
    }

    fn document_json<'p>(&self, document: &'p Document) -> DocumentJson<'p> {
        DocumentJson {
            title: document.title(),
            period: document.header.period.as_ref().map(|period| period.value.key()),
            page: self.maker.address(&Address::of(&document.path)),
        }
    }
}
