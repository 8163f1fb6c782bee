//! Promises: commitments and outcomes in their chapters, chosen actions of a plan, and the page that
//! sets each commitment beside what became of it.

mod actions;
mod evidence;
mod page;
mod pieces;
mod tally;

pub(super) use page::{promises, summary};
pub(in crate::render) use pieces::living;

use super::common::Context;
use crate::prose::component::{ItemName, Verdict};
use crate::render::strings::capital;
use crate::render::view::common::Link;
use crate::render::view::plan::words_now;
use crate::site::{PlanPage, Promise, Standing};
use serde::Serialize;

/// Where a promise stands, with its shape.
#[derive(Clone, Serialize)]
struct StandingView {
    /// Its usual word, which is also its shape.
    key: &'static str,
    label: String,
}

/// The word that templates and styles know a standing by.
fn key(standing: Standing) -> &'static str {
    match standing {
        Standing::Answered(Verdict::Kept) => "kept",
        Standing::Answered(Verdict::Partly) => "partly",
        Standing::Answered(Verdict::Changed) => "changed",
        Standing::Answered(Verdict::NotKept) => "not-kept",
        Standing::Late => "late",
        Standing::UnderWay => "under-way",
        Standing::NotStarted => "not-started",
        Standing::Renewed => "renewed",
        Standing::NotDue => "not-due",
        Standing::Waiting => "waiting",
        Standing::Unanswered => "unanswered",
    }
}

fn words_of(context: &Context<'_>, standing: Standing) -> String {
    context.word(&format!("promise_{}", key(standing).replace('-', "_")), &[])
}

fn standing_view(context: &Context<'_>, standing: Standing) -> StandingView {
    StandingView { key: key(standing), label: capital(&words_of(context, standing)) }
}

/// Where a promise stands on this site.
fn standing(context: &Context<'_>, promise: &Promise) -> Standing {
    let action = promise.action().and_then(|name| context.site.action(name));
    promise.standing(action.as_ref().map(|(_, state)| state))
}

/// The page of an action of a public plan, called after what the action says by now.
fn action_link(context: &Context<'_>, name: &ItemName) -> Option<Link> {
    let (document, state) = context.site.action(name)?;
    let page = PlanPage::Action(state.action.id.value.clone());
    let address = page.address(&document.path, document.plan.as_deref()?);
    Some(Link { label: words_now(&state), href: Some(context.link(&address)) })
}

/// The place of a promise on the page of all of them. The name of its document tells it apart from
/// those that other years call the same.
fn place_of(promise: &Promise) -> String {
    format!("{}-{}", promise.document.path.name(), promise.commitment.id.value)
}

/// When it is to be done and who leads it.
#[derive(Serialize)]
struct Terms {
    due: Option<String>,
    leads: Vec<String>,
}

impl Terms {
    fn of(context: &Context<'_>, commitment: &crate::prose::component::Commitment) -> Terms {
        let due = commitment.timescale.as_ref().map(|due| capital(&context.period(&due.value)));
        Terms { due, leads: commitment.leads.clone() }
    }
}
