//! Figures through the years: each with all its values and where it is quoted, and the list of
//! them.

use super::common::{About, Context};
use super::data::{File, data_page, figure_files, list_files};
use super::line::{Line, line};
use crate::content::figures::{Figure, Series};
use crate::figure::{Amount, Better, Datum, Measure, Unit, amount_cell, amount_words, change_words};
use crate::site::{Address, Change, Outcome, Page};
use minijinja::value::Value;
use serde::Serialize;

/// More are a division that does not end.
const MOST_DECIMALS: u32 = 10;

/// A value in its period.
#[derive(Serialize)]
pub(super) struct Row {
    pub(super) period: String,
    pub(super) value: Option<String>,
    /// What must stand beside the value.
    pub(super) marks: Vec<String>,
    change: Option<String>,
    pub(super) outcome: Option<&'static str>,
    pub(super) verdict: Option<String>,
    pub(super) notes: Vec<String>,
    document: Option<String>,
    href: Option<String>,
}

#[derive(Serialize)]
struct Quoting {
    title: String,
    document: Option<String>,
    href: String,
}

/// A figure by itself.
pub(super) fn one(context: &Context<'_>, id: &str) -> Value {
    let Some((series, figures)) = context.site.figure(id) else { return Value::UNDEFINED };
    let within = context.word("figures", &[]);
    let about =
        About { title: series.indicator.label.clone(), within: Some(&within), description: None, document: None };
    figure(context, &about, series, &figures)
}

/// A figure that only one document has.
pub(super) fn one_of(context: &Context<'_>, index: usize, id: &str) -> Value {
    let Some(document) = context.site.document(index) else { return Value::UNDEFINED };
    let Some((series, figures)) = context.site.own_figure(&document.path, id) else { return Value::UNDEFINED };
    let about = About {
        title: series.indicator.label.clone(),
        within: Some(document.title()),
        description: None,
        document: Some(document),
    };
    figure(context, &about, series, &figures)
}

fn figure(context: &Context<'_>, about: &About<'_>, series: &Series, figures: &[&Figure]) -> Value {
    #[derive(Serialize)]
    struct View {
        title: String,
        unit: String,
        /// What is counted, where the value does not say so itself.
        noun: Option<String>,
        /// The newest value that is a number, as in a sentence.
        newest: Option<Row>,
        line: Option<Line>,
        better: Option<String>,
        source: Option<String>,
        note: Option<String>,
        rows: Vec<Row>,
        quoted: Vec<Quoting>,
        files: Vec<File>,
    }
    let indicator = &series.indicator;
    let better = indicator.better.map(|better| match better {
        Better::Higher => context.word("figure_higher_better", &[]),
        Better::Lower => context.word("figure_lower_better", &[]),
    });
    let newest = figures.iter().rev().find(|figure| figure.amount().is_some());
    let mut rows: Vec<Row> = figures.iter().map(|figure| compared(context, series, figure)).collect();
    show_in_column(&mut rows, figures, &indicator.measure);
    // The newest first: that is what people come for.
    rows.reverse();
    let view = View {
        title: indicator.label.clone(),
        unit: indicator.measure.written.clone(),
        noun: indicator.measure.noun.clone(),
        newest: newest.map(|figure| compared(context, series, figure)),
        line: line(context, &indicator.label, figures),
        better,
        source: indicator.source.clone(),
        note: indicator.note.clone(),
        rows,
        quoted: context.site.quoted_on(series).iter().map(|address| quoting(context, address)).collect(),
        files: context
            .site
            .page_of_figure(series)
            .map_or_else(Vec::new, |address| figure_files(context, &address, &indicator.label)),
    };
    context.view(about, view)
}

/// Writes the numbers in the unit of their heading, with the same number of decimals, so that
/// they can be read one below the other.
fn show_in_column(rows: &mut [Row], figures: &[&Figure], measure: &Measure) {
    let finest = |amount: &Amount| u32::try_from(measure.scale.saturating_sub(amount.step)).unwrap_or(0);
    let most = figures.iter().filter_map(|figure| figure.amount()).map(finest).max().unwrap_or(0).min(MOST_DECIMALS);
    // Pounds have two decimals or none.
    let pounds = measure.unit == Unit::Pounds && measure.scale == 0;
    let decimals = if pounds && most == 1 { 2 } else { most };
    for (row, figure) in rows.iter_mut().zip(figures) {
        if let Some(amount) = figure.amount() {
            row.value = Some(amount_cell(amount, measure.scale, decimals));
        }
    }
}

/// A page that quotes a figure: a chapter with its document, or a page by itself.
fn quoting(context: &Context<'_>, address: &Address) -> Quoting {
    let document = match context.site.pages.get(address) {
        Some(Page::Chapter(index, _) | Page::EasyRead(index, _)) => {
            context.site.document(*index).map(|document| document.title().to_owned())
        }
        _ => None,
    };
    Quoting { title: context.title_of(address), document, href: context.link(address) }
}

/// A value with how it changed.
fn compared(context: &Context<'_>, series: &Series, figure: &Figure) -> Row {
    let row = row(context, figure);
    let Some(change) = context.site.change(series, &figure.period) else { return row };
    // Where nobody says which way is good, this page does not either.
    let outcome = Some(change.outcome).filter(|outcome| *outcome != Outcome::Neither);
    Row {
        change: words_of(context, &change),
        outcome: outcome.and_then(shape),
        verdict: outcome.and_then(|outcome| verdict(context, outcome)),
        ..row
    }
}

