//! The `Site`: one immutable value that holds everything public, with its addresses. A
//! page is a pure function of it. Nothing that is not public gets in here, so nothing
//! that is not public can get out.

mod address;
mod assemble;
mod briefings;
mod changes;
mod chosen;
mod editions;
mod figures;
mod frame;
mod glossary;
mod house_style;
mod link;
mod linking;
mod navigation;
mod pages;
mod parts;
mod pictures;
mod plain;
mod plan_pages;
mod plan_terms;
mod plans;
mod promises;
mod quoted;
mod registers;
mod resolve;
mod risk_terms;
mod tables;
mod typography;
mod visibility;

pub use address::{Address, relative};
pub use assemble::{Assembly, Options, assemble, assemble_again};
pub use briefings::committees_of;
pub use changes::{Change, Changes, Outcome};
pub use chosen::fits;
pub use editions::Editions;
pub use figures::Quotation;
pub use frame::Frames;
pub use glossary::{TermUse, TermUses};
pub use link::{Linked, Memory, is_english, link};
pub use navigation::NavigationLink;
pub use pages::{Collection, EasyPage, Page};
pub use pictures::Pictured;
pub use plan_pages::{PlanPage, is_led_by, leads_of};
pub use promises::{Answer, Promise, Promises, Standing, Stray};
pub use registers::RegisterOf;
pub use resolve::{Destination, LinkProblem};
pub use visibility::{HeldBack, Reason, held_back};

use crate::content::action_plan::{State, actions, state_of};
use crate::content::figures::{Book, Figure, Series};
use crate::content::{Asset, Chapter, Document, Exempt, Glossary, Settings};
use crate::figure::Date;
use crate::prose::Pictograms;
use crate::prose::component::ItemName;
use crate::source::SitePath;
use quoted::Quoted;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

/// Everything public of one site.
#[derive(Clone, Debug)]
pub struct Site {
    /// Whose site it is.
    pub settings: Arc<Settings>,
    /// The terms; their definitions link to one another.
    pub glossary: Arc<Glossary>,
    /// The public documents, by path.
    pub documents: Vec<Arc<Document>>,
    /// The text of the home page, if the author wrote one.
    pub home: Option<Arc<Chapter>>,
    /// What stands at each address.
    pub pages: Arc<BTreeMap<Address, Page>>,
    /// The editions of each document that has a period, by its index.
    pub editions: Arc<Editions>,
    /// All figures, those of documents that are not public among them: pages ask for what public
    /// documents state by [`Site::public_figure`].
    figures: Arc<Book>,
    /// What each document quotes, by its path.
    quotations: Arc<BTreeMap<SitePath, Vec<Quotation>>>,
    /// In how many cells of tables each document differs from what it adds up to, for a reason.
    differences: Arc<BTreeMap<SitePath, usize>>,
    /// The links at the top of each page.
    pub navigation: Vec<NavigationLink>,
    /// Where each term is used; worked out when the first page asks.
    uses: OnceLock<TermUses>,
    /// Where each figure is quoted, likewise.
    quoted: OnceLock<Quoted>,
    /// What became of each commitment, likewise.
    promises: OnceLock<Promises>,
    /// Pictures and downloads by path below `content/`; only those that a page uses are published.
    pub assets: Arc<BTreeMap<SitePath, Asset>>,
    /// The address of each public text's file, by its path below `content/`.
    pub files: Arc<BTreeMap<SitePath, Address>>,
    /// Of documents that the public may not read: their paths, and why. Nothing else of them is here.
    pub exempt: BTreeMap<SitePath, Exempt>,
    /// The theme's pictograms.
    pub pictograms: Arc<Pictograms>,
    /// The day that embargoes are judged by.
    pub today: Date,
    /// Whether drafts and documents under embargo are among the documents.
    pub shows_drafts: bool,
}

impl Site {
    /// The document and chapter that a text of the site belongs to.
    pub fn document(&self, index: usize) -> Option<&Document> {
        self.documents.get(index).map(AsRef::as_ref)
    }

    /// Whether the document of an index is an action plan.
    pub fn is_plan(&self, index: usize) -> bool {
        self.document(index).is_some_and(|document| document.plan.is_some())
    }

    /// Whether the document of an index is a briefing.
    pub fn is_briefing(&self, index: usize) -> bool {
        self.document(index).is_some_and(|document| document.header.briefing.is_some())
    }

    /// Where each term of the glossary is used.
    pub fn uses(&self) -> &TermUses {
        self.uses.get_or_init(|| glossary::term_uses(&self.pages, &self.documents, &self.glossary))
    }

    /// What documents promise, and what became of it.
    pub fn promises(&self) -> &Promises {
        self.promises.get_or_init(|| Promises::of(self.documents.iter()))
    }

