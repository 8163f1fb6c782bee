//! The finished pages: what places each has, and whether the links to them hold.

use super::AnchorUse;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::links::LINK_ANCHOR;
use crate::prose::ParagraphNumber;
use crate::site::Address;
use crate::source::did_you_mean;
use std::collections::{BTreeMap, BTreeSet};

/// What is checked of a finished page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FinishedPage {
    /// Its places: the values of all `id` attributes.
    pub ids: BTreeSet<String>,
}

/// Reads a finished page. Candour wrote it, so attributes are in double quotes and `<` and
/// `"` in text are escaped.
pub fn finished_page(html: &str) -> FinishedPage {
    let ids = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).map(unescape);
    FinishedPage { ids: ids.collect() }
}

fn unescape(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#x27;", "'")
        .replace("&amp;", "&")
}

/// Reports links to places that the finished pages do not have.
pub fn check_anchors(uses: &[AnchorUse], pages: &BTreeMap<Address, FinishedPage>, out: &mut Vec<Diagnostic>) {
    for anchor in uses {
        let Some(page) = pages.get(&anchor.address) else { continue };
        if anchor.anchor.is_empty() || page.ids.contains(&anchor.anchor) {
            continue;
        }
        // Another number would be another paragraph: it is never guessed.
        let is_number = |place: &str| {
            ParagraphNumber::within(place).is_some()
                || place.chars().all(|c| c.is_ascii_digit())
                || place.starts_with("appendix-")
        };
        let is_report = page.ids.iter().any(|id| ParagraphNumber::within(id).is_some());
        let (help, places) = match is_report && is_number(&anchor.anchor) {
            true => ("use the number of a section, a paragraph, a point or an appendix that the page shows", None),
            false => (
                "use the anchor of a heading: its words in small letters with hyphens, or the {#name} it was given",
                Some(page.ids.iter().map(String::as_str).filter(|id| !is_number(id))),
            ),
        };
        out.push(
            Diagnostic::new(
                &LINK_ANCHOR,
                anchor.span,
                format!("the page {} has no place `#{}`", anchor.address, anchor.anchor),
            )
            .maybe_help(places.and_then(|places| did_you_mean(&anchor.anchor, places)))
            .else_help(help),
        );
    }
}
