//! `candour next`: next year's edition from this year's, or the next round of a plan. What is there
//! already is never written over.

mod carry;
mod edition;
mod promises;
mod round;

use super::arguments::Next;
use super::report::today;
use super::{Ending, complain, print};
use crate::content::{Content, Document, read_content};
use crate::figure::parse_date;
use crate::publish::SiteFolder;
use crate::source::did_you_mean;

pub(super) fn run(next: &Next) -> Ending {
    match try_run(next) {
        Ok(text) => print(&text).err().unwrap_or(Ending::Fine),
        Err(why) => {
            complain(&why);
            Ending::Failed
        }
    }
}

fn try_run(next: &Next) -> Result<String, String> {
    let folder = SiteFolder::open(&next.site).map_err(|failure| failure.to_string())?;
    let content = read_content(&folder).map_err(|failure| failure.to_string())?;
    let document = find(&content, &next.document)?;
    let place = next.site.join("content").join(document.path.as_str());
    if let Some(plan) = &document.header.plan {
        let date = match &next.date {
            Some(text) => parse_date(text).map_err(|(message, help)| format!("{message}; {help}"))?,
            None => today(),
        };
        let rounds = content.rounds.get(&document.path).map_or(&[][..], Vec::as_slice);
        return round::next_round(plan, rounds, &content.settings.status_words, &place, date);
    }
    if next.date.is_some() {
        return Err("--date is for the rounds of an action plan; the next edition goes by its period".into());
    }
    edition::next_edition(document, &place)
}

/// The document that somebody names by its path, below `content/` or from here.
fn find<'c>(content: &'c Content, named: &str) -> Result<&'c Document, String> {
    let path = named.replace('\\', "/");
    let path = path.trim_start_matches("./").trim_end_matches('/');
    let path = path.rsplit_once("content/").map_or(path, |(_, path)| path).trim_end_matches("/document.yaml");
    let found = content.documents.iter().find(|document| document.path.as_str() == path);
    found.map(AsRef::as_ref).ok_or_else(|| {
        let known: Vec<&str> = content.documents.iter().map(|document| document.path.as_str()).collect();
        let near = did_you_mean(path, known.iter().copied());
        let help = near.unwrap_or_else(|| "give its path below content/, as in local-account/2019-20".into());
        format!("there is no document `{path}`: {help}")
    })
}
