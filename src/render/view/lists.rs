//! Pages that lead to others: home, the documents of a folder, "page not found".

use super::Html;
use super::common::{About, Context, Link};
use super::document::{PromisesView, kicker};
use super::text::{HeadlineView, Word, headlines, words};
use super::{easy_read, plan, register};
use crate::content::Kind;
use crate::site::{Address, Collection, Page};
use minijinja::value::Value;
use serde::Serialize;

/// How many documents of a folder the home page shows.
const MOST_ON_HOME: usize = 4;

#[derive(Serialize)]
struct DocumentLink {
    title: String,
    kicker: Option<String>,
    summary: Option<String>,
    href: String,
    published: Option<String>,
    /// How far a plan is, or how many risks a register has in which band.
    progress: Option<String>,
}

#[derive(Serialize)]
struct Latest {
    kicker: String,
    title: String,
    summary: Option<String>,
    href: String,
    whole_href: Option<String>,
    easy_read: Option<Link>,
    headlines: Vec<HeadlineView>,
    promises: Option<PromisesView>,
}

#[derive(Serialize)]
struct CollectionView {
    title: String,
    href: Option<String>,
    documents: Vec<DocumentLink>,
}

fn document_link(context: &Context<'_>, index: usize) -> Option<DocumentLink> {
    let document = context.site.document(index)?;
    let kicker = kicker(context, document).filter(|_| document.header.kind.value != Kind::Page);
    Some(DocumentLink {
        title: document.title().to_owned(),
        kicker,
        summary: document.header.summary.clone(),
        href: context.link(&Address::of(&document.path)),
        published: document.header.published.as_ref().map(|date| context.date(date.value)),
        progress: plan::progress(context, document).or_else(|| register::summary(context, document)),
    })
}

pub(super) fn home(context: &Context<'_>) -> Value {
    #[derive(Serialize)]
    struct View {
        summary: Option<String>,
        intro_title: Option<String>,
        intro: Option<Html>,
        latest: Option<Latest>,
        collections: Vec<CollectionView>,
        words: Vec<Word>,
        terms_count: usize,
        glossary: Option<String>,
    }
    let site = context.site;
    let latest = site.latest_account().and_then(|index| {
        let document = site.document(index)?;
        let address = Address::of(&document.path);
        Some(Latest {
            kicker: kicker(context, document).unwrap_or_default(),
            title: document.title().to_owned(),
            summary: document.header.summary.clone(),
            href: context.link(&address),
            whole_href: Some(address.below("whole"))
                .filter(|whole| site.pages.contains_key(whole))
                .map(|whole| context.link(&whole)),
            easy_read: easy_read::edition_link(context, document),
            headlines: headlines(context, &document.header.headlines, &address),
            promises: PromisesView::of(context, document),
        })
    });
    let mut folders: Vec<(&Address, &Collection)> = site
        .pages
        .iter()
        .filter_map(|(address, page)| match page {
            Page::Collection(collection) if address.parent() == Some(Address::home()) => Some((address, collection)),
            _ => None,
        })
        .collect();
    // Accounts before pages about the site; what stands at the top or in the menu is not said again.
    let in_menu = |index: &usize| {
        let address = site.document(*index).map(|document| Address::of(&document.path));
        site.navigation.iter().any(|link| Some(&link.address) == address.as_ref())
    };
    folders.retain(|(_, collection)| match (collection.kind, collection.documents.as_slice()) {
        (None | Some(Kind::Page), pages) => !pages.iter().all(in_menu),
        (Some(_), [only]) => Some(*only) != site.latest_account(),
        (Some(_), _) => true,
    });
    folders.sort_by_key(|(_, collection)| collection.kind.is_none());
    let collections = folders.into_iter().map(|(address, collection)| CollectionView {
        title: context.collection_title(collection),
        href: Some(context.link(address)),
        documents: collection
            .documents
            .iter()
            .take(MOST_ON_HOME)
            .filter_map(|index| document_link(context, *index))
            .collect(),
    });
    let glossary = site.pages.get(&Address::glossary()).filter(|page| **page == Page::Glossary);
    let home = site.home.as_ref();
    let summary = home.and_then(|home| home.summary.clone()).or_else(|| site.settings.summary.clone());
    let view = View {
        summary: summary.clone(),
        intro_title: home.map(|home| home.title.clone()).filter(|title| *title != site.settings.title),
        intro: site.home.as_ref().filter(|home| !home.prose.blocks.is_empty()).map(|home| context.html(home, None)),
        latest,
        collections: collections.collect(),
        words: words(context, site.home.as_deref()),
        terms_count: site.glossary.terms.len(),
        glossary: glossary.map(|_| context.link(&Address::glossary())),
    };
    let about = About {
        title: site.settings.title.clone(),
        within: (!site.settings.organisation.is_empty()).then_some(site.settings.organisation.as_str()),
        description: summary,
        document: None,
    };
    context.view(&about, view)
}

pub(super) fn collection(context: &Context<'_>, collection: &Collection) -> Value {
    #[derive(Serialize)]
    struct View {
        title: String,
        summary: Option<String>,
        documents: Vec<DocumentLink>,
    }
    let title = context.collection_title(collection);
    let view = View {
        title: title.clone(),
        summary: None,
        documents: collection.documents.iter().filter_map(|index| document_link(context, *index)).collect(),
    };
    context.view(&About { title, within: None, description: None, document: None }, view)
}

pub(super) fn not_found(context: &Context<'_>) -> Value {
    #[derive(Serialize)]
    struct View {}
    let title = context.word("not_found_title", &[]);
    context.view(&About { title, within: None, description: None, document: None }, View {})
}
