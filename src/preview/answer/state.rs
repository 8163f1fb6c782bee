//! What is known of a page while it is drafted: its mistakes and the site's, who may see it, how
//! it reads, where it is written. The tools in the page show it.

use super::{Ask, Preview, files};
use crate::content::{Chapter, Document};
use crate::diagnostic::rules::prose::ABBREVIATION_UNEXPLAINED;
use crate::diagnostic::{Counts, Diagnostic, FileId, Place, Span, Texts, html};
use crate::preview::desk::{Findings, Generation, View};
use crate::preview::pieces::{MISTAKES_ELSEWHERE, MISTAKES_HERE, MISTAKES_KNOWN, fill};
use crate::prose::loose_figures_of;
use crate::prose::reading::reading;
use crate::site::{Address, EasyPage, Page, Reason, Site, held_back};
use crate::source::SitePath;
use serde_json::{Value, json};
use std::sync::Arc;
use xxhash_rust::xxh3::xxh3_64;

/// How many messages of other pages are listed; the terminal and `candour check` have them all.
const MOST_ELSEWHERE: usize = 50;

/// The state of a page, as the tools in it read it.
pub(super) fn state(preview: &Preview, ask: &Ask) -> Value {
    let desk = &preview.desk;
    let generation = desk.now();
    let view = desk.view(&generation, ask.view(desk));
    let findings = desk.checked();
    let address = ask.address().unwrap_or_else(Address::not_found);
    let site = view.site();
    let page = site.pages.get(&address);
    let sources = page.map(|page| sources_of(site, page)).unwrap_or_default();
    let (here, elsewhere) = findings.split(&sources);
    let document = page.and_then(|page| document_of(site, page));
    let text = page.and_then(|page| text_of(site, page));
    let texts = &view.assembly().sources;
    json!({
        "page": ask.page,
        "document": document.map(|document| document.path.as_str()),
        "title": text.map(|text| text.title.as_str()).or(document.map(Document::title)),
        "today": desk.today().to_string(),
        "checking": findings.number != generation.number,
        "problem": problem(&generation, &view, &address),
        "shown_as_before": shown_as_before(&generation, texts, &sources),
        "source": sources.first().map(|file| place(texts, Span::top(*file))),
        "editor": preview.editor,
        "held_back": document.and_then(|document| held(document, site)),
        "counts": counts(&findings.counts()),
        "page_counts": counts(&Counts::of(here.iter().copied())),
        "diagnostics_html": diagnostics_html(preview, &findings, &here, &elsewhere),
        "diagnostics_key": key(&findings, &here),
        "reading": text.map(|text| reading_of(text)),
        "figures": text.map(|text| figures(text, texts)).unwrap_or_default(),
        "abbreviations": abbreviations(&here, &findings),
        "twins": page.map(|page| twins(site, page, &address)).unwrap_or_default(),
        "published": files::read_published(preview, address.as_str()).is_some(),
        "generation": generation.number,
        "timings": {
            "noticing": generation.timings.noticing.as_micros() as u64,
            "reading": generation.timings.reading.as_micros() as u64,
            "assembling": generation.assembling().as_micros() as u64,
        },
    })
}

/// The files that a page's own words stand in, its text first.
fn sources_of(site: &Site, page: &Page) -> Vec<FileId> {
    let text = text_of(site, page).map(|text| text.file);
    let header = |index: &usize| site.document(*index).map(|document| document.header.kind.span.file);
    let mut files: Vec<FileId> = match page {
        Page::Document(index) => text.into_iter().chain(header(index)).collect(),
        Page::EasyRead(index, EasyPage::Booklet) => {
            site.document(*index).into_iter().flat_map(|document| &document.easy_read).map(|text| text.file).collect()
        }
        Page::Whole(index) => {
            let texts = site.document(*index).into_iter().flat_map(Document::own_texts).map(|text| text.file);
            header(index).into_iter().chain(texts).collect()
        }
        _ => text.into_iter().collect(),
    };
    let mut seen = Vec::new();
    files.retain(|file| {
        let new = !seen.contains(file);
        seen.push(*file);
        new
    });
    files
}

fn document_of<'s>(site: &'s Site, page: &Page) -> Option<&'s Document> {
    match page {
        Page::Document(index)
        | Page::Chapter(index, _)
        | Page::Whole(index)
        | Page::EasyRead(index, _)
        | Page::Single(index)
        | Page::OwnFigures(index)
        | Page::OwnFigure(index, _)
        | Page::Changes(index) => site.document(*index),
        _ => None,
    }
}

fn text_of<'s>(site: &'s Site, page: &Page) -> Option<&'s Arc<Chapter>> {
    match page {
        Page::Home => site.home.as_ref(),
        _ => site.text_of(page),
    }
}

/// Why the page is not what its files say, in plain words.
fn problem(generation: &Generation, view: &View, address: &Address) -> Option<String> {
    if let Some(failure) = &generation.failure {
        return Some(format!("{failure}. The pages are as they were before."));
    }
    let made = view.page(generation, address, crate::preview::desk::Form::Drafting)?;
    let failed = made.failed.as_ref()?;
    Some(format!("The theme has a mistake, so this page is shown with an earlier one: {}", failed.message))
}

