//! A chart in a sentence for each series, where the author wrote none: for lines the way from
//! the first value to the last, and where a single line turns; for bars the highest and the lowest. It only says what the
//! numbers say, never why.

use super::{Chart, ChartKind, ChartValue, Series};
use crate::prose::Words;
use std::cmp::Ordering;

/// The summary in the words of the interface.
pub fn generated_summary(chart: &Chart, words: &dyn Words) -> String {
    let sentences = chart.drawn().map(|series| sentence(chart, series, words));
    sentences.collect::<Vec<_>>().join(" ")
}

fn sentence(chart: &Chart, series: &Series, words: &dyn Words) -> String {
    let name = match series.label.trim() {
        "" => words.word("chart_figure", &[]),
        label => label.to_owned(),
    };
    let known = known(chart, series);
    let (Some(first), Some(last)) = (known.first(), known.last()) else {
        return words.word("chart_summary_none", &[("series", &name)]);
    };
    if known.len() == 1 {
        let arguments = [("series", name.as_str()), ("category", first.0), ("value", &first.1.label)];
        return words.word("chart_summary_one", &arguments);
    }
    if chart.kind == ChartKind::Line {
        let key = match last.1.value.cmp(&first.1.value) {
            Ordering::Greater => "chart_summary_rose",
            Ordering::Less => "chart_summary_fell",
            Ordering::Equal => "chart_summary_same",
        };
        let arguments = [
            ("series", name.as_str()),
            ("from", first.0),
            ("first", &first.1.label),
            ("to", last.0),
            ("last", &last.1.label),
        ];
        let way = words.word(key, &arguments);
        return match chart.several() {
            false => [way].into_iter().chain(turns(&known, words)).collect::<Vec<_>>().join(" "),
            true => way,
        };
    }
    // Of several that are equal, the first is named: readers meet it first in the chart too.
    let highest = known.iter().reduce(|best, one| if one.1.value > best.1.value { one } else { best });
    let lowest = known.iter().reduce(|best, one| if one.1.value < best.1.value { one } else { best });
    let (highest, lowest) = (highest.unwrap_or(first), lowest.unwrap_or(last));
    if highest.1.value == lowest.1.value {
        return words.word("chart_summary_equal", &[("series", &name), ("value", &first.1.label)]);
    }
    let arguments = [
        ("series", name.as_str()),
        ("highest", highest.0),
        ("most", &highest.1.label),
        ("lowest", lowest.0),
        ("least", &lowest.1.label),
    ];
    words.word("chart_summary_range", &arguments)
}

/// What the two ends of a line do not tell: a value between them that is higher than both, or lower.
fn turns(known: &[(&str, &ChartValue)], words: &dyn Words) -> Vec<String> {
    let [first, inside @ .., last] = known else { return Vec::new() };
    let value = |one: &(&str, &ChartValue)| one.1.value;
    let highest =
        inside.iter().rev().max_by_key(|one| value(one)).filter(|one| value(one) > value(first).max(value(last)));
    let lowest = inside.iter().min_by_key(|one| value(one)).filter(|one| value(one) < value(first).min(value(last)));
    let turns = [("chart_summary_highest", highest), ("chart_summary_lowest", lowest)];
    let say = |(key, one): (&str, Option<&(&str, &ChartValue)>)| {
        one.map(|(category, value)| words.word(key, &[("category", category), ("value", &value.label)]))
    };
    turns.into_iter().filter_map(say).collect()
}

/// The categories that have a number, with it.
fn known<'c>(chart: &'c Chart, series: &'c Series) -> Vec<(&'c str, &'c ChartValue)> {
    let all = chart.categories.iter().enumerate();
    all.filter_map(|(index, category)| Some((category.as_str(), series.at(index)?))).collect()
}
