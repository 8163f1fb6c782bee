//! All that the template of the report may see.

use super::files::{FileView, LeftView, file_view, id_of, known, left};
use super::{Part, REPORT_STYLE, Report};
use crate::check::{DocumentSummary, EditionAge, Fault, Summary, TextSummary};
use crate::diagnostic::{Counts, Diagnostic, FileId};
use crate::figure::count_text;
use crate::prose::reading::LONG_SENTENCE;
use minijinja::value::Value;
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
pub(super) struct Page {
    site: String,
    organisation: String,
    date: String,
    /// The style itself, or where it is.
    style: Option<Value>,
    live: Option<LiveView>,
    overview: Option<String>,
    /// Whether the table of documents is shown.
    table: bool,
    counts: CountsView,
    documents: Vec<DocumentView>,
    elsewhere: Option<ElsewhereView>,
    /// How many known faults there are.
    known: usize,
    /// What authors turned off or lowered.
    left: Vec<LeftView>,
}

#[derive(Serialize)]
struct LiveView {
    style: String,
    script: String,
    generation: u64,
}

#[derive(Serialize)]
pub(super) struct CountsView {
    errors: usize,
    warnings: usize,
    advice: usize,
}

#[derive(Serialize)]
struct DocumentView {
    id: String,
    title: String,
    path: String,
    /// Where the rest of it is told.
    link: String,
    /// Whether the rest of it is told on this page.
    told: bool,
    words: String,
    sentences: String,
    sentence_length: Option<String>,
    long: usize,
    age: Option<u32>,
    age_without_terms: Option<u32>,
    english: bool,
    before: Option<EditionView>,
    editions: Vec<EditionView>,
    lengths: Vec<LengthView>,
    easy_read: Option<EasyReadView>,
    counts: CountsView,
    faults: Vec<FaultView>,
    texts: Vec<TextView>,
    files: Vec<FileView>,
}

#[derive(Clone, Serialize)]
struct EditionView {
    title: String,
    age: u32,
}

#[derive(Serialize)]
struct LengthView {
    label: String,
    count: usize,
    /// In percent of the class with the most sentences, for the bar.
    share: usize,
    long: bool,
}

#[derive(Serialize)]
struct EasyReadView {
    tested: bool,
    own: usize,
    told: usize,
    chapters: usize,
    words: String,
    sentence_length: Option<String>,
}

#[derive(Serialize)]
struct FaultView {
    severity: &'static str,
    code: &'static str,
    title: &'static str,
    count: usize,
}

#[derive(Serialize)]
struct TextView {
    title: String,
    words: String,
    sentence_length: Option<String>,
    long: usize,
    age: Option<u32>,
    retold: bool,
    counts: CountsView,
    /// The id of the file's marked text, where it has one.
    file: Option<String>,
}

#[derive(Serialize)]
struct ElsewhereView {
    counts: CountsView,
    faults: Vec<FaultView>,
    files: Vec<FileView>,
}

impl CountsView {
    pub(super) fn of(counts: Counts) -> CountsView {
        CountsView { errors: counts.errors, warnings: counts.warnings, advice: counts.advice }
    }
}

/// What is found in each file, in reading order.
pub(super) type ByFile<'a> = BTreeMap<FileId, Vec<&'a Diagnostic>>;

pub(super) fn page(report: &Report<'_>) -> Page {
    let mut by_file: ByFile<'_> = BTreeMap::new();
    for told in report.diagnostics {
        by_file.entry(told.span.file).or_default().push(told);
    }
    let (style, live, overview) = match report.part {
        Part::Whole => (Some(Value::from_safe_string(REPORT_STYLE.to_owned())), None, None),
        Part::Overview { live, .. } => (None, Some(live), None),
        Part::Document { live, overview, .. } => (None, Some(live), Some(overview.to_owned())),
    };
    let shown = |document: &&DocumentSummary| match report.part {
        Part::Document { path, .. } => document.path == *path,
        _ => true,
    };
    let documents = report.summary.documents.iter().filter(shown);
    let documents = documents.map(|document| document_view(document, report, &by_file)).collect();
    Page {
        site: report.site.settings.title.clone(),
        organisation: report.site.settings.organisation.clone(),
        date: report.site.today.strftime("%-d %B %Y").to_string(),
        style,
        live: live.map(|live| LiveView {
            style: live.style.to_owned(),
            script: live.script.to_owned(),
            generation: live.generation,
        }),
        overview,
        table: !matches!(report.part, Part::Document { .. }),
        counts: CountsView::of(Counts::of(report.diagnostics)),
        documents,
        elsewhere: elsewhere(report, &by_file),
        known: known(report),
        left: left(report),
    }
}

