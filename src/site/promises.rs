//! Promises through the years: each commitment of a document with the outcomes that later documents
//! state, and the editions that should have stated one.

use crate::content::action_plan::{State, Status};
use crate::content::{Chapter, Document, Kind};
use crate::figure::{Date, Period};
use crate::prose::component::{Commitment, ItemName, Outcome, Verdict};
use crate::prose::{BlockKind, visit_blocks};
use crate::source::{Located, SitePath};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A commitment and what is known of it.
#[derive(Clone, Debug)]
pub struct Promise {
    /// The document that makes it.
    pub document: Arc<Document>,
    /// The text that it stands in.
    pub text: Arc<Chapter>,
    /// It.
    pub commitment: Commitment,
    /// What became of it, the earliest first.
    pub answers: Vec<Answer>,
    /// The first later edition that promises it again.
    pub renewed: Option<Arc<Document>>,
    /// The first later edition that should say what became of it: one that goes on to its date.
    pub expected: Option<Arc<Document>>,
    /// Whether there are later editions, none of which goes on to its date.
    pub not_due: bool,
}

/// What a document says became of a commitment.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The document.
    pub document: Arc<Document>,
    /// The text that it stands in.
    pub text: Arc<Chapter>,
    /// It.
    pub outcome: Outcome,
}

/// Where a promise stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// A document says what became of it.
    Answered(Verdict),
    /// The action that carries it out is late.
    Late,
    /// The action that carries it out is under way.
    UnderWay,
    /// The action that carries it out has not begun.
    NotStarted,
    /// A later edition promises it again.
    Renewed,
    /// Its time goes on beyond the latest edition.
    NotDue,
    /// No later edition has come out.
    Waiting,
    /// A later edition should have said what became of it, and none has.
    Unanswered,
}

impl Standing {
    /// The word that programs, templates and styles know it by.
    pub fn word(self) -> &'static str {
        match self {
            Standing::Answered(Verdict::Kept) => "kept",
            Standing::Answered(Verdict::Partly) => "partly",
            Standing::Answered(Verdict::Changed) => "changed",
            Standing::Answered(Verdict::NotKept) => "not-kept",
            Standing::Late => "late",
            Standing::UnderWay => "under-way",
            Standing::NotStarted => "not-started",
            Standing::Renewed => "renewed",
            Standing::NotDue => "not-due",
            Standing::Waiting => "waiting",
            Standing::Unanswered => "unanswered",
        }
    }
}

impl Promise {
    /// Where it stands; `action` is the action that carries it out, where a public plan has it.
    /// What a document says goes before what the plan says.
    pub fn standing(&self, action: Option<&State<'_>>) -> Standing {
        if let Some(answer) = self.answers.last() {
            return Standing::Answered(answer.outcome.result);
        }
        match action.map(|state| (state.status, state.overdue)) {
            Some((Status::Completed | Status::DoneThisYear, _)) => Standing::Answered(Verdict::Kept),
            Some((Status::Cancelled, _)) => Standing::Answered(Verdict::NotKept),
            Some((Status::Delayed, _) | (_, true)) => Standing::Late,
            Some((Status::InProgress, false)) => Standing::UnderWay,
            Some((Status::NotStarted, false)) => Standing::NotStarted,
            None if self.renewed.is_some() => Standing::Renewed,
            None if self.expected.is_some() => Standing::Unanswered,
            None if self.not_due => Standing::NotDue,
            None => Standing::Waiting,
        }
    }

    /// Its place on the page of all promises. The name of its document tells it apart from those that
    /// other years call the same.
    pub fn anchor(&self) -> String {
        format!("{}-{}", self.document.path.name(), self.commitment.id.value)
    }

    /// The action that carries it out.
    pub fn action(&self) -> Option<&ItemName> {
        self.commitment.action.as_ref().map(|action| &action.value)
    }
}

/// Why an outcome answers nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stray {
    /// Nobody has promised anything of this name.
    Unknown,
    /// It was promised in the same edition, or in a later one.
    TooEarly,
}

/// All commitments of some documents.
#[derive(Clone, Debug, Default)]
pub struct Promises {
    /// The commitments, in the order of documents and their texts. Of two with the same id in a
    /// document, the first.
    pub all: Vec<Promise>,
    /// Outcomes that answer nothing.
    pub stray: Vec<(Answer, Stray)>,
    /// Commitments whose id another one of the document has: the first, the second.
    pub twice: Vec<(Located<String>, Located<String>)>,
    /// By the path of the document and the id.
    places: BTreeMap<(SitePath, String), usize>,
}

/// What documents of one kind in one folder are told apart by: when their period starts.
type Series = BTreeMap<(SitePath, Kind), Vec<Arc<Document>>>;

