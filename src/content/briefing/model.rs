//! What a briefing is made of.

use crate::content::Exempt;
use crate::diagnostic::Span;
use crate::figure::Date;
use crate::source::{Located, SitePath};

/// A briefing.
#[derive(Clone, Debug)]
pub struct Briefing {
    /// The committee that it goes to.
    pub committee: String,
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
    /// The paper.
    pub paper: Paper,
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
    /// What the public may not read.
    Exempt(Exempt),
}
