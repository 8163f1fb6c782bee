//! A theme kept from one reading of a site to the next, for as long as nothing that it is made
//! of changes: templates, styles and words take longer to read than most edits of content.

use super::{Theme, carry_built_in, load_theme, own_files};
use crate::content::Content;
use crate::diagnostic::{Diagnostic, FileId};
use crate::source::{Located, SitePath};
use std::sync::Arc;

/// The theme of the last reading.
#[derive(Default)]
pub struct KeptTheme(Option<(Made, Arc<Theme>, Vec<Diagnostic>)>);

/// What a theme is made of.
#[derive(PartialEq)]
struct Made {
    theme: Option<Located<String>>,
    accent: Option<Located<String>>,
    language: String,
    settings_file: Option<FileId>,
    texts: Vec<(FileId, SitePath, Arc<str>)>,
    assets: Vec<(SitePath, u64)>,
}

impl Made {
    fn of(content: &Content) -> Made {
        let text = |file: &FileId| content.sources.get(*file).map(|text| (*file, text.path.clone(), text.text.clone()));
        Made {
            theme: content.settings.theme.clone(),
            accent: content.settings.accent.clone(),
            language: content.settings.language.clone(),
            settings_file: content.settings_file,
            texts: content.theme_files.iter().filter_map(text).collect(),
            assets: content.theme_assets.clone(),
        }
    }
}

impl KeptTheme {
    /// The theme of a site, as [`load_theme`] gives it.
    pub fn load(&mut self, content: &mut Content) -> Arc<Theme> {
        let made = Made::of(content);
        if let Some((known, theme, found)) = &self.0
            && *known == made
        {
            let own = own_files(content);
            carry_built_in(content, &own);
            content.diagnostics.extend(found.iter().cloned());
            return Arc::clone(theme);
        }
        let before = content.diagnostics.len();
        let theme = Arc::new(load_theme(content));
        let found = content.diagnostics.iter().skip(before).cloned().collect();
        self.0 = Some((made, Arc::clone(&theme), found));
        theme
    }
}
