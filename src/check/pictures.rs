//! Pictures: that they are there, are pictures, and do no harm.

use super::Links;
use crate::content::PictureFacts;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::links::{LINK_OUTSIDE, PICTURE_FORMAT, PICTURE_MISSING, PICTURE_SCRIPT};
use crate::prose::Picture;
use crate::site::{Pictured, Site};
use crate::source::{SitePath, did_you_mean, nearest};

/// Checks a picture that stands in the file `from`, and notes its file as used.
pub(super) fn check(site: &Site, from: &SitePath, picture: &Picture, links: &mut Links) {
    if picture.path.is_empty() {
        return;
    }
    let path = match site.picture_of(from, picture) {
        Some(Pictured::Pictogram(_)) => return,
        Some(Pictured::File(path)) => Some(path),
        None => None,
    };
    let Some(path) = path else {
        links.diagnostics.push(
            Diagnostic::new(&LINK_OUTSIDE, picture.span, "the picture lies outside the content folder")
                .help("copy it into the document's images folder"),
        );
        return;
    };
    let problem = match site.assets.get(&path).map(|asset| &asset.picture) {
        None if picture.pictogram().is_some() => {
            let near = did_you_mean(&picture.path, site.pictogram_names());
            Diagnostic::new(&PICTURE_MISSING, picture.span, format!("there is no pictogram `{}`", picture.path))
                .maybe_help(near)
                .else_help("docs/easy-read.md shows all of them; a file needs its ending: images/bus.svg")
        }
        None => {
            let near = nearest(path.as_str(), site.assets.keys().map(SitePath::as_str));
            links.meant.extend(near.and_then(SitePath::parse));
            let near = near.map(|near| format!("did you mean content/{near}?"));
            Diagnostic::new(&PICTURE_MISSING, picture.span, format!("there is no picture at content/{path}"))
                .maybe_help(near)
                .else_help("the path is counted from the folder of the file the picture stands in")
        }
        Some(None) => Diagnostic::new(
            &PICTURE_FORMAT,
            picture.span,
            format!("{} is not a kind of picture that browsers show", path.name()),
        )
        .help("save it as SVG, PNG, JPEG, WebP or GIF"),
        Some(Some(PictureFacts::Unreadable)) => Diagnostic::new(
            &PICTURE_FORMAT,
            picture.span,
            format!("{} is damaged, or not the kind of picture its name says", path.name()),
        )
        .help("open it in a picture editor and save it again"),
        Some(Some(PictureFacts::Harmful(what))) => {
            Diagnostic::new(&PICTURE_SCRIPT, picture.span, format!("{} contains {what}", path.name()))
                .help("export it again as plain SVG")
        }
        Some(Some(PictureFacts::Fine(_))) => {
            links.assets.insert(path);
            return;
        }
    };
    links.diagnostics.push(problem);
    links.meant.insert(path);
}
