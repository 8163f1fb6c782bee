//! The next round of a plan: a file with every action that is still open, ready to be filled in.

use crate::content::action_plan::{ActionPlan, Round, State, Status, StatusWords, actions, check_plan, state_of};
use crate::figure::{Date, Period};
use crate::prose::plain_text;
use std::fmt::Write as _;
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;

pub(super) fn next_round(
    plan: &ActionPlan,
    rounds: &[Arc<Round>],
    words: &StatusWords,
    place: &Path,
    date: Date,
) -> Result<String, String> {
    // What is wrong with the rounds, `candour check` says.
    let rounds = check_plan(plan, rounds, words, None, &mut Vec::new());
    let folder = place.join("updates");
    let file = folder.join(format!("{date}.yaml"));
    let all = actions(plan).count();
    let open: Vec<State<'_>> = actions(plan)
        .map(|(_, _, action)| state_of(action, &rounds))
        .filter(|state| !state.status.is_closed() && state.action.removed.is_none())
        .collect();
    if open.is_empty() {
        return Err(format!("none of the {all} actions is open, so there is nothing to report on"));
    }
    let failed = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => format!("{} is there already, and is left as it is", file.display()),
        _ => format!("writing {}: {error}", file.display()),
    };
    fs::create_dir_all(&folder).map_err(failed)?;
    let text = text(&open, rounds.last().map(AsRef::as_ref), date);
    let mut new = OpenOptions::new().write(true).create_new(true).open(&file).map_err(failed)?;
    new.write_all(text.as_bytes()).map_err(failed)?;
    Ok(format!(
        "{} lists the {} open of {all} actions.\n\nWrite what became of each, then look at it with `candour serve`.\n",
        file.display(),
        open.len()
    ))
}

fn text(open: &[State<'_>], last: Option<&Round>, date: Date) -> String {
    let words: Vec<&str> = Status::ALL.iter().map(|status| status.word()).collect();
    let mut text = format!(
        "# How things stand on {date}. Write a status behind each action; with more to say, indent below it:\n\
         #   status: {}\n#   text: |\n#     What happened, in Markdown.\n#   due: a new date, and   because: why it moved.\n\
         # An action without anything behind its colon is shown as not reported on.\n\nactions:\n",
        words.join(", ")
    );
    for state in open {
        let due = state.due.map_or_else(|| "no date".to_owned(), Period::key);
        let overdue = if state.last_day().is_some_and(|last| last < date) { ", now past" } else { "" };
        let promised = state.wording.map_or_else(|| plain_text(&state.action.text), str::to_owned);
        let promised = promised.split_whitespace().collect::<Vec<_>>().join(" ");
        let _ = writeln!(text, "  # {promised}");
        let _ = writeln!(text, "  # Lead: {}. Due: {due}{overdue}.", state.action.leads.join(", "));
        if let (Some(past), Some(last)) = (state.history.last(), last) {
            let when = if past.round.date == last.date { "Last time" } else { "Before" };
            let _ = writeln!(text, "  # {when} ({}): {}.", past.round.date.value, past.status.word());
        }
        let _ = writeln!(text, "  {}:\n", state.action.id.value);
    }
    text
}
