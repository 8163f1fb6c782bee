//! Action plans at work: a plan and its rounds put together, their texts linked like all others.

use super::figures::Scope;
use super::glossary::LinkedGlossary;
use super::link::Findings;
use super::linking::Linking;
use super::tables::DataFiles;
use crate::content::action_plan::{ActionPlan, Round, StatusWords, check_plan};
use crate::content::{Document, Plan, Settings};
use crate::source::SitePath;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A plan as it was read: what it promises stands in its header.
#[derive(Clone, Debug)]
pub(super) struct PlanRead {
    rounds: Vec<Arc<Round>>,
    words: StatusWords,
}

/// Two are the same where they are made of the same files.
impl PartialEq for PlanRead {
    fn eq(&self, other: &PlanRead) -> bool {
        self.words == other.words
            && self.rounds.len() == other.rounds.len()
            && self.rounds.iter().zip(&other.rounds).all(|(a, b)| Arc::ptr_eq(a, b))
    }
}

/// The rounds of a document that is a plan.
pub(super) fn plan_of(
    document: &Document,
    rounds: &BTreeMap<SitePath, Vec<Arc<Round>>>,
    settings: &Settings,
) -> Option<PlanRead> {
    document.header.plan.as_ref()?;
    let rounds = rounds.get(&document.path).cloned().unwrap_or_default();
    Some(PlanRead { rounds, words: settings.status_words.clone() })
}

impl PlanRead {
    /// Puts the plan of a document together and links its texts.
    pub(super) fn link(
        &self,
        document: &mut Document,
        glossary: &LinkedGlossary,
        scope: &Scope<'_>,
        files: &DataFiles,
    ) -> Findings {
        let mut findings = Findings::default();
        let Some(promises) = document.header.plan.as_ref() else { return findings };
        let mut promises = ActionPlan::clone(promises);
        let period = document.header.period.as_ref();
        let rounds = check_plan(&promises, &self.rounds, &self.words, period, &mut findings.misquoted);
        let header = document.path.join("document.yaml").unwrap_or_else(|| document.path.clone());
        let mut linking = Linking { glossary, scope, files, findings };
        linking.promises(&mut promises, &header);
        let rounds = rounds.into_iter().map(|round| linking.round(round)).collect();
        document.plan = Some(Arc::new(Plan { promises, rounds }));
        linking.findings
    }
}

impl Linking<'_> {
    fn promises(&mut self, plan: &mut ActionPlan, path: &SitePath) {
        plan.strategy.iter_mut().for_each(|line| self.line(line));
        for priority in &mut plan.priorities {
            self.text(&mut priority.reason, path);
            for objective in &mut priority.objectives {
                self.line(&mut objective.text);
                for action in &mut objective.actions {
                    self.line(&mut action.text);
                    action.measures.iter_mut().for_each(|measure| self.line(&mut measure.text));
                    self.text(&mut action.more, path);
                    action.removed.iter_mut().for_each(|removed| self.line(&mut removed.because));
                }
            }
        }
    }

    fn round(&mut self, round: Arc<Round>) -> Arc<Round> {
        let mut round = Arc::unwrap_or_clone(round);
        let path = round.path.clone();
        self.text(&mut round.text, &path);
        for entry in &mut round.entries {
            self.text(&mut entry.text, &path);
            entry.because.iter_mut().for_each(|line| self.line(line));
        }
        Arc::new(round)
    }
}
