//! What shows that a promise was kept or was not: figures, actions, documents, each called by its
//! own name.

use crate::prose::component::ItemName;
use crate::prose::{Inline, InlineKind, Link, Resolver, Target, plain_text};
use crate::render::resolver::PageResolver;
use crate::render::strings::status_key;
use crate::site::Destination;
use crate::source::SitePath;
use serde::Serialize;

/// A piece of evidence.
#[derive(Serialize)]
pub(super) struct Evidence {
    label: String,
    href: Option<String>,
    /// The number, or the status.
    value: Option<String>,
}

/// The pieces that are public.
pub(super) fn evidence(resolver: &PageResolver<'_>, links: &[Inline]) -> Vec<Evidence> {
    let links = links.iter().filter_map(|inline| match &inline.kind {
        InlineKind::Link(link) => Some(link),
        _ => None,
    });
    links.filter_map(|link| piece(resolver, link)).collect()
}

fn piece(resolver: &PageResolver<'_>, link: &Link) -> Option<Evidence> {
    let context = resolver.context;
    let href = resolver.href(&link.target).map(|href| href.url);
    match &link.target {
        Target::Figure(reference) => {
            let document = super::pieces::document_of(resolver).map(|document| document.path.clone());
            let owner = document.unwrap_or_else(SitePath::root);
            let own = context.site.own_figure(&owner, &reference.id);
            let (series, _) = own.or_else(|| context.site.figure(&reference.id))?;
            let value = plain_text(&link.content).trim().to_owned();
            Some(Evidence { label: series.indicator.label.clone(), href, value: Some(value) })
        }
        Target::Document(path, anchor) => {
            let name = SitePath::parse(path)
                .zip(anchor.clone())
                .map(|(document, id)| ItemName { document: Some(document), id });
            if let Some(name) = name.filter(|name| context.site.action(name).is_some()) {
                let link = super::action_link(context, &name)?;
                let (_, state) = context.site.action(&name)?;
                let value = context.word(&status_key(state.reported()), &[]);
                return Some(Evidence { label: link.label, href: link.href, value: Some(value) });
            }
            let Ok(Destination::Page(address, _)) = context.site.resolve(&resolver.from, &link.target) else {
                return None;
            };
            let title = context.title_of(&address);
            let whole = context.document_title(&address).filter(|whole| *whole != title);
            let label = whole.map_or_else(|| title.clone(), |whole| format!("{title}, {whole}"));
            Some(Evidence { label, href, value: None })
        }
        _ => None,
    }
}
