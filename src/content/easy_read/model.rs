//! What is known of an Easy Read edition beside its chapters.

use super::retold::Retold;
use crate::content::Chapter;
use crate::figure::Date;
use std::sync::Arc;

/// The files of an edition, before they belong to a document.
#[derive(Clone, Debug, Default)]
pub struct Edition {
    /// Its chapters, in order.
    pub chapters: Vec<Arc<Chapter>>,
    /// What they retell, as it was recorded.
    pub retold: Option<Arc<Retold>>,
}

/// What a document says of its Easy Read edition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EasyRead {
    /// Who made it, as a role or an organisation.
    pub made_by: Option<String>,
    /// Who tried it out.
    pub tested: Vec<Test>,
}

/// A test of an Easy Read edition by people it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Test {
    /// Who they are: people with a learning disability, and how many; never names.
    pub who: String,
    /// The organisation that they belong to.
    pub organisation: Option<String>,
    /// When.
    pub date: Option<Date>,
}
