//! What a theme gives: templates, style, script and interface words, overrides applied.

use super::colour::{self, Grounds};
use super::strings::StringTable;
use crate::diagnostic::FileId;
use std::collections::BTreeMap;
use std::fmt::Write;
use xxhash_rust::xxh3::xxh3_64;

/// A theme's files, read.
#[derive(Clone, Debug, Default)]
pub struct Design {
    /// The templates.
    pub templates: Vec<Template>,
    /// All style sheets, one after the other.
    pub style: String,
    /// What words stand on, for the shades of the accent.
    pub grounds: Grounds,
    /// The script.
    pub script: String,
    /// Interface words by language, each the built-in words with the theme's own over them.
    pub strings: BTreeMap<String, StringTable>,
}

/// A template.
#[derive(Clone, Debug)]
pub struct Template {
    /// Its name, as other templates include it.
    pub name: String,
    /// Its text.
    pub text: String,
    /// The file it comes from, for diagnostics.
    pub file: FileId,
}

/// A file that pages refer to, named after its content so that it can be cached for ever.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DesignFile {
    /// Below the output folder.
    pub path: String,
    /// What it says.
    pub text: String,
}

impl DesignFile {
    pub(super) fn new(name: &str, ending: &str, text: String) -> DesignFile {
        let path = format!("assets/{name}.{:016x}.{ending}", xxh3_64(text.as_bytes()));
        DesignFile { path, text }
    }
}

impl Design {
    /// The style with the council's accent, in a shade for each colour scheme that can be
    /// read on its paper.
    pub(super) fn style_for(&self, accent: Option<&str>) -> String {
        let mut style = self.style.clone();
        if let Some(accent) = accent {
            let light = self.grounds.shade(accent, &self.grounds.light);
            let dark = self.grounds.shade(accent, &self.grounds.dark);
            let _ = writeln!(style, ":root{{--accent:{light};--accent-dark:{dark}}}");
        }
        style
    }
}

/// A tick in the council's colour.
pub(super) fn icon(accent: Option<&str>) -> String {
    let accent = accent.unwrap_or(colour::ACCENT);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\"><circle cx=\"16\" cy=\"16\" r=\"16\" fill=\"{accent}\"/><path d=\"M9 17l5 5 10-11\" fill=\"none\" stroke=\"#fff\" stroke-width=\"4\"/></svg>\n"
    )
}
