//! What stands at each address.

use super::{Address, PlanPage};
use crate::content::{Chapter, Document, Form, Kind, Status};
use crate::diagnostic::rules::files::ADDRESS_TAKEN;
use crate::diagnostic::{Diagnostic, Span, Texts};
use crate::source::SourceMap;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What a page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// The home page.
    Home,
    /// The documents of a folder.
    Collection(Collection),
    /// The landing page of the document of this index.
    Document(usize),
    /// A chapter: the indexes of its document and of itself.
    Chapter(usize, usize),
    /// A whole document on one page.
    Whole(usize),
    /// A page of the Easy Read edition of the document of this index.
    EasyRead(usize, EasyPage),
    /// A document that is one page.
    Single(usize),
    /// The glossary.
    Glossary,
    /// All figures.
    Figures,
    /// The figure of this id through the years.
    Figure(String),
    /// The figures that only the document of this index has.
    OwnFigures(usize),
    /// One of them, of this id.
    OwnFigure(usize, String),
    /// How the numbers of the document of this index changed.
    Changes(usize),
    /// All data files.
    Data,
    /// A page of the action plan of this index.
    Plan(usize, PlanPage),
    /// A risk of a register: the indexes of its document and of itself.
    Risk(usize, usize),
    /// The committees that briefings go to.
    Committees,
    /// The briefings of the committee of this last part of the address.
    Committee(String),
    /// The commitments in the folder of the document of this index, the newest of them, and what
    /// became of them.
    Promises(usize),
    /// The accessibility statement.
    Statement,
    /// A stable address that leads to this one, of the newest edition.
    Latest(Address),
    /// The page for addresses that do not exist.
    NotFound,
}

/// A page of an Easy Read edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EasyPage {
    /// What is in it.
    Contents,
    /// The chapter of this index.
    Chapter(usize),
    /// All of it, to print as a booklet.
    Booklet,
}

/// A folder of documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Collection {
    /// The kind of its documents, if they are all of one kind that has a name of its own.
    pub kind: Option<Kind>,
    /// The name of the folder.
    pub name: String,
    /// Its documents, newest first.
    pub documents: Vec<usize>,
}

/// The part of an address at which a whole document stands.
pub(super) const WHOLE: &str = "whole";

/// The pages that Candour makes itself, where there is something to put on them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct OwnPages {
    pub(super) glossary: bool,
    pub(super) statement: bool,
    /// The ids of indicators of which there is something to show.
    pub(super) figures: Vec<String>,
    /// The same of figures that one document has by itself, with its index.
    pub(super) own_figures: Vec<(usize, String)>,
    /// The documents that state figures of their period.
    pub(super) changes: Vec<usize>,
    /// Whether a public text has a table that is data.
    pub(super) tables: bool,
    /// The committees, by the last parts of their addresses.
    pub(super) committees: Vec<String>,
    /// The newest document of each folder that has commitments.
    pub(super) promises: Vec<usize>,
    /// The pages of action plans, each with the index of its plan.
    pub(super) plans: Vec<(usize, Address, PlanPage)>,
    /// The pages of risks: the index of the register, the address, the index of the risk.
    pub(super) risks: Vec<(usize, Address, usize)>,
}

/// The part of an address, beside the editions of a document, that always leads to the newest.
const LATEST: &str = "latest";

