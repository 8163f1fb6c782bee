//! All figures of a site in one place: for each indicator its values, period by period, and who
//! states them. One figure has one value in one period, however many files say it.

use super::{Figures, Indicator, Indicators, Statement};
use crate::diagnostic::rules::figures::{BAD_AMOUNT, FIGURE_NO_PERIOD, FIGURE_TWICE, FIGURE_UNKNOWN};
use crate::diagnostic::{Diagnostic, Span};
use crate::figure::{Amount, Datum, Period, parse_datum};
use crate::source::{Located, SitePath, did_you_mean};
use std::collections::BTreeMap;

/// A figure in a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The period.
    pub period: Period,
    /// Its value, or why there is none.
    pub datum: Datum,
    /// The value as it is written.
    pub written: String,
    /// Where it is written.
    pub home: Span,
    /// The document that states it.
    pub document: SitePath,
    /// Whether it may still change.
    pub provisional: bool,
    /// What it was before it was revised, as written, and why that was.
    pub revised: Option<(String, Option<String>)>,
    /// What readers should know of this value.
    pub note: Option<String>,
    /// What others state of the same figure and period: it stands in for this where the document
    /// that states this is not public.
    pub elsewhere: Vec<Figure>,
}

impl Figure {
    /// Its amount, if it has one.
    pub fn amount(&self) -> Option<&Amount> {
        match &self.datum {
            Datum::Amount(amount) => Some(amount),
            Datum::NotApplicable | Datum::ToBeConfirmed | Datum::Blank => None,
        }
    }

    /// Itself, then what others state of the same.
    pub fn statements(&self) -> impl Iterator<Item = &Figure> {
        std::iter::once(self).chain(&self.elsewhere)
    }
}

/// An indicator with its values.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// What is measured.
    pub indicator: Indicator,
    /// The document whose own figure it is; `None` for the site's indicators.
    pub owner: Option<SitePath>,
    /// The values, earliest period first.
    pub figures: Vec<Figure>,
}

impl Series {
    /// The value in a period.
    pub fn at(&self, period: &Period) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.period == *period)
    }

    /// The value with which that of a period is compared: the period directly before, or the
    /// newest one that began earlier and is as long.
    pub fn before(&self, period: &Period) -> Option<&Figure> {
        value_before(self.figures.iter(), period)
    }
}

/// The same among some of the values, earliest period first.
pub fn value_before<'f>(
    figures: impl DoubleEndedIterator<Item = &'f Figure> + Clone,
    period: &Period,
) -> Option<&'f Figure> {
    if let Some(previous) = period.previous()
        && let Some(figure) = figures.clone().find(|figure| figure.period == previous)
    {
        return Some(figure);
    }
    let alike = |figure: &&Figure| std::mem::discriminant(&figure.period) == std::mem::discriminant(period);
    figures.rev().filter(alike).find(|figure| figure.period.start() < period.start())
}

/// All figures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Book {
    indicators: BTreeMap<String, Series>,
    own: BTreeMap<(SitePath, String), Series>,
}

/// What a document states, and when.
pub struct Source<'a> {
    /// Its path below `content/`.
    pub document: &'a SitePath,
    /// The time it accounts for.
    pub period: Option<&'a Period>,
    /// Its figures.
    pub figures: &'a Figures,
}

