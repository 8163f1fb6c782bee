//! One folder of a site: its files, and what they come to together. A folder with
//! `document.yaml` is a document of chapters; any other Markdown file is a document by itself. So
//! no folder needs to know of another, and each is put together again only when one of its
//! own files changes.

use super::action_plan::Round;
use super::briefing::check_reports;
use super::chapter::with_cover;
use super::checks::Checks;
use super::easy_read::is_easy_read;
use super::exempt::check_exempt_figures;
use super::figures::{Figures, Indicators};
use super::file::{Asset, Decoded, Markdown, Parsed, Text};
use super::paragraphs::{Record, check_record};
use super::sheet::DataFile;
use super::{Chapter, Document, Exempt, Form, Glossary, Header, Kind, Settings, Withheld, local_account};
use crate::diagnostic::rules::documents::{CHAPTER_ORDER, NO_CHAPTERS};
use crate::diagnostic::rules::files::MISNAMED_FILE;
use crate::diagnostic::{Diagnostic, FileId, Span};
use crate::prose::CoverSheet;
use crate::prose::plain::WordList;
use crate::source::{SitePath, SourceFile};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

/// A file on the shelf.
#[derive(Debug)]
pub(super) enum Shelved {
    /// A text.
    Text {
        /// As it is; `None` for settings that are gone.
        now: Option<Arc<Text>>,
        /// As it last made sense, while it does not.
        before: Option<Arc<Text>>,
    },
    Asset(Asset),
    /// A file that tables are made from, and that can be downloaded.
    Sheet(Asset, Arc<DataFile>),
    /// A file of a theme, with a fingerprint of its bytes.
    ThemeAsset(u64),
}

impl Shelved {
    /// The text as it is.
    pub(super) fn now(&self) -> Option<&Arc<Text>> {
        match self {
            Shelved::Text { now, .. } => now.as_ref(),
            Shelved::Asset(_) | Shelved::Sheet(..) | Shelved::ThemeAsset(_) => None,
        }
    }

    /// The text as it last made sense.
    pub(super) fn sound(&self) -> Option<&Arc<Text>> {
        match self {
            Shelved::Text { now, before } => before.as_ref().or(now.as_ref()),
            Shelved::Asset(_) | Shelved::Sheet(..) | Shelved::ThemeAsset(_) => None,
        }
    }

    /// The number of a text.
    pub(super) fn file(&self) -> Option<FileId> {
        match self {
            Shelved::Text { .. } => self.sound().map(|text| text.file),
            Shelved::Sheet(_, data) => data.file,
            Shelved::Asset(_) | Shelved::ThemeAsset(_) => None,
        }
    }
}

/// The files of a folder, by their paths.
#[derive(Debug, Default)]
pub(super) struct Folder {
    files: BTreeMap<SitePath, Shelved>,
    now: OnceLock<Together>,
    sound: OnceLock<Together>,
}

