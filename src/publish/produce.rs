//! The whole way from files to finished pages in memory. Nothing is written here, so that
//! `check`, `build` and the tests all go the same way.

use super::examine::examine;
use super::headers::{HEADERS_FILE, headers_file};
use super::sieve::Untold;
use crate::content::read_content;
use crate::diagnostic::Diagnostic;
use crate::render::{Renderer, data_sets, sitemap};
use crate::site::{Address, HeldBack, Options, Site, assemble, link};
use crate::source::{Files, SitePath, SourceMap, WorldFailure};
use crate::theme::{Theme, load_theme};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

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
    /// Everything that is told of what was found, in reading order.
    pub diagnostics: Vec<Diagnostic>,
    /// What is not told.
    pub untold: Untold,
    /// The texts that diagnostics point into.
    pub sources: Arc<SourceMap>,
}

/// Told how far the work has come.
pub trait Progress: Sync {
    /// A stage with this many steps begins.
    fn stage(&self, name: &'static str, steps: usize);
    /// A step is done.
    fn step(&self);
    /// Whether nobody wants the result any more.
    fn is_overtaken(&self) -> bool {
        false
    }
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
    let assembly = assemble(link(content, None, options.advice), options);
    let renderer = Renderer::new(&theme.design, &assembly.site);
    let keep = |_: &Address, html: String| html;
    let examined = examine(&assembly, renderer.as_ref().map_err(|failure| &failure.diagnostic), progress, keep);
    let mut output = Output::new();
    let mut pages = 0;
    if let (Ok(renderer), Some(rendered)) = (&renderer, examined.pages) {
        pages = rendered.len();
        output.extend(rendered.into_iter().map(|(address, html)| (address.file(), Piece::Made(html.into_bytes()))));
        copy_assets(files, &theme, &examined.assets, &mut output)?;
        let headers = headers_file(renderer.files().iter().map(|file| file.path.as_str()));
        output.insert(HEADERS_FILE.into(), Piece::Made(headers.into_bytes()));
        let design = renderer.files().iter();
        output.extend(design.map(|file| (file.path.clone(), Piece::Made(file.text.clone().into_bytes()))));
        let data: Vec<_> = data_sets(&assembly.site)
            .par_iter()
            .flat_map_iter(|set| renderer.data_files(&assembly.site, set))
            .collect();
        output.extend(data.into_iter().map(|(path, bytes)| (path, Piece::Made(bytes))));
        if let Some(sitemap) = sitemap(&assembly.site) {
            output.insert("sitemap.xml".into(), Piece::Made(sitemap.into_bytes()));
        }
    }
    Ok(Produced {
        output,
        pages,
        site: assembly.site,
        held_back: assembly.held_back,
        diagnostics: examined.diagnostics,
        untold: examined.untold,
        sources: assembly.sources,
    })
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
