//! What every document says about itself: the fields of `document.yaml`, or of the front
//! matter of a document that is one file.

use super::action_plan::ActionPlan;
use super::briefing::Briefing;
use super::checks::{Levels, take_levels};
use super::document::Kind;
use super::easy_read::EasyRead;
use super::exempt::{Exempt, decode_exempt};
use super::risk_register::RiskRegister;
use super::web;
use crate::diagnostic::rules::documents::{STATUS_INCOMPLETE, UNKNOWN_KIND, UNKNOWN_STATUS};
use crate::diagnostic::rules::fields::{BAD_DATE, BAD_LANGUAGE, BAD_PERIOD, UNKNOWN_CHOICE};
use crate::diagnostic::{Diagnostic, Span};
use crate::figure::{Date, Period, parse_date, parse_period};
use crate::prose::CoverSheet;
use crate::prose::component::{Contact, Stat, decode_stat_fields};
use crate::source::{Fields, Located, Yaml, choose};
use std::sync::Arc;

/// What a document says about itself.
#[derive(Clone, Debug)]
pub struct Header {
    /// What kind of document it is, and where it says so (or where it should).
    pub kind: Located<Kind>,
    /// Whether the kind was not understood, so that nobody knows which fields there may be.
    pub(super) kind_unclear: bool,
    /// Its title; absent where the text itself brings it.
    pub title: Option<Located<String>>,
    /// What it is about, in a sentence or two.
    pub summary: Option<String>,
    /// The time it accounts for.
    pub period: Option<Located<Period>>,
    /// When it was or will be published.
    pub published: Option<Located<Date>>,
    /// When it was last changed.
    pub updated: Option<Date>,
    /// Where it stands.
    pub status: Status,
    /// Its language, if not the site's.
    pub language: Option<String>,
    /// Whom to ask about it.
    pub contact: Option<Contact>,
    /// The figures that sum it up.
    pub headlines: Vec<Headline>,
    /// What was put right after publication.
    pub corrections: Vec<Correction>,
    /// Whether every number in its text must be one that is checked.
    pub figures_checked: bool,
    /// How serious messages about it are.
    pub checks: Levels,
    /// That the public may not read it.
    pub exempt: Option<Exempt>,
    /// The papers of a briefing.
    pub briefing: Option<Arc<Briefing>>,
    /// The cover sheet of a report in a folder.
    pub cover: Option<Arc<CoverSheet>>,
    /// What an action plan promises.
    pub plan: Option<Arc<ActionPlan>>,
    /// What is known of its Easy Read edition.
    pub easy_read: Option<Arc<EasyRead>>,
    /// The risks of a register.
    pub register: Option<Arc<RiskRegister>>,
}

/// Where a document stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// Being written; reaches no output.
    Draft,
    /// A word that Candour does not know, which has been reported: held back like a draft.
    Unreadable,
    /// Published, from its date on if it has one.
    Published,
    /// Replaced by the document at this path, if that is said.
    Superseded(Option<Located<String>>),
    /// Taken back, for this reason.
    Withdrawn(Option<String>),
}

/// A figure that sums a document up.
#[derive(Clone, Debug)]
pub struct Headline {
    /// The figure and what it counts.
    pub stat: Stat,
    /// The chapter that tells more, by the last part of its address.
    pub chapter: Option<Located<String>>,
}

/// Something put right after publication.
#[derive(Clone, Debug)]
pub struct Correction {
    /// When.
    pub date: Date,
    /// What.
    pub text: String,
}

impl Header {
    /// The header of a document that says nothing about itself.
    pub(super) fn silent(kind: Kind, place: Span) -> Header {
        Header {
            kind: Located::new(kind, place),
            kind_unclear: false,
            title: None,
            summary: None,
            period: None,
            published: None,
            updated: None,
            status: Status::Published,
            language: None,
            contact: None,
            headlines: Vec::new(),
            corrections: Vec::new(),
            figures_checked: false,
            checks: Levels::default(),
            exempt: None,
            briefing: None,
            cover: None,
            plan: None,
            easy_read: None,
            register: None,
        }
    }

    /// Whether the document has parts of its kind's own, so that it may do without chapters.
    pub(super) fn has_parts(&self) -> bool {
        self.plan.is_some() || self.briefing.is_some() || self.register.is_some()
    }

    /// The document's own date: when it was published, else when its committee met.
    pub fn date(&self) -> Option<Date> {
        let meeting = || self.briefing.as_ref().and_then(|briefing| briefing.meeting);
        let report = || self.cover.as_ref().and_then(|cover| cover.date.as_ref()).map(|date| date.value);
        self.published.as_ref().map(|published| published.value).or_else(meeting).or_else(report)
    }

