//! Easy Read editions against the texts that they retell: what changed since somebody last looked at both, and
//! how long the booklet is.

use super::library::Library;
use crate::content::easy_read::retold::{Retold, Source, changes_since};
use crate::content::easy_read::{MOST_PAGES, booklet_pages};
use crate::content::{Chapter, Document};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::easy_read::{EASY_READ_LENGTH, EASY_READ_NOT_RECORDED, EASY_READ_STALE};
use crate::prose::pieces;
use crate::site::Assembly;

/// How many changed paragraphs are pointed at; the message counts all of them.
const MOST_LABELS: usize = 8;

/// Checks all Easy Read editions.
pub fn check_retold(assembly: &Assembly) -> Vec<Diagnostic> {
    let library = Library::of(assembly);
    let mut out = Vec::new();
    for document in library.documents().filter(|document| document.header.exempt.is_none()) {
        let Some(first) = document.easy_read.first() else { continue };
        let pages = booklet_pages(&document.easy_read);
        if pages > MOST_PAGES {
            let message = format!("the booklet has about {pages} pages, and {MOST_PAGES} are the most");
            out.push(
                Diagnostic::new(&EASY_READ_LENGTH, first.top(), message)
                    .help("leave out what matters least; print it to know how many pages it has"),
            );
        }
        match &document.retold {
            Some(retold) => document.easy_read.iter().for_each(|easy| check(document, easy, retold, &mut out)),
            // As long as the public does not read it, both texts change every day.
            None if library.is_public(document)
                && document.easy_read.iter().any(|easy| !document.sources_of(easy).is_empty()) =>
            {
                out.push(
                    Diagnostic::new(
                        &EASY_READ_NOT_RECORDED,
                        first.top(),
                        "nothing tells whether this edition still fits what it retells",
                    )
                    .help("read both once more, then: candour retold --record"),
                );
            }
            None => {}
        }
    }
    out
}

/// One chapter of an edition.
fn check(document: &Document, easy: &Chapter, retold: &Retold, out: &mut Vec<Diagnostic>) {
    let recorded = retold.chapters.get(&easy.slug);
    for Source { name, chapter, named } in document.sources_of(easy) {
        let Some(recorded) = recorded.and_then(|recorded| recorded.get(name)) else {
            let message = format!("nothing tells whether this still fits `{}`", chapter.title);
            out.push(
                Diagnostic::new(&EASY_READ_NOT_RECORDED, named, message)
                    .help(format!("read both once more, then: candour retold --record {}", easy.path.stem())),
            );
            continue;
        };
        let now = pieces(&chapter.prose);
        let changes = changes_since(recorded, &now);
        if changes.is_empty() {
            continue;
        }
        let message = format!("`{}` has changed since this was written: {}", chapter.title, changes.words());
        let mut told = Diagnostic::new(&EASY_READ_STALE, named, message).help(format!(
            "`candour retold` shows the changes; when this fits again: candour retold --record {}",
            easy.path.stem()
        ));
        let different = changes.different.iter().map(|(_, now)| (*now, "different"));
        for (piece, what) in different.chain(changes.new.iter().map(|now| (*now, "new"))).take(MOST_LABELS) {
            told = told.label(piece.span, what);
        }
        out.push(told);
    }
}