fn document_view(document: &DocumentSummary, report: &Report<'_>, by_file: &ByFile<'_>) -> DocumentView {
    let id = id_of(document.path.as_str());
    let (told, link) = match report.part {
        Part::Overview { document: address, .. } => (false, format!("{address}{}", document.path)),
        _ => (true, format!("#{id}")),
    };
    let files: Vec<FileView> = match told {
        true => document.faulty_files.iter().map(|file| file_view(*file, report, by_file)).collect(),
        false => Vec::new(),
    };
    let reading = &document.reading;
    let most = reading.lengths.classes().map(|(.., count)| count).max().unwrap_or_default();
    let length = |(from, to, count): (usize, Option<usize>, usize)| LengthView {
        label: to.map_or_else(|| format!("over {}", from - 1), |to| format!("{from} to {to}")),
        count,
        share: (count * 100).div_ceil(most.max(1)),
        long: from > LONG_SENTENCE,
    };
    let mut counts = Counts::default();
    document.faults.iter().for_each(|fault| counts.add(fault.severity, fault.count));
    DocumentView {
        title: document.title.clone(),
        path: document.path.to_string(),
        link,
        told,
        words: count_text(reading.words),
        sentences: count_text(reading.sentences),
        sentence_length: tenths(reading.sentence_length_in_tenths()),
        long: reading.long_sentences.len(),
        age: document.age(),
        age_without_terms: document.age_without_terms(),
        english: document.english,
        before: document.before.as_ref().map(edition),
        editions: document.editions.iter().map(edition).collect(),
        lengths: reading.lengths.classes().map(length).collect(),
        easy_read: document.easy_read.as_ref().map(|easy| EasyReadView {
            tested: easy.tested,
            own: easy.own,
            told: easy.told,
            chapters: easy.chapters,
            words: count_text(easy.reading.words),
            sentence_length: tenths(easy.reading.sentence_length_in_tenths()),
        }),
        counts: CountsView::of(counts),
        faults: document.faults.iter().map(fault_view).collect(),
        texts: document.texts.iter().map(|text| text_view(text, document, &files)).collect(),
        files,
        id,
    }
}

fn edition(edition: &EditionAge) -> EditionView {
    EditionView { title: edition.title.clone(), age: edition.age }
}

fn text_view(text: &TextSummary, document: &DocumentSummary, files: &[FileView]) -> TextView {
    let path = format!("content/{}", text.path);
    TextView {
        title: text.title.clone(),
        words: count_text(text.reading.words),
        sentence_length: tenths(text.reading.sentence_length_in_tenths()),
        long: text.reading.long_sentences.len(),
        age: document.english.then(|| text.reading.reading_age()).flatten(),
        retold: text.retold,
        counts: CountsView::of(text.faults),
        file: files.iter().find(|file| file.is_at(&path)).map(|file| file.id().to_owned()),
    }
}

fn fault_view(fault: &Fault) -> FaultView {
    FaultView { severity: fault.severity.word(), code: fault.rule.code, title: fault.rule.title, count: fault.count }
}

/// What is wrong outside of all documents. A document's own page leaves it out.
fn elsewhere(report: &Report<'_>, by_file: &ByFile<'_>) -> Option<ElsewhereView> {
    let Summary { elsewhere, documents } = report.summary;
    if elsewhere.is_empty() || matches!(report.part, Part::Document { .. }) {
        return None;
    }
    let owned: Vec<FileId> = documents.iter().flat_map(|document| &document.faulty_files).copied().collect();
    let mut counts = Counts::default();
    elsewhere.iter().for_each(|fault| counts.add(fault.severity, fault.count));
    let mut files: Vec<FileId> = report.diagnostics.iter().map(|told| told.span.file).collect();
    files.dedup();
    files.retain(|file| !owned.contains(file));
    Some(ElsewhereView {
        counts: CountsView::of(counts),
        faults: elsewhere.iter().map(fault_view).collect(),
        files: files.into_iter().map(|file| file_view(file, report, by_file)).collect(),
    })
}

/// `14.2`.
fn tenths(tenths: Option<usize>) -> Option<String> {
    tenths.map(|tenths| format!("{}.{}", tenths / 10, tenths % 10))
}
