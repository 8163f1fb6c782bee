//! Reading a risk register out of its `document.yaml`; and how risks are rated, which `site.yaml` can
//! say for all registers.

use super::model::place_of;
use super::{Closed, Rated, Risk, RiskRegister, Scheme, SummaryRow, bands, scale};
use crate::diagnostic::rules::fields::{BAD_IDENTIFIER, WRONG_TYPE};
use crate::diagnostic::rules::risks::{REGISTER_EMPTY, RISK_TWICE, RISK_WITHOUT_CONTROLS, RISK_WITHOUT_OWNER};
use crate::diagnostic::{Diagnostic, Span};
use crate::prose::{line_field, lines_field, parse_prose};
use crate::source::{Fields, Located, Yaml, list_of};
use std::collections::BTreeMap;

/// Takes the fields of a risk register from its `document.yaml`.
pub(in crate::content) fn decode_register(fields: &mut Fields<'_, '_>) -> RiskRegister {
    let committee = fields.text("committee").map(|text| text.value);
    let scheme = decode_scheme(fields);
    let sound = fields.is_sound();
    let listed = fields.take("risks");
    if listed.is_none() {
        fields.missing("risks", "list them, each with `id:`, `title:` and its ratings");
    }
    let items = listed.map_or(&[][..], |listed| list_of(listed, "risks", fields.out));
    if let Some(listed) = listed.filter(|_| items.is_empty() && sound) {
        let place = Span { end: listed.span.start, ..listed.span };
        fields.out.push(
            Diagnostic::new(&REGISTER_EMPTY, place, "the register has no risk")
                .help("list the risks, each with `id:`, `title:` and its ratings"),
        );
    }
    let mut taken = BTreeMap::new();
    let risks = items.iter().filter_map(|item| risk(item, sound, &mut taken, fields.out)).collect();
    let items = fields.list("closed");
    let mut taken = BTreeMap::new();
    let closed = items.iter().filter_map(|item| closed(item, sound, &mut taken, fields.out)).collect();
    let items = fields.list("summary-table");
    let summary = items.iter().filter_map(|item| summary_row(item, sound, fields.out)).collect();
    RiskRegister { committee, scheme, risks, closed, summary }
}

/// Takes the fields that say how risks are rated.
pub(in crate::content) fn decode_scheme(fields: &mut Fields<'_, '_>) -> Scheme {
    let scale = fields.take("risk-scale").and_then(|yaml| scale::decode(yaml, fields.out));
    let bands = fields.take("risk-bands").map(|yaml| bands::decode(yaml, fields.out));
    Scheme { scale, bands }
}

fn risk(yaml: &Yaml, sound: bool, taken: &mut BTreeMap<String, Span>, out: &mut Vec<Diagnostic>) -> Option<Risk> {
    let mut fields = Fields::of(yaml, "a risk", out)?.sound(sound);
    let id = id(&mut fields, taken);
    let title = fields.required_text("title", "name it: title: Failure to keep to the budget");
    let excerpt = fields.excerpt("description");
    let description = excerpt.map(|excerpt| parse_prose(&excerpt, fields.out)).unwrap_or_default();
    let names = |texts: Vec<Located<String>>| texts.into_iter().map(|text| text.value).collect();
    let divisions = names(fields.texts("division"));
    let categories = names(fields.texts("category"));
    let causes = lines_field(&mut fields, "causes");
    let effects = lines_field(&mut fields, "effects");
    let gross = rated(&mut fields, "gross", sound);
    let current = rated(&mut fields, "current", sound);
    if !fields.has("current") {
        fields.missing("current", "rate it as it is now: current: {likelihood: 3, impact: 4}");
    }
    let controls = lines_field(&mut fields, "controls");
    let actions = lines_field(&mut fields, "actions");
    let owners: Vec<String> = names(fields.texts("owner"));
    if let Some(id) = id.as_ref().filter(|_| sound) {
        let lacks = |name: &str| !fields.has(name) && !fields.has_misspelt(name);
        let (controls, owner) = (lacks("controls"), lacks("owner"));
        if controls {
            fields.out.push(
                Diagnostic::new(&RISK_WITHOUT_CONTROLS, id.span, format!("the risk `{}` has no controls", id.value))
                    .help("list what is done against it below `controls:`"),
            );
        }
        if owner {
            fields.out.push(
                Diagnostic::new(&RISK_WITHOUT_OWNER, id.span, format!("nobody owns the risk `{}`", id.value))
                    .help("name who is responsible, as a role: owner: Director of Adult Services"),
            );
        }
    }
    fields.finish();
    Some(Risk {
        id: id?,
        title: title?.value,
        description,
        divisions,
        categories,
        causes,
        effects,
        gross,
        current,
        controls,
        actions,
        owners,
    })
}

