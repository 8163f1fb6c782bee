//! What pages are called, in links to them and in the path at the top of others.

use super::common::Context;
use super::{briefing, easy_read, plan, register};
use crate::content::{Kind, readable};
use crate::site::{Address, Collection, Page};

impl Context<'_> {
    /// What a page is called in links to it.
    pub(super) fn title_of(&self, address: &Address) -> String {
        match self.site.pages.get(address) {
            Some(Page::Home) => self.word("home", &[]),
            Some(Page::Collection(collection)) => self.collection_title(collection),
            Some(Page::Document(index) | Page::Single(index)) => {
                self.site.document(*index).map(|document| document.title().to_owned()).unwrap_or_default()
            }
            Some(Page::Chapter(index, chapter)) => self
                .site
                .document(*index)
                .and_then(|document| document.chapters().get(*chapter))
                .map(|chapter| chapter.title.clone())
                .unwrap_or_default(),
            Some(Page::Latest(target)) => self.title_of(target),
            Some(Page::Whole(_)) => self.word("whole_document", &[]),
            Some(Page::EasyRead(index, page)) => easy_read::title_of(self, *index, *page),
            Some(Page::Figures | Page::OwnFigures(_)) => self.word("figures", &[]),
            Some(Page::Figure(id)) => {
                self.site.figure(id).map(|(series, _)| series.indicator.label.clone()).unwrap_or_default()
            }
            Some(Page::OwnFigure(index, id)) => self
                .site
                .document(*index)
                .and_then(|document| self.site.own_figure(&document.path, id))
                .map(|(series, _)| series.indicator.label.clone())
                .unwrap_or_default(),
            Some(Page::Plan(index, page)) => plan::title_of(self, *index, page),
            Some(Page::Risk(index, number)) => register::title_of(self, *index, *number),
            Some(Page::Committees) => self.word("committees", &[]),
            Some(Page::Committee(slug)) => briefing::committee_name(self, slug),
            Some(Page::Promises(_)) => self.word("promises", &[]),
            Some(Page::Changes(_)) => self.word("changes", &[]),
            Some(Page::Glossary) => self.word("glossary", &[]),
            Some(Page::Data) => self.word("data", &[]),
            Some(Page::Statement) => self.word("accessibility", &[]),
            Some(Page::NotFound) => self.word("not_found_title", &[]),
            None => String::new(),
        }
    }

    /// The title of the document that a page belongs to.
    pub(super) fn document_title(&self, address: &Address) -> Option<String> {
        match self.site.pages.get(address)? {
            Page::Document(index)
            | Page::Single(index)
            | Page::Chapter(index, _)
            | Page::EasyRead(index, _)
            | Page::Plan(index, _)
            | Page::Risk(index, _) => self.site.document(*index).map(|document| document.title().to_owned()),
            _ => None,
        }
    }

    pub(super) fn collection_title(&self, collection: &Collection) -> String {
        match collection.kind {
            Some(Kind::LocalAccount) => self.word("kind_local_account_many", &[]),
            Some(Kind::ActionPlan) => self.word("kind_action_plan_many", &[]),
            Some(Kind::Briefing) => self.word("kind_briefing_many", &[]),
            Some(Kind::Report) => self.word("kind_report_many", &[]),
            Some(Kind::RiskRegister) => self.word("kind_risk_register_many", &[]),
            Some(Kind::Page) | None => readable(&collection.name),
        }
    }
}
