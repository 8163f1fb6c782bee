//! Plain English at work: the words of the site's list, made ready once, and what is looked for in each text.

use super::figures::Scope;
use super::glossary::LinkedGlossary;
use crate::content::Content;
use crate::diagnostic::rules::plain::{JARGON, PASSIVE_VOICE, PLAINER_WORD};
use crate::diagnostic::{Diagnostic, Severity};
use crate::prose::plain::{Lexicon, Tools, WordList, check_plain, check_plain_line};
use crate::prose::{Inline, Prose, check_easy_read};
use std::sync::{Arc, OnceLock};

/// The words of a site, and whether advice is wanted.
pub(super) struct Plain {
    list: Arc<WordList>,
    /// Whether passives, plainer words and jargon are looked for in the standard text. That takes time, and a build
    /// shows no advice.
    advice: bool,
    /// Made when the first text needs it, where the site changes the built-in list.
    lexicon: OnceLock<Lexicon>,
}

impl Plain {
    /// The words of `content`; those of `before` where they are the same. A site that makes one of these rules more
    /// than advice has it held in a build too.
    pub(super) fn of(content: &Content, advice: bool, before: Option<&Arc<Plain>>) -> Arc<Plain> {
        let advice = advice || is_raised(content);
        match before.filter(|before| before.is_of(content, advice)) {
            Some(before) => Arc::clone(before),
            None => Arc::new(Plain { list: Arc::clone(&content.plain_words), advice, lexicon: OnceLock::new() }),
        }
    }

    /// Whether it is what `content` needs.
    pub(super) fn is_of(&self, content: &Content, advice: bool) -> bool {
        self.advice == (advice || is_raised(content)) && self.list == content.plain_words
    }

    /// Whether it finds the same in every text as another one.
    pub(super) fn finds_like(&self, other: &Plain) -> bool {
        self.advice == other.advice && self.list == other.list
    }

    fn lexicon(&self) -> &Lexicon {
        match self.list.is_empty() {
            true => Lexicon::built_in(),
            false => self.lexicon.get_or_init(|| Lexicon::new(&self.list.with_built_in())),
        }
    }
}

/// Whether anybody makes more than advice of one of the rules that take time: the site, a document, a text or a note.
fn is_raised(content: &Content) -> bool {
    let more = |level: Option<Severity>| matches!(level, Some(Severity::Error | Severity::Warning));
    [&PASSIVE_VOICE, &PLAINER_WORD, &JARGON].into_iter().any(|rule| {
        content.settings.checks.of(rule).is_some_and(|setting| more(setting.level))
            || content.checks.levels_of(rule).any(more)
    })
}

impl LinkedGlossary {
    /// Reports what makes a text hard to read, before its terms are linked.
    pub(super) fn judge(&self, prose: &Prose, scope: &Scope<'_>, out: &mut Vec<Diagnostic>) {
        if scope.judged {
            check_plain(prose, self.advice(), out);
        }
    }

    /// The same for a line.
    pub(super) fn judge_line(&self, line: &[Inline], scope: &Scope<'_>, out: &mut Vec<Diagnostic>) {
        if scope.judged {
            check_plain_line(line, self.advice(), out);
        }
    }

    /// The same for an Easy Read text. A term that has no Easy Read definition is told of elsewhere.
    pub(super) fn judge_easy_read(&self, prose: &Prose, scope: &Scope<'_>, out: &mut Vec<Diagnostic>) {
        if scope.judged {
            check_easy_read(prose, self.tools(), out);
        }
    }

    /// Reports what makes the definitions hard to read.
    pub(super) fn judge_definitions(&self, out: &mut Vec<Diagnostic>) {
        self.read.terms.iter().for_each(|term| check_plain_line(&term.definition, self.advice(), out));
    }

    fn advice(&self) -> Option<Tools<'_>> {
        self.plain.advice.then(|| self.tools())
    }

    fn tools(&self) -> Tools<'_> {
        Tools { lexicon: self.plain.lexicon(), glossary: &self.matcher }
    }
}