impl Promises {
    /// The commitments of these documents, with what the same documents say became of them.
    pub fn of<'d>(documents: impl Iterator<Item = &'d Arc<Document>>) -> Promises {
        let mut promises = Promises::default();
        let mut answers = Vec::new();
        let mut series = Series::new();
        for document in documents {
            for text in document.texts() {
                visit_blocks(&text.prose, &mut |block| match &block.kind {
                    BlockKind::Commitments(all) => all.iter().for_each(|one| promises.add(document, text, one)),
                    BlockKind::Outcomes(all) => answers.extend(all.iter().map(|outcome| Answer {
                        document: Arc::clone(document),
                        text: Arc::clone(text),
                        outcome: outcome.clone(),
                    })),
                    _ => {}
                });
            }
            if start(document).is_some() {
                series.entry(key(document)).or_default().push(Arc::clone(document));
            }
        }
        series.values_mut().for_each(|editions| editions.sort_by_key(|document| start(document)));
        answers.sort_by_key(|answer| told_on(&answer.document));
        for answer in answers {
            match promises.find(&answer, &series) {
                Ok(place) => {
                    if let Some(promise) = promises.all.get_mut(place) {
                        promise.answers.push(answer);
                    }
                }
                Err(why) => promises.stray.push((answer, why)),
            }
        }
        let known: BTreeSet<(SitePath, String)> = promises.places.keys().cloned().collect();
        promises.all.iter_mut().for_each(|promise| promise.look_ahead(&series, &known));
        promises
    }

    fn add(&mut self, document: &Arc<Document>, text: &Arc<Chapter>, commitment: &Commitment) {
        let name = (document.path.clone(), commitment.id.value.clone());
        if let Some(first) = self.places.get(&name).and_then(|place| self.all.get(*place)) {
            return self.twice.push((first.commitment.id.clone(), commitment.id.clone()));
        }
        self.places.insert(name, self.all.len());
        self.all.push(Promise {
            document: Arc::clone(document),
            text: Arc::clone(text),
            commitment: commitment.clone(),
            answers: Vec::new(),
            renewed: None,
            expected: None,
            not_due: false,
        });
    }

    /// The commitment that an outcome answers.
    fn find(&self, answer: &Answer, series: &Series) -> Result<usize, Stray> {
        let name = &answer.outcome.commitment.value;
        let own = &answer.document;
        let at = |path: &SitePath| self.places.get(&(path.clone(), name.id.clone())).copied();
        let editions = series.get(&key(own)).map_or(&[][..], Vec::as_slice);
        let earlier = |other: &Arc<Document>| start(other) < start(own);
        if let Some(path) = &name.document {
            let place = at(path).ok_or(Stray::Unknown)?;
            let edition = editions.iter().find(|other| other.path == *path);
            let late = *path != own.path && edition.is_none_or(earlier);
            return if late { Ok(place) } else { Err(Stray::TooEarly) };
        }
        let before = editions.iter().rev().filter(|other| earlier(other));
        before.into_iter().find_map(|other| at(&other.path)).ok_or_else(|| {
            let anywhere = at(&own.path).or_else(|| editions.iter().find_map(|other| at(&other.path)));
            anywhere.map_or(Stray::Unknown, |_| Stray::TooEarly)
        })
    }

    /// The commitment of an id in the document at a path.
    pub fn get(&self, document: &SitePath, id: &str) -> Option<&Promise> {
        self.all.get(*self.places.get(&(document.clone(), id.to_owned()))?)
    }

    /// The commitment that an outcome answers.
    pub fn answered_by(&self, outcome: &Outcome) -> Option<&Promise> {
        self.all.iter().find(|promise| promise.answers.iter().any(|answer| answer.outcome.span == outcome.span))
    }
}

impl Promise {
    /// What later editions have to do with it.
    fn look_ahead(&mut self, series: &Series, known: &BTreeSet<(SitePath, String)>) {
        let Some(own) = start(&self.document) else { return };
        let editions = series.get(&key(&self.document)).map_or(&[][..], Vec::as_slice);
        let mut later = editions.iter().filter(|other| start(other) > Some(own)).peekable();
        let due = self.commitment.timescale.as_ref().and_then(|timescale| timescale.value.end());
        self.not_due = later.peek().is_some();
        for edition in later {
            if self.renewed.is_none() && known.contains(&(edition.path.clone(), self.commitment.id.value.clone())) {
                self.renewed = Some(Arc::clone(edition));
            }
            let reaches = due.is_none_or(|due| period(edition).and_then(Period::end).is_some_and(|end| due <= end));
            if reaches && self.expected.is_none() {
                self.expected = Some(Arc::clone(edition));
                self.not_due = false;
            }
        }
    }
}

/// The newest document of each folder that has commitments, by its index.
pub(super) fn promising(documents: &[Arc<Document>]) -> Vec<usize> {
    let mut newest: BTreeMap<SitePath, (Reverse<Option<Date>>, usize)> = BTreeMap::new();
    for (index, document) in documents.iter().enumerate() {
        let mut has = false;
        for text in document.texts() {
            visit_blocks(&text.prose, &mut |block| has |= matches!(block.kind, BlockKind::Commitments(_)));
        }
        if has {
            let this = (Reverse(start(document)), index);
            newest.entry(document.path.parent()).and_modify(|known| *known = this.min(*known)).or_insert(this);
        }
    }
    newest.into_values().map(|(_, index)| index).collect()
}

fn key(document: &Document) -> (SitePath, Kind) {
    (document.path.parent(), document.header.kind.value)
}

fn period(document: &Document) -> Option<&Period> {
    document.header.period.as_ref().map(|period| &period.value)
}

fn start(document: &Document) -> Option<Date> {
    period(document).and_then(Period::start)
}

/// When a document tells: at the end of its period, or on the day when it came out.
fn told_on(document: &Document) -> Option<Date> {
    let published = document.header.published.as_ref().map(|date| date.value);
    period(document).and_then(Period::end).max(published)
}
