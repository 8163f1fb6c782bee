//! Documents: the landing page, a chapter, a document of one page.

use super::Html;
use super::briefing::pack_facts;
use super::common::{About, ContactView, Context, Link};
use super::text::{HeadlineView, TocEntry, Word, headlines, toc, words};
use super::{easy_read, promises};
use crate::content::briefing::Purpose;
use crate::content::{Chapter, Document, Form, Header, Kind};
use crate::site::Address;
use minijinja::value::Value;
use serde::Serialize;
use std::sync::Arc;

/// How many chapters (or editions) a list shows on each side of the page's own, at least: a list
/// of everything on every page would make a site grow with the square of its length.
const NEIGHBOURS: usize = 20;

#[derive(Serialize)]
pub(super) struct Fact {
    pub(super) label: String,
    pub(super) value: String,
    pub(super) href: Option<String>,
    pub(super) datetime: Option<String>,
}

#[derive(Serialize)]
pub(super) struct DocumentView {
    kicker: String,
    title: String,
    summary: Option<String>,
    href: String,
    facts: Vec<Fact>,
    contact: Option<ContactView>,
    headlines: Vec<HeadlineView>,
    chapters: Vec<ChapterLink>,
    whole_href: Option<String>,
    /// Whether its chapters are the papers of a pack.
    pack: bool,
    /// The Easy Read edition.
    easy_read: Option<Link>,
    changes_href: Option<String>,
    promises: Option<PromisesView>,
    editions: Vec<Edition>,
    corrections: Vec<CorrectionView>,
    published: Option<String>,
    updated: Option<String>,
}

/// What a document promises: how many stand where, and the page of all of them.
#[derive(Serialize)]
pub(super) struct PromisesView {
    summary: String,
    href: String,
}

impl PromisesView {
    pub(super) fn of(context: &Context<'_>, document: &Document) -> Option<PromisesView> {
        let page = context.site.promises_of(document)?;
        Some(PromisesView { summary: promises::summary(context, document)?, href: context.link(&page) })
    }
}

#[derive(Serialize)]
struct ChapterLink {
    number: usize,
    title: String,
    summary: Option<String>,
    href: String,
    minutes: usize,
    current: bool,
}

#[derive(Serialize)]
struct Edition {
    label: String,
    href: String,
    current: bool,
}

#[derive(Serialize)]
struct CorrectionView {
    date: String,
    text: String,
}

fn corrections(context: &Context<'_>, header: &Header) -> Vec<CorrectionView> {
    let corrections = header.corrections.iter();
    corrections
        .map(|correction| CorrectionView { date: context.date(correction.date), text: correction.text.clone() })
        .collect()
}

/// Whom to ask; a cover sheet says it by itself.
fn contact(header: &Header) -> Option<ContactView> {
    header.contact.as_ref().filter(|_| header.kind.value != Kind::Report).map(ContactView::new)
}

/// "Local Account, 2019 to 2020".
pub(super) fn kicker(context: &Context<'_>, document: &Document) -> Option<String> {
    let kind = document.header.kind.value;
    let period = document
        .header
        .period
        .as_ref()
        .map(|period| period.value.words(&|key, arguments| context.word(key, arguments)));
    let decides = document.header.briefing.as_ref().is_some_and(|briefing| briefing.purpose == Purpose::Decision);
    let name = context.word(if decides { "kind_papers" } else { kind.key() }, &[]);
    match (kind, period) {
        (Kind::Page, period) => period,
        (_, Some(period)) => Some(format!("{name}, {period}")),
        (_, None) => Some(name),
    }
}

