//! What an account must not leave out. Sector reviews of Local Accounts (Towards Excellence
//! in Adult Social Care, Think Local Act Personal) found the same gaps year after year.

use super::Role;
use crate::content::Document;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::documents::{ACCOUNT_HIDES_WEAKNESS, ACCOUNT_LACKS_PART};
use std::collections::BTreeSet;

/// Reports the parts that a Local Account leaves out.
pub fn check(document: &Document, out: &mut Vec<Diagnostic>) {
    let present: BTreeSet<Role> =
        document.chapters().iter().flat_map(|chapter| chapter.roles.iter().copied()).collect();
    let place = document.header.kind.span;
    for (role, answers) in Role::EXPECTED {
        if !present.contains(role) {
            out.push(
                Diagnostic::new(
                    &ACCOUNT_LACKS_PART,
                    place,
                    format!("the account does not say {answers}: no chapter has the role `{0}`", role.word()),
                )
                .help(format!(
                    "add such a chapter, or give one that covers it `role: {0}`, or its heading `{{role={0}}}`",
                    role.word()
                )),
            );
        }
    }
    if !present.contains(&Role::LessWell) {
        out.push(
            Diagnostic::new(&ACCOUNT_HIDES_WEAKNESS, place, "the account says nothing of what went less well")
                .help("add a chapter with `role: less-well`, or a heading such as `## What went less well {role=less-well}`; reviews found that accounts show achievements and hide weaknesses"),
        );
    }
}
