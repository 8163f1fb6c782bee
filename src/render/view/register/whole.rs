//! The whole register on one page, for paper: the matrix, the table, every risk, then the chapters.

use super::changes::{Changed, ClosedView, changed, closed};
use super::desk::Desk;
use super::glance::{all_words, introduction};
use super::matrix::{Matrix, matrices};
use super::rating::summary;
use super::risk::{RiskView, risk_view};
use super::row::{BandRow, Row, bands, rows};
use crate::render::view::common::Context;
use crate::render::view::document::{DocumentView, about, cover};
use crate::render::view::text::Word;
use crate::render::view::whole::{WholeChapter, chapters};
use crate::render::view::{Html, lists};
use minijinja::value::Value;
use serde::Serialize;

pub(in crate::render::view) fn whole(context: &Context<'_>, index: usize) -> Value {
    #[derive(Serialize)]
    struct View {
        document: DocumentView,
        summary: String,
        body: Option<Html>,
        now: Option<Matrix>,
        gross: Option<Matrix>,
        rows: Vec<Row>,
        bands: Vec<BandRow>,
        changed: Option<Changed>,
        closed: Vec<ClosedView>,
        risks: Vec<RiskView>,
        chapters: Vec<WholeChapter>,
        words: Vec<Word>,
    }
    let Some(desk) = Desk::of(context, index) else { return lists::not_found(context) };
    let desk = desk.on_whole();
    let (now, gross) = matrices(&desk);
    let risks = desk.register.risks.iter().map(|risk| risk_view(&desk, risk, 2)).collect();
    let closed = closed(&desk);
    let view = View {
        document: cover(context, desk.document),
        summary: summary(context, desk.register),
        body: introduction(desk.document).map(|text| context.html(text, Some(index))),
        now,
        gross,
        rows: rows(&desk),
        bands: bands(&desk),
        changed: changed(&desk),
        closed,
        risks,
        chapters: chapters(context, desk.document, index),
        words: all_words(&desk, desk.document.own_texts().map(AsRef::as_ref)),
    };
    let title = context.word("whole_document", &[]);
    context.view(&about(desk.document, &title, Some(desk.document.title()), desk.document.header.summary.clone()), view)
}
