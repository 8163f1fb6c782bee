//! What readers must know of a page before they read it: that it is a draft, under embargo,
//! withdrawn, or that there is something newer.

use super::common::Context;
use crate::content::{Document, Status};
use crate::site::{Address, Reason, held_back};
use crate::source::SitePath;
use serde::Serialize;

/// A notice at the top of a page.
#[derive(Serialize)]
pub(super) struct Banner {
    kind: &'static str,
    title: String,
    text: String,
    href: Option<String>,
    link_label: Option<String>,
}

/// The notices of a page, and of the document it belongs to.
pub(super) fn banners(context: &Context<'_>, document: Option<&Document>) -> Vec<Banner> {
    let mut banners = Vec::new();
    let reason = document.and_then(|document| held_back(document, context.site.today));
    match reason {
        Some(Reason::Draft) => banners.push(banner(context, "draft", context.word("banner_draft_text", &[]))),
        Some(Reason::Embargo(date)) => {
            let date = context.date(date);
            banners.push(banner(context, "embargo", context.word("banner_embargo_text", &[("date", &date)])));
        }
        // A copy that shows drafts says so on every page, whoever passes it on.
        // While drafting, the preview itself says so.
        None if context.site.shows_drafts && context.places.is_none() => {
            banners.push(banner(context, "copy", context.word("banner_copy_text", &[])));
        }
        // What is exempt has no page.
        Some(Reason::Exempt(_)) | None => {}
    }
    banners.extend(document.and_then(|document| standing(context, document)));
    banners
}

fn banner(context: &Context<'_>, kind: &'static str, text: String) -> Banner {
    Banner { kind, title: context.word(&format!("banner_{kind}_title"), &[]), text, href: None, link_label: None }
}

/// Whether the document still stands.
fn standing(context: &Context<'_>, document: &Document) -> Option<Banner> {
    match &document.header.status {
        Status::Superseded(successor) => {
            let named = successor.as_ref().and_then(|path| SitePath::parse(&path.value)).map(|path| Address::of(&path));
            let banner = banner(context, "superseded", context.word("banner_superseded_text", &[]));
            Some(leading_to(context, banner, named.or_else(|| newest_edition(context, document))))
        }
        Status::Withdrawn(reason) => {
            let text = context.word("banner_withdrawn_text", &[]);
            let text = reason.as_ref().map_or(text.clone(), |reason| format!("{text} {reason}"));
            Some(banner(context, "withdrawn", text))
        }
        Status::Draft | Status::Unreadable | Status::Published => {
            let newest = newest_edition(context, document)?;
            let period = document.header.period.as_ref()?.value.words(&|key, arguments| context.word(key, arguments));
            let text = context.word("banner_newer_text", &[("period", &period)]);
            Some(leading_to(context, banner(context, "newer", text), Some(newest)))
        }
    }
}

/// The newest edition of a document, if that is another one.
fn newest_edition(context: &Context<'_>, document: &Document) -> Option<Address> {
    let index = context.site.documents.iter().position(|other| other.path == document.path)?;
    let newest = *context.site.editions(index).first()?;
    if newest == index {
        return None;
    }
    context.site.document(newest).map(|newest| Address::of(&newest.path))
}

fn leading_to(context: &Context<'_>, mut banner: Banner, address: Option<Address>) -> Banner {
    if let Some(address) = address.filter(|address| context.site.pages.contains_key(address)) {
        banner.href = Some(context.link(&address));
        banner.link_label = Some(context.word("banner_superseded_link", &[("title", &context.title_of(&address))]));
    }
    banner
}
