//! Briefings: the cover list of a pack, the committees, and the cover sheet of a report.

use super::common::{About, ContactView, Context, Link};
use super::document::{DocumentView, Fact, about, first_page};
use super::text::{Word, words};
use super::{Html, lists};
use crate::content::briefing::{Briefing, Item, Paper, Purpose};
use crate::content::{Chapter, Document, Exempt, Form};
use crate::prose::{CoverSheet, InlineKind, Living, Resolver, slug};
use crate::render::resolver::PageResolver;
use crate::render::sitemap::canonical;
use crate::site::{Address, committees_of};
use minijinja::value::{Serde, Value};
use serde::Serialize;
use std::sync::Arc;

/// An item of the cover list.
#[derive(Serialize)]
pub(super) struct ItemView {
    pub(super) title: String,
    pub(super) href: Option<String>,
    /// The address on the web, for paper, where the site knows its own.
    address: Option<String>,
    /// What it is: "Report", "Local Account, 2019 to 2020".
    kind: Option<String>,
    author: Option<String>,
    minutes: Option<usize>,
    note: Option<String>,
    /// Why it is not here, in plain words.
    exempt: Option<String>,
}

/// A briefing, or a committee, in a list.
#[derive(Serialize)]
struct BriefingLink {
    title: String,
    href: String,
    meeting: Option<String>,
    current: bool,
}

/// The cover list of the briefing of this index.
pub(super) fn briefing(context: &Context<'_>, index: usize) -> Value {
    #[derive(Serialize)]
    struct View {
        document: DocumentView,
        for_information: bool,
        body: Option<Html>,
        items: Vec<ItemView>,
        others: Vec<BriefingLink>,
        words: Vec<Word>,
    }
    let Some(document) = context.site.document(index) else { return lists::not_found(context) };
    let Some(briefing) = document.header.briefing.as_deref() else { return lists::not_found(context) };
    let introduction = document.introduction().map(AsRef::as_ref);
    let view = View {
        for_information: briefing.purpose == Purpose::Information,
        body: introduction.filter(|text| !text.prose.blocks.is_empty()).map(|text| context.html(text, None)),
        items: items(context, document).into_iter().map(|(item, _)| item).collect(),
        others: links(context, &slug(&briefing.committee.value), Some(index)),
        words: words(context, introduction),
        document: first_page(context, document, index),
    };
    let description = document.header.summary.clone();
    context.view(&about(document, document.title(), None, description), view)
}

/// What a pack says of its meeting: the committee, the day, the place, the reference.
pub(super) fn pack_facts(context: &Context<'_>, briefing: &Briefing) -> Vec<Fact> {
    let committee = Address::committees().below(&slug(&briefing.committee.value));
    let fact = |key: &str, value: Option<String>, href: Option<String>| {
        value.map(|value| Fact { label: context.word(key, &[]), value, href, datetime: None })
    };
    let page = context.site.pages.contains_key(&committee).then(|| context.link(&committee));
    let facts = [
        fact("briefing_committee", Some(briefing.committee.value.clone()), page),
        fact("briefing_meeting", briefing.meeting.map(|date| context.date(date)), None),
        fact("briefing_place", briefing.place.clone(), None),
        fact("briefing_reference", briefing.reference.clone(), None),
    ];
    facts.into_iter().flatten().collect()
}

/// The items of a pack's cover list, each with the text that it is: a report of the pack, or a document of one page.
pub(super) fn items<'a>(context: &Context<'a>, pack: &'a Document) -> Vec<(ItemView, Option<&'a Arc<Chapter>>)> {
    let Some(briefing) = pack.header.briefing.as_deref() else { return Vec::new() };
    briefing.items.iter().filter_map(|item| item_view(context, pack, item)).collect()
}

