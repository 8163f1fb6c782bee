//! The parts that pages of running text share: the list of headings, the words used.

use super::Html;
use super::common::Context;
use crate::content::{Chapter, Glossary, Headline};
use crate::diagnostic::Span;
use crate::prose::{BlockKind, Link, Target, Visitor, escape, inline_html, plain_text};
use crate::render::resolver::Defined;
use crate::site::Address;
use minijinja::value::Value;
use serde::Serialize;
use std::collections::BTreeSet;

#[derive(Serialize)]
pub(super) struct TocEntry {
    /// Of texts that count their sections.
    number: Option<String>,
    title: String,
    href: String,
    pub(super) level: u8,
}

impl TocEntry {
    /// The same on a page that puts this before the places of the text.
    pub(super) fn below(self, prefix: &str) -> TocEntry {
        let href = self.href.strip_prefix('#').map(|place| format!("#{prefix}{place}"));
        TocEntry { href: href.unwrap_or_default(), ..self }
    }
}

/// The headings of a text, two levels deep.
pub(super) fn toc(text: &Chapter) -> Vec<TocEntry> {
    text.prose
        .blocks
        .iter()
        .filter_map(|block| match &block.kind {
            BlockKind::Heading(heading) if heading.level <= 3 => Some(TocEntry {
                number: heading.number.clone(),
                title: plain_text(&heading.content),
                href: format!("#{}", heading.anchor),
                level: heading.level,
            }),
            _ => None,
        })
        .collect()
}

#[derive(Serialize)]
pub(super) struct Word {
    id: String,
    name: String,
    abbreviation: Option<String>,
    definition: Html,
    href: String,
}

impl Word {
    /// Its place on the page.
    pub(super) fn id(&self) -> &str {
        &self.id
    }
}

/// "Words used on this page": the terms of some texts with their definitions. A definition
/// links to its neighbours here, and to the glossary for any other word.
pub(super) fn words<'a>(context: &Context<'_>, texts: impl IntoIterator<Item = &'a Chapter>) -> Vec<Word> {
    let mut ranks: Vec<usize> = texts.into_iter().flat_map(|text| text.terms.iter().copied()).collect();
    ranks.sort_unstable();
    ranks.dedup();
    words_at(context, &ranks)
}

/// The same with the definitions for Easy Read, where there are any.
pub(super) fn easy_words<'a>(context: &Context<'_>, texts: impl IntoIterator<Item = &'a Chapter>) -> Vec<Word> {
    let glossary = &context.site.glossary;
    let easy = |word: &mut Word| {
        let term = glossary.terms.iter().find(|term| word.id.strip_prefix("term-") == Some(term.id.as_str()));
        if let Some(meaning) = term.and_then(|term| term.easy_read.as_ref()) {
            word.definition = Value::from_safe_string(escape(&meaning.value));
        }
    };
    let mut words = words(context, texts);
    words.iter_mut().for_each(easy);
    words
}

/// The same for the terms at these places of the glossary, ascending.
pub(super) fn words_at(context: &Context<'_>, ranks: &[usize]) -> Vec<Word> {
    let glossary = &context.site.glossary;
    let resolver = context.resolver(None, None, Defined::These(ranks));
    let options = context.line_options(&resolver);
    let page = context.link(&Address::glossary());
    ranks
        .iter()
        .filter_map(|rank| glossary.terms.get(*rank))
        .map(|term| Word {
            id: format!("term-{}", term.id),
            name: term.name.value.clone(),
            abbreviation: term.abbreviation.clone(),
            definition: Value::from_safe_string(inline_html(&term.definition, &options)),
            href: format!("{page}#term-{}", term.id),
        })
        .collect()
}

#[derive(Serialize)]
pub(super) struct HeadlineView {
    value: String,
    label: String,
    change: Option<String>,
    note: Option<String>,
    href: Option<String>,
}

/// How a headline figure changed: in the author's words, or as its figures say.
fn change_of(context: &Context<'_>, headline: &Headline) -> Option<String> {
    let stat = &headline.stat;
    let own = stat.change.as_ref().map(|change| plain_text(change));
    let compared = stat.compared.as_ref();
    own.or_else(|| compared.map(|compared| compared.words(&|key, arguments| context.word(key, arguments))))
}

/// The headline figures of a document at `address`.
pub(super) fn headlines(context: &Context<'_>, headlines: &[Headline], address: &Address) -> Vec<HeadlineView> {
    headlines
        .iter()
        .map(|headline| {
            let chapter = headline.chapter.as_ref().map(|chapter| address.below(&chapter.value));
            HeadlineView {
                value: headline.stat.value.value.clone(),
                label: plain_text(&headline.stat.label),
                change: change_of(context, headline),
                note: headline.stat.note.as_ref().map(|note| plain_text(note)),
                href: chapter
                    .filter(|chapter| context.site.pages.contains_key(chapter))
                    .map(|chapter| context.link(&chapter)),
            }
        })
        .collect()
}

/// The terms that texts link to, by their places in the glossary.
pub(super) struct TermsUsed<'g> {
    glossary: &'g Glossary,
    ranks: BTreeSet<usize>,
}

impl<'g> TermsUsed<'g> {
    pub(super) fn new(glossary: &'g Glossary) -> TermsUsed<'g> {
        TermsUsed { glossary, ranks: BTreeSet::new() }
    }

    /// Those of the texts seen so far, in order.
    pub(super) fn ranks(&self) -> Vec<usize> {
        self.ranks.iter().copied().collect()
    }
}

impl Visitor for TermsUsed<'_> {
    fn link(&mut self, link: &Link, _: Span) {
        if let Target::Term(id) = &link.target {
            self.ranks.extend(self.glossary.rank(id));
        }
    }
}
