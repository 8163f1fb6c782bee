//! A round of updates, as its report reads: what it says of the plan, then of each action.

use super::desk::{Desk, words_now};
use super::history::Told;
use super::tally::Tally;
use crate::content::action_plan::{Round, State, actions, state_then};
use crate::figure::Date;
use crate::render::view::Html;
use crate::render::view::bar::Part;
use crate::render::view::common::Link;
use crate::render::view::head::Head;
use crate::render::view::text::Word;
use crate::site::PlanPage;
use minijinja::value::Value;
use serde::Serialize;

#[derive(Serialize)]
struct View {
    plan: Head,
    summary: String,
    as_of: String,
    bar: Vec<Part>,
    text: Option<Html>,
    groups: Vec<Group>,
    /// The open actions that it says nothing of.
    unmentioned: Vec<Link>,
    unmentioned_text: Option<String>,
    previous: Option<Link>,
    next: Option<Link>,
    words: Vec<Word>,
}

/// What it says of the actions of a priority.
#[derive(Serialize)]
struct Group {
    id: String,
    title: String,
    href: String,
    entries: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    title: String,
    href: String,
    told: Option<Told>,
}

pub(super) fn round(desk: &Desk<'_>, date: Date) -> Value {
    let rounds = &desk.plan.rounds;
    let Some(place) = rounds.iter().position(|round| round.date.value == date) else { return Value::UNDEFINED };
    let Some((round, until)) = rounds.get(place).zip(rounds.get(..=place)) else { return Value::UNDEFINED };
    let states: Vec<(usize, State<'_>)> =
        actions(&desk.plan.promises).map(|(priority, _, action)| (priority, state_then(action, until))).collect();
    let tally = Tally::of(states.iter().map(|(_, state)| state));
    let summary = tally.sentence(desk.context, true);
    let text = desk.prose(&round.text, &round.path, "", 0);
    let groups = groups(desk, round, &states);
    let unmentioned: Vec<Link> = states
        .iter()
        .filter(|(_, state)| !state.status.is_closed() && round.entry(&state.action.id.value).is_none())
        .map(|(_, state)| link(desk, state))
        .collect();
    let neighbour = |place: Option<usize>| {
        let round = rounds.get(place?)?;
        Some(Link { label: desk.round_title(round), href: Some(desk.link(&PlanPage::Round(round.date.value))) })
    };
    let page = PlanPage::Round(date);
    let view = View {
        plan: desk.head(desk.title_of(&page)),
        summary: summary.clone(),
        as_of: desk.word("plan_as_of", &[("date", &desk.context.date(date))]),
        bar: tally.bar(desk),
        text,
        groups,
        unmentioned_text: (!unmentioned.is_empty()).then(|| desk.count("plan_unmentioned", unmentioned.len())),
        unmentioned,
        previous: neighbour(place.checked_sub(1)),
        next: neighbour(place.checked_add(1)),
        words: desk.words(),
    };
    desk.view(&page, Some(summary), view)
}

fn link(desk: &Desk<'_>, state: &State<'_>) -> Link {
    let page = PlanPage::Action(state.action.id.value.clone());
    Link { label: words_now(state), href: Some(desk.link(&page)) }
}

fn groups<'d>(desk: &Desk<'d>, round: &Round, states: &[(usize, State<'d>)]) -> Vec<Group> {
    let priorities = desk.plan.promises.priorities.iter().enumerate();
    priorities
        .filter_map(|(index, priority)| {
            let of = states.iter().filter(|(at, state)| *at == index && round.entry(&state.action.id.value).is_some());
            let entry = |(_, state): &(usize, State<'d>)| Entry {
                title: words_now(state),
                href: desk.link(&PlanPage::Action(state.action.id.value.clone())),
                told: state.history.len().checked_sub(1).and_then(|last| desk.told(state, last, 3)),
            };
            let entries: Vec<Entry> = of.map(entry).collect();
            (!entries.is_empty()).then(|| Group {
                id: priority.id.value.clone(),
                title: priority.title.clone(),
                href: desk.link(&PlanPage::Priority(index)),
                entries,
            })
        })
        .collect()
}
