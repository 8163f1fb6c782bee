//! Figures at work: every quotation held against the figure it quotes, and empty ones filled in.

use crate::content::figures::{Book, Figure, Series, Source};
use crate::content::{Content, Document};
use crate::diagnostic::rules::figures::{FIGURE_NO_PERIOD, FIGURE_NO_VALUE, FIGURE_UNKNOWN, FIGURE_WRONG};
use crate::diagnostic::{Diagnostic, Span};
use crate::figure::{Amount, Decimal, Derived, Period, Reference, Unit, Verdict, judge, prose_words, read_quotation};
use crate::prose::{Inline, InlineKind, Link, Prose, Target, lines_mut, plain_text};
use crate::source::{SitePath, did_you_mean};

/// The book of all documents of a site, drafts too.
pub(super) fn book(content: &Content, out: &mut Vec<Diagnostic>) -> Book {
    Book::of(&content.indicators, content.documents.iter().filter_map(source), out)
}

/// What a document states.
fn source(document: &Document) -> Option<Source<'_>> {
    let period = document.header.period.as_ref().map(|period| &period.value);
    Some(Source { document: &document.path, period, figures: document.figures.as_deref()? })
}

/// Where a quotation stands: what it can refer to, and the period that it means.
pub(super) struct Scope<'a> {
    pub(super) book: &'a Book,
    pub(super) document: &'a SitePath,
    pub(super) period: Option<&'a Period>,
}

/// A figure as a reference means it.
pub(super) struct Truth<'a> {
    /// The value, exactly.
    pub(super) amount: Amount,
    /// What it was made from, the figure itself first.
    pub(super) figures: Vec<&'a Figure>,
}

/// Why there is no such figure: the rule, what is wrong, and how to mend it.
type Trouble = (&'static crate::diagnostic::Rule, String, String);

impl<'a> Scope<'a> {
    /// What a reference means here.
    pub(super) fn truth(&self, reference: &Reference) -> Result<Truth<'a>, Trouble> {
        let series = self.series(&reference.id)?;
        let period = reference.period.as_ref().or(self.period).ok_or_else(|| {
            (
                &FIGURE_NO_PERIOD,
                "the document has no period, so nobody knows which value is meant".to_owned(),
                format!("name it: figure:{}@2019-20", reference.id),
            )
        })?;
        let (figure, amount) = value(series, period)?;
        let made = |value: Option<Decimal>, unit: Unit| {
            value.map(|value| Amount::exact(value, unit)).ok_or_else(|| too_large(&reference.id))
        };
        match &reference.derived {
            Derived::Value => Ok(Truth { amount: *amount, figures: vec![figure] }),
            Derived::Change | Derived::PercentChange => {
                let before = series.before(period).ok_or_else(|| none_before(series, period))?;
                let (before, earlier) = value(series, &before.period)?;
                let difference = amount.value.checked_sub(earlier.value);
                let amount = if reference.derived == Derived::Change {
                    let unit = if amount.unit == Unit::Percent { Unit::Points } else { amount.unit };
                    let step = amount.step.max(earlier.step);
                    Amount { step, ..made(difference, unit)? }
                } else {
                    made(difference.and_then(|difference| per_cent(difference, earlier.value)), Unit::Percent)?
                };
                Ok(Truth { amount, figures: vec![figure, before] })
            }
            Derived::Share(whole) => {
                let (other, whole) = value(self.series(whole)?, period)?;
                let amount = made(per_cent(amount.value, whole.value), Unit::Percent)?;
                Ok(Truth { amount, figures: vec![figure, other] })
            }
        }
    }

    fn series(&self, id: &str) -> Result<&'a Series, Trouble> {
        self.book.series(self.document, id).ok_or_else(|| {
            let near = did_you_mean(id, self.book.ids(self.document));
            let help = "add it to content/indicators.yaml, or to the figures.yaml of this document";
            (&FIGURE_UNKNOWN, format!("there is no figure `{id}`"), near.unwrap_or_else(|| help.to_owned()))
        })
    }
}

