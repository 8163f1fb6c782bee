//! The glossary at work: its definitions linked, its terms looked for in texts, and where each is
//! used.

use super::{Address, Page};
use crate::content::{Chapter, Content, Document, Glossary};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::glossary::TERM_CLAIMED_TWICE;
use crate::prose::glossary::{Matcher, TermForms};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A text that uses a term.
#[derive(Clone, Debug)]
pub struct TermUse {
    /// The page.
    pub address: Address,
    /// The text, which gives the page its title.
    pub text: Arc<Chapter>,
    /// The index of the document it belongs to, if it is a chapter.
    pub document: Option<usize>,
}

/// A glossary whose definitions are linked, and what finds its terms in texts.
pub(super) struct LinkedGlossary {
    /// As it was read.
    pub(super) read: Arc<Glossary>,
    pub(super) known_abbreviations: BTreeSet<String>,
    pub(super) linked: Arc<Glossary>,
    /// All words by which texts are searched, and what searches them.
    forms: Vec<TermForms>,
    pub(super) matcher: Arc<Matcher>,
    /// The places of terms that the definitions themselves mention, and of those that clash.
    pub(super) mentioned: Vec<usize>,
    pub(super) clashing: BTreeSet<String>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl LinkedGlossary {
    /// Whether it is what `content` needs.
    pub(super) fn is_of(&self, content: &Content) -> bool {
        Arc::ptr_eq(&self.read, &content.glossary) && self.known_abbreviations == content.settings.known_abbreviations
    }

    /// Whether it finds the same in every text as another one.
    pub(super) fn searches_like(&self, other: &LinkedGlossary) -> bool {
        self.forms == other.forms && self.known_abbreviations == other.known_abbreviations
    }
}

/// Links the definitions of a glossary; what searches texts is taken over from `before` where the
/// words are the same.
pub(super) fn link_glossary(content: &Content, before: Option<&LinkedGlossary>) -> LinkedGlossary {
    let read = Arc::clone(&content.glossary);
    let forms: Vec<TermForms> = read.terms.iter().map(crate::content::Term::forms).collect();
    let matcher = match before.filter(|before| before.forms == forms) {
        Some(before) => Arc::clone(&before.matcher),
        None => Arc::new(Matcher::new(&forms)),
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
    LinkedGlossary { read, known_abbreviations, linked, forms, matcher, mentioned, clashing, diagnostics }
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

/// Finds where each of the glossary's `terms` is used.
pub(super) fn term_uses(pages: &BTreeMap<Address, Page>, documents: &[Arc<Document>], terms: usize) -> TermUses {
    let mut in_order: Vec<(usize, usize, &Address, &Page)> = Vec::new();
    for (address, page) in pages {
        match page {
            Page::Document(document) => in_order.push((*document, 0, address, page)),
            Page::Chapter(document, chapter) => in_order.push((*document, chapter + 1, address, page)),
            Page::Single(document) => in_order.push((*document, 0, address, page)),
            _ => {}
        }
    }
    in_order.sort_unstable_by_key(|(document, chapter, ..)| (*document, *chapter));
    let mut uses = TermUses { places: Vec::with_capacity(in_order.len()), by_term: vec![Vec::new(); terms] };
    for (document, _, address, page) in in_order {
        let Some(text) = super::pages::text_of(page, documents) else { continue };
        let place = u32::try_from(uses.places.len()).unwrap_or(u32::MAX);
        for term in &text.terms {
            if let Some(places) = uses.by_term.get_mut(*term) {
                places.push(place);
            }
        }
        let document = matches!(page, Page::Chapter(..)).then_some(document);
        uses.places.push(TermUse { address: address.clone(), text: Arc::clone(text), document });
    }
    uses
}
