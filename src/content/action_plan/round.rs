//! Reading a round: `updates/DATE.yaml`. Which statuses its words mean, the plan says.

use super::decode::prose;
use super::timescale::parse_timescale;
use super::{Entry, Rag, Round};
use crate::diagnostic::rules::fields::{BAD_PERIOD, UNKNOWN_CHOICE, WRONG_TYPE};
use crate::diagnostic::rules::plans::ROUND_DATE;
use crate::diagnostic::{Diagnostic, FileId, Span};
use crate::figure::parse_date;
use crate::prose::{Prose, line_field};
use crate::source::{Excerpt, Fields, Key, Located, SitePath, Value, Yaml, parse_yaml, text_of};

/// Reads a round; its date is the name of its file.
pub(in crate::content) fn decode_round(
    file: FileId,
    path: &SitePath,
    source: &Excerpt,
    out: &mut Vec<Diagnostic>,
) -> Option<Round> {
    let top = Span::top(file);
    let date = match parse_date(path.stem()) {
        Ok(date) => Located::new(date, top),
        Err((message, _)) => {
            out.push(
                Diagnostic::new(&ROUND_DATE, top, format!("a round of updates is named after its date: {message}"))
                    .help("rename the file to the day for which it tells how things stand: 2023-11-21.yaml"),
            );
            return None;
        }
    };
    let (yaml, sound) = parse_yaml(source, out);
    let yaml = yaml?;
    let mut fields = Fields::of(&yaml, "a round of updates", out)?.sound(sound);
    let title = fields.text("title").map(|text| text.value);
    let text = prose(&mut fields, "text");
    let entries = match fields.take("actions") {
        None => {
            fields.missing("actions", "write below it one line for each action: `e-directory: completed`");
            Vec::new()
        }
        Some(yaml) => entries(yaml, sound, fields.out),
    };
    fields.finish();
    Some(Round { title, text, ..Round::new(path.clone(), file, date, entries) })
}

fn entries(yaml: &Yaml, sound: bool, out: &mut Vec<Diagnostic>) -> Vec<Entry> {
    let Value::Map(map) = &yaml.value else {
        out.push(
            Diagnostic::new(&WRONG_TYPE, yaml.span, "`actions` holds one action on each line")
                .help("write the action's id, a colon and its status: `e-directory: completed`"),
        );
        return Vec::new();
    };
    map.iter().filter_map(|(key, value)| entry(key, value, sound, out)).collect()
}

fn entry(key: &Key, yaml: &Yaml, sound: bool, out: &mut Vec<Diagnostic>) -> Option<Entry> {
    let action = Located::new(key.value.clone(), key.span);
    let mut entry = Entry {
        action,
        written: None,
        status: None,
        rag: None,
        text: Prose::default(),
        due: None,
        wording: None,
        because: None,
    };
    if !matches!(yaml.value, Value::Map(_)) {
        // Nothing at all is an action that is still to be written about.
        if yaml.value == Value::Null {
            return None;
        }
        let text = text_of(yaml, "an action's status", out)?;
        entry.written = Some(Located::new(text.text.trim().to_owned(), text.span));
        return Some(entry);
    }
    let mut fields = Fields::of(yaml, "an update", out)?.sound(sound);
    entry.written = fields.text("status");
    let colours = [("red", Rag::Red), ("amber", Rag::Amber), ("green", Rag::Green)];
    entry.rag = fields.choice("rag", &UNKNOWN_CHOICE, &colours).map(|rag| rag.value);
    entry.text = prose(&mut fields, "text");
    let due = fields.parsed("due", &BAD_PERIOD, parse_timescale);
    entry.due = due.map(|due| Located::new(due.value.0, due.span));
    entry.wording = fields.text("wording");
    entry.because = line_field(&mut fields, "because");
    fields.finish();
    Some(entry)
}
