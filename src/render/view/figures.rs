//! Figures through the years: each indicator with all its values, and the list of them.

use super::common::{About, Context};
use super::data::{File, data_page, figure_files};
use crate::content::figures::{Better, Figure, Series};
use crate::figure::{Datum, amount_words, change_words};
use crate::site::Address;
use minijinja::value::Value;
use serde::Serialize;

#[derive(Serialize)]
struct Row {
    period: String,
    value: Option<String>,
    change: Option<String>,
    verdict: Option<String>,
    notes: Vec<String>,
    document: Option<String>,
    href: Option<String>,
}

/// A figure by itself.
pub(super) fn one(context: &Context<'_>, id: &str) -> Value {
    #[derive(Serialize)]
    struct View {
        title: String,
        unit: String,
        better: Option<String>,
        source: Option<String>,
        note: Option<String>,
        rows: Vec<Row>,
        files: Vec<File>,
    }
    let Some((series, figures)) = context.site.figure(id) else { return Value::UNDEFINED };
    let indicator = &series.indicator;
    let better = indicator.better.map(|better| match better {
        Better::Higher => context.word("figure_higher_better", &[]),
        Better::Lower => context.word("figure_lower_better", &[]),
    });
    let view = View {
        title: indicator.label.clone(),
        unit: indicator.measure.written.clone(),
        better,
        source: indicator.source.clone(),
        note: indicator.note.clone(),
        // The newest first: that is what people come for.
        rows: figures.iter().rev().map(|figure| row(context, series, figure)).collect(),
        files: figure_files(context, id, &indicator.label),
    };
    let within = context.word("figures", &[]);
    let about = About { title: view.title.clone(), within: Some(&within), description: None, document: None };
    context.view(&about, view)
}

fn row(context: &Context<'_>, series: &Series, figure: &Figure) -> Row {
    let word = |key: &str, arguments: &[(&str, &str)]| context.word(key, arguments);
    let change = series.before(&figure.period).and_then(|before| figure.amount()?.change_from(before.amount()?));
    let better = change.as_ref().and_then(|change| series.indicator.better?.of(change));
    let mut notes: Vec<String> = figure.note.clone().into_iter().collect();
    if figure.provisional {
        notes.push(word("figure_provisional", &[]));
    }
    if let Some((was, because)) = &figure.revised {
        notes.push(match because {
            Some(because) => word("figure_revised_because", &[("was", was), ("because", because)]),
            None => word("figure_revised", &[("was", was)]),
        });
    }
    let address = Address::of(&figure.document);
    Row {
        period: figure.period.words(&word),
        value: match &figure.datum {
            Datum::Amount(amount) => Some(amount_words(amount, &word)),
            Datum::NotApplicable => Some(word("figure_not_applicable", &[])),
            Datum::ToBeConfirmed => Some(word("period_unknown", &[])),
            Datum::Blank => None,
        },
        change: change.map(|change| change_words(&change, &word)),
        verdict: better.map(|better| word(if better { "change_better" } else { "change_worse" }, &[])),
        notes,
        href: context.site.pages.contains_key(&address).then(|| context.link(&address)),
        document: Some(context.title_of(&address)).filter(|title| !title.is_empty()),
    }
}

/// The newest value that is a number; where there is none, the newest of any kind.
fn newest<'f>(figures: &[&'f Figure]) -> Option<&'f Figure> {
    figures.iter().rev().find(|figure| figure.amount().is_some()).or(figures.last()).copied()
}

/// All figures, each with its newest value.
pub(super) fn all(context: &Context<'_>) -> Value {
    #[derive(Serialize)]
    struct View {
        figures: Vec<Entry>,
        files: Vec<File>,
        data: Option<String>,
    }
    #[derive(Serialize)]
    struct Entry {
        label: String,
        href: String,
        newest: Option<Row>,
    }
    let figures = context.site.all_figures().filter_map(|(series, figures)| {
        let address = Address::figures().below(&series.indicator.id.value);
        let shown = series.owner.is_none() && context.site.pages.contains_key(&address);
        shown.then(|| Entry {
            label: series.indicator.label.clone(),
            href: context.link(&address),
            newest: newest(&figures).map(|figure| row(context, series, figure)),
        })
    });
    let view = View {
        figures: figures.collect(),
        files: figure_files(context, "all", &context.word("data_all_figures", &[])),
        data: data_page(context),
    };
    let title = context.word("figures", &[]);
    let description = Some(context.word("figures_summary", &[]));
    context.view(&About { title, within: None, description, document: None }, view)
}
