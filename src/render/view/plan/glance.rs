//! The plan at a glance: how many actions in what state, what changed, what is overdue, what is next.

use super::desk::{Desk, words_now};
use super::index::Entry;
use super::row::Row;
use super::tally::{StatusView, Tally};
use crate::content::Form;
use crate::content::action_plan::{Past, State, Status};
use crate::figure::Date;
use crate::prose::Inline;
use crate::render::view::bar::Part;
use crate::render::view::common::Context;
use crate::render::view::document::{DocumentView, about, first_page};
use crate::render::view::text::{Word, words};
use crate::render::view::{Html, lists};
use crate::site::PlanPage;
use minijinja::value::Value;
use serde::Serialize;

/// How many actions are shown as the next ones.
const MOST_NEXT: usize = 5;

#[derive(Serialize)]
struct View {
    document: DocumentView,
    strategy: Option<Html>,
    summary: String,
    as_of: Option<String>,
    bar: Vec<Part>,
    body: Option<Html>,
    changed: Option<Changed>,
    overdue: Vec<Row>,
    next: Vec<Row>,
    priorities: Vec<Entry>,
    rounds: Vec<Entry>,
    actions_href: String,
    leads_href: Option<String>,
    statuses_href: Option<String>,
    words: Vec<Word>,
}

/// What changed in the latest round.
#[derive(Serialize)]
struct Changed {
    title: String,
    href: String,
    /// How many actions had not been reported on before.
    first: Option<String>,
    /// Each a kind of change.
    groups: Vec<Kind>,
}

#[derive(Serialize)]
struct Kind {
    title: String,
    changes: Vec<Change>,
}

#[derive(Serialize)]
struct Change {
    title: String,
    href: String,
    status: StatusView,
    text: String,
    because: Option<Html>,
}

pub(in crate::render::view) fn glance(context: &Context<'_>, index: usize) -> (&'static str, Value) {
    const TEMPLATE: &str = "plan.html";
    let Some(desk) = Desk::of(context, index) else { return ("404.html", lists::not_found(context)) };
    let states = desk.states();
    let introduction = match &desk.document.form {
        Form::Folder(introduction, _) => introduction.as_ref(),
        Form::Single(text) => Some(text),
    };
    let summary = desk.summary(&states);
    let strategy = desk.plan.promises.strategy.as_ref().map(|strategy| desk.line(strategy));
    let changed = changed(&desk, &states);
    let overdue = states.iter().filter(|(_, state)| state.overdue).map(|(_, state)| desk.row(state)).collect();
    let mut words = words(context, introduction.map(AsRef::as_ref));
    let known: Vec<String> = words.iter().map(|word| word.id().to_owned()).collect();
    words.extend(desk.words().into_iter().filter(|word| !known.iter().any(|id| id == word.id())));
    let view = View {
        document: first_page(context, desk.document, index),
        strategy,
        summary,
        as_of: desk.as_of(),
        bar: match desk.latest() {
            Some(_) => Tally::of(states.iter().map(|(_, state)| state)).bar(&desk),
            None => Vec::new(),
        },
        body: introduction
            .filter(|text| !text.prose.blocks.is_empty())
            .map(|introduction| context.html(introduction, None)),
        changed,
        overdue,
        next: next(&desk, &states),
        priorities: desk.priority_entries(&states),
        rounds: desk.round_entries(),
        actions_href: desk.link(&PlanPage::Actions),
        leads_href: desk.link_if(&PlanPage::Leads),
        statuses_href: desk.link_if(&PlanPage::Statuses),
        words,
    };
    let description = desk.document.header.summary.clone().or_else(|| Some(view.summary.clone()));
    (TEMPLATE, context.view(&about(desk.document, desk.document.title(), None, description), view))
}

/// The open actions that are due first, of those that are not overdue.
fn next(desk: &Desk<'_>, states: &[(usize, State<'_>)]) -> Vec<Row> {
    let open = |state: &&State<'_>| !state.status.is_closed() && state.status != Status::DoneThisYear && !state.overdue;
    let mut due: Vec<(Date, &State<'_>)> = states
        .iter()
        .map(|(_, state)| state)
        .filter(open)
        .filter_map(|state| Some((state.last_day()?, state)))
        .collect();
    due.sort_by_key(|(date, _)| *date);
    due.into_iter().take(MOST_NEXT).map(|(_, state)| desk.row(state)).collect()
}

/// What the latest round changed; nothing where there is none before it.
fn changed<'d>(desk: &Desk<'d>, states: &[(usize, State<'d>)]) -> Option<Changed> {
    let [.., before, latest] = desk.plan.rounds.as_slice() else { return None };
    let (before, day) = (before.date.value, latest.date.value);
    let told: Vec<(&State<'_>, &Past<'_>)> = states
        .iter()
        .filter_map(|(_, state)| Some((state, state.history.last().filter(|past| past.round.date.value == day)?)))
        .collect();
    let because = |past: &Past<'_>| past.entry.because.as_ref().map(|because| desk.line(because));
    let first = told.iter().filter(|(state, _)| state.history.len() == 1).count();
    let status = told.iter().filter(|(state, _)| state.history.len() > 1).filter_map(|(state, past)| {
        let text = desk.status_change(past, past.change.status_before?);
        // The reason belongs to the date or to the words, where one of them changed too.
        let alone = past.change.due_before.is_none() && !past.change.reworded;
        Some(change(desk, state, text, because(past).filter(|_| alone)))
    });
    let dates =
        told.iter().filter_map(|(state, past)| Some(change(desk, state, desk.date_change(past)?, because(past))));
    let words = told
        .iter()
        .filter(|(_, past)| past.change.reworded)
        .map(|(state, past)| change(desk, state, desk.word("plan_reworded", &[]), because(past)));
    let removed = states.iter().filter_map(|(_, state)| {
        let removal = state.action.removed.as_ref().filter(|removal| removal.date > before)?;
        let line: &[Inline] = &removal.because;
        Some(change(desk, state, desk.removed_on(removal.date), Some(desk.line(line))))
    });
    let groups: [(&str, Vec<Change>); 4] = [
        ("plan_changed_status", status.collect()),
        ("plan_changed_dates", dates.collect()),
        ("plan_changed_words", words.collect()),
        ("plan_changed_removed", removed.collect()),
    ];
    let groups = groups.into_iter().filter(|(_, changes)| !changes.is_empty());
    Some(Changed {
        title: desk.word("plan_changed", &[("date", &desk.context.date(before))]),
        href: desk.link(&PlanPage::Round(day)),
        first: (first > 0).then(|| desk.count("plan_changed_first", first)),
        groups: groups.map(|(key, changes)| Kind { title: desk.word(key, &[]), changes }).collect(),
    })
}

fn change(desk: &Desk<'_>, state: &State<'_>, text: String, because: Option<Html>) -> Change {
    Change {
        title: words_now(state),
        href: desk.link(&PlanPage::Action(state.action.id.value.clone())),
        status: desk.status(state.reported()),
        text,
        because,
    }
}
