//! Reading a plan out of its `document.yaml`: priorities, objectives, actions.

use super::timescale::parse_timescale;
use super::{Action, ActionPlan, Measure, Objective, Priority, Removal, Status, StatusWords};
use crate::diagnostic::rules::fields::{BAD_DATE, BAD_IDENTIFIER, BAD_PERIOD, UNKNOWN_CHOICE, WRONG_TYPE};
use crate::diagnostic::rules::plans::{ACTION_TWICE, ACTION_WITHOUT_TIMESCALE, PLAN_EMPTY};
use crate::diagnostic::{Diagnostic, Span};
use crate::figure::{is_figure_id, parse_date};
use crate::prose::{Prose, line_field, lines_field, parse_prose, slug};
use crate::source::{Fields, Located, Value, Yaml, choose, list_of, text_of};
use std::collections::BTreeMap;

/// Takes the fields of a plan from its `document.yaml`.
pub(in crate::content) fn decode_plan(fields: &mut Fields<'_, '_>) -> ActionPlan {
    let owner = fields.text("owner").map(|text| text.value);
    let strategy = line_field(fields, "strategy");
    let words = status_words(fields);
    let sound = fields.is_sound();
    let listed = fields.take("priorities");
    if listed.is_none() {
        fields.missing("priorities", "list them, each with `id:`, `title:` and its `objectives:`");
    }
    let mut ids = Ids::default();
    let items = listed.map_or(&[][..], |listed| list_of(listed, "priorities", fields.out));
    let priorities: Vec<Priority> =
        items.iter().filter_map(|item| priority(item, sound, &mut ids, fields.out)).collect();
    let plan = ActionPlan { owner, strategy, words, priorities };
    if let Some(listed) = listed
        && sound
        && super::actions(&plan).next().is_none()
    {
        let place = Span { end: listed.span.start, ..listed.span };
        fields.out.push(
            Diagnostic::new(&PLAN_EMPTY, place, "the plan has no action")
                .help("list the actions of an objective below `actions:`, each with `id:` and `text:`"),
        );
    }
    plan
}

/// The ids that are taken: priorities and actions have addresses of their own.
#[derive(Default)]
struct Ids {
    priorities: BTreeMap<String, Span>,
    actions: BTreeMap<String, Span>,
}

/// A required id, fit for an address and not used twice among `taken`.
fn id(
    fields: &mut Fields<'_, '_>,
    example: &str,
    what: &str,
    taken: &mut BTreeMap<String, Span>,
) -> Option<Located<String>> {
    let id = fields.required_text("id", &format!("give it a short name for its address: id: {example}"))?;
    if !is_figure_id(&id.value) {
        let name = Some(slug(&id.value)).filter(|name| is_figure_id(name)).unwrap_or_else(|| example.to_owned());
        let message = format!("`{}` cannot be the id of {what}", id.value);
        let help = format!("write it in small letters, digits and hyphens: id: {name}");
        fields.out.push(Diagnostic::new(&BAD_IDENTIFIER, id.span, message).help(help));
        return None;
    }
    if let Some(first) = taken.get(&id.value) {
        let message = format!("there are two of the id `{}` in this plan", id.value);
        fields.out.push(
            Diagnostic::new(&ACTION_TWICE, id.span, message)
                .label(*first, "the other one")
                .help("give one of them another id; keep that of the older one, because it is part of its address"),
        );
        return None;
    }
    taken.insert(id.value.clone(), id.span);
    Some(id)
}

fn priority(yaml: &Yaml, sound: bool, ids: &mut Ids, out: &mut Vec<Diagnostic>) -> Option<Priority> {
    let mut fields = Fields::of(yaml, "a priority", out)?.sound(sound);
    let id = id(&mut fields, "information", "a priority", &mut ids.priorities);
    let title = fields.required_text("title", "name it: title: Organisation and services");
    let reason = prose(&mut fields, "reason");
    let mut objectives: Vec<Objective> = Vec::new();
    // A small plan has no objectives.
    let direct = actions(&mut fields, sound, ids);
    if !direct.is_empty() {
        objectives.push(Objective { text: Vec::new(), actions: direct });
    }
    let items = fields.list("objectives");
    for item in items {
        objectives.extend(objective(item, sound, ids, fields.out));
    }
    fields.finish();
    Some(Priority { id: id?, title: title?.value, reason, objectives })
}

