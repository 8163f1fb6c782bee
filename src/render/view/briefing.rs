//! Briefings: the cover list of a pack, the committees, and the cover sheet of a report.

use super::common::{About, ContactView, Context, Link};
use super::document::{DocumentView, Fact, about, first_page};
use super::text::{Word, words};
use super::{Html, lists};
use crate::content::briefing::{Item, Paper, Purpose};
use crate::content::{Chapter, Document, Exempt};
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
    href: Option<String>,
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
        facts: Vec<Fact>,
        for_information: bool,
        body: Option<Html>,
        items: Vec<ItemView>,
        others: Vec<BriefingLink>,
        words: Vec<Word>,
    }
    let Some(document) = context.site.document(index) else { return lists::not_found(context) };
    let Some(briefing) = document.header.briefing.as_deref() else { return lists::not_found(context) };
    let committee = Address::committees().below(&slug(&briefing.committee));
    let fact = |key: &str, value: Option<String>| {
        value.map(|value| Fact { label: context.word(key, &[]), value, href: None, datetime: None })
    };
    let facts = [
        Some(Fact {
            label: context.word("briefing_committee", &[]),
            value: briefing.committee.clone(),
            href: context.site.pages.contains_key(&committee).then(|| context.link(&committee)),
            datetime: None,
        }),
        fact("briefing_meeting", briefing.meeting.map(|date| context.date(date))),
        fact("briefing_place", briefing.place.clone()),
        fact("briefing_reference", briefing.reference.clone()),
    ];
    let introduction = document.introduction().map(AsRef::as_ref);
    let view = View {
        facts: facts.into_iter().flatten().collect(),
        for_information: briefing.purpose == Purpose::Information,
        body: introduction.filter(|text| !text.prose.blocks.is_empty()).map(|text| context.html(text, None)),
        items: items(context, document).into_iter().map(|(item, _)| item).collect(),
        others: links(context, &slug(&briefing.committee), Some(index)),
        words: words(context, introduction),
        document: first_page(context, document, index),
    };
    let description = document.header.summary.clone();
    context.view(&about(document, document.title(), None, description), view)
}

/// The items of a pack's cover list, each with the report of the pack that it is.
pub(super) fn items<'a>(context: &Context<'_>, pack: &'a Document) -> Vec<(ItemView, Option<&'a Arc<Chapter>>)> {
    let Some(briefing) = pack.header.briefing.as_deref() else { return Vec::new() };
    briefing.items.iter().filter_map(|item| item_view(context, pack, item)).collect()
}

fn item_view<'a>(
    context: &Context<'_>,
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
        Paper::Exempt(exempt) => view.exempt = Some(exempt_words(context, *exempt)),
        Paper::Report(name) => {
            if let Some(withheld) = pack.withheld.iter().find(|withheld| withheld.slug == name.value) {
                view.exempt = Some(exempt_words(context, withheld.exempt));
            } else {
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
        Paper::Document(path) => {
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
            } else {
                let why = context.site.exempt.get(&path.value).copied();
                view.exempt = Some(exempt_words(context, why.unwrap_or(Exempt { paragraph: None })));
            }
        }
    }
    if view.title.is_empty() {
        view.title = context.word("exempt_item", &[]);
    }
    Some((view, paper))
}

/// Why something is not for the public, in plain words.
fn exempt_words(context: &Context<'_>, exempt: Exempt) -> String {
    let notice = context.word("exempt_notice", &[]);
    let Some(paragraph) = exempt.paragraph else { return notice };
    let number = paragraph.to_string();
    let why = context.word(&format!("exempt_{number}"), &[]);
    format!("{notice} {}", context.word("exempt_because", &[("why", &why), ("paragraph", &number)]))
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
        fact("report_decision_maker", cover.decision_maker.clone()),
        fact("report_date", cover.date.map(|date| context.date(date))),
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
    let impact = cover.impact.iter().zip(texts).map(|(impact, answers)| ImpactView {
        title: impact.title.clone(),
        answers: impact
            .fields
            .iter()
            .zip(answers)
            .map(|((question, _), answer)| Answer { question: question.clone(), answer })
            .collect(),
    });
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
        impact: impact.collect(),
        not_applicable: cover.not_applicable.clone(),
        background,
        replaces,
    }))
}