fn value<'a>(series: &'a Series, period: &Period) -> Result<(&'a Figure, &'a Amount), Trouble> {
    let id = &series.indicator.id.value;
    let figure = series.at(period);
    if let Some((figure, amount)) = figure.and_then(|figure| Some((figure, figure.amount()?))) {
        return Ok((figure, amount));
    }
    let message = match figure {
        Some(figure) if !figure.written.is_empty() => format!("`{id}` is {} in {}", figure.written, period.key()),
        _ => format!("`{id}` has no value for {}", period.key()),
    };
    let known: Vec<String> = series.figures.iter().map(|figure| figure.period.key()).collect();
    let help = match known.as_slice() {
        [] => format!("write it into figures.yaml: `{id}: …`"),
        known => format!("it has values for {}: name the period, as in figure:{id}@{}", known.join(", "), known.join("")),
    };
    let help = if known.len() > 1 { format!("it has values for {}", known.join(", ")) } else { help };
    Err((&FIGURE_NO_VALUE, message, help))
}

fn none_before(series: &Series, period: &Period) -> Trouble {
    let id = &series.indicator.id.value;
    (
        &FIGURE_NO_VALUE,
        format!("`{id}` has no value before {}, so there is no change", period.key()),
        "write the earlier value into figures.yaml, under the figure, with its period as the key".to_owned(),
    )
}

fn too_large(id: &str) -> Trouble {
    (&FIGURE_NO_VALUE, format!("what is asked of `{id}` cannot be computed"), "look whether one of the values is 0".into())
}

fn per_cent(part: Decimal, whole: Decimal) -> Option<Decimal> {
    part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)
}

/// Checks every quotation of a text and fills in the empty ones.
pub(super) fn quote(prose: &mut Prose, scope: &Scope<'_>, out: &mut Vec<Diagnostic>) -> Quotations {
    let mut quotations = Quotations::default();
    lines_mut(prose, &mut |line| quote_line(line, scope, &mut quotations, out));
    quotations
}

/// The quotations of a text, for the account.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quotations {
    /// Each with what it refers to, and whether the author explains a difference.
    pub list: Vec<Quotation>,
}

/// A quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// Where it stands.
    pub span: Span,
    /// What it quotes.
    pub reference: Reference,
    /// Whether it differs for a reason that the author states.
    pub explained: bool,
}

/// Checks one line.
pub(super) fn quote_line(
    line: &mut [Inline],
    scope: &Scope<'_>,
    quotations: &mut Quotations,
    out: &mut Vec<Diagnostic>,
) {
    let mut before = String::new();
    for inline in line {
        let span = inline.span;
        if let InlineKind::Link(link) = &mut inline.kind
            && let Target::Figure(reference) = &link.target
        {
            let reference = Reference::clone(reference);
            let explained = quote_one(link, &reference, span, &before, scope, out);
            quotations.list.push(Quotation { span, reference, explained });
        }
        before.push_str(&plain_text(std::slice::from_ref(inline)));
    }
}

/// Whether the quotation differs from its figure for a stated reason.
fn quote_one(
    link: &mut Link,
    reference: &Reference,
    span: Span,
    before: &str,
    scope: &Scope<'_>,
    out: &mut Vec<Diagnostic>,
) -> bool {
    let truth = match scope.truth(reference) {
        Ok(truth) => truth,
        Err((rule, message, help)) => {
            out.push(Diagnostic::new(rule, span, message).help(help));
            return false;
        }
    };
    let written = plain_text(&link.content);
    if written.trim().is_empty() {
        let text = prose_words(&filled(&truth.amount, reference));
        link.content = vec![Inline { span, kind: InlineKind::Text(text) }];
        return false;
    }
    let homes = |mut told: Diagnostic| {
        for figure in &truth.figures {
            told = told.label(figure.home, format!("{} in {}", figure.written, figure.period.key()));
        }
        told
    };
    let reason = !link.title.trim().is_empty();
    let wrong = match read_quotation(before, &written) {
        Ok(quoted) => match judge(&quoted, &truth.amount) {
            Verdict::Right => return false,
            Verdict::Wrong { should_be } => {
                (format!("the text says {}, and the figure is {}", written.trim(), prose_words(&should_be)), prose_words(&should_be))
            }
        },
        Err((message, _)) => (message, prose_words(&filled(&truth.amount, reference))),
    };
    if !reason {
        let help = format!("write {}, or give the reason for the difference: [{}](figure:… \"the reason\")", wrong.1, written.trim());
        out.push(homes(Diagnostic::new(&FIGURE_WRONG, span, wrong.0)).help(help));
    }
    reason
}

/// What is filled in for a figure: itself as it was written, and what is made of it to a tenth.
fn filled(amount: &Amount, reference: &Reference) -> Amount {
    const TENTHS: i32 = -1;
    match reference.derived {
        Derived::Value | Derived::Change => *amount,
        Derived::PercentChange | Derived::Share(_) => amount.rounded(TENTHS.max(amount.step)).unwrap_or(*amount),
    }
}
