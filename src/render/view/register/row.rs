//! The table of all risks, and how often each band is looked at.

use super::desk::Desk;
use super::rating::{BandView, MovementView, RatingView};
use crate::content::risk_register::Band;
use serde::Serialize;

/// A risk in the table.
#[derive(Serialize)]
pub(super) struct Row {
    id: String,
    /// Its place on the page of the table.
    place: String,
    title: String,
    href: String,
    categories: Vec<String>,
    gross: Option<RatingView>,
    now: Option<RatingView>,
    movement: Option<MovementView>,
    owners: Vec<String>,
}

/// A band, the scores in it, and how often its risks are looked at.
#[derive(Serialize)]
pub(super) struct BandRow {
    band: BandView,
    scores: String,
    review: Option<String>,
}

pub(super) fn rows(desk: &Desk<'_>) -> Vec<Row> {
    let risks = desk.register.risks.iter();
    risks
        .map(|risk| Row {
            id: risk.id.value.clone(),
            place: risk.place(),
            title: risk.title.clone(),
            href: desk.href(risk),
            categories: risk.categories.clone(),
            gross: desk.rating(risk.before_controls()),
            now: desk.rating(risk.now()),
            movement: desk.movement(risk),
            owners: risk.owners.clone(),
        })
        .collect()
}

/// The highest first.
pub(super) fn bands(desk: &Desk<'_>) -> Vec<BandRow> {
    let register = desk.register;
    let row = |(index, band): (usize, &Band)| {
        let from = band.from;
        let next = register.bands.get(index + 1).map(|next| next.from);
        let to = next.map_or(register.scale.top(), |next| next.saturating_sub(1));
        let scores = if from >= to {
            from.to_string()
        } else {
            desk.word("risk_scores", &[("from", &from.to_string()), ("to", &to.to_string())])
        };
        BandRow { band: BandView::at(register, index, band), scores, review: band.review.clone() }
    };
    register.bands.iter().enumerate().rev().map(row).collect()
}
