//! The field `checks`: a level for each code, with its reason.

use crate::diagnostic::rules::checks::{BAD_CHECK, CHECK_WITHOUT_REASON};
use crate::diagnostic::{Diagnostic, Rule, Severity, Span, find_rule, nearest_rules, rule_codes};
use crate::source::{Fields, Located, Value, Yaml, did_you_mean, text_of};
use std::collections::BTreeMap;

/// The levels that somebody sets, by the codes of the rules.
#[derive(Clone, Debug, Default)]
pub struct Levels(BTreeMap<&'static str, Setting>);

/// How serious a message is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// Its level; `None` turns it off.
    pub level: Option<Severity>,
    /// Why.
    pub reason: Option<String>,
    /// Where that is written.
    pub at: Span,
}

impl Levels {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What is said of a rule.
    pub fn of(&self, rule: &Rule) -> Option<&Setting> {
        self.0.get(rule.code)
    }
}

/// Whose levels they are.
#[derive(Clone, Copy, PartialEq)]
enum Whose {
    /// The site's.
    Site,
    /// Those of a document or a text.
    Text,
}

/// Takes the field `checks` of a document or a text.
pub(in crate::content) fn take_levels(fields: &mut Fields<'_, '_>) -> Levels {
    fields.take("checks").map(|yaml| decode(yaml, Whose::Text, fields.out)).unwrap_or_default()
}

/// Reads the `checks` of `site.yaml`.
pub(in crate::content) fn decode_site_levels(yaml: &Yaml, out: &mut Vec<Diagnostic>) -> Levels {
    decode(yaml, Whose::Site, out)
}

fn decode(yaml: &Yaml, whose: Whose, out: &mut Vec<Diagnostic>) -> Levels {
    let mut levels = BTreeMap::new();
    let Value::Map(entries) = &yaml.value else {
        out.push(
            Diagnostic::new(&BAD_CHECK, yaml.span, "`checks` takes one `code: level` on each line")
                .help("write, for example, `table-caption: off` below it, indented by two spaces"),
        );
        return Levels::default();
    };
    for (code, value) in entries {
        let rule = rule_named(code, out);
        let Some((level, reason)) = level_and_reason(value, &code.value, out) else { continue };
        let Some(rule) = rule else { continue };
        if rule.is_lowered_by(level.value) {
            if refuse(rule, level.span, out) {
                continue;
            }
            if reason.is_none() && without_reason(rule, code.span, whose, out) {
                continue;
            }
        }
        levels.insert(rule.code, Setting { level: level.value, reason, at: code.span });
    }
    Levels(levels)
}

/// `off`, or `{level: off, reason: …}`.
fn level_and_reason(
    yaml: &Yaml,
    code: &str,
    out: &mut Vec<Diagnostic>,
) -> Option<(Located<Option<Severity>>, Option<String>)> {
    let Value::Map(_) = yaml.value else {
        let word = text_of(yaml, code, out)?;
        let word = Located::new(word.text.trim().to_owned(), word.span);
        return Some((level_named(&word, out)?, None));
    };
    let mut fields = Fields::of(yaml, "a check", out)?;
    let word = fields.required_text("level", "say how serious it is: level: advice");
    let reason = fields.text("reason").map(|reason| reason.value);
    fields.finish();
    Some((level_named(&word?, out)?, reason))
}

/// The level of a word; anything else is reported.
pub(super) fn level_named(word: &Located<String>, out: &mut Vec<Diagnostic>) -> Option<Located<Option<Severity>>> {
    let level = match word.value.as_str() {
        // YAML readers know `off` as a word for no.
        "off" | "no" | "false" => None,
        "advice" => Some(Severity::Advice),
        "warning" => Some(Severity::Warning),
        "error" => Some(Severity::Error),
        other => {
            out.push(
                Diagnostic::new(&BAD_CHECK, word.span, format!("`{other}` is not a level"))
                    .help("a level is off, advice, warning or error"),
            );
            return None;
        }
    };
    Some(Located::new(level, word.span))
}

/// The rule of a code; one that there is not is reported.
pub(super) fn rule_named(code: &Located<String>, out: &mut Vec<Diagnostic>) -> Option<&'static Rule> {
    let rule = find_rule(&code.value);
    if rule.is_none() {
        let near = nearest_rules(&code.value);
        let help = did_you_mean(&code.value, rule_codes()).unwrap_or_else(|| match near.is_empty() {
            true => "docs/diagnostics.md lists all codes".into(),
            false => format!("did you mean one of: {}?", near.join(", ")),
        });
        out.push(Diagnostic::new(&BAD_CHECK, code.span, format!("there is no check `{}`", code.value)).help(help));
    }
    rule
}

/// Reports the lowering of an error that nobody may lower; whether it is one.
pub(super) fn refuse(rule: &Rule, span: Span, out: &mut Vec<Diagnostic>) -> bool {
    let refused = !rule.can_be_lowered();
    if refused {
        out.push(
            Diagnostic::new(&BAD_CHECK, span, format!("`{}` is an error and cannot be lowered", rule.code))
                .help("mend what it reports, and remove this line"),
        );
    }
    refused
}

/// Reports that a reason is missing; whether the level has no effect for that. What a site says of warnings
/// and advice needs none: its team has agreed on it.
fn without_reason(rule: &Rule, span: Span, whose: Whose, out: &mut Vec<Diagnostic>) -> bool {
    let is_needed = whose == Whose::Text || rule.severity == Severity::Error;
    if is_needed {
        out.push(
            Diagnostic::new(&CHECK_WITHOUT_REASON, span, "there is no reason for this, so it has no effect")
                .help(format!("write `{}: {{ level: …, reason: … }}`", rule.code)),
        );
    }
    is_needed
}