fn item_view<'a>(
    context: &Context<'a>,
    pack: &'a Document,
    item: &Item,
) -> Option<(ItemView, Option<&'a Arc<Chapter>>)> {
    let mut paper = None;
    let mut view = ItemView {
        title: item.title.clone().unwrap_or_default(),
        href: None,
        address: None,
        kind: None,
        author: item.author.clone(),
        minutes: None,
        note: item.note.clone(),
        exempt: None,
    };
    match &item.paper {
        Some(Paper::Report(name)) => {
            let withheld = pack.withheld.iter().find(|withheld| withheld.slug == name.value);
            match withheld.map(|withheld| withheld.exempt).or(item.exempt) {
                Some(exempt) => view.exempt = Some(exempt_words(context, exempt)),
                None => {
                    let report = pack.chapters().iter().find(|report| report.slug == name.value)?;
                    if item.title.is_none() {
                        view.title.clone_from(&report.title);
                    }
                    view.href = context.site.files.get(&report.path).map(|address| context.link(address));
                    view.kind = Some(context.word("kind_report", &[]));
                    view.minutes = Some(report.minutes());
                    view.author = view.author.or_else(|| cover_of(report)?.chief_officer.clone());
                    paper = Some(report);
                }
            }
        }
        Some(Paper::Document(path)) => {
            // One that is not public is an exempt one, or a mistake that has been told.
            if let Some(document) = context.site.document_at(&path.value) {
                if item.title.is_none() {
                    document.title().clone_into(&mut view.title);
                }
                let address = Address::of(&document.path);
                view.href = Some(context.link(&address));
                let base = context.site.settings.base_url.as_deref();
                view.address = base.map(|base| canonical(base, address.as_str()));
                view.kind = super::document::kicker(context, document);
                let minutes = document.own_texts().map(|text| text.minutes()).sum();
                view.minutes = Some(minutes).filter(|_| !document.is_looked_up());
                if let Form::Single(text) = &document.form {
                    paper = Some(text);
                }
            } else {
                let why = context.site.exempt.get(&path.value).copied();
                view.exempt = Some(exempt_words(context, why.unwrap_or(Exempt::UNREADABLE)));
            }
        }
        None => view.exempt = item.exempt.map(|exempt| exempt_words(context, exempt)),
    }
    if view.title.is_empty() {
        view.title = context.word("exempt_item", &[]);
    }
    Some((view, paper))
}

/// Why something is not for the public, in plain words.
fn exempt_words(context: &Context<'_>, exempt: Exempt) -> String {
    let because = exempt.paragraphs().map(|paragraph| {
        let number = paragraph.to_string();
        let why = context.word(&format!("exempt_{number}"), &[]);
        context.word("exempt_because", &[("why", &why), ("paragraph", &number)])
    });
    std::iter::once(context.word("exempt_notice", &[])).chain(because).collect::<Vec<_>>().join(" ")
}

fn cover_of(report: &Chapter) -> Option<&CoverSheet> {
    report.prose.blocks.iter().find_map(|block| match &block.kind {
        crate::prose::BlockKind::Cover(cover) => Some(&**cover),
        _ => None,
    })
}

/// The briefings of a committee, the latest first.
fn links(context: &Context<'_>, committee: &str, current: Option<usize>) -> Vec<BriefingLink> {
    let briefings = context.site.briefings_of(committee).into_iter();
    briefings
        .filter_map(|(index, briefing)| {
            let document = context.site.document(index)?;
            Some(BriefingLink {
                title: document.title().to_owned(),
                href: context.link(&Address::of(&document.path)),
                meeting: briefing.meeting.map(|date| context.date(date)),
                current: current == Some(index),
            })
        })
        .collect()
}

/// What a committee is called.
pub(super) fn committee_name(context: &Context<'_>, slug: &str) -> String {
    committees_of(&context.site.documents).remove(slug).unwrap_or_default()
}

/// The briefings of a committee.
pub(super) fn committee(context: &Context<'_>, slug: &str) -> Value {
    let heading = Some(context.word("kind_briefing_many", &[]));
    list(context, committee_name(context, slug), heading, links(context, slug, None))
}