/// A value by itself.
pub(super) fn row(context: &Context<'_>, figure: &Figure) -> Row {
    let word = |key: &str, arguments: &[(&str, &str)]| context.word(key, arguments);
    let mut marks = Vec::new();
    let mut notes: Vec<String> = figure.note.clone().into_iter().collect();
    if figure.provisional {
        marks.push(word("figure_provisional", &[]));
    }
    if let Some((was, because)) = &figure.revised {
        marks.push(word("figure_revised_mark", &[]));
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
            Datum::ToBeConfirmed => Some(word("figure_to_be_confirmed", &[])),
            Datum::Blank => None,
        },
        marks,
        change: None,
        outcome: None,
        verdict: None,
        notes,
        href: context.site.pages.contains_key(&address).then(|| context.link(&address)),
        document: Some(context.title_of(&address)).filter(|title| !title.is_empty()),
    }
}

/// A value with its change and what came of it, wherever something did.
pub(super) fn judged(context: &Context<'_>, change: &Change<'_>) -> Row {
    Row {
        change: words_of(context, change),
        outcome: shape(change.outcome),
        verdict: verdict(context, change.outcome),
        ..row(context, change.now)
    }
}

fn words_of(context: &Context<'_>, change: &Change<'_>) -> Option<String> {
    change.change.as_ref().map(|change| change_words(change, &|key, arguments| context.word(key, arguments)))
}

/// The name of the shape beside the words.
fn shape(outcome: Outcome) -> Option<&'static str> {
    match outcome {
        Outcome::Worse => Some("worse"),
        Outcome::Better => Some("better"),
        Outcome::Neither => Some("neither"),
        Outcome::Same => Some("same"),
        Outcome::NoNumber | Outcome::NothingBefore => None,
    }
}

fn verdict(context: &Context<'_>, outcome: Outcome) -> Option<String> {
    let key = match outcome {
        Outcome::Worse => "change_worse",
        Outcome::Better => "change_better",
        Outcome::Neither => "change_neither",
        // "No change" is said already.
        Outcome::Same | Outcome::NoNumber | Outcome::NothingBefore => return None,
    };
    Some(context.word(key, &[]))
}

#[derive(Serialize)]
struct Entry {
    label: String,
    href: String,
    newest: Option<Row>,
}

/// A figure in a list, if it has a page.
fn entry(context: &Context<'_>, series: &Series, figures: &[&Figure]) -> Option<Entry> {
    let address = context.site.page_of_figure(series)?;
    // The newest that is a number; where there is none, the newest of any kind.
    let newest = figures.iter().rev().find(|figure| figure.amount().is_some()).or(figures.last());
    Some(Entry {
        label: series.indicator.label.clone(),
        href: context.link(&address),
        newest: newest.map(|figure| compared(context, series, figure)),
    })
}

#[derive(Serialize)]
struct OfDocument {
    title: String,
    href: String,
    figures: Vec<Entry>,
    files: Vec<File>,
}

#[derive(Serialize)]
struct ListView {
    summary: String,
    figures: Vec<Entry>,
    documents: Vec<OfDocument>,
    files: Vec<File>,
    data: Option<String>,
}

/// All figures, each with its newest value.
pub(super) fn all(context: &Context<'_>) -> Value {
    let mut view = ListView {
        summary: context.word("figures_summary", &[]),
        figures: Vec::new(),
        documents: Vec::new(),
        files: list_files(context, &Address::figures(), &context.word("data_all_figures", &[])),
        data: data_page(context),
    };
    let mut last = None;
    for (series, figures) in context.site.all_figures() {
        let Some(entry) = entry(context, series, &figures) else { continue };
        let Some(owner) = &series.owner else {
            view.figures.push(entry);
            continue;
        };
        // Those of a document follow one another.
        if last.replace(owner) != Some(owner) {
            let address = Address::of(owner);
            let (title, href) = (context.title_of(&address), context.link(&address));
            let all = context.word("figures_only_in", &[("title", &title)]);
            let files = list_files(context, &Address::figures_of(owner), &all);
            view.documents.push(OfDocument { title, href, figures: Vec::new(), files });
        }
        if let Some(document) = view.documents.last_mut() {
            document.figures.push(entry);
        }
    }
    let title = context.word("figures", &[]);
    let description = Some(view.summary.clone());
    context.view(&About { title, within: None, description, document: None }, view)
}

/// The figures that only one document has.
pub(super) fn all_of(context: &Context<'_>, index: usize) -> Value {
    let Some(document) = context.site.document(index) else { return Value::UNDEFINED };
    let own = context.site.all_figures().filter(|(series, _)| series.owner.as_ref() == Some(&document.path));
    let summary = context.word("figures_only_in", &[("title", document.title())]);
    let view = ListView {
        summary: summary.clone(),
        figures: own.filter_map(|(series, figures)| entry(context, series, &figures)).collect(),
        documents: Vec::new(),
        files: list_files(context, &Address::figures_of(&document.path), &summary),
        data: data_page(context),
    };
    let title = context.word("figures", &[]);
    let within = Some(document.title());
    context.view(&About { title, within, description: Some(summary), document: Some(document) }, view)
}
