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
         An *error* stops publication, a *warning* does not, *advice* is worth a look. You can raise and\n\
         lower warnings and advice, and those errors of which it is said: see\n\
         [Levels, reasons and known faults](checks.md).\n",
    );
    for group in rules::groups() {
        let _ = write!(out, "\n## {}\n", group.title);
        for rule in group.rules {
            let _ = write!(out, "\n### {}\n\n{}", rule.code, body(rule, markdown));
        }
    }
    out
}

/// One rule, as `candour explain` prints it.
pub fn explain(rule: &Rule) -> String {
    format!("{}\n\n{}", rule.code, body(rule, str::to_owned))
}

fn body(rule: &Rule, words: fn(&str) -> String) -> String {
    let mut out = format!(
        "{} ({}{})\n\nWhy it matters: {}\n\nHow to mend it: {}\n",
        words(rule.title),
        rule.severity.word(),
        if rule.judges { ", which you may lower with a reason" } else { "" },
        words(rule.why),
        words(rule.mend)
    );
    if !rule.example.is_empty() {
        out.push('\n');
        for line in rule.example.lines() {
            let _ = writeln!(out, "    {line}");
        }
    }
    out
}

/// Plain words as Markdown that shows the same words: `[text](address)` must not become a
/// link. What stands between backticks is code and stays.
fn markdown(text: &str) -> String {
    let pairs = text.matches('`').count().is_multiple_of(2);
    let mut out = String::with_capacity(text.len());
    let mut code = false;
    for character in text.chars() {
        match character {
            '`' if pairs => code = !code,
            '\\' | '[' | ']' | '<' | '>' | '*' | '_' | '~' | '`' if !code => out.push('\\'),
            _ => {}
        }
        out.push(character);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::markdown;

    #[test]
    fn plain_words_stay_plain_in_markdown() {
        assert_eq!(markdown("write [text](address) or `[^1]`"), "write \\[text\\](address) or `[^1]`");
        assert_eq!(markdown("a lone ` and *"), "a lone \\` and \\*");
    }
}
