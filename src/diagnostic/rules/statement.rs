//! Rules about the accessibility statement.

use crate::diagnostic::rule::declare_rules;

declare_rules! {
    STATEMENT_MISSING: Warning, "statement-missing", "a site without an accessibility statement",
        why "The Public Sector Bodies Accessibility Regulations 2018 ask every council for one, and people who meet a barrier learn from it whom to tell.",
        mend "Add `accessibility:` to site.yaml. docs/accessibility-statement.md shows what belongs in it.";
    STATEMENT_INCOMPLETE: Error, "statement-incomplete", "an accessibility statement that lacks a part",
        why "The regulations say what a statement must contain. A part that is left out makes it invalid.",
        mend "Add the part that the message names.";
    STATEMENT_TWO_CLAIMS: Error, "statement-two-claims", "two claims of compliance at once",
        why "A website meets the standard fully, partially or not. A statement that says two of these says nothing.",
        mend "Keep one claim. A website with anything listed as not accessible does not comply fully.";
    STATEMENT_UNPROVEN: Error, "statement-unproven", "full compliance claimed without a test by people",
        why "Automatic checks find a third of all barriers at best. Nobody can know of full compliance without people who tested it.",
        mend "Name who tested the website and when, or claim partial compliance.";
    STATEMENT_REVIEW_DUE: Warning, "statement-review-due", "an accessibility statement that was not reviewed for a year",
        why "Government guidance asks for a review at least once a year; an old statement describes a website that is no more.",
        mend "Look the statement through, test the website, and set `reviewed`.";
    STATEMENT_CRITERION: Error, "statement-criterion", "not a success criterion of WCAG 2.2",
        why "The statement must name the criterion that each problem fails, so that people can look up what it means.",
        mend "Write the number of the criterion, such as 1.4.3 for contrast.";
}
