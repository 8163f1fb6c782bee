//! Everything that is written in a register.

use super::Register;
use crate::content::Passage;

/// The texts of a register.
pub(in crate::content) fn texts(register: &Register) -> Vec<Passage<'_>> {
    let mut all = Vec::new();
    for risk in &register.risks {
        all.push(Passage::Prose(&risk.description));
        let lines = [&risk.causes, &risk.effects, &risk.controls, &risk.actions];
        all.extend(lines.into_iter().flatten().map(|line| Passage::Line(line)));
    }
    all.extend(register.closed.iter().map(|closed| Passage::Line(&closed.because)));
    all
}
