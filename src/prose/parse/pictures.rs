//! Pictures: of this site, with words for people who cannot see them.

use super::Reader;
use super::links::scheme;
use super::references::decode;
use crate::diagnostic::rules::fields::BAD_ADDRESS;
use crate::diagnostic::rules::links::{LINK_SCHEME, PICTURE_ALT, PICTURE_ALT_NAME, PICTURE_ELSEWHERE};
use crate::diagnostic::{Diagnostic, Span};
use crate::prose::text::plain_text;
use crate::prose::{Inline, Picture};
use std::ops::Range;

/// The title of a picture that only decorates.
const DECORATIVE: &str = "decorative";

impl Reader<'_, '_> {
    /// A picture, or nothing where it cannot be shown.
    pub(super) fn picture(
        &mut self,
        address: &str,
        title: &str,
        alt: &[Inline],
        range: &Range<usize>,
    ) -> Option<Picture> {
        let span = self.span(range.clone());
        let decorative = title.trim().eq_ignore_ascii_case(DECORATIVE);
        let alt = plain_text(alt).split_whitespace().collect::<Vec<_>>().join(" ");
        let alt = if decorative { String::new() } else { alt };
        let path = picture_path(address, span, self.out)?;
        // In Easy Read, the text beside a picture says what it means.
        let said_beside = self.page.easy && alt.is_empty();
        if !decorative && !said_beside {
            let help = "write what it shows between the square brackets, or mark it as decorative: ![](images/tree.svg \"decorative\")";
            check_alt(&alt, &path, help, span, self.out);
        }
        let caption = Some(title.trim()).filter(|title| !decorative && !title.is_empty()).map(str::to_owned);
        Some(Picture { span, path, alt, caption })
    }
}

/// The path of a picture of this site; anything else is reported.
pub(crate) fn picture_path(address: &str, span: Span, out: &mut Vec<Diagnostic>) -> Option<String> {
    let bare: String = address.chars().filter(|c| !c.is_control()).collect();
    let bare = bare.trim();
    let elsewhere = Diagnostic::new(&PICTURE_ELSEWHERE, span, "a picture from another website")
        .help("save it in the document's images folder and use it from there");
    if bare.replace('\\', "/").starts_with("//") {
        out.push(elsewhere);
        return None;
    }
    if let Some((scheme, _)) = scheme(bare) {
        if matches!(scheme.as_str(), "http" | "https") {
            out.push(elsewhere);
        } else {
            let message = format!("a picture cannot come from a `{scheme}:` address");
            out.push(
                Diagnostic::new(&LINK_SCHEME, span, message)
                    .help("save it in the document's images folder and give its path"),
            );
        }
        return None;
    }
    let path = decode(bare.split(['#', '?']).next().unwrap_or_default());
    if path.trim().is_empty() {
        out.push(
            Diagnostic::new(&BAD_ADDRESS, span, "the picture has no path")
                .help("write it in the round brackets: images/name.svg"),
        );
        return None;
    }
    Some(path)
}

/// Looks at the words for a picture that does not only decorate.
pub(crate) fn check_alt(alt: &str, path: &str, help: &str, span: Span, out: &mut Vec<Diagnostic>) {
    if alt.is_empty() {
        out.push(
            Diagnostic::new(&PICTURE_ALT, span, "a picture without words for people who cannot see it").help(help),
        );
        return;
    }
    let lower = alt.to_lowercase();
    let endings = [".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".heic"];
    let name = path.rsplit('/').next().unwrap_or(path).to_lowercase();
    let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
    let a_name = endings.iter().any(|ending| lower.ends_with(ending)) || (lower == stem && stem.contains(['-', '_']));
    let starts = [
        "image of",
        "picture of",
        "photo of",
        "photograph of",
        "graphic of",
        "an image of",
        "a picture of",
        "a photo of",
    ];
    let empty = ["image", "picture", "photo", "photograph", "graphic", "logo", "icon", "chart", "graph"];
    if a_name {
        let message = format!("`{alt}` is a file's name and does not say what the picture shows");
        out.push(Diagnostic::new(&PICTURE_ALT_NAME, span, message).help("say what somebody sees who looks at it"));
    } else if let Some(start) = starts.iter().find(|start| lower.starts_with(**start)) {
        let message = format!("`{start}` tells nothing: screen readers say that it is a picture");
        out.push(Diagnostic::new(&PICTURE_ALT_NAME, span, message).help("begin with what the picture shows"));
    } else if empty.contains(&lower.as_str()) {
        let message = format!("`{alt}` does not say what the picture shows");
        out.push(Diagnostic::new(&PICTURE_ALT_NAME, span, message).help("say what somebody sees who looks at it"));
    }
}