fn objective(yaml: &Yaml, sound: bool, ids: &mut Ids, out: &mut Vec<Diagnostic>) -> Option<Objective> {
    let mut fields = Fields::of(yaml, "an objective", out)?.sound(sound);
    let text = line_field(&mut fields, "text");
    if text.is_none() {
        fields.missing("text", "say what is to be reached: text: People know where to find help");
    }
    let actions = actions(&mut fields, sound, ids);
    fields.finish();
    Some(Objective { text: text.unwrap_or_default(), actions })
}

fn actions(fields: &mut Fields<'_, '_>, sound: bool, ids: &mut Ids) -> Vec<Action> {
    let items = fields.list("actions");
    items.iter().filter_map(|item| action(item, sound, ids, fields.out)).collect()
}

fn action(yaml: &Yaml, sound: bool, ids: &mut Ids, out: &mut Vec<Diagnostic>) -> Option<Action> {
    let mut fields = Fields::of(yaml, "an action", out)?.sound(sound);
    let id = id(&mut fields, "e-directory", "an action", &mut ids.actions);
    let text = line_field(&mut fields, "text");
    if text.is_none() {
        fields.missing("text", "say what is promised: text: Keep the online directory up to date");
    }
    let names = |texts: Vec<Located<String>>| texts.into_iter().map(|text| text.value).collect();
    let leads = names(fields.texts("lead"));
    let partners = names(fields.texts("partners"));
    let timescale = fields.parsed("timescale", &BAD_PERIOD, parse_timescale);
    let measures = lines_field(&mut fields, "measures").into_iter().map(|text| Measure { text }).collect();
    let more = prose(&mut fields, "more");
    let removed = removal(&mut fields, sound);
    if let Some(id) = id.as_ref().filter(|_| removed.is_none() && !fields.has("timescale")) {
        fields.out.push(
            Diagnostic::new(&ACTION_WITHOUT_TIMESCALE, id.span, format!("the action `{}` has no date", id.value))
                .help("say when it is to be done: timescale: March 2024; or ongoing, annual, TBC"),
        );
    }
    let (timescale, timescale_mark) = match timescale {
        Some(Located { value: (period, mark), span }) => (Some(Located::new(period, span)), mark),
        None => (None, None),
    };
    fields.finish();
    Some(Action { id: id?, text: text?, leads, partners, timescale, timescale_mark, measures, more, removed })
}

fn removal(fields: &mut Fields<'_, '_>, sound: bool) -> Option<Removal> {
    let yaml = fields.take("removed")?;
    let mut fields = Fields::of(yaml, "`removed`", fields.out)?.sound(sound);
    let date = fields.parsed("date", &BAD_DATE, parse_date);
    if date.is_none() && !fields.has("date") {
        fields.missing("date", "say when it was taken out: date: 2023-11-21");
    }
    let because = line_field(&mut fields, "because");
    if because.is_none() {
        fields.missing("because", "say why it was taken out: because: The service has ended.");
    }
    fields.finish();
    Some(Removal { date: date?.value, because: because? })
}

/// `status-words`: the plan's word, then the usual one.
pub(in crate::content) fn status_words(fields: &mut Fields<'_, '_>) -> StatusWords {
    let Some(yaml) = fields.take("status-words") else { return StatusWords::new() };
    let Value::Map(entries) = &yaml.value else {
        fields.out.push(
            Diagnostic::new(&WRONG_TYPE, yaml.span, "`status-words` holds one word on each line")
                .help("write the plan's word, a colon and the usual one: `Annual action: done-this-year`"),
        );
        return StatusWords::new();
    };
    let mut words = StatusWords::new();
    for (word, usual) in entries {
        let Some(text) = text_of(usual, "status-words", fields.out) else { continue };
        let usual = Located::new(text.text.trim().to_owned(), text.span);
        let status = choose(&usual, "status-words", &UNKNOWN_CHOICE, Status::CHOICES, fields.out);
        words.extend(status.map(|status| (word.value.trim().to_lowercase(), status.value)));
    }
    words
}

/// A field with paragraphs of Markdown.
pub(super) fn prose(fields: &mut Fields<'_, '_>, name: &'static str) -> Prose {
    let excerpt = fields.excerpt(name);
    excerpt.map(|excerpt| parse_prose(&excerpt, fields.out)).unwrap_or_default()
}
