//! View structs: all that a template may see. Everything in them is plain text but for
//! the fields of type [`Html`], which hold what `prose` wrote.

mod banners;
mod bar;
mod briefing;
mod changes;
mod common;
mod data;
mod document;
mod easy_read;
mod figures;
mod glossary;
mod head;
mod latest;
mod line;
mod lists;
mod plan;
mod promises;
mod register;
mod statement;
mod text;
mod titles;
mod whole;
mod writing;

pub(super) use common::Context;
pub(super) use promises::living;

use crate::site::Page;
use minijinja::value::Value;

/// HTML that `prose` wrote: not escaped again.
type Html = Value;

/// The template and the view of a page.
pub(super) fn view(context: &Context<'_>, page: &Page) -> (&'static str, Value) {
    match page {
        Page::Home => ("home.html", lists::home(context)),
        Page::Collection(collection) => ("collection.html", lists::collection(context, collection)),
        Page::Document(index) | Page::Single(index) if context.site.is_plan(*index) => plan::glance(context, *index),
        Page::Document(index) if context.site.is_briefing(*index) => {
            ("briefing.html", briefing::briefing(context, *index))
        }
        Page::Document(index) if context.site.is_register(*index) => {
            ("register.html", register::glance(context, *index))
        }
        Page::Whole(index) if context.site.is_register(*index) => {
            ("register-whole.html", register::whole(context, *index))
        }
        Page::Risk(index, number) => ("risk.html", register::page(context, *index, *number)),
        Page::Committees => ("committees.html", briefing::committees(context)),
        Page::Committee(slug) => ("committees.html", briefing::committee(context, slug)),
        Page::Document(index) => ("document.html", document::landing(context, *index)),
        Page::Chapter(index, chapter) => ("chapter.html", document::chapter(context, *index, *chapter)),
        Page::EasyRead(index, page) => easy_read::view(context, *index, *page),
        Page::Whole(index) => ("whole.html", whole::whole(context, *index)),
        Page::Single(index) => ("page.html", document::single(context, *index)),
        Page::Figures => ("figures.html", figures::all(context)),
        Page::Figure(id) => ("figure.html", figures::one(context, id)),
        Page::OwnFigures(index) => ("figures.html", figures::all_of(context, *index)),
        Page::OwnFigure(index, id) => ("figure.html", figures::one_of(context, *index, id)),
        Page::Changes(index) => ("changes.html", changes::changes(context, *index)),
        Page::Glossary => ("glossary.html", glossary::glossary(context)),
        Page::Latest(target) => ("latest.html", latest::latest(context, target)),
        Page::Plan(index, page) => plan::view(context, *index, page),
        Page::Promises(index) => ("promises.html", promises::promises(context, *index)),
        Page::Data => ("data.html", data::all(context)),
        Page::Statement => ("statement.html", statement::statement(context)),
        Page::NotFound => ("404.html", lists::not_found(context)),
    }
}