/// All committees.
pub(super) fn committees(context: &Context<'_>) -> Value {
    let link = |(slug, title): (String, String)| BriefingLink {
        title,
        href: context.link(&Address::committees().below(&slug)),
        meeting: None,
        current: false,
    };
    let links = committees_of(&context.site.documents).into_iter().map(link).collect();
    list(context, context.word("committees", &[]), None, links)
}

fn list(context: &Context<'_>, title: String, heading: Option<String>, links: Vec<BriefingLink>) -> Value {
    #[derive(Serialize)]
    struct View {
        heading: Option<String>,
        links: Vec<BriefingLink>,
    }
    context.view(&About { title, within: None, description: None, document: None }, View { heading, links })
}

/// A section of a cover sheet.
#[derive(Serialize)]
struct ImpactView {
    title: String,
    answers: Vec<Answer>,
}

#[derive(Serialize)]
struct Answer {
    question: String,
    answer: Html,
}

/// The view of a cover sheet.
pub(super) fn cover_view(resolver: &PageResolver<'_>, cover: &CoverSheet, component: &Living<'_>) -> Value {
    #[derive(Serialize)]
    struct View {
        level: u8,
        facts: Vec<Fact>,
        details: Vec<Answer>,
        contact: Option<ContactView>,
        reason: Option<Html>,
        recommendations: Vec<Html>,
        impact: Vec<ImpactView>,
        not_applicable: Vec<String>,
        background: Vec<Html>,
        replaces: Option<Link>,
    }
    let context = resolver.context;
    let fact = |key: &str, value: Option<String>| {
        let label = context.word(key, &[]);
        value.filter(|value| !value.is_empty()).map(|value| Fact { label, value, href: None, datetime: None })
    };
    let facts = [
        fact("report_number", cover.number.clone()),
        fact("report_decision_maker", cover.decision_maker.as_ref().map(|maker| maker.value.clone())),
        fact("report_date", cover.date.as_ref().map(|date| context.date(date.value))),
        fact("report_decision_type", cover.decision_type.clone()),
        fact("report_chief_officer", cover.chief_officer.clone()),
        fact("report_wards", Some(cover.wards.join(", "))),
    ];
    let mut texts = component
        .texts
        .iter()
        .map(|texts| texts.iter().map(|text| Value::from_safe_string(text.clone())).collect::<Vec<Html>>());
    let reason = texts.next().unwrap_or_default().pop();
    let (recommendations, background) = (texts.next().unwrap_or_default(), texts.next().unwrap_or_default());
    let impact: Vec<ImpactView> = cover
        .impact
        .iter()
        .zip(texts.by_ref())
        .map(|(impact, answers)| ImpactView {
            title: impact.title.clone(),
            answers: impact
                .fields
                .iter()
                .zip(answers)
                .map(|((question, _), answer)| Answer { question: question.clone(), answer })
                .collect(),
        })
        .collect();
    let details = cover.details.iter().zip(texts.next().unwrap_or_default());
    let replaces = cover.replaces.as_ref().and_then(|inline| match &inline.kind {
        InlineKind::Link(link) => {
            let crate::site::Destination::Page(address, _) =
                resolver.site.resolve(&resolver.from, &link.target).ok()?
            else {
                return None;
            };
            Some(Link { label: context.title_of(&address), href: resolver.href(&link.target).map(|href| href.url) })
        }
        _ => None,
    });
    Value::from(Serde(View {
        level: component.level,
        facts: facts.into_iter().flatten().collect(),
        contact: cover.contact.as_ref().map(ContactView::new),
        reason,
        recommendations,
        details: details.map(|((question, _), answer)| Answer { question: question.clone(), answer }).collect(),
        impact,
        not_applicable: cover.not_applicable.clone(),
        background,
        replaces,
    }))
}
