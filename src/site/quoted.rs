//! Where each figure is quoted: the quotations, and the pages, each once however often it does.

use super::{Address, Quotation, Site};
use crate::content::Chapter;
use crate::content::figures::Series;
use crate::diagnostic::FileId;
use crate::figure::Derived;
use crate::source::SitePath;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The uses of each figure, in the order of documents and their texts. A figure is known by the
/// document whose own it is, if it is one, and its id.
#[derive(Clone, Debug, Default)]
pub(super) struct Quoted(BTreeMap<(Option<SitePath>, String), Uses>);

/// Where one figure is quoted.
#[derive(Clone, Debug, Default)]
struct Uses {
    quotations: Vec<Quotation>,
    pages: Vec<Address>,
}

impl Site {
    /// The pages that quote a figure, or what is made of it.
    pub fn quoted_on(&self, series: &Series) -> &[Address] {
        self.uses_of(series).map_or(&[], |uses| &uses.pages)
    }

    /// The quotations of a figure, and of what is made of it.
    pub fn quotations_of(&self, series: &Series) -> &[Quotation] {
        self.uses_of(series).map_or(&[], |uses| &uses.quotations)
    }

    fn uses_of(&self, series: &Series) -> Option<&Uses> {
        let quoted = self.quoted.get_or_init(|| Quoted::new(self));
        quoted.0.get(&(series.owner.clone(), series.indicator.id.value.clone()))
    }
}

impl Quoted {
    fn new(site: &Site) -> Quoted {
        let mut quoted = Quoted::default();
        if let Some(home) = &site.home {
            quoted.add(site, &SitePath::root(), &[home]);
        }
        for document in &site.documents {
            quoted.add(site, &document.path, &document.texts().collect::<Vec<_>>());
        }
        quoted
    }

    /// What a document quotes, in the order of its texts; what stands beside them, such as its
    /// headlines, is on its first page.
    fn add(&mut self, site: &Site, document: &SitePath, texts: &[&Arc<Chapter>]) {
        let place = |file: FileId| texts.iter().position(|text| text.file == file).map_or(0, |place| place + 1);
        let mut quotations: Vec<_> =
            site.quotations(document).iter().map(|quotation| (place(quotation.span.file), quotation)).collect();
        quotations.sort_by_key(|(place, _)| *place);
        for (place, quotation) in quotations {
            let text = place.checked_sub(1).and_then(|place| texts.get(place));
            let address = match text {
                Some(text) => site.files.get(&text.path).cloned(),
                None => Some(Address::of(document)).filter(|address| site.pages.contains_key(address)),
            };
            let reference = &quotation.reference;
            let other = match &reference.derived {
                Derived::Share(whole) => Some(whole),
                Derived::Value | Derived::Change | Derived::PercentChange => None,
            };
            for id in other.into_iter().chain([&reference.id]) {
                let Some(series) = site.figures.series(document, id) else { continue };
                let uses = self.0.entry((series.owner.clone(), id.clone())).or_default();
                // A share of itself quotes a figure once.
                if uses.quotations.last() != Some(quotation) {
                    uses.quotations.push(quotation.clone());
                }
                if let Some(address) = &address
                    && !uses.pages.contains(address)
                {
                    uses.pages.push(address.clone());
                }
            }
        }
    }
}
