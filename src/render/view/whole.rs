//! A whole document on one page, to print or to search: what introduces it and its chapters, or all
//! papers of a pack in the order of its cover list.

use super::Html;
use super::briefing::{ItemView, items};
use super::common::Context;
use super::document::{DocumentView, about, cover};
use super::text::{TocEntry, Word, toc, words};
use crate::content::{Chapter, Document};
use crate::render::resolver::{INTRODUCTION, chapter_id, chapter_prefix};
use minijinja::value::Value;
use serde::Serialize;
use std::sync::Arc;

#[derive(Serialize)]
struct View {
    document: DocumentView,
    /// What stands before the chapters.
    body: Option<Html>,
    toc: Vec<TocEntry>,
    chapters: Vec<WholeChapter>,
    words: Vec<Word>,
}

/// A chapter or a paper on the page.
#[derive(Serialize)]
pub(super) struct WholeChapter {
    /// None beside a report, whose sections have numbers themselves.
    number: Option<usize>,
    title: String,
    id: String,
    /// Whether it is a paper of a pack, which begins on a page of its own.
    paper: bool,
    /// Its text; nothing for a paper that stands elsewhere, or that the public may not read.
    body: Option<Html>,
    /// What a cover list says of it.
    item: Option<ItemView>,
}

pub(super) fn whole(context: &Context<'_>, index: usize) -> Value {
    let Some(document) = context.site.document(index) else { return Value::UNDEFINED };
    let introduction = document.introduction();
    let chapters = match document.header.briefing {
        Some(_) => papers(context, document, index),
        None => chapters(context, document, index),
    };
    let others = items(context, document).into_iter().filter_map(|(_, text)| text);
    let view = View {
        document: cover(context, document),
        body: introduction.map(|text| context.html(text, Some(index))),
        toc: introduction.map(|text| sections(text)).unwrap_or_default(),
        chapters,
        words: words(context, document.own_texts().chain(others).map(AsRef::as_ref)),
    };
    let title = context.word("whole_document", &[]);
    context.view(&about(document, &title, Some(document.title()), document.header.summary.clone()), view)
}

/// The chapters of the document of this index.
pub(super) fn chapters(context: &Context<'_>, document: &Document, index: usize) -> Vec<WholeChapter> {
    let counted = document.introduction().is_none_or(|text| !text.report);
    let chapters = document.chapters().iter().enumerate();
    chapters.map(|(at, text)| chapter(context, index, counted.then_some(at + 1), text)).collect()
}

fn chapter(context: &Context<'_>, index: usize, number: Option<usize>, text: &Arc<Chapter>) -> WholeChapter {
    WholeChapter {
        number,
        title: text.title.clone(),
        id: chapter_id(&text.slug),
        paper: false,
        body: Some(context.html(text, Some(index))),
        item: None,
    }
}

/// The papers of a pack, each with its number on the cover list.
fn papers(context: &Context<'_>, pack: &Document, index: usize) -> Vec<WholeChapter> {
    let papers = items(context, pack).into_iter().enumerate();
    papers
        .map(|(at, (mut item, report))| match report {
            Some(report) if pack.chapters().iter().any(|own| Arc::ptr_eq(own, report)) => {
                WholeChapter { title: item.title, paper: true, ..chapter(context, index, Some(at + 1), report) }
            }
            // A document of one page, such as the minutes.
            Some(text) => {
                let id = format!("item-{}", at + 1);
                let body = context.html_below(text, index, &chapter_prefix(&id), &id);
                let (number, title) = (Some(at + 1), item.title.clone());
                // It is here, and not to be looked for elsewhere.
                item.href = None;
                WholeChapter { number, title, id, paper: true, body: Some(body), item: Some(item) }
            }
            None => WholeChapter {
                number: Some(at + 1),
                title: item.title.clone(),
                id: format!("item-{}", at + 1),
                paper: false,
                body: None,
                item: Some(item),
            },
        })
        .collect()
}

/// The sections of what stands before the chapters, at their places on this page.
fn sections(text: &Chapter) -> Vec<TocEntry> {
    let prefix = chapter_prefix(INTRODUCTION);
    toc(text).into_iter().filter(|entry| entry.level == 2).map(|entry| entry.below(&prefix)).collect()
}
