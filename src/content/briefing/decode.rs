//! Reading a briefing out of its `document.yaml`.

use super::{Briefing, Item, Paper, Purpose};
use crate::content::exempt::decode_exempt;
use crate::diagnostic::rules::fields::{BAD_DATE, UNKNOWN_CHOICE};
use crate::diagnostic::rules::reports::{BRIEFING_EMPTY, ITEM_KIND};
use crate::diagnostic::{Diagnostic, Span};
use crate::figure::parse_date;
use crate::source::{Fields, Located, SitePath, Yaml, list_of};

/// Takes the fields of a briefing from its `document.yaml`.
pub(in crate::content) fn decode_briefing(fields: &mut Fields<'_, '_>) -> Briefing {
    let committee = fields.required_text("committee", "name who it goes to: committee: Health Scrutiny Committee");
    let meeting = fields.parsed("meeting", &BAD_DATE, parse_date);
    if !fields.has("meeting") {
        fields.missing("meeting", "say when the committee meets: meeting: 2021-01-20");
    }
    let text = |fields: &mut Fields<'_, '_>, name| fields.text(name).map(|text| text.value);
    let place = text(fields, "place");
    let reference = text(fields, "reference");
    let purposes = [("information", Purpose::Information), ("decision", Purpose::Decision)];
    let purpose = fields.choice("purpose", &UNKNOWN_CHOICE, &purposes);
    let listed = fields.take("items");
    if listed.is_none() {
        fields.missing("items", "list the papers, each as `- report:` or `- document:`");
    }
    let sound = fields.is_sound();
    let yaml = listed.map_or(&[][..], |listed| list_of(listed, "items", fields.out));
    if let Some(listed) = listed.filter(|_| yaml.is_empty() && sound) {
        let place = Span { end: listed.span.start, ..listed.span };
        fields.out.push(
            Diagnostic::new(&BRIEFING_EMPTY, place, "the briefing has no item")
                .help("list its papers, each as `- report:` or `- document:`"),
        );
    }
    let items = yaml.iter().filter_map(|yaml| item(yaml, sound, fields.out)).collect();
    Briefing {
        committee: committee.unwrap_or_else(|| Located::new(String::new(), fields.span)),
        meeting: meeting.map(|date| date.value),
        place,
        reference,
        purpose: purpose.map_or(Purpose::Information, |purpose| purpose.value),
        items,
    }
}

fn item(yaml: &Yaml, sound: bool, out: &mut Vec<Diagnostic>) -> Option<Item> {
    let mut fields = Fields::of(yaml, "an item", out)?.sound(sound);
    let span = fields.span;
    let document = fields.text("document");
    let report = fields.text("report");
    let exempt = decode_exempt(&mut fields);
    let text = |fields: &mut Fields<'_, '_>, name| fields.text(name).map(|text| text.value);
    let (title, author, note) = (text(&mut fields, "title"), text(&mut fields, "author"), text(&mut fields, "note"));
    let help = match (fields.has("document"), fields.has("report")) {
        (true, true) => Some("write one of `document:` and `report:`, and an item of its own for the other"),
        (false, false) if !fields.has("title") && exempt.is_none() => {
            Some("write `document:` or `report:`, or a `title:` for what has no paper")
        }
        _ => None,
    };
    if let Some(help) = help {
        let top = Span { end: span.start, ..span };
        fields.out.push(Diagnostic::new(&ITEM_KIND, top, "an item is one paper").help(help));
    }
    fields.finish();
    let document = document.map(|path| {
        let parsed = SitePath::parse(path.value.trim_start_matches("doc:")).unwrap_or_else(SitePath::root);
        Paper::Document(Located::new(parsed, path.span))
    });
    Some(Item { span, paper: document.or(report.map(Paper::Report)), exempt, title, author, note })
}
