//! What changed since the register before, and which risks are gone and why.

use super::desk::Desk;
use super::rating::short;
use crate::content::risk_register::{Closed, Movement, Risk, movement};
use crate::render::view::Html;
use crate::render::view::common::Link;
use crate::site::Address;
use serde::Serialize;

/// What changed since the register before.
#[derive(Serialize)]
pub(super) struct Changed {
    title: String,
    /// The register before.
    before: Link,
    groups: Vec<Group>,
}

/// The risks that moved in one way.
#[derive(Serialize)]
struct Group {
    /// The word for styles, which is also the shape.
    key: &'static str,
    title: String,
    changes: Vec<Change>,
}

#[derive(Serialize)]
struct Change {
    risk: Link,
    text: Option<String>,
}

/// A risk that is gone.
#[derive(Serialize)]
pub(super) struct ClosedView {
    risk: Link,
    because: Html,
}

/// Nothing where this is the first register.
pub(super) fn changed(desk: &Desk<'_>) -> Option<Changed> {
    let before = desk.before?;
    let change = |risk: &Risk| {
        let then = before.register.risk(&risk.id.value).and_then(Risk::now);
        let text = risk.now().zip(then).map(|(now, then)| {
            let (now, then) = (short(desk.context, desk.register, now), short(desk.context, before.register, then));
            if now == then {
                desk.word("risk_stays", &[("rating", &now)])
            } else {
                desk.word("risk_from_to", &[("before", &then), ("now", &now)])
            }
        });
        Change { risk: desk.link(risk), text }
    };
    let group = |kind: Movement| Group {
        key: kind.word(),
        title: desk.word(&format!("risk_changed_{}", kind.word()), &[]),
        changes: desk
            .register
            .risks
            .iter()
            .filter(|risk| movement(risk, before.register) == Some(kind))
            .map(change)
            .collect(),
    };
    let called = desk.called(before.document);
    Some(Changed {
        title: desk.word("risk_changed", &[("period", &called)]),
        before: Link {
            label: before.document.title().to_owned(),
            href: Some(desk.context.link(&Address::of(&before.document.path))),
        },
        groups: Movement::ALL.into_iter().map(group).filter(|group| !group.changes.is_empty()).collect(),
    })
}

pub(super) fn closed(desk: &Desk<'_>) -> Vec<ClosedView> {
    let view = |closed: &Closed| {
        let then = desk.before.and_then(|before| Some((before.document, before.register.risk(&closed.id.value)?)));
        let risk = match then {
            Some((document, risk)) => Link { label: desk.name(risk), href: Some(desk.href_in(document, risk)) },
            None => Link { label: desk.word("risk_id", &[("id", &closed.id.value)]), href: None },
        };
        ClosedView { risk, because: desk.writing.line(&closed.because) }
    };
    desk.register.closed.iter().map(view).collect()
}
