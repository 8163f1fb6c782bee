//! The lines of a YAML text, looked at one by one: where values begin, where quotations end.

/// One line of the text.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    pub(super) start: usize,
    pub(super) text: &'a str,
}

/// Where the value of `key: value` or `- value` begins.
pub(super) fn value_start(line: Line<'_>) -> Option<usize> {
    let mut rest = line.text.trim_start();
    let mut listed = false;
    while let Some(item) = rest.strip_prefix("- ") {
        rest = item.trim_start();
        listed = true;
    }
    let key = rest.find(": ").filter(|colon| !rest.starts_with(['"', '\'', '#', '[', '{']) && *colon > 0);
    match key {
        Some(colon) => rest = rest.get(colon + 2..)?.trim_start(),
        None if listed => {}
        None => return None,
    }
    (!rest.trim_end().is_empty()).then(|| line.start + line.text.len() - rest.len())
}

/// Whether the value of some line begins at `at`.
pub(super) fn value_start_is(lines: &[Line<'_>], at: usize) -> bool {
    lines.iter().rfind(|line| line.start <= at).is_some_and(|line| value_start(*line) == Some(at))
}

/// `[Draft] Our account`: YAML takes the bracket for a list, and the words after it for a mistake.
pub(super) fn bracket_within_text(value: &str) -> bool {
    let Some(close) = (if value.starts_with('[') { value.find(']') } else { None }) else { return false };
    let inner = value.get(1..close).unwrap_or_default();
    let after = value.get(close + 1..).unwrap_or_default().trim();
    !inner.contains('[') && !after.is_empty() && !after.starts_with(['#', ',', ']', '}', ':'])
}

/// The offset of the mark that closes a quotation, in the text after its opening mark.
pub(super) fn closing(text: &str, mark: char) -> Option<usize> {
    let mut characters = text.char_indices().peekable();
    while let Some((offset, character)) = characters.next() {
        match character {
            '\\' if mark == '"' => {
                characters.next();
            }
            '\'' if mark == '\'' && characters.peek().is_some_and(|(_, next)| *next == '\'') => {
                characters.next();
            }
            _ if character == mark => return Some(offset),
            _ => {}
        }
    }
    None
}

/// Whether a bracket at `offset` begins a value rather than standing within text.
pub(super) fn starts_value(text: &str, offset: usize) -> bool {
    let before = text.get(..offset).unwrap_or_default();
    let bare = before.trim_end_matches([' ', '\t']);
    bare.is_empty() || bare.ends_with(['\n', '-']) || before.ends_with(": ")
}

pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let mut start = 0;
    text.split_inclusive('\n')
        .map(|line| {
            let at = start;
            start += line.len();
            Line { start: at, text: line.trim_end_matches(['\n', '\r']) }
        })
        .collect()
}

/// The byte offset of a line and column, both from 1, the column in characters.
pub(super) fn byte_offset(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = text.get(start..).unwrap_or_default();
    rest.char_indices().nth(column.saturating_sub(1)).map_or(text.len(), |(offset, _)| start + offset)
}
