//! Texts that stand in YAML, written on a page that is put together of many: plans, registers. What
//! is written is remembered, so that the page can explain the words it uses.

use super::Html;
use super::common::Context;
use super::text::{TermsUsed, Word, words_at};
use crate::prose::{HtmlOptions, Inline, Prose, inline_html, prose_html, visit, visit_inlines};
use crate::render::resolver::{Defined, PageResolver};
use crate::source::SitePath;
use minijinja::value::Value;
use std::cell::RefCell;

/// The texts of one page.
pub(super) struct Writing<'d> {
    context: &'d Context<'d>,
    /// The file that lines stand in.
    home: SitePath,
    /// On the page of a whole document: that document.
    whole: Option<usize>,
    /// The terms of what has been written, by their places in the glossary.
    terms: RefCell<TermsUsed<'d>>,
}

impl<'d> Writing<'d> {
    pub(super) fn new(context: &'d Context<'d>, home: SitePath) -> Writing<'d> {
        Writing { context, home, whole: None, terms: RefCell::new(TermsUsed::new(&context.site.glossary)) }
    }

    /// The same on the page of a whole document, on which links between its parts stay.
    pub(super) fn on_whole(self, document: usize) -> Writing<'d> {
        Writing { whole: Some(document), ..self }
    }

    /// A line of text; its terms are among the words of this page.
    pub(super) fn line(&self, line: &[Inline]) -> Html {
        visit_inlines(line, &mut *self.terms.borrow_mut());
        let resolver = self.resolver(&self.home);
        Value::from_safe_string(inline_html(line, &self.context.line_options(&resolver)))
    }

    /// A text of the file at `from`, if there is one. What is put before its ids tells it apart
    /// from the other texts of the page.
    pub(super) fn prose(&self, prose: &Prose, from: &SitePath, prefix: &str, heading_shift: u8) -> Option<Html> {
        if prose.blocks.is_empty() {
            return None;
        }
        visit(prose, &mut *self.terms.borrow_mut());
        let resolver = self.resolver(from);
        let options = HtmlOptions {
            anchor_prefix: prefix,
            heading_shift,
            places: self.context.places,
            ..self.context.line_options(&resolver)
        };
        Some(Value::from_safe_string(prose_html(prose, &options)))
    }

    /// The words used in what has been written so far.
    pub(super) fn words(&self) -> Vec<Word> {
        words_at(self.context, &self.terms.borrow().ranks())
    }

    /// The file that lines stand in.
    pub(super) fn home(&self) -> &SitePath {
        &self.home
    }

    fn resolver(&self, from: &SitePath) -> PageResolver<'_> {
        PageResolver { from: from.clone(), ..self.context.resolver(None, self.whole, Defined::All) }
    }
}
