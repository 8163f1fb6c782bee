//! `actions` blocks against the plans that they show.

use super::library::{Library, PLAN_PATH};
use crate::content::action_plan::{Status, actions, state_of};
use crate::content::{Document, Plan};
use crate::diagnostic::rules::fields::UNKNOWN_CHOICE;
use crate::diagnostic::rules::promises::{ACTION_NOT_FOUND, ACTIONS_NONE};
use crate::diagnostic::{Diagnostic, Span};
use crate::prose::component::ChosenActions;
use crate::prose::{BlockKind, slug, visit_blocks};
use crate::site::{Assembly, fits, leads_of};
use crate::source::{Located, SitePath, choose, did_you_mean};

/// The word that asks for what is overdue; it is no status.
const OVERDUE: &str = "overdue";

/// Checks all `actions` blocks.
pub fn check_chosen_actions(assembly: &Assembly) -> Vec<Diagnostic> {
    let library = Library::of(assembly);
    let mut out = Vec::new();
    let site = &assembly.site;
    let public = site.documents.iter().flat_map(|document| document.texts()).chain(&site.home).map(|text| (text, true));
    let held_back = assembly.unpublished.iter().flat_map(|document| document.texts()).map(|text| (text, false));
    for (text, public) in public.chain(held_back) {
        visit_blocks(&text.prose, &mut |block| {
            if let BlockKind::Actions(chosen) = &block.kind {
                check(chosen, block.span, public, &library, &mut out);
            }
        });
    }
    out
}

fn check(chosen: &ChosenActions, span: Span, public: bool, library: &Library<'_>, out: &mut Vec<Diagnostic>) {
    let Some(path) = SitePath::parse(&chosen.plan.value).filter(|path| *path != SitePath::root()) else {
        let message = format!("`{}` is no path of an action plan", chosen.plan.value);
        return out.push(Diagnostic::new(&ACTION_NOT_FOUND, chosen.plan.span, message).help(PLAN_PATH));
    };
    let Some((document, plan)) = library.plan(Some(&path), chosen.plan.span, public, out) else { return };
    let before = out.len();
    let ids: Vec<&str> = actions(&plan.promises).map(|(.., action)| action.id.value.as_str()).collect();
    chosen.ids.iter().for_each(|id| known(id, "action", &ids, document, out));
    let priorities: Vec<&str> = plan.promises.priorities.iter().map(|priority| priority.id.value.as_str()).collect();
    chosen.priorities.iter().for_each(|id| known(id, "priority", &priorities, document, out));
    check_leads(chosen, document, plan, out);
    for status in chosen.statuses.iter().filter(|status| !status.value.eq_ignore_ascii_case(OVERDUE)) {
        let mut choices: Vec<(&'static str, Option<Status>)> =
            Status::CHOICES.iter().map(|(word, status)| (*word, Some(*status))).collect();
        choices.push((OVERDUE, None));
        choose(status, "status", &UNKNOWN_CHOICE, &choices, out);
    }
    if out.len() == before && !any(chosen, plan) {
        let start = Span { end: span.start, ..span };
        out.push(
            Diagnostic::new(&ACTIONS_NONE, start, format!("no action of {} fits all of this", document.path))
                .help("ask for less: an action must fit each of `actions`, `priority`, `lead` and `status`"),
        );
    }
}

fn known(id: &Located<String>, what: &str, ids: &[&str], document: &Document, out: &mut Vec<Diagnostic>) {
    if !ids.contains(&id.value.as_str()) {
        out.push(
            Diagnostic::new(&ACTION_NOT_FOUND, id.span, format!("{} has no {what} `{}`", document.path, id.value))
                .maybe_help(did_you_mean(&id.value, ids.iter().copied()))
                .else_help(&format!("use an id that stands in the plan: {}", ids.join(", "))),
        );
    }
}

fn check_leads(chosen: &ChosenActions, document: &Document, plan: &Plan, out: &mut Vec<Diagnostic>) {
    let leads = leads_of(plan);
    for lead in chosen.leads.iter().filter(|lead| !leads.contains_key(&slug(&lead.value))) {
        let message = format!("nobody of the name `{}` leads an action of {}", lead.value, document.path);
        out.push(
            Diagnostic::new(&ACTION_NOT_FOUND, lead.span, message)
                .maybe_help(did_you_mean(&lead.value, leads.values().map(String::as_str)))
                .else_help("write the lead as the plan does"),
        );
    }
}

/// Whether an action fits all that is asked for.
fn any(chosen: &ChosenActions, plan: &Plan) -> bool {
    actions(&plan.promises)
        .any(|(_, priority, action)| fits(chosen, &priority.id.value, &state_of(action, &plan.rounds)))
}
