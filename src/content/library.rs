//! All files of a site put together: a folder with `document.yaml` is a document of
//! chapters, any other Markdown file is a document by itself. What comes out is in path
//! order, whatever order the files were read in.

use super::figures::{Figures, Indicators};
use super::file::{Asset, Decoded, Markdown, Parsed, Text};
use super::names::{check_capitals, check_folders};
use super::shelf::{Shelf, Shelved};
use super::{Chapter, Document, Form, Glossary, Header, Kind, Settings, local_account};
use crate::diagnostic::rules::documents::{CHAPTER_ORDER, NO_CHAPTERS};
use crate::diagnostic::rules::files::{MISNAMED_FILE, MISSING_FILE};
use crate::diagnostic::{Diagnostic, FileId, Span};
use crate::source::{Files, SitePath, SourceFile, SourceMap, WorldFailure};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Everything authors wrote, read and decoded.
#[derive(Clone, Debug, Default)]
pub struct Content {
    /// The texts, for diagnostics to point into.
    pub sources: SourceMap,
    /// `site.yaml`.
    pub settings: Arc<Settings>,
    /// Where `site.yaml` is, or should be.
    pub settings_file: Option<FileId>,
    /// `glossary.yaml`.
    pub glossary: Arc<Glossary>,
    /// `indicators.yaml`.
    pub indicators: Arc<Indicators>,
    /// All documents, by path.
    pub documents: Vec<Document>,
    /// Pictures and downloads, by path below `content/`.
    pub assets: BTreeMap<SitePath, Asset>,
    /// The text files below `themes/`.
    pub theme_files: Vec<FileId>,
    /// Other files below `themes/`, each with a fingerprint of its bytes.
    pub theme_assets: Vec<(SitePath, u64)>,
    /// What was wrong.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a site.
///
/// # Errors
/// The world fails: a file that is listed cannot be read.
pub fn read_content(files: &dyn Files) -> Result<Content, WorldFailure> {
    let shelf = Shelf::read(files)?;
    let content = put_together(&shelf, |shelved| shelved.now());
    // What was read is shared with the shelf: without it, it can be changed in place.
    drop(shelf);
    Ok(content)
}

/// Puts the files of a shelf together, each in the version that `which` chooses.
pub(super) fn put_together<'s>(shelf: &'s Shelf, which: impl Fn(&'s Shelved) -> Option<&'s Arc<Text>>) -> Content {
    let mut content = Content::default();
    let mut headers: BTreeMap<SitePath, (Arc<Header>, FileId)> = BTreeMap::new();
    let mut figures: BTreeMap<SitePath, (Arc<Figures>, FileId)> = BTreeMap::new();
    let mut markdown: Vec<(&SitePath, &Markdown)> = Vec::new();
    for (path, shelved) in shelf.files() {
        let text = match shelved {
            Shelved::Text { .. } => match which(shelved) {
                Some(text) => text,
                None => continue,
            },
            Shelved::Asset(asset) => {
                content.assets.extend(path.strip("content").map(|inside| (inside, asset.clone())));
                continue;
            }
            Shelved::ThemeAsset(print) => {
                content.theme_assets.push((path.clone(), *print));
                continue;
            }
        };
        content.sources.put(text.file, SourceFile { path: path.clone(), text: Arc::clone(&text.text) });
        content.diagnostics.extend(text.diagnostics.iter().cloned());
        let Some(inside) = &text.inside else {
            content.theme_files.push(text.file);
            continue;
        };
        match &text.parsed {
            Parsed::Settings(settings) => {
                content.settings = Arc::clone(settings);
                content.settings_file = Some(text.file);
            }
            Parsed::Glossary(glossary) => content.glossary = Arc::clone(glossary),
            Parsed::Header(header) => {
                headers.insert(inside.parent(), (Arc::clone(header), text.file));
            }
            Parsed::Indicators(indicators) => content.indicators = Arc::clone(indicators),
            Parsed::Figures(stated) => {
                figures.insert(inside.parent(), (Arc::clone(stated), text.file));
            }
            Parsed::Markdown(file) => markdown.push((inside, file)),
            Parsed::Nothing => {}
        }
    }
    content.documents = assemble(headers, figures, markdown, &mut content.diagnostics);
    if content.settings_file.is_none() {
        report_missing_settings(&mut content);
    }
    check_folders(&content.sources, &mut content.diagnostics);
    check_capitals(&content.sources, &mut content.diagnostics);
    for document in &content.documents {
        // Of an account without chapters it has been said that it has none.
        if document.header.kind.value == Kind::LocalAccount && !document.chapters().is_empty() {
            local_account::check(document, &mut content.diagnostics);
        }
    }
    content
}

/// A document's introduction and its chapters.
type Parts = (Option<Arc<Chapter>>, Vec<Arc<Chapter>>);

fn assemble(
    mut headers: BTreeMap<SitePath, (Arc<Header>, FileId)>,
    mut figures: BTreeMap<SitePath, (Arc<Figures>, FileId)>,
    markdown: Vec<(&SitePath, &Markdown)>,
    out: &mut Vec<Diagnostic>,
) -> Vec<Document> {
    let decoded: Vec<(&SitePath, &Decoded)> = markdown
        .into_par_iter()
        .map(|(path, markdown)| {
            let chapter = headers.contains_key(path.folder());
            (path, if chapter { markdown.as_chapter() } else { markdown.as_single() })
        })
        .collect();
    let mut documents = Vec::new();
    let mut folders: BTreeMap<&str, Parts> = BTreeMap::new();
    for (path, decoded) in decoded {
        out.extend(decoded.diagnostics.iter().cloned());
        let chapter = Arc::clone(&decoded.chapter);
        let Some(header) = &decoded.header else {
            let (introduction, chapters) = folders.entry(path.folder()).or_default();
            if path.stem() == "index" {
                *introduction = Some(chapter);
            } else {
                chapters.push(chapter);
            }
            continue;
        };
        let path = if path.stem() == "index" { path.parent() } else { chapter.place.clone() };
        documents.push(Document { path, header: Arc::clone(header), figures: None, form: Form::Single(chapter) });
    }
    while let Some((folder, (header, file))) = headers.pop_first() {
        let (introduction, mut chapters) = folders.remove(folder.as_str()).unwrap_or_default();
        if chapters.is_empty() {
            out.push(
                Diagnostic::new(&NO_CHAPTERS, Span::top(file), "the document has no chapter")
                    .help("add one beside document.yaml, such as 01-welcome.md"),
            );
        }
        order_chapters(&mut chapters, out);
        let figures = figures.remove(&folder).map(|(figures, _)| figures);
        documents.push(Document { path: folder, header, figures, form: Form::Folder(introduction, chapters) });
    }
    for (folder, (_, file)) in figures {
        out.push(
            Diagnostic::new(&MISNAMED_FILE, Span::top(file), format!("{folder}/figures.yaml belongs to no document"))
                .help("put it beside the document.yaml of the document that states these figures"),
        );
    }
    documents.sort_by(|a, b| a.path.cmp(&b.path));
    documents
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

fn report_missing_settings(content: &mut Content) {
    let path = SitePath::parse("content/site.yaml").unwrap_or_else(SitePath::root);
    // An empty site.yaml has been reported as that already.
    let empty =
        content.sources.iter().find(|(_, source): &(FileId, &SourceFile)| source.path == path).map(|(file, _)| file);
    let file = match empty {
        Some(file) => file,
        None => {
            let file = content.sources.add(path, "");
            content.diagnostics.push(
                Diagnostic::new(&MISSING_FILE, Span::top(file), "content/site.yaml is not there")
                    .help("create it with `title:` and `organisation:`; `candour new DIR` makes a site to copy from"),
            );
            file
        }
    };
    content.settings_file = Some(file);
    content.settings = Arc::new(Settings { language: "en-GB".into(), ..Settings::default() });
}
