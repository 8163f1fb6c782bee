//! All folders of a site put together.

use super::action_plan::Round;
use super::briefing::Item;
use super::checks::Checks;
use super::easy_read::add_easy_read;
use super::figures::Indicators;
use super::file::Asset;
use super::folder::Together;
use super::names::{check_capitals, check_folders};
use super::sheet::DataFile;
use super::shelf::Shelf;
use super::{Chapter, Document, Exempt, Glossary, Settings};
use crate::diagnostic::rules::files::{MISNAMED_FILE, MISSING_FILE};
use crate::diagnostic::{Diagnostic, FileId, Span};
use crate::prose::Pictograms;
use crate::prose::plain::WordList;
use crate::source::{Files, SitePath, SourceMap, WorldFailure};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Everything authors wrote, read and decoded.
#[derive(Clone, Debug, Default)]
pub struct Content {
    /// The texts, for diagnostics to point into.
    pub sources: Arc<SourceMap>,
    /// `site.yaml`.
    pub settings: Arc<Settings>,
    /// Where `site.yaml` is, or should be.
    pub settings_file: Option<FileId>,
    /// `glossary.yaml`.
    pub glossary: Arc<Glossary>,
    /// `plain-words.yaml`.
    pub plain_words: Arc<WordList>,
    /// `indicators.yaml`.
    pub indicators: Arc<Indicators>,
    /// All documents, by path.
    pub documents: Vec<Arc<Document>>,
    /// The rounds of action plans, by the path of the plan.
    pub rounds: BTreeMap<SitePath, Vec<Arc<Round>>>,
    /// Pictures and downloads, by path below `content/`.
    pub assets: Arc<BTreeMap<SitePath, Asset>>,
    /// The data files that tables are made from, by path below `content/`; they are among the
    /// downloads too. One that did not change is the same `Arc` as before.
    pub sheets: Arc<BTreeMap<SitePath, Arc<DataFile>>>,
    /// The text files below `themes/`.
    pub theme_files: Vec<FileId>,
    /// Other files below `themes/`, each with a fingerprint of its bytes.
    pub theme_assets: Vec<(SitePath, u64)>,
    /// The theme's pictograms, once it is loaded.
    pub pictograms: Arc<Pictograms>,
    /// The Easy Read chapters of documents, by the path of the document.
    pub easy_read: BTreeMap<SitePath, Vec<Arc<Chapter>>>,
    /// What is said of messages, but for `site.yaml`.
    pub checks: Arc<Checks>,
    /// What was wrong.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a site.
///
/// # Errors
/// The world fails: a file that is listed cannot be read.
pub fn read_content(files: &dyn Files) -> Result<Content, WorldFailure> {
    let shelf = Shelf::read(files)?;
    let content = shelf.content();
    // What was read is shared with the shelf: without it, it can be changed in place.
    drop(shelf);
    Ok(content)
}

/// Puts the folders of a site together.
pub(super) fn put_together<'s>(folders: impl Iterator<Item = &'s Together>) -> Content {
    let mut content = Content::default();
    let (mut sources, mut assets, mut sheets) = (SourceMap::default(), BTreeMap::new(), BTreeMap::new());
    let mut checks = Checks::default();
    for folder in folders {
        for (file, source) in &folder.sources {
            sources.put(*file, Arc::clone(source));
        }
        if let Some((settings, file)) = &folder.settings {
            content.settings = Arc::clone(settings);
            content.settings_file = Some(*file);
        }
        if let Some(glossary) = &folder.glossary {
            content.glossary = Arc::clone(glossary);
        }
        if let Some(words) = &folder.plain_words {
            content.plain_words = Arc::clone(words);
        }
        if let Some(indicators) = &folder.indicators {
            content.indicators = Arc::clone(indicators);
        }
        content.documents.extend(folder.documents.iter().cloned());
        if let Some(first) = folder.easy_read.first() {
            content.easy_read.insert(first.path.parent().parent(), folder.easy_read.clone());
        }
        for round in &folder.rounds {
            content.rounds.entry(round.path.parent().parent()).or_default().push(Arc::clone(round));
        }
        assets.extend(folder.assets.iter().cloned());
        sheets.extend(folder.sheets.iter().cloned());
        checks.extend(&folder.checks);
        content.theme_files.extend(&folder.theme_files);
        content.theme_assets.extend(folder.theme_assets.iter().cloned());
        content.diagnostics.extend(folder.diagnostics.iter().cloned());
    }
    content.documents.sort_by(|a, b| a.path.cmp(&b.path));
    hold_exempt_items(&mut content.documents);
    add_easy_read(&mut content.documents, std::mem::take(&mut content.easy_read), &mut content.diagnostics);
    report_lost_rounds(&mut content);
    content.theme_assets.sort();
    (content.sources, content.assets, content.sheets) = (Arc::new(sources), Arc::new(assets), Arc::new(sheets));
    content.checks = Arc::new(checks);
    if content.settings_file.is_none() {
        report_missing_settings(&mut content);
    }
    content
}

/// Holds back the documents of which the cover list of a briefing says that the public may not read
/// them, as if they said so themselves.
fn hold_exempt_items(documents: &mut [Arc<Document>]) {
    let items = documents.iter().filter_map(|document| document.header.briefing.clone());
    let exempt: Vec<(SitePath, Exempt)> = items
        .flat_map(|briefing| {
            let named = |item: &Item| Some((item.document()?.value.clone(), item.exempt?));
            briefing.items.iter().filter_map(named).collect::<Vec<_>>()
        })
        .collect();
    for (path, exempt) in exempt {
        let named = documents.binary_search_by(|document| document.path.cmp(&path)).ok();
        if let Some(document) = named.and_then(|index| documents.get_mut(index))
            && document.header.exempt.is_none()
        {
            Arc::make_mut(&mut Arc::make_mut(document).header).exempt = Some(exempt);
        }
    }
}

/// Rounds of which nobody knows what they update.
fn report_lost_rounds(content: &mut Content) {
    let is_plan = |path: &SitePath| {
        let found = content.documents.binary_search_by(|document| document.path.cmp(path)).ok();
        found.and_then(|index| content.documents.get(index)).is_some_and(|document| document.header.plan.is_some())
    };
    let lost = content.rounds.iter().filter(|(path, _)| !is_plan(path)).flat_map(|(_, rounds)| rounds);
    let told = lost.map(|round| {
        Diagnostic::new(&MISNAMED_FILE, Span::top(round.file), "these updates belong to no action plan")
            .help("the folder above needs a document.yaml with `kind: action-plan`")
    });
    let told: Vec<Diagnostic> = told.collect();
    content.diagnostics.extend(told);
}

/// What is odd about the names of a site's texts, whatever they say.
pub(crate) fn check_names(sources: &SourceMap, out: &mut Vec<Diagnostic>) {
    let files = sources.in_order();
    check_folders(&files, out);
    check_capitals(&files, out);
}

fn report_missing_settings(content: &mut Content) {
    let path = SitePath::parse("content/site.yaml").unwrap_or_else(SitePath::root);
    // An empty site.yaml has been reported as that already.
    let empty = content.sources.in_order().into_iter().find(|(_, source)| source.path == path).map(|(file, _)| file);
    let file = match empty {
        Some(file) => file,
        None => {
            let file = Arc::make_mut(&mut content.sources).add(path, "");
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
