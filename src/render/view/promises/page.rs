//! The promises of a folder's documents, year by year, each beside what became of it.

use super::evidence::{Evidence, evidence};
use super::tally::{ORDER, Tally};
use super::{StandingView, Terms, action_link, standing_view};
use crate::content::{Chapter, Document};
use crate::prose::{
    HtmlOptions, Inline, InlineKind, Prose, Target, inline_html, lines_mut, prose_html, visit, visit_inlines,
};
use crate::render::resolver::Defined;
use crate::render::strings::{capital, status_key};
use crate::render::view::Html;
use crate::render::view::bar::Part;
use crate::render::view::common::{About, Context, Link};
use crate::render::view::data::{File, list_files};
use crate::render::view::text::{TermsUsed, Word, words_at};
use crate::site::{Address, Answer, Promise, Standing};
use crate::source::SitePath;
use minijinja::value::Value;
use serde::Serialize;
use std::cmp::Reverse;

/// Headings of an outcome stand below that of a chapter, which is the third on this page.
const HEADING_SHIFT: u8 = 2;

/// The promises of one document.
#[derive(Serialize)]
struct Year {
    /// The part of the page that holds them.
    id: String,
    title: String,
    document: Link,
    summary: String,
    /// How many stand where, in the order of the columns.
    counts: Vec<usize>,
    total: usize,
    groups: Vec<Group>,
}

/// The promises of one chapter.
#[derive(Serialize)]
struct Group {
    id: String,
    chapter: Link,
    entries: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    id: String,
    text: Html,
    standing: StandingView,
    /// What that means, where the word alone is not enough.
    said: Option<String>,
    terms: Terms,
    measures: Vec<Html>,
    action: Option<ActionView>,
    answers: Vec<AnswerView>,
}

/// The action that carries a promise out.
#[derive(Serialize)]
struct ActionView {
    link: Link,
    plan: String,
    status: String,
}

/// What a document says became of it.
#[derive(Serialize)]
struct AnswerView {
    /// The document, and the chapter that says it.
    by: Link,
    result: StandingView,
    text: Html,
    evidence: Vec<Evidence>,
}

/// How far the promises of a document are, in one sentence; nothing where it makes none.
pub(in crate::render::view) fn summary(context: &Context<'_>, document: &Document) -> Option<String> {
    let of = context.site.promises().all.iter().filter(|promise| promise.document.path == document.path);
    let tally = Tally::of(of.map(|promise| context.site.standing(promise)));
    (tally.total() > 0).then(|| tally.sentence(context))
}

/// The page of the folder of the document of this index.
pub(in crate::render::view) fn promises(context: &Context<'_>, index: usize) -> Value {
    #[derive(Serialize)]
    struct View {
        kicker: Link,
        summary: String,
        bar: Vec<Part>,
        /// What the counts of a year count.
        columns: Vec<StandingView>,
        years: Vec<Year>,
        files: Vec<File>,
        words: Vec<Word>,
    }
    let Some(newest) = context.site.document(index) else { return super::super::lists::not_found(context) };
    let folder = newest.path.parent();
    let of_folder: Vec<&Promise> =
        context.site.promises().all.iter().filter(|promise| promise.document.path.parent() == folder).collect();
    let tally = Tally::of(of_folder.iter().map(|promise| context.site.standing(promise)));
    let columns: Vec<Standing> = ORDER.into_iter().filter(|standing| tally.count(*standing) > 0).collect();
    let mut documents: Vec<&Document> = Vec::new();
    for promise in &of_folder {
        if documents.last().is_none_or(|last| last.path != promise.document.path) {
            documents.push(&promise.document);
        }
    }
    let start = |document: &Document| document.header.period.as_ref().and_then(|period| period.value.start());
    documents.sort_by_key(|document| Reverse(start(document)));
    let mut terms = TermsUsed::new(&context.site.glossary);
    let mut years = Vec::new();
    for document in documents {
        let of: Vec<&Promise> =
            of_folder.iter().copied().filter(|promise| promise.document.path == document.path).collect();
        years.push(year(context, document, &of, &columns, &mut terms));
    }
    let address = Address::of(&folder);
    let view = View {
        kicker: Link {
            label: context.title_of(&address),
            href: context.site.pages.contains_key(&address).then(|| context.link(&address)),
        },
        summary: tally.sentence(context),
        bar: tally.bar(context),
        columns: columns.iter().map(|standing| standing_view(context, *standing)).collect(),
        years,
        files: list_files(context, &Address::promises_of(&newest.path), &context.word("promises", &[])),
        words: words_at(context, &terms.ranks()),
    };
    let title = context.word("promises", &[]);
    let within = context.title_of(&address);
    let within = (address != Address::home()).then_some(within.as_str());
    let about = About { title, within, description: Some(view.summary.clone()), document: None };
    context.view(&about, view)
}

