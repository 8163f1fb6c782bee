//! From the `Site` to pages: view structs (all that a template may see), the template
//! environment, and one function from an address to a page's HTML. Besides `prose` the
//! only room that writes HTML.

mod colour;
mod data;
mod design;
mod environment;
mod report;
mod resolver;
mod sitemap;
mod strings;
mod view;

pub use colour::{Grounds, contrast, with_contrast};
pub use data::{DataKind, DataSet, data_set_at, data_sets};
pub use design::{Design, DesignFile, Template};
pub use environment::TemplateFailure;
pub use report::{Live, Part, REPORT_STYLE, Report, report};
pub use sitemap::sitemap;
pub use strings::{StringTable, Strings, fill, read_strings};

use crate::diagnostic::Texts;
use crate::site::{Address, Page, Site};
use environment::Environments;
use minijinja::value::Value;
use std::cell::RefCell;
use std::collections::BTreeSet;

/// A theme ready to turn pages of a site into HTML.
pub struct Renderer {
    environments: Environments,
    files: Vec<DesignFile>,
    style: String,
    script: String,
    icon: String,
    /// The accent in the shade that the light scheme shows.
    accent: String,
}

/// What a site asks of a theme before any of its pages is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needs {
    languages: BTreeSet<String>,
    accent: Option<String>,
}

impl Needs {
    /// What this site needs.
    pub fn of(site: &Site) -> Needs {
        let own = site.documents.iter().filter_map(|document| document.header.language.clone());
        Needs {
            languages: own.chain([site.settings.language.clone()]).collect(),
            accent: site.settings.accent.as_ref().map(|accent| accent.value.clone()),
        }
    }
}

impl Renderer {
    /// Makes a design ready for a site: compiles its templates and words for each language
    /// that the site uses, and its style for the site's accent.
    ///
    /// # Errors
    /// A template cannot be compiled.
    pub fn new(design: &Design, site: &Site) -> Result<Renderer, Box<TemplateFailure>> {
        Renderer::with(design, &Needs::of(site))
    }

    /// The same, for all sites with the same needs.
    ///
    /// # Errors
    /// A template cannot be compiled.
    pub fn with(design: &Design, needs: &Needs) -> Result<Renderer, Box<TemplateFailure>> {
        let environments = Environments::new(design, &needs.languages)?;
        let accent = needs.accent.as_deref();
        let style = DesignFile::new("style", "css", design.style_for(accent));
        let script = DesignFile::new("site", "js", design.script.clone());
        let icon = DesignFile::new("icon", "svg", design::icon(accent));
        let (style_path, script_path, icon_path) = (style.path.clone(), script.path.clone(), icon.path.clone());
        Ok(Renderer {
            environments,
            files: vec![style, script, icon],
            style: style_path,
            script: script_path,
            icon: icon_path,
            accent: design.grounds.shade(accent.unwrap_or(colour::ACCENT), &design.grounds.light),
        })
    }

    /// The style, script and icon that pages refer to.
    pub fn files(&self) -> &[DesignFile] {
        &self.files
    }

    /// The page at an address; `None` if there is none. The same site and address always
    /// give the same bytes.
    ///
    /// # Errors
    /// The template of the page has a mistake.
    pub fn page(&self, site: &Site, address: &Address) -> Result<Option<String>, Box<TemplateFailure>> {
        self.make(site, address, None)
    }

    /// The page as its author wants it while drafting: a comment before each block of text says
    /// where it is written.
    ///
    /// # Errors
    /// The template of the page has a mistake.
    pub fn page_with_places(
        &self,
        site: &Site,
        address: &Address,
        texts: &dyn Texts,
    ) -> Result<Option<String>, Box<TemplateFailure>> {
        self.make(site, address, Some(texts))
    }

    fn make(
        &self,
        site: &Site,
        address: &Address,
        places: Option<&dyn Texts>,
    ) -> Result<Option<String>, Box<TemplateFailure>> {
        let Some(page) = site.pages.get(address) else { return Ok(None) };
        let language = match page {
            Page::Document(index)
            | Page::Chapter(index, _)
            | Page::Whole(index)
            | Page::EasyRead(index, _)
            | Page::Single(index)
            | Page::OwnFigures(index)
            | Page::OwnFigure(index, _)
            | Page::Changes(index)
            | Page::Plan(index, _)
            | Page::Risk(index, _)
            | Page::Promises(index) => site.document(*index).and_then(|document| document.header.language.as_deref()),
            _ => None,
        };
        let language = language.unwrap_or(&site.settings.language);
        let context = view::Context {
            site,
            renderer: self,
            address,
            language,
            strings: self.environments.strings(language),
            places,
            failed: RefCell::default(),
        };
        let (template, value) = view::view(&context, page);
        if let Some(failure) = context.failed.take() {
            return Err(failure);
        }
        self.environments.render(language, template, value).map(Some)
    }

    /// A part of a page by itself.
    fn component(&self, language: &str, template: &str, value: Value) -> Result<String, Box<TemplateFailure>> {
        self.environments.render(language, template, value)
    }
}