/// What every page of a document shows of it; only the landing page fills in the rest.
pub(super) fn brief_view(
    context: &Context<'_>,
    document: &Document,
    shown: std::ops::Range<usize>,
    current: Option<usize>,
) -> DocumentView {
    let address = Address::of(&document.path);
    let chapters = document.chapters().iter().enumerate().skip(shown.start).take(shown.len());
    let header = &document.header;
    DocumentView {
        kicker: kicker(context, document).unwrap_or_default(),
        title: document.title().to_owned(),
        summary: header.summary.clone(),
        href: context.link(&address),
        facts: Vec::new(),
        contact: None,
        headlines: Vec::new(),
        chapters: chapters
            .map(|(number, chapter)| ChapterLink {
                number: position(document, number, chapter),
                title: chapter.title.clone(),
                summary: chapter.summary.clone(),
                href: context.link(&address.below(&chapter.slug)),
                minutes: chapter.minutes(),
                current: current == Some(number),
            })
            .collect(),
        whole_href: Some(address.below("whole"))
            .filter(|whole| context.site.pages.contains_key(whole))
            .map(|whole| context.link(&whole)),
        pack: header.briefing.is_some(),
        easy_read: easy_read::edition_link(context, document),
        changes_href: context.site.changes_of(document).map(|address| context.link(&address)),
        promises: None,
        editions: Vec::new(),
        corrections: Vec::new(),
        published: header.published.as_ref().map(|date| context.date(date.value)),
        updated: header.updated.map(|date| context.date(date)),
    }
}

/// The number of a chapter: its place among them, or on the cover list of a pack.
fn position(document: &Document, place: usize, chapter: &Chapter) -> usize {
    let item = document.header.briefing.as_ref().and_then(|briefing| briefing.place_of(&chapter.slug));
    item.unwrap_or(place) + 1
}

fn facts(context: &Context<'_>, document: &Document) -> Vec<Fact> {
    let header = &document.header;
    let mut facts = header.briefing.as_ref().map(|briefing| pack_facts(context, briefing)).unwrap_or_default();
    let mut fact = |key: &str, value: String, datetime: Option<String>| {
        facts.push(Fact { label: context.word(key, &[]), value, href: None, datetime });
    };
    if let Some(owner) = document.plan.as_ref().and_then(|plan| plan.promises.owner.clone()) {
        fact("plan_owner", owner, None);
    }
    if let Some(period) = &header.period {
        fact("fact_period", period.value.words(&|key, arguments| context.word(key, arguments)), None);
    }
    if let Some(date) = &header.published {
        fact("fact_published", context.date(date.value), Some(date.value.to_string()));
    }
    if let Some(date) = header.updated {
        fact("fact_updated", context.date(date), Some(date.to_string()));
    }
    if let Some(committee) = document.register.as_ref().and_then(|register| register.committee.clone()) {
        fact("risk_committee", committee, None);
    }
    if !document.is_looked_up() {
        let words: usize = document.own_texts().map(|text| text.words).sum();
        let minutes = words.div_ceil(200).max(1).to_string();
        fact("fact_reading_time", context.word("minutes", &[("count", &minutes)]), None);
    }
    facts
}

fn editions(context: &Context<'_>, index: usize) -> Vec<Edition> {
    let editions = context.site.editions(index);
    if editions.len() < 2 {
        return Vec::new();
    }
    let here = editions.iter().position(|edition| *edition == index).unwrap_or(0);
    editions
        .iter()
        .copied()
        .skip(here.saturating_sub(NEIGHBOURS))
        .take(2 * NEIGHBOURS)
        .filter_map(|edition| {
            let document = context.site.document(edition)?;
            let period = document.header.period.as_ref()?.value.words(&|key, arguments| context.word(key, arguments));
            Some(Edition { label: period, href: context.link(&Address::of(&document.path)), current: edition == index })
        })
        .collect()
}

pub(super) fn landing(context: &Context<'_>, index: usize) -> Value {
    #[derive(Serialize)]
    struct View {
        document: DocumentView,
        toc: Vec<TocEntry>,
        body: Option<Html>,
        words: Vec<Word>,
    }
    let Some(document) = context.site.document(index) else { return Value::UNDEFINED };
    let introduction = document.introduction();
    let view = View {
        document: first_page(context, document, index),
        toc: introduction.map(|text| toc(text)).unwrap_or_default(),
        body: introduction.map(|text| context.html(text, None)),
        words: words(context, introduction.map(AsRef::as_ref)),
    };
    context.view(&about(document, document.title(), None, document.header.summary.clone()), view)
}

/// What the first page of a document shows of it.
pub(super) fn first_page(context: &Context<'_>, document: &Document, index: usize) -> DocumentView {
    let header = &document.header;
    let listed = match document.form {
        Form::Folder(..) => document.chapters().len(),
        Form::Single(_) => 0,
    };
    DocumentView {
        facts: facts(context, document),
        contact: contact(header),
        headlines: headlines(context, &header.headlines, &Address::of(&document.path)),
        promises: PromisesView::of(context, document),
        editions: editions(context, index),
        corrections: corrections(context, header),
        ..brief_view(context, document, 0..listed, None)
    }
}

