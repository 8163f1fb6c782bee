//! Risk registers against the register before them in their series: what is not mentioned again, and
//! what is said to be closed.

use super::library::Library;
use crate::content::Document;
use crate::content::risk_register::{Closed, Register, Risk};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::risks::{CLOSED_UNKNOWN, RISK_DROPPED};
use crate::figure::Date;
use crate::site::{Assembly, RegisterOf};
use crate::source::did_you_mean;

/// Checks all risk registers.
pub fn check_registers(assembly: &Assembly) -> Vec<Diagnostic> {
    let library = Library::of(assembly);
    let mut out = Vec::new();
    for register in library.documents().filter_map(|document| RegisterOf::of(document)) {
        let Some(before) = before(register.document, &library) else { continue };
        for risk in &before.register.risks {
            out.extend(dropped(risk, before.document, &register));
        }
        for closed in &register.register.closed {
            out.extend(unknown(closed, before.document, before.register));
        }
    }
    out
}

fn start(document: &Document) -> Option<Date> {
    document.header.period.as_ref()?.value.start()
}

/// The register before a document. One that is public is held against public ones only: what is not
/// published is no business of its readers. What is exempt is held against nothing.
fn before<'a>(document: &Document, library: &Library<'a>) -> Option<RegisterOf<'a>> {
    let (folder, begins, public) = (document.path.parent(), start(document)?, library.is_public(document));
    let older = library.documents().filter(|other| {
        other.path.parent() == folder
            && start(other).is_some_and(|start| start < begins)
            && other.header.exempt.is_none()
            && (!public || library.is_public(other))
    });
    older.filter_map(|document| RegisterOf::of(document)).max_by_key(|older| start(older.document))
}

fn dropped(risk: &Risk, before: &Document, now: &RegisterOf<'_>) -> Option<Diagnostic> {
    let place = risk.place();
    let closed = now.register.closed.iter().any(|closed| closed.place() == place);
    if closed || now.register.risk(&risk.id.value).is_some() {
        return None;
    }
    let id = &risk.id;
    let message = format!("the risk `{}` of {} is not mentioned again", id.value, before.title());
    Some(Diagnostic::new(&RISK_DROPPED, now.document.header.kind.span, message).label(id.span, "the risk").help(
        format!("keep it below `risks:`, or say below `closed:` why it is gone: - {{id: {}, because: …}}", id.value),
    ))
}

fn unknown(closed: &Closed, before: &Document, register: &Register) -> Option<Diagnostic> {
    let id = &closed.id;
    let ids = register.risks.iter().map(|risk| risk.id.value.as_str());
    register.risk(&id.value).is_none().then(|| {
        Diagnostic::new(&CLOSED_UNKNOWN, id.span, format!("{} has no risk `{}`", before.title(), id.value))
            .maybe_help(did_you_mean(&id.value, ids))
            .else_help("use the id that the risk had in the register before")
    })
}
