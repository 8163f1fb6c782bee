//! `outcomes`: what became of the commitments of an earlier edition. Which commitment each of them
//! answers, the site knows.

use super::Context;
use super::item::{ItemName, in_document, item_name, items};
use crate::diagnostic::rules::components::ITEM_NAME;
use crate::diagnostic::rules::fields::{BAD_ADDRESS, UNKNOWN_CHOICE};
use crate::diagnostic::rules::prose::TOO_DEEP;
use crate::diagnostic::{Diagnostic, Span};
use crate::figure::parse_reference;
use crate::prose::parse::{Page, parse_within};
use crate::prose::{Inline, InlineKind, Link, Prose, Target};
use crate::source::{Fields, Located, Value, Yaml, list_of};

/// What became of a commitment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Where it stands.
    pub span: Span,
    /// The commitment.
    pub commitment: Located<ItemName>,
    /// In one word.
    pub result: Verdict,
    /// What happened. Its footnotes are among the page's.
    pub text: Prose,
    /// What shows it: links to figures, actions and documents. Their words are filled in.
    pub evidence: Vec<Inline>,
}

/// What became of a commitment, in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// It was done.
    Kept,
    /// Some of it was done.
    Partly,
    /// Something else was done, or it is now promised otherwise.
    Changed,
    /// It was not done.
    NotKept,
}

impl Verdict {
    /// The words that authors write.
    const CHOICES: &'static [(&'static str, Verdict)] = &[
        ("kept", Verdict::Kept),
        ("partly", Verdict::Partly),
        ("not-kept", Verdict::NotKept),
        ("changed", Verdict::Changed),
        ("done", Verdict::Kept),
        ("partly-kept", Verdict::Partly),
        ("broken", Verdict::NotKept),
    ];
}

pub(super) fn decode(yaml: &Yaml, context: Context, page: &mut Page, out: &mut Vec<Diagnostic>) -> Vec<Outcome> {
    if page.in_component {
        out.push(
            Diagnostic::new(&TOO_DEEP, context.span, "outcomes within the text of another component")
                .help("end that component before the outcomes begin"),
        );
        return Vec::new();
    }
    let items = items(yaml, "outcomes", "commitment", out);
    items.iter().filter_map(|item| outcome(item, context.sound, page, out)).collect()
}

fn outcome(yaml: &Yaml, sound: bool, page: &mut Page, out: &mut Vec<Diagnostic>) -> Option<Outcome> {
    let mut fields = Fields::of(yaml, "an outcome", out)?.sound(sound);
    let span = fields.span;
    let commitment =
        fields.parsed("commitment", &ITEM_NAME, |text| item_name(text, "local-account/2019-20#memory-cafe"));
    fields.missing("commitment", "name the commitment by its id: commitment: memory-cafe");
    let result = fields.choice("outcome", &UNKNOWN_CHOICE, Verdict::CHOICES);
    fields.missing("outcome", "say what became of it: kept, partly, not-kept or changed");
    let text = fields.excerpt("text");
    fields.missing("text", "say what happened: text: The café opened in March 2021.");
    page.in_component = true;
    let text = text.map(|text| parse_within(&text, page, fields.out)).unwrap_or_default();
    page.in_component = false;
    let evidence = evidence(&mut fields, sound);
    fields.finish();
    Some(Outcome { span, commitment: commitment?, result: result?.value, text, evidence })
}

/// Links that show what happened.
fn evidence(fields: &mut Fields<'_, '_>, sound: bool) -> Vec<Inline> {
    let Some(yaml) = fields.take("evidence") else { return Vec::new() };
    let items = match &yaml.value {
        Value::Map(_) => std::slice::from_ref(yaml),
        _ => list_of(yaml, "evidence", fields.out),
    };
    items.iter().flat_map(|item| pieces(item, sound, fields.out)).collect()
}

fn pieces(yaml: &Yaml, sound: bool, out: &mut Vec<Diagnostic>) -> Vec<Inline> {
    let Some(fields) = Fields::of(yaml, "a piece of evidence", out) else { return Vec::new() };
    let mut fields = fields.sound(sound);
    let figure = fields.parsed("figure", &BAD_ADDRESS, parse_reference);
    let action = fields.parsed("action", &ITEM_NAME, |text| item_name(text, "action-plans/warm-homes#repair-team"));
    let action = action.filter(|action| in_document(action, "the action", fields.out));
    let document = fields.text("document");
    fields.finish();
    let figure = figure.map(|figure| (Target::Figure(Box::new(figure.value)), figure.span));
    let action = action.map(|action| (action.value.target(), action.span));
    let document = document.map(|document| {
        let path = document.value.trim_start_matches("doc:");
        let (path, anchor) = path.split_once('#').map_or((path, None), |(path, anchor)| (path, Some(anchor)));
        (Target::Document(path.to_owned(), anchor.map(str::to_owned)), document.span)
    });
    let link = |(target, span)| {
        let link = Link { target, title: String::new(), automatic: false, content: Vec::new() };
        Inline { span, kind: InlineKind::Link(link) }
    };
    [figure, action, document].into_iter().flatten().map(link).collect()
}
