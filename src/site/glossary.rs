//! The glossary at work: its definitions linked, its terms looked for in texts, and where each is
//! used.

use super::house_style::preferred;
use super::link::is_english;
use super::plain::Plain;
use super::plan_terms::terms_of_plan;
use super::risk_terms::terms_of_register;
use super::{Address, EasyPage, Page};
use crate::content::{Content, Document, Glossary};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::glossary::TERM_CLAIMED_TWICE;
use crate::prose::Preferred;
use crate::prose::glossary::{Matcher, TermForms};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A page that uses a term.
#[derive(Clone, Debug)]
pub struct TermUse {
    /// The page.
    pub address: Address,
    /// The index of the document it belongs to, if it is not the whole of it.
    pub document: Option<usize>,
}

/// A glossary whose definitions are linked, and what finds its terms in texts.
pub(super) struct LinkedGlossary {
    /// As it was read.
    pub(super) read: Arc<Glossary>,
    pub(super) known_abbreviations: BTreeSet<String>,
    /// The language of the site.
    pub(super) language: String,
    pub(super) linked: Arc<Glossary>,
    /// All words by which texts are searched, and what searches them.
    forms: Vec<TermForms>,
    pub(super) matcher: Arc<Matcher>,
    /// Words that have plainer ones.
    pub(super) plain: Arc<Plain>,
    /// How its terms are to be spelt.
    pub(super) preferred: Arc<Preferred>,
    /// The places of terms that the definitions themselves mention, and of those that clash.
    pub(super) mentioned: Vec<usize>,
    pub(super) clashing: BTreeSet<String>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl LinkedGlossary {
    /// Whether it is what `content` needs.
    pub(super) fn is_of(&self, content: &Content, advice: bool) -> bool {
        Arc::ptr_eq(&self.read, &content.glossary)
            && self.plain.is_of(content, advice)
            && self.known_abbreviations == content.settings.known_abbreviations
            && self.language == content.settings.language
    }

    /// Whether it finds the same in every text as another one.
    pub(super) fn searches_like(&self, other: &LinkedGlossary) -> bool {
        let meanings = |glossary: &LinkedGlossary| {
            glossary.read.terms.iter().map(|term| term.easy_read.clone().map(|text| text.value)).collect::<Vec<_>>()
        };
        self.forms == other.forms
            && self.known_abbreviations == other.known_abbreviations
            && self.language == other.language
            && self.plain.finds_like(&other.plain)
            // They stand in Easy Read texts.
            && meanings(self) == meanings(other)
    }
}

/// Links the definitions of a glossary; what searches texts is taken over from `before` where the
/// words are the same.
pub(super) fn link_glossary(content: &Content, advice: bool, before: Option<&LinkedGlossary>) -> LinkedGlossary {
    let read = Arc::clone(&content.glossary);
    let forms: Vec<TermForms> = read.terms.iter().map(crate::content::Term::forms).collect();
    let (matcher, preferred) = match before.filter(|before| before.forms == forms) {
        Some(before) => (Arc::clone(&before.matcher), Arc::clone(&before.preferred)),
        None => (Arc::new(Matcher::new(&forms)), Arc::new(preferred(&read))),
    };
    let mut diagnostics = Vec::new();
    let clashing = report_clashes(&matcher, &read, &mut diagnostics);
    let mut linked = Glossary::clone(&read);
    let mut mentioned = Vec::new();
    for term in &mut linked.terms {
        let uses = matcher.link_inlines(&mut term.definition, &term.id);
        mentioned.extend(uses.mentioned.iter().filter_map(|id| read.rank(id)));
    }
    let known_abbreviations = content.settings.known_abbreviations.clone();
    let linked = Arc::new(linked);
    let language = content.settings.language.clone();
    let plain = Plain::of(content, advice, before.map(|before| &before.plain));
    let mut glossary = LinkedGlossary {
        read,
        known_abbreviations,
        language,
        linked,
        forms,
        matcher,
        plain,
        preferred,
        mentioned,
        clashing,
        diagnostics: Vec::new(),
    };
    if is_english(&glossary.language) {
        glossary.judge_definitions(&mut diagnostics);
    }
    glossary.diagnostics = diagnostics;
    glossary
}

/// Reports forms that belong to two terms; gives the ids of those terms.
fn report_clashes(matcher: &Matcher, glossary: &Glossary, out: &mut Vec<Diagnostic>) -> BTreeSet<String> {
    let mut clashing = BTreeSet::new();
    for clash in matcher.clashes() {
        let (Some(first), Some(second)) = (glossary.terms.get(clash.first), glossary.terms.get(clash.second)) else {
            continue;
        };
        let (first, second) = if first.name.span <= second.name.span { (first, second) } else { (second, first) };
        out.push(
            Diagnostic::new(
                &TERM_CLAIMED_TWICE,
                second.name.span,
                format!("`{}` belongs to two terms: `{}` and `{}`", clash.form, first.name.value, second.name.value),
            )
            .label(first.name.span, "the other term")
            .help("take the form away from one of them, or make one term of the two"),
        );
        clashing.extend([first.id.clone(), second.id.clone()]);
    }
    clashing
}

/// Where terms are used on public pages.
#[derive(Clone, Debug, Default)]
pub struct TermUses {
    places: Vec<TermUse>,
    /// By the term's place in the glossary, the indexes of the places.
    by_term: Vec<Vec<u32>>,
}

impl TermUses {
    /// The pages that use the term at this place of the glossary.
    pub fn of(&self, rank: usize) -> impl Iterator<Item = &TermUse> {
        let places = self.by_term.get(rank).into_iter().flatten();
        places.filter_map(|place| self.places.get(*place as usize))
    }
}

/// How many pages of one plan or register are named that use a term. Where there are more, it is itself.
const MOST_OF_ONE: usize = 5;

/// Finds where each term of the glossary is used, in the order of reading: the first page of a
/// document, the pages of a plan or of a register, the chapters.
pub(super) fn term_uses(pages: &BTreeMap<Address, Page>, documents: &[Arc<Document>], glossary: &Glossary) -> TermUses {
    let mut in_order: Vec<(usize, usize, &Address, &Page)> = Vec::new();
    for (address, page) in pages {
        match page {
            Page::Document(document) | Page::Single(document) => in_order.push((*document, 0, address, page)),
            Page::Chapter(document, chapter) => in_order.push((*document, chapter + 1, address, page)),
            Page::EasyRead(document, EasyPage::Chapter(chapter)) => {
                let before = documents.get(*document).map_or(0, |document| document.chapters().len());
                in_order.push((*document, before + chapter + 1, address, page));
            }
            _ => {}
        }
    }
    in_order.sort_unstable_by_key(|(document, chapter, ..)| (*document, *chapter));
    let by_term = vec![Vec::new(); glossary.terms.len()];
    let mut uses = TermUses { places: Vec::with_capacity(in_order.len()), by_term };
    for (index, _, address, page) in in_order {
        let document = matches!(page, Page::Chapter(..) | Page::EasyRead(..)).then_some(index);
        let mut terms: BTreeSet<usize> =
            super::pages::text_of(page, documents).iter().flat_map(|text| &text.terms).copied().collect();
        let own = match (page, documents.get(index)) {
            (Page::Document(_), Some(found)) => own_pages(pages, index, found, glossary),
            _ => Vec::new(),
        };
        // What stands on the first page of it, or on too many others.
        let mut count: BTreeMap<usize, usize> = BTreeMap::new();
        for (at, found) in &own {
            found.iter().for_each(|term| *count.entry(*term).or_default() += 1);
            if at == address {
                terms.extend(found);
            }
        }
        terms.extend(count.iter().filter(|(_, count)| **count > MOST_OF_ONE).map(|(term, _)| *term));
        uses.add(address, document, terms.into_iter());
        for (at, found) in own.iter().filter(|(at, _)| at != address) {
            let few = found.iter().copied().filter(|term| count.get(term).is_some_and(|count| *count <= MOST_OF_ONE));
            uses.add(at, Some(index), few);
        }
    }
    uses
}

/// The pages of a document's plan or register that use terms. A text whose page has made way for one
/// of the author's counts for the first page.
fn own_pages(
    pages: &BTreeMap<Address, Page>,
    index: usize,
    document: &Document,
    glossary: &Glossary,
) -> Vec<(Address, BTreeSet<usize>)> {
    let first = Address::of(&document.path);
    let mut found: Vec<(Address, BTreeSet<usize>)> = Vec::new();
    if let Some(plan) = &document.plan {
        let terms = terms_of_plan(plan, glossary).into_iter();
        found.extend(terms.map(|(page, terms)| {
            (page.map_or_else(|| first.clone(), |page| page.address(&document.path, plan)), terms)
        }));
    }
    if let Some(register) = &document.register {
        let terms = terms_of_register(register, glossary).into_iter();
        found.extend(
            terms.map(|(place, terms)| (place.map_or_else(|| first.clone(), |place| first.below(&place)), terms)),
        );
    }
    let own =
        |address: &Address| matches!(pages.get(address), Some(Page::Plan(of, _) | Page::Risk(of, _)) if *of == index);
    found.into_iter().map(|(address, terms)| (if own(&address) { address } else { first.clone() }, terms)).collect()
}

impl TermUses {
    fn add(&mut self, address: &Address, document: Option<usize>, terms: impl Iterator<Item = usize>) {
        let place = u32::try_from(self.places.len()).unwrap_or(u32::MAX);
        for term in terms {
            if let Some(places) = self.by_term.get_mut(term) {
                places.push(place);
            }
        }
        self.places.push(TermUse { address: address.clone(), document });
    }
}
