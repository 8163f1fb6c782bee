//! The first page of a register: how many risks in which band, the matrix, all risks, what changed.

use super::changes::{Changed, ClosedView, changed, closed};
use super::desk::Desk;
use super::matrix::{Matrix, matrices};
use super::rating::summary;
use super::row::{BandRow, Row, bands, rows};
use crate::content::{Chapter, Document};
use crate::render::view::common::Context;
use crate::render::view::data::{File, list_files};
use crate::render::view::document::{DocumentView, about, first_page};
use crate::render::view::text::{Word, words};
use crate::render::view::{Html, lists};
use crate::site::Address;
use minijinja::value::Value;
use serde::Serialize;

pub(in crate::render::view) fn glance(context: &Context<'_>, index: usize) -> Value {
    #[derive(Serialize)]
    struct View {
        document: DocumentView,
        summary: String,
        body: Option<Html>,
        now: Option<Matrix>,
        gross: Option<Matrix>,
        risks: Vec<Row>,
        bands: Vec<BandRow>,
        changed: Option<Changed>,
        closed: Vec<ClosedView>,
        files: Vec<File>,
        words: Vec<Word>,
    }
    let Some(desk) = Desk::of(context, index) else { return lists::not_found(context) };
    let (now, gross) = matrices(&desk);
    let summary = summary(context, desk.register);
    let address = Address::of(&desk.document.path);
    let title = desk.word("data_risks_of", &[("title", desk.document.title())]);
    let closed = closed(&desk);
    let view = View {
        document: first_page(context, desk.document, index),
        summary: summary.clone(),
        body: introduction(desk.document).map(|text| context.html(text, None)),
        now,
        gross,
        risks: rows(&desk),
        bands: bands(&desk),
        changed: changed(&desk),
        closed,
        files: list_files(context, &address, &title),
        words: all_words(&desk, introduction(desk.document)),
    };
    let description = desk.document.header.summary.clone().or(Some(summary));
    context.view(&about(desk.document, desk.document.title(), None, description), view)
}

/// The text above the list of risks, if there is one.
pub(super) fn introduction(document: &Document) -> Option<&Chapter> {
    let text = document.introduction().map(AsRef::as_ref);
    text.filter(|text| !text.prose.blocks.is_empty())
}

/// The words of some chapters, and those of what has been written at the desk.
pub(super) fn all_words<'a>(desk: &Desk<'_>, texts: impl IntoIterator<Item = &'a Chapter>) -> Vec<Word> {
    let mut all = words(desk.context, texts);
    let known: Vec<String> = all.iter().map(|word| word.id().to_owned()).collect();
    all.extend(desk.writing.words().into_iter().filter(|word| !known.iter().any(|id| id == word.id())));
    all
}
