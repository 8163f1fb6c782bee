//! All documents of a site, public or not, for rules that hold one against another.

use crate::content::action_plan::{State, actions, state_of};
use crate::content::{Document, Plan};
use crate::diagnostic::rules::links::LINK_NOT_PUBLIC;
use crate::diagnostic::rules::promises::ACTION_NOT_FOUND;
use crate::diagnostic::{Diagnostic, Span};
use crate::prose::component::ItemName;
use crate::site::Assembly;
use crate::source::{Located, SitePath, did_you_mean};
use std::collections::BTreeMap;
use std::sync::Arc;

/// How to say which plan is meant.
pub(super) const PLAN_PATH: &str = "give the path of a plan below content/: action-plans/warm-homes";

/// All documents, public or not, and their plans.
pub(super) struct Library<'a> {
    assembly: &'a Assembly,
    documents: BTreeMap<&'a SitePath, &'a Arc<Document>>,
}

impl<'a> Library<'a> {
    pub(super) fn of(assembly: &'a Assembly) -> Library<'a> {
        let all = assembly.site.documents.iter().chain(&assembly.unpublished);
        Library { assembly, documents: all.map(|document| (&document.path, document)).collect() }
    }

    /// All documents, in the order of their paths.
    pub(super) fn documents(&self) -> impl Iterator<Item = &'a Arc<Document>> {
        self.documents.values().copied()
    }

    /// The document at a path, public or not.
    pub(super) fn document(&self, path: &SitePath) -> Option<&'a Arc<Document>> {
        self.documents.get(path).copied()
    }

    pub(super) fn is_public(&self, document: &Document) -> bool {
        self.assembly.site.document_at(&document.path).is_some()
    }

    /// A plan; says why, where there is none. What is public cannot show what is not.
    pub(super) fn plan(
        &self,
        path: Option<&SitePath>,
        span: Span,
        public: bool,
        out: &mut Vec<Diagnostic>,
    ) -> Option<(&'a Document, &'a Plan)> {
        let path = path?;
        let found = self.document(path);
        let Some((document, plan)) = found.and_then(|document| Some((document, document.plan.as_deref()?))) else {
            let plans = self.documents.values().filter(|document| document.plan.is_some());
            let message = match found {
                Some(_) => format!("{path} is no action plan"),
                None => format!("there is no action plan at {path}"),
            };
            out.push(
                Diagnostic::new(&ACTION_NOT_FOUND, span, message)
                    .maybe_help(did_you_mean(path.as_str(), plans.map(|plan| plan.path.as_str())))
                    .else_help(PLAN_PATH),
            );
            return None;
        };
        if public && !self.is_public(document) {
            out.push(
                Diagnostic::new(&LINK_NOT_PUBLIC, span, format!("/{path} is not published yet"))
                    .help("publish the plan first, or take this out until then"),
            );
            return None;
        }
        Some((document, plan))
    }

    /// An action of a plan, likewise.
    pub(super) fn action(
        &self,
        name: &Located<ItemName>,
        public: bool,
        out: &mut Vec<Diagnostic>,
    ) -> Option<(&'a Document, State<'a>)> {
        let (document, plan) = self.plan(name.value.document.as_ref(), name.span, public, out)?;
        let id = &name.value.id;
        let found = actions(&plan.promises).find(|(.., action)| action.id.value == *id);
        if found.is_none() {
            let ids = actions(&plan.promises).map(|(.., action)| action.id.value.as_str());
            out.push(
                Diagnostic::new(&ACTION_NOT_FOUND, name.span, format!("{} has no action `{id}`", document.path))
                    .maybe_help(did_you_mean(id, ids))
                    .else_help("use the id of one of the plan's actions"),
            );
        }
        found.map(|(.., action)| (document, state_of(action, &plan.rounds)))
    }
}
