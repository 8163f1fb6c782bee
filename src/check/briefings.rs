//! The items of briefings against the documents that they name.

use crate::content::Document;
use crate::content::briefing::Paper;
use crate::diagnostic::rules::links::LINK_NOT_PUBLIC;
use crate::diagnostic::rules::reports::ITEM_NOT_THERE;
use crate::diagnostic::{Diagnostic, Span};
use crate::site::{Assembly, is_exempt};
use crate::source::{SitePath, did_you_mean};
use std::sync::Arc;

/// Checks the items of all briefings.
pub fn check_briefings(assembly: &Assembly) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    let public = assembly.site.documents.iter().map(|document| (document, true));
    let held_back = assembly.unpublished.iter().map(|document| (document, false));
    for (document, public) in public.chain(held_back) {
        let items = document.header.briefing.iter().flat_map(|briefing| &briefing.items);
        for item in items {
            if let Paper::Document(path) = &item.paper {
                out.extend(problem(&path.value, path.span, public, assembly));
            }
        }
    }
    out
}

/// What is wrong with a document that a briefing names. An exempt one is shown as such.
fn problem(path: &SitePath, span: Span, public: bool, assembly: &Assembly) -> Option<Diagnostic> {
    if assembly.site.document_at(path).is_some() {
        return None;
    }
    let held_back: Option<&Arc<Document>> = assembly.unpublished.iter().find(|document| document.path == *path);
    match held_back {
        Some(document) if !public || is_exempt(document) => None,
        Some(_) => Some(
            Diagnostic::new(&LINK_NOT_PUBLIC, span, format!("/{path} is not published yet"))
                .help("publish that document first, or take the item out until then"),
        ),
        None => {
            let known = assembly.site.documents.iter().chain(&assembly.unpublished);
            Some(
                Diagnostic::new(&ITEM_NOT_THERE, span, format!("there is no document at `{path}`"))
                    .maybe_help(did_you_mean(path.as_str(), known.map(|document| document.path.as_str())))
                    .else_help(
                        "give the path of a document below content/; for a report of this folder write `report:`",
                    ),
            )
        }
    }
}
