//! A document: what it says about itself, and its text in one file or in chapters.

use super::action_plan::{self, ActionPlan, Round};
use super::easy_read::retold::Retold;
use super::figures::Figures;
use super::paragraphs::Record;
use super::risk_register::{self, Register};
use super::{Chapter, Exempt, Header};
use crate::prose::{Inline, Prose};
use crate::source::SitePath;
use std::sync::Arc;

/// The kinds of document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A council's yearly report of its adult social care.
    LocalAccount,
    /// A strategy's list of promises.
    ActionPlan,
    /// A pack of papers for a committee.
    Briefing,
    /// A paper for a committee.
    Report,
    /// What could go wrong, and what is done against it.
    RiskRegister,
    /// Anything else.
    Page,
}

impl Kind {
    /// The words that authors write.
    pub const CHOICES: &'static [(&'static str, Kind)] = &[
        ("local-account", Kind::LocalAccount),
        ("action-plan", Kind::ActionPlan),
        ("information-briefing", Kind::Briefing),
        ("report", Kind::Report),
        ("risk-register", Kind::RiskRegister),
        ("page", Kind::Page),
        ("briefing", Kind::Briefing),
    ];

    /// The key of its name among the interface words.
    pub fn key(self) -> &'static str {
        match self {
            Kind::LocalAccount => "kind_local_account",
            Kind::ActionPlan => "kind_action_plan",
            Kind::Briefing => "kind_briefing",
            Kind::Report => "kind_report",
            Kind::RiskRegister => "kind_risk_register",
            Kind::Page => "kind_page",
        }
    }
}

/// A document.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its place below `content/`, without `.md`: also its address.
    pub path: SitePath,
    /// What it says about itself.
    pub header: Arc<Header>,
    /// The figures it states.
    pub figures: Option<Arc<Figures>>,
    /// Its text.
    pub form: Form,
    /// Its chapters that the public may not read. Their texts are not kept.
    pub withheld: Vec<Withheld>,
    /// The numbers of the published paragraphs of all reports in its folder.
    pub record: Option<Arc<Record>>,
    /// Its promises and their rounds; until they are put together, nothing.
    pub plan: Option<Arc<Plan>>,
    /// The chapters of its Easy Read edition, in order; until folders are put together, none.
    pub easy_read: Vec<Arc<Chapter>>,
    /// What they retell, as it was when somebody last looked at both.
    pub retold: Option<Arc<Retold>>,
    /// Its risks; until it is known how they are rated, nothing.
    pub register: Option<Arc<Register>>,
}

/// A chapter that the public may not read: that there is one, and why it is exempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withheld {
    /// The last part of the address that it would have.
    pub slug: String,
    /// Where its file is, below `content/`.
    pub path: SitePath,
    /// Why.
    pub exempt: Exempt,
}

/// An action plan with its rounds, the earliest first.
#[derive(Clone, Debug)]
pub struct Plan {
    /// What it promises.
    pub promises: ActionPlan,
    /// What became of it.
    pub rounds: Vec<Arc<Round>>,
}

/// A text that stands in YAML, in a field of a plan or of a register.
#[derive(Clone, Copy, Debug)]
pub enum Passage<'p> {
    /// Paragraphs.
    Prose(&'p Prose),
    /// A line.
    Line(&'p [Inline]),
}

/// How a document is written.
#[derive(Clone, Debug)]
pub enum Form {
    /// One Markdown file.
    Single(Arc<Chapter>),
    /// A folder with `document.yaml`: chapters in order, perhaps with an introduction
    /// (`index.md`).
    Folder(Option<Arc<Chapter>>, Vec<Arc<Chapter>>),
}

impl Document {
    /// Its chapters; a document of one file is one chapter.
    pub fn chapters(&self) -> &[Arc<Chapter>] {
        match &self.form {
            Form::Single(chapter) => std::slice::from_ref(chapter),
            Form::Folder(_, chapters) => chapters,
        }
    }

    /// What stands before the chapters.
    pub fn introduction(&self) -> Option<&Arc<Chapter>> {
        match &self.form {
            Form::Folder(introduction, _) => introduction.as_ref(),
            Form::Single(_) => None,
        }
    }

    /// Its own texts: the introduction, then the chapters.
    pub fn own_texts(&self) -> impl Iterator<Item = &Arc<Chapter>> {
        self.introduction().into_iter().chain(self.chapters())
    }

    /// All texts: its own, then those of its Easy Read edition.
    pub fn texts(&self) -> impl Iterator<Item = &Arc<Chapter>> {
        self.own_texts().chain(&self.easy_read)
    }

    /// The same, to be changed.
    pub fn texts_mut(&mut self) -> impl Iterator<Item = &mut Arc<Chapter>> {
        let (introduction, chapters) = match &mut self.form {
            Form::Folder(introduction, chapters) => (introduction.as_mut(), chapters.as_mut_slice()),
            Form::Single(chapter) => (None, std::slice::from_mut(chapter)),
        };
        introduction.into_iter().chain(chapters).chain(&mut self.easy_read)
    }

    /// The texts of its plan or register, each with the path of its file; none where it is neither.
    pub fn passages(&self) -> Vec<(SitePath, Passage<'_>)> {
        let header = self.path.join("document.yaml").unwrap_or_else(|| self.path.clone());
        let plan = self.plan.iter().flat_map(|plan| action_plan::texts(&plan.promises, &plan.rounds, &header));
        let register = self.register.iter().flat_map(|register| risk_register::texts(register));
        plan.chain(register.map(|passage| (header.clone(), passage))).collect()
    }

    /// Whether people look things up in it, and nobody reads it from its beginning to its end.
    pub fn is_looked_up(&self) -> bool {
        self.plan.is_some() || self.register.is_some()
    }

    /// Whether another document was put together from the very same parts.
    pub fn is_made_of_the_same(self: &Arc<Document>, other: &Arc<Document>) -> bool {
        let same = |a: &[Arc<Chapter>], b: &[Arc<Chapter>]| {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| Arc::ptr_eq(a, b))
        };
        let introduction = |document: &Document| document.introduction().map(Arc::as_ptr);
        // Without an Easy Read edition, a document is the same for as long as its folder is.
        Arc::ptr_eq(self, other)
            || !self.easy_read.is_empty()
                && self.path == other.path
                && Arc::ptr_eq(&self.header, &other.header)
                && self.figures.as_ref().map(Arc::as_ptr) == other.figures.as_ref().map(Arc::as_ptr)
                && introduction(self) == introduction(other)
                && same(self.chapters(), other.chapters())
                && same(&self.easy_read, &other.easy_read)
                && self.retold.as_ref().map(Arc::as_ptr) == other.retold.as_ref().map(Arc::as_ptr)
                && self.withheld == other.withheld
    }

    /// Its title.
    pub fn title(&self) -> &str {
        match (&self.header.title, &self.form) {
            (Some(title), _) => &title.value,
            (None, Form::Single(chapter)) => &chapter.title,
            (None, Form::Folder(..)) => self.path.name(),
        }
    }
}
