//! Lines: strokes and marks at places in percent, the first and the last value in words, the
//! names of several lines at their ends, few gridlines and no frame.

use super::labels::{apart, broken, named, room};
use super::patterns::class;
use super::scale::{Scale, WHOLE, percent};
use super::ticks::Pattern;
use crate::prose::chart::{Chart, ChartValue, Series};
use crate::prose::html::Writer;

/// The height of a line of words; the picture is 18 rem high and a line 1.25 rem.
const LINE: u32 = 694;
/// How many letters a line of a series' name has, and how many lines.
const NAME: (usize, usize) = (14, 3);
/// The same for the categories below.
const CATEGORY: (usize, usize) = (9, 3);
/// How many categories are named below the lines, on wide screens and on small ones.
const NAMED: (usize, usize) = (7, 2);
/// Up to this many points have a mark each; more would hide the line.
const MARKED: usize = 12;

/// A point of a line: its category, its place, its value.
struct Point<'c> {
    category: usize,
    x: u32,
    y: u32,
    value: &'c ChartValue,
}

impl Writer<'_> {
    pub(super) fn lines(&mut self, chart: &Chart) {
        let count = chart.categories.len();
        let cells = || chart.drawn().flat_map(|series| (0..count).filter_map(|at| series.at(at)));
        let scale = Scale::round(cells().map(|value| value.value));
        let pattern = Pattern::of(cells());
        let ticks: Vec<String> = scale.ticks.iter().map(|tick| pattern.write(*tick)).collect();
        let lines: Vec<Vec<Point<'_>>> = chart.drawn().map(|series| points(series, count, &scale)).collect();
        let names: Vec<&str> = chart.drawn().map(|series| series.label.as_str()).collect();
        if chart.several() {
            self.key(&names, |writer, series| writer.line_swatch(series));
        }
        let ends: Vec<Vec<String>> = names.iter().map(|name| self.name_lines(chart, name)).collect();
        let values = || lines.iter().filter_map(|line| Some(line.last()?.value.label.as_str()));
        let words = values().chain(ends.iter().flatten().map(String::as_str));
        self.html.markup("\n<div");
        let several = if chart.several() { " chart-several" } else { "" };
        let classes = format!(
            "chart-plot{several} chart-ticks-{} chart-values-{} chart-names-{}",
            room(ticks.iter().map(String::as_str)),
            room(values()),
            room(words)
        );
        self.html.attribute("class", &classes);
        self.html.markup(">\n<svg class=\"chart-area\">");
        for (tick, words) in scale.ticks.iter().zip(&ticks) {
            self.gridline(scale.place(*tick), tick.is_zero(), words);
        }
        for (series, line) in lines.iter().enumerate() {
            self.line(line, series, count);
        }
        self.first_values(&lines);
        self.html.markup("\n</svg>");
        self.ends(&lines, &ends);
        self.categories(&chart.categories);
        self.html.markup("</div>");
        if !scale.has_zero() {
            let words = self.word("chart_not_from_zero");
            self.remark(&words);
        }
        self.gaps(chart);
    }

    fn name_lines(&self, chart: &Chart, name: &str) -> Vec<String> {
        if chart.several() { broken(name, NAME.0, NAME.1) } else { Vec::new() }
    }

    fn gridline(&mut self, place: u32, zero: bool, words: &str) {
        let y = percent(WHOLE - place);
        self.html.markup("\n<line");
        self.html.attribute("class", if zero { "chart-grid chart-zero" } else { "chart-grid" });
        self.html.markup(" x1=\"0\" x2=\"100%\"");
        self.html.attribute("y1", &y);
        self.html.attribute("y2", &y);
        self.html.markup("/><text class=\"chart-tick\" x=\"0\"");
        self.html.attribute("y", &y);
        self.html.markup(">");
        self.html.text(words);
        self.html.markup("</text>");
    }

    /// The strokes between neighbours, and the marks; none across a gap.
    fn line(&mut self, points: &[Point<'_>], series: usize, count: usize) {
        self.html.markup("\n<g");
        self.html.attribute("class", &format!("chart-line {}", class(series)));
        self.html.markup(">");
        for pair in points.windows(2) {
            let [from, to] = pair else { continue };
            if to.category != from.category + 1 {
                continue;
            }
            self.html.markup("<line");
            for (name, place) in [("x1", from.x), ("y1", from.y), ("x2", to.x), ("y2", to.y)] {
                self.html.attribute(name, &percent(place));
            }
            self.html.markup("/>");
        }
        for (at, point) in points.iter().enumerate() {
            let joined =
                |other: Option<&Point<'_>>| other.is_some_and(|one| one.category.abs_diff(point.category) == 1);
            let inside = joined(at.checked_sub(1).and_then(|at| points.get(at))) && joined(points.get(at + 1));
            if count <= MARKED || !inside {
                self.html.markup("<svg class=\"chart-mark\" overflow=\"visible\"");
                self.html.attribute("x", &percent(point.x));
                self.html.attribute("y", &percent(point.y));
                self.html.markup(">");
                self.mark(series);
                self.html.markup("</svg>");
            }
        }
        self.html.markup("</g>");
    }

    /// The first value of each line, on the side that the line leaves free, unless it would
    /// lie on that of another.
    fn first_values(&mut self, lines: &[Vec<Point<'_>>]) {
        let mut taken: Vec<u32> = Vec::new();
        for line in lines {
            let [first, second, ..] = line.as_slice() else { continue };
            let above = second.y >= first.y;
            let middle = if above { first.y.saturating_sub(LINE) } else { first.y + LINE };
            let near = |place: &u32| place.abs_diff(middle) < LINE + LINE / 4;
            let crossed = lines
                .iter()
                .filter_map(|line| line.first())
                .any(|other| other.y != first.y && other.y.abs_diff(middle) < LINE * 3 / 4);
            if crossed || taken.iter().any(near) {
                continue;
            }
            taken.push(middle);
            self.html.markup("\n<text");
            self.html.attribute("class", if above { "chart-first" } else { "chart-first chart-below" });
            self.html.attribute("x", &percent(first.x));
            self.html.attribute("y", &percent(first.y));
            self.html.markup(">");
            self.html.text(&first.value.label);
            self.html.markup("</text>");
        }
    }

    /// The last value of each line beside its end, the name below it.
    fn ends(&mut self, lines: &[Vec<Point<'_>>], names: &[Vec<String>]) {
        let known: Vec<(&Point<'_>, &Vec<String>)> =
            lines.iter().zip(names).filter_map(|(line, name)| Some((line.last()?, name))).collect();
        let height = |name: &Vec<String>| LINE * (1 + u32::try_from(name.len()).unwrap_or(0)) + LINE / 4;
        let likes: Vec<(u32, u32)> =
            known.iter().map(|(last, name)| (last.y.saturating_sub(LINE / 2), height(name))).collect();
        self.html.markup("\n<svg class=\"chart-ends\">");
        for ((last, name), place) in known.iter().zip(apart(&likes)) {
            self.html.markup("<text");
            self.html.attribute("y", &percent(place));
            self.html.markup("><tspan class=\"chart-end\" x=\"0\" dy=\"1em\">");
            self.html.text(&last.value.label);
            self.html.markup("</tspan>");
            for words in *name {
                self.html.markup("<tspan class=\"chart-end-name\" x=\"0\" dy=\"1.25em\">");
                self.html.text(words);
                self.html.markup("</tspan>");
            }
            self.html.markup("</text>");
        }
        self.html.markup("</svg>");
    }

    /// The categories below the lines: on small screens only the first and the last.
    fn categories(&mut self, categories: &[String]) {
        let count = categories.len();
        let all: Vec<Vec<String>> = categories.iter().map(|words| broken(words, CATEGORY.0, CATEGORY.1)).collect();
        let shown = named(count, NAMED.0).into_iter().zip(named(count, NAMED.1));
        self.html.markup("\n<svg");
        let deep = all.iter().map(Vec::len).max().unwrap_or(1).clamp(1, CATEGORY.1);
        self.html.attribute("class", &format!("chart-categories chart-deep-{deep}"));
        self.html.markup(">");
        for (at, (words, (wide, small))) in all.iter().zip(shown).enumerate() {
            if !wide && !small {
                continue;
            }
            let x = percent(across(at, count));
            self.html.markup(if small { "<text" } else { "<text class=\"chart-wide\"" });
            self.html.markup(">");
            for (line, words) in words.iter().enumerate() {
                self.html.markup("<tspan");
                self.html.attribute("x", &x);
                self.html.attribute("dy", if line == 0 { "1em" } else { "1.25em" });
                self.html.markup(">");
                self.html.text(words);
                self.html.markup("</tspan>");
            }
            self.html.markup("</text>");
        }
        self.html.markup("</svg>");
    }

    /// Where there is no data, in words.
    fn gaps(&mut self, chart: &Chart) {
        for series in chart.drawn() {
            let missing: Vec<&str> = chart
                .categories
                .iter()
                .enumerate()
                .filter(|(at, _)| series.at(*at).is_none())
                .map(|(_, category)| category.as_str())
                .collect();
            if missing.is_empty() {
                continue;
            }
            let list = missing.join(", ");
            let words = if chart.several() {
                self.options.words.word("chart_gaps_of", &[("series", &series.label), ("list", &list)])
            } else {
                self.options.words.word("chart_gaps", &[("list", &list)])
            };
            self.remark(&words);
        }
    }

    fn remark(&mut self, words: &str) {
        self.html.markup("\n<p class=\"chart-remark\">");
        self.html.text(words);
        self.html.markup("</p>");
    }
}

/// The place of a category from left to right; a single one stands in the middle.
fn across(at: usize, count: usize) -> u32 {
    let steps = count.saturating_sub(1);
    let whole = WHOLE as usize;
    let place = if steps == 0 { whole / 2 } else { at.saturating_mul(whole) / steps };
    u32::try_from(place).unwrap_or(WHOLE)
}

fn points<'c>(series: &'c Series, count: usize, scale: &Scale) -> Vec<Point<'c>> {
    let all = (0..count).filter_map(|category| {
        let value = series.at(category)?;
        let y = WHOLE - scale.place(value.value);
        Some(Point { category, x: across(category, count), y, value })
    });
    all.collect()
}
