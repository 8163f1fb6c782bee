//! `candour next`: next year's edition from this year's, or the next round of a plan. What is there
//! already is never written over.

mod carry;
mod edition;
mod promises;
mod round;

use super::Ending;
use super::arguments::Next;
use super::named::{content_of, document_named, tell};
use super::report::today;
use crate::figure::parse_date;

pub(super) fn run(next: &Next) -> Ending {
    tell(try_run(next))
}

fn try_run(next: &Next) -> Result<String, String> {
    let content = content_of(&next.site)?;
    let document = document_named(&content, &next.document, |_| true, "document", "local-account/2019-20")?;
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