    /// Takes the header's fields; other fields stay for the caller. `kind` is what holds
    /// where the author names none; without it the field must be there.
    pub(super) fn decode(fields: &mut Fields<'_, '_>, kind: Option<Kind>) -> Header {
        let mut header = Header::silent(
            kind.unwrap_or(Kind::Page),
            fields.key_span("title").unwrap_or(Span { end: fields.span.start, ..fields.span }),
        );
        match fields.text("kind") {
            Some(text) => match choose(&text, "kind of document", &UNKNOWN_KIND, Kind::CHOICES, fields.out) {
                Some(kind) => header.kind = kind,
                None => {
                    header.kind.span = text.span;
                    header.kind_unclear = true;
                }
            },
            None if kind.is_none() => {
                fields.missing("kind", "say what the document is: `kind: local-account`");
                header.kind_unclear = true;
            }
            None => {}
        }
        header.title = fields.text("title");
        header.summary = fields.text("summary").map(|text| text.value);
        header.period = fields.parsed("period", &BAD_PERIOD, parse_period);
        header.published = fields.parsed("published", &BAD_DATE, parse_date);
        header.updated = fields.parsed("updated", &BAD_DATE, parse_date).map(|date| date.value);
        header.status = decode_status(fields);
        header.exempt = decode_exempt(fields);
        header.language = fields.parsed("language", &BAD_LANGUAGE, web::language).map(|tag| tag.value);
        header.contact = fields.take("contact").and_then(|yaml| Contact::decode(yaml, fields.out));
        header.headlines = fields.list("headlines").iter().filter_map(|item| headline(item, fields.out)).collect();
        header.corrections =
            fields.list("corrections").iter().filter_map(|item| correction(item, fields.out)).collect();
        let demands = [("checked", true), ("unchecked", false)];
        header.figures_checked =
            fields.choice("figures", &UNKNOWN_CHOICE, &demands).is_some_and(|checked| checked.value);
        header.checks = take_levels(fields);
        header
    }
}

/// Where a document stands. In doubt nothing is published.
fn decode_status(fields: &mut Fields<'_, '_>) -> Status {
    #[derive(Clone, Copy, PartialEq)]
    enum Word {
        Draft,
        Published,
        Superseded,
        Withdrawn,
    }
    const WORDS: &[(&str, Word)] = &[
        ("draft", Word::Draft),
        ("published", Word::Published),
        ("superseded", Word::Superseded),
        ("withdrawn", Word::Withdrawn),
    ];
    let written = fields.has("status");
    let word = fields.choice("status", &UNKNOWN_STATUS, WORDS);
    let successor = fields.text("superseded-by");
    let reason = fields.text("withdrawn-because").map(|text| text.value);
    match word {
        None if written => Status::Unreadable,
        None => Status::Published,
        Some(Located { value: Word::Draft, .. }) => Status::Draft,
        Some(Located { value: Word::Published, .. }) => Status::Published,
        Some(Located { value: Word::Superseded, span }) => {
            if successor.is_none() && !fields.has("superseded-by") {
                fields.out.push(
                    Diagnostic::new(&STATUS_INCOMPLETE, span, "a superseded document must say what took its place")
                        .help("add `superseded-by:` with the path of the newer document below content/"),
                );
            }
            Status::Superseded(successor)
        }
        Some(Located { value: Word::Withdrawn, span }) => {
            if reason.is_none() && !fields.has("withdrawn-because") {
                fields.out.push(
                    Diagnostic::new(&STATUS_INCOMPLETE, span, "a withdrawn document must say why it was withdrawn")
                        .help("add `withdrawn-because: …`"),
                );
            }
            Status::Withdrawn(reason)
        }
    }
}

fn headline(yaml: &Yaml, out: &mut Vec<Diagnostic>) -> Option<Headline> {
    let mut fields = Fields::of(yaml, "a headline", out)?;
    let stat = decode_stat_fields(&mut fields);
    let chapter = fields.text("chapter");
    fields.finish();
    Some(Headline { stat: stat?, chapter })
}

fn correction(yaml: &Yaml, out: &mut Vec<Diagnostic>) -> Option<Correction> {
    let mut fields = Fields::of(yaml, "a correction", out)?;
    let date = fields.parsed("date", &BAD_DATE, parse_date);
    if date.is_none() {
        fields.missing("date", "say when it was corrected: `date: 2021-02-01`");
    }
    let text = fields.required_text("text", "say what was corrected");
    fields.finish();
    Some(Correction { date: date?.value, text: text?.value })
}
