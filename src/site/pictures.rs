//! Which picture an author means: a file, or a pictogram by its name. A site's own pictograms stand in
//! `content/pictograms` and come before those of the theme.

use super::Site;
use crate::prose::{Drawing, Picture};
use crate::source::SitePath;
use std::sync::Arc;

/// The folder of a site's own pictograms.
const OWN: &str = "pictograms";

/// The endings that a site's own pictogram may have, the best first.
const ENDINGS: [&str; 6] = ["svg", "png", "webp", "jpg", "jpeg", "gif"];

/// What a picture is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pictured {
    /// The file at this path below `content/`, if there is one.
    File(SitePath),
    /// A pictogram of the theme.
    Pictogram(Arc<Drawing>),
}

impl Site {
    /// The picture that stands in the file `from`; `None` where its path leaves `content/`.
    pub fn picture_of(&self, from: &SitePath, picture: &Picture) -> Option<Pictured> {
        if let Some(name) = picture.pictogram() {
            let own = ENDINGS.iter().filter_map(|ending| SitePath::parse(&format!("{OWN}/{name}.{ending}")));
            if let Some(own) = own.into_iter().find(|own| self.assets.contains_key(own)) {
                return Some(Pictured::File(own));
            }
            if let Some(drawing) = self.pictograms.get(name) {
                return Some(Pictured::Pictogram(Arc::clone(drawing)));
            }
        }
        let folder = if picture.path.starts_with('/') { SitePath::root() } else { from.parent() };
        folder.join(&picture.path).map(Pictured::File)
    }

    /// The names of all pictograms, the site's own and the theme's.
    pub fn pictogram_names(&self) -> impl Iterator<Item = &str> {
        let own = self.assets.keys().filter(|path| path.parent().as_str() == OWN).map(SitePath::stem);
        own.chain(self.pictograms.keys().map(String::as_str))
    }
}
