//! Gives each document its Easy Read edition.

use super::{Edition, FIRST_PAGE, chapter_meant, retells};
use crate::content::{Chapter, Document, Form};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::easy_read::EASY_READ_RETELLS;
use crate::diagnostic::rules::files::MISNAMED_FILE;
use crate::source::{SitePath, did_you_mean};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Gives the documents, which are in the order of their paths, the chapters of their Easy Read editions. What retells
/// only what the public may not read is left out with it. Tells of editions that belong to no document, and of
/// chapters that retell what is not there.
pub(in crate::content) fn add_easy_read(
    documents: &mut [Arc<Document>],
    editions: BTreeMap<SitePath, Edition>,
    out: &mut Vec<Diagnostic>,
) {
    for (path, Edition { mut chapters, retold }) in editions {
        let found = documents.binary_search_by(|document| document.path.cmp(&path)).ok();
        let found = found.and_then(|index| documents.get_mut(index));
        let Some(document) = found.filter(|document| matches!(document.form, Form::Folder(..))) else {
            out.extend(chapters.iter().map(|chapter| {
                Diagnostic::new(&MISNAMED_FILE, chapter.top(), "this Easy Read text belongs to no document")
                    .help("the folder `easy-read` stands beside the document.yaml of the document that it retells")
            }));
            continue;
        };
        chapters.iter().for_each(|easy| check(easy, document, out));
        chapters.retain(|easy| !document.withheld.iter().any(|withheld| retells(easy, &withheld.slug)));
        let document = Arc::make_mut(document);
        document.easy_read = chapters;
        document.retold = retold;
    }
}

fn check(easy: &Chapter, document: &Document, out: &mut Vec<Diagnostic>) {
    let withheld = document.withheld.iter().map(|withheld| withheld.slug.as_str());
    let chapters = document.chapters().iter().map(|chapter| chapter.slug.as_str());
    let first = document.introduction().map(|_| FIRST_PAGE);
    let known: Vec<&str> = chapters.chain(withheld).chain(first).collect();
    for told in easy.retells.iter().filter(|told| !known.contains(&chapter_meant(&told.value).as_str())) {
        out.push(
            Diagnostic::new(&EASY_READ_RETELLS, told.span, format!("the document has no chapter `{}`", told.value))
                .maybe_help(did_you_mean(&chapter_meant(&told.value), known.iter().copied()))
                .else_help("name a chapter by its file without .md, such as 05-what-we-spent"),
        );
    }
}
