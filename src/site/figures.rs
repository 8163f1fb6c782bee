//! Figures at work: every quotation held against the figure it quotes, and empty ones filled in.

use super::Site;
use crate::content::figures::{Book, Figure, Series, Source};
use crate::content::{Content, Document};
use crate::diagnostic::rules::figures::{
    BAD_AMOUNT, FIGURE_DROPPED, FIGURE_NO_PERIOD, FIGURE_NO_VALUE, FIGURE_NOT_PUBLIC, FIGURE_UNCHECKED, FIGURE_UNKNOWN,
    FIGURE_WRONG,
};
use crate::diagnostic::{Change, Diagnostic, Edit, Span, Texts};
use crate::figure::{
    Amount, Date, Derived, Period, Quoted, Reference, Verdict, explain, judge, judge_change, read_quotation, rewrite,
};
use crate::prose::component::{Compared, Stat};
use crate::prose::{
    BlockKind, Inline, InlineKind, Link, Prose, Target, blocks_mut, lines_mut, loose_figures_of, plain_text,
    stat_lines_mut,
};
use crate::source::{SitePath, SourceMap, did_you_mean};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The book of all documents of a site, drafts too.
pub(super) fn book(content: &Content, out: &mut Vec<Diagnostic>) -> Book {
    Book::of(&content.indicators, content.documents.iter().filter_map(|document| source(document)), out)
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
    /// Whether every number must be checked.
    pub(super) demanding: bool,
    /// The date of the document: when it was published, or when its committee met.
    pub(super) date: Option<Date>,
    /// Whether its words are judged: it is in English, the only language for that, and not exempt.
    pub(super) judged: bool,
    /// Whether it is in English, the only language whose words are judged.
    pub(super) english: bool,
    /// The files, as authors wrote them.
    pub(super) sources: &'a SourceMap,
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
        let computed = |made: Option<Amount>| made.ok_or_else(|| not_computed(&reference.id));
        match &reference.derived {
            Derived::Value => Ok(Truth { amount: *amount, figures: vec![figure] }),
            Derived::Change | Derived::PercentChange => {
                let before = series.before(period).ok_or_else(|| none_before(series, period))?;
                let (before, earlier) = value(series, &before.period)?;
                let made = match reference.derived {
                    Derived::Change => amount.change_from(earlier),
                    _ => amount.percent_change_from(earlier),
                };
                Ok(Truth { amount: computed(made)?, figures: vec![figure, before] })
            }
            Derived::Share(whole) => {
                let (other, whole) = value(self.series(whole)?, period)?;
                Ok(Truth { amount: computed(amount.share_of(whole))?, figures: vec![figure, other] })
            }
        }
    }

    /// The place of words that stand in the file letter for letter, in one piece.
    fn letters(&self, content: &[Inline]) -> Option<Span> {
        let [Inline { span, kind: InlineKind::Text(text) }] = content else { return None };
        (self.sources.text(span.file).get(span.range()) == Some(text)).then_some(*span)
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
    let help = match known.first() {
        None => format!("write it into figures.yaml: `{id}: …`"),
        Some(one) => format!("it has values for {}; name the period to quote one: figure:{id}@{one}", known.join(", ")),
    };
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

fn not_computed(id: &str) -> Trouble {
    let message = format!("what is asked of `{id}` cannot be computed");
    (&FIGURE_NO_VALUE, message, "look whether one of the values is 0, negative or of another unit".into())
}

/// Checks every quotation of a text and fills in the empty ones.
pub(super) fn quote(prose: &mut Prose, scope: &Scope<'_>, out: &mut Vec<Diagnostic>) -> Vec<Quotation> {
    let mut quotations = Vec::new();
    lines_mut(prose, &mut |line| quote_line(line, scope, &mut quotations, out));
    blocks_mut(prose, &mut |block| {
        if let BlockKind::Stats(stats) = &mut block.kind {
            stats.iter_mut().for_each(|stat| quote_value(stat, scope, &mut quotations, out));
        }
    });
    quotations
}

/// Reports the numbers of a text that refer to no figure.
pub(super) fn demand_figures(prose: &Prose, out: &mut Vec<Diagnostic>) {
    for found in loose_figures_of(prose) {
        let number = found.value.replace('\n', " ");
        out.push(Diagnostic::new(&FIGURE_UNCHECKED, found.span, format!("`{number}` refers to no figure")).help(
            format!(
                "make it a link to its figure: [{number}](figure:...); or take `figures: checked` out of the document"
            ),
        ));
    }
}

/// The same for one tile.
pub(super) fn quote_stat(
    stat: &mut Stat,
    scope: &Scope<'_>,
    quotations: &mut Vec<Quotation>,
    out: &mut Vec<Diagnostic>,
) {
    stat_lines_mut(stat, &mut |line| quote_line(line, scope, quotations, out));
    quote_value(stat, scope, quotations, out);
}

/// The figure that a tile shows: its value, its label and how it changed, as far as the author
/// leaves them to be filled in.
fn quote_value(stat: &mut Stat, scope: &Scope<'_>, quotations: &mut Vec<Quotation>, out: &mut Vec<Diagnostic>) {
    let Some(reference) = &stat.figure else { return };
    let span = reference.span;
    let truth = scope.truth(&reference.value);
    quotations.push(Quotation { span, reference: reference.value.clone(), homes: homes(&truth), explained: false });
    let truth = match truth {
        Ok(truth) => truth,
        Err((rule, message, help)) => return out.push(Diagnostic::new(rule, span, message).help(help)),
    };
    let Ok(series) = scope.series(&reference.value.id) else { return };
    if stat.value.value.is_empty() {
        stat.value.value = shown(&filled(&truth.amount, &reference.value));
    } else {
        let mut link = Link {
            target: Target::Figure(Box::new(reference.value.clone())),
            title: String::new(),
            automatic: false,
            content: vec![Inline { span: stat.value.span, kind: InlineKind::Text(stat.value.value.clone()) }],
        };
        quote_one(&mut link, &reference.value, stat.value.span, "", scope, out);
    }
    if stat.label.is_empty() {
        stat.label = vec![Inline { span, kind: InlineKind::Text(series.indicator.label.clone()) }];
    }
    let period = reference.value.period.as_ref().or(scope.period);
    let before = period.and_then(|period| series.before(period)).filter(|_| reference.value.derived == Derived::Value);
    stat.compared = before.and_then(|before| {
        let change = truth.amount.change_from(before.amount()?)?;
        let better = series.indicator.better.and_then(|better| better.of(&change));
        Some(Compared { change, before: before.period.clone(), better })
    });
    // The change tells readers the value before, which must be public too.
    if stat.compared.is_some()
        && stat.change.is_none()
        && let Some((before, quotation)) = before.zip(quotations.last_mut())
    {
        quotation.homes.push(stated_in(before));
    }
}

/// A quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// Where it stands.
    pub span: Span,
    /// What it quotes.
    pub reference: Reference,
    /// For each figure behind what is quoted, the documents that state it.
    pub homes: Vec<Vec<SitePath>>,
    /// Whether it differs for a reason that the author states.
    pub explained: bool,
}

