//! Everything that is written in a plan and its rounds, with the file in which it stands.

use super::{ActionPlan, Round};
use crate::prose::{Inline, Prose};
use crate::source::SitePath;
use std::sync::Arc;

/// A text of a plan.
#[derive(Clone, Copy, Debug)]
pub enum PlanText<'p> {
    /// Paragraphs.
    Prose(&'p Prose),
    /// A line.
    Line(&'p [Inline]),
}

/// The texts of a plan and its rounds, each with the path of its file; `header` is that of the
/// plan's `document.yaml`.
pub fn texts<'p>(plan: &'p ActionPlan, rounds: &'p [Arc<Round>], header: &SitePath) -> Vec<(SitePath, PlanText<'p>)> {
    let mut all: Vec<(SitePath, PlanText<'p>)> = Vec::new();
    let header = || header.clone();
    all.extend(plan.strategy.as_deref().map(|line| (header(), PlanText::Line(line))));
    for priority in &plan.priorities {
        all.push((header(), PlanText::Prose(&priority.reason)));
        for objective in &priority.objectives {
            all.push((header(), PlanText::Line(&objective.text)));
            for action in &objective.actions {
                all.push((header(), PlanText::Line(&action.text)));
                all.extend(action.measures.iter().map(|measure| (header(), PlanText::Line(&measure.text))));
                all.push((header(), PlanText::Prose(&action.more)));
                all.extend(action.removed.iter().map(|removed| (header(), PlanText::Line(&removed.because))));
            }
        }
    }
    for round in rounds {
        all.push((round.path.clone(), PlanText::Prose(&round.text)));
        for entry in &round.entries {
            all.push((round.path.clone(), PlanText::Prose(&entry.text)));
            all.extend(entry.because.as_deref().map(|line| (round.path.clone(), PlanText::Line(line))));
        }
    }
    all
}
