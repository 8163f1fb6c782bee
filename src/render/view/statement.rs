//! The accessibility statement: what `site.yaml` says, in the order and wording of the model
//! statement (GOV.UK, "Sample accessibility statement"; the wording is the theme's).

use super::common::{About, ContactView, Context};
use crate::content::statement::{Compliance, Problem, Statement};
use crate::site::Page;
use minijinja::value::Value;
use serde::Serialize;

#[derive(Serialize)]
struct View {
    title: String,
    scope: String,
    pages: String,
    features: Vec<String>,
    compliance: Option<String>,
    problems: Vec<ProblemView>,
    burdens: Vec<ProblemView>,
    exempt: Vec<ProblemView>,
    contact: Option<ContactView>,
    reply: Option<String>,
    enforcement: String,
    enforcement_href: String,
    enforcement_label: String,
    commitment: String,
    prepared: Option<String>,
    reviewed: Option<String>,
    tested: Option<String>,
    tested_how: Option<String>,
}

#[derive(Serialize)]
struct ProblemView {
    what: String,
    criterion: Option<String>,
    plan: Option<String>,
}

/// What the theme makes sure of on every page, by its keys among the interface words.
const FEATURES: &[&str] = &[
    "statement_feature_zoom",
    "statement_feature_contrast",
    "statement_feature_keyboard",
    "statement_feature_reader",
    "statement_feature_script",
    "statement_feature_print",
];

pub(super) fn statement(context: &Context<'_>) -> Value {
    let settings = &context.site.settings;
    let Some(statement) = &settings.statement else { return Value::UNDEFINED };
    let organisation = settings.organisation.as_str();
    let word = |key: &str| context.word(key, &[("organisation", organisation)]);
    let nation = if statement.northern_ireland { "northern_ireland" } else { "britain" };
    let pages = context.site.pages.values().filter(|page| !matches!(page, Page::NotFound | Page::Latest(_))).count();
    let view = View {
        title: context.word("accessibility", &[]),
        scope: scope(context, statement),
        pages: context.word("statement_pages", &[("count", &pages.to_string())]),
        features: if statement.features.is_empty() {
            FEATURES.iter().map(|key| context.word(key, &[])).collect()
        } else {
            statement.features.clone()
        },
        compliance: statement.status.as_ref().map(|status| context.word(compliance_key(status.value), &[])),
        problems: problems(context, &statement.problems),
        burdens: problems(context, &statement.burdens),
        exempt: problems(context, &statement.exempt),
        contact: statement.contact.as_ref().or(settings.contact.as_ref()).map(ContactView::new),
        reply: statement.days_to_reply.map(|days| context.word("statement_reply", &[("count", &days.to_string())])),
        enforcement: word(&format!("statement_enforcement_{nation}")),
        enforcement_href: context.word(&format!("statement_enforcement_{nation}_address"), &[]),
        enforcement_label: context.word(&format!("statement_enforcement_{nation}_label"), &[]),
        commitment: word("statement_commitment"),
        prepared: dated(context, "statement_prepared", statement.prepared),
        reviewed: dated(context, "statement_reviewed", statement.reviewed.as_ref().map(|date| date.value)),
        tested: tested(context, statement),
        tested_how: statement.tested_how.clone(),
    };
    let about = About { title: view.title.clone(), within: None, description: None, document: None };
    context.view(&about, view)
}

fn scope(context: &Context<'_>, statement: &Statement) -> String {
    let settings = &context.site.settings;
    match (&statement.scope, &settings.base_url) {
        (Some(scope), _) => scope.clone(),
        (None, Some(url)) => context.word("statement_scope_at", &[("title", &settings.title), ("address", url)]),
        (None, None) => context.word("statement_scope", &[("title", &settings.title)]),
    }
}

fn compliance_key(compliance: Compliance) -> &'static str {
    match compliance {
        Compliance::Fully => "statement_fully",
        Compliance::Partially => "statement_partially",
        Compliance::Not => "statement_not",
    }
}

fn problems(context: &Context<'_>, problems: &[Problem]) -> Vec<ProblemView> {
    problems
        .iter()
        .map(|problem| ProblemView {
            what: problem.what.clone(),
            criterion: problem.criterion.map(|criterion| {
                context.word(
                    "statement_criterion",
                    &[("number", criterion.number), ("name", criterion.name), ("level", criterion.level)],
                )
            }),
            plan: problem.plan.clone(),
        })
        .collect()
}

fn dated(context: &Context<'_>, key: &str, date: Option<crate::figure::Date>) -> Option<String> {
    date.map(|date| context.word(key, &[("date", &context.date(date))]))
}

fn tested(context: &Context<'_>, statement: &Statement) -> Option<String> {
    let date = context.date(statement.tested?);
    Some(match &statement.tested_by {
        Some(who) => context.word("statement_tested_by", &[("date", &date), ("who", who)]),
        None => context.word("statement_tested", &[("date", &date)]),
    })
}
