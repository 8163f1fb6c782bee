//! A register against the way its risks are rated, and against its own summary.

use super::bands::check_top;
use super::model::place_of;
use super::{Axis, Rated, Rating, Register, Risk, RiskRegister, Scale, Scheme, SummaryRow};
use crate::diagnostic::rules::risks::{
    CLOSED_OPEN, RISK_ABOVE_GROSS, RISK_BANDS_MISSING, RISK_OFF_SCALE, RISK_SCORE_WRONG, SUMMARY_INCOMPLETE,
    SUMMARY_UNKNOWN, SUMMARY_WRONG,
};
use crate::diagnostic::{Diagnostic, Span};
use crate::source::{Located, did_you_mean};
use std::collections::BTreeMap;

/// Puts a register together: its ratings understood by its own scale and bands, or by those of the
/// site. `place` is where the document says what it is.
pub fn put_together(said: &RiskRegister, site: &Scheme, place: Span, out: &mut Vec<Diagnostic>) -> Register {
    let scale = said.scheme.scale.as_ref().or(site.scale.as_ref()).map(|scale| scale.value.clone()).unwrap_or_default();
    let bands = said.scheme.bands.as_ref().or(site.bands.as_ref()).cloned().unwrap_or_default();
    match (&said.scheme.scale, &said.scheme.bands) {
        (_, Some(own)) => check_top(own, &scale, None, out),
        // The site's bands fit the site's own scale.
        (Some(own), None) => check_top(&bands, &scale, Some(Span { end: own.span.start, ..own.span }), out),
        (None, None) => {}
    }
    if said.scheme.bands.is_none() && site.bands.is_none() && !said.risks.is_empty() {
        out.push(
            Diagnostic::new(&RISK_BANDS_MISSING, place, "nobody says which scores are high")
                .help("name the bands below `risk-bands:`, here or in site.yaml: - {label: Low, from: 1}"),
        );
    }
    let mut risks = said.risks.clone();
    for risk in &mut risks {
        for rated in [&mut risk.gross, &mut risk.current].into_iter().flatten() {
            rated.rating = understood(rated, &scale, out);
        }
        check_controls(risk, out);
    }
    let register = Register { committee: said.committee.clone(), scale, bands, risks, closed: said.closed.clone() };
    check_closed(&register, out);
    if !said.summary.is_empty() {
        check_summary(&said.summary, &register, out);
    }
    register
}

/// What a rating means; says what is wrong with it.
fn understood(rated: &Rated, scale: &Scale, out: &mut Vec<Diagnostic>) -> Option<Rating> {
    let mut step = |axis, written: &Option<Located<String>>| {
        let written = written.as_ref()?;
        let read = scale.read(axis, &written.value);
        read.map_err(|(message, help)| out.push(Diagnostic::new(&RISK_OFF_SCALE, written.span, message).help(help)))
            .ok()
    };
    let (likelihood, impact) = (step(Axis::Likelihood, &rated.likelihood), step(Axis::Impact, &rated.impact));
    let rating = Rating { likelihood: likelihood?, impact: impact? };
    if let Some(stated) = rated.score.as_ref().filter(|stated| stated.value != rating.score()) {
        let Rating { likelihood, impact } = rating;
        let message = format!("the score is {}, and {likelihood} × {impact} is {}", stated.value, rating.score());
        out.push(Diagnostic::new(&RISK_SCORE_WRONG, stated.span, message).help(
            match fitting(stated.value, rating, scale) {
                Some(products) => {
                    format!("correct the score, or the likelihood and impact: {} is {products}", stated.value)
                }
                None => format!("correct the score: no likelihood and impact of this scale make {}", stated.value),
            },
        ));
    }
    Some(rating)
}

/// The steps that make a score; those that differ from a rating in one only, where there are any.
fn fitting(score: u32, rating: Rating, scale: &Scale) -> Option<String> {
    let all = (1..=scale.count(Axis::Likelihood))
        .filter(|likelihood| score.is_multiple_of(*likelihood))
        .map(|likelihood| Rating { likelihood, impact: score / likelihood })
        .filter(|other| (1..=scale.count(Axis::Impact)).contains(&other.impact));
    let all: Vec<Rating> = all.collect();
    let near = |other: &&Rating| other.likelihood == rating.likelihood || other.impact == rating.impact;
    let nearest: Vec<&Rating> = all.iter().filter(near).collect();
    let chosen = if nearest.is_empty() { all.iter().collect() } else { nearest };
    let words: Vec<String> = chosen.iter().map(|other| format!("{} × {}", other.likelihood, other.impact)).collect();
    (!words.is_empty()).then(|| words.join(" or "))
}

/// Controls do not raise a risk.
fn check_controls(risk: &Risk, out: &mut Vec<Diagnostic>) {
    let (Some(gross), Some(current)) = (&risk.gross, &risk.current) else { return };
    if let (Some(before), Some(now)) = (gross.rating, current.rating)
        && now.score() > before.score()
    {
        let message = format!(
            "the risk `{}` is rated higher with its controls ({}) than without ({})",
            risk.id.value,
            now.score(),
            before.score()
        );
        out.push(
            Diagnostic::new(&RISK_ABOVE_GROSS, start_of(current.span), message)
                .label(start_of(gross.span), "before controls")
                .help("correct one of the two: controls lower a risk, or leave it as it is"),
        );
    }
}

