//! Rules about the glossary.

use crate::diagnostic::rule::declare_rules;

declare_rules! {
    TERM_CLAIMED_TWICE: Error, "term-claimed-twice", "two terms claim the same word",
        why "A word in the text can be linked to one definition only.",
        mend "Take the form away from one of the two, or make one term of them.";
    TERM_UNUSED: Advice, "term-unused", "a term that no page uses",
        why "Long glossaries are hard to search; a word nobody meets need not be in it.",
        mend "Remove the term, add the form that the text uses to its `forms`, or link it by hand: [text](term:id).";
    TERM_RELATED: Error, "term-related", "a related term that does not exist",
        why "Readers would look for it in vain.",
        mend "Use the id of a term in the glossary.";
    TERM_ID_TWICE: Error, "term-id-twice", "two terms with the same id",
        why "A link can lead to one of them only.",
        mend "Give one of them another `id`.";
    TERM_DEFINED_BY_ITSELF: Warning, "term-defined-by-itself", "a definition that says only the term again",
        why "It explains nothing.",
        mend "Say what the term means, in words that somebody outside the council would use.";
}
