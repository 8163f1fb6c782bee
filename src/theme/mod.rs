//! Themes: the built-in one, embedded in the binary, and a site's own files over it. A
//! file of the same path and name replaces the built-in one; interface words replace
//! singly. Nothing here writes HTML.

mod colours;
mod contrast;
mod embedded;
mod kept;
mod pictograms;

use crate::content::Content;
use crate::diagnostic::rules::theme::{STRINGS_LANGUAGE, STRINGS_UNKNOWN, THEME_FILE_UNKNOWN, THEME_MISSING};
use crate::diagnostic::{Diagnostic, FileId, Span};
use crate::render::{Design, StringTable, Template, read_strings};
use crate::source::{Excerpt, SitePath, did_you_mean, nearest};
use colours::colours;
use std::collections::BTreeMap;
use std::sync::Arc;

pub use embedded::built_in_files;
pub use kept::KeptTheme;

/// The theme of a site.
#[derive(Clone, Debug, Default)]
pub struct Theme {
    /// What pages are made with.
    pub design: Design,
    /// Files that the style refers to: where each is, and where it goes below the output
    /// folder.
    pub assets: Vec<(SitePath, String)>,
}

/// The name of the built-in theme, and of the folder whose files override it by default.
const BUILT_IN: &str = "plain";

/// The files of a theme by their path in its folder, overrides applied.
type ThemeFiles = BTreeMap<String, FileId>;

/// Loads the theme of a site. The built-in files it uses join the content's sources, so
/// that a diagnostic can point into them too.
pub fn load_theme(content: &mut Content) -> Theme {
    let mut out = Vec::new();
    let name = name(content);
    let folder = format!("themes/{name}");
    let own = own_files(content);
    if own.is_empty() && name != BUILT_IN {
        report_missing(content, &name, &mut out);
    }
    let mut files = carry_built_in(content, &own);
    report_unknown(&own, &files, &mut out);
    let mut strings = read_tables(content, &files, &mut out);
    check_language(content, &own, &strings, &mut out);
    for (language, table) in read_tables(content, &own, &mut out) {
        merge(strings.entry(language).or_default(), table, &mut out);
    }
    files.extend(own.into_iter().filter(|(path, _)| !path.starts_with("strings/")));
    let mut design = design(content, &files, strings);
    let sheets = files.iter().filter(|(path, _)| path.starts_with("style/"));
    let colours = colours(sheets.filter_map(|(_, file)| Some((*file, &*content.sources.get(*file)?.text))));
    design.grounds = contrast::grounds(&colours);
    let accent = content.settings.accent.as_ref();
    contrast::check_contrast(&colours, accent.is_some(), &mut out);
    if let Some(accent) = accent {
        contrast::check_accent(accent, &design.grounds, &mut out);
    }
    let assets = content.theme_assets.iter().filter_map(|(path, _)| {
        let inside = path.below(&folder)?.strip_prefix("assets/")?;
        Some((path.clone(), format!("assets/{inside}")))
    });
    let assets = assets.collect();
    content.diagnostics.append(&mut out);
    Theme { design, assets }
}

/// The name of the theme that the site asks for.
fn name(content: &Content) -> String {
    content.settings.theme.as_ref().map_or(BUILT_IN, |theme| theme.value.as_str()).to_owned()
}

/// The site's own files over the built-in ones.
fn own_files(content: &Content) -> ThemeFiles {
    let folder = format!("themes/{}", name(content));
    let inside = |file: &FileId| Some((content.sources.get(*file)?.path.below(&folder)?.to_owned(), *file));
    content.theme_files.iter().filter_map(inside).collect()
}

/// The built-in files that nothing replaces join the sources, and the pictograms the content.
fn carry_built_in(content: &mut Content, own: &ThemeFiles) -> ThemeFiles {
    content.pictograms = pictograms::pictograms();
    let mut files = ThemeFiles::new();
    for (index, (path, text)) in built_in_files().enumerate() {
        if path.starts_with("strings/") || !own.contains_key(path) {
            let shown = SitePath::parse(&format!("(built-in theme)/{path}")).unwrap_or_else(SitePath::root);
            files.insert(path.to_owned(), Arc::make_mut(&mut content.sources).carry(index, shown, text));
        }
    }
    files
}

