//! Linking: figures quoted, tables settled, terms of the glossary found, in every text. What did not
//! change since the last time is not linked again.

use super::figures::{Quotation, Scope, book, demand_figures, quote, quote_stat};
use super::glossary::{LinkedGlossary, link_glossary};
use super::house_style::{read_style, within_capitals};
use super::parts::{Parts, parts_of};
use super::tables::{DataFiles, DataUse, fetch_rows, settle, spell_out};
use super::typography::tell_slips;
use crate::content::easy_read::is_easy_read;
use crate::content::figures::Book;
use crate::content::{Chapter, Content, Document, Glossary, Header, Status};
use crate::diagnostic::rules::easy_read::EASY_READ_DEFINITION;
use crate::diagnostic::rules::figures::FIGURE_NO_VALUE;
use crate::diagnostic::rules::glossary::TERM_UNUSED;
use crate::diagnostic::rules::prose::{ABBREVIATION_UNEXPLAINED, UNKNOWN_ALERT};
use crate::diagnostic::{Diagnostic, Severity, Span};
use crate::figure::Date;
use crate::prose::glossary::{Meaning, explain_hard_words, unexplained};
use crate::prose::{Block, BlockKind, Inline, Prose, Reading, Slip, data_names, judge_house_style, slips};
use crate::source::{SitePath, SourceMap};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What linking found, kept for the next time: a text is read for terms again only when it or
/// the glossary has changed.
#[derive(Default)]
pub struct Memory {
    glossary: Option<Arc<LinkedGlossary>>,
    figures: Arc<Book>,
    documents: BTreeMap<SitePath, LinkedDocument>,
}

/// A document whose terms are linked.
#[derive(Clone)]
struct LinkedDocument {
    /// As it was read, and what it is put together from beside that.
    read: Arc<Document>,
    parts: Option<Parts>,
    linked: Arc<Document>,
    findings: Arc<Findings>,
}

/// What linking found in a document.
#[derive(Default)]
pub(super) struct Findings {
    /// The places of the terms that it has anywhere.
    pub(super) mentioned: BTreeSet<usize>,
    /// Its abbreviations that nobody explains.
    unexplained: Vec<Diagnostic>,
    /// What is hard to read in it.
    pub(super) hard: Vec<Diagnostic>,
    /// What its texts say of house style, until all of them have been read and it is judged.
    reading: Reading,
    /// What is wrong with house style in it.
    style: Vec<Diagnostic>,
    /// Its signs that are wrong for certain.
    pub(super) slips: Vec<Slip>,
    /// The figures that it quotes, and those quotations that are wrong.
    pub(super) quotations: Vec<Quotation>,
    /// What is wrong with them, with tables and with a plan's rounds.
    pub(super) misquoted: Vec<Diagnostic>,
    /// The files that its tables come from, and how many of their cells differ from what they
    /// add up to for a stated reason.
    data: Vec<DataUse>,
    differences: usize,
}

/// Content whose terms are linked, drafts and definitions too.
#[derive(Clone)]
pub struct Linked {
    pub(super) content: Content,
    pub(super) figures: Arc<Book>,
    /// By the path of the document that quotes.
    pub(super) quotations: Arc<BTreeMap<SitePath, Vec<Quotation>>>,
    /// In how many cells of its tables a document differs from what they add up to, for a reason.
    pub(super) differences: Arc<BTreeMap<SitePath, usize>>,
}

impl Linked {
    /// Pictures and fonts of themes, each with a fingerprint of its bytes.
    pub fn theme_assets(&self) -> &[(SitePath, u64)] {
        &self.content.theme_assets
    }
}

