//! The stable address of a series: it leads to the newest edition.

use super::common::{About, Context};
use crate::site::Address;
use minijinja::value::Value;
use serde::Serialize;

#[derive(Serialize)]
struct View {
    title: String,
    target: String,
    /// In full, where the site's own address is known.
    target_address: Option<String>,
}

pub(super) fn latest(context: &Context<'_>, target: &Address) -> Value {
    let title = context.title_of(target);
    let base = context.site.settings.base_url.as_deref();
    let view = View {
        title: title.clone(),
        target: context.link(target),
        target_address: base.map(|base| crate::render::sitemap::canonical(base, target.as_str())),
    };
    context.view(&About { title, within: None, description: None, document: None }, view)
}
