//! "How the numbers changed": what got worse, and that first; what got better; the rest; and what
//! is missing.

use super::common::{About, Context, Link};
use super::document::kicker;
use super::figures::{Row, judged, row};
use crate::content::figures::Series;
use crate::figure::Unit;
use crate::site::{Address, Change, Changes, Outcome};
use minijinja::value::Value;
use serde::Serialize;

#[derive(Serialize)]
struct View {
    title: String,
    kicker: String,
    document: Link,
    period: String,
    edition_before: Option<Link>,
    summary: String,
    /// Whether anything could be compared.
    compared: bool,
    groups: Vec<Group>,
}

/// The figures of which the same came.
#[derive(Serialize)]
struct Group {
    /// What that is, as templates and styles know it.
    outcome: &'static str,
    title: String,
    text: Option<String>,
    figures: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    label: String,
    unit: Option<String>,
    href: Option<String>,
    /// Nothing where the figure is missing.
    now: Option<Row>,
    before: Option<Row>,
}

const OUTCOMES: [(Outcome, &str); 6] = [
    (Outcome::Worse, "worse"),
    (Outcome::Better, "better"),
    (Outcome::Neither, "neither"),
    (Outcome::Same, "same"),
    (Outcome::NoNumber, "no_number"),
    (Outcome::NothingBefore, "nothing_before"),
];
const MISSING: &str = "missing";

pub(super) fn changes(context: &Context<'_>, index: usize) -> Value {
    let Some((document, changes)) = context.site.document(index).zip(context.site.changes(index)) else {
        return Value::UNDEFINED;
    };
    let mut groups: Vec<Group> =
        OUTCOMES.into_iter().filter_map(|(outcome, key)| group(context, &changes, outcome, key)).collect();
    if !changes.missing.is_empty() {
        let missing = changes.missing.iter();
        let figures = missing.map(|(series, figure)| entry(context, series, None, Some(row(context, figure))));
        groups.push(Group {
            outcome: MISSING,
            title: context.word("changes_missing", &[]),
            text: Some(context.word("changes_missing_text", &[])),
            figures: figures.collect(),
        });
    }
    let address = Address::of(&document.path);
    let title = context.word("changes", &[]);
    let summary = summary(context, &changes);
    let period = document.header.period.as_ref();
    let view = View {
        title: title.clone(),
        kicker: kicker(context, document).unwrap_or_default(),
        document: Link { label: document.title().to_owned(), href: Some(context.link(&address)) },
        period: period.map(|period| context.period(&period.value)).unwrap_or_default(),
        edition_before: changes.edition_before.map(|edition| Link {
            label: edition.title().to_owned(),
            href: Some(context.link(&Address::of(&edition.path))),
        }),
        summary: summary.clone(),
        compared: changes.changes.iter().any(|change| change.change.is_some()),
        groups,
    };
    let within = Some(document.title());
    context.view(&About { title, within, description: Some(summary), document: Some(document) }, view)
}

fn group(context: &Context<'_>, changes: &Changes<'_>, outcome: Outcome, key: &'static str) -> Option<Group> {
    let figures: Vec<Entry> = of(changes, outcome)
        .map(|change| {
            let before = change.before.map(|before| row(context, before));
            entry(context, change.series, Some(judged(context, change)), before)
        })
        .collect();
    let text = match outcome {
        Outcome::Worse => Some("changes_worse_text"),
        Outcome::Neither => Some("changes_neither_text"),
        Outcome::NoNumber => Some("changes_no_number_text"),
        Outcome::NothingBefore => Some("changes_nothing_before_text"),
        Outcome::Better | Outcome::Same => None,
    };
    (!figures.is_empty()).then(|| Group {
        outcome: key,
        title: context.word(&format!("changes_{key}"), &[]),
        text: text.map(|key| context.word(key, &[])),
        figures,
    })
}

fn of<'c, 's>(changes: &'c Changes<'s>, outcome: Outcome) -> impl Iterator<Item = &'c Change<'s>> {
    changes.changes.iter().filter(move |change| change.outcome == outcome)
}

fn entry(context: &Context<'_>, series: &Series, now: Option<Row>, before: Option<Row>) -> Entry {
    let measure = &series.indicator.measure;
    Entry {
        label: series.indicator.label.clone(),
        // Pounds and per cent stand beside the number.
        unit: (measure.unit == Unit::Count).then(|| measure.written.clone()),
        href: context.site.page_of_figure(series).map(|address| context.link(&address)),
        now,
        before,
    }
}

/// "5 figures: 1 worse, 3 better, 1 the same. 1 figure of the edition before is missing."
fn summary(context: &Context<'_>, changes: &Changes<'_>) -> String {
    let word = |key: &str, count: usize| context.word(key, &[("count", &count.to_string())]);
    let parts: Vec<String> = OUTCOMES
        .into_iter()
        .map(|(outcome, key)| (of(changes, outcome).count(), key))
        .filter(|(count, _)| *count > 0)
        .map(|(count, key)| word(&format!("changes_part_{key}"), count))
        .collect();
    let figures = word("changes_count", changes.changes.len());
    let mut summary = context.word("changes_summary", &[("figures", &figures), ("parts", &parts.join(", "))]);
    if !changes.missing.is_empty() {
        summary.push(' ');
        summary.push_str(&word("changes_part_missing", changes.missing.len()));
    }
    summary
}
