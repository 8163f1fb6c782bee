//! Rules about targets and what became of them.

use crate::diagnostic::rule::declare_rules;

declare_rules! {
    TARGET_UNCLEAR: Error, "target-unclear", "a target that does not say which values are good",
        why "Nobody can tell whether it was met.",
        mend "Begin with the number that must be reached. A percentage alone is a minimum. Before any other number write `at least`, `no more than`, `less than` or `between`; or say it beside the target: better: lower.",
        example "target: at least 1,200 visits";
    TARGET_UNIT: Error, "target-unit", "a value that counts something else than its target",
        why "Three complaints cannot be held against 5%.",
        mend "Write the value in the unit of the target: 3.3% and not 3.",
        example "{ label: Complaints, target: less than 5% of referrals, values: [3.3%] }";
    STATUS_DISAGREES: Error, "status-disagrees", "a stated status that the value and the target do not give",
        why "Whoever holds the value against the target comes to something else, and trusts neither.",
        mend "Correct the value, the target or the status. If values just off the target count as nearly met, say how far off: margin: 2.";
    STATUS_UNKNOWN: Error, "status-unknown", "a word for a status that Candour does not know",
        why "It cannot be held against the numbers.",
        mend "Write met, nearly met, not met or no data. Green, amber and red are understood too.";
    BAD_MARGIN: Error, "bad-margin", "a margin that makes no sense",
        why "Nobody can tell which values nearly meet the target.",
        mend "Write a number above 0 in the unit of the target, or a share of the target: margin: 5%.";
    PERIOD_ORDER: Error, "period-order", "periods that do not go forward in time",
        why "The last one counts as the latest, and each value is compared with the one before.",
        mend "Begin with the earliest. Leave out totals of the year, or give them a scorecard or a table of their own.";
}
