//! Rules about how serious messages are: levels, the reasons for them, and the baseline.

use crate::diagnostic::rule::declare_rules;

declare_rules! {
    BAD_CHECK: Error, "bad-check", "a level that cannot be set",
        why "It would have no effect, and nobody would notice.",
        mend "Name the code of a message, and `off`, `advice`, `warning` or `error`. Most errors cannot be lowered; `candour explain CODE` says which can.",
        example "checks:\n  link-text-unclear: error\n  term-unused: { level: off, reason: The glossary is for all our sites }\n\n<!-- candour: off link-text-unclear (the words of the Act) -->";
    CHECK_WITHOUT_REASON: Warning, "check-without-reason", "a level that is lowered, and nobody says why",
        why "Whoever comes next cannot tell whether the reason still holds.",
        mend "Say why: `term-unused: { level: off, reason: The glossary is for all our sites }`, or in round brackets at the end of a note.",
        example "<!-- candour: off link-text-unclear -->      (wrong)\n<!-- candour: off link-text-unclear (the words of the Act) -->";
    CHECK_UNNEEDED: Advice, "check-unneeded", "a note that lowers a message that is not there",
        why "Notes that nothing needs pile up, and hide what is written there later.",
        mend "Remove the note, or the code from it.";
    BAD_BASELINE: Error, "bad-baseline", "a list of known faults that cannot be read",
        why "Known faults cannot be told from new ones.",
        mend "Take the version of baseline.yaml before the edit, or write it anew with `candour baseline --again`. Nobody needs to edit it by hand.";
}
