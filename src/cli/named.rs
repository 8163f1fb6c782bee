//! Commands that work on one document of a site: reading it, and finding the one that somebody names.

use super::{Ending, complain, print};
use crate::content::{Content, Document, read_content};
use crate::publish::SiteFolder;
use crate::source::did_you_mean;
use std::path::Path;

/// Says how a command ended.
pub(super) fn tell(result: Result<String, String>) -> Ending {
    match result {
        Ok(text) => print(&text).err().unwrap_or(Ending::Fine),
        Err(why) => {
            complain(&why);
            Ending::Failed
        }
    }
}

/// The content of the site in a folder.
pub(super) fn content_of(site: &Path) -> Result<Content, String> {
    let folder = SiteFolder::open(site).map_err(|failure| failure.to_string())?;
    read_content(&folder).map_err(|failure| failure.to_string())
}

/// The document that somebody names by its path, below `content/` or from here, among those that
/// `fit`; `what` they are, and an example of one.
pub(super) fn document_named<'c>(
    content: &'c Content,
    named: &str,
    fit: fn(&Document) -> bool,
    what: &str,
    example: &str,
) -> Result<&'c Document, String> {
    let path = named.replace('\\', "/");
    let path = path.trim_start_matches("./").trim_end_matches('/');
    let path = path.rsplit_once("content/").map_or(path, |(_, path)| path).trim_end_matches("/document.yaml");
    let known = || content.documents.iter().map(AsRef::as_ref).filter(|document| fit(document));
    known().find(|document| document.path.as_str() == path).ok_or_else(|| {
        let near = did_you_mean(path, known().map(|document| document.path.as_str()));
        let help = near.unwrap_or_else(|| format!("give its path below content/, as in {example}"));
        format!("there is no {what} `{path}`: {help}")
    })
}
