//! Renderers of one theme, one for each set of languages and colours that a view needs.

use super::lock;
use crate::content::Content;
use crate::diagnostic::Diagnostic;
use crate::render::{DesignFile, Needs, Renderer};
use crate::site::Site;
use crate::theme::{Theme, load_theme};
use std::sync::{Arc, Mutex};

/// A renderer, or the mistake in its templates.
pub(super) type Maker = Result<Arc<Renderer>, Diagnostic>;

/// The renderers of a theme.
pub(super) struct Makers {
    theme: Arc<Theme>,
    made: Mutex<Vec<(Needs, Maker)>>,
}

/// How many are kept: views differ in their languages at most.
const MOST: usize = 8;

impl Makers {
    pub(super) fn new(theme: Arc<Theme>) -> Makers {
        Makers { theme, made: Mutex::default() }
    }

    pub(super) fn is_for(&self, theme: &Arc<Theme>) -> bool {
        Arc::ptr_eq(&self.theme, theme)
    }

    pub(super) fn theme(&self) -> &Theme {
        &self.theme
    }

    /// The renderer for a site.
    pub(super) fn for_site(&self, site: &Site) -> Maker {
        let needs = Needs::of(site);
        let mut made = lock(&self.made);
        if let Some((_, maker)) = made.iter().find(|(known, _)| *known == needs) {
            return maker.clone();
        }
        let maker = Renderer::with(&self.theme.design, &needs).map(Arc::new).map_err(|failure| failure.diagnostic);
        if made.len() >= MOST {
            drop(made.remove(0));
        }
        made.push((needs, maker.clone()));
        maker
    }

    /// A style, script or icon that one of the renderers' pages refer to.
    pub(super) fn design_file(&self, path: &str) -> Option<DesignFile> {
        let made = lock(&self.made);
        let renderers = made.iter().filter_map(|(_, maker)| maker.as_ref().ok());
        renderers.flat_map(|renderer| renderer.files()).find(|file| file.path == path).cloned()
    }
}

/// The built-in theme, without anything of a site's: the last resort.
pub(super) fn built_in() -> Arc<Makers> {
    let mut content = Content::default();
    Arc::new(Makers::new(Arc::new(load_theme(&mut content))))
}
