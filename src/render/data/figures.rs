//! Figures as data: the values that public documents state, exactly and in single units.

use super::Maker;
use super::grid::{Grid, GridColumn, GridRow, Value};
use super::json::framed;
use crate::content::figures::{Figure, Series};
use crate::figure::{Better, Datum, Measure, amount_plain, parse_datum};
use crate::site::{Address, Site};
use serde::Serialize;

/// The figures that have a page, each with what public documents state: the site's, or those
/// that only one document has.
fn shown<'s>(maker: &Maker<'s>, owner: Option<usize>) -> impl Iterator<Item = (&'s Series, Vec<&'s Figure>)> {
    let site = maker.site;
    let owner = owner.map(|index| site.document(index).map(|document| &document.path));
    let has_page = move |series: &Series| {
        let wanted = match owner {
            None => series.owner.is_none(),
            Some(path) => path.is_some() && series.owner.as_ref() == path,
        };
        wanted && site.page_of_figure(series).is_some()
    };
    site.all_figures().filter(move |(series, _)| has_page(series))
}

/// The figure of an id: the site's, or that of the document which alone has it.
pub(super) fn one<'s>(site: &'s Site, owner: Option<usize>, id: &str) -> Option<(&'s Series, Vec<&'s Figure>)> {
    match owner {
        None => site.figure(id),
        Some(index) => site.own_figure(&site.document(index)?.path, id),
    }
}

/// The address of a figure's page, as data files name it.
fn page_of(maker: &Maker<'_>, series: &Series) -> String {
    maker.site.page_of_figure(series).map(|address| maker.address(&address)).unwrap_or_default()
}

/// A figure through the years.
pub(in crate::render) fn grid(maker: &Maker<'_>, series: &Series, figures: &[&Figure]) -> Grid {
    let indicator = &series.indicator;
    let unit = indicator.measure.single();
    let heading = |key: &str| GridColumn::words(maker.word(key));
    let value = GridColumn::with_unit(maker.word("figure_value"), Some(unit.clone()), true);
    let rows = figures.iter().map(|figure| GridRow {
        total: false,
        values: vec![
            Value::words(&maker.period(&figure.period)),
            number(figure),
            status(maker, figure),
            note(maker, figure),
            stated_in(maker, figure),
        ],
    });
    let dated = || figures.iter().filter(|figure| figure.amount().is_some()).map(|figure| &figure.period);
    Grid {
        title: indicator.label.clone(),
        description: maker.words("data_figure", &[("label", &indicator.label), ("unit", &unit)]),
        source: indicator.source.clone(),
        note: indicator.note.clone(),
        language: maker.language.to_owned(),
        page: page_of(maker, series),
        covers: dated().filter_map(|period| period.start()).min().zip(dated().filter_map(|period| period.end()).max()),
        row_headings: true,
        columns: vec![
            heading("fact_period"),
            value,
            heading("data_status"),
            heading("data_note"),
            heading("figure_stated_in"),
        ],
        rows: rows.collect(),
    }
}

/// All figures below one another, each value with the name and the unit of its figure.
pub(super) fn all_grid(maker: &Maker<'_>, owner: Option<usize>) -> Grid {
    let heading = |key: &str| GridColumn::words(maker.word(key));
    let value = GridColumn::with_unit(maker.word("figure_value"), None, true);
    let (title, description, list) = match owner.and_then(|index| maker.site.document(index)) {
        None => (maker.word("figures"), maker.word("figures_summary"), Address::figures()),
        Some(document) => {
            let only = maker.words("figures_only_in", &[("title", document.title())]);
            (only.clone(), only, Address::figures_of(&document.path))
        }
    };
    let mut grid = Grid {
        title,
        description,
        language: maker.language.to_owned(),
        page: maker.address(&list),
        columns: vec![
            heading("data_id"),
            heading("figure"),
            heading("data_unit"),
            heading("fact_period"),
            value,
            heading("data_status"),
            heading("data_note"),
            heading("figure_stated_in"),
        ],
        ..Grid::default()
    };
    for (series, figures) in shown(maker, owner) {
        let indicator = &series.indicator;
        for row in self::grid(maker, series, &figures).rows {
            let names = [indicator.id.value.clone(), indicator.label.clone(), indicator.measure.single()];
            let values = names.map(Value::Words).into_iter().chain(row.values).collect();
            grid.rows.push(GridRow { total: false, values });
        }
    }
    grid
}

fn number(figure: &Figure) -> Value {
    figure.amount().map_or(Value::Nothing, |amount| Value::Number(amount_plain(amount, 0)))
}

