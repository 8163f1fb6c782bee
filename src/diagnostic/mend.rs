//! A mend: edits that put a mistake right for certain, so that a program may make them.

use super::Span;

/// What a mend changes of what readers get. It may change nothing else; `candour fix` proves that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// Only signs: other quotation marks, other apostrophes, other white space. Every word stays.
    Signs,
    /// Signs that were typed for Markdown, and that it did not see: `•` for an entry, `##Heading`.
    Marks,
    /// How a financial year is written.
    Years,
    /// A number that quotes a figure. The sentence around it may no longer be true, so it is made
    /// only where somebody asks for it.
    Figure,
}

impl Change {
    /// Whether it leaves what a text says as it is.
    pub fn keeps_meaning(self) -> bool {
        self != Change::Figure
    }

    /// What to type to have it made.
    pub fn command(self) -> &'static str {
        match self {
            Change::Figure => "candour fix --figures",
            Change::Signs | Change::Marks | Change::Years => "candour fix",
        }
    }
}

/// One stretch of a file, and what to write in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What goes; empty where something is only put in.
    pub span: Span,
    /// What comes.
    pub new: String,
}

impl Edit {
    /// `new` in the place of `span`.
    pub fn new(span: Span, new: impl Into<String>) -> Edit {
        Edit { span, new: new.into() }
    }
}

/// Edits of one file that put a mistake right together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mend {
    /// What they change.
    pub change: Change,
    /// The edits, none of which overlaps another.
    pub edits: Vec<Edit>,
}