fn start_of(span: Span) -> Span {
    Span { end: span.start, ..span }
}

fn check_closed(register: &Register, out: &mut Vec<Diagnostic>) {
    for closed in &register.closed {
        if let Some(open) = register.risk(&closed.id.value) {
            let message = format!("the risk `{}` is said to be closed, and is still here", closed.id.value);
            out.push(
                Diagnostic::new(&CLOSED_OPEN, closed.id.span, message)
                    .label(open.id.span, "the risk")
                    .help("take it out of `risks:` or out of `closed:`"),
            );
        }
    }
}

fn check_summary(rows: &[SummaryRow], register: &Register, out: &mut Vec<Diagnostic>) {
    let mut listed: BTreeMap<String, Span> = BTreeMap::new();
    for row in rows {
        let id = &row.risk;
        let Some(risk) = register.risk(&id.value) else {
            let ids = register.risks.iter().map(|risk| risk.id.value.as_str());
            out.push(
                Diagnostic::new(&SUMMARY_UNKNOWN, id.span, format!("the register has no risk `{}`", id.value))
                    .maybe_help(did_you_mean(&id.value, ids))
                    .else_help("use the id of a risk of this register"),
            );
            continue;
        };
        if let Some(first) = listed.insert(place_of(&id.value), id.span) {
            out.push(
                Diagnostic::new(&SUMMARY_UNKNOWN, id.span, format!("the summary has the risk `{}` twice", id.value))
                    .label(first, "the other row")
                    .help("take one of the rows out"),
            );
        }
        for (stated, rated, what) in [(&row.gross, &risk.gross, "gross"), (&row.current, &risk.current, "current")] {
            let (Some(stated), Some(rated)) = (stated, rated) else { continue };
            let Some(score) = rated.rating.map(Rating::score) else { continue };
            if stated.value != score {
                let message = format!(
                    "the summary gives the risk `{}` a {what} score of {}, and it is {score}",
                    id.value, stated.value
                );
                out.push(
                    Diagnostic::new(&SUMMARY_WRONG, stated.span, message)
                        .label(start_of(rated.span), "the rating")
                        .help("correct the summary or the rating"),
                );
            }
        }
    }
    for risk in register.risks.iter().filter(|risk| !listed.contains_key(&risk.place())) {
        out.push(
            Diagnostic::new(
                &SUMMARY_INCOMPLETE,
                risk.id.span,
                format!("the summary leaves out the risk `{}`", risk.id.value),
            )
            .help("add a row for it to `summary-table:`"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::FileId;
    use proptest::prelude::*;

    fn rated(likelihood: u32, impact: u32, score: u32) -> Rated {
        let span = Span::top(FileId(0));
        let step = |step: u32| Some(Located::new(step.to_string(), span));
        let score = Some(Located::new(score, span));
        Rated { span, likelihood: step(likelihood), impact: step(impact), score, rating: None }
    }

    proptest! {
        #[test]
        fn a_score_is_right_only_as_the_product(likelihood in 0_u32..9, impact in 0_u32..9, score in 0_u32..30) {
            let mut out = Vec::new();
            let rating = understood(&rated(likelihood, impact, score), &Scale::default(), &mut out);
            let on_scale = |step: u32| (1..=5).contains(&step);
            prop_assert_eq!(rating.is_some(), on_scale(likelihood) && on_scale(impact));
            if rating.is_some() {
                prop_assert_eq!(out.is_empty(), score == likelihood * impact);
            }
        }

        #[test]
        fn what_would_fit_fits(likelihood in 1_u32..=5, impact in 1_u32..=5, score in any::<u32>()) {
            let rating = Rating { likelihood, impact };
            let Some(words) = fitting(score, rating, &Scale::default()) else {
                prop_assert!((1..=5_u32).all(|a| (1..=5_u32).all(|b| a * b != score)));
                return Ok(());
            };
            for product in words.split(" or ") {
                let (a, b) = product.split_once(" × ").unwrap();
                prop_assert_eq!(a.parse::<u32>().unwrap() * b.parse::<u32>().unwrap(), score);
            }
        }

        #[test]
        fn every_score_is_in_the_highest_band_that_it_reaches(froms in prop::collection::btree_set(2_u32..40, 0..5)) {
            let span = Span::top(FileId(0));
            let froms: Vec<u32> = [1].into_iter().chain(froms).collect();
            let band = |from: &u32| super::super::Band { label: from.to_string(), from: *from, review: None, span };
            let register = Register {
                committee: None,
                scale: Scale::default(),
                bands: froms.iter().map(band).collect(),
                risks: Vec::new(),
                closed: Vec::new(),
            };
            for likelihood in 1..=5 {
                for impact in 1..=5 {
                    let found = register.band(Rating { likelihood, impact }).map(|(_, band)| band.from);
                    prop_assert_eq!(found, froms.iter().copied().filter(|from| *from <= likelihood * impact).max());
                }
            }
        }
    }
}
