//! How each document reads, and what is wrong with it, in numbers: for the end of `candour check` and for its
//! report. Nothing here is a rule.

mod belongs;

use crate::content::{Chapter, Document, Passage, Term};
use crate::diagnostic::{Counts, Diagnostic, FileId, Rule, Severity, Texts};
use crate::prose::glossary::{Matcher, TermForms};
use crate::prose::reading::{Reading, reading, reading_without_terms};
use crate::site::{Site, is_english};
use crate::source::SitePath;
use belongs::Shelves;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// How the documents of a site read, and what is wrong with them.
#[derive(Debug)]
pub struct Summary {
    /// The documents, in the order of their paths.
    pub documents: Vec<DocumentSummary>,
    /// What is wrong in files that belong to no document: settings, glossary, theme.
    pub elsewhere: Vec<Fault>,
}

/// How a document reads, and what is wrong with it.
#[derive(Debug)]
pub struct DocumentSummary {
    /// Its path below `content/`.
    pub path: SitePath,
    /// Its title.
    pub title: String,
    /// Whether it is written in English: the formula of the reading age holds for no other language.
    pub english: bool,
    /// All its own texts together; its Easy Read edition is counted apart.
    pub reading: Reading,
    /// The same without the terms of the glossary, which are long and explained.
    pub without_terms: Reading,
    /// Its texts: chapters, then those in the fields of a plan or register as one.
    pub texts: Vec<TextSummary>,
    /// All editions of it that are long enough to have a reading age, the earliest first.
    pub editions: Vec<EditionAge>,
    /// The edition before.
    pub before: Option<EditionAge>,
    /// What is wrong with it, by rule, the most serious first.
    pub faults: Vec<Fault>,
    /// Its Easy Read edition, if it has one.
    pub easy_read: Option<EasyReadSummary>,
    /// The files with something to mend, in the order of their paths.
    pub faulty_files: Vec<FileId>,
}

/// How one text reads.
#[derive(Debug)]
pub struct TextSummary {
    /// Its title.
    pub title: String,
    /// Its file, below `content/`.
    pub path: SitePath,
    /// What can be counted of it.
    pub reading: Reading,
    /// How many things are wrong with it.
    pub faults: Counts,
    /// Whether a chapter of the Easy Read edition tells the same.
    pub retold: bool,
}

/// How an edition of a document reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditionAge {
    /// Its title.
    pub title: String,
    /// Its reading age, in years.
    pub age: u32,
}

/// How often a rule was broken.
#[derive(Debug)]
pub struct Fault {
    /// The rule.
    pub rule: &'static Rule,
    /// How bad it is here.
    pub severity: Severity,
    /// How often.
    pub count: usize,
}

/// How far an Easy Read edition goes.
#[derive(Debug)]
pub struct EasyReadSummary {
    /// Whether people with a learning disability tried it; without that it is called "simple summary".
    pub tested: bool,
    /// How many chapters it has itself.
    pub own: usize,
    /// How many chapters of the document it tells.
    pub told: usize,
    /// How many chapters the document has; a plan may have none.
    pub chapters: usize,
    /// What can be counted of it.
    pub reading: Reading,
}

impl DocumentSummary {
    /// Its reading age in years; `None` where the text is too short for the formula, or not in English.
    pub fn age(&self) -> Option<u32> {
        self.english.then(|| self.reading.reading_age())?
    }

    /// The same without the terms of the glossary.
    pub fn age_without_terms(&self) -> Option<u32> {
        self.english.then(|| self.without_terms.reading_age())?
    }
}

impl Summary {
    /// The summary of a site in which `diagnostics` were found.
    pub fn of(site: &Site, diagnostics: &[Diagnostic], texts: &dyn Texts) -> Summary {
        let shelves = Shelves::of(&site.documents);
        let mut by_document: BTreeMap<Option<usize>, Vec<&Diagnostic>> = BTreeMap::new();
        let mut owners: BTreeMap<FileId, Option<usize>> = BTreeMap::new();
        for told in diagnostics {
            let owner = owners.entry(told.span.file).or_insert_with(|| shelves.document(texts.path(told.span.file)));
            by_document.entry(*owner).or_default().push(told);
        }
        let none = Vec::new();
        let found = |index: usize| by_document.get(&Some(index)).unwrap_or(&none);
        let language = &site.settings.language;
        let forms: Vec<TermForms> = site.glossary.terms.iter().map(Term::forms).collect();
        let matcher = Matcher::new(&forms);
        let documents = site.documents.par_iter().enumerate();
        let mut documents: Vec<DocumentSummary> =
            documents.map(|(index, document)| document_summary(document, language, &matcher, found(index))).collect();
        let ages: Vec<Option<EditionAge>> = documents
            .iter()
            .map(|document| Some(EditionAge { title: document.title.clone(), age: document.age()? }))
            .collect();
        for (index, document) in documents.iter_mut().enumerate() {
            let age = |edition: &usize| ages.get(*edition).cloned().flatten();
            let editions = site.editions(index);
            document.editions = editions.iter().rev().filter_map(age).collect();
            document.before = editions.iter().skip_while(|edition| **edition != index).skip(1).find_map(age);
        }
        Summary { documents, elsewhere: faults(by_document.get(&None).unwrap_or(&none)) }
    }
}

