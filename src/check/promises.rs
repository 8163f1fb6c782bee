//! Promises through the years: outcomes against the commitments that they answer, both against the
//! actions of plans, and what was never mentioned again.

use super::library::Library;
use crate::content::action_plan::{State, Status};
use crate::diagnostic::rules::links::LINK_NOT_PUBLIC;
use crate::diagnostic::rules::promises::{
    COMMITMENT_TWICE, OUTCOME_NOT_AS_PLAN, OUTCOME_OF_NOTHING, OUTCOME_TOO_EARLY, OUTCOME_TWICE,
    OUTCOME_WITHOUT_EVIDENCE, PROMISE_UNANSWERED,
};
use crate::diagnostic::{Diagnostic, Span};
use crate::prose::component::{Outcome, Verdict};
use crate::prose::{Link, Target, Visitor, visit};
use crate::site::{Answer, Assembly, Promise, Promises, Standing, Stray};
use crate::source::did_you_mean;

/// Checks all commitments and outcomes.
pub fn check_promises(assembly: &Assembly) -> Vec<Diagnostic> {
    let library = Library::of(assembly);
    let promises = Promises::of(library.documents());
    let mut out = Vec::new();
    for (first, second) in &promises.twice {
        out.push(
            Diagnostic::new(&COMMITMENT_TWICE, second.span, format!("there are two commitments `{}`", second.value))
                .label(first.span, "the other one")
                .help("give one of them another id; keep that of the older one, because later editions answer it"),
        );
    }
    for (answer, why) in &promises.stray {
        out.push(stray(answer, *why, &promises));
    }
    for promise in &promises.all {
        let state = promise.commitment.action.as_ref().and_then(|action| {
            library.action(action, library.is_public(&promise.document), &mut out).map(|(_, state)| state)
        });
        check_answers(promise, state.as_ref(), &library, &mut out);
        if promise.standing(state.as_ref()) == Standing::Unanswered
            && let Some(expected) = &promise.expected
        {
            let id = &promise.commitment.id;
            out.push(
                Diagnostic::new(
                    &PROMISE_UNANSWERED,
                    id.span,
                    format!("{} does not say what became of `{}`", expected.title(), id.value),
                )
                .label(expected.header.kind.span, "the later edition")
                .help(format!(
                    "say it in an `outcomes` block there: commitment: {}; outcome: kept, partly, not-kept or changed",
                    id.value
                )),
            );
        }
    }
    out
}

fn stray(answer: &Answer, why: Stray, promises: &Promises) -> Diagnostic {
    let name = &answer.outcome.commitment;
    match why {
        Stray::Unknown => {
            let whole = name.value.document.as_ref();
            let all = promises.all.iter().filter(|promise| whole.is_none_or(|path| promise.document.path == *path));
            let message = match whole {
                Some(path) => format!("{path} has no commitment `{}`", name.value.id),
                None => format!("no earlier edition has a commitment `{}`", name.value.id),
            };
            let id = name.value.id.as_str();
            let known = promises.all.iter().find(|promise| whole.is_none() && promise.commitment.id.value == id);
            let near = match known {
                Some(elsewhere) => Some(format!("write its document too: {}#{id}", elsewhere.document.path)),
                None => did_you_mean(id, all.map(|promise| promise.commitment.id.value.as_str())),
            };
            Diagnostic::new(&OUTCOME_OF_NOTHING, name.span, message).maybe_help(near).else_help(
                "use the id of a commitment; where it is not one of an earlier edition of this document, write its \
                 document too: local-account/2019-20#memory-cafe",
            )
        }
        Stray::TooEarly => Diagnostic::new(
            &OUTCOME_TOO_EARLY,
            name.span,
            format!("`{}` is promised in this edition or in a later one", name.value.id),
        )
        .help("an outcome is told in a later edition than the promise"),
    }
}

fn check_answers(promise: &Promise, state: Option<&State<'_>>, library: &Library<'_>, out: &mut Vec<Diagnostic>) {
    for (nth, answer) in promise.answers.iter().enumerate() {
        let name = &answer.outcome.commitment;
        let before = promise.answers.iter().take(nth).find(|other| other.document.path == answer.document.path);
        if let Some(before) = before {
            out.push(
                Diagnostic::new(&OUTCOME_TWICE, name.span, format!("there are two outcomes of `{}`", name.value.id))
                    .label(before.outcome.commitment.span, "the other one")
                    .help("make one of them, or take one out"),
            );
        }
        if library.is_public(&answer.document) && !library.is_public(&promise.document) {
            out.push(
                Diagnostic::new(
                    &LINK_NOT_PUBLIC,
                    name.span,
                    format!("/{} is not published yet", promise.document.path),
                )
                .help("publish that document first, or take the outcome out until then"),
            );
        }
        if answer.outcome.result == Verdict::Kept && !shows_anything(&answer.outcome) {
            out.push(
                Diagnostic::new(&OUTCOME_WITHOUT_EVIDENCE, name.span, "nothing shows that this promise was kept")
                    .help("name a figure, an action or a document below `evidence:`"),
            );
        }
        if let Some(contradiction) = state.and_then(|state| contradiction(answer, state)) {
            out.push(contradiction);
        }
    }
}

/// Whether there is evidence, or at least a link in the text.
fn shows_anything(outcome: &Outcome) -> bool {
    struct Found(bool);
    impl Visitor for Found {
        fn link(&mut self, link: &Link, _: Span) {
            self.0 |= !matches!(link.target, Target::Term(_));
        }
    }
    let mut found = Found(!outcome.evidence.is_empty());
    visit(&outcome.text, &mut found);
    found.0
}

/// An outcome that is not what the plan says.
fn contradiction(answer: &Answer, state: &State<'_>) -> Option<Diagnostic> {
    let outcome = &answer.outcome;
    let contradicts = match outcome.result {
        Verdict::Kept => !matches!(state.status, Status::Completed | Status::DoneThisYear),
        Verdict::NotKept => matches!(state.status, Status::Completed | Status::DoneThisYear),
        Verdict::Partly | Verdict::Changed => false,
    };
    contradicts.then(|| {
        let action = &state.action.id;
        let message = format!("the plan says that `{}` is {}", action.value, state.status.word());
        Diagnostic::new(&OUTCOME_NOT_AS_PLAN, outcome.commitment.span, message)
            .label(action.span, "the action that carries it out")
            .help("correct the outcome, or add an update to the plan")
    })
}
