//! Files beside pages: styles and scripts, pictures and downloads, and the last published build.

use super::{Preview, reply};
use crate::preview::desk::{Generation, View, read_inside};
use crate::publish::Manifest;
use crate::render::data_set_at;
use crate::site::Address;
use crate::source::SitePath;
use axum::http::StatusCode;
use axum::response::Response;

/// The file at a path below the output folder; `None` if there is none.
pub(super) fn answer(preview: &Preview, generation: &Generation, view: &View, path: &str) -> Option<Response> {
    if let Some(file) = generation.design_file(path) {
        return Some(reply::hashed(&file.path, file.text));
    }
    if let Some(set) = data_set_at(view.site(), path) {
        // Only this one is made, when somebody asks for it.
        let (files, _) = generation.make(view.site(), |renderer| Ok(renderer.data_files(view.site(), &set)));
        let file = files.into_iter().flatten().find(|(made, _)| made == path);
        return file.map(|(_, bytes)| reply::published(StatusCode::OK, path, bytes));
    }
    let inside = SitePath::parse(path).filter(|inside| inside.as_str() == path)?;
    let source = match view.site().assets.contains_key(&inside) {
        // It may be of a text that the public may not read.
        true if view.holds_exempt() && !view.used_assets().contains(&inside) => return None,
        true => SitePath::parse(&format!("content/{inside}"))?,
        false => generation.theme_asset(path)?,
    };
    Some(match read_inside(preview.desk.root(), &source) {
        Ok(Some(bytes)) => reply::published(StatusCode::OK, path, bytes),
        Ok(None) => reply::nothing(),
        Err(_) => reply::failed(),
    })
}

/// A page as the last build published it.
pub(super) fn published(preview: &Preview, page: &str) -> Response {
    read_published(preview, page)
        .map_or_else(reply::nothing, |html| reply::published(StatusCode::OK, "page.html", html))
}

/// The page's bytes in the folder of the last build, if Candour wrote that folder.
pub(super) fn read_published(preview: &Preview, page: &str) -> Option<Vec<u8>> {
    let path = SitePath::parse(page).filter(|path| path.as_str() == page)?;
    let root = preview.desk.wishes().published.canonicalize().ok()?;
    let manifest = read_inside(&root, &SitePath::parse(Manifest::FILE)?).ok()??;
    let file = SitePath::parse(&Address::of(&path).file())?;
    let ours = Manifest::parse(std::str::from_utf8(&manifest).ok()?)?;
    ours.files.contains_key(file.as_str()).then_some(())?;
    read_inside(&root, &file).ok()?
}
