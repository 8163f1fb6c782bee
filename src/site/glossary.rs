//! The glossary at work: terms linked in every text, and where each is used.

use super::{Address, Page};
use crate::content::{Content, Document, Glossary};
use crate::diagnostic::rules::glossary::{TERM_CLAIMED_TWICE, TERM_UNUSED};
use crate::diagnostic::rules::prose::{ABBREVIATION_UNEXPLAINED, UNKNOWN_ALERT};
use crate::diagnostic::{Diagnostic, FileId, Span};
use crate::prose::glossary::{Matcher, TermForms, Uses, unexplained};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A text that uses a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermUse {
    /// The page.
    pub address: Address,
    /// Its title.
    pub title: String,
    /// The document it belongs to, if it is a chapter.
    pub document: Option<String>,
}

/// The terms used in each text.
pub(super) type TermsUsed = BTreeMap<FileId, Vec<String>>;

/// Links the terms in all texts, drafts too, and in the definitions themselves.
pub(super) fn link_terms(content: &mut Content, out: &mut Vec<Diagnostic>) -> TermsUsed {
    let forms: Vec<TermForms> = content.glossary.terms.iter().map(crate::content::Term::forms).collect();
    let matcher = Matcher::new(&forms);
    let clashing = report_clashes(&matcher, &content.glossary, out);
    let known = &content.settings.known_abbreviations;
    let linked: Vec<(FileId, Uses, Vec<Diagnostic>)> = content
        .documents
        .par_iter_mut()
        .flat_map_iter(Document::texts_mut)
        .map(|text| {
            let uses = matcher.link(&mut text.prose);
            let strange = unexplained(&text.prose, &matcher, known).into_iter().map(|found| {
                Diagnostic::new(&ABBREVIATION_UNEXPLAINED, found.span, format!("`{}` is explained nowhere", found.value)).help(format!(
                    "add it to glossary.yaml, or explain it here: long name ({0}); if everybody knows it, add it to `known-abbreviations` in site.yaml",
                    found.value
                ))
            });
            (text.file, uses, strange.collect())
        })
        .collect();
    let mut used_anywhere: BTreeSet<String> = BTreeSet::new();
    let mut used = BTreeMap::new();
    // The word of an alert that does not exist has been reported as such.
    let alerts: Vec<Span> = out.iter().filter(|told| told.rule == &UNKNOWN_ALERT).map(|told| told.span).collect();
    let within = |inner: Span, outer: Span| inner.file == outer.file && outer.to(inner) == outer;
    for (file, uses, strange) in linked {
        used_anywhere.extend(uses.mentioned);
        used.insert(file, uses.first.into_keys().collect());
        out.extend(
            strange.into_iter().filter(|found: &Diagnostic| !alerts.iter().any(|alert| within(found.span, *alert))),
        );
    }
    for term in &mut content.glossary.terms {
        used_anywhere.extend(matcher.link_inlines(&mut term.definition, &term.id).mentioned);
    }
    for term in &content.glossary.terms {
        if !used_anywhere.contains(&term.id) && !clashing.contains(&term.id) {
            out.push(
                Diagnostic::new(&TERM_UNUSED, term.name.span, format!("no page uses the term `{}`", term.name.value))
                    .help("remove it, or add the form that the text uses to its `forms`"),
            );
        }
    }
    used
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

/// Where each term is used on public pages.
pub(super) fn term_uses(
    pages: &BTreeMap<Address, Page>,
    documents: &[Document],
    used: &TermsUsed,
) -> BTreeMap<String, Vec<Arc<TermUse>>> {
    let mut uses: BTreeMap<String, Vec<Arc<TermUse>>> = BTreeMap::new();
    let mut in_order: Vec<(usize, usize, &Address, &Page)> = Vec::new();
    for (address, page) in pages {
        match page {
            Page::Document(document) => in_order.push((*document, 0, address, page)),
            Page::Chapter(document, chapter) => in_order.push((*document, chapter + 1, address, page)),
            Page::Single(document) => in_order.push((*document, 0, address, page)),
            _ => {}
        }
    }
    in_order.sort_by_key(|(document, chapter, ..)| (*document, *chapter));
    for (document, _, address, page) in in_order {
        let Some(text) = super::pages::text_of(page, documents) else { continue };
        let context = match page {
            Page::Chapter(..) => documents.get(document).map(|document| document.title().to_owned()),
            _ => None,
        };
        let place = Arc::new(TermUse { address: address.clone(), title: text.title.clone(), document: context });
        for term in used.get(&text.file).into_iter().flatten() {
            match uses.get_mut(term) {
                Some(places) => places.push(Arc::clone(&place)),
                None => {
                    uses.insert(term.clone(), vec![Arc::clone(&place)]);
                }
            }
        }
    }
    uses
}
