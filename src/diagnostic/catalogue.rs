//! The explanations of all rules, for `candour explain` and for `docs/diagnostics.md`.

use super::{Rule, rules};
use std::fmt::Write;

/// The whole of `docs/diagnostics.md`.
pub fn catalogue() -> String {
    let mut out = String::from(
        "# Diagnostics\n\n\
         Everything Candour may say about your content, with why it matters and how to mend it.\n\
         `candour explain CODE` shows the same text. This page is generated from the table in\n\
         `src/diagnostic/rules`; a test holds the two equal.\n\n\
         An *error* stops publication, a *warning* does not, a *hint* is worth a look. `site.yaml` can\n\
         raise or lower warnings and hints: `checks: { link-text-unclear: error }`.\n",
    );
    for group in rules::groups() {
        let _ = write!(out, "\n## {}\n", group.title);
        for rule in group.rules {
            let _ = write!(out, "\n### {}\n\n{}", rule.code, body(rule));
        }
    }
    out
}

/// One rule, as `candour explain` prints it.
pub fn explain(rule: &Rule) -> String {
    format!("{}\n\n{}", rule.code, body(rule))
}

fn body(rule: &Rule) -> String {
    let mut out = format!(
        "{} ({})\n\nWhy it matters: {}\n\nHow to mend it: {}\n",
        rule.title,
        rule.severity.word(),
        rule.why,
        rule.mend
    );
    if !rule.example.is_empty() {
        out.push('\n');
        for line in rule.example.lines() {
            let _ = writeln!(out, "    {line}");
        }
    }
    out
}
