//! `actions`: some actions of a plan, shown as they stand now. What is chosen, the site finds.

use super::Context;
use crate::diagnostic::Diagnostic;
use crate::source::{Fields, Located, Yaml};

/// What a plan's actions are chosen by: those that fit all that is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChosenActions {
    /// The plan's path below `content/`, as written.
    pub plan: Located<String>,
    /// Ids of actions.
    pub ids: Vec<Located<String>>,
    /// Ids of priorities.
    pub priorities: Vec<Located<String>>,
    /// Those who lead them.
    pub leads: Vec<Located<String>>,
    /// Statuses, and `overdue`.
    pub statuses: Vec<Located<String>>,
}

pub(super) fn decode(yaml: &Yaml, context: Context, out: &mut Vec<Diagnostic>) -> Option<ChosenActions> {
    let mut fields = Fields::of(yaml, "`actions`", out)?.sound(context.sound);
    let plan = fields.required_text("plan", "name the plan: plan: action-plans/warm-homes");
    let [ids, priorities, leads, statuses] = ["actions", "priority", "lead", "status"].map(|name| fields.texts(name));
    fields.finish();
    Some(ChosenActions { plan: plan?, ids, priorities, leads, statuses })
}
