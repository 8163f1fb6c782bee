//! Everything that is written in a plan and its rounds, with the file in which it stands.

use super::{ActionPlan, Round};
use crate::content::Passage;
use crate::source::SitePath;
use std::sync::Arc;

/// The texts of a plan and its rounds, each with the path of its file; `header` is that of the
/// plan's `document.yaml`.
pub(in crate::content) fn texts<'p>(
    plan: &'p ActionPlan,
    rounds: &'p [Arc<Round>],
    header: &SitePath,
) -> Vec<(SitePath, Passage<'p>)> {
    let mut all: Vec<(SitePath, Passage<'p>)> = Vec::new();
    let header = || header.clone();
    all.extend(plan.strategy.as_deref().map(|line| (header(), Passage::Line(line))));
    for priority in &plan.priorities {
        all.push((header(), Passage::Prose(&priority.reason)));
        for objective in &priority.objectives {
            all.push((header(), Passage::Line(&objective.text)));
            for action in &objective.actions {
                all.push((header(), Passage::Line(&action.text)));
                all.extend(action.measures.iter().map(|measure| (header(), Passage::Line(&measure.text))));
                all.push((header(), Passage::Prose(&action.more)));
                all.extend(action.removed.iter().map(|removed| (header(), Passage::Line(&removed.because))));
            }
        }
    }
    for round in rounds {
        all.push((round.path.clone(), Passage::Prose(&round.text)));
        for entry in &round.entries {
            all.push((round.path.clone(), Passage::Prose(&entry.text)));
            all.extend(entry.because.as_deref().map(|line| (round.path.clone(), Passage::Line(line))));
        }
    }
    all
}
