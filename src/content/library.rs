//! Reads all files of a site into typed documents. Files are taken apart in parallel, each
//! by itself; what comes out is in path order, whatever order they were done in.

use super::chapter::{self, MarkdownFile};
use super::names::{Purpose, check_capitals, check_folders, check_name, is_litter, is_text, purpose};
use super::picture::{self, PictureFacts};
use super::{Chapter, Document, Form, Glossary, Header, Kind, Settings, glossary, local_account, settings};
use crate::diagnostic::rules::documents::{CHAPTER_ORDER, NO_CHAPTERS};
use crate::diagnostic::rules::files::{MISSING_FILE, TOO_LARGE};
use crate::diagnostic::{Diagnostic, FileId, Span};
use crate::source::{
    Entry, Excerpt, Fields, Files, SitePath, SourceFile, SourceMap, WorldFailure, decode_text, parse_yaml,
};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// The largest text that is read, in bytes.
const LARGEST_TEXT: u64 = 8 << 20;

/// Everything authors wrote, read and decoded.
#[derive(Clone, Debug, Default)]
pub struct Content {
    /// The texts, for diagnostics to point into.
    pub sources: SourceMap,
    /// `site.yaml`.
    pub settings: Settings,
    /// Where `site.yaml` is, or should be.
    pub settings_file: Option<FileId>,
    /// `glossary.yaml`.
    pub glossary: Glossary,
    /// All documents, by path.
    pub documents: Vec<Document>,
    /// Pictures and downloads, by path below `content/`.
    pub assets: BTreeMap<SitePath, Asset>,
    /// The text files below `themes/`.
    pub theme_files: Vec<FileId>,
    /// Other files below `themes/`.
    pub theme_assets: Vec<SitePath>,
    /// What was wrong.
    pub diagnostics: Vec<Diagnostic>,
}

/// A file that is published as it is, if a page uses it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Its size in bytes.
    pub size: u64,
    /// For pictures, what is known of them.
    pub picture: Option<PictureFacts>,
}

enum Parsed {
    Settings(Box<Settings>),
    Glossary(Glossary),
    Header(Box<(Header, FileId)>),
    Markdown(Box<MarkdownFile>),
    Nothing,
}

/// Reads a site.
///
/// # Errors
/// The world fails: a file that is listed cannot be read.
pub fn read_content(files: &dyn Files) -> Result<Content, WorldFailure> {
    let mut content = Content::default();
    let (mut texts, mut others) = (Vec::new(), Vec::new());
    for entry in files.list()? {
        let below_content = entry.path.below("content").and_then(SitePath::parse);
        match below_content {
            Some(path) if is_litter(&path) => {}
            Some(path) if is_text(&path) => texts.push((entry, Some(path))),
            Some(path) => others.push((entry, path)),
            None if is_litter(&entry.path) => {}
            None if is_theme_text(&entry.path) => texts.push((entry, None)),
            None => content.theme_assets.push(entry.path),
        }
    }
    texts.sort_by(|a, b| a.0.path.cmp(&b.0.path));
    let read: Vec<Result<Text, WorldFailure>> = texts
        .par_iter()
        .enumerate()
        .map(|(number, (entry, path))| read_text(files, number, entry, path.as_ref()))
        .collect();
    let mut headers: BTreeMap<SitePath, (Header, FileId)> = BTreeMap::new();
    let mut markdown: Vec<(SitePath, MarkdownFile)> = Vec::new();
    for (text, (entry, path)) in read.into_iter().zip(texts) {
        let text = text?;
        let file = content.sources.add(entry.path, text.text);
        content.diagnostics.extend(text.diagnostics);
        let Some(path) = path else {
            content.theme_files.push(file);
            continue;
        };
        match text.parsed {
            Parsed::Settings(settings) => {
                content.settings = *settings;
                content.settings_file = Some(file);
            }
            Parsed::Glossary(glossary) => content.glossary = glossary,
            Parsed::Header(header) => {
                headers.insert(path.parent(), *header);
            }
            Parsed::Markdown(file) => markdown.push((path, *file)),
            Parsed::Nothing => {}
        }
    }
    content.assets = read_assets(files, others)?;
    content.documents = assemble(headers, markdown, &mut content.diagnostics);
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
    Ok(content)
}

fn is_theme_text(path: &SitePath) -> bool {
    matches!(path.ending().as_str(), "html" | "css" | "js" | "yaml")
}

struct Text {
    text: String,
    parsed: Parsed,
    diagnostics: Vec<Diagnostic>,
}