/// Gives every public page its address. A claim on an address that is taken is reported,
/// and the first one keeps it.
pub(super) fn lay_out(
    documents: &[Arc<Document>],
    own: &OwnPages,
    editions: &BTreeMap<usize, Arc<Vec<usize>>>,
    sources: &SourceMap,
    out: &mut Vec<Diagnostic>,
) -> BTreeMap<Address, Page> {
    // In the order of their rights: of two claims on an address the first keeps it.
    let mut wanted: Vec<(Address, Page)> = vec![(Address::home(), Page::Home), (Address::not_found(), Page::NotFound)];
    for (index, document) in documents.iter().enumerate() {
        let address = Address::of(&document.path);
        match &document.form {
            Form::Single(_) => wanted.push((address, Page::Single(index))),
            Form::Folder(_, chapters) => {
                wanted.push((address.clone(), Page::Document(index)));
                if has_whole(document) {
                    wanted.push((address.below(WHOLE), Page::Whole(index)));
                }
                let chapters = chapters.iter().enumerate();
                wanted.extend(
                    chapters.map(|(number, chapter)| (Address::of(&chapter.place), Page::Chapter(index, number))),
                );
            }
        }
    }
    for (index, document) in documents.iter().enumerate().filter(|(_, document)| !document.easy_read.is_empty()) {
        let address = Address::easy_read_of(&document.path);
        let chapters = document.easy_read.iter().enumerate();
        wanted.extend(
            chapters.map(|(at, chapter)| (Address::of(&chapter.place), Page::EasyRead(index, EasyPage::Chapter(at)))),
        );
        wanted.push((Address::booklet_of(&document.path), Page::EasyRead(index, EasyPage::Booklet)));
        wanted.push((address, Page::EasyRead(index, EasyPage::Contents)));
    }
    // A page of the author's at one of these addresses wins.
    wanted.extend(own.glossary.then(|| (Address::glossary(), Page::Glossary)));
    wanted.extend(own.statement.then(|| (Address::statement(), Page::Statement)));
    if !own.figures.is_empty() || !own.own_figures.is_empty() {
        wanted.push((Address::figures(), Page::Figures));
        wanted.extend(own.figures.iter().map(|id| (Address::figures().below(id), Page::Figure(id.clone()))));
    }
    wanted.extend(pages_of_figures(documents, own));
    if !own.committees.is_empty() {
        wanted.push((Address::committees(), Page::Committees));
    }
    let committees =
        own.committees.iter().map(|slug| (Address::committees().below(slug), Page::Committee(slug.clone())));
    wanted.extend(committees);
    let promises = own.promises.iter().filter_map(|index| Some((*index, documents.get(*index)?)));
    wanted.extend(promises.map(|(index, document)| (Address::promises_of(&document.path), Page::Promises(index))));
    let of_plans = own.plans.iter();
    wanted.extend(of_plans.map(|(index, address, page)| (address.clone(), Page::Plan(*index, page.clone()))));
    let risks = own.risks.iter();
    wanted.extend(risks.map(|(index, address, risk)| (address.clone(), Page::Risk(*index, *risk))));
    // A folder of the author's by this name gets the page that lists its documents.
    let folder = |document: &Arc<Document>| document.path.parts().next() == Some(Address::data().as_str());
    let figures = !own.figures.is_empty() || !own.own_figures.is_empty();
    if (own.tables || figures || !own.plans.is_empty() || !own.risks.is_empty()) && !documents.iter().any(folder) {
        wanted.push((Address::data(), Page::Data));
    }
    wanted.sort_by(|(a, _), (b, _)| a.cmp(b));
    let mut claims = Claims { pages: BTreeMap::new(), documents, sources, out };
    let mut granted: Vec<(Address, Page)> = Vec::with_capacity(wanted.len());
    for (address, page) in wanted {
        let holder = granted.last().filter(|(taken, _)| *taken == address).map(|(_, page)| page);
        if claims.grants(&address, &page, holder) {
            granted.push((address, page));
        }
    }
    claims.pages = granted.into_iter().collect();
    for (index, members) in editions {
        if members.first() == Some(index)
            // The newest briefing is that of the latest meeting, of whichever committee, not of a period.
            && let Some(newest) = documents.get(*index).filter(|newest| {
                !matches!(newest.header.kind.value, Kind::Page | Kind::Briefing)
            })
        {
            add_latest(*index, newest, own, &mut claims);
        }
    }
    let mut pages = claims.pages;
    add_collections(&mut pages, documents);
    pages
}

/// Whether a document has a page with all of its chapters. A plan may do without chapters, and so may a
/// report that is all on its first page; a register has one always, with all its risks.
fn has_whole(document: &Document) -> bool {
    document.register.is_some() || !document.chapters().is_empty()
}

/// The pages below documents that their figures make.
fn pages_of_figures(documents: &[Arc<Document>], own: &OwnPages) -> Vec<(Address, Page)> {
    let path = |index: usize| documents.get(index).map(|document| &document.path);
    let changes =
        own.changes.iter().filter_map(|index| Some((Address::changes_of(path(*index)?), Page::Changes(*index))));
    let mut pages: Vec<(Address, Page)> = changes.collect();
    let mut last = None;
    for (index, id) in &own.own_figures {
        let Some(list) = path(*index).map(Address::figures_of) else { continue };
        pages.push((list.below(id), Page::OwnFigure(*index, id.clone())));
        if last.replace(*index) != Some(*index) {
            pages.push((list, Page::OwnFigures(*index)));
        }
    }
    pages
}

/// `…/latest/` and its chapters lead to the newest edition. A folder of the author's of that
/// name would make them lead nowhere else, so it is reported.
fn add_latest(index: usize, newest: &Document, own: &OwnPages, claims: &mut Claims<'_>) {
    let target = Address::of(&newest.path);
    let Some(latest) = target.parent().map(|folder| folder.below(LATEST)) else { return };
    if let Some(span) = claims.pages.get(&latest).and_then(|page| span_of(page, claims.documents)) {
        claims.out.push(
            Diagnostic::new(&ADDRESS_TAKEN, span, format!("the address {latest} belongs to the newest edition"))
                .help("Candour makes this address lead to the newest edition; rename the file or folder"),
        );
        return;
    }
    let parts = newest.chapters().iter().map(|chapter| chapter.slug.as_str()).chain(has_whole(newest).then_some(WHOLE));
    if let Form::Folder(..) = newest.form {
        for part in parts {
            claims.add_own(latest.below(part), Page::Latest(target.below(part)));
        }
        if !newest.easy_read.is_empty() {
            let easy = Address::easy_read_of(&newest.path);
            claims.add_own(latest.below(easy.name()), Page::Latest(easy));
        }
        for (_, risk, _) in own.risks.iter().filter(|(of, ..)| *of == index) {
            claims.add_own(latest.below(risk.name()), Page::Latest(risk.clone()));
        }
        if own.changes.binary_search(&index).is_ok() {
            let changes = Address::changes_of(&newest.path);
            claims.add_own(latest.below(changes.name()), Page::Latest(changes));
        }
    }
    claims.add_own(latest, Page::Latest(target));
}

