//! Lines: strokes and marks at places in percent, the first and the last value in words and those
//! where a single line turns, the names of several lines at their ends, few gridlines and no frame.

use super::Unsaid;
use super::labels::{Broken, apart, broken, named, room};
use super::patterns::class;
use super::scale::{Scale, WHOLE, percent};
use super::ticks::Pattern;
use super::turns::turns;
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
    pub(super) fn lines(&mut self, chart: &Chart) -> Unsaid {
        let count = chart.categories.len();
        let cells = || chart.drawn().flat_map(|series| (0..count).filter_map(|at| series.at(at)));
        let scale = Scale::round(cells().map(|value| value.value));
        let pattern = Pattern::of(cells());
        let ticks: Vec<String> = scale.ticks.iter().map(|tick| pattern.write(*tick)).collect();
        let lines: Vec<Vec<Point<'_>>> = chart.drawn().map(|series| points(series, count, &scale)).collect();
        let names: Vec<&str> = chart.drawn().map(|series| series.label.as_str()).collect();
        let ends: Vec<Broken> = names.iter().map(|name| name_lines(chart, name)).collect();
        if chart.several() {
            self.key(&names, |writer, series| writer.line_swatch(series));
        }
        let values = || lines.iter().filter_map(|line| Some(line.last()?.value.label.as_str()));
        let words = values().chain(ends.iter().flat_map(|name| &name.lines).map(String::as_str));
        self.html.markup("\n<div");
        // Where names stand in full at the ends, wide screens need no key.
        let named = if chart.several() && ends.iter().all(|name| !name.cut) { " chart-named" } else { "" };
        let classes = format!(
            "chart-plot{named} chart-ticks-{} chart-values-{} chart-names-{}",
            room(ticks.iter().map(String::as_str)),
            room(values()),
            room(words)
        );
        self.html.attribute("class", &classes);
        self.html.markup(">\n<svg class=\"chart-area\">");
        for tick in &scale.ticks {
            self.gridline(scale.place(*tick), tick.is_zero());
        }
        for (series, line) in lines.iter().enumerate() {
            self.line(line, series, count);
        }
        // On small screens the words lie in the picture: over the lines, where they can be read.
        for (tick, words) in scale.ticks.iter().zip(&ticks) {
            let place = scale.place(*tick);
            // Small screens have room for the words of the outer ones only.
            let outer = place == 0 || place == WHOLE;
            self.words_at(0, WHOLE - place, if outer { "chart-tick" } else { "chart-tick chart-wide" }, words);
        }
        self.values_inside(&lines, count);
        self.html.markup("\n</svg>");
        self.ends(&lines, &ends, count);
        self.categories(&chart.categories);
        self.html.markup("</div>");
        Unsaid { cut_off: !scale.has_zero(), gaps: true }
    }

    fn gridline(&mut self, place: u32, zero: bool) {
        let y = percent(WHOLE - place);
        self.html.markup("\n<line");
        self.html.attribute("class", if zero { "chart-grid chart-zero" } else { "chart-grid" });
        self.html.markup(" x1=\"0\" x2=\"100%\"");
        self.html.attribute("y1", &y);
        self.html.attribute("y2", &y);
        self.html.markup("/>");
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
    /// lie on that of another; and the last where the line ends early.
    fn values_inside(&mut self, lines: &[Vec<Point<'_>>], count: usize) {
        let mut taken: Vec<u32> = Vec::new();
        for line in lines {
            if let Some(last) = line.last().filter(|last| !last.at_end(count)) {
                let class = if last.category == 0 { "chart-value-at" } else { "chart-value-at chart-last" };
                self.words_at(last.x, last.y, class, &last.value.label);
            }
            let [first, second, ..] = line.as_slice() else { continue };
            let Some(above) = free_side(first, second) else { continue };
            let middle = if above { first.y.saturating_sub(LINE) } else { first.y + LINE };
            let crossed = lines
                .iter()
                .filter_map(|line| line.first())
                .any(|other| other.y != first.y && other.y.abs_diff(middle) < LINE * 3 / 4);
            if crossed || taken.iter().any(|place| place.abs_diff(middle) < LINE + LINE / 4) {
                continue;
            }
            taken.push(middle);
            // On small screens the words of the scale stand in the corners.
            let corner = middle < LINE || middle + LINE > WHOLE - LINE / 2;
            let class = match (above, corner) {
                (true, false) => "chart-value-at",
                (true, true) => "chart-value-at chart-wide",
                (false, false) => "chart-value-at chart-below",
                (false, true) => "chart-value-at chart-below chart-wide",
            };
            self.words_at(first.x, first.y, class, &first.value.label);
        }
        if let [line] = lines
            && count <= MARKED
        {
            self.turns(line, taken.first().copied());
        }
    }

    /// The highest and the lowest value of a line where the ends do not tell them.
    fn turns(&mut self, line: &[Point<'_>], taken: Option<u32>) {
        let places: Vec<(u32, u32)> = line.iter().map(|point| (point.x, point.y)).collect();
        for turn in turns(&places, taken, LINE) {
            let Some(point) = line.get(turn.at) else { continue };
            let below = if turn.above { "" } else { " chart-below" };
            let wide = if turn.wide { " chart-wide" } else { "" };
            let class = format!("chart-value-at chart-last{below}{wide}");
            self.words_at(point.x, point.y, &class, &point.value.label);
        }
    }

    fn words_at(&mut self, x: u32, y: u32, class: &str, words: &str) {
        self.html.markup("\n<text");
        self.html.attribute("class", class);
        self.html.attribute("x", &percent(x));
        self.html.attribute("y", &percent(y));
        self.html.markup(">");
        self.html.text(words);
        self.html.markup("</text>");
    }

    /// The last value of each line beside its end, the name below it.
    fn ends(&mut self, lines: &[Vec<Point<'_>>], names: &[Broken], count: usize) {
        let known = lines.iter().zip(names).filter_map(|(line, name)| Some((line.last()?, name)));
        let labels: Vec<(u32, Vec<(&str, &'static str)>)> = known
            .map(|(last, name)| {
                let value = last.at_end(count).then_some((last.value.label.as_str(), "chart-end"));
                let names = name.lines.iter().map(|words| (words.as_str(), "chart-end-name"));
                (last.y.saturating_sub(LINE / 2), value.into_iter().chain(names).collect())
            })
            .collect();
        let height = |lines: usize| LINE * u32::try_from(lines).unwrap_or(0) + LINE / 4;
        let likes: Vec<(u32, u32)> = labels.iter().map(|(like, lines)| (*like, height(lines.len()))).collect();
        self.html.markup("\n<svg class=\"chart-ends\">");
        for ((_, lines), place) in labels.iter().zip(apart(&likes)) {
            self.html.markup("<text");
            self.html.attribute("y", &percent(place));
            self.html.markup(">");
            for (line, (words, class)) in lines.iter().enumerate() {
                self.html.markup("<tspan x=\"0\"");
                self.html.attribute("class", class);
                self.html.attribute("dy", if line == 0 { "1em" } else { "1.25em" });
                self.html.markup(">");
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
        let all: Vec<Vec<String>> =
            categories.iter().map(|words| broken(words, CATEGORY.0, CATEGORY.1).lines).collect();
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
            self.html.markup(match (at, small) {
                (0, _) if count > 1 => "<text class=\"chart-from\">",
                (at, _) if at + 1 == count => "<text class=\"chart-to\">",
                (_, true) => "<text>",
                (_, false) => "<text class=\"chart-wide\">",
            });
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
}

impl Point<'_> {
    /// Whether it is the last there can be, beside which its value stands.
    fn at_end(&self, count: usize) -> bool {
        self.category + 1 == count
    }
}

/// Whether a first value stands above its point: on the side that the line leaves free, but
/// never in the words below the picture. Nothing where neither side is free.
fn free_side(first: &Point<'_>, second: &Point<'_>) -> Option<bool> {
    let rise = first.y.saturating_sub(second.y);
    if rise == 0 {
        return Some(true);
    }
    if first.y + LINE * 4 / 3 <= WHOLE {
        return Some(false);
    }
    (rise < LINE).then_some(true)
}

/// The place of a category from left to right; a single one stands at the end, beside its value.
fn across(at: usize, count: usize) -> u32 {
    let steps = count.saturating_sub(1);
    let whole = WHOLE as usize;
    let place = at.saturating_mul(whole).checked_div(steps).unwrap_or(whole);
    u32::try_from(place).unwrap_or(WHOLE)
}

/// The name of a series for its line's end; a single series has none.
fn name_lines(chart: &Chart, name: &str) -> Broken {
    if chart.several() { broken(name, NAME.0, NAME.1) } else { Broken::default() }
}

fn points<'c>(series: &'c Series, count: usize, scale: &Scale) -> Vec<Point<'c>> {
    let all = (0..count).filter_map(|category| {
        let value = series.at(category)?;
        let y = WHOLE - scale.place(value.value);
        Some(Point { category, x: across(category, count), y, value })
    });
    all.collect()
}