fn read_text(files: &dyn Files, number: usize, entry: &Entry, path: Option<&SitePath>) -> Result<Text, WorldFailure> {
    let file = FileId(u32::try_from(number).unwrap_or(u32::MAX));
    let mut diagnostics = Vec::new();
    if entry.size > LARGEST_TEXT {
        diagnostics.push(
            Diagnostic::new(
                &TOO_LARGE,
                Span::top(file),
                format!("{} is larger than 8 MB, the most that Candour reads as one text", entry.path.name()),
            )
            .help("split the text, or give the file its right ending"),
        );
        return Ok(Text { text: String::new(), parsed: Parsed::Nothing, diagnostics });
    }
    let (text, odd) = decode_text(file, files.read(&entry.path)?);
    diagnostics.extend(odd);
    let Some(path) = path else { return Ok(Text { text, parsed: Parsed::Nothing, diagnostics }) };
    let purpose = purpose(path);
    check_name(file, path, &text, purpose, &mut diagnostics);
    let out = &mut diagnostics;
    let whole = || Excerpt::verbatim(file, 0, &text);
    let parsed = match purpose {
        _ if text.trim().is_empty() => Parsed::Nothing,
        Purpose::Settings => Parsed::Settings(Box::new(settings::decode(&whole(), out))),
        Purpose::Glossary => Parsed::Glossary(glossary::decode(&whole(), out)),
        Purpose::DocumentHeader => Parsed::Header(Box::new((decode_header(&whole(), out), file))),
        Purpose::Markdown => Parsed::Markdown(Box::new(chapter::read(file, &entry.path, &text, out))),
        Purpose::Later | Purpose::Stray => Parsed::Nothing,
    };
    Ok(Text { text, parsed, diagnostics })
}

fn decode_header(source: &Excerpt, out: &mut Vec<Diagnostic>) -> Header {
    let silent = Header::silent(Kind::Page, Span { end: source.span.start, ..source.span });
    let (Some(yaml), sound) = parse_yaml(source, out) else { return silent };
    let Some(fields) = Fields::of(&yaml, "document.yaml", out) else { return silent };
    let mut fields = fields.sound(sound);
    let header = Header::decode(&mut fields, None);
    if header.title.is_none() {
        fields.missing("title", "it names the document: `title: Local Account 2019 to 2020`");
    }
    fields.finish();
    header
}

fn read_assets(files: &dyn Files, others: Vec<(Entry, SitePath)>) -> Result<BTreeMap<SitePath, Asset>, WorldFailure> {
    others
        .into_par_iter()
        .map(|(entry, path)| {
            let ending = path.ending();
            let facts = match picture::is_picture(&ending) {
                true => Some(picture::look(&ending, &files.read(&entry.path)?)),
                false => None,
            };
            Ok((path, Asset { size: entry.size, picture: facts }))
        })
        .collect()
}

/// Puts headers and Markdown files together: a folder with `document.yaml` is a document
/// of chapters, any other Markdown file is a document by itself.
fn assemble(
    mut headers: BTreeMap<SitePath, (Header, FileId)>,
    markdown: Vec<(SitePath, MarkdownFile)>,
    out: &mut Vec<Diagnostic>,
) -> Vec<Document> {
    let decoded: Vec<(SitePath, Option<Header>, Chapter, Vec<Diagnostic>)> = markdown
        .into_par_iter()
        .map(|(path, file)| {
            let mut out = Vec::new();
            let (header, chapter) = match headers.contains_key(&path.parent()) {
                true => (None, chapter::chapter(file, &mut out)),
                false => {
                    let (header, chapter) = chapter::single(file, &mut out);
                    (Some(header), chapter)
                }
            };
            (path, header, chapter, out)
        })
        .collect();
    let mut documents = Vec::new();
    let mut folders: BTreeMap<SitePath, (Option<Box<Chapter>>, Vec<Chapter>)> = BTreeMap::new();
    for (path, header, chapter, found) in decoded {
        out.extend(found);
        let folder = path.parent();
        let Some(header) = header else {
            let (introduction, chapters) = folders.entry(folder).or_default();
            if path.stem() == "index" {
                *introduction = Some(Box::new(chapter));
            } else {
                chapters.push(chapter);
            }
            continue;
        };
        let address = if path.stem() == "index" { Some(folder) } else { folder.join(&chapter.slug) };
        let path = address.unwrap_or_else(SitePath::root);
        documents.push(Document { path, header, form: Form::Single(Box::new(chapter)) });
    }
    while let Some((folder, (header, file))) = headers.pop_first() {
        let (introduction, mut chapters) = folders.remove(&folder).unwrap_or_default();
        if chapters.is_empty() {
            out.push(
                Diagnostic::new(&NO_CHAPTERS, Span::top(file), "the document has no chapter")
                    .help("add one beside document.yaml, such as 01-welcome.md"),
            );
        }
        order_chapters(&mut chapters, out);
        documents.push(Document { path: folder, header, form: Form::Folder(introduction, chapters) });
    }
    documents.sort_by(|a, b| a.path.cmp(&b.path));
    documents
}

/// By number, those without one last, in the order of their names.
fn order_chapters(chapters: &mut [Chapter], out: &mut Vec<Diagnostic>) {
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
    content.settings.language = "en-GB".into();
}
