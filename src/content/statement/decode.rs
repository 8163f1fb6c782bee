//! Reading `accessibility:` of `site.yaml`.

use super::wcag::{Criterion, criterion};
use super::{Compliance, Problem, Statement};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::fields::{BAD_DATE, UNKNOWN_CHOICE};
use crate::diagnostic::rules::statement::{STATEMENT_CRITERION, STATEMENT_INCOMPLETE, STATEMENT_TWO_CLAIMS};
use crate::figure::parse_date;
use crate::prose::component::Contact;
use crate::source::{Fields, Located, Value, Yaml, choose};

const CLAIMS: &[(&str, Compliance)] =
    &[("fully", Compliance::Fully), ("partially", Compliance::Partially), ("not", Compliance::Not)];

pub(in crate::content) fn decode(yaml: &Yaml, out: &mut Vec<Diagnostic>) -> Option<Statement> {
    let mut fields = Fields::of(yaml, "the accessibility statement", out)?;
    let value = |text: Option<Located<String>>| text.map(|text| text.value);
    let scope = value(fields.text("scope"));
    let features = fields.texts("features").into_iter().map(|text| text.value).collect();
    let status = status(&mut fields);
    let problems = fields.list("problems").iter().filter_map(|item| problem(item, true, fields.out)).collect();
    let burdens = fields.list("burdens").iter().filter_map(|item| problem(item, true, fields.out)).collect();
    let exempt = fields.list("exempt").iter().filter_map(|item| problem(item, false, fields.out)).collect();
    let contact = fields.take("contact").and_then(|yaml| Contact::decode(yaml, fields.out));
    let days_to_reply = fields.parsed("days-to-reply", &UNKNOWN_CHOICE, days).map(|days| days.value);
    let nation = fields.choice("nation", &UNKNOWN_CHOICE, NATIONS).is_some_and(|nation| nation.value);
    let prepared = fields.parsed("prepared", &BAD_DATE, parse_date).map(|date| date.value);
    let reviewed = fields.parsed("reviewed", &BAD_DATE, parse_date);
    let tested = fields.parsed("tested", &BAD_DATE, parse_date).map(|date| date.value);
    let tested_by = value(fields.text("tested-by"));
    let tested_how = value(fields.text("tested-how"));
    // Full compliance without a test is a mistake of its own.
    let fully = status.as_ref().is_some_and(|status| status.value == Compliance::Fully);
    for (name, help) in REQUIRED.iter().filter(|(name, _)| !(fully && name.starts_with("tested"))) {
        if !fields.has(name) && !fields.has_misspelt(name) {
            let span = crate::diagnostic::Span { end: fields.span.start, ..fields.span };
            fields.out.push(
                Diagnostic::new(&STATEMENT_INCOMPLETE, span, format!("the accessibility statement lacks `{name}`"))
                    .help(*help),
            );
        }
    }
    fields.finish();
    Some(Statement {
        span: yaml.span,
        scope,
        features,
        status,
        problems,
        burdens,
        exempt,
        contact,
        days_to_reply,
        northern_ireland: nation,
        prepared,
        reviewed,
        tested,
        tested_by,
        tested_how,
    })
}

/// True for the one nation whose enforcement body differs.
const NATIONS: &[(&str, bool)] =
    &[("england", false), ("scotland", false), ("wales", false), ("northern-ireland", true)];

/// The parts that the model statement asks for, with what to write.
const REQUIRED: &[(&str, &str)] = &[
    ("status", "say how far the website meets the standard: fully, partially or not"),
    ("days-to-reply", "say in how many working days people get an answer: `days-to-reply: 5`"),
    ("prepared", "say when the statement was written: `prepared: 2026-01-20`"),
    ("reviewed", "say when it was last looked through: `reviewed: 2026-01-20`"),
    ("tested", "say when the website was last tested: `tested: 2026-01-20`"),
    ("tested-by", "say who tested it, a role or an organisation: `tested-by: the digital team`"),
];

/// Exactly one claim. Two at once, in a list or in one text, are a mistake of their own.
fn status(fields: &mut Fields<'_, '_>) -> Option<Located<Compliance>> {
    let yaml = fields.take("status")?;
    let written: Vec<String> = match &yaml.value {
        Value::List(list) => list
            .iter()
            .filter_map(|item| match &item.value {
                Value::Text(text) => Some(text.excerpt.text.clone()),
                _ => None,
            })
            .collect(),
        Value::Text(text) => vec![text.excerpt.text.clone()],
        Value::Null | Value::Map(_) => Vec::new(),
    };
    let all = written.join(" ").to_lowercase();
    let claims =
        CLAIMS.iter().filter(|(word, _)| all.split(|c: char| !c.is_alphabetic()).any(|part| part == *word)).count();
    if claims > 1 || written.len() > 1 {
        fields.out.push(
            Diagnostic::new(&STATEMENT_TWO_CLAIMS, yaml.span, "the accessibility statement makes more than one claim")
                .help("keep exactly one: fully, partially or not"),
        );
        return None;
    }
    let word =
        written.first().map(|word| word.split_whitespace().next().unwrap_or_default().to_owned()).unwrap_or_default();
    choose(&Located::new(word, yaml.span), "status", &UNKNOWN_CHOICE, CLAIMS, fields.out)
}

fn problem(yaml: &Yaml, fails: bool, out: &mut Vec<Diagnostic>) -> Option<Problem> {
    let mut fields = Fields::of(yaml, "something that is not accessible", out)?;
    let what = fields.required_text("what", "say what is not accessible, and whom it hinders");
    let number = fields.text("criterion");
    let plan = fields.text("plan").map(|text| text.value);
    if fails && number.is_none() && !fields.has("criterion") {
        let span = what.as_ref().map_or(yaml.span, |what| what.span);
        fields.out.push(
            Diagnostic::new(&STATEMENT_INCOMPLETE, span, "the success criterion that this fails is not named")
                .help("add its number, such as `criterion: 1.1.1`"),
        );
    }
    let criterion: Option<Criterion> = number.and_then(|number| {
        let known = criterion(&number.value);
        if known.is_none() {
            fields.out.push(
                Diagnostic::new(
                    &STATEMENT_CRITERION,
                    number.span,
                    format!("`{}` is not a success criterion of WCAG 2.2", number.value),
                )
                .help("write its number, such as 1.4.3"),
            );
        }
        known
    });
    fields.finish();
    Some(Problem { what: what?.value, criterion, plan })
}

fn days(text: &str) -> Result<u32, (String, String)> {
    let number = text.split_whitespace().next().and_then(|number| number.parse().ok());
    number
        .filter(|days| (1..=365).contains(days))
        .ok_or_else(|| (format!("`{text}` is not a number of days"), "write a number, such as 5".to_owned()))
}
