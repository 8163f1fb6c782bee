//! The pages of a risk register: at a glance with its matrix, each risk with its history, and the
//! whole register on one page.

mod changes;
mod desk;
mod glance;
mod matrix;
mod rating;
mod risk;
mod row;
mod whole;

pub(super) use glance::glance;
pub(super) use risk::{page, title_of};
pub(super) use whole::whole;

use super::common::Context;
use crate::content::Document;

/// How many risks a register has in which band, in one sentence; nothing for other documents.
pub(super) fn summary(context: &Context<'_>, document: &Document) -> Option<String> {
    Some(rating::summary(context, document.register.as_deref()?))
}
