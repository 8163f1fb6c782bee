//! `candour explain`: what a message means.

use super::arguments::Explain;
use super::{Ending, complain, print};
use crate::diagnostic::{explain, find_rule, nearest_rules, rules};
use crate::source::nearest;
use std::fmt::Write;

pub(super) fn run(arguments: &Explain) -> Ending {
    let text = match &arguments.code {
        None => list(),
        Some(code) => match find_rule(code.trim_matches(['[', ']'])) {
            Some(rule) => explain(rule),
            None => {
                complain(&unknown(code));
                return Ending::Failed;
            }
        },
    };
    match print(&text) {
        Ok(()) => Ending::Fine,
        Err(ending) => ending,
    }
}

fn list() -> String {
    let mut out = String::from("candour explain CODE says what a message means. The codes:\n");
    for group in rules::groups() {
        let _ = writeln!(out, "\n{}", group.title);
        for rule in group.rules {
            let _ = writeln!(out, "  {:26} {}", rule.code, rule.title);
        }
    }
    out
}

fn unknown(code: &str) -> String {
    let all = rules::groups().iter().flat_map(|group| group.rules).map(|rule| rule.code);
    match nearest(code, all) {
        Some(near) => format!("there is no code `{code}`; did you mean {near}?"),
        None => match nearest_rules(code).as_slice() {
            [] => format!("there is no code `{code}`; `candour explain` lists all"),
            near => format!("there is no code `{code}`; did you mean one of: {}?", near.join(", ")),
        },
    }
}
