//! Rules about Easy Read editions.

use crate::diagnostic::rule::declare_rules;

declare_rules! {
    EASY_READ_DEFINITION: Warning, "easy-read-definition", "a hard word without an Easy Read definition",
        why "Easy Read explains hard words where they stand. The glossary's own definition is written for other readers.",
        mend "Write `easy-read:` for the term in glossary.yaml, in one short sentence, or use a plainer word.",
        example "- name: Reablement\n  definition: Short-term support after a stay in hospital.\n  easy-read: Help to do things for yourself again.";
    EASY_READ_RETELLS: Error, "easy-read-retells", "an Easy Read chapter that retells a chapter that is not there",
        why "Readers go from a chapter to its Easy Read twin and back. A wrong name leads to neither.",
        mend "Name the chapter by its file, without `.md`.",
        example "retells: [05-what-we-spent]";
}