fn document_summary(document: &Document, language: &str, matcher: &Matcher, found: &[&Diagnostic]) -> DocumentSummary {
    let mut texts: Vec<TextSummary> = Vec::new();
    for chapter in document.own_texts() {
        texts.push(text_summary(document, chapter, found));
    }
    if let Some(fields) = fields_summary(document, found) {
        texts.push(fields);
    }
    let mut whole = Reading::default();
    texts.iter().for_each(|text| whole.add(text.reading.clone()));
    let passages = document.passages();
    let fields = passages.iter().filter_map(|(_, passage)| match passage {
        Passage::Prose(prose) => Some(*prose),
        Passage::Line(_) => None,
    });
    let mut without_terms = Reading::default();
    for prose in document.own_texts().map(|chapter| &*chapter.prose).chain(fields) {
        without_terms.add(reading_without_terms(prose, matcher));
    }
    let mut faulty_files: Vec<FileId> = found.iter().map(|told| told.span.file).collect();
    // Messages come in the order of their files' paths.
    faulty_files.dedup();
    let tag = document.header.language.as_deref().unwrap_or(language);
    DocumentSummary {
        path: document.path.clone(),
        title: document.title().to_owned(),
        english: is_english(tag),
        reading: whole,
        without_terms,
        texts,
        editions: Vec::new(),
        before: None,
        faults: faults(found),
        easy_read: easy_read_summary(document),
        faulty_files,
    }
}

fn text_summary(document: &Document, chapter: &Chapter, found: &[&Diagnostic]) -> TextSummary {
    let is_introduction = document.introduction().is_some_and(|first| first.file == chapter.file);
    let retold = match is_introduction {
        true => document.easy_read.iter().any(|easy| document.first_page_retold_by(easy)),
        false => document.easy_read_of(chapter).next().is_some(),
    };
    TextSummary {
        title: chapter.title.clone(),
        path: chapter.path.clone(),
        reading: reading(&chapter.prose),
        faults: Counts::of(found.iter().copied().filter(|told| told.span.file == chapter.file)),
        retold,
    }
}

/// The paragraphs that stand in YAML, together, with what is wrong in those files; `None` where there are none.
fn fields_summary(document: &Document, found: &[&Diagnostic]) -> Option<TextSummary> {
    let passages = document.passages();
    let (path, _) = passages.first()?;
    let mut counted = Reading::default();
    for (_, passage) in &passages {
        if let Passage::Prose(prose) = passage {
            counted.add(reading(prose));
        }
    }
    let summary = TextSummary {
        title: String::from("Texts in fields"),
        path: path.clone(),
        reading: counted,
        faults: Counts::of(
            found.iter().copied().filter(|told| !document.texts().any(|text| text.file == told.span.file)),
        ),
        retold: false,
    };
    (summary.reading.sentences > 0).then_some(summary)
}

fn easy_read_summary(document: &Document) -> Option<EasyReadSummary> {
    if document.easy_read.is_empty() {
        return None;
    }
    let mut counted = Reading::default();
    document.easy_read.iter().for_each(|easy| counted.add(reading(&easy.prose)));
    let told = document.chapters().iter().filter(|chapter| document.easy_read_of(chapter).next().is_some());
    Some(EasyReadSummary {
        tested: document.easy_read_tested(),
        own: document.easy_read.len(),
        told: told.count(),
        chapters: document.chapters().len(),
        reading: counted,
    })
}

/// What is wrong, by rule: the most serious first, then the most frequent.
fn faults(found: &[&Diagnostic]) -> Vec<Fault> {
    let mut counts: BTreeMap<(Severity, &'static str), Fault> = BTreeMap::new();
    for told in found {
        let fault = Fault { rule: told.rule, severity: told.severity, count: 0 };
        counts.entry((told.severity, told.rule.code)).or_insert(fault).count += 1;
    }
    let mut faults: Vec<Fault> = counts.into_values().collect();
    faults.sort_by_key(|fault| (fault.severity, std::cmp::Reverse(fault.count)));
    faults
}
