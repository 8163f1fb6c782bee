//! What Candour tells an author: one value, [`Diagnostic`], and its renderings.
//!
//! A diagnostic names a [`Rule`], a severity, a place and a way to mend it. It never
//! stops a build half way: all of them are collected and shown together.
//! This room knows nothing of files, Markdown or documents.

mod catalogue;
mod escape;
mod html;
mod left;
mod machine;
mod mend;
mod rule;
pub mod rules;
mod span;
mod terminal;

pub use catalogue::{catalogue, explain};
pub use escape::{escape, escape_into, must_escape};
pub use html::{html, runs_script, visible};
pub use left::{How, Left};
pub use machine::{github, json, json_with_documents, sarif};
pub use mend::{Change, Edit, Mend};
pub use rule::{Rule, find_rule, nearest_rules, rule_codes};
pub use span::{FileId, Place, Span, Texts};
pub use terminal::Terminal;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The site cannot be published until it is mended.
    Error,
    /// Readers would be worse off; the site is published all the same.
    Warning,
    /// Worth a look.
    Advice,
}

impl Severity {
    /// Whether a build shows it.
    pub fn is_more_than_advice(self) -> bool {
        self != Severity::Advice
    }

    /// The word at the head of a message on a page.
    pub fn heading(self) -> &'static str {
        match self {
            Severity::Error => "Error",
            Severity::Warning => "Warning",
            Severity::Advice => "Advice",
        }
    }

    /// The word shown to people and written to machine formats.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Advice => "advice",
        }
    }
}

/// A second place that belongs to the same mistake, with what it has to do with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// A few words that say what is there.
    pub text: String,
}

/// One mistake, or one thing worth knowing, at one place.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// The rule that was broken.
    pub rule: &'static Rule,
    /// How bad it is; starts as the rule's own severity, which authors may change.
    pub severity: Severity,
    /// Terse, able to stand alone without the excerpt.
    pub message: String,
    /// Where it is.
    pub span: Span,
    /// Other places that matter to it.
    pub labels: Vec<Label>,
    /// How to mend it here; the rule's general advice is in `candour explain`.
    pub help: Option<String>,
    /// Why it is not told as its rule says, if it is not.
    pub left: Option<Box<Left>>,
    /// Edits that mend it for certain, if there are any.
    pub mend: Option<Box<Mend>>,
}

impl Diagnostic {
    /// A diagnostic of `rule` at `span`, with the rule's own severity.
    pub fn new(rule: &'static Rule, span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic {
            rule,
            severity: rule.severity,
            message: message.into(),
            span,
            labels: Vec::new(),
            help: None,
            left: None,
            mend: None,
        }
    }

    /// Says how to mend it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Diagnostic {
        self.help = Some(help.into());
        self
    }

    /// Says how to mend it, if there is something to say.
    #[must_use]
    pub fn maybe_help(mut self, help: Option<String>) -> Diagnostic {
        if help.is_some() {
            self.help = help;
        }
        self
    }

    /// Says how to mend it in general, where nothing more exact has been said.
    #[must_use]
    pub fn else_help(mut self, help: &str) -> Diagnostic {
        self.help.get_or_insert_with(|| help.to_owned());
        self
    }

    /// Says which edits put it right for certain; they are all in its own file. Without edits, nothing is said.
    #[must_use]
    pub fn mend(mut self, change: Change, edits: Vec<Edit>) -> Diagnostic {
        self.mend = (!edits.is_empty()).then(|| Box::new(Mend { change, edits }));
        self
    }

    /// Whether it is a known fault, which is not told.
    pub fn is_known(&self) -> bool {
        self.left.as_ref().is_some_and(|left| left.how == How::Known)
    }

    /// Points at a second place.
    #[must_use]
    pub fn label(mut self, span: Span, text: impl Into<String>) -> Diagnostic {
        self.labels.push(Label { span, text: text.into() });
        self
    }
}

/// How many of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Pieces of advice.
    pub advice: usize,
}

impl Counts {
    /// Counts `diagnostics`.
    pub fn of<'a>(diagnostics: impl IntoIterator<Item = &'a Diagnostic>) -> Counts {
        let mut counts = Counts::default();
        for diagnostic in diagnostics {
            counts.add(diagnostic.severity, 1);
        }
        counts
    }

    /// Counts more of a severity.
    pub fn add(&mut self, severity: Severity, more: usize) {
        match severity {
            Severity::Error => self.errors += more,
            Severity::Warning => self.warnings += more,
            Severity::Advice => self.advice += more,
        }
    }
}

/// Puts diagnostics in the order people read them: by file (`rank` gives its place), then by
/// place, errors first where two share one; the same thing said twice of one place is said once.
pub fn in_reading_order(mut diagnostics: Vec<Diagnostic>, rank: impl Fn(FileId) -> u32) -> Vec<Diagnostic> {
    let place = |told: &Diagnostic| (rank(told.span.file), told.span, told.severity, told.rule.code);
    diagnostics.sort_by(|a, b| place(a).cmp(&place(b)).then_with(|| a.message.cmp(&b.message)));
    diagnostics.dedup_by(|a, b| a.span == b.span && a.rule.code == b.rule.code && a.message == b.message);
    diagnostics
}