/// The number or code of a risk, fit for an address and not among those `taken`.
fn id(fields: &mut Fields<'_, '_>, taken: &mut BTreeMap<String, Span>) -> Option<Located<String>> {
    let id = fields.required_text("id", "give it the number or code that it has in every register: id: 1")?;
    if !id.value.contains(char::is_alphanumeric) {
        let message = format!("`{}` cannot be the id of a risk", id.value);
        let help = "write the number or code of the risk: id: 1";
        fields.out.push(Diagnostic::new(&BAD_IDENTIFIER, id.span, message).help(help));
        return None;
    }
    let place = place_of(&id.value);
    if let Some(first) = taken.get(&place) {
        let message = format!("the risk `{}` is here twice", id.value);
        fields.out.push(
            Diagnostic::new(&RISK_TWICE, id.span, message)
                .label(*first, "the other one")
                .help("give one of them another id; keep that of the older one, because registers go by it"),
        );
        return None;
    }
    taken.insert(place, id.span);
    Some(id)
}

fn rated(fields: &mut Fields<'_, '_>, name: &'static str, sound: bool) -> Option<Rated> {
    let yaml = fields.take(name)?;
    let mut fields = Fields::of(yaml, "a rating", fields.out)?.sound(sound);
    let likelihood = fields.required_text("likelihood", "write a step of the scale: likelihood: 3");
    let impact = fields.required_text("impact", "write a step of the scale: impact: 4");
    let score = whole_number(&mut fields, "score");
    fields.finish();
    Some(Rated { span: yaml.span, likelihood, impact, score, rating: None })
}

fn closed(yaml: &Yaml, sound: bool, taken: &mut BTreeMap<String, Span>, out: &mut Vec<Diagnostic>) -> Option<Closed> {
    let mut fields = Fields::of(yaml, "a closed risk", out)?.sound(sound);
    let id = id(&mut fields, taken);
    let because = line_field(&mut fields, "because");
    if because.is_none() {
        fields.missing("because", "say why it is gone: because: Merged with risk 3.");
    }
    fields.finish();
    Some(Closed { id: id?, because: because? })
}

fn summary_row(yaml: &Yaml, sound: bool, out: &mut Vec<Diagnostic>) -> Option<SummaryRow> {
    let mut fields = Fields::of(yaml, "a row of the summary table", out)?.sound(sound);
    let risk = fields.required_text("risk", "give the number or code of the risk: risk: 1");
    let gross = whole_number(&mut fields, "gross");
    let current = whole_number(&mut fields, "current");
    fields.finish();
    Some(SummaryRow { risk: risk?, gross, current })
}

/// A field that holds a whole number.
pub(super) fn whole_number(fields: &mut Fields<'_, '_>, name: &'static str) -> Option<Located<u32>> {
    fields.parsed(name, &WRONG_TYPE, |text| {
        let why = || (format!("`{name}` is a whole number, and this is `{text}`"), "write digits only: 12".to_owned());
        text.parse().map_err(|_| why())
    })
}
