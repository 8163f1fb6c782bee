//! The built-in theme, carried in the binary.

use include_dir::{Dir, include_dir};

static PLAIN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/plain");

/// The pictograms of the built-in theme: name, and SVG.
pub(super) fn built_in_pictograms() -> impl Iterator<Item = (&'static str, &'static str)> {
    let files = PLAIN.get_dir("pictograms").into_iter().flat_map(Dir::files);
    files.filter_map(|file| Some((file.path().file_stem()?.to_str()?, file.contents_utf8()?)))
}

/// The text files of the built-in theme: path in the theme's folder, and content.
pub fn built_in_files() -> impl Iterator<Item = (&'static str, &'static str)> {
    ["templates", "style", "script", "strings"]
        .into_iter()
        .filter_map(|folder| PLAIN.get_dir(folder))
        .flat_map(Dir::files)
        .filter_map(|file| Some((file.path().to_str()?, file.contents_utf8()?)))
}
