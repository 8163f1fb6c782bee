//! The accessibility statement that the Public Sector Bodies (Websites and Mobile
//! Applications) (No. 2) Accessibility Regulations 2018 ask for, as `site.yaml` gives it.
//! Its fixed wordings are interface words; here is only what differs from site to site.

mod check;
mod decode;
mod wcag;

pub use check::check_statement;
pub(super) use decode::decode;
pub use wcag::Criterion;

use crate::diagnostic::Span;
use crate::figure::Date;
use crate::prose::component::Contact;
use crate::source::Located;

/// What a site says of its accessibility.
#[derive(Clone, Debug)]
pub struct Statement {
    /// Where it stands in `site.yaml`.
    pub span: Span,
    /// What the statement covers, if not simply this website.
    pub scope: Option<String>,
    /// What people should be able to do; empty for what the theme makes sure of.
    pub features: Vec<String>,
    /// Whether the website meets the standard.
    pub status: Option<Located<Compliance>>,
    /// What does not meet the regulations.
    pub problems: Vec<Problem>,
    /// What would be a disproportionate burden to mend.
    pub burdens: Vec<Problem>,
    /// What the regulations do not cover.
    pub exempt: Vec<Problem>,
    /// Whom to tell; the site's own contact if there is none here.
    pub contact: Option<Contact>,
    /// How many working days an answer takes.
    pub days_to_reply: Option<u32>,
    /// Whether the enforcement body is that of Northern Ireland.
    pub northern_ireland: bool,
    /// When the statement was first written.
    pub prepared: Option<Date>,
    /// When it was last looked through.
    pub reviewed: Option<Located<Date>>,
    /// When the website was last tested.
    pub tested: Option<Date>,
    /// Who tested it: a person's role or an organisation.
    pub tested_by: Option<String>,
    /// How.
    pub tested_how: Option<String>,
}

/// How far a website meets the standard: exactly one of the three claims that the model
/// statement allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compliance {
    /// In full.
    Fully,
    /// But for what is listed.
    Partially,
    /// Not.
    Not,
}

/// Something that is not accessible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What, and whom it hinders.
    pub what: String,
    /// The criterion it fails.
    pub criterion: Option<Criterion>,
    /// What will be done and when, or why not.
    pub plan: Option<String>,
}
