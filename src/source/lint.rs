//! What is valid YAML and hardly what was meant: a `#` that swallows text, invisible
//! spaces from Word, a field twice.

use super::remarks::is_remark;
use super::{Excerpt, Value, Yaml};
use crate::diagnostic::rules::yaml::{DUPLICATE_KEY, HASH_IN_TEXT, INDENTATION, NO_BREAK_SPACE, RESERVED_CHARACTER};
use crate::diagnostic::{Diagnostic, Severity};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Looks at the text as it stands; gives the places of the spaces that YAML does not take
/// for such.
pub(super) fn lint(source: &Excerpt, out: &mut Vec<Diagnostic>) -> Vec<Range<usize>> {
    let mut start = 0;
    let mut odd_spaces: Vec<Range<usize>> = Vec::new();
    for line in source.text.split_inclusive('\n') {
        let key_end = line.find(':').unwrap_or(0);
        // The last character that readers would see, to know what an odd space comes after.
        let mut last = None;
        for (offset, character) in line.char_indices() {
            let odd = matches!(character, '\u{a0}' | '\u{2007}' | '\u{202f}' | '\u{200b}' | '\u{feff}');
            let matters = offset <= key_end || matches!(last, None | Some(':'));
            if odd && matters {
                let range = start + offset..start + offset + character.len_utf8();
                match odd_spaces.last_mut().filter(|run| run.end == range.start) {
                    Some(run) => run.end = range.end,
                    None => odd_spaces.push(range),
                }
            }
            let hyphen_of_a_list = last.is_none() && character == '-';
            if !(odd || hyphen_of_a_list || character.is_whitespace()) {
                last = Some(character);
            }
        }
        start += line.len();
    }
    for run in &odd_spaces {
        out.push(
            Diagnostic::new(
                &NO_BREAK_SPACE,
                source.span(run.clone()),
                "an invisible no-break space instead of a space",
            )
            .help("delete it and type a space; text pasted from Word often has them"),
        );
    }
    odd_spaces
}

/// Looks at what was read; of a repeated field only the last stays in the tree.
pub(super) fn lint_tree(yaml: &mut Yaml, source: &Excerpt, out: &mut Vec<Diagnostic>) {
    match &mut yaml.value {
        Value::List(list) => list.iter_mut().for_each(|item| lint_tree(item, source, out)),
        Value::Map(fields) => {
            let mut first = BTreeMap::new();
            let mut repeated = BTreeSet::new();
            for (index, (key, value)) in fields.iter_mut().enumerate() {
                if let Some((earlier, span)) = first.insert(key.value.clone(), (index, key.span)) {
                    out.push(
                        Diagnostic::new(&DUPLICATE_KEY, key.span, format!("`{}` stands here twice", key.value))
                            .label(span, "the first one")
                            .help("keep one of them"),
                    );
                    repeated.insert(earlier);
                }
                if matches!(value.value, Value::Null) {
                    swallowed(source, key.span.end, "", Severity::Error, out);
                }
                lint_tree(value, source, out);
            }
            let mut index = 0;
            fields.retain(|_| {
                index += 1;
                !repeated.contains(&(index - 1))
            });
        }
        Value::Text(scalar) if scalar.plain => {
            let text = scalar.excerpt.text.as_str();
            swallowed(source, yaml.span.end, text, HASH_IN_TEXT.severity, out);
            tagged(source, yaml, out);
        }
        Value::Text(scalar) if scalar.excerpt.is_opaque() => joined(source, yaml, out),
        Value::Text(_) | Value::Null => {}
    }
}

/// Text behind a value that YAML took for a comment: ` #4`, or ` # …` with one space, the
/// way people write inside a sentence and not the way they set off a comment. `before` is
/// what is left of the value.
fn swallowed(source: &Excerpt, end: u32, before: &str, severity: Severity, out: &mut Vec<Diagnostic>) {
    let Some(offset) = source.offset_in_text(end) else { return };
    let rest = source.text.get(offset..).unwrap_or_default();
    let gap = rest.len() - rest.trim_start_matches([' ', ':']).len();
    let Some(comment) = rest.get(gap..).filter(|text| text.starts_with('#')) else { return };
    let line = rest.split('\n').next().unwrap_or_default();
    let comment = comment.split('\n').next().unwrap_or_default();
    let one_space = line.get(..gap).is_some_and(|gap| gap == " ");
    let joined = comment.chars().nth(1).is_some_and(|c| !c.is_whitespace() && c != '#');
    if !one_space && !joined || is_remark(comment) {
        return;
    }
    let comment = comment.trim_end();
    let whole = if before.is_empty() { comment.to_owned() } else { format!("{before} {comment}") };
    let mut diagnostic = Diagnostic::new(
        &HASH_IN_TEXT,
        source.span(offset + gap..offset + gap + comment.len()),
        "from the # on, YAML takes this for a comment",
    )
    .help(format!(
        "put the whole value in quotes: \"{}\"; if a comment is meant, put two spaces before the # and one after it",
        whole.replace('"', "'")
    ));
    diagnostic.severity = severity;
    out.push(diagnostic);
}

/// `!important` is a YAML tag and `&c` an anchor, and both vanish.
fn tagged(source: &Excerpt, yaml: &Yaml, out: &mut Vec<Diagnostic>) {
    let Some(offset) = source.offset_in_text(yaml.span.start) else { return };
    let before = source.text.get(..offset).unwrap_or_default();
    let before = before.trim_end_matches(' ');
    let word = before.rsplit([' ', '\n', ',', '[', '{']).next();
    let Some(tag) = word.filter(|word| word.starts_with(['!', '&']) && word.len() > 1) else { return };
    let start = before.len() - tag.len();
    out.push(
        Diagnostic::new(
            &RESERVED_CHARACTER,
            source.span(start..start + tag.len()),
            format!("YAML takes `{tag}` for a mark of its own, not for text"),
        )
        .help("put the whole text in quotes"),
    );
}

/// A list's entry that is indented more than the entry above it becomes part of that entry's text.
fn joined(source: &Excerpt, yaml: &Yaml, out: &mut Vec<Diagnostic>) {
    let (Some(start), Some(end)) = (source.offset_in_text(yaml.span.start), source.offset_in_text(yaml.span.end))
    else {
        return;
    };
    let text = source.text.get(start..end).unwrap_or_default();
    let before = source.text.get(..start).unwrap_or_default().trim_end();
    let block = before.ends_with(['|', '>'])
        || before.ends_with("|-")
        || before.ends_with(">-")
        || before.ends_with("|+")
        || before.ends_with(">+");
    if block || text.starts_with(['"', '\'', '|', '>']) {
        return;
    }
    let mut at = start;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let content = line.trim_start();
        if number > 0 && content.starts_with("- ") {
            let from = at + line.len() - content.len();
            out.push(
                Diagnostic::new(&INDENTATION, source.span(from..from + content.trim_end().len()), "YAML takes this line for a part of the text above it")
                    .help("give entries of one list the same number of spaces at the start; put text with several lines below a `|`"),
            );
        }
        at += line.len();
    }
}
