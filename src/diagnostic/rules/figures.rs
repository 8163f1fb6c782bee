//! Rules about figures: where they are written, and where they are quoted.

use crate::diagnostic::rule::declare_rules;

declare_rules! {
    BAD_AMOUNT: Error, "bad-amount", "a value that is no amount",
        why "A figure that cannot be read cannot be compared, added up or checked.",
        mend "Write it as people write it: 1,884, £36.1 million, £5,661k, 92.5%. Where there is none, write N/A or TBC.",
        example "carers-assessed: 1,884";
    BAD_UNIT: Error, "bad-unit", "a unit that is none",
        why "Without a unit nobody knows what a number counts.",
        mend "Write £, £'000, £ million, %, or what is counted: people, visits, days.";
    BAD_FIGURE_ID: Error, "bad-figure-id", "a figure's id with letters that cannot stand in an address",
        why "The id is part of the address of the figure's page and data.",
        mend "Use small letters, digits and hyphens: carers-assessed.";
    INDICATOR_TWICE: Error, "indicator-twice", "two indicators with the same id",
        why "Nobody could tell which of them is meant.",
        mend "Give one of them another id, or make one of the two.";
    FIGURE_TWICE: Error, "figure-twice", "two different values of one figure in one period",
        why "A fact is written once. Where it is written twice, the two drift apart, and readers find both.",
        mend "Correct the wrong one. If the figure was revised, say so where it belongs: was: and because:.";
    FIGURE_UNKNOWN: Error, "figure-unknown", "a figure that does not exist",
        why "The quotation cannot be checked.",
        mend "Use the id of an indicator, or of a figure in this document's figures.yaml.";
    FIGURE_NO_VALUE: Error, "figure-no-value", "a figure that has no value in this period",
        why "The quotation cannot be checked.",
        mend "Write the value into figures.yaml, or name another period: figure:ID@2018-19.";
    FIGURE_NO_PERIOD: Error, "figure-no-period", "a figure quoted where no period is known",
        why "A figure has a value for each period, and the document has none.",
        mend "Give the document a `period`, or name it in the link: figure:ID@2019-20.";
    FIGURE_WRONG: Error, "figure-wrong", "a quotation that does not agree with its figure",
        why "Readers who find two numbers for one thing believe neither.",
        mend "Correct the quotation, or the figure. Where the difference has a reason, say it: [£70.1m](figure:bcf-pool \"without the grant\").";
    FIGURE_NOT_PUBLIC: Error, "figure-not-public", "a figure whose value only an unpublished document holds",
        why "The page would tell what is not published yet.",
        mend "Publish that document first, or write the value where the public may read it.";
    REVISION_UNEXPLAINED: Warning, "revision-unexplained", "a revised figure without a reason",
        why "Readers who remember the old value want to know why it changed.",
        mend "Add `because:` with the reason.";
    FIGURE_DROPPED: Advice, "figure-dropped", "an indicator that the edition before had and this one has not",
        why "A number that quietly disappears is the one that people ask about.",
        mend "Add its value to figures.yaml; write N/A and a note if there is none any more.";
    FIGURE_UNCHECKED: Error lowerable, "figure-unchecked", "a number that refers to no figure, in a document that wants all of them checked",
        why "The document says `figures: checked`, so nobody expects a number that nobody checks.",
        mend "Make it a link to its figure: [1,884](figure:carers-assessed). A number of this document alone can stand in its figures.yaml with a label and a unit.",
        example "figures: checked";
}