fn status(maker: &Maker<'_>, figure: &Figure) -> Value {
    let missing = match figure.datum {
        Datum::Amount(_) => None,
        Datum::NotApplicable => Some("data_not_applicable"),
        Datum::ToBeConfirmed => Some("data_to_be_confirmed"),
        Datum::Blank => Some("data_no_data"),
    };
    let provisional = figure.provisional.then_some("data_provisional");
    let revised = figure.revised.is_some().then_some("data_revised");
    let words: Vec<String> = [missing, provisional, revised].into_iter().flatten().map(|key| maker.word(key)).collect();
    Value::words(&words.join("; "))
}

fn note(maker: &Maker<'_>, figure: &Figure) -> Value {
    let revised = figure.revised.as_ref().map(|(was, because)| match because {
        Some(because) => maker.words("figure_revised_because", &[("was", was), ("because", because)]),
        None => maker.words("figure_revised", &[("was", was)]),
    });
    let notes: Vec<String> = figure.note.clone().into_iter().chain(revised).collect();
    Value::words(&notes.join(" "))
}

fn stated_in(maker: &Maker<'_>, figure: &Figure) -> Value {
    Value::maybe(title_of(maker, figure).map(str::to_owned))
}

fn title_of<'s>(maker: &Maker<'s>, figure: &Figure) -> Option<&'s str> {
    super::document_of(maker.site, &Address::of(&figure.document)).map(|document| document.title())
}

#[derive(Serialize)]
struct FigureJson<'a> {
    id: &'a str,
    label: &'a str,
    unit: String,
    better: Option<&'static str>,
    source: Option<&'a str>,
    note: Option<&'a str>,
    page: String,
    values: Vec<ValueJson<'a>>,
}

#[derive(Serialize)]
struct ValueJson<'a> {
    period: String,
    from: Option<String>,
    to: Option<String>,
    value: Option<String>,
    missing: Option<&'static str>,
    provisional: bool,
    revised: Option<Revision<'a>>,
    note: Option<&'a str>,
    document: DocumentJson<'a>,
}

#[derive(Serialize)]
struct Revision<'a> {
    was: Option<String>,
    because: Option<&'a str>,
}

#[derive(Serialize)]
struct DocumentJson<'a> {
    title: Option<&'a str>,
    address: String,
}

/// A figure as JSON.
pub(super) fn json(maker: &Maker<'_>, series: &Series, figures: &[&Figure]) -> Vec<u8> {
    framed(maker, figure_json(maker, series, figures))
}

/// All figures as JSON.
pub(super) fn all_json(maker: &Maker<'_>, owner: Option<usize>) -> Vec<u8> {
    #[derive(Serialize)]
    struct All<T> {
        figures: Vec<T>,
    }
    let all: Vec<_> = shown(maker, owner).collect();
    framed(maker, All { figures: all.iter().map(|(series, figures)| figure_json(maker, series, figures)).collect() })
}

fn figure_json<'a>(maker: &Maker<'a>, series: &'a Series, figures: &[&'a Figure]) -> FigureJson<'a> {
    let indicator = &series.indicator;
    FigureJson {
        id: &indicator.id.value,
        label: &indicator.label,
        unit: indicator.measure.single(),
        better: indicator.better.map(|better| match better {
            Better::Higher => "higher",
            Better::Lower => "lower",
        }),
        source: indicator.source.as_deref(),
        note: indicator.note.as_deref(),
        page: page_of(maker, series),
        values: figures.iter().map(|figure| value_json(maker, &indicator.measure, figure)).collect(),
    }
}

fn value_json<'a>(maker: &Maker<'a>, measure: &Measure, figure: &'a Figure) -> ValueJson<'a> {
    ValueJson {
        period: figure.period.key(),
        from: figure.period.start().map(|date| date.to_string()),
        to: figure.period.end().map(|date| date.to_string()),
        value: figure.amount().map(|amount| amount_plain(amount, 0)),
        missing: match figure.datum {
            Datum::Amount(_) => None,
            Datum::NotApplicable => Some("not-applicable"),
            Datum::ToBeConfirmed => Some("to-be-confirmed"),
            Datum::Blank => Some("no-data"),
        },
        provisional: figure.provisional,
        revised: figure.revised.as_ref().map(|(was, because)| Revision {
            was: parse_datum(was, Some(measure)).ok().and_then(|was| was.amount().map(|was| amount_plain(was, 0))),
            because: because.as_deref(),
        }),
        note: figure.note.as_deref(),
        document: DocumentJson {
            title: title_of(maker, figure),
            address: maker.address(&Address::of(&figure.document)),
        },
    }
}
