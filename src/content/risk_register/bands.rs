//! The bands of scores: what is low, what is high, and how often each is looked at. A band goes from
//! its own lowest score to the next band's, so that there can be no gap between two.

use super::Scale;
use super::decode::whole_number;
use crate::diagnostic::rules::risks::RISK_BANDS_WRONG;
use crate::diagnostic::{Diagnostic, Span};
use crate::source::{Fields, Yaml, list_of};

/// How many bands can be told apart by their shapes.
const MOST: usize = 6;

/// A band.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// What it is called.
    pub label: String,
    /// The lowest score in it.
    pub from: u32,
    /// How often its risks are looked at.
    pub review: Option<String>,
    /// Where its lowest score stands.
    pub span: Span,
}

/// Reads `risk-bands`. Those that cannot be are reported and left out.
pub(super) fn decode(yaml: &Yaml, out: &mut Vec<Diagnostic>) -> Vec<Band> {
    let mut bands: Vec<Band> = Vec::new();
    // Below a band that could not be read there is no gap: it may have been there.
    let mut lowest = true;
    for item in list_of(yaml, "risk-bands", out) {
        let is_lowest = std::mem::take(&mut lowest);
        let Some(band) = band(item, out) else { continue };
        match bands.last() {
            None if is_lowest && band.from != 1 => out.push(
                Diagnostic::new(&RISK_BANDS_WRONG, band.span, gap(band.from))
                    .help("begin the lowest band at 1: from: 1"),
            ),
            Some(below) if band.from <= below.from => {
                let message = format!(
                    "the bands overlap: `{}` begins at {}, and `{}` above it begins at {}",
                    below.label, below.from, band.label, band.from
                );
                out.push(
                    Diagnostic::new(&RISK_BANDS_WRONG, band.span, message)
                        .label(below.span, "the band below")
                        .help("list the bands from the lowest to the highest, each with its lowest score"),
                );
                continue;
            }
            _ => {}
        }
        if let Some(other) = bands.iter().find(|other| other.label.eq_ignore_ascii_case(&band.label)) {
            out.push(
                Diagnostic::new(&RISK_BANDS_WRONG, band.span, format!("two bands are called `{}`", band.label))
                    .label(other.span, "the other one")
                    .help("give each band a name of its own"),
            );
        }
        if bands.len() == MOST {
            let message = format!("there are more than {MOST} bands");
            out.push(Diagnostic::new(&RISK_BANDS_WRONG, band.span, message).help("put some of them together"));
            break;
        }
        bands.push(band);
    }
    bands
}

fn gap(from: u32) -> String {
    match from {
        0 => "no score is 0".to_owned(),
        2 => "the score 1 is in no band".to_owned(),
        _ => format!("scores from 1 to {} are in no band", from.saturating_sub(1)),
    }
}

fn band(yaml: &Yaml, out: &mut Vec<Diagnostic>) -> Option<Band> {
    let mut fields = Fields::of(yaml, "a band", out)?;
    let label = fields.required_text("label", "name it: label: High");
    let from = whole_number(&mut fields, "from");
    if !fields.has("from") {
        fields.missing("from", "give the lowest score in it: from: 15");
    }
    let review = fields.text("review").map(|text| text.value);
    fields.finish();
    let from = from?;
    Some(Band { label: label?.value, from: from.value, review, span: from.span })
}

/// Reports bands that no score of a scale reaches. `told` is where to say so, where it is not the band
/// that is to be corrected.
pub(in crate::content) fn check_top(bands: &[Band], scale: &Scale, told: Option<Span>, out: &mut Vec<Diagnostic>) {
    let top = scale.top();
    for band in bands.iter().filter(|band| band.from > top) {
        let message =
            format!("no score reaches the band `{}`: it begins at {}, and the highest is {top}", band.label, band.from);
        let diagnostic = Diagnostic::new(&RISK_BANDS_WRONG, told.unwrap_or(band.span), message);
        let diagnostic = if told.is_some() { diagnostic.label(band.span, "the band") } else { diagnostic };
        out.push(diagnostic.help("give the band a lowest score that two steps of the scale make, or take it out"));
    }
}
