//! Briefings: their items against the documents that they name.

use super::committees::check_committees;
use super::library::Library;
use super::reports::{check_kept, check_papers};
use crate::diagnostic::rules::links::LINK_NOT_PUBLIC;
use crate::diagnostic::rules::reports::ITEM_NOT_THERE;
use crate::diagnostic::{Diagnostic, Span};
use crate::site::Assembly;
use crate::source::{SitePath, did_you_mean};

/// Checks all briefings: their items, their committees, and what their reports say of the meeting.
pub fn check_briefings(assembly: &Assembly) -> Vec<Diagnostic> {
    let library = Library::of(assembly);
    let mut out = Vec::new();
    check_committees(&library, &mut out);
    for document in library.documents() {
        let public = library.is_public(document);
        if public {
            check_kept(document, assembly.site.today, &mut out);
        }
        check_papers(document, &mut out);
        for item in document.header.briefing.iter().flat_map(|briefing| &briefing.items) {
            if let Some(path) = item.document() {
                out.extend(problem(&path.value, path.span, public, &library));
            }
        }
    }
    out
}

/// What is wrong with a document that a briefing names. An exempt one is shown as such.
fn problem(path: &SitePath, span: Span, public: bool, library: &Library<'_>) -> Option<Diagnostic> {
    let Some(document) = library.document(path) else {
        return Some(
            Diagnostic::new(&ITEM_NOT_THERE, span, format!("there is no document at `{path}`"))
                .maybe_help(did_you_mean(path.as_str(), library.documents().map(|document| document.path.as_str())))
                .else_help("give the path of a document below content/; for a report of this folder write `report:`"),
        );
    };
    let hidden = public && !library.is_public(document) && document.header.exempt.is_none();
    hidden.then(|| {
        Diagnostic::new(&LINK_NOT_PUBLIC, span, format!("/{path} is not published yet"))
            .help("publish that document first, or take the item out until then")
    })
}
