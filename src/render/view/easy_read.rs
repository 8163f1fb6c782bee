//! Pages of an Easy Read edition: what is in it, a chapter, all of it as a booklet; and the way between a
//! chapter and its twin.

use super::common::{ContactView, Context, Link};
use super::document::{DocumentView, about, brief_view};
use super::text::{Word, easy_words};
use super::{Html, lists};
use crate::content::easy_read::Test;
use crate::content::{Chapter, Document};
use crate::render::resolver::chapter_id;
use crate::site::{Address, EasyPage};
use minijinja::value::Value;
use serde::Serialize;
use std::sync::Arc;

/// What all of its pages show of an edition.
#[derive(Serialize)]
struct EditionView {
    /// "Easy Read", or "Simple summary" where no people have tested it.
    label: String,
    href: String,
    booklet_href: String,
    made_by: Option<String>,
    tests: Vec<String>,
}

#[derive(Serialize)]
struct ChapterView {
    number: usize,
    title: String,
    summary: Option<String>,
    href: String,
    /// Its place on the page that holds all chapters.
    id: String,
    /// Its text, on that page.
    body: Option<Html>,
}

/// The page of an Easy Read edition.
pub(super) fn view(context: &Context<'_>, index: usize, page: EasyPage) -> (&'static str, Value) {
    let template = match page {
        EasyPage::Contents => "easy-read.html",
        EasyPage::Chapter(_) => "easy-chapter.html",
        EasyPage::Booklet => "easy-booklet.html",
    };
    let view = context.site.document(index).map(|document| match page {
        EasyPage::Chapter(at) => chapter(context, document, at),
        EasyPage::Contents | EasyPage::Booklet => all(context, index, document, page),
    });
    (template, view.unwrap_or_else(|| lists::not_found(context)))
}

/// What an edition may be called: "Easy Read" only if people with a learning disability tested it.
pub(super) fn label(context: &Context<'_>, document: &Document) -> String {
    context.word(if document.easy_read_tested() { "easy_read" } else { "simple_summary" }, &[])
}

/// What a page of an edition is called in links to it.
pub(super) fn title_of(context: &Context<'_>, index: usize, page: EasyPage) -> String {
    let Some(document) = context.site.document(index) else { return String::new() };
    match page {
        EasyPage::Contents => label(context, document),
        EasyPage::Chapter(at) => document.easy_read.get(at).map(|chapter| chapter.title.clone()).unwrap_or_default(),
        EasyPage::Booklet => context.word("easy_booklet", &[]),
    }
}

/// The links from a chapter to the chapters that retell it.
pub(super) fn twins(context: &Context<'_>, document: &Document, chapter: &Chapter) -> Vec<Link> {
    let label = label(context, document);
    document
        .easy_read_of(chapter)
        .map(|easy| Link { label: format!("{label}: {}", easy.title), href: href(context, easy) })
        .collect()
}

/// The link to a document's edition.
pub(super) fn edition_link(context: &Context<'_>, document: &Document) -> Option<Link> {
    let address = context.site.easy_read_of(document)?;
    Some(Link { label: label(context, document), href: Some(context.link(&address)) })
}

/// Whether a chapter is the author's own list of hard words.
fn is_word_list(chapter: &Chapter) -> bool {
    chapter.slug == "words"
}

fn words<'a>(context: &Context<'_>, texts: impl Iterator<Item = &'a Arc<Chapter>>) -> Vec<Word> {
    easy_words(context, texts.map(AsRef::as_ref))
}

fn href(context: &Context<'_>, chapter: &Chapter) -> Option<String> {
    context.site.files.get(&chapter.path).map(|address| context.link(address))
}

fn link(context: &Context<'_>, chapter: &Chapter) -> Link {
    Link { label: chapter.title.clone(), href: href(context, chapter) }
}

fn edition(context: &Context<'_>, document: &Document) -> EditionView {
    let record = document.header.easy_read.as_deref();
    let tests = record.into_iter().flat_map(|record| &record.tested);
    EditionView {
        label: label(context, document),
        href: context.link(&Address::easy_read_of(&document.path)),
        booklet_href: context.link(&Address::booklet_of(&document.path)),
        made_by: record.and_then(|record| record.made_by.clone()),
        tests: tests.map(|test| tested(context, test)).collect(),
    }
}

/// The chapters of an edition; with the index of its document, the texts too.
fn chapters(context: &Context<'_>, document: &Document, whole: Option<usize>) -> Vec<ChapterView> {
    let chapters = document.easy_read.iter().enumerate();
    chapters
        .map(|(at, chapter)| ChapterView {
            number: at + 1,
            title: chapter.title.clone(),
            summary: chapter.summary.clone(),
            href: href(context, chapter).unwrap_or_default(),
            id: chapter_id(&chapter.slug),
            body: whole.map(|index| context.html(chapter, Some(index))),
        })
        .collect()
}

/// "Four people with a learning disability, Example Advocacy, 1 March 2021".
fn tested(context: &Context<'_>, test: &Test) -> String {
    let parts = [Some(test.who.clone()), test.organisation.clone(), test.date.map(|date| context.date(date))];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The first page, and the booklet.
fn all(context: &Context<'_>, index: usize, document: &Document, page: EasyPage) -> Value {
    #[derive(Serialize)]
    struct View {
        document: DocumentView,
        edition: EditionView,
        chapters: Vec<ChapterView>,
        contact: Option<ContactView>,
        words: Vec<Word>,
    }
    let booklet = page == EasyPage::Booklet;
    let explains_itself = document.easy_read.iter().any(|chapter| is_word_list(chapter));
    let view = View {
        document: brief_view(context, document, 0..0, None),
        edition: edition(context, document),
        chapters: chapters(context, document, booklet.then_some(index)),
        contact: document.header.contact.as_ref().map(ContactView::new),
        words: words(context, document.easy_read.iter().filter(|_| booklet && !explains_itself)),
    };
    let title = title_of(context, index, page);
    context.view(&about(document, &title, Some(document.title()), None), view)
}

fn chapter(context: &Context<'_>, document: &Document, at: usize) -> Value {
    #[derive(Serialize)]
    struct View<'a> {
        document: DocumentView,
        edition: EditionView,
        number: usize,
        total: usize,
        title: &'a str,
        body: Html,
        /// The chapters that it retells.
        retold: Vec<Link>,
        words: Vec<Word>,
        previous: Option<Link>,
        next: Option<Link>,
    }
    let Some(chapter) = document.easy_read.get(at) else { return lists::not_found(context) };
    let neighbour = |at: usize| document.easy_read.get(at).map(|chapter| link(context, chapter));
    let first = document
        .first_page_retold_by(chapter)
        .then(|| Link { label: document.title().to_owned(), href: Some(context.link(&Address::of(&document.path))) });
    let view = View {
        document: brief_view(context, document, 0..0, None),
        edition: edition(context, document),
        number: at + 1,
        total: document.easy_read.len(),
        title: &chapter.title,
        body: context.html(chapter, None),
        retold: first.into_iter().chain(document.retold_by(chapter).map(|chapter| link(context, chapter))).collect(),
        words: words(context, Some(chapter).into_iter().filter(|chapter| !is_word_list(chapter))),
        previous: at.checked_sub(1).and_then(neighbour),
        next: neighbour(at + 1),
    };
    let within = format!("{}: {}", label(context, document), document.title());
    context.view(&about(document, &chapter.title, Some(&within), chapter.summary.clone()), view)
}
