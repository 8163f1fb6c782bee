//! From content to the `Site`: who is public, what stands where, what links to what.

use super::briefings::committees_of;
use super::changes::stated_by;
use super::figures::check_figures;
use super::frame::{Frame, Frames};
use super::link::Linked;
use super::navigation::navigation;
use super::pages::OwnPages;
use super::plan_pages::plan_pages;
use super::promises::promising;
use super::visibility::{Reason, held_back};
use super::{Address, HeldBack, Page, Site};
use crate::content::checks::Checks;
use crate::content::figures::{Book, Series};
use crate::content::statement::check_statement;
use crate::content::{Chapter, Content, Document, Form, Status};
use crate::diagnostic::rules::documents::STATUS_INCOMPLETE;
use crate::diagnostic::rules::links::LINK_TARGET;
use crate::diagnostic::{Diagnostic, FileId};
use crate::figure::Date;
use crate::source::{SitePath, SourceMap, did_you_mean};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

/// What can be asked of an assembly.
#[derive(Clone, Debug)]
pub struct Options {
    /// The day that embargoes are judged by.
    pub today: Date,
    /// Whether drafts and embargoed documents are shown, each with a banner.
    pub drafts: bool,
    /// Where the site will be published; wins over `site.yaml`.
    pub base_url: Option<String>,
    /// Whether advice is looked for that takes time and that not everybody shows.
    pub advice: bool,
}

/// A site and what was found while putting it together.
#[derive(Clone, Debug)]
pub struct Assembly {
    /// The public site.
    pub site: Site,
    /// What is not public and why, by path.
    pub held_back: Vec<HeldBack>,
    /// The documents held back: checked like all others, never rendered.
    pub unpublished: Vec<Arc<Document>>,
    /// All texts, for diagnostics to point into.
    pub sources: Arc<SourceMap>,
    /// `site.yaml`, which stands for the site where a mistake has no text of its own.
    pub settings_file: Option<FileId>,
    /// What is said of messages, but for `site.yaml`.
    pub checks: Arc<Checks>,
    /// What was wrong, in reading and in assembling.
    pub diagnostics: Vec<Diagnostic>,
}

/// Puts a site together.
pub fn assemble(linked: Linked, options: &Options) -> Assembly {
    assemble_again(linked, options, &mut Frames::default())
}

/// The same, with what is known of where everything stands from the time before.
pub fn assemble_again(linked: Linked, options: &Options, frames: &mut Frames) -> Assembly {
    let Linked { mut content, figures, quotations, differences } = linked;
    let mut out = std::mem::take(&mut content.diagnostics);
    let (mut documents, mut unpublished, mut held) = (Vec::new(), Vec::new(), Vec::new());
    let mut home = None;
    for document in std::mem::take(&mut content.documents) {
        held.extend(document.withheld.iter().filter_map(|chapter| {
            let path = document.path.join(&chapter.slug)?;
            Some(HeldBack { path, title: chapter.slug.clone(), reason: Reason::Exempt(chapter.exempt) })
        }));
        let reason = held_back(&document, options.today)
            // Drafts can be looked at; what is exempt never can.
            .filter(|reason| !options.drafts || matches!(reason, Reason::Exempt(_)));
        match (reason, &document.form) {
            (Some(reason), _) => {
                held.push(HeldBack { path: document.path.clone(), title: document.title().to_owned(), reason });
                unpublished.push(document);
            }
            (None, Form::Single(chapter)) if document.path == SitePath::root() => home = Some(Arc::clone(chapter)),
            (None, _) => documents.push(document),
        }
    }
    let own = own_pages(&documents, home.as_ref(), &content, &figures);
    let Frame { pages, files, editions } = frames.frame(&documents, home.as_ref(), own, &content.sources, &mut out);
    if let Some(settings) = content.settings_file {
        check_statement(&content.settings, settings, options.today, &mut out);
    }
    let hidden: BTreeSet<Address> = unpublished.iter().flat_map(|document| addresses(document)).collect();
    let navigation = navigation(&content.settings, &pages, &files, &|address| hidden.contains(address), &mut out);
    check_successors(documents.iter().chain(&unpublished).map(AsRef::as_ref), &pages, &hidden, &mut out);
    check_headlines(documents.iter().chain(&unpublished).map(AsRef::as_ref), &mut out);
    let mut settings = content.settings;
    if options.base_url.is_some() && settings.base_url != options.base_url {
        Arc::make_mut(&mut settings).base_url.clone_from(&options.base_url);
    }
    let site = Site {
        settings,
        glossary: content.glossary,
        editions,
        documents,
        home,
        pages,
        navigation,
        uses: OnceLock::new(),
        quoted: OnceLock::new(),
        promises: OnceLock::new(),
        figures,
        quotations,
        differences,
        assets: content.assets,
        files,
        exempt: unpublished
            .iter()
            .filter_map(|document| Some((document.path.clone(), document.header.exempt?)))
            .collect(),
        pictograms: content.pictograms,
        today: options.today,
        shows_drafts: options.drafts,
    };
    check_figures(&site, &unpublished, &mut out);
    Assembly {
        site,
        held_back: held,
        unpublished,
        sources: content.sources,
        settings_file: content.settings_file,
        checks: content.checks,
        diagnostics: out,
    }
}

