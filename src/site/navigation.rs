//! The links at the top of each page: the author's, or those that suggest themselves.

use super::{Address, Page};
use crate::content::Settings;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::documents::BAD_NAVIGATION;
use crate::source::{SitePath, did_you_mean};
use std::collections::BTreeMap;

/// A link at the top of each page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NavigationLink {
    /// Its words; `None` for pages whose name is an interface word.
    pub label: Option<String>,
    /// Where it leads.
    pub address: Address,
}

/// The navigation. A link of the author's that leads nowhere is reported and left out, one
/// that leads to something held back is left out quietly: it comes with the page.
pub(super) fn navigation(
    settings: &Settings,
    pages: &BTreeMap<Address, Page>,
    files: &BTreeMap<SitePath, Address>,
    held_back: &dyn Fn(&Address) -> bool,
    out: &mut Vec<Diagnostic>,
) -> Vec<NavigationLink> {
    let Some(items) = &settings.navigation else { return suggested(pages) };
    items
        .iter()
        .filter_map(|item| {
            let path = SitePath::parse(&item.link.value);
            let address = path.as_ref().map(Address::of).filter(|address| pages.contains_key(address));
            let address = address.or_else(|| files.get(path.as_ref()?).cloned());
            if let Some(address) = address {
                return Some(NavigationLink { label: Some(item.label.clone()), address });
            }
            if !path.as_ref().is_some_and(|path| held_back(&Address::of(path))) {
                out.push(
                    Diagnostic::new(
                        &BAD_NAVIGATION,
                        item.link.span,
                        format!("there is no page at `{}`", item.link.value),
                    )
                    .maybe_help(did_you_mean(&item.link.value, pages.keys().map(Address::as_str)))
                    .else_help(match item.link.value.as_str() {
                        "glossary" => "write content/glossary.yaml first: it makes that page",
                        _ => "give the path of a page or document below content/, or `glossary`",
                    }),
                );
            }
            None
        })
        .collect()
}

/// The folders and pages at the top level, then the glossary.
fn suggested(pages: &BTreeMap<Address, Page>) -> Vec<NavigationLink> {
    const MOST: usize = 7;
    let top = |address: &Address| address.parent() == Some(Address::home());
    let mut links: Vec<NavigationLink> = pages
        .iter()
        .filter(|(address, page)| {
            top(address)
                && !matches!(page, Page::Glossary | Page::Figures | Page::Data | Page::Statement | Page::NotFound)
        })
        .take(MOST)
        .map(|(address, _)| NavigationLink { label: None, address: address.clone() })
        .collect();
    if pages.get(&Address::glossary()) == Some(&Page::Glossary) {
        links.push(NavigationLink { label: None, address: Address::glossary() });
    }
    links
}