fn design(content: &Content, files: &ThemeFiles, strings: BTreeMap<String, StringTable>) -> Design {
    let mut design = Design { strings, ..Design::default() };
    for (path, file) in files {
        let Some(text) = content.sources.get(*file).map(|source| source.text.to_string()) else { continue };
        match path.split_once('/') {
            Some(("templates", name)) => design.templates.push(Template { name: name.to_owned(), text, file: *file }),
            Some(("style", _)) => {
                design.style.push_str(&text);
                design.style.push('\n');
            }
            Some(("script", _)) => design.script.push_str(&text),
            _ => {}
        }
    }
    design
}

fn read_tables(content: &Content, files: &ThemeFiles, out: &mut Vec<Diagnostic>) -> BTreeMap<String, StringTable> {
    files
        .iter()
        .filter_map(|(path, file)| {
            let language = path.strip_prefix("strings/")?.strip_suffix(".yaml")?;
            let text = &content.sources.get(*file)?.text;
            Some((language.to_owned(), read_strings(&Excerpt::verbatim(*file, 0, text), out)))
        })
        .collect()
}

/// A site's own words over the built-in ones of a language; a word that no language of the
/// built-in theme knows is most likely misspelt.
fn merge(table: &mut StringTable, own: StringTable, out: &mut Vec<Diagnostic>) {
    let known: Vec<String> = table.keys().cloned().collect();
    for (key, (form, span)) in own {
        if !known.is_empty() && !known.contains(&key) {
            out.push(
                Diagnostic::new(&STRINGS_UNKNOWN, span, format!("no template uses the interface word `{key}`"))
                    .maybe_help(did_you_mean(&key, known.iter().map(String::as_str)))
                    .else_help("the built-in strings file lists all of them"),
            );
        }
        table.insert(key, (form, span));
    }
}

fn report_missing(content: &Content, name: &str, out: &mut Vec<Diagnostic>) {
    let Some(theme) = &content.settings.theme else { return };
    let folders = content.theme_files.iter().filter_map(|file| content.sources.get(*file)?.path.parts().nth(1));
    let help = did_you_mean(name, folders.chain([BUILT_IN]))
        .unwrap_or_else(|| format!("create the folder themes/{name}, or remove this line to use the built-in theme"));
    out.push(Diagnostic::new(&THEME_MISSING, theme.span, format!("there is no theme in themes/{name}")).help(help));
}

/// A template or script that replaces nothing. New style sheets, languages and templates
/// that others include (named `_….html`) are welcome.
fn report_unknown(own: &ThemeFiles, built_in: &ThemeFiles, out: &mut Vec<Diagnostic>) {
    let known: Vec<&str> = built_in_files().map(|(path, _)| path).collect();
    for (path, file) in own {
        let fine = built_in.contains_key(path)
            || known.contains(&path.as_str())
            || path.starts_with("style/")
            || path.starts_with("strings/")
            || path.starts_with("templates/_");
        if !fine {
            out.push(
                Diagnostic::new(
                    &THEME_FILE_UNKNOWN,
                    Span::top(*file),
                    format!("{path} replaces no file of the built-in theme"),
                )
                .maybe_help(nearest(path, known.iter().copied()).map(|near| format!("did you mean {near}?")))
                .else_help("templates that others include begin with _; styles go into style/, pictures into assets/"),
            );
        }
    }
}

fn check_language(
    content: &Content,
    own: &ThemeFiles,
    strings: &BTreeMap<String, StringTable>,
    out: &mut Vec<Diagnostic>,
) {
    let language = content.settings.language.as_str();
    let main = language.split('-').next().unwrap_or_default();
    let known = |name: &str| strings.contains_key(name) || own.contains_key(&format!("strings/{name}.yaml"));
    if let Some(file) = content.settings_file
        && !known(language)
        && !known(main)
    {
        out.push(
            Diagnostic::new(
                &STRINGS_LANGUAGE,
                Span::top(file),
                format!("there are no interface words in the language `{language}`"),
            )
            .help(format!(
                "add themes/{BUILT_IN}/strings/{main}.yaml with the words of the built-in strings file, translated"
            )),
        );
    }
}
