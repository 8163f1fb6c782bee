//! Plain English at work: the words of the site's list, made ready once, and what is looked for in each text.

use super::figures::Scope;
use super::glossary::LinkedGlossary;
use crate::content::Content;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::house_style::TERM_VARIANTS;
use crate::diagnostic::rules::plain::{JARGON, PASSIVE_VOICE, PLAINER_WORD};
use crate::diagnostic::rules::typography;
use crate::prose::plain::{Lexicon, Tools, WordList, check_plain, check_plain_line};
use crate::prose::{Inline, Prose, check_easy_read, check_easy_read_definition};
use std::sync::{Arc, OnceLock};

/// The words of a site, and whether advice is wanted.
pub(super) struct Plain {
    list: Arc<WordList>,
    /// Whether passives, plainer words and jargon are looked for in the standard text, with terms written in several
    /// ways and wrong signs. That takes time, and a build shows no advice.
    advice: bool,
    /// Made when the first text needs it, where the site changes the built-in list.
    lexicon: OnceLock<Lexicon>,
}

impl Plain {
    /// The words of `content`; those of `before` where they are the same. Where somebody makes more
    /// than advice of one of these rules, a build looks for it too.
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

/// Whether somebody makes more than advice of one of the rules that take time.
fn is_raised(content: &Content) -> bool {
    let rules = [&PASSIVE_VOICE, &PLAINER_WORD, &JARGON, &TERM_VARIANTS];
    let mut rules = rules.into_iter().chain(typography::ALL.iter().copied());
    rules.any(|rule| content.settings.checks.raises(rule) || content.checks.raises(rule))
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
        for term in &self.read.terms {
            check_plain_line(&term.definition, self.advice(), out);
            if let Some(easy) = &term.easy_read {
                check_easy_read_definition(&easy.value, easy.span, self.tools(), out);
            }
        }
    }

    /// Whether what takes time and is only advice is looked for.
    pub(super) fn wants_advice(&self) -> bool {
        self.plain.advice
    }

    fn advice(&self) -> Option<Tools<'_>> {
        self.plain.advice.then(|| self.tools())
    }

    fn tools(&self) -> Tools<'_> {
        Tools { lexicon: self.plain.lexicon(), glossary: &self.matcher }
    }
}
