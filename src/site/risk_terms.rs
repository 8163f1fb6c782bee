//! Which pages of a risk register use which terms of the glossary.

use super::plan_terms::Terms;
use crate::content::Glossary;
use crate::content::risk_register::Register;
use std::collections::BTreeSet;

/// The risks of a register in reading order, each by its place and with the terms that its own texts
/// link; nothing stands for the first page of the register.
pub(super) fn terms_of_register(register: &Register, glossary: &Glossary) -> Vec<(Option<String>, BTreeSet<usize>)> {
    let mut first = Terms::of(glossary);
    register.closed.iter().for_each(|closed| first.line(&closed.because));
    let mut pages = vec![(None, first.found)];
    for risk in &register.risks {
        let mut terms = Terms::of(glossary);
        terms.text(&risk.description);
        let lines = [&risk.causes, &risk.effects, &risk.controls, &risk.actions];
        lines.into_iter().flatten().for_each(|line| terms.line(line));
        pages.push((Some(risk.place()), terms.found));
    }
    pages.retain(|(_, terms)| !terms.is_empty());
    pages
}
