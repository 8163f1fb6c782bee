//! Where a link leads: from what the author wrote to an address of this site.

use super::{Address, PlanPage, Site};
use crate::content::easy_read::FOLDER;
use crate::prose::Target;
use crate::prose::component::ItemName;
use crate::source::SitePath;

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// A page of this site, perhaps a place on it.
    Page(Address, Option<String>),
    /// A picture or download, by its path below `content/`.
    Asset(SitePath),
    /// A place on the same page.
    Here(String),
    /// A term.
    Term(String),
    /// Another website, a mail address or a telephone number.
    Elsewhere(String),
}

/// Why a link leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkProblem {
    /// The path leaves `content/`.
    Outside,
    /// There is no such page or file; the path that was looked for, below `content/`.
    Missing(SitePath),
    /// There is no such term.
    NoTerm,
    /// The link was reported when it was read.
    Reported,
}

impl Site {
    /// Where `target` leads, when it stands in the file `from` (a path below `content/`).
    ///
    /// # Errors
    /// It leads nowhere; why.
    pub fn resolve(&self, from: &SitePath, target: &Target) -> Result<Destination, LinkProblem> {
        match target {
            Target::Elsewhere(url) => Ok(Destination::Elsewhere(url.clone())),
            Target::Anchor(anchor) => Ok(Destination::Here(anchor.clone())),
            Target::Broken => Err(LinkProblem::Reported),
            Target::Term(id) => match self.glossary.term(id) {
                Some(_) => Ok(Destination::Term(id.clone())),
                None => Err(LinkProblem::NoTerm),
            },
            Target::Figure(reference) => {
                // The texts of a document that can have figures stand in its folder, the rounds of a plan
                // and an Easy Read edition one folder deeper.
                let folder = from.parent();
                let owner = if matches!(folder.name(), "updates" | FOLDER) { folder.parent() } else { folder };
                let series = self.figures.series(&owner, &reference.id);
                // Where there is none, what is wrong has been said.
                let address = series.and_then(|series| self.page_of_figure(series)).ok_or(LinkProblem::Reported)?;
                Ok(Destination::Page(address, None))
            }
            Target::Document(path, anchor) => {
                let path = SitePath::parse(path).ok_or(LinkProblem::Outside)?;
                self.page_at(&path, anchor.as_ref()).ok_or(LinkProblem::Missing(path))
            }
            Target::File(path, anchor) => {
                let folder = if path.starts_with('/') { SitePath::root() } else { from.parent() };
                let path = folder.join(path).ok_or(LinkProblem::Outside)?;
                if self.assets.contains_key(&path) {
                    return Ok(Destination::Asset(path));
                }
                self.page_at(&path, anchor.as_ref()).ok_or(LinkProblem::Missing(path))
            }
        }
    }

    /// The page of a path: a file as it is named on disk, with or without `.md`, or an
    /// address; a folder with its `index.md` or `document.yaml`.
    fn page_at(&self, path: &SitePath, anchor: Option<&String>) -> Option<Destination> {
        let page = |address: Address| Destination::Page(address, anchor.cloned());
        if let Some(address) = self.files.get(path) {
            return Some(page(address.clone()));
        }
        let address = Address::of(path);
        if self.pages.contains_key(&address) {
            // An action has a page of its own.
            let action = anchor.map(|id| ItemName { document: Some(path.clone()), id: id.clone() });
            if let Some((plan, state)) = action.and_then(|name| self.action(&name)) {
                let own = PlanPage::Action(state.action.id.value.clone());
                let address = plan.plan.as_deref().map(|of| own.address(&plan.path, of));
                return address.map(|address| Destination::Page(address, None));
            }
            // So has a risk.
            if let Some(own) = anchor.and_then(|id| self.page_of_risk_named(path, id)) {
                return Some(Destination::Page(own, None));
            }
            return Some(page(address));
        }
        let with_ending = SitePath::parse(&format!("{path}.md"))?;
        self.files.get(&with_ending).map(|address| page(address.clone()))
    }
}
