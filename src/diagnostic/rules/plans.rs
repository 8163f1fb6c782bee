//! Rules about action plans and their rounds.

use crate::diagnostic::rule::declare_rules;

declare_rules! {
    PLAN_EMPTY: Error, "plan-empty", "an action plan without an action",
        why "There is nothing to follow.",
        mend "List the actions below priorities, objectives and actions in document.yaml.";
    ACTION_TWICE: Error, "action-twice", "two priorities or two actions with one id",
        why "The id is part of the address, and updates go by it.",
        mend "Give the newer one another id.";
    ACTION_WITHOUT_LEAD: Warning, "action-without-lead", "an action that nobody leads",
        why "A promise without a person or team behind it is nobody's.",
        mend "Name who is responsible: lead: Head of Commissioning.";
    ACTION_WITHOUT_TIMESCALE: Warning, "action-without-timescale", "an action without a date",
        why "Without one nobody can tell whether it is late.",
        mend "Write timescale: with a date, a month, a season, a year, ongoing, annual or TBC.";
    ACTION_NEVER_UPDATED: Warning, "action-never-updated", "an action that no round mentions",
        why "Readers ask what became of it.",
        mend "Add it to the latest round of updates.";
    ROUND_DATE: Error, "round-date", "a round of updates whose name is no date",
        why "The date says for which day the round tells how things stand, and what is overdue is judged by it.",
        mend "Name the file after that day: updates/2023-11-21.yaml.";
    ROUND_BEFORE_PLAN: Warning, "round-before-plan", "a round that is older than its plan",
        why "Nobody can report on a plan before it begins.",
        mend "Correct the name of the round's file, or the period of the plan.";
    STATUS_UNKNOWN: Error, "status-unknown", "a status of an action that is none",
        why "Candour cannot count it, and readers cannot compare it.",
        mend "Use not-started, in-progress, completed, delayed, cancelled or done-this-year; or say what the plan's own word means under status-words:.";
    UPDATE_OF_NOTHING: Error, "update-of-nothing", "an update of an action that does not exist",
        why "Readers would never see it.",
        mend "Correct the id. An action that was taken out stays in the plan, with removed:.";
    UPDATE_OF_REMOVED: Warning, "update-of-removed", "an update of an action that was taken out before",
        why "It was taken out, or it was not.",
        mend "Take the update out, or correct the date below removed:.";
    ACTION_REOPENED: Warning, "action-reopened", "an action that was done and is not done any more",
        why "Readers were told that it is done.",
        mend "Say why, with because:.";
    DUE_MOVED: Warning, "due-moved", "a date that moved without a reason",
        why "A promise that moves quietly is the one that people ask about.",
        mend "Say why, with because:.";
    WORDING_CHANGED: Warning, "wording-changed", "an action whose words changed without a reason",
        why "It may promise less than before.",
        mend "Say why, with because:. The page shows the words as first promised.";
}
