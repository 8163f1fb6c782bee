//! Bars: rows of HTML whose lengths are drawings with a width in percent. A row is a label, a
//! bar from the line of zero, and the value at its end; long labels break, and on small screens
//! the label stands above its bar.

use super::Unsaid;
use super::labels::room;
use super::patterns::{Fill, class};
use super::scale::{Scale, WHOLE, percent};
use crate::prose::chart::{Chart, ChartValue};
use crate::prose::html::Writer;
use rust_decimal::Decimal;

/// Up to this many stacked bars have their parts named beside each of them; more have a key.
const NAMED_STACKS: usize = 3;

/// A part of a bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Part {
    width: u32,
    fill: Fill,
    /// Whether its end is the line of zero.
    to_zero: bool,
}

impl Writer<'_> {
    /// One bar for each value: one series, or several as groups.
    pub(super) fn bars(&mut self, chart: &Chart, id: &str) {
        let cells = || chart.drawn().flat_map(|series| (0..chart.categories.len()).filter_map(|at| series.at(at)));
        let scale = Scale::from_zero(cells().map(|value| value.value));
        self.patterns(id, chart.drawn().count());
        self.open_bars(&scale, room(cells().map(|value| value.label.as_str())));
        for (at, category) in chart.categories.iter().enumerate() {
            if chart.several() {
                self.html.markup("\n<div class=\"chart-group\"><p class=\"chart-group-label\">");
                self.html.text(category);
                self.html.markup("</p>");
                for (index, series) in chart.drawn().enumerate() {
                    self.bar_row(&series.label, series.at(at), index, &scale, id);
                }
                self.html.markup("</div>");
            } else if let Some(series) = chart.series.first() {
                self.bar_row(category, series.at(at), 0, &scale, id);
            }
        }
        self.html.markup("</div>");
    }

    /// One bar for each category, of parts.
    pub(super) fn stacked_bars(&mut self, chart: &Chart, id: &str) -> Unsaid {
        let count = chart.categories.len();
        let sums = (0..count).flat_map(|at| {
            let values: Vec<Decimal> = chart.drawn().filter_map(|series| Some(series.at(at)?.value)).collect();
            let sum = |below: bool| {
                let side = values.iter().filter(move |value| (**value < Decimal::ZERO) == below);
                side.fold(Decimal::ZERO, |sum, one| sum.saturating_add(*one))
            };
            [sum(true), sum(false)]
        });
        let scale = Scale::from_zero(sums);
        let names: Vec<&str> = chart.drawn().map(|series| series.label.as_str()).collect();
        self.patterns(id, names.len());
        if count > NAMED_STACKS {
            self.key(&names, |writer, series| writer.bar_swatch(id, series));
        }
        self.open_bars(&scale, "0");
        for (at, category) in chart.categories.iter().enumerate() {
            let values: Vec<Option<&ChartValue>> = chart.drawn().map(|series| series.at(at)).collect();
            self.open_row(category);
            self.parts(&stack(&values, &scale), id);
            if values.iter().all(Option::is_none) {
                self.value(None);
            }
            self.html.markup("</span></div>");
            if count <= NAMED_STACKS {
                self.words_of_parts(&names, &values, id);
            }
        }
        self.html.markup("</div>");
        Unsaid { cut_off: false, gaps: count > NAMED_STACKS }
    }

    fn open_bars(&mut self, scale: &Scale, room: &str) {
        self.html.markup("\n<div");
        let signed = if scale.signed() { " chart-signed" } else { "" };
        self.html.attribute("class", &format!("chart-bars chart-room-{room}{signed}"));
        self.html.markup(">");
    }

    fn bar_row(&mut self, label: &str, value: Option<&ChartValue>, series: usize, scale: &Scale, id: &str) {
        self.open_row(label);
        self.parts(&single(value.map(|value| value.value), series, scale), id);
        self.value(value);
        self.html.markup("</span></div>");
    }

    fn open_row(&mut self, label: &str) {
        self.html.markup("\n<div class=\"chart-row\"><span class=\"chart-label\">");
        self.html.text(label);
        self.html.markup("</span> <span class=\"chart-track\">");
    }

    fn parts(&mut self, parts: &[Part], id: &str) {
        for part in parts {
            self.html.markup("<svg");
            let own = match part.fill {
                Fill::Room => "chart-space",
                Fill::Series(series) => class(series),
            };
            let zero = if part.to_zero { " chart-to-zero" } else { "" };
            self.html.attribute("class", &format!("chart-bar {own}{zero}"));
            self.html.attribute("width", &percent(part.width));
            self.html.markup(">");
            if let Fill::Series(series) = part.fill {
                self.filled(id, series);
            }
            self.html.markup("</svg>");
        }
    }

    fn value(&mut self, value: Option<&ChartValue>) {
        if let Some(value) = value {
            self.html.markup(" <span class=\"chart-value\">");
            self.html.text(&value.label);
        } else {
            self.html.markup(" <span class=\"chart-value no-data\">");
            let word = self.word("no_data");
            self.html.text(&word);
        }
        self.html.markup("</span>");
    }

    /// The parts of one bar in words, below it.
    fn words_of_parts(&mut self, names: &[&str], values: &[Option<&ChartValue>], id: &str) {
        self.html.markup("\n<p class=\"chart-key chart-parts\">");
        for (series, (name, value)) in names.iter().zip(values).enumerate() {
            if series > 0 {
                self.html.markup(" ");
            }
            self.html.markup("<span class=\"chart-name\">");
            self.bar_swatch(id, series);
            self.html.markup(" ");
            self.html.text(name);
            self.value(*value);
            self.html.markup("</span>");
        }
        self.html.markup("</p>");
    }
}