/// Links the terms in all texts. With a memory, what did not change is not linked again.
/// `advice` tells whether advice is looked for that takes time.
pub fn link(mut content: Content, memory: Option<&mut Memory>, advice: bool) -> Linked {
    let mut out = std::mem::take(&mut content.diagnostics);
    let mut figures = Arc::new(book(&content, &mut out));
    let kept = memory.as_ref().and_then(|memory| memory.glossary.clone());
    let sources = Arc::clone(&content.sources);
    let glossary = match &kept {
        Some(kept) if kept.is_of(&content, advice) => Arc::clone(kept),
        kept => Arc::new(link_glossary(&content, advice, kept.as_deref())),
    };
    let findings: Vec<Arc<Findings>> = match memory {
        None => content
            .documents
            .par_iter_mut()
            .map(|document| {
                let parts = parts_of(document, &content.rounds, &content.settings);
                Arc::new(link_document(document, parts, &glossary, &figures, &content.sheets, &sources))
            })
            .collect(),
        Some(memory) => {
            // Another definition changes no text; other words change them all.
            if !kept.is_some_and(|kept| kept.searches_like(&glossary)) {
                memory.documents.clear();
            }
            memory.glossary = Some(Arc::clone(&glossary));
            if *memory.figures == *figures {
                figures = Arc::clone(&memory.figures);
            } else {
                memory.documents.retain(|_, known| known.findings.quotations.is_empty());
                memory.figures = Arc::clone(&figures);
            }
            memory.link(&mut content.documents, &glossary, &content.sheets, &sources, &|document| {
                parts_of(document, &content.rounds, &content.settings)
            })
        }
    };
    report(&glossary, &findings, &mut out);
    let quotations = content.documents.iter().zip(&findings).filter(|(_, findings)| !findings.quotations.is_empty());
    let quotations =
        Arc::new(quotations.map(|(document, found)| (document.path.clone(), found.quotations.clone())).collect());
    let differences = content.documents.iter().zip(&findings).filter(|(_, findings)| findings.differences > 0);
    let differences =
        Arc::new(differences.map(|(document, found)| (document.path.clone(), found.differences)).collect());
    content.glossary = Arc::clone(&glossary.linked);
    content.diagnostics = out;
    Linked { content, figures, quotations, differences }
}

impl Memory {
    /// Links the documents that are not known as they are now.
    fn link(
        &mut self,
        documents: &mut [Arc<Document>],
        glossary: &LinkedGlossary,
        files: &DataFiles,
        sources: &SourceMap,
        parts_of: &(dyn Fn(&Document) -> Option<Parts> + Sync),
    ) -> Vec<Arc<Findings>> {
        let before = std::mem::take(&mut self.documents);
        let linked: Vec<LinkedDocument> = documents
            .par_iter()
            .map(|document| {
                let parts = parts_of(document);
                match before.get(&document.path) {
                    Some(known) if known.is_of(document, parts.as_ref(), files) => known.clone(),
                    _ => {
                        let mut linked = Arc::clone(document);
                        let findings =
                            link_document(&mut linked, parts.clone(), glossary, &self.figures, files, sources);
                        LinkedDocument { read: Arc::clone(document), parts, linked, findings: Arc::new(findings) }
                    }
                }
            })
            .collect();
        for (document, known) in documents.iter_mut().zip(&linked) {
            *document = Arc::clone(&known.linked);
        }
        let findings = linked.iter().map(|known| Arc::clone(&known.findings)).collect();
        self.documents = linked.into_iter().map(|known| (known.read.path.clone(), known)).collect();
        findings
    }
}

impl LinkedDocument {
    /// Whether it is what became of a document, with the files that its tables come from.
    fn is_of(&self, document: &Arc<Document>, parts: Option<&Parts>, files: &DataFiles) -> bool {
        self.read.is_made_of_the_same(document)
            && self.parts.as_ref() == parts
            && self.findings.data.iter().all(|data| data.holds(files))
    }
}

/// Links the terms of a document, in place where nobody else holds it.
fn link_document(
    document: &mut Arc<Document>,
    parts: Option<Parts>,
    glossary: &LinkedGlossary,
    figures: &Book,
    files: &DataFiles,
    sources: &SourceMap,
) -> Findings {
    let mut findings = Findings::default();
    let (path, header) = (document.path.clone(), Arc::clone(&document.header));
    let english = is_english(header.language.as_deref().unwrap_or(&glossary.language));
    let scope = Scope {
        book: figures,
        document: &path,
        period: header.period.as_ref().map(|period| &period.value),
        demanding: header.figures_checked,
        date: header.date(),
        judged: english && header.exempt.is_none(),
        english,
        sources,
    };
    let document = Arc::make_mut(document);
    quote_headlines(document, &scope, &mut findings);
    let texts: Vec<&mut Arc<Chapter>> = document.texts_mut().collect();
    let found: Vec<Findings> = texts.into_par_iter().map(|text| link_text(text, glossary, &scope, files)).collect();
    found.into_iter().for_each(|found| findings.add(found));
    // In a draft, numbers may be still to come.
    if header.status == Status::Draft {
        let to_come = findings.misquoted.iter_mut().filter(|told| told.rule == &FIGURE_NO_VALUE);
        to_come.for_each(|told| told.severity = Severity::Warning);
    }
    if let Some(parts) = parts {
        findings.add(parts.link(document, glossary, &scope, files));
    }
    findings.style = judge_house_style(std::mem::take(&mut findings.reading), &glossary.preferred);
    findings
}

