//! The matrix: every likelihood by every impact, with the score, the band, and the risks that are
//! rated so. Nothing is merged and no cell is empty, so that it can be listened to.

use super::desk::Desk;
use super::rating::{BandView, StepView, step};
use crate::content::risk_register::{Axis, Rating, Risk};
use serde::Serialize;

/// A matrix.
#[derive(Serialize)]
pub(super) struct Matrix {
    id: &'static str,
    title: String,
    /// The impacts, the lowest first.
    columns: Vec<StepView>,
    /// The likelihoods, the highest first.
    rows: Vec<MatrixRow>,
}

#[derive(Serialize)]
struct MatrixRow {
    step: StepView,
    cells: Vec<Cell>,
    /// Whether any risk is in this row.
    used: bool,
}

#[derive(Serialize)]
struct Cell {
    score: u32,
    band: Option<BandView>,
    /// "Impact: Major (4)".
    label: String,
    risks: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    id: String,
    title: String,
    href: String,
}

/// The matrix of one of the ratings of all risks; nothing where none of them has it.
pub(super) fn matrix(
    desk: &Desk<'_>,
    id: &'static str,
    title: &str,
    rating: fn(&Risk) -> Option<Rating>,
) -> Option<Matrix> {
    let register = desk.register;
    register.risks.iter().find_map(rating)?;
    let steps = |axis| (1..=register.scale.count(axis)).map(move |number| step(register, axis, number));
    let cell = |likelihood: u32, impact: u32| {
        let at = Rating { likelihood, impact };
        let risks = register.risks.iter().filter(|risk| rating(risk) == Some(at));
        let words = step(register, Axis::Impact, impact).name(desk.context);
        Cell {
            score: at.score(),
            band: BandView::of(register, at),
            label: desk.word("risk_impact_is", &[("impact", &words)]),
            risks: risks
                .map(|risk| Entry { id: risk.id.value.clone(), title: risk.title.clone(), href: desk.href(risk) })
                .collect(),
        }
    };
    let row = |likelihood: u32| {
        let cells: Vec<Cell> =
            (1..=register.scale.count(Axis::Impact)).map(|impact| cell(likelihood, impact)).collect();
        let used = cells.iter().any(|cell| !cell.risks.is_empty());
        MatrixRow { step: step(register, Axis::Likelihood, likelihood), cells, used }
    };
    Some(Matrix {
        id,
        title: desk.word(title, &[]),
        columns: steps(Axis::Impact).collect(),
        rows: (1..=register.scale.count(Axis::Likelihood)).rev().map(row).collect(),
    })
}

/// How risks are rated now, and how they would be without controls.
pub(super) fn matrices(desk: &Desk<'_>) -> (Option<Matrix>, Option<Matrix>) {
    let now = matrix(desk, "matrix-now", "risk_matrix_now", Risk::now);
    let gross = matrix(desk, "matrix-gross", "risk_matrix_gross", Risk::before_controls);
    (now, gross)
}
