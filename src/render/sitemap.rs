//! `sitemap.xml` (sitemaps.org protocol 0.9): the canonical addresses of all pages.

use crate::prose::escape;
use crate::site::{EasyPage, Page, Site};
use std::fmt::Write;

/// The sitemap; `None` where the site's own address is not known.
pub fn sitemap(site: &Site) -> Option<String> {
    let base = site.settings.base_url.as_deref()?;
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for (address, page) in site.pages.iter() {
        // The parts are in the sitemap; the whole would be the same words again.
        if matches!(page, Page::NotFound | Page::Whole(_) | Page::EasyRead(_, EasyPage::Booklet) | Page::Latest(_)) {
            continue;
        }
        let url = canonical(base, address.as_str());
        let _ = write!(out, "<url><loc>{}</loc>", escape(&url));
        if let Page::Document(index)
        | Page::Chapter(index, _)
        | Page::EasyRead(index, _)
        | Page::Single(index)
        | Page::Changes(index)
        | Page::Plan(index, _)
        | Page::Risk(index, _) = page
            && let Some(document) = site.document(*index)
            && let Some(date) = document.header.updated.or(document.header.published.as_ref().map(|date| date.value))
        {
            let _ = write!(out, "<lastmod>{date}</lastmod>");
        }
        out.push_str("</url>\n");
    }
    out.push_str("</urlset>\n");
    Some(out)
}

/// The address of a page as everybody should share it.
pub(super) fn canonical(base: &str, address: &str) -> String {
    let path = crate::site::relative("", address);
    if path.is_empty() { format!("{base}/") } else { format!("{base}/{path}/") }
}
