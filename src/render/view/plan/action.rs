//! An action: what was promised, where it stands, and all that was ever said of it.

use super::desk::{Desk, capital, words_now, words_promised};
use super::history::Told;
use super::tally::StatusView;
use crate::content::action_plan::{Measure, State, actions, state_of};
use crate::prose::{Inline, plain_text};
use crate::render::view::Html;
use crate::render::view::common::Link;
use crate::render::view::head::Head;
use crate::render::view::text::Word;
use crate::site::PlanPage;
use minijinja::value::Value;
use serde::Serialize;

#[derive(Serialize)]
struct View {
    plan: Head,
    priority: Link,
    objective: Option<String>,
    status: StatusView,
    /// That its time is over, in words.
    overdue: Option<String>,
    /// That the latest round leaves it out.
    unmentioned: Option<String>,
    leads: Vec<Link>,
    partners: Vec<String>,
    due: Option<String>,
    /// When it was to be done as promised first, where the date has moved.
    due_promised: Option<String>,
    due_because: Option<Html>,
    measures: Vec<Html>,
    more: Option<Html>,
    history: Vec<Moment>,
    /// What was promised first.
    promised: Promised,
    previous: Option<Link>,
    next: Option<Link>,
    words: Vec<Word>,
}

/// A day in the history of an action, and what was said of it on that day.
#[derive(Serialize)]
struct Moment {
    date: String,
    datetime: String,
    /// The round; nothing where the action was taken out between two.
    round: Option<Link>,
    removed: Option<String>,
    because: Option<Html>,
    told: Option<Told>,
}

#[derive(Serialize)]
struct Promised {
    text: Html,
    due: Option<String>,
    /// Whether its words are others by now.
    reworded: bool,
}

pub(super) fn action(desk: &Desk<'_>, id: &str) -> Value {
    let all: Vec<_> = actions(&desk.plan.promises).collect();
    let Some(place) = all.iter().position(|(_, _, action)| action.id.value == id) else { return Value::UNDEFINED };
    let Some((index, priority, action)) = all.get(place).copied() else { return Value::UNDEFINED };
    let state = state_of(action, &desk.plan.rounds);
    let neighbour = |place: Option<usize>| {
        let (_, _, action) = all.get(place?)?;
        let label = words_now(&state_of(action, &desk.plan.rounds));
        Some(Link { label, href: Some(desk.link(&PlanPage::Action(action.id.value.clone()))) })
    };
    let promised = action.timescale.as_ref().map(|timescale| &timescale.value);
    let moved = state.history.iter().rev().find(|past| past.change.due_before.is_some());
    let objective = priority.objectives.iter().find(|objective| objective.actions.iter().any(|of| of.id.value == id));
    let page = PlanPage::Action(id.to_owned());
    let title = words_now(&state);
    let view = View {
        plan: desk.head(title.clone()),
        priority: Link { label: priority.title.clone(), href: Some(desk.link(&PlanPage::Priority(index))) },
        objective: objective.map(|objective| plain_text(&objective.text)).filter(|text| !text.is_empty()),
        status: desk.status(state.reported()),
        overdue: overdue(desk, &state),
        unmentioned: unmentioned(desk, &state),
        leads: desk.leads(&action.leads),
        partners: action.partners.clone(),
        due: desk.due(&state),
        due_promised: promised
            .filter(|first| Some(*first) != state.due)
            .map(|first| capital(&desk.context.period(first))),
        due_because: moved.and_then(|past| past.entry.because.as_ref()).map(|because| desk.line(because)),
        measures: action.measures.iter().map(|Measure { text }| desk.line(text)).collect(),
        more: desk.prose(&action.more, &desk.file(), "", 0),
        history: history(desk, &state),
        promised: Promised {
            text: desk.line(&action.text),
            due: desk.promised_due(action),
            reworded: title != words_promised(action),
        },
        previous: neighbour(place.checked_sub(1)),
        next: neighbour(place.checked_add(1)),
        words: desk.words(),
    };
    desk.view(&page, Some(title), view)
}

/// "It was due by March 2023, and was not done on 21 November 2023."
fn overdue(desk: &Desk<'_>, state: &State<'_>) -> Option<String> {
    let due = state.due.filter(|_| state.overdue)?;
    let date = desk.context.date(desk.latest()?);
    Some(desk.word("plan_overdue_text", &[("due", &desk.context.period(due)), ("date", &date)]))
}

/// That the latest round says nothing of an action that is not closed.
fn unmentioned(desk: &Desk<'_>, state: &State<'_>) -> Option<String> {
    let round = desk.plan.rounds.last()?;
    let silent = !state.status.is_closed() && round.entry(&state.action.id.value).is_none();
    silent.then(|| desk.word("plan_not_in_round", &[("round", &desk.round_title(round))]))
}

/// The latest first.
fn history<'d>(desk: &Desk<'d>, state: &State<'d>) -> Vec<Moment> {
    let line = |line: &[Inline]| desk.line(line);
    let mut moments: Vec<_> = (0..state.history.len())
        .filter_map(|place| {
            let round = state.history.get(place)?.round;
            let date = round.date.value;
            let moment = Moment {
                date: desk.context.date(date),
                datetime: date.to_string(),
                round: Some(Link { label: desk.round_title(round), href: Some(desk.link(&PlanPage::Round(date))) }),
                removed: None,
                because: None,
                told: desk.told(state, place, 3),
            };
            Some((date, moment))
        })
        .collect();
    if let Some(removal) = &state.action.removed {
        let moment = Moment {
            date: desk.context.date(removal.date),
            datetime: removal.date.to_string(),
            round: None,
            removed: Some(desk.word("plan_removed", &[])),
            because: Some(line(&removal.because)),
            told: None,
        };
        moments.push((removal.date, moment));
    }
    moments.sort_by_key(|(date, _)| std::cmp::Reverse(*date));
    moments.into_iter().map(|(_, moment)| moment).collect()
}
