//! The values of a figure as a line. Periods of another length than the newest one are left to the
//! table: a quarter and a year on one line would mislead.

use super::Html;
use super::common::Context;
use crate::content::figures::Figure;
use crate::figure::{Period, amount_words};
use crate::prose::chart::{Chart, ChartKind, ChartValue, Series, generated_summary};
use crate::prose::{Inline, InlineKind, Table, chart_picture};
use crate::render::resolver::Defined;
use minijinja::value::Value;
use serde::Serialize;
use std::collections::BTreeMap;
use std::mem::discriminant;

/// How many periods a line can have: more of them without a value are not filled in.
const MOST_PERIODS: usize = 60;

/// A picture of the values, and what it shows in a sentence.
#[derive(Serialize)]
pub(super) struct Line {
    summary: String,
    picture: Html,
}

/// The line of these values, earliest first, where at least two of them are numbers.
pub(super) fn line(context: &Context<'_>, title: &str, figures: &[&Figure]) -> Option<Line> {
    let word = |key: &str, arguments: &[(&str, &str)]| context.word(key, arguments);
    let newest = figures.iter().rev().find(|figure| figure.amount().is_some() && figure.period.start().is_some())?;
    let alike: Vec<&Figure> =
        figures.iter().copied().filter(|figure| discriminant(&figure.period) == discriminant(&newest.period)).collect();
    if alike.iter().filter(|figure| figure.amount().is_some()).count() < 2 {
        return None;
    }
    let periods = periods(&alike);
    let values: BTreeMap<String, &Figure> = alike.iter().map(|figure| (figure.period.key(), *figure)).collect();
    let value = |period: &Period| {
        let amount = values.get(&period.key())?.amount()?;
        Some(ChartValue { value: amount.value, label: amount_words(amount, &word) })
    };
    let span = newest.home;
    let chart = Chart {
        kind: ChartKind::Line,
        title: vec![Inline { span, kind: InlineKind::Text(title.to_owned()) }],
        subtitle: None,
        summary: String::new(),
        categories: periods.iter().map(|period| period.words(&word)).collect(),
        // The page says what the figure is: its name would only make the sentence long.
        series: vec![Series { label: String::new(), values: periods.iter().map(value).collect() }],
        source: None,
        // The page has a table of its own.
        table: Table::default(),
    };
    let resolver = context.resolver(None, None, Defined::All);
    let picture = chart_picture(&chart, &context.line_options(&resolver))?;
    Some(Line { summary: generated_summary(&chart, context.strings), picture: Value::from_safe_string(picture) })
}

/// The periods of the values, and those between them that have none.
fn periods(figures: &[&Figure]) -> Vec<Period> {
    let mut periods: Vec<Period> = Vec::new();
    for figure in figures {
        let room = MOST_PERIODS.saturating_sub(periods.len() + figures.len());
        if let Some(last) = periods.last() {
            let back = std::iter::successors(figure.period.previous(), Period::previous);
            let mut between: Vec<Period> =
                back.take(room + 1).take_while(|period| period != last && period.start() > last.start()).collect();
            // What does not meet the period before is left out.
            if between.len() <= room {
                between.reverse();
                periods.extend(between);
            }
        }
        periods.push(figure.period.clone());
    }
    periods
}