/// The pages for which there is something to put on them.
fn own_pages(documents: &[Arc<Document>], home: Option<&Arc<Chapter>>, content: &Content, figures: &Book) -> OwnPages {
    let places: BTreeMap<&SitePath, usize> =
        documents.iter().enumerate().map(|(index, document)| (&document.path, index)).collect();
    let stated = |series: &&Series| {
        series.figures.iter().any(|figure| figure.statements().any(|one| places.contains_key(&one.document)))
    };
    let id = |series: &Series| series.indicator.id.value.clone();
    OwnPages {
        glossary: !content.glossary.terms.is_empty(),
        statement: content.settings.statement.is_some(),
        figures: figures.indicators().filter(stated).map(id).collect(),
        own_figures: figures
            .all()
            .filter(stated)
            .filter_map(|series| Some((*places.get(series.owner.as_ref()?)?, id(series))))
            .collect(),
        changes: documents
            .iter()
            .enumerate()
            .filter(|(_, document)| stated_by(document, figures).next().is_some())
            .map(|(index, _)| index)
            .collect(),
        committees: committees_of(documents).into_keys().collect(),
        promises: promising(documents),
        plans: documents
            .iter()
            .enumerate()
            .filter_map(|(index, document)| Some((index, plan_pages(&document.path, document.plan.as_ref()?))))
            .flat_map(|(index, pages)| pages.into_iter().map(move |(address, page)| (index, address, page)))
            .collect(),
        risks: documents.iter().enumerate().flat_map(|(index, document)| pages_of_risks(index, document)).collect(),
        tables: documents.iter().flat_map(|document| document.texts()).chain(home).any(|text| !text.data.is_empty()),
    }
}

/// The pages of the risks of the document of this index.
fn pages_of_risks(index: usize, document: &Document) -> Vec<(usize, Address, usize)> {
    let address = Address::of(&document.path);
    let risks = document.register.iter().flat_map(|register| &register.risks).enumerate();
    risks.map(|(number, risk)| (index, address.below(&risk.place()), number)).collect()
}

/// The addresses that a document would have.
fn addresses(document: &Document) -> Vec<Address> {
    let address = Address::of(&document.path);
    let mut all = vec![address.clone()];
    if let Form::Folder(_, chapters) = &document.form {
        all.push(Address::changes_of(&document.path));
        all.extend(chapters.iter().map(|chapter| Address::of(&chapter.place)));
        all.push(address.below(super::pages::WHOLE));
    }
    all
}

fn check_successors<'a>(
    documents: impl Iterator<Item = &'a Document>,
    pages: &BTreeMap<Address, Page>,
    hidden: &BTreeSet<Address>,
    out: &mut Vec<Diagnostic>,
) {
    for document in documents {
        let Status::Superseded(Some(successor)) = &document.header.status else { continue };
        let address = SitePath::parse(&successor.value).map(|path| Address::of(&path));
        let known = address.as_ref().is_some_and(|address| pages.contains_key(address) || hidden.contains(address));
        if !known {
            out.push(
                Diagnostic::new(
                    &STATUS_INCOMPLETE,
                    successor.span,
                    format!("there is no document at `{}`", successor.value),
                )
                .maybe_help(did_you_mean(&successor.value, pages.keys().map(Address::as_str)))
                .else_help("give the path of the newer document below content/"),
            );
        }
    }
}

/// A headline may name the chapter that tells more.
fn check_headlines<'a>(documents: impl Iterator<Item = &'a Document>, out: &mut Vec<Diagnostic>) {
    for document in documents {
        for chapter in document.header.headlines.iter().filter_map(|headline| headline.chapter.as_ref()) {
            let slugs = || document.chapters().iter().map(|chapter| chapter.slug.as_str());
            if !slugs().any(|slug| slug == chapter.value) {
                out.push(
                    Diagnostic::new(
                        &LINK_TARGET,
                        chapter.span,
                        format!("the document has no chapter `{}`", chapter.value),
                    )
                    .maybe_help(did_you_mean(&chapter.value, slugs()))
                    .else_help("give the name of a chapter's file without its number and .md"),
                );
            }
        }
    }
}
