//! Ratings in words: the steps of the scale, the score, its band with a shape.

use crate::content::risk_register::{Axis, Band, Movement, Rating, Register};
use crate::render::view::bar::{Count, sentence};
use crate::render::view::common::Context;
use serde::Serialize;

/// How many tones a theme has for bands, from the lowest to the highest.
const TONES: usize = 4;

/// A step of the scale.
#[derive(Clone, Serialize)]
pub(super) struct StepView {
    number: u32,
    /// Its word, where it has one.
    word: Option<String>,
}

/// A band, with what its shape is drawn from.
#[derive(Clone, Serialize)]
pub(super) struct BandView {
    label: String,
    /// Its place among the bands, the lowest first, counted from 1; and how many there are.
    rank: usize,
    count: usize,
    /// Its place among the tones of the theme, from 1.
    tone: usize,
}

/// A rating.
#[derive(Clone, Serialize)]
pub(super) struct RatingView {
    score: u32,
    band: Option<BandView>,
    /// "Likely (4) × Major (4) = 16, High".
    text: String,
}

/// How a risk moved.
#[derive(Serialize)]
pub(super) struct MovementView {
    /// Its word for styles, which is also its shape.
    key: &'static str,
    label: String,
}

pub(super) fn step(register: &Register, axis: Axis, number: u32) -> StepView {
    StepView { number, word: register.scale.word(axis, number).map(str::to_owned) }
}

impl StepView {
    /// "Likely (4)"; where it has no word, "4".
    pub(super) fn name(&self, context: &Context<'_>) -> String {
        let number = self.number.to_string();
        match &self.word {
            Some(word) => context.word("risk_step", &[("word", word), ("number", &number)]),
            None => number,
        }
    }

    /// "Likely (4)"; where it has no word, "likelihood 4".
    pub(super) fn words(&self, context: &Context<'_>, axis: Axis) -> String {
        match &self.word {
            Some(_) => self.name(context),
            None => context.word(&format!("risk_step_{}", axis.word()), &[("number", &self.number.to_string())]),
        }
    }
}

impl BandView {
    pub(super) fn of(register: &Register, rating: Rating) -> Option<BandView> {
        let (index, band) = register.band(rating)?;
        Some(BandView::at(register, index, band))
    }

    pub(super) fn at(register: &Register, index: usize, band: &Band) -> BandView {
        let (rank, count) = (index + 1, register.bands.len());
        BandView { label: band.label.clone(), rank, count, tone: (rank * TONES).div_ceil(count.max(1)) }
    }
}

impl RatingView {
    pub(super) fn of(context: &Context<'_>, register: &Register, rating: Rating) -> RatingView {
        let band = BandView::of(register, rating);
        let words = |axis, number| step(register, axis, number).words(context, axis);
        let score = rating.score().to_string();
        let likelihood = words(Axis::Likelihood, rating.likelihood);
        let impact = words(Axis::Impact, rating.impact);
        let text = context.word("risk_rating", &[("likelihood", &likelihood), ("impact", &impact), ("score", &score)]);
        let text = match &band {
            Some(band) => context.word("risk_in_band", &[("rating", &text), ("band", &band.label)]),
            None => text,
        };
        RatingView { score: rating.score(), band, text }
    }
}

/// "12 (Significant)".
pub(super) fn short(context: &Context<'_>, register: &Register, rating: Rating) -> String {
    let score = rating.score().to_string();
    match register.band(rating) {
        Some((_, band)) => context.word("risk_step", &[("word", &score), ("number", &band.label)]),
        None => score,
    }
}

impl MovementView {
    /// `then` is the rating in the register before, where it was there.
    pub(super) fn of(context: &Context<'_>, movement: Movement, then: Option<Rating>) -> MovementView {
        let score = then.map(|then| then.score().to_string()).unwrap_or_default();
        let label = context.word(&format!("risk_moved_{}", movement.word()), &[("score", &score)]);
        MovementView { key: movement.word(), label }
    }
}

/// "12 risks: 1 High, 5 Medium, 6 Low."
pub(super) fn summary(context: &Context<'_>, register: &Register) -> String {
    let all = context.word("risk_count", &[("count", &register.risks.len().to_string())]);
    let in_band = |index: usize| {
        let of = |rating| register.band(rating).is_some_and(|(at, _)| at == index);
        register.risks.iter().filter(|risk| risk.now().is_some_and(of)).count()
    };
    let counts: Vec<Count> = register
        .bands
        .iter()
        .enumerate()
        .rev()
        .map(|(index, band)| Count { key: "", name: band.label.clone(), count: in_band(index), href: None })
        .filter(|count| count.count > 0)
        .collect();
    if counts.is_empty() {
        context.word("risk_count_only", &[("risks", &all)])
    } else {
        sentence(context, &all, &counts)
    }
}