    /// Where a promise stands, by the public documents and plans.
    pub fn standing(&self, promise: &Promise) -> Standing {
        let action = promise.action().and_then(|name| self.action(name));
        promise.standing(action.as_ref().map(|(_, state)| state))
    }

    /// The page of a document's commitments and those of its series, if there is one.
    pub fn promises_of(&self, document: &Document) -> Option<Address> {
        let address = Address::promises_of(&document.path);
        matches!(self.pages.get(&address), Some(Page::Promises(_))).then_some(address)
    }

    /// An action of a public plan, and that plan.
    pub fn action(&self, name: &ItemName) -> Option<(&Document, State<'_>)> {
        let document = self.document_at(name.document.as_ref()?)?;
        let plan = document.plan.as_deref()?;
        let (.., action) = actions(&plan.promises).find(|(.., action)| action.id.value == name.id)?;
        Some((document, state_of(action, &plan.rounds)))
    }

    /// The public document at a path.
    pub fn document_at(&self, path: &SitePath) -> Option<&Document> {
        self.document(self.place_of(path)?)
    }

    /// The index of the public document at a path.
    pub fn place_of(&self, path: &SitePath) -> Option<usize> {
        self.documents.binary_search_by(|document| document.path.cmp(path)).ok()
    }

    /// The indicator of an id, with the values that public documents state.
    pub fn figure(&self, id: &str) -> Option<(&Series, Vec<&Figure>)> {
        self.figures.indicators().find(|series| series.indicator.id.value == id).map(|series| self.public(series))
    }

    /// The figure of an id that only one document has, likewise.
    pub fn own_figure(&self, document: &SitePath, id: &str) -> Option<(&Series, Vec<&Figure>)> {
        self.figures.series(document, id).filter(|series| series.owner.is_some()).map(|series| self.public(series))
    }

    /// The page of a figure, if it has one.
    pub fn page_of_figure(&self, series: &Series) -> Option<Address> {
        let id = &series.indicator.id.value;
        let address = match &series.owner {
            Some(owner) => Address::figures_of(owner).below(id),
            None => Address::figures().below(id),
        };
        let page = self.pages.get(&address)?;
        matches!(page, Page::Figure(_) | Page::OwnFigure(..)).then_some(address)
    }

    /// The page of how the numbers of a document changed, if it has one.
    pub fn changes_of(&self, document: &Document) -> Option<Address> {
        let address = Address::changes_of(&document.path);
        matches!(self.pages.get(&address), Some(Page::Changes(_))).then_some(address)
    }

    /// Every indicator with the values that public documents state, and the documents' own figures.
    pub fn all_figures(&self) -> impl Iterator<Item = (&Series, Vec<&Figure>)> {
        self.figures.all().map(|series| self.public(series))
    }

    fn public<'s>(&self, series: &'s Series) -> (&'s Series, Vec<&'s Figure>) {
        let shown = |figure: &'s Figure| figure.statements().find(|figure| self.is_public(&figure.document));
        (series, series.figures.iter().filter_map(shown).collect())
    }

    /// Whether the document at a path is public.
    fn is_public(&self, path: &SitePath) -> bool {
        self.document_at(path).is_some()
    }

    /// What the document at a path quotes.
    pub fn quotations(&self, path: &SitePath) -> &[Quotation] {
        self.quotations.get(path).map_or(&[], Vec::as_slice)
    }

    /// How many numbers of public documents differ from what they should be for a stated reason:
    /// quotations from their figures, cells of tables from what they add up to.
    pub fn explained(&self) -> usize {
        let quoted = self.documents.iter().flat_map(|document| self.quotations(&document.path));
        let cells = self.documents.iter().filter_map(|document| self.differences.get(&document.path));
        quoted.filter(|quotation| quotation.explained).count() + cells.sum::<usize>()
    }

    /// The text behind a page, if it is one text.
    pub fn text_of(&self, page: &Page) -> Option<&Arc<Chapter>> {
        pages::text_of(page, &self.documents)
    }

    /// The first page of a document's Easy Read edition, if it has one.
    pub fn easy_read_of(&self, document: &Document) -> Option<Address> {
        let address = Address::easy_read_of(&document.path);
        matches!(self.pages.get(&address), Some(Page::EasyRead(_, EasyPage::Contents))).then_some(address)
    }

    /// The newest published Local Account that still stands.
    pub fn latest_account(&self) -> Option<usize> {
        pages::latest_account(&self.documents)
    }

    /// The editions of a document, itself among them, newest period first: public documents
    /// of the same kind in the same folder that have a period. Empty if it has none.
    pub fn editions(&self, index: usize) -> &[usize] {
        self.editions.get(&index).map_or(&[], |editions| editions.as_slice())
    }
}
