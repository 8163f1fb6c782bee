//! Rules about commitments and what became of them.

use crate::diagnostic::rule::declare_rules;

declare_rules! {
    COMMITMENT_TWICE: Error, "commitment-twice", "two commitments of a document with the same `id`",
        why "The id is how later editions say which promise they answer.",
        mend "Give one of them another id.";
    OUTCOME_OF_NOTHING: Error, "outcome-of-nothing", "an outcome of a commitment that nobody made",
        why "Readers could not find the promise that it is about.",
        mend "Use the id of a commitment of an earlier edition; in another document write that edition's path, # and the id.";
    OUTCOME_TOO_EARLY: Error, "outcome-too-early", "an outcome of a commitment of the same edition, or of a later one",
        why "What became of a promise can only be told afterwards.",
        mend "Say it in a later edition. What was done already is no commitment: write it as text.";
    OUTCOME_TWICE: Error, "outcome-twice", "two outcomes of the same commitment in one document",
        why "Readers would not know which of them holds.",
        mend "Make one outcome of the two.";
    OUTCOME_NOT_AS_PLAN: Warning, "outcome-not-as-plan", "an outcome that the plan's action contradicts",
        why "The promise would be kept on one page and late on another.",
        mend "Correct the outcome, or add an update to the plan.";
    OUTCOME_WITHOUT_EVIDENCE: Advice, "outcome-without-evidence", "a promise that is said to be kept, and nothing shows it",
        why "Anybody can say that a promise was kept. A figure, an action or a document lets readers see it.",
        mend "Name what shows it below `evidence`.";
    PROMISE_UNANSWERED: Warning, "promise-unanswered", "a commitment that a later edition does not mention",
        why "Promises that are quietly dropped are what readers remember. The page of promises says that this one was not mentioned again.",
        mend "Say in an `outcomes` block of the later edition what became of it. `not-kept` is an answer too.";
    ACTION_NOT_FOUND: Error, "action-not-found", "an action, a priority or a plan that is not there",
        why "Nothing could be shown in its place.",
        mend "Use the path of a plan below `content/`, and the ids that stand in its `document.yaml`.";
    ACTIONS_NONE: Warning, "actions-none", "no action of the plan fits what is asked for",
        why "Readers would see an empty list.",
        mend "Ask for another lead, priority or status, or take the block out.";
}
