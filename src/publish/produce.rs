//! The whole way from files to finished pages in memory. Nothing is written here, so that
//! `check`, `build` and the tests all go the same way.

use super::headers::{HEADERS_FILE, headers_file};
use crate::check::{AnchorUse, FinishedPage, check_anchors, check_links, finished_page};
use crate::content::read_content;
use crate::diagnostic::{Diagnostic, in_reading_order};
use crate::render::{DesignFile, Renderer, TemplateFailure, sitemap};
use crate::site::{Address, Assembly, HeldBack, Options, Site, assemble};
use crate::source::{Files, SitePath, SourceMap, WorldFailure};
use crate::theme::{Theme, load_theme};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// A file of the finished site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Made by Candour.
    Made(Vec<u8>),
    /// A file of the site as it is.
    Copied(Vec<u8>),
}

impl Piece {
    /// Its bytes.
    pub fn bytes(&self) -> &[u8] {
        match self {
            Piece::Made(bytes) | Piece::Copied(bytes) => bytes,
        }
    }
}

/// The finished site: every file by its path below the output folder.
pub type Output = BTreeMap<String, Piece>;

/// What came of a site.
#[derive(Debug)]
pub struct Produced {
    /// The finished site; complete only where there is no error among the diagnostics.
    pub output: Output,
    /// How many pages it has.
    pub pages: usize,
    /// The site that was made into pages.
    pub site: Site,
    /// What is not published and why.
    pub held_back: Vec<HeldBack>,
    /// Everything that was found, in reading order.
    pub diagnostics: Vec<Diagnostic>,
    /// The texts that diagnostics point into.
    pub sources: SourceMap,
}

/// Told how far the work has come.
pub trait Progress: Sync {
    /// A stage with this many steps begins.
    fn stage(&self, name: &'static str, steps: usize);
    /// A step is done.
    fn step(&self);
}

/// Progress that nobody watches.
pub struct Silent;

impl Progress for Silent {
    fn stage(&self, _: &'static str, _: usize) {}
    fn step(&self) {}
}

/// Produces a site.
///
/// # Errors
/// The world fails while files are read. Mistakes of content are diagnostics.
pub fn produce(files: &dyn Files, options: &Options, progress: &dyn Progress) -> Result<Produced, WorldFailure> {
    progress.stage("Reading", 1);
    let mut content = read_content(files)?;
    progress.stage("Loading the theme", 1);
    let theme = load_theme(&mut content);
    progress.stage("Assembling", 1);
    let mut assembly = assemble(content, options);
    progress.stage("Checking links", 1);
    let links = check_links(&assembly);
    let mut diagnostics = std::mem::take(&mut assembly.diagnostics);
    diagnostics.extend(links.diagnostics);
    let mut output = Output::new();
    let mut pages = 0;
    match render_all(&assembly, &theme, progress) {
        Ok((rendered, design)) => {
            pages = rendered.len();
            progress.stage("Checking pages", 1);
            check_finished(&rendered, &links.anchors, &mut diagnostics);
            output.extend(rendered.into_iter().map(|(address, html)| (address.file(), Piece::Made(html.into_bytes()))));
            copy_assets(files, &theme, &links.assets, &mut output)?;
            let headers = headers_file(design.iter().map(|file| file.path.as_str()));
            output.insert(HEADERS_FILE.into(), Piece::Made(headers.into_bytes()));
            output.extend(design.into_iter().map(|file| (file.path, Piece::Made(file.text.into_bytes()))));
            if let Some(sitemap) = sitemap(&assembly.site) {
                output.insert("sitemap.xml".into(), Piece::Made(sitemap.into_bytes()));
            }
        }
        Err(failures) => diagnostics.extend(failures),
    }
    progress.stage("Sorting messages", 1);
    assembly.site.settings.apply_levels(&mut diagnostics);
    Ok(Produced {
        output,
        pages,
        site: assembly.site,
        held_back: assembly.held_back,
        diagnostics: in_reading_order(diagnostics),
        sources: assembly.sources,
    })
}

/// All pages, and the style, script and icon they refer to.
type Rendered = (BTreeMap<Address, String>, Vec<DesignFile>);

fn render_all(assembly: &Assembly, theme: &Theme, progress: &dyn Progress) -> Result<Rendered, Vec<Diagnostic>> {
    let site = &assembly.site;
    let unbox = |failure: Box<TemplateFailure>| failure.diagnostic;
    let renderer = Renderer::new(&theme.design, site).map_err(|failure| vec![unbox(failure)])?;
    progress.stage("Making pages", site.pages.len());
    let rendered: Vec<Result<(Address, String), Diagnostic>> = site
        .pages
        .par_iter()
        .map(|(address, _)| {
            let html = renderer.page(site, address).map_err(unbox)?.unwrap_or_default();
            progress.step();
            Ok((address.clone(), html))
        })
        .collect();
    let mut pages = BTreeMap::new();
    let mut failures = Vec::new();
    for result in rendered {
        match result {
            Ok((address, html)) => {
                pages.insert(address, html);
            }
            Err(failure) => failures.push(failure),
        }
    }
    if failures.is_empty() { Ok((pages, renderer.files().to_vec())) } else { Err(failures) }
}

fn check_finished(rendered: &BTreeMap<Address, String>, anchors: &[AnchorUse], out: &mut Vec<Diagnostic>) {
    let wanted: BTreeSet<&Address> = anchors.iter().map(|anchor| &anchor.address).collect();
    let finished: BTreeMap<Address, FinishedPage> = rendered
        .par_iter()
        .filter(|(address, _)| wanted.contains(address))
        .map(|(address, html)| (address.clone(), finished_page(html)))
        .collect();
    check_anchors(anchors, &finished, out);
}

fn copy_assets(
    files: &dyn Files,
    theme: &Theme,
    used: &BTreeSet<SitePath>,
    output: &mut Output,
) -> Result<(), WorldFailure> {
    for path in used {
        let source = SitePath::parse(&format!("content/{path}")).unwrap_or_else(SitePath::root);
        output.insert(path.as_str().to_owned(), Piece::Copied(files.read(&source)?));
    }
    for (source, target) in &theme.assets {
        output.insert(target.clone(), Piece::Copied(files.read(source)?));
    }
    Ok(())
}