/// A bar from zero to its value. Below zero it grows to the left.
fn single(value: Option<Decimal>, series: usize, scale: &Scale) -> Vec<Part> {
    let values: Vec<Option<Decimal>> = (0..=series).map(|at| value.filter(|_| at == series)).collect();
    parts(&values, scale)
}

/// The values of a category one after the other: those below zero to the left of it.
fn stack(values: &[Option<&ChartValue>], scale: &Scale) -> Vec<Part> {
    parts(&values.iter().map(|value| Some((*value)?.value)).collect::<Vec<_>>(), scale)
}

fn parts(values: &[Option<Decimal>], scale: &Scale) -> Vec<Part> {
    let zero = scale.place(Decimal::ZERO);
    let side = |below: bool| {
        let known = values.iter().enumerate().filter_map(|(series, value)| Some((series, (*value)?)));
        let mut sum = Decimal::ZERO;
        let mut from = zero;
        let mut parts = Vec::new();
        for (series, value) in known.filter(|(_, value)| !value.is_zero() && (*value < Decimal::ZERO) == below) {
            sum = sum.saturating_add(value);
            let to = scale.place(sum);
            // What is there is seen, however little.
            let width = to.abs_diff(from).clamp(1, WHOLE);
            parts.push(Part { width, fill: Fill::Series(series), to_zero: false });
            from = to;
        }
        parts
    };
    let mut left = side(true);
    left.reverse();
    let taken: u32 = left.iter().map(|part| part.width).sum();
    if scale.signed() {
        let space = zero.saturating_sub(taken);
        if space > 0 || left.is_empty() {
            left.insert(0, Part { width: space, fill: Fill::Room, to_zero: false });
        }
        if let Some(last) = left.last_mut() {
            last.to_zero = true;
        }
    }
    left.extend(side(false));
    left
}

#[cfg(test)]
mod tests {
    use super::*;

    fn widths(values: &[&str], all: &[&str]) -> String {
        let number = |text: &&str| text.parse::<Decimal>().ok();
        let scale = Scale::from_zero(all.iter().filter_map(number));
        let shown = parts(&values.iter().map(number).collect::<Vec<_>>(), &scale).into_iter().map(|part| {
            let fill = match part.fill {
                Fill::Room => "-".to_owned(),
                Fill::Series(series) => series.to_string(),
            };
            format!("{fill}:{}{}", part.width, if part.to_zero { "|" } else { "" })
        });
        shown.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn bars_begin_at_zero() {
        assert_eq!(widths(&["5"], &["5", "10"]), "0:5000");
        assert_eq!(widths(&["0"], &["5", "10"]), "");
        assert_eq!(widths(&["none"], &["5", "10"]), "");
        assert_eq!(widths(&["0.0000001"], &["5", "10"]), "0:1");
        assert_eq!(widths(&["-5"], &["-10", "10"]), "-:2500 0:2500|");
        assert_eq!(widths(&["5"], &["-10", "10"]), "-:5000| 0:2500");
        assert_eq!(widths(&["-10"], &["-10", "-5"]), "0:10000|");
        assert_eq!(widths(&["0"], &["-10", "-5"]), "-:10000|");
        assert_eq!(widths(&["0"], &["0"]), "");
    }

    #[test]
    fn stacks_add_up() {
        assert_eq!(widths(&["1", "2", "1"], &["4"]), "0:2500 1:5000 2:2500");
        assert_eq!(widths(&["1", "1", "1"], &["3"]), "0:3333 1:3334 2:3333");
        assert_eq!(widths(&["1", "none", "1"], &["4"]), "0:2500 2:2500");
        assert_eq!(widths(&["2", "-1", "-1"], &["-2", "2"]), "2:2500 1:2500| 0:5000");
    }
}
