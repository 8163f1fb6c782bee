//! Diagnostics for programs: JSON of our own, SARIF 2.1.0 (OASIS), and the workflow
//! commands that GitHub shows beside a change.

use super::{Diagnostic, How, Severity, Span, Texts};
use serde_json::{Value, json};
use std::fmt::Write;

/// `{"diagnostics": […]}`, one object each: code, severity, message, help, path, and the
/// start and end as line and column from 1. Below `suppressed`, what is not told. Where an author
/// lowered it, or it is known, `left` says so, with the reason.
pub fn json(diagnostics: &[Diagnostic], untold: &[Diagnostic], texts: &dyn Texts) -> String {
    pretty(&json!({ "diagnostics": list(diagnostics, texts), "suppressed": list(untold, texts) }))
}

/// The same with what is known of the documents beside it.
pub fn json_with_documents(
    diagnostics: &[Diagnostic],
    untold: &[Diagnostic],
    texts: &dyn Texts,
    documents: &Value,
) -> String {
    let (told, suppressed) = (list(diagnostics, texts), list(untold, texts));
    pretty(&json!({ "diagnostics": told, "suppressed": suppressed, "documents": documents }))
}

fn list(diagnostics: &[Diagnostic], texts: &dyn Texts) -> Vec<Value> {
    let object = |diagnostic: &Diagnostic| {
        let mut object = place(diagnostic.span, texts);
        if let Value::Object(map) = &mut object {
            map.insert("code".into(), diagnostic.rule.code.into());
            map.insert("severity".into(), diagnostic.severity.word().into());
            map.insert("message".into(), diagnostic.message.as_str().into());
            map.insert("help".into(), diagnostic.help.as_deref().into());
            let labels = diagnostic.labels.iter().map(|label| {
                let mut at = place(label.span, texts);
                if let Value::Object(map) = &mut at {
                    map.insert("text".into(), label.text.as_str().into());
                }
                at
            });
            map.insert("labels".into(), labels.collect());
            if let Some(left) = &diagnostic.left {
                let mut why = place(left.at, texts);
                if let Value::Object(why) = &mut why {
                    why.insert("how".into(), left.how.word().into());
                    why.insert("reason".into(), left.reason.as_deref().into());
                }
                map.insert("left".into(), why);
            }
        }
        object
    };
    diagnostics.iter().map(object).collect()
}

fn place(span: Span, texts: &dyn Texts) -> Value {
    let start = texts.place(span.file, span.start);
    let end = texts.place(span.file, span.end);
    json!({
        "path": texts.path(span.file),
        "line": start.line, "column": start.column,
        "end_line": end.line, "end_column": end.column,
    })
}

/// A SARIF 2.1.0 log with one run. What is not told is there as suppressed, with its justification.
pub fn sarif(diagnostics: &[Diagnostic], untold: &[Diagnostic], texts: &dyn Texts) -> String {
    let all = || diagnostics.iter().chain(untold);
    let mut rules: Vec<&super::Rule> = all().map(|diagnostic| diagnostic.rule).collect();
    rules.sort_by_key(|rule| rule.code);
    rules.dedup_by_key(|rule| rule.code);
    let rules: Vec<Value> = rules
        .iter()
        .map(|rule| {
            json!({
                "id": rule.code,
                "shortDescription": { "text": rule.title },
                "fullDescription": { "text": rule.why },
                "help": { "text": rule.mend },
                "defaultConfiguration": { "level": level(rule.severity) },
            })
        })
        .collect();
    let results: Vec<Value> = all()
        .map(|diagnostic| {
            let text = match &diagnostic.help {
                Some(help) => format!("{}\n{help}", diagnostic.message),
                None => diagnostic.message.clone(),
            };
            let related: Vec<Value> = diagnostic
                .labels
                .iter()
                .map(|label| {
                    let mut at = location(label.span, texts);
                    if let Value::Object(map) = &mut at {
                        map.insert("message".into(), json!({ "text": label.text }));
                    }
                    at
                })
                .collect();
            let mut result = json!({
                "ruleId": diagnostic.rule.code,
                "level": level(diagnostic.severity),
                "message": { "text": text },
                "locations": [location(diagnostic.span, texts)],
                "relatedLocations": related,
            });
            // The standard wants this of all results or of none.
            if let Value::Object(map) = &mut result
                && !untold.is_empty()
            {
                map.insert("suppressions".into(), suppressions(diagnostic, texts));
            }
            result
        })
        .collect();
    pretty(&json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "candour", "version": env!("CARGO_PKG_VERSION"), "rules": rules } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    }))
}

/// Why a result is not told (SARIF 2.1.0, 3.27.23 and 3.35); an empty list if it is.
fn suppressions(diagnostic: &Diagnostic, texts: &dyn Texts) -> Value {
    let Some(left) = diagnostic.left.as_ref().filter(|left| left.how != How::Lowered) else { return json!([]) };
    let mut suppression = match left.how {
        How::Known => json!({ "kind": "external" }),
        How::Off | How::Lowered if left.at.file == diagnostic.span.file => json!({ "kind": "inSource" }),
        How::Off | How::Lowered => json!({ "kind": "external", "location": location(left.at, texts) }),
    };
    let known = (left.how == How::Known).then_some("It was known when faults were recorded in baseline.yaml.");
    if let (Some(justification), Value::Object(map)) = (left.reason.as_deref().or(known), &mut suppression) {
        map.insert("justification".into(), justification.into());
    }
    json!([suppression])
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "note",
    }
}

fn location(span: Span, texts: &dyn Texts) -> Value {
    let start = texts.place(span.file, span.start);
    let end = texts.place(span.file, span.end);
    json!({
        "physicalLocation": {
            "artifactLocation": { "uri": uri(texts.path(span.file)) },
            "region": {
                "startLine": start.line, "startColumn": start.column,
                "endLine": end.line, "endColumn": end.column,
            },
        },
    })
}

/// A path as a relative URI reference (RFC 3986): what is not unreserved is percent-encoded.
fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => out.push(byte as char),
            _ => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

/// GitHub workflow commands, one line each: `::error file=…,line=…::…`.
pub fn github(diagnostics: &[Diagnostic], texts: &dyn Texts) -> String {
    let mut out = String::new();
    for diagnostic in diagnostics {
        let command = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Advice => "notice",
        };
        let start = texts.place(diagnostic.span.file, diagnostic.span.start);
        let end = texts.place(diagnostic.span.file, diagnostic.span.end);
        let mut message = diagnostic.message.clone();
        if let Some(help) = &diagnostic.help {
            message.push('\n');
            message.push_str(help);
        }
        let _ = writeln!(
            out,
            "::{command} file={},line={},col={},endLine={},endColumn={},title={}::{}",
            property(texts.path(diagnostic.span.file)),
            start.line,
            start.column,
            end.line,
            end.column,
            property(diagnostic.rule.code),
            message.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A"),
        );
    }
    out
}

fn property(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A").replace(':', "%3A").replace(',', "%2C")
}

fn pretty(value: &Value) -> String {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}
