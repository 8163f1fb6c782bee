//! What is public, and what is held back and why.

use crate::content::{Document, Exempt, Status};
use crate::figure::Date;
use crate::source::SitePath;

/// A document that is not published, for the build's account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldBack {
    /// The document.
    pub path: SitePath,
    /// Its title.
    pub title: String,
    /// Why.
    pub reason: Reason,
}

/// Why a document is not published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It is a draft.
    Draft,
    /// It is under embargo until this day.
    Embargo(Date),
    /// The public may not read it, by these paragraphs of Schedule 12A.
    Exempt(Exempt),
}

/// Why a document is held back on a day; `None` if it is public.
pub fn held_back(document: &Document, today: Date) -> Option<Reason> {
    if let Some(exempt) = document.header.exempt {
        return Some(Reason::Exempt(exempt));
    }
    if matches!(document.header.status, Status::Draft | Status::Unreadable) {
        return Some(Reason::Draft);
    }
    match &document.header.published {
        Some(published) if published.value > today => Some(Reason::Embargo(published.value)),
        _ => None,
    }
}