struct Claims<'a> {
    pages: BTreeMap<Address, Page>,
    documents: &'a [Arc<Document>],
    sources: &'a SourceMap,
    out: &'a mut Vec<Diagnostic>,
}

/// Where the author claims the address of a page; `None` for pages that Candour makes itself.
fn span_of(page: &Page, documents: &[Arc<Document>]) -> Option<Span> {
    match page {
        Page::Document(index) => Some(documents.get(*index)?.header.kind.span),
        Page::Chapter(..) | Page::Single(_) | Page::EasyRead(_, EasyPage::Chapter(_)) => {
            Some(text_of(page, documents)?.top())
        }
        _ => None,
    }
}

impl Claims<'_> {
    /// A page that no file of the author's stands for.
    fn add_own(&mut self, address: Address, page: Page) {
        self.pages.entry(address).or_insert(page);
    }

    /// Whether a page gets the address it wants, which `holder` may have already; says why not.
    fn grants(&mut self, address: &Address, page: &Page, holder: Option<&Page>) -> bool {
        let reserved = address.as_str() == "assets" || address.as_str().starts_with("assets/");
        if !reserved && holder.is_none() {
            return true;
        }
        let Some(span) = span_of(page, self.documents) else { return false };
        let first = holder.and_then(|holder| span_of(holder, self.documents));
        if first.is_some_and(|first| self.differ_in_capitals(first, span)) {
            return false;
        }
        let diagnostic = Diagnostic::new(&ADDRESS_TAKEN, span, format!("the address {address} is already taken"));
        self.out.push(match first {
            Some(first) => diagnostic
                .label(first, "by this")
                .help("rename one of the two files; the number in front does not count"),
            None => diagnostic.help("Candour needs this address itself; rename the file or folder"),
        });
        false
    }

    /// Whether two files have names that differ in capitals only, which has been reported.
    fn differ_in_capitals(&self, first: Span, second: Span) -> bool {
        let path = |span: Span| self.sources.path(span.file).to_lowercase();
        path(first) == path(second)
    }
}

/// Every folder on the way to a page gets a page too, so that no address that somebody
/// shortens leads nowhere.
fn add_collections(pages: &mut BTreeMap<Address, Page>, documents: &[Arc<Document>]) {
    let mut folders: BTreeMap<Address, Vec<usize>> = BTreeMap::new();
    for (address, page) in pages.iter() {
        let (Page::Document(index) | Page::Single(index)) = page else { continue };
        let mut folder = address.parent();
        let mut direct = true;
        while let Some(at) = folder.filter(|folder| *folder != Address::home() && !pages.contains_key(folder)) {
            let members = folders.entry(at.clone()).or_default();
            if direct || !members.contains(index) {
                members.push(*index);
            }
            direct = false;
            folder = at.parent();
        }
    }
    for (address, mut members) in folders {
        members.sort_by_key(|index| {
            let document = documents.get(*index);
            let period = document.and_then(|document| document.header.period.as_ref()?.value.start());
            let published = document.and_then(|document| Some(document.header.published.as_ref()?.value));
            let meeting = document.and_then(|document| document.header.briefing.as_ref()?.meeting);
            let published = meeting.or(published);
            (std::cmp::Reverse(period), std::cmp::Reverse(published), *index)
        });
        let kinds: Vec<Kind> =
            members.iter().filter_map(|index| Some(documents.get(*index)?.header.kind.value)).collect();
        let kind =
            kinds.first().copied().filter(|first| *first != Kind::Page && kinds.iter().all(|kind| kind == first));
        let name = address.name().to_owned();
        pages.insert(address, Page::Collection(Collection { kind, name, documents: members }));
    }
}

/// The newest published Local Account that still stands.
pub(super) fn latest_account(documents: &[Arc<Document>]) -> Option<usize> {
    documents
        .iter()
        .enumerate()
        .filter(|(_, document)| {
            document.header.kind.value == Kind::LocalAccount && document.header.status == Status::Published
        })
        .max_by_key(|(_, document)| {
            (
                document.header.period.as_ref().and_then(|period| period.value.start()),
                document.header.published.as_ref().map(|date| date.value),
            )
        })
        .map(|(index, _)| index)
}

/// The text behind a page, if it is one text.
pub(super) fn text_of<'a>(page: &Page, documents: &'a [Arc<Document>]) -> Option<&'a Arc<Chapter>> {
    match page {
        Page::Chapter(document, chapter) => documents.get(*document)?.chapters().get(*chapter),
        Page::Single(document) => documents.get(*document)?.chapters().first(),
        Page::EasyRead(document, EasyPage::Chapter(chapter)) => documents.get(*document)?.easy_read.get(*chapter),
        Page::Document(document) => match &documents.get(*document)?.form {
            Form::Folder(introduction, _) => introduction.as_ref(),
            Form::Single(_) => None,
        },
        _ => None,
    }
}
