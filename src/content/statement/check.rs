//! What a statement must not claim, and when it must be looked through again.

use super::Compliance;
use crate::content::Settings;
use crate::diagnostic::rules::statement::{
    STATEMENT_MISSING, STATEMENT_REVIEW_DUE, STATEMENT_TWO_CLAIMS, STATEMENT_UNPROVEN,
};
use crate::diagnostic::{Diagnostic, FileId, Span};
use crate::figure::Date;
use jiff::ToSpan;

/// Checks the statement of a site on a day. `file` is `site.yaml`, where a statement that is
/// not there would be. It is missed once the site knows where it will be published: before
/// that there is nobody to state anything to.
pub fn check_statement(settings: &Settings, file: FileId, today: Date, out: &mut Vec<Diagnostic>) {
    if settings.lacks_statement && settings.base_url.is_some() {
        out.push(
            Diagnostic::new(&STATEMENT_MISSING, Span::top(file), "the site has no accessibility statement")
                .help("add `accessibility:` to site.yaml; docs/accessibility-statement.md shows what belongs in it"),
        );
    }
    let Some(statement) = &settings.statement else { return };
    if let Some(reviewed) = &statement.reviewed
        && reviewed.value.checked_add(12.months()).is_ok_and(|due| due < today)
    {
        out.push(
            Diagnostic::new(
                &STATEMENT_REVIEW_DUE,
                reviewed.span,
                format!(
                    "the accessibility statement was last reviewed on {}, more than 12 months before {today}",
                    reviewed.value
                ),
            )
            .help("look it through, test again, and write today's date"),
        );
    }
    let Some(status) = statement.status.as_ref().filter(|status| status.value == Compliance::Fully) else { return };
    if !(statement.problems.is_empty() && statement.burdens.is_empty()) {
        out.push(
            Diagnostic::new(
                &STATEMENT_TWO_CLAIMS,
                status.span,
                "the statement claims full compliance and lists what does not comply",
            )
            .help("write `status: partially`, or take the problems out once they are mended"),
        );
    }
    if statement.tested_by.is_none() || statement.tested.is_none() {
        out.push(
            Diagnostic::new(&STATEMENT_UNPROVEN, status.span, "full compliance is claimed without a test by people")
                .help("say who tested the website and when (`tested-by`, `tested`), or write `status: partially`; no automatic test can show full compliance"),
        );
    }
}
