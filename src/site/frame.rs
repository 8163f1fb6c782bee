//! Where everything stands: what follows from the places and headers of documents and not from
//! their words. Most saves change words only, so this is kept from one assembly to the next.

use super::editions::{Editions, editions};
use super::pages::{OwnPages, lay_out, text_of};
use super::{Address, Page};
use crate::content::{Chapter, Document, Form};
use crate::diagnostic::Diagnostic;
use crate::source::{SitePath, SourceMap};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Where everything stands.
#[derive(Clone)]
pub(super) struct Frame {
    pub(super) pages: Arc<BTreeMap<Address, Page>>,
    /// The address of each text's file and of each `document.yaml`, by its path below `content/`.
    pub(super) files: Arc<BTreeMap<SitePath, Address>>,
    pub(super) editions: Arc<Editions>,
}

/// The frames of the views that were asked for last.
#[derive(Default)]
pub struct Frames(Vec<Known>);

/// A frame and what it was made from.
struct Known {
    documents: Vec<Arc<Document>>,
    home: Option<Arc<Chapter>>,
    own: OwnPages,
    frame: Frame,
    found: Vec<Diagnostic>,
}

/// How many are kept: with drafts, without, and the truth about either.
const MOST: usize = 4;

impl Frames {
    /// The frame for these documents, known or new.
    pub(super) fn frame(
        &mut self,
        documents: &[Arc<Document>],
        home: Option<&Arc<Chapter>>,
        own: OwnPages,
        sources: &SourceMap,
        out: &mut Vec<Diagnostic>,
    ) -> Frame {
        let known = self.0.iter().position(|known| known.is_for(documents, home, &own));
        let mut known = match known {
            Some(place) => self.0.remove(place),
            None => {
                let mut found = Vec::new();
                let frame = Frame::new(documents, home, &own, sources, &mut found);
                Known { documents: Vec::new(), home: None, own, frame, found }
            }
        };
        // Next time the same documents are known at a glance.
        known.documents = documents.to_vec();
        known.home = home.cloned();
        out.extend(known.found.iter().cloned());
        let frame = known.frame.clone();
        self.0.truncate(MOST - 1);
        self.0.insert(0, known);
        frame
    }
}

impl Known {
    fn is_for(&self, documents: &[Arc<Document>], home: Option<&Arc<Chapter>>, own: &OwnPages) -> bool {
        self.own == *own
            && self.home.as_ref().map(|home| &home.path) == home.map(|home| &home.path)
            && self.documents.len() == documents.len()
            && self.documents.iter().zip(documents).all(|(a, b)| stand_alike(a, b))
    }
}

/// Whether two documents differ in their words at most.
fn stand_alike(a: &Arc<Document>, b: &Arc<Document>) -> bool {
    let texts = |a: &Arc<Chapter>, b: &Arc<Chapter>| {
        Arc::ptr_eq(a, b) || (a.file == b.file && a.path == b.path && a.place == b.place)
    };
    Arc::ptr_eq(a, b)
        || (a.path == b.path
            && Arc::ptr_eq(&a.header, &b.header)
            && a.easy_read.len() == b.easy_read.len()
            && a.easy_read.iter().zip(&b.easy_read).all(|(a, b)| texts(a, b))
            && match (&a.form, &b.form) {
                (Form::Single(a), Form::Single(b)) => texts(a, b),
                (Form::Folder(first, a), Form::Folder(second, b)) => {
                    let introductions = match (first, second) {
                        (Some(first), Some(second)) => texts(first, second),
                        (None, None) => true,
                        _ => false,
                    };
                    introductions && a.len() == b.len() && a.iter().zip(b).all(|(a, b)| texts(a, b))
                }
                _ => false,
            })
}

impl Frame {
    fn new(
        documents: &[Arc<Document>],
        home: Option<&Arc<Chapter>>,
        own: &OwnPages,
        sources: &SourceMap,
        out: &mut Vec<Diagnostic>,
    ) -> Frame {
        let editions = editions(documents);
        let pages = lay_out(documents, own, &editions, sources, out);
        let files = addresses_of_files(&pages, documents, home.map(AsRef::as_ref));
        Frame { pages: Arc::new(pages), files: Arc::new(files), editions: Arc::new(editions) }
    }
}

fn addresses_of_files(
    pages: &BTreeMap<Address, Page>,
    documents: &[Arc<Document>],
    home: Option<&Chapter>,
) -> BTreeMap<SitePath, Address> {
    let texts = pages
        .iter()
        .filter_map(|(address, page)| text_of(page, documents).map(|text| (text.path.clone(), address.clone())));
    let headers = pages.iter().filter_map(|(address, page)| match page {
        Page::Document(index) => Some((documents.get(*index)?.path.join("document.yaml")?, address.clone())),
        _ => None,
    });
    let home = home.map(|home| (home.path.clone(), Address::home()));
    texts.chain(headers).chain(home).collect()
}