/// What the files of a folder come to.
#[derive(Debug, Default)]
pub(super) struct Together {
    pub(super) sources: Vec<(FileId, Arc<SourceFile>)>,
    pub(super) settings: Option<(Arc<Settings>, FileId)>,
    pub(super) glossary: Option<Arc<Glossary>>,
    pub(super) plain_words: Option<Arc<WordList>>,
    pub(super) indicators: Option<Arc<Indicators>>,
    pub(super) documents: Vec<Arc<Document>>,
    /// The Easy Read chapters of the document in the folder above.
    pub(super) easy_read: Vec<Arc<Chapter>>,
    /// Rounds of the plan in the folder above.
    pub(super) rounds: Vec<Arc<Round>>,
    pub(super) assets: Vec<(SitePath, Asset)>,
    pub(super) sheets: Vec<(SitePath, Arc<DataFile>)>,
    pub(super) theme_files: Vec<FileId>,
    pub(super) theme_assets: Vec<(SitePath, u64)>,
    pub(super) checks: Checks,
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl Folder {
    pub(super) fn files(&self) -> &BTreeMap<SitePath, Shelved> {
        &self.files
    }

    /// The files, to be changed: what they came to is forgotten.
    pub(super) fn change(&mut self) -> &mut BTreeMap<SitePath, Shelved> {
        self.now = OnceLock::new();
        self.sound = OnceLock::new();
        &mut self.files
    }

    /// The files as they are.
    pub(super) fn now(&self) -> &Together {
        self.now.get_or_init(|| put_together(&self.files, Shelved::now))
    }

    /// The files as each last made sense.
    pub(super) fn sound(&self) -> &Together {
        self.sound.get_or_init(|| put_together(&self.files, Shelved::sound))
    }
}

fn put_together(files: &BTreeMap<SitePath, Shelved>, which: fn(&Shelved) -> Option<&Arc<Text>>) -> Together {
    let mut all = Together::default();
    let mut header: Option<(Arc<Header>, FileId, SitePath)> = None;
    let mut figures: Option<(Arc<Figures>, FileId)> = None;
    let mut record: Option<Arc<Record>> = None;
    let mut markdown: Vec<(&SitePath, &Markdown)> = Vec::new();
    for (path, shelved) in files {
        let text = match shelved {
            Shelved::Text { .. } => match which(shelved) {
                Some(text) => text,
                None => continue,
            },
            Shelved::Asset(asset) => {
                all.assets.extend(path.strip("content").map(|inside| (inside, asset.clone())));
                continue;
            }
            Shelved::Sheet(asset, data) => {
                if let Some((file, text)) = data.file.zip(data.text()) {
                    all.sources.push((file, Arc::new(SourceFile { path: path.clone(), text })));
                }
                if let Some(inside) = path.strip("content") {
                    all.assets.push((inside.clone(), asset.clone()));
                    all.sheets.push((inside, Arc::clone(data)));
                }
                continue;
            }
            Shelved::ThemeAsset(print) => {
                all.theme_assets.push((path.clone(), *print));
                continue;
            }
        };
        all.sources.push((text.file, Arc::new(SourceFile { path: path.clone(), text: Arc::clone(&text.text) })));
        all.diagnostics.extend(text.diagnostics.iter().cloned());
        all.checks.add_notes(text.file, &text.notes);
        let Some(inside) = &text.inside else {
            all.theme_files.push(text.file);
            continue;
        };
        match &text.parsed {
            Parsed::Settings(settings) => all.settings = Some((Arc::clone(settings), text.file)),
            Parsed::Glossary(glossary) => all.glossary = Some(Arc::clone(glossary)),
            Parsed::PlainWords(words) => all.plain_words = Some(Arc::clone(words)),
            Parsed::Indicators(indicators) => all.indicators = Some(Arc::clone(indicators)),
            Parsed::Round(round) => all.rounds.push(Arc::clone(round)),
            Parsed::Figures(stated) => figures = Some((Arc::clone(stated), text.file)),
            Parsed::Paragraphs(found) => record = Some(Arc::clone(found)),
            Parsed::Baseline(baseline) => all.checks.baseline = Some(Arc::clone(baseline)),
            Parsed::Header(found) => header = Some((Arc::clone(found), text.file, inside.parent())),
            Parsed::Markdown(file) => markdown.push((inside, file)),
            Parsed::Nothing => {}
        }
    }
    let decoded: Vec<(&SitePath, &Decoded)> = markdown
        .into_par_iter()
        .map(|(path, markdown)| {
            let chapter = header.is_some() || is_easy_read(path);
            (path, if chapter { markdown.as_chapter() } else { markdown.as_single() })
        })
        .collect();
    let levels = decoded.iter().map(|(_, decoded)| (decoded.chapter.file, &decoded.chapter.checks));
    let levels = levels.filter(|(_, levels)| !levels.is_empty());
    all.checks.texts.extend(levels.map(|(file, levels)| (file, levels.clone())));
    all.diagnostics.extend(decoded.iter().flat_map(|(_, decoded)| decoded.diagnostics.iter().cloned()));
    match header {
        Some((header, file, folder)) => {
            if !header.checks.is_empty()
                && let Some(whole) = SitePath::parse("content").and_then(|content| content.join(folder.as_str()))
            {
                all.checks.folders.insert(whole, header.checks.clone());
            }
            if let Some((figures, _)) = &figures {
                let exempt = decoded.iter().filter(|(_, decoded)| exempt_of(&decoded.chapter, &header).is_some());
                exempt.for_each(|(_, text)| check_exempt_figures(&text.chapter, figures, &mut all.diagnostics));
            }
            let mut document = of_chapters(folder, header, file, &decoded, &mut all.diagnostics);
            document.figures = figures.map(|(figures, _)| figures);
            document.record.clone_from(&record);
            all.documents.push(Arc::new(document));
        }
        None if decoded.first().is_some_and(|(path, _)| is_easy_read(path)) => {
            let mut chapters = decoded.iter().map(|(_, decoded)| Arc::clone(&decoded.chapter)).collect::<Vec<_>>();
            order_chapters(&mut chapters, &mut all.diagnostics);
            all.easy_read = chapters;
        }
        None => {
            let documents = decoded.into_iter().filter_map(of_one);
            all.documents.extend(documents.map(|document| Arc::new(Document { record: record.clone(), ..document })));
            if let Some((_, file)) = figures {
                all.diagnostics.push(
                    Diagnostic::new(&MISNAMED_FILE, Span::top(file), "these figures belong to no document")
                        .help("put figures.yaml beside the document.yaml of the document that states them"),
                );
            }
        }
    }
    if let Some(record) = &record {
        let texts = all.documents.iter().flat_map(|document| document.texts()).map(AsRef::as_ref);
        let reports: Vec<&Chapter> = texts.filter(|text| text.report).collect();
        let withheld = all.documents.iter().flat_map(|document| &document.withheld);
        let withheld: Vec<&str> = withheld.map(|withheld| withheld.slug.as_str()).collect();
        check_record(record, &reports, &withheld, &mut all.diagnostics);
    }
    for document in &all.documents {
        // Of an account without chapters it has been said that it has none.
        if document.header.kind.value == Kind::LocalAccount && !document.chapters().is_empty() {
            local_account::check(document, &mut all.diagnostics);
        }
    }
    all
}

/// A document that is one file.
fn of_one((path, decoded): (&SitePath, &Decoded)) -> Option<Document> {
    let (header, chapter) = (Arc::clone(decoded.header.as_ref()?), Arc::clone(&decoded.chapter));
    let path = if path.stem() == "index" { path.parent() } else { chapter.place.clone() };
    Some(Document {
        path,
        header,
        figures: None,
        form: Form::Single(chapter),
        withheld: Vec::new(),
        record: None,
        plan: None,
        easy_read: Vec::new(),
        register: None,
    })
}

/// A document of chapters.
fn of_chapters(
    folder: SitePath,
    header: Arc<Header>,
    file: FileId,
    decoded: &[(&SitePath, &Decoded)],
    out: &mut Vec<Diagnostic>,
) -> Document {
    let is_introduction = |path: &SitePath| path.stem() == "index";
    let of = |wanted: bool| {
        let these = decoded.iter().filter(move |(path, _)| is_introduction(path) == wanted);
        these.map(|(_, decoded)| Arc::clone(&decoded.chapter))
    };
    let (mut introduction, mut chapters) = (of(true).next_back(), of(false).collect::<Vec<_>>());
    // A report may be all in one text, beside its figures.
    let is_whole = header.has_parts() || header.cover.is_some() && introduction.is_some();
    if chapters.is_empty() && !is_whole {
        out.push(
            Diagnostic::new(&NO_CHAPTERS, Span::top(file), "the document has no chapter")
                .help("add one beside document.yaml, such as 01-welcome.md"),
        );
    }
    let names = match &header.briefing {
        Some(briefing) => check_reports(briefing, &chapters, out),
        None => Vec::new(),
    };
    let mut withheld = withhold(&mut chapters, &header, &names);
    if let Some(first) = introduction.take_if(|introduction| introduction.exempt.is_some()) {
        let exempt = first.exempt.unwrap_or(Exempt::UNREADABLE);
        withheld.push(Withheld { slug: "index".into(), path: first.path.clone(), exempt });
    }
    if let (Some(introduction), Some(title)) = (&mut introduction, &header.title) {
        Arc::make_mut(introduction).title.clone_from(&title.value);
    }
    match &header.briefing {
        // Those that are no items come last.
        Some(briefing) => chapters.sort_by_key(|report| briefing.place_of(&report.slug).unwrap_or(usize::MAX)),
        None => order_chapters(&mut chapters, out),
    }
    if let Some(cover) = &header.cover
        && let Some(first) = introduction.as_mut().or(chapters.first_mut())
    {
        // The sheet stands above the first words of the report.
        let first = Arc::make_mut(first);
        first.prose = Arc::new(with_cover(&first.prose, CoverSheet::clone(cover), Span::top(file), out));
        first.report = true;
    }
    Document {
        path: folder,
        header,
        figures: None,
        form: Form::Folder(introduction, chapters),
        withheld,
        record: None,
        plan: None,
        easy_read: Vec::new(),
        register: None,
    }
}

/// Why the public may not read a chapter: by its own front matter, or by the cover list of its pack.
fn exempt_of(chapter: &Chapter, header: &Header) -> Option<Exempt> {
    chapter.exempt.or_else(|| header.briefing.as_ref()?.exempts(&chapter.slug))
}

/// Takes the chapters away that the public may not read, and those that might be meant by an exempt
/// item: nothing behind this line has their texts.
fn withhold(chapters: &mut Vec<Arc<Chapter>>, header: &Header, doubtful: &[String]) -> Vec<Withheld> {
    let exempt = |chapter: &Chapter| {
        let doubtful = doubtful.contains(&chapter.slug).then_some(Exempt::UNREADABLE);
        exempt_of(chapter, header).or(doubtful)
    };
    let (withheld, kept) = std::mem::take(chapters).into_iter().partition(|chapter| exempt(chapter).is_some());
    *chapters = kept;
    let withheld: Vec<Arc<Chapter>> = withheld;
    withheld
        .iter()
        .filter_map(|chapter| {
            let (slug, path) = (chapter.slug.clone(), chapter.path.clone());
            Some(Withheld { slug, path, exempt: exempt(chapter)? })
        })
        .collect()
}

/// By number, those without one last, in the order of their names.
fn order_chapters(chapters: &mut [Arc<Chapter>], out: &mut Vec<Diagnostic>) {
    chapters.sort_by(|a, b| (a.number.unwrap_or(u32::MAX), &a.slug).cmp(&(b.number.unwrap_or(u32::MAX), &b.slug)));
    for pair in chapters.windows(2) {
        if let [first, second] = pair
            && let (Some(a), Some(b)) = (first.number, second.number)
            && a == b
        {
            out.push(
                Diagnostic::new(&CHAPTER_ORDER, second.top(), format!("two chapters have the number {a}"))
                    .label(first.top(), "the other one")
                    .help("give each chapter a number of its own; the names decide the order until then"),
            );
        }
    }
    let numbered = chapters.iter().filter(|chapter| chapter.number.is_some()).count();
    if numbered > 0 {
        for chapter in chapters.iter().filter(|chapter| chapter.number.is_none()) {
            out.push(
                Diagnostic::new(&CHAPTER_ORDER, chapter.top(), "this chapter has no number, and the others do")
                    .help("put a number in front of the file's name; until then it comes last"),
            );
        }
    }
}
