//! Which actions of a plan an `actions` block asks for.

use super::is_led_by;
use crate::content::action_plan::{State, Status};
use crate::prose::component::ChosenActions;
use crate::prose::slug;
use crate::source::Located;

/// Whether an action below a priority fits all that is asked for. A word that is no status asks for
/// what is overdue.
pub fn fits(chosen: &ChosenActions, priority: &str, state: &State<'_>) -> bool {
    let among = |asked: &[Located<String>], is: &dyn Fn(&str) -> bool| {
        asked.is_empty() || asked.iter().any(|one| is(&one.value))
    };
    among(&chosen.ids, &|id| state.action.id.value == id)
        && among(&chosen.priorities, &|id| priority == id)
        && among(&chosen.leads, &|lead| is_led_by(state.action, &slug(lead)))
        && among(&chosen.statuses, &|status| match Status::read(status) {
            Some(status) => state.status == status,
            None => state.overdue,
        })
}