fn year(
    context: &Context<'_>,
    document: &Document,
    promises: &[&Promise],
    columns: &[Standing],
    terms: &mut TermsUsed<'_>,
) -> Year {
    let tally = Tally::of(promises.iter().map(|promise| context.site.standing(promise)));
    let id = document.path.name().to_owned();
    let mut groups: Vec<Group> = Vec::new();
    let mut last: Option<&SitePath> = None;
    for promise in promises {
        if last.replace(&promise.text.path) != Some(&promise.text.path) {
            let chapter = context.site.files.get(&promise.text.path);
            groups.push(Group {
                id: format!("{id}-in-{}", promise.text.slug),
                chapter: Link {
                    label: chapter.map(|address| context.title_of(address)).unwrap_or_default(),
                    href: chapter.map(|address| context.link(address)),
                },
                entries: Vec::new(),
            });
        }
        if let Some(group) = groups.last_mut() {
            group.entries.push(entry(context, promise, terms));
        }
    }
    Year {
        title: context.word("promises_of", &[("document", document.title())]),
        document: Link { label: document.title().to_owned(), href: Some(context.link(&Address::of(&document.path))) },
        summary: tally.sentence(context),
        counts: columns.iter().map(|standing| tally.count(*standing)).collect(),
        total: tally.total(),
        groups,
        id,
    }
}

fn entry(context: &Context<'_>, promise: &Promise, terms: &mut TermsUsed<'_>) -> Entry {
    let commitment = &promise.commitment;
    let now = context.site.standing(promise);
    let id = promise.anchor();
    Entry {
        text: line(context, &promise.text, &commitment.text, terms),
        standing: standing_view(context, now),
        said: said(context, promise, now),
        terms: Terms::of(context, commitment),
        measures: commitment.measures.iter().map(|measure| line(context, &promise.text, measure, terms)).collect(),
        action: promise.action().and_then(|name| {
            let (plan, state) = context.site.action(name)?;
            let status = capital(&context.word(&status_key(state.reported()), &[]));
            Some(ActionView { link: action_link(context, name)?, plan: plan.title().to_owned(), status })
        }),
        answers: promise.answers.iter().enumerate().map(|(nth, one)| answer(context, one, &id, nth, terms)).collect(),
        id,
    }
}

/// What there is to say beside the word for where a promise stands.
fn said(context: &Context<'_>, promise: &Promise, standing: Standing) -> Option<String> {
    let title = |document: &Document| document.title().to_owned();
    match standing {
        Standing::Renewed => {
            Some(context.word("promise_renewed_in", &[("document", &title(promise.renewed.as_deref()?))]))
        }
        Standing::Unanswered => {
            Some(context.word("promise_unanswered_in", &[("document", &title(promise.expected.as_deref()?))]))
        }
        _ => None,
    }
}

fn answer(context: &Context<'_>, answer: &Answer, id: &str, nth: usize, terms: &mut TermsUsed<'_>) -> AnswerView {
    let text = abroad(&answer.text, &answer.outcome.text);
    visit(&text, terms);
    let resolver = context.resolver(Some(&answer.text), None, Defined::All);
    let prefix = format!("{id}-{nth}--");
    let options =
        HtmlOptions { anchor_prefix: &prefix, heading_shift: HEADING_SHIFT, ..context.line_options(&resolver) };
    let place = context.site.files.get(&answer.text.path);
    AnswerView {
        by: Link { label: answer.document.title().to_owned(), href: place.map(|address| context.link(address)) },
        result: standing_view(context, Standing::Answered(answer.outcome.result)),
        text: Value::from_safe_string(prose_html(&text, &options)),
        evidence: evidence(&resolver, &answer.outcome.evidence),
    }
}

fn line(context: &Context<'_>, text: &Chapter, line: &[Inline], terms: &mut TermsUsed<'_>) -> Html {
    visit_inlines(line, terms);
    let resolver = context.resolver(Some(text), None, Defined::All);
    Value::from_safe_string(inline_html(line, &context.line_options(&resolver)))
}

/// A text as it is shown away from its page: its footnotes stay there, and so do the places that
/// it links to.
fn abroad(home: &Chapter, text: &Prose) -> Prose {
    let mut text = Prose { blocks: text.blocks.clone(), ..Prose::default() };
    lines_mut(&mut text, &mut |line| {
        line.retain(|inline| !matches!(inline.kind, InlineKind::FootnoteReference(..)));
        for inline in line {
            if let InlineKind::Link(link) = &mut inline.kind
                && let Target::Anchor(anchor) = &link.target
            {
                link.target = Target::File(home.path.name().to_owned(), Some(anchor.clone()));
            }
        }
    });
    text
}
