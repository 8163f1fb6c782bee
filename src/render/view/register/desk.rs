//! What every page of a register needs at hand: the register, the one before it, the words for its
//! parts, links to its risks.

use super::rating::{MovementView, RatingView};
use crate::content::Document;
use crate::content::risk_register::{Rating, Register, Risk, movement};
use crate::render::view::common::{Context, Link};
use crate::render::view::writing::Writing;
use crate::site::{Address, RegisterOf};

/// A register, and the page of it that is being made.
pub(super) struct Desk<'d> {
    pub(super) context: &'d Context<'d>,
    pub(super) index: usize,
    pub(super) document: &'d Document,
    pub(super) register: &'d Register,
    /// The public register before it.
    pub(super) before: Option<RegisterOf<'d>>,
    pub(super) writing: Writing<'d>,
    /// Whether all of it stands on the page that is being made.
    pub(super) whole: bool,
}

impl<'d> Desk<'d> {
    pub(super) fn of(context: &'d Context<'d>, index: usize) -> Option<Desk<'d>> {
        let document = context.site.document(index)?;
        let register = document.register.as_deref()?;
        let home = document.path.join("document.yaml").unwrap_or_else(|| document.path.clone());
        let before = context.site.register_before(index);
        let writing = Writing::new(context, home);
        Some(Desk { context, index, document, register, before, writing, whole: false })
    }

    /// The desk for the page of the whole register.
    pub(super) fn on_whole(self) -> Desk<'d> {
        Desk { whole: true, writing: self.writing.on_whole(self.index), ..self }
    }

    pub(super) fn word(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        self.context.word(key, arguments)
    }

    /// "Risk 1: Failure to keep to the budget".
    pub(super) fn name(&self, risk: &Risk) -> String {
        self.word("risk_name", &[("id", &risk.id.value), ("title", &risk.title)])
    }

    /// A link to a risk, with its name.
    pub(super) fn link(&self, risk: &Risk) -> Link {
        Link { label: self.name(risk), href: Some(self.href(risk)) }
    }

    /// Where a risk stands: on this page, on its own, or on that of the author's who took its address.
    pub(super) fn href(&self, risk: &Risk) -> String {
        if self.whole {
            return format!("#{}", risk.place());
        }
        self.href_in(self.document, risk)
    }

    /// The same of a risk of any register.
    pub(super) fn href_in(&self, document: &Document, risk: &Risk) -> String {
        match self.context.site.page_of_risk(document, risk) {
            Some(address) => self.context.link(&address),
            None => format!("{}#{}", self.context.link(&Address::of(&document.path)), risk.place()),
        }
    }

    pub(super) fn rating(&self, rating: Option<Rating>) -> Option<RatingView> {
        Some(RatingView::of(self.context, self.register, rating?))
    }

    /// How a risk moved since the register before, if there is one.
    pub(super) fn movement(&self, risk: &Risk) -> Option<MovementView> {
        let before = self.before?.register;
        let then = before.risk(&risk.id.value).and_then(Risk::now);
        Some(MovementView::of(self.context, movement(risk, before)?, then))
    }

    /// What a register of the series is called in links: its period.
    pub(super) fn called(&self, document: &Document) -> String {
        let period = document.header.period.as_ref();
        period.map_or_else(|| document.title().to_owned(), |period| self.context.period(&period.value))
    }
}
