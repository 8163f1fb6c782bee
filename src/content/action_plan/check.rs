//! A plan against its rounds: updates of actions that do not exist, dates moved and words changed
//! without a reason, promises that nobody reports on.

use super::state::{Past, State};
use super::{Action, ActionPlan, Round, Status, StatusWords, actions, state_of};
use crate::diagnostic::rules::plans::{
    ACTION_NEVER_UPDATED, ACTION_REOPENED, ACTION_WITHOUT_LEAD, DUE_MOVED, ROUND_BEFORE_PLAN, STATUS_UNKNOWN,
    UPDATE_OF_NOTHING, UPDATE_OF_REMOVED, WORDING_CHANGED,
};
use crate::diagnostic::{Diagnostic, Span};
use crate::figure::Period;
use crate::source::{Located, choose, did_you_mean};
use std::sync::Arc;

/// Puts a plan and its rounds together: the rounds in the order of their dates, their words for
/// statuses understood. `words` are the site's own ones; `period` is the plan's.
pub fn check_plan(
    plan: &ActionPlan,
    rounds: &[Arc<Round>],
    words: &StatusWords,
    period: Option<&Located<Period>>,
    out: &mut Vec<Diagnostic>,
) -> Vec<Arc<Round>> {
    let mut rounds: Vec<Arc<Round>> =
        rounds.iter().map(|round| Arc::new(understood(round, plan, words, out))).collect();
    rounds.sort_by_key(|round| round.date.value);
    for round in &rounds {
        check_round(round, plan, period, out);
    }
    for (_, _, action) in actions(plan) {
        check_action(action, &rounds, out);
    }
    rounds
}

/// A round whose words for statuses are understood.
fn understood(round: &Round, plan: &ActionPlan, words: &StatusWords, out: &mut Vec<Diagnostic>) -> Round {
    let mut round = round.clone();
    for entry in &mut round.entries {
        let Some(written) = &entry.written else { continue };
        let own = written.value.to_lowercase();
        let known = plan.words.get(&own).or_else(|| words.get(&own)).copied();
        entry.status = known
            .or_else(|| choose(written, "status", &STATUS_UNKNOWN, Status::CHOICES, out).map(|status| status.value));
    }
    round
}

fn check_round(round: &Round, plan: &ActionPlan, period: Option<&Located<Period>>, out: &mut Vec<Diagnostic>) {
    if let Some(period) = period
        && let Some(start) = period.value.start()
        && round.date.value < start
    {
        out.push(
            Diagnostic::new(&ROUND_BEFORE_PLAN, round.date.span, "this round is older than the plan")
                .label(period.span, "the plan begins here")
                .help("correct the name of the file, or the period of the plan"),
        );
    }
    for entry in &round.entries {
        let id = &entry.action.value;
        let Some((_, _, action)) = actions(plan).find(|(_, _, action)| action.id.value == *id) else {
            let ids = actions(plan).map(|(_, _, action)| action.id.value.as_str());
            out.push(
                Diagnostic::new(&UPDATE_OF_NOTHING, entry.action.span, format!("the plan has no action `{id}`"))
                    .maybe_help(did_you_mean(id, ids))
                    .else_help("use the id of an action; one that was taken out stays in the plan, with `removed:`"),
            );
            continue;
        };
        if let Some(removed) = &action.removed
            && removed.date < round.date.value
        {
            out.push(
                Diagnostic::new(
                    &UPDATE_OF_REMOVED,
                    entry.action.span,
                    format!("`{id}` was taken out of the plan before"),
                )
                .label(action.id.span, "the action")
                .help("take the update out, or correct the date below `removed`"),
            );
        }
    }
}

fn check_action(action: &Action, rounds: &[Arc<Round>], out: &mut Vec<Diagnostic>) {
    let id = &action.id;
    if action.leads.is_empty() && action.removed.is_none() {
        out.push(
            Diagnostic::new(&ACTION_WITHOUT_LEAD, id.span, format!("nobody leads the action `{}`", id.value))
                .help("name who is responsible: lead: Head of Commissioning"),
        );
    }
    let state = state_of(action, rounds);
    if let Some(last) = rounds.last()
        && state.history.is_empty()
        && action.removed.is_none()
    {
        let message = format!("no round says anything of the action `{}`", id.value);
        out.push(
            Diagnostic::new(&ACTION_NEVER_UPDATED, id.span, message)
                .label(last.date.span, "the latest round")
                .help("add it to the latest round; readers see that nobody has reported on it"),
        );
    }
    check_history(&state, out);
}

fn check_history(state: &State<'_>, out: &mut Vec<Diagnostic>) {
    for Past { entry, change, status, .. } in &state.history {
        let place = entry.written.as_ref().map_or(entry.action.span, |written| written.span);
        let said = entry.because.is_some();
        if change.status_before.is_some_and(Status::is_closed) && !status.is_closed() && !said {
            let before = change.status_before.map_or("", Status::word);
            out.push(
                Diagnostic::new(
                    &ACTION_REOPENED,
                    place,
                    format!("`{}` was {before}, and is {} again without a reason", entry.action.value, status.word()),
                )
                .help("say why: because: The contract ended and starts anew."),
            );
        }
        if let (Some(due), true, false) = (&entry.due, change.due_before.is_some(), said) {
            out.push(
                Diagnostic::new(
                    &DUE_MOVED,
                    due.span,
                    format!("the date of `{}` moved without a reason", entry.action.value),
                )
                .label(first_due(state), "the date as promised")
                .help("say why: because: The supplier withdrew."),
            );
        }
        if let (Some(wording), true, false) = (&entry.wording, change.reworded, said) {
            out.push(
                Diagnostic::new(
                    &WORDING_CHANGED,
                    wording.span,
                    format!("the words of `{}` changed without a reason", entry.action.value),
                )
                .label(state.action.id.span, "as promised")
                .help("say why: because: The council widened it to all ages."),
            );
        }
    }
}

fn first_due(state: &State<'_>) -> Span {
    state.action.timescale.as_ref().map_or(state.action.id.span, |timescale| timescale.span)
}
