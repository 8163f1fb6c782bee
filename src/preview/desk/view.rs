//! One way to look at the site: with drafts or without, as of a day; and its pages, made when
//! somebody asks.

use super::{Generation, Wishes, lock};
use crate::check::check_links;
use crate::diagnostic::Diagnostic;
use crate::figure::Date;
use crate::site::{Address, Assembly, Options, Reason, Site};
use crate::source::SitePath;
use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, OnceLock};
use xxhash_rust::xxh3::xxh3_64;

/// Which way to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ViewKey {
    /// Whether drafts and documents under embargo are shown.
    pub drafts: bool,
    /// The day.
    pub today: Date,
}

impl ViewKey {
    pub(super) fn options(self, wishes: &Wishes) -> Options {
        Options { today: self.today, drafts: self.drafts, base_url: wishes.base_url.clone(), advice: true }
    }
}

/// How a page is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// As it will be published, to the byte.
    Exact,
    /// With a comment before each block that says where it is written.
    Drafting,
}

/// A page, made.
#[derive(Debug)]
pub struct Made {
    /// Its HTML; `None` where no template could make it.
    pub html: Option<String>,
    /// A fingerprint of everything one sees on it.
    pub version: u64,
    /// What is wrong with the template, where another theme had to stand in.
    pub failed: Option<Diagnostic>,
}

/// A view.
pub struct View {
    assembly: Assembly,
    pages: Mutex<HashMap<(Address, Form), Arc<Made>>>,
    assets: OnceLock<BTreeSet<SitePath>>,
}

/// How many pages are kept; whoever asks for more than these has them made again.
const MOST_PAGES: usize = 64;

impl View {
    pub(super) fn new(assembly: Assembly) -> View {
        View { assembly, pages: Mutex::default(), assets: OnceLock::new() }
    }

    /// The site of this view.
    pub fn site(&self) -> &Site {
        &self.assembly.site
    }

    /// The site, its texts and what is held back.
    pub fn assembly(&self) -> &Assembly {
        &self.assembly
    }

    /// The page at an address; `None` if there is none.
    pub fn page(&self, generation: &Generation, address: &Address, form: Form) -> Option<Arc<Made>> {
        let site = self.site();
        if !site.pages.contains_key(address) {
            return None;
        }
        let key = (address.clone(), form);
        if let Some(made) = lock(&self.pages).get(&key) {
            return Some(Arc::clone(made));
        }
        let (html, failed) = generation.make(site, |renderer| {
            let page = match form {
                Form::Exact => renderer.page(site, address),
                Form::Drafting => renderer.page_with_places(site, address, &self.assembly.sources),
            };
            page.map(Option::unwrap_or_default).map_err(|failure| failure.diagnostic)
        });
        let version = self.version(address, html.as_deref().unwrap_or_default(), generation.theme_print());
        let made = Arc::new(Made { html, version, failed });
        let mut pages = lock(&self.pages);
        if pages.len() >= MOST_PAGES {
            pages.clear();
        }
        pages.insert(key, Arc::clone(&made));
        Some(made)
    }

    /// The pages and pictures that a page is seen with have a part in its version.
    fn version(&self, address: &Address, html: &str, theme: u64) -> u64 {
        let file = SitePath::parse(&address.file()).unwrap_or_else(SitePath::root);
        let pictures = html.split(" src=\"").skip(1).filter_map(|rest| {
            let path = file.parent().join(rest.split('"').next()?)?;
            Some(self.site().assets.get(&path)?.print)
        });
        pictures.fold(xxh3_64(html.as_bytes()) ^ theme, |version, print| version.rotate_left(7) ^ print)
    }

    /// Whether the site has anything that the public may not read.
    pub fn holds_exempt(&self) -> bool {
        self.assembly.held_back.iter().any(|held| matches!(held.reason, Reason::Exempt(_)))
    }

    /// The pictures and downloads that pages of this view use.
    pub fn used_assets(&self) -> &BTreeSet<SitePath> {
        self.assets.get_or_init(|| check_links(&self.assembly).assets)
    }
}