impl Findings {
    /// Adds what was found in another text of the document.
    pub(super) fn add(&mut self, other: Findings) {
        self.mentioned.extend(other.mentioned);
        self.unexplained.extend(other.unexplained);
        self.hard.extend(other.hard);
        self.reading.extend(other.reading);
        self.style.extend(other.style);
        self.slips.extend(other.slips);
        self.quotations.extend(other.quotations);
        self.misquoted.extend(other.misquoted);
        self.data.extend(other.data);
        self.differences += other.differences;
    }
}

/// The figures that sum a document up stand in its header, which is shared unless one of them
/// has to be filled in.
fn quote_headlines(document: &mut Document, scope: &Scope<'_>, findings: &mut Findings) {
    let mut header = Header::clone(&document.header);
    for headline in &mut header.headlines {
        quote_stat(&mut headline.stat, scope, &mut findings.quotations, &mut findings.misquoted);
    }
    if !findings.quotations.is_empty() {
        document.header = Arc::new(header);
    }
}

fn link_text(text: &mut Arc<Chapter>, glossary: &LinkedGlossary, scope: &Scope<'_>, files: &DataFiles) -> Findings {
    let text = Arc::make_mut(text);
    let prose = Arc::make_mut(&mut text.prose);
    let easy = is_easy_read(&text.path);
    let mut hard = Vec::new();
    match easy {
        true => glossary.judge_easy_read(prose, scope, &mut hard),
        false => glossary.judge(prose, scope, &mut hard),
    }
    let (mut findings, terms) = link_prose(prose, &text.path, glossary, scope, files);
    findings.hard = hard;
    if easy {
        findings.hard.extend(explain(prose, &glossary.read));
    }
    text.data = data_names(prose);
    text.terms = terms;
    findings
}

/// Whether a language tag is of English.
pub fn is_english(tag: &str) -> bool {
    tag.split('-').next().is_some_and(|main| main.eq_ignore_ascii_case("en"))
}

/// Explains the hard words of an Easy Read text; tells of those that have no definition for it.
fn explain(prose: &mut Prose, glossary: &Glossary) -> Vec<Diagnostic> {
    let meaning = |id: &str| {
        let term = glossary.term(id)?;
        Some(Meaning { name: &term.name.value, meaning: term.easy_read.as_ref().map(|text| text.value.as_str()) })
    };
    let unexplained = explain_hard_words(prose, &meaning).into_iter();
    unexplained
        .map(|(name, span)| {
            Diagnostic::new(&EASY_READ_DEFINITION, span, format!("`{name}` has no Easy Read definition"))
                .help("write it in glossary.yaml, in one short sentence: easy-read: Help to do things again.")
        })
        .collect()
}