impl Book {
    /// Puts the figures of documents together; what does not fit is reported.
    pub fn of<'a>(
        indicators: &Indicators,
        sources: impl IntoIterator<Item = Source<'a>>,
        out: &mut Vec<Diagnostic>,
    ) -> Book {
        let series = |indicator: &Indicator, owner| Series { indicator: indicator.clone(), owner, figures: Vec::new() };
        let mut book = Book::default();
        for indicator in &indicators.list {
            book.indicators.insert(indicator.id.value.clone(), series(indicator, None));
        }
        for source in sources {
            for entry in &source.figures.entries {
                let id = &entry.id;
                let series = match (&entry.own, book.indicators.contains_key(&id.value)) {
                    (Some(own), false) => {
                        let key = (source.document.clone(), id.value.clone());
                        book.own.entry(key).or_insert_with(|| series(own, Some(source.document.clone())))
                    }
                    (_, true) => match book.indicators.get_mut(&id.value) {
                        Some(series) => series,
                        None => continue,
                    },
                    (None, false) => {
                        let known = indicators.list.iter().map(|known| known.id.value.as_str());
                        out.push(
                            Diagnostic::new(&FIGURE_UNKNOWN, id.span, format!("there is no indicator `{}`", id.value))
                                .maybe_help(did_you_mean(&id.value, known))
                                .else_help("add it to content/indicators.yaml; or give it `label:` and `unit:` here, if only this document has it"),
                        );
                        continue;
                    }
                };
                for statement in &entry.statements {
                    add(series, statement, &source, id.span, out);
                }
            }
        }
        for series in book.indicators.values_mut().chain(book.own.values_mut()) {
            series.figures.sort_by_cached_key(|figure| (figure.period.start(), figure.period.key()));
        }
        book
    }

    /// The figure of an id as a document means it: its own, or the site's.
    pub fn series(&self, document: &SitePath, id: &str) -> Option<&Series> {
        self.own.get(&(document.clone(), id.to_owned())).or_else(|| self.indicators.get(id))
    }

    /// The site's indicators, by id.
    pub fn indicators(&self) -> impl Iterator<Item = &Series> {
        self.indicators.values()
    }

    /// All figures: the indicators, then the documents' own.
    pub fn all(&self) -> impl Iterator<Item = &Series> {
        self.indicators.values().chain(self.own.values())
    }

    /// The ids that a document can quote.
    pub fn ids<'a>(&'a self, document: &'a SitePath) -> impl Iterator<Item = &'a str> {
        let own = self.own.keys().filter(move |(owner, _)| owner == document).map(|(_, id)| id.as_str());
        own.chain(self.indicators.keys().map(String::as_str))
    }
}

fn add(series: &mut Series, statement: &Statement, source: &Source<'_>, place: Span, out: &mut Vec<Diagnostic>) {
    let Some(period) = statement.period.as_ref().map(|period| &period.value).or(source.period) else {
        out.push(
            Diagnostic::new(&FIGURE_NO_PERIOD, place, "the document of this figure has no period")
                .help("write `period:` into its document.yaml"),
        );
        return;
    };
    let measure = Some(&series.indicator.measure);
    let mut read = |text: &Located<String>| match parse_datum(&text.value, measure) {
        Ok(datum) => Some(datum),
        Err((message, help)) => {
            out.push(Diagnostic::new(&BAD_AMOUNT, text.span, message).help(help));
            None
        }
    };
    let Some(datum) = read(&statement.value) else { return };
    if let Some(was) = &statement.was {
        read(was);
    }
    let figure = Figure {
        period: period.clone(),
        datum,
        written: statement.value.value.clone(),
        home: statement.value.span,
        document: source.document.clone(),
        provisional: statement.provisional,
        revised: statement.was.as_ref().map(|was| (was.value.clone(), statement.because.clone())),
        note: statement.note.clone(),
        elsewhere: Vec::new(),
    };
    let Some(known) = series.figures.iter_mut().find(|known| known.period == *period) else {
        series.figures.push(figure);
        return;
    };
    let own = statement.period.is_none();
    let agreed = agree(&known.datum, &figure.datum);
    if !agreed {
        out.push(
            Diagnostic::new(
                &FIGURE_TWICE,
                figure.home,
                format!("`{}` is {} here and {} elsewhere", series.indicator.id.value, shown(&figure), shown(known)),
            )
            .label(known.home, "elsewhere")
            .help(
                "correct the wrong one; if the figure was revised, say so where it belongs with `was:` and `because:`",
            ),
        );
    }
    let mut figure = figure;
    // The document whose period it is is the value's home.
    if agreed && own {
        std::mem::swap(known, &mut figure);
        std::mem::swap(&mut known.elsewhere, &mut figure.elsewhere);
    }
    known.elsewhere.push(figure);
}

/// Whether two statements of a figure say the same, each as finely as it is written.
fn agree(a: &Datum, b: &Datum) -> bool {
    match (a, b) {
        (Datum::Amount(a), Datum::Amount(b)) => {
            a.unit == b.unit && (a.is_rounding_of(b.value) || b.is_rounding_of(a.value))
        }
        _ => a == b,
    }
}

fn shown(figure: &Figure) -> &str {
    if figure.written.is_empty() { "empty" } else { &figure.written }
}
