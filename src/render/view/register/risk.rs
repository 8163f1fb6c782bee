//! A risk: what could happen and why, how it is rated with and without controls, what is done, and how
//! it was rated in the other registers of the series.

use super::desk::Desk;
use super::rating::{MovementView, RatingView, short};
use crate::content::risk_register::{Risk, movement};
use crate::prose::{Inline, plain_text};
use crate::render::view::common::{About, Context, Link};
use crate::render::view::head::Head;
use crate::render::view::text::Word;
use crate::render::view::{Html, lists};
use crate::site::{Address, RegisterOf};
use minijinja::value::Value;
use serde::Serialize;

/// A risk with all that the register says of it.
#[derive(Serialize)]
pub(super) struct RiskView {
    id: String,
    place: String,
    title: String,
    description: Option<Html>,
    divisions: Vec<String>,
    categories: Vec<String>,
    causes: Vec<Html>,
    effects: Vec<Html>,
    gross: Option<RatingView>,
    now: Option<RatingView>,
    movement: Option<MovementView>,
    controls: Vec<Html>,
    actions: Vec<Html>,
    owners: Vec<String>,
}

/// What one register of the series says of a risk.
#[derive(Serialize)]
struct Moment {
    /// The register; the one of this page has no link.
    register: Link,
    gross: Option<String>,
    now: Option<String>,
    movement: Option<MovementView>,
    /// Why it is gone, where it was closed in that register.
    closed: Option<String>,
}

/// What is said of a risk, its headings below one of the level `under`.
pub(super) fn risk_view(desk: &Desk<'_>, risk: &Risk, under: u8) -> RiskView {
    let lines = |lines: &[Vec<Inline>]| lines.iter().map(|line| desk.writing.line(line)).collect();
    let prefix = if desk.whole { format!("{}--", risk.place()) } else { String::new() };
    RiskView {
        id: risk.id.value.clone(),
        place: risk.place(),
        title: risk.title.clone(),
        description: desk.writing.prose(&risk.description, desk.writing.home(), &prefix, under.saturating_sub(1)),
        divisions: risk.divisions.clone(),
        categories: risk.categories.clone(),
        causes: lines(&risk.causes),
        effects: lines(&risk.effects),
        gross: desk.rating(risk.before_controls()),
        now: desk.rating(risk.now()),
        movement: desk.movement(risk),
        controls: lines(&risk.controls),
        actions: lines(&risk.actions),
        owners: risk.owners.clone(),
    }
}

/// The page of the risk of this index of a register.
pub(in crate::render::view) fn page(context: &Context<'_>, index: usize, number: usize) -> Value {
    #[derive(Serialize)]
    struct View {
        register: Head,
        risk: RiskView,
        history: Vec<Moment>,
        previous: Option<Link>,
        next: Option<Link>,
        words: Vec<Word>,
    }
    let Some(desk) = Desk::of(context, index) else { return lists::not_found(context) };
    let Some(risk) = desk.register.risks.get(number) else { return lists::not_found(context) };
    let neighbour = |number: Option<usize>| Some(desk.link(desk.register.risks.get(number?)?));
    let title = desk.name(risk);
    let now = risk.now().map(|rating| short(context, desk.register, rating));
    let view = View {
        register: Head::of(context, desk.document, title.clone()),
        risk: risk_view(&desk, risk, 1),
        history: history(&desk, risk),
        previous: neighbour(number.checked_sub(1)),
        next: neighbour(number.checked_add(1)),
        words: desk.writing.words(),
    };
    let description = now.map(|now| desk.word("risk_about", &[("title", &risk.title), ("rating", &now)]));
    let about = About { title, within: Some(desk.document.title()), description, document: Some(desk.document) };
    context.view(&about, view)
}

/// What the page of a risk is called.
pub(in crate::render::view) fn title_of(context: &Context<'_>, index: usize, number: usize) -> String {
    let desk = Desk::of(context, index);
    let name = desk.and_then(|desk| Some(desk.name(desk.register.risks.get(number)?)));
    name.unwrap_or_default()
}

/// What each public register of the series says of a risk, the newest first.
fn history(desk: &Desk<'_>, risk: &Risk) -> Vec<Moment> {
    let all = desk.context.site.registers(desk.index);
    let moment = |(place, of): (usize, &RegisterOf<'_>)| {
        let id = &risk.id.value;
        let (document, here) = (of.document, of.document.path == desk.document.path);
        let label = desk.called(document);
        if let Some(closed) = of.register.closed.iter().find(|closed| closed.place() == risk.place()) {
            let register = Link { label, href: Some(desk.context.link(&Address::of(&document.path))) };
            let because = plain_text(&closed.because).trim().to_owned();
            return Some(Moment { register, gross: None, now: None, movement: None, closed: Some(because) });
        }
        let then = of.register.risk(id)?;
        let words = |rating| short(desk.context, of.register, rating);
        let before = all.get(place + 1).map(|before| before.register);
        let moved = before.and_then(|before| {
            let then = before.risk(id).and_then(Risk::now);
            Some(MovementView::of(desk.context, movement(of.register.risk(id)?, before)?, then))
        });
        Some(Moment {
            register: Link { label, href: (!here).then(|| desk.href_in(document, then)) },
            gross: then.before_controls().map(words),
            now: then.now().map(words),
            movement: moved,
            closed: None,
        })
    };
    all.iter().enumerate().filter_map(moment).collect()
}
