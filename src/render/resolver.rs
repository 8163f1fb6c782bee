//! Where the links and pictures of a text lead, seen from the page it is shown on.

use super::data::table_stem;
use super::view::{Context, living};
use crate::content::{Glossary, PictureFacts};
use crate::prose::{Href, Living, Picture, PictureSource, Resolver, Target};
use crate::site::{Address, Destination, EasyPage, Page, Pictured, Site, relative};
use crate::source::SitePath;

/// Resolves for one text on one page.
pub(super) struct PageResolver<'a> {
    /// The page being made, with its words and templates.
    pub(super) context: &'a Context<'a>,
    pub(super) site: &'a Site,
    /// The page being made.
    pub(super) address: &'a Address,
    /// The text's file, below `content/`.
    pub(super) from: SitePath,
    /// The names of the data files of the text's tables.
    pub(super) data: Vec<Option<String>>,
    /// For a whole document on one page: that document, so that links between its
    /// chapters stay on the page.
    pub(super) whole: Option<usize>,
    /// Which terms' definitions stand on this page.
    pub(super) defined: Defined<'a>,
}

/// The terms whose definitions stand on a page.
#[derive(Clone, Copy)]
pub(super) enum Defined<'a> {
    /// All that the text uses.
    All,
    /// Those at these places of the glossary, in order.
    These(&'a [usize]),
}

impl Defined<'_> {
    fn has(self, id: &str, glossary: &Glossary) -> bool {
        match self {
            Defined::All => true,
            Defined::These(ranks) => glossary.rank(id).is_some_and(|rank| ranks.binary_search(&rank).is_ok()),
        }
    }
}

impl Resolver for PageResolver<'_> {
    fn href(&self, target: &Target) -> Option<Href> {
        let inside = |url: String| Some(Href { url, external: false });
        match self.site.resolve(&self.from, target).ok()? {
            Destination::Page(address, anchor) => {
                if let Some(url) = self.on_this_page(&address, anchor.as_deref()) {
                    return inside(url);
                }
                let anchor = anchor.map(|anchor| format!("#{anchor}")).unwrap_or_default();
                inside(format!("{}{anchor}", self.address.link_to(&address)))
            }
            Destination::Here(anchor) => inside(format!("#{anchor}")),
            Destination::Term(id) if self.defined.has(&id, &self.site.glossary) => inside(format!("#term-{id}")),
            Destination::Term(id) => inside(format!("{}#term-{id}", self.address.link_to(&Address::glossary()))),
            Destination::Asset(path) => inside(relative(&self.address.file(), path.as_str())),
            Destination::Elsewhere(url) => {
                let external = url.starts_with("http:") || url.starts_with("https:");
                Some(Href { url, external })
            }
        }
    }

    fn picture(&self, picture: &Picture) -> Option<PictureSource> {
        let path = match self.site.picture_of(&self.from, picture)? {
            Pictured::Pictogram(drawing) => return Some(PictureSource::Drawn(drawing)),
            Pictured::File(path) => path,
        };
        match self.site.assets.get(&path)?.picture.as_ref()? {
            PictureFacts::Fine(size) => {
                Some(PictureSource::File { src: relative(&self.address.file(), path.as_str()), size: *size })
            }
            PictureFacts::Unreadable | PictureFacts::Harmful(_) => None,
        }
    }

    /// On a page that holds several texts too, the files are those of the text's own page.
    fn data(&self, table: usize) -> Option<String> {
        let name = self.data.get(table)?.as_ref()?;
        let stem = table_stem(self.site, self.site.files.get(&self.from)?, name)?;
        Some(relative(&self.address.file(), &stem))
    }

    fn living(&self, component: &Living<'_>) -> Option<String> {
        living(self, component)
    }
}

impl PageResolver<'_> {
    fn on_this_page(&self, address: &Address, anchor: Option<&str>) -> Option<String> {
        let document = self.site.document(self.whole?)?;
        let booklet = matches!(self.site.pages.get(self.address)?, Page::EasyRead(..));
        let chapter = match self.site.pages.get(address)? {
            Page::Chapter(index, chapter) if Some(*index) == self.whole && !booklet => {
                document.chapters().get(*chapter)?
            }
            Page::EasyRead(index, EasyPage::Chapter(chapter)) if Some(*index) == self.whole && booklet => {
                document.easy_read.get(*chapter)?
            }
            Page::Risk(index, risk) if Some(*index) == self.whole && !booklet => {
                return Some(format!("#{}", document.register.as_ref()?.risks.get(*risk)?.place()));
            }
            Page::Document(index) if Some(*index) == self.whole && !booklet => {
                document.introduction()?;
                return Some(format!("#{}{}", chapter_prefix(INTRODUCTION), anchor?));
            }
            _ => return None,
        };
        Some(match anchor {
            Some(anchor) => format!("#{}{anchor}", chapter_prefix(&chapter.slug)),
            None => format!("#{}", chapter_id(&chapter.slug)),
        })
    }
}

/// The place of a chapter on the page that holds its whole document.
pub(super) fn chapter_id(slug: &str) -> String {
    format!("chapter-{slug}")
}

/// What stands there for the name of a chapter in the introduction, which has none.
pub(super) const INTRODUCTION: &str = "";

/// What is put before the places inside a chapter on that page.
pub(super) fn chapter_prefix(slug: &str) -> String {
    format!("{slug}--")
}
