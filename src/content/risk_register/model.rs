//! What a risk register is made of, as a council officer would call its parts.

use super::{Band, Scale};
use crate::diagnostic::Span;
use crate::prose::{Inline, Prose, slug};
use crate::source::Located;

/// A risk register as its author wrote it.
#[derive(Clone, Debug, Default)]
pub struct RiskRegister {
    /// The committee that looks at it.
    pub committee: Option<String>,
    /// How its risks are rated, where that is not as everywhere on the site.
    pub scheme: Scheme,
    /// Its risks, in the order of the paper.
    pub risks: Vec<Risk>,
    /// Risks of the register before that are gone.
    pub closed: Vec<Closed>,
    /// The paper's own list of scores, which is checked and not shown again.
    pub summary: Vec<SummaryRow>,
}

/// A risk register put together: it is known how its risks are rated.
#[derive(Clone, Debug)]
pub struct Register {
    /// The committee that looks at it.
    pub committee: Option<String>,
    /// The steps of its ratings.
    pub scale: Scale,
    /// Its bands, the lowest first; none where nobody has named any.
    pub bands: Vec<Band>,
    /// Its risks.
    pub risks: Vec<Risk>,
    /// Risks of the register before that are gone.
    pub closed: Vec<Closed>,
}

/// How risks are rated, as far as a file says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scheme {
    /// The steps of likelihood and impact.
    pub scale: Option<Located<Scale>>,
    /// The bands of scores.
    pub bands: Option<Vec<Band>>,
}

/// A risk.
#[derive(Clone, Debug)]
pub struct Risk {
    /// Its number or code in the register; the same from register to register.
    pub id: Located<String>,
    /// What it is called.
    pub title: String,
    /// What could happen.
    pub description: Prose,
    /// The parts of the council that it concerns.
    pub divisions: Vec<String>,
    /// Kinds of risk: financial, legal.
    pub categories: Vec<String>,
    /// What could bring it about.
    pub causes: Vec<Vec<Inline>>,
    /// What it would lead to.
    pub effects: Vec<Vec<Inline>>,
    /// How it is rated before controls.
    pub gross: Option<Rated>,
    /// How it is rated with the controls that there are.
    pub current: Option<Rated>,
    /// What is done against it.
    pub controls: Vec<Vec<Inline>>,
    /// What is still to be done.
    pub actions: Vec<Vec<Inline>>,
    /// Who is responsible, as roles.
    pub owners: Vec<String>,
}

/// A rating as written, and what it means.
#[derive(Clone, Debug)]
pub struct Rated {
    /// Where it stands.
    pub span: Span,
    /// A step of the scale: its number or its word.
    pub likelihood: Option<Located<String>>,
    /// Likewise.
    pub impact: Option<Located<String>>,
    /// The score that the author gives, which is checked.
    pub score: Option<Located<u32>>,
    /// What that means, once the scale is known and both are steps of it.
    pub rating: Option<Rating>,
}

/// How likely and how bad something is, each counted in steps from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rating {
    /// The step of likelihood.
    pub likelihood: u32,
    /// The step of impact.
    pub impact: u32,
}

/// A risk that is gone.
#[derive(Clone, Debug)]
pub struct Closed {
    /// Its number or code in the register before.
    pub id: Located<String>,
    /// Why.
    pub because: Vec<Inline>,
}

/// A row of the paper's own list of scores.
#[derive(Clone, Debug)]
pub struct SummaryRow {
    /// The number or code of the risk.
    pub risk: Located<String>,
    /// Its score before controls.
    pub gross: Option<Located<u32>>,
    /// Its score now.
    pub current: Option<Located<u32>>,
}

impl Rating {
    /// Likelihood times impact.
    pub fn score(self) -> u32 {
        self.likelihood.saturating_mul(self.impact)
    }
}

impl Risk {
    /// The last part of its address, and its place on the pages that list it: `risk-1`.
    pub fn place(&self) -> String {
        place_of(&self.id.value)
    }

    /// How it is rated now.
    pub fn now(&self) -> Option<Rating> {
        self.current.as_ref()?.rating
    }

    /// How it is rated before controls.
    pub fn before_controls(&self) -> Option<Rating> {
        self.gross.as_ref()?.rating
    }
}

impl Closed {
    /// The place that the risk had.
    pub fn place(&self) -> String {
        place_of(&self.id.value)
    }
}

/// The place of the risk of an id, which may begin with the word itself.
pub(super) fn place_of(id: &str) -> String {
    let slug = slug(id);
    if slug.starts_with("risk-") { slug } else { format!("risk-{slug}") }
}

impl Register {
    /// The risk of an id, or at a place.
    pub fn risk(&self, id: &str) -> Option<&Risk> {
        let place = place_of(id);
        self.risks.iter().find(|risk| risk.place() == place)
    }

    /// The band of a score: how many are below it, and the band itself.
    pub fn band(&self, rating: Rating) -> Option<(usize, &Band)> {
        let score = rating.score();
        self.bands.iter().enumerate().rev().find(|(_, band)| band.from <= score)
    }
}