/// Links a text that stands in the file at `path`; gives the terms that it links, by their places in
/// the glossary, ascending.
pub(super) fn link_prose(
    prose: &mut Prose,
    path: &SitePath,
    glossary: &LinkedGlossary,
    scope: &Scope<'_>,
    files: &DataFiles,
) -> (Findings, Vec<usize>) {
    let slips = match glossary.wants_advice() {
        true => slips(prose, scope.sources, scope.english),
        false => Vec::new(),
    };
    let mut misquoted = Vec::new();
    let reading = match scope.judged && !is_easy_read(path) {
        true => read_style(prose, Some(path), glossary),
        false => Reading::default(),
    };
    let data = fetch_rows(prose, path, files, &mut misquoted);
    let spelt = spell_out(prose);
    let quotations = quote(prose, scope, &mut misquoted);
    let differences = settle(prose, spelt, scope.date.or_else(|| date_of(prose)), &mut misquoted);
    if scope.demanding {
        demand_figures(prose, &mut misquoted);
    }
    let uses = glossary.matcher.link(prose);
    let unexplained = tell_unexplained(prose, glossary, &reading);
    let rank = |id: &String| glossary.read.rank(id);
    let mut terms: Vec<usize> = uses.first.keys().filter_map(rank).collect();
    terms.sort_unstable();
    let mentioned = uses.mentioned.iter().filter_map(rank).collect();
    let found = Findings {
        mentioned,
        unexplained,
        hard: Vec::new(),
        reading,
        style: Vec::new(),
        slips,
        quotations,
        misquoted,
        data,
        differences,
    };
    (found, terms)
}

/// A line of a field, which is read as every text is, but in which only the author links terms.
pub(super) fn read_line(line: &[Inline], glossary: &LinkedGlossary, english: bool) -> Findings {
    let Some(first) = line.first() else { return Findings::default() };
    let block = Block { span: first.span, kind: BlockKind::Paragraph(line.to_vec()) };
    let prose = Prose { blocks: vec![block], ..Prose::default() };
    let reading = if english { read_style(&prose, None, glossary) } else { Reading::default() };
    let unexplained = tell_unexplained(&prose, glossary, &reading);
    Findings { unexplained, reading, ..Findings::default() }
}

/// The abbreviations of a text that nobody explains; not those within words that are in capitals throughout.
fn tell_unexplained(prose: &Prose, glossary: &LinkedGlossary, reading: &Reading) -> Vec<Diagnostic> {
    let found = unexplained(prose, &glossary.matcher, &glossary.known_abbreviations).into_iter();
    let found = found.filter(|found| !within_capitals(found.span, reading));
    found
        .map(|found| {
            Diagnostic::new(&ABBREVIATION_UNEXPLAINED, found.span, format!("`{}` is explained nowhere", found.value))
                .help(format!(
                    "add it to glossary.yaml, or explain it here: long name ({0}); if everybody knows it, add it to `known-abbreviations` in site.yaml",
                    found.value
                ))
        })
        .collect()
}

/// The date of a report, from its cover sheet.
fn date_of(prose: &Prose) -> Option<Date> {
    prose.blocks.iter().find_map(|block| match &block.kind {
        BlockKind::Cover(cover) => cover.date.as_ref().map(|date| date.value),
        _ => None,
    })
}

/// Says which quotations are wrong, which abbreviations nobody explains and which terms nobody uses.
fn report(glossary: &LinkedGlossary, findings: &[Arc<Findings>], out: &mut Vec<Diagnostic>) {
    out.extend(glossary.diagnostics.iter().cloned());
    out.extend(
        findings
            .iter()
            .flat_map(|findings| findings.misquoted.iter().chain(&findings.hard).chain(&findings.style).cloned()),
    );
    tell_slips(findings.iter().flat_map(|findings| &findings.slips), out);
    // The word of an alert that does not exist has been reported as such.
    let alerts: Vec<Span> = out.iter().filter(|told| told.rule == &UNKNOWN_ALERT).map(|told| told.span).collect();
    let within = |inner: Span, outer: Span| inner.file == outer.file && outer.to(inner) == outer;
    let mut used = vec![false; glossary.linked.terms.len()];
    let mentioned = findings.iter().flat_map(|findings| &findings.mentioned).chain(&glossary.mentioned);
    for rank in mentioned {
        if let Some(used) = used.get_mut(*rank) {
            *used = true;
        }
    }
    for found in findings.iter().flat_map(|findings| &findings.unexplained) {
        if !alerts.iter().any(|alert| within(found.span, *alert)) {
            out.push(found.clone());
        }
    }
    for (term, used) in glossary.linked.terms.iter().zip(used) {
        if !used && !glossary.clashing.contains(&term.id) {
            out.push(
                Diagnostic::new(&TERM_UNUSED, term.name.span, format!("no page uses the term `{}`", term.name.value))
                    .help("remove it, or add the form that the text uses to its `forms`"),
            );
        }
    }
}
