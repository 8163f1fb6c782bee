//! The components of a text that show what stands in other documents.

use super::evidence::{Evidence, evidence};
use super::{StandingView, Terms, action_link, actions, standing_view};
use crate::prose::component::{Commitment, Outcome};
use crate::prose::{BlockKind, Living, plain_text};
use crate::render::resolver::PageResolver;
use crate::render::view::Html;
use crate::render::view::briefing::cover_view;
use crate::render::view::common::{Context, Link};
use crate::site::{Promise, Standing};
use minijinja::value::{Serde, Value};
use serde::Serialize;

/// A component as HTML; nothing where what it shows is not public.
pub(in crate::render) fn living(resolver: &PageResolver<'_>, component: &Living<'_>) -> Option<String> {
    let context = resolver.context;
    match component.kind {
        BlockKind::Commitments(all) => {
            context.component("component-commitments.html", commitments(resolver, all, component))
        }
        BlockKind::Outcomes(all) => context.component("component-outcomes.html", outcomes(resolver, all, component)),
        BlockKind::Cover(cover) => context.component("component-cover.html", cover_view(resolver, cover, component)),
        BlockKind::Actions(chosen) => context.component("component-actions.html", actions::actions(context, chosen)?),
        _ => None,
    }
}

/// A commitment in its chapter.
#[derive(Serialize)]
struct Entry {
    id: String,
    text: Html,
    measures: Vec<Html>,
    terms: Terms,
    /// Where it stands, if there is anything to say of that.
    standing: Option<StandingView>,
    /// The place where all that became of it stands.
    follow: Option<String>,
    /// The action that carries it out.
    action: Option<Link>,
}

fn commitments(resolver: &PageResolver<'_>, all: &[Commitment], component: &Living<'_>) -> Value {
    #[derive(Serialize)]
    struct View {
        entries: Vec<Entry>,
        promises_href: Option<String>,
    }
    let context = resolver.context;
    let document = document_of(resolver);
    let page = document.and_then(|document| context.site.promises_of(document));
    let entries = all.iter().zip(&component.texts).map(|(commitment, texts)| {
        let promise = document.and_then(|document| context.site.promises().get(&document.path, &commitment.id.value));
        let standing = promise.map(|promise| context.site.standing(promise));
        // Of a promise that nobody can have answered yet there is nothing to say.
        let told = standing.filter(|standing| !matches!(standing, Standing::Waiting | Standing::NotDue));
        let mut texts = texts.iter().map(|text| Value::from_safe_string(text.clone()));
        Entry {
            id: format!("{}{}", component.anchor_prefix, Commitment::anchor_of(&commitment.id.value)),
            text: texts.next().unwrap_or_default(),
            measures: texts.collect(),
            terms: Terms::of(context, commitment),
            standing: told.map(|standing| standing_view(context, standing)),
            follow: page.as_ref().zip(promise).map(|(page, promise)| place(context, page, promise)),
            action: commitment.action.as_ref().and_then(|action| action_link(context, &action.value)),
        }
    });
    // One way to the page of all promises is enough for a text.
    let promises_href = page.as_ref().filter(|_| component.nth == 1).map(|page| context.link(page));
    let view = View { entries: entries.collect(), promises_href };
    Value::from(Serde(view))
}

fn place(context: &Context<'_>, page: &crate::site::Address, promise: &Promise) -> String {
    format!("{}#{}", context.link(page), promise.anchor())
}

/// An outcome in its chapter.
#[derive(Serialize)]
struct OutcomeEntry {
    result: StandingView,
    /// What was promised.
    promised: Option<Link>,
    /// By which document.
    by: Option<String>,
    text: Html,
    evidence: Vec<Evidence>,
}

fn outcomes(resolver: &PageResolver<'_>, all: &[Outcome], component: &Living<'_>) -> Value {
    #[derive(Serialize)]
    struct View {
        entries: Vec<OutcomeEntry>,
    }
    let context = resolver.context;
    let entries = all.iter().zip(&component.texts).map(|(outcome, texts)| {
        let promise = context.site.promises().answered_by(outcome);
        let promised = promise.map(|promise| {
            let page = context.site.promises_of(&promise.document);
            let label = plain_text(&promise.commitment.text).trim().to_owned();
            Link { label, href: page.map(|page| place(context, &page, promise)) }
        });
        OutcomeEntry {
            result: standing_view(context, Standing::Answered(outcome.result)),
            by: promise.map(|promise| promise.document.title().to_owned()),
            promised,
            text: Value::from_safe_string(texts.concat()),
            evidence: evidence(resolver, &outcome.evidence),
        }
    });
    Value::from(Serde(View { entries: entries.collect() }))
}

/// The document that a text belongs to.
pub(super) fn document_of<'a>(resolver: &PageResolver<'a>) -> Option<&'a crate::content::Document> {
    let site = resolver.site;
    site.document_at(&resolver.from.parent()).or_else(|| {
        let single = resolver.from.as_str().strip_suffix(".md").and_then(crate::source::SitePath::parse)?;
        site.document_at(&single)
    })
}
