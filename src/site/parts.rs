//! What documents of some kinds are put together from, beside their own file: a plan from its rounds,
//! a register from the way the site rates risks.

use super::figures::Scope;
use super::glossary::LinkedGlossary;
use super::link::Findings;
use super::plans::{PlanRead, plan_of};
use super::registers::{RegisterRead, register_of};
use super::tables::DataFiles;
use crate::content::action_plan::Round;
use crate::content::{Document, Settings};
use crate::source::SitePath;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The parts of a document. Two are the same where nothing has to be put together again.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Parts {
    Plan(PlanRead),
    Register(RegisterRead),
}

/// The parts of a document, if it is of such a kind.
pub(super) fn parts_of(
    document: &Document,
    rounds: &BTreeMap<SitePath, Vec<Arc<Round>>>,
    settings: &Settings,
) -> Option<Parts> {
    let plan = plan_of(document, rounds, settings).map(Parts::Plan);
    plan.or_else(|| register_of(document, settings).map(Parts::Register))
}

impl Parts {
    /// Puts them together and links their texts.
    pub(super) fn link(
        &self,
        document: &mut Document,
        glossary: &LinkedGlossary,
        scope: &Scope<'_>,
        files: &DataFiles,
    ) -> Findings {
        match self {
            Parts::Plan(plan) => plan.link(document, glossary, scope, files),
            Parts::Register(register) => register.link(document, glossary, scope, files),
        }
    }
}
