//! `actions`: some actions of a plan, as they stand now.

use crate::content::action_plan::State;
use crate::prose::component::ChosenActions;
use crate::render::view::common::{Context, Link};
use crate::render::view::plan::{Desk, Row};
use crate::site::{Address, fits};
use crate::source::SitePath;
use minijinja::value::{Serde, Value};
use serde::Serialize;

/// The view of the actions; nothing where the plan is not public.
pub(super) fn actions(context: &Context<'_>, chosen: &ChosenActions) -> Option<Value> {
    #[derive(Serialize)]
    struct View {
        plan_page: Link,
        as_of: Option<String>,
        rows: Vec<Row>,
    }
    let path = SitePath::parse(&chosen.plan.value)?;
    let desk = Desk::of(context, context.site.place_of(&path)?)?;
    let states = desk.states();
    let mut found: Vec<&State<'_>> = states
        .iter()
        .filter(|(priority, state)| {
            let priority = desk.plan.promises.priorities.get(*priority).map_or("", |priority| &priority.id.value);
            fits(chosen, priority, state)
        })
        .map(|(_, state)| state)
        .collect();
    // Those that are named stand in the order in which they are named.
    let place = |state: &State<'_>| chosen.ids.iter().position(|id| id.value == state.action.id.value);
    found.sort_by_key(|state| place(state));
    let view = View {
        plan_page: Link {
            label: desk.document.title().to_owned(),
            href: Some(context.link(&Address::of(&desk.document.path))),
        },
        as_of: desk.as_of(),
        rows: found.into_iter().map(|state| desk.row(state)).collect(),
    };
    Some(Value::from(Serde(view)))
}
