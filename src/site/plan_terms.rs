//! Which pages of an action plan use which terms of the glossary. The texts of a plan stand on
//! pages that are put together of several; each text counts for the page that it belongs to.

use super::PlanPage;
use crate::content::action_plan::{Action, Round};
use crate::content::{Glossary, Plan};
use crate::diagnostic::Span;
use crate::prose::{Inline, Link, Prose, Target, Visitor, visit, visit_inlines};
use std::collections::BTreeSet;

/// The terms that texts link, by their places in the glossary.
pub(super) struct Terms<'g> {
    glossary: &'g Glossary,
    pub(super) found: BTreeSet<usize>,
}

impl<'g> Terms<'g> {
    pub(super) fn of(glossary: &'g Glossary) -> Terms<'g> {
        Terms { glossary, found: BTreeSet::new() }
    }

    pub(super) fn text(&mut self, prose: &Prose) {
        visit(prose, self);
    }

    pub(super) fn line(&mut self, line: &[Inline]) {
        visit_inlines(line, self);
    }

    fn action(&mut self, action: &Action) {
        self.line(&action.text);
        action.measures.iter().for_each(|measure| self.line(&measure.text));
        self.text(&action.more);
        action.removed.iter().for_each(|removed| self.line(&removed.because));
    }

    fn round(&mut self, round: &Round) {
        self.text(&round.text);
        for entry in &round.entries {
            self.text(&entry.text);
            entry.because.iter().for_each(|because| self.line(because));
        }
    }
}

impl Visitor for Terms<'_> {
    fn link(&mut self, link: &Link, _: Span) {
        if let Target::Term(id) = &link.target {
            self.found.extend(self.glossary.rank(id));
        }
    }
}

/// The pages of a plan in reading order, each with the terms that its own texts link; nothing
/// stands for the first page of the plan.
pub(super) fn terms_of_plan(plan: &Plan, glossary: &Glossary) -> Vec<(Option<PlanPage>, BTreeSet<usize>)> {
    let mut pages = Vec::new();
    let mut add = |page: Option<PlanPage>, read: &dyn Fn(&mut Terms<'_>)| {
        let mut terms = Terms::of(glossary);
        read(&mut terms);
        if !terms.found.is_empty() {
            pages.push((page, terms.found));
        }
    };
    add(None, &|terms| plan.promises.strategy.iter().for_each(|line| terms.line(line)));
    for (index, priority) in plan.promises.priorities.iter().enumerate() {
        add(Some(PlanPage::Priority(index)), &|terms| {
            terms.text(&priority.reason);
            priority.objectives.iter().for_each(|objective| terms.line(&objective.text));
        });
        for action in priority.objectives.iter().flat_map(|objective| &objective.actions) {
            add(Some(PlanPage::Action(action.id.value.clone())), &|terms| terms.action(action));
        }
    }
    for round in &plan.rounds {
        add(Some(PlanPage::Round(round.date.value)), &|terms| terms.round(round));
    }
    pages
}
