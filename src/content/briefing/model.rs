//! What a briefing is made of.

use crate::content::Exempt;
use crate::diagnostic::Span;
use crate::figure::Date;
use crate::source::{Located, SitePath};

/// A briefing.
#[derive(Clone, Debug)]
pub struct Briefing {
    /// The committee that it goes to.
    pub committee: Located<String>,
    /// The day of the meeting.
    pub meeting: Option<Date>,
    /// Where the meeting is.
    pub place: Option<String>,
    /// The council's own reference.
    pub reference: Option<String>,
    /// What the committee is to do with it.
    pub purpose: Purpose,
    /// Its items in their order.
    pub items: Vec<Item>,
}

/// What a committee is to do with a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To know it: there is nothing to decide.
    Information,
    /// To decide.
    Decision,
}

/// An item of the cover list.
#[derive(Clone, Debug)]
pub struct Item {
    /// Where it stands.
    pub span: Span,
    /// The paper; none for what is said at the meeting, or what the public may not read and is in
    /// no file.
    pub paper: Option<Paper>,
    /// That the public may not read it. What the item itself says is public.
    pub exempt: Option<Exempt>,
    /// What it is called here; without it, what the paper is called.
    pub title: Option<String>,
    /// Who wrote it, as a role.
    pub author: Option<String>,
    /// More about it.
    pub note: Option<String>,
}

/// A paper.
#[derive(Clone, Debug)]
pub enum Paper {
    /// A document of the site, by its path.
    Document(Located<SitePath>),
    /// A report in the briefing's folder, by the last part of its address.
    Report(Located<String>),
}

impl Item {
    /// The report in the briefing's folder that it is.
    pub fn report(&self) -> Option<&Located<String>> {
        match &self.paper {
            Some(Paper::Report(name)) => Some(name),
            Some(Paper::Document(_)) | None => None,
        }
    }

    /// The document of the site that it is.
    pub fn document(&self) -> Option<&Located<SitePath>> {
        match &self.paper {
            Some(Paper::Document(path)) => Some(path),
            Some(Paper::Report(_)) | None => None,
        }
    }
}

impl Briefing {
    /// The place on the cover list, from 0, of the report of this last part of its address.
    pub fn place_of(&self, report: &str) -> Option<usize> {
        self.items.iter().position(|item| item.report().is_some_and(|name| name.value == report))
    }

    /// Why the public may not read a report, where the cover list says it.
    pub fn exempts(&self, report: &str) -> Option<Exempt> {
        let items = self.items.iter().filter(|item| item.report().is_some_and(|name| name.value == report));
        items.filter_map(|item| item.exempt).next()
    }
}
