//! What an action plan is made of, as a council officer would call its parts.

use crate::diagnostic::FileId;
use crate::figure::{Date, Period};
use crate::prose::{Inline, Prose, plain_text};
use crate::source::{Located, SitePath};
use std::collections::BTreeMap;

/// An action plan.
#[derive(Clone, Debug, Default)]
pub struct ActionPlan {
    /// Who is responsible for the plan as a whole.
    pub owner: Option<String>,
    /// The strategy that it carries out.
    pub strategy: Option<Vec<Inline>>,
    /// The plan's own words for statuses.
    pub words: StatusWords,
    /// Its priorities.
    pub priorities: Vec<Priority>,
}

/// A plan's own words for statuses, in small letters.
pub type StatusWords = BTreeMap<String, Status>;

/// A priority.
#[derive(Clone, Debug)]
pub struct Priority {
    /// Part of its address.
    pub id: Located<String>,
    /// What it is called.
    pub title: String,
    /// Why it is one.
    pub reason: Prose,
    /// What is to be reached.
    pub objectives: Vec<Objective>,
}

/// An objective.
#[derive(Clone, Debug)]
pub struct Objective {
    /// What is to be reached; empty where a priority has actions and no objectives.
    pub text: Vec<Inline>,
    /// What is done for it.
    pub actions: Vec<Action>,
}

/// An action: one promise.
#[derive(Clone, Debug)]
pub struct Action {
    /// Part of its address.
    pub id: Located<String>,
    /// What was promised, in the words in which it was promised first.
    pub text: Vec<Inline>,
    /// Who leads it.
    pub leads: Vec<String>,
    /// Who helps.
    pub partners: Vec<String>,
    /// When it is to be done, as promised first.
    pub timescale: Option<Located<Period>>,
    /// A mark of the plan's own behind that, as in `April 2024 [AP]`.
    pub timescale_mark: Option<String>,
    /// How success is measured.
    pub measures: Vec<Measure>,
    /// More about it.
    pub more: Prose,
    /// That it was taken out of the plan.
    pub removed: Option<Removal>,
}

/// A measure of success.
#[derive(Clone, Debug)]
pub struct Measure {
    /// What is measured, perhaps with figures quoted.
    pub text: Vec<Inline>,
}

/// That an action was taken out of the plan.
#[derive(Clone, Debug)]
pub struct Removal {
    /// When.
    pub date: Date,
    /// Why.
    pub because: Vec<Inline>,
}

/// Where an action stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Nothing has been done yet.
    NotStarted,
    /// It is being worked on.
    InProgress,
    /// A repeating action has been done for this time.
    DoneThisYear,
    /// It is done.
    Completed,
    /// It will be later than promised.
    Delayed,
    /// It will not be done.
    Cancelled,
}

impl Status {
    /// All of them, in the order in which pages list them.
    pub const ALL: [Status; 6] = [
        Status::Delayed,
        Status::NotStarted,
        Status::InProgress,
        Status::DoneThisYear,
        Status::Completed,
        Status::Cancelled,
    ];

    /// The words that authors write. The first of a status is the usual one, and part of addresses.
    pub const CHOICES: &'static [(&'static str, Status)] = &[
        ("not-started", Status::NotStarted),
        ("in-progress", Status::InProgress),
        ("done-this-year", Status::DoneThisYear),
        ("completed", Status::Completed),
        ("delayed", Status::Delayed),
        ("cancelled", Status::Cancelled),
        ("under-way", Status::InProgress),
        ("complete", Status::Completed),
        ("done", Status::Completed),
        ("late", Status::Delayed),
        ("canceled", Status::Cancelled),
    ];

    /// The status of an author's word, in any capitals.
    pub fn read(word: &str) -> Option<Status> {
        let word = word.trim().to_lowercase().replace([' ', '_'], "-");
        Status::CHOICES.iter().find(|(known, _)| *known == word).map(|(_, status)| *status)
    }

    /// The usual word for it.
    pub fn word(self) -> &'static str {
        Status::CHOICES.iter().find(|(_, status)| *status == self).map_or("", |(word, _)| word)
    }

    /// Whether nothing more is expected of the action.
    pub fn is_closed(self) -> bool {
        matches!(self, Status::Completed | Status::Cancelled)
    }
}

/// How worried the council is, in the words of traffic lights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rag {
    /// Off course.
    Red,
    /// At risk.
    Amber,
    /// On course.
    Green,
}

/// A round of reporting.
#[derive(Clone, Debug)]
pub struct Round {
    /// The file it is written in.
    pub file: FileId,
    /// Where that file is, below `content/`.
    pub path: SitePath,
    /// The day for which it tells how things stand.
    pub date: Located<Date>,
    /// What it is called, where that is not its month.
    pub title: Option<String>,
    /// What it says of the plan as a whole.
    pub text: Prose,
    /// What it says of single actions, in the order in which it is written.
    pub entries: Vec<Entry>,
    /// The place of each action's entry, by the action's id.
    pub(super) places: BTreeMap<String, usize>,
}

impl Round {
    /// A round with these entries.
    pub(super) fn new(path: SitePath, file: FileId, date: Located<Date>, entries: Vec<Entry>) -> Round {
        let place = |(place, entry): (usize, &Entry)| (entry.action.value.clone(), place);
        let places = entries.iter().enumerate().map(place).collect();
        Round { file, path, date, title: None, text: Prose::default(), entries, places }
    }

    /// What it says of the action of an id.
    pub fn entry(&self, id: &str) -> Option<&Entry> {
        self.entries.get(*self.places.get(id)?)
    }
}

impl Action {
    /// What was promised first, as plain words.
    pub fn words(&self) -> String {
        plain_text(&self.text).trim().to_owned()
    }
}

impl Entry {
    /// The plan's own word for the status, where it is not one of ours.
    pub fn own_word(&self) -> Option<&str> {
        let own = self.written.as_ref().map(|written| written.value.as_str());
        own.filter(|own| !Status::CHOICES.iter().any(|(known, _)| own.eq_ignore_ascii_case(known)))
    }
}

/// What a round says of one action.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The action's id.
    pub action: Located<String>,
    /// Where it stands, as written.
    pub written: Option<Located<String>>,
    /// What that means, once it is known which words the plan uses.
    pub status: Option<Status>,
    /// How worried the council is.
    pub rag: Option<Rag>,
    /// What happened.
    pub text: Prose,
    /// A new date.
    pub due: Option<Located<Period>>,
    /// The words of the action from now on, where they changed.
    pub wording: Option<Located<String>>,
    /// Why the date, the words or a completed action changed.
    pub because: Option<Vec<Inline>>,
}
