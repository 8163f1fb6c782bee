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
use crate::prose::component::ItemName;
use crate::render::strings::{capital, standing_key};
use crate::render::view::common::Link;
use crate::render::view::plan::words_now;
use crate::site::{PlanPage, Standing};
use serde::Serialize;

/// Where a promise stands, with its shape.
#[derive(Clone, Serialize)]
struct StandingView {
    /// Its usual word, which is also its shape.
    key: &'static str,
    label: String,
}

fn words_of(context: &Context<'_>, standing: Standing) -> String {
    context.word(&standing_key(standing), &[])
}

fn standing_view(context: &Context<'_>, standing: Standing) -> StandingView {
    StandingView { key: standing.word(), label: capital(&words_of(context, standing)) }
}

/// The page of an action of a public plan, called after what the action says by now.
fn action_link(context: &Context<'_>, name: &ItemName) -> Option<Link> {
    let (document, state) = context.site.action(name)?;
    let page = PlanPage::Action(state.action.id.value.clone());
    let address = page.address(&document.path, document.plan.as_deref()?);
    Some(Link { label: words_now(&state), href: Some(context.link(&address)) })
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