/// Checks one line.
pub(super) fn quote_line(
    line: &mut [Inline],
    scope: &Scope<'_>,
    quotations: &mut Vec<Quotation>,
    out: &mut Vec<Diagnostic>,
) {
    let mut before = String::new();
    for inline in line {
        let span = inline.span;
        if let InlineKind::Link(link) = &mut inline.kind
            && let Target::Figure(reference) = &link.target
        {
            let reference = Reference::clone(reference);
            let homes = homes(&scope.truth(&reference));
            let explained = quote_one(link, &reference, span, &before, scope, out);
            quotations.push(Quotation { span, reference, homes, explained });
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
        let text = shown(&filled(&truth.amount, reference));
        link.content = vec![Inline { span, kind: InlineKind::Text(text) }];
        return false;
    }
    let level = matches!(reference.derived, Derived::Value | Derived::Share(_));
    let judge: fn(&Quoted, &Amount) -> Verdict = if level { judge } else { judge_change };
    let quoted = read_quotation(before, &written);
    let wrong = match &quoted {
        Ok(quoted) => explain(&written, quoted, &truth.amount, &judge(quoted, &truth.amount)),
        Err(unread) => Some(unread.clone()),
    };
    let Some((message, help)) = wrong else { return false };
    if !link.title.trim().is_empty() {
        return true;
    }
    let mut told = Diagnostic::new(&FIGURE_WRONG, span, message)
        .help(format!("{help}; or give the reason for the difference: [{}](figure:… \"the reason\")", written.trim()));
    for figure in &truth.figures {
        told = told.label(figure.home, format!("{} in {}", figure.written, figure.period.key()));
    }
    let right = quoted.ok().and_then(|quoted| rewrite(before, &written, &quoted, &truth.amount, judge));
    let edit =
        right.and_then(|(range, new)| Some(Edit::new(scope.letters(&link.content)?.part(range.start, range.end), new)));
    out.push(told.mend(Change::Figure, edit.into_iter().collect()));
    false
}

/// The documents behind a truth.
fn homes(truth: &Result<Truth<'_>, Trouble>) -> Vec<Vec<SitePath>> {
    let figures = truth.as_ref().map_or(&[][..], |truth| truth.figures.as_slice());
    figures.iter().map(|figure| stated_in(figure)).collect()
}

fn stated_in(figure: &Figure) -> Vec<SitePath> {
    figure.statements().map(|figure| figure.document.clone()).collect()
}

/// What is filled in for a figure: itself as it was written, and what is made of it to a tenth.
fn filled(amount: &Amount, reference: &Reference) -> Amount {
    const TENTHS: i32 = -1;
    match reference.derived {
        Derived::Value | Derived::Change => *amount,
        Derived::PercentChange | Derived::Share(_) => amount.rounded(TENTHS.max(amount.step)).unwrap_or(*amount),
    }
}

/// An amount as running text shows it: with a true minus, and never broken at the end of a line.
fn shown(amount: &Amount) -> String {
    amount.to_string().replace(' ', "\u{a0}").replace('-', "\u{2212}")
}

/// Reports public documents that quote what only unpublished ones state, and indicators that an
/// edition has no longer.
pub(super) fn check_figures(site: &Site, unpublished: &[Arc<Document>], out: &mut Vec<Diagnostic>) {
    let hidden: BTreeSet<&SitePath> = unpublished.iter().map(|document| &document.path).collect();
    for document in &site.documents {
        for quotation in site.quotations(&document.path) {
            // What one public document states, readers may know.
            let secret = quotation
                .homes
                .iter()
                .find(|homes| !homes.is_empty() && homes.iter().all(|home| hidden.contains(home)));
            if let Some(home) = secret.and_then(|homes| homes.first()) {
                let message = format!("`{}` stands in {home}, which is not published yet", quotation.reference.id);
                out.push(
                    Diagnostic::new(&FIGURE_NOT_PUBLIC, quotation.span, message)
                        .help("publish that document first, or take the quotation out until then"),
                );
            }
        }
    }
    // A value that cannot be read has been reported, and is not left out.
    if out.iter().any(|told| told.rule == &BAD_AMOUNT) {
        return;
    }
    for (index, document) in site.documents.iter().enumerate() {
        let editions = site.editions(index);
        let before = editions.iter().position(|edition| *edition == index).and_then(|place| editions.get(place + 1));
        let period = |document: &Document| document.header.period.as_ref().map(|period| period.value.clone());
        let before = before.and_then(|before| period(site.document(*before)?));
        let (Some(now), Some(before)) = (period(document), before) else { continue };
        // An edition without any figures does not leave out one of them.
        if document.figures.is_none() {
            continue;
        }
        for (series, figures) in site.all_figures().filter(|(series, _)| series.owner.is_none()) {
            let has = |period: &Period| figures.iter().any(|figure| figure.period == *period);
            if has(&before) && !has(&now) {
                let message = format!(
                    "`{}` has a value for {} and none for {}",
                    series.indicator.id.value,
                    before.key(),
                    now.key()
                );
                out.push(
                    Diagnostic::new(&FIGURE_DROPPED, document.header.kind.span, message)
                        .help("add it to figures.yaml; write N/A if there is none any more"),
                );
            }
        }
    }
}