/// What the page that holds all of a document shows of it.
pub(super) fn cover(context: &Context<'_>, document: &Document) -> DocumentView {
    DocumentView {
        facts: facts(context, document),
        contact: contact(&document.header),
        ..brief_view(context, document, 0..0, None)
    }
}

pub(super) fn about<'a>(
    document: &'a Document,
    title: &str,
    within: Option<&'a str>,
    description: Option<String>,
) -> About<'a> {
    About { title: title.to_owned(), within, description, document: Some(document) }
}

pub(super) fn chapter(context: &Context<'_>, index: usize, number: usize) -> Value {
    #[derive(Serialize)]
    struct View {
        document: DocumentView,
        chapter: ChapterView,
        toc: Vec<TocEntry>,
        body: Html,
        words: Vec<Word>,
        /// The chapters of the Easy Read edition that retell it.
        easy: Vec<Link>,
        previous: Option<Neighbour>,
        next: Option<Neighbour>,
    }
    #[derive(Serialize)]
    struct ChapterView {
        number: usize,
        total: usize,
        title: String,
        summary: Option<String>,
        minutes: usize,
        words_count: usize,
        /// Whether it is a report of a pack.
        report: bool,
    }
    #[derive(Serialize)]
    struct Neighbour {
        title: String,
        href: String,
    }
    let Some(document) = context.site.document(index) else { return Value::UNDEFINED };
    let chapters = document.chapters();
    let Some(chapter) = chapters.get(number) else { return Value::UNDEFINED };
    let address = Address::of(&document.path);
    let neighbour = |chapter: &Arc<Chapter>| Neighbour {
        title: chapter.title.clone(),
        href: context.link(&address.below(&chapter.slug)),
    };
    let shown = number.saturating_sub(NEIGHBOURS)..(number + NEIGHBOURS + 1).min(chapters.len());
    let shown = if chapters.len() <= 2 * NEIGHBOURS + 1 { 0..chapters.len() } else { shown };
    let view = View {
        document: brief_view(context, document, shown, Some(number)),
        chapter: ChapterView {
            number: position(document, number, chapter),
            total: document.header.briefing.as_ref().map_or(chapters.len(), |briefing| briefing.items.len()),
            title: chapter.title.clone(),
            summary: chapter.summary.clone(),
            minutes: chapter.minutes(),
            words_count: chapter.words,
            report: chapter.report,
        },
        toc: toc(chapter),
        body: context.html(chapter, None),
        words: words(context, [&**chapter]),
        easy: easy_read::twins(context, document, chapter),
        previous: number.checked_sub(1).and_then(|previous| chapters.get(previous)).map(neighbour),
        next: chapters.get(number + 1).map(neighbour),
    };
    context.view(&about(document, &chapter.title, Some(document.title()), chapter.summary.clone()), view)
}

pub(super) fn single(context: &Context<'_>, index: usize) -> Value {
    #[derive(Serialize)]
    struct View {
        title: String,
        summary: Option<String>,
        toc: Vec<TocEntry>,
        body: Html,
        words: Vec<Word>,
        kicker: Option<String>,
        headlines: Vec<HeadlineView>,
        corrections: Vec<CorrectionView>,
        contact: Option<ContactView>,
        published: Option<String>,
        updated: Option<String>,
    }
    let Some(document) = context.site.document(index) else { return Value::UNDEFINED };
    let Some(text) = document.chapters().first() else { return Value::UNDEFINED };
    let header = &document.header;
    let view = View {
        title: text.title.clone(),
        summary: header.summary.clone(),
        toc: toc(text),
        body: context.html(text, None),
        words: words(context, [&**text]),
        kicker: kicker(context, document),
        headlines: headlines(context, &header.headlines, &Address::of(&document.path)),
        corrections: corrections(context, header),
        contact: contact(header),
        published: header.published.as_ref().map(|date| context.date(date.value)),
        updated: header.updated.map(|date| context.date(date)),
    };
    context.view(&about(document, &text.title, None, header.summary.clone()), view)
}