/// The broken file that this page is shown without: one of its own, or one that every page needs.
fn shown_as_before(generation: &Generation, texts: &dyn Texts, sources: &[FileId]) -> Option<String> {
    let own = |path: &SitePath| sources.iter().any(|file| texts.path(*file) == path.as_str());
    let common = |path: &SitePath| matches!(path.as_str(), "content/site.yaml" | "content/glossary.yaml");
    let header = |path: &SitePath| {
        path.name() == "document.yaml"
            && sources
                .iter()
                .any(|file| texts.path(*file).rsplit_once('/').is_some_and(|(folder, _)| folder == path.folder()))
    };
    let path = generation.broken.iter().find(|path| own(path) || common(path) || header(path))?;
    Some(path.as_str().to_owned())
}

fn place(texts: &dyn Texts, span: Span) -> Value {
    let at = texts.place(span.file, span.start);
    json!({ "path": texts.path(span.file), "line": at.line, "column": at.column })
}

/// A word of the text with where it stands.
fn word(texts: &dyn Texts, text: &str, span: Span) -> Value {
    let mut word = place(texts, span);
    if let Value::Object(fields) = &mut word {
        fields.insert("text".into(), text.into());
    }
    word
}

fn held(document: &Document, site: &Site) -> Option<Value> {
    let (kind, title, text) = match held_back(document, site.today)? {
        Reason::Draft => ("draft", "Draft", "Nobody but you sees this: the document is a draft.".to_owned()),
        // What is exempt is on no page, and so nobody asks.
        Reason::Exempt(_) => return None,
        Reason::Embargo(date) => (
            "embargo",
            "Under embargo",
            format!("Nobody but you sees this before {date}: the document is under embargo."),
        ),
    };
    Some(json!({ "kind": kind, "title": title, "text": text }))
}

fn counts(counts: &Counts) -> Value {
    json!({ "errors": counts.errors, "warnings": counts.warnings, "advice": counts.advice })
}

fn diagnostics_html(preview: &Preview, findings: &Findings, here: &[&Diagnostic], elsewhere: &[&Diagnostic]) -> String {
    let editor = |path: &str, place: Place| preview.open_at(path, place);
    let mut out = String::new();
    match findings.untold.known() {
        0 => {}
        known => out.push_str(&fill(MISTAKES_KNOWN, &[("count", &known.to_string())])),
    }
    if !here.is_empty() {
        out.push_str(MISTAKES_HERE);
        out.push_str(&html(&errors_first(here), &findings.sources, &editor));
    }
    if !elsewhere.is_empty() {
        let mut elsewhere = errors_first(elsewhere);
        let more = elsewhere.len().saturating_sub(MOST_ELSEWHERE);
        elsewhere.truncate(MOST_ELSEWHERE);
        let more = if more > 0 { format!("{more} more: run candour check to see them all.") } else { String::new() };
        out.push_str(&fill(MISTAKES_ELSEWHERE, &[("more", &more)]));
        out.push_str(&html(&elsewhere, &findings.sources, &editor));
    }
    out
}

/// Errors first: they keep the site from being published.
fn errors_first<'d>(diagnostics: &[&'d Diagnostic]) -> Vec<&'d Diagnostic> {
    let mut sorted = diagnostics.to_vec();
    sorted.sort_by_key(|told| told.severity);
    sorted
}

/// Changes when there is something else to read: not when a message only moves to another line.
fn key(findings: &Findings, here: &[&Diagnostic]) -> String {
    let mut text = format!("{} {}\n", here.len(), findings.untold.known());
    for told in &findings.diagnostics {
        text.push_str(told.rule.code);
        text.push_str(findings.sources.path(told.span.file));
        text.push_str(&told.message);
        text.push('\n');
    }
    format!("{:016x}", xxh3_64(text.as_bytes()))
}

fn reading_of(text: &Chapter) -> Value {
    let reading = reading(&text.prose);
    json!({
        "words": reading.words,
        "sentences": reading.sentences,
        "reading_age": reading.reading_age(),
        "long_sentences": reading.long_sentences.len(),
    })
}

fn figures(text: &Chapter, texts: &dyn Texts) -> Vec<Value> {
    loose_figures_of(&text.prose).iter().map(|found| word(texts, &found.value, found.span)).collect()
}

fn abbreviations(here: &[&Diagnostic], findings: &Findings) -> Vec<Value> {
    here.iter()
        .filter(|told| told.rule == &ABBREVIATION_UNEXPLAINED)
        .map(|told| {
            let text = findings.sources.text(told.span.file).get(told.span.range()).unwrap_or_default();
            word(&findings.sources, text, told.span)
        })
        .collect()
}

/// The pages that say the same in another way: the Easy Read edition, and other years.
fn twins(site: &Site, page: &Page, address: &Address) -> Vec<Value> {
    let mut twins = Vec::new();
    let (document, slug) = match page {
        Page::Chapter(index, chapter) => {
            let slug = site.document(*index).and_then(|document| document.chapters().get(*chapter));
            (*index, slug.map(|chapter| chapter.slug.clone()))
        }
        Page::Document(index) | Page::Whole(index) => (*index, None),
        _ => return twins,
    };
    let below = |document: &Document, part: Option<&str>| {
        let at = Address::of(&document.path);
        let at = part.map_or(at.clone(), |part| at.below(part));
        match &slug {
            Some(slug) => at.below(slug),
            None => at,
        }
    };
    let mut add = |kind: &str, label: String, twin: Address| {
        if twin != *address && site.pages.contains_key(&twin) {
            twins.push(json!({ "kind": kind, "label": label, "page": twin.as_str() }));
        }
    };
    if let Some(own) = site.document(document) {
        add("easy-read", "Easy Read".into(), below(own, Some("easy-read")));
    }
    for other in site.editions(document).iter().filter_map(|index| site.document(*index)) {
        add("edition", other.title().to_owned(), below(other, None));
    }
    twins
}
