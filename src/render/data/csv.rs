//! CSV (RFC 4180): rows end with CR and LF, a cell is quoted where it must be. The mark at the
//! beginning tells spreadsheets that the text is UTF-8; without it Excel shows `£` as `Â£`.

use super::grid::{Grid, Value};

const MARK: &str = "\u{feff}";

/// A grid as a CSV file.
pub(super) fn csv(grid: &Grid) -> Vec<u8> {
    let mut out = String::from(MARK);
    row(grid.columns.iter().map(|column| guarded(&column.heading)), &mut out);
    for line in &grid.rows {
        row(line.values.iter().map(cell), &mut out);
    }
    out.into_bytes()
}

fn row(cells: impl ExactSizeIterator<Item = String>, out: &mut String) {
    let only = cells.len() == 1;
    for (index, cell) in cells.enumerate() {
        if index > 0 {
            out.push(',');
        }
        // A line with nothing on it is no row for many readers.
        let quoted = cell.contains(['"', ',', '\n', '\r'])
            || cell.starts_with(char::is_whitespace)
            || cell.ends_with(char::is_whitespace)
            || (only && cell.is_empty());
        if quoted {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&cell);
        }
    }
    out.push_str("\r\n");
}

fn cell(value: &Value) -> String {
    match value {
        Value::Number(digits) => digits.clone(),
        Value::Words(words) => guarded(words),
        Value::Nothing => String::new(),
    }
}

/// Words as a cell of a spreadsheet that opens the file will show them.
///
/// A spreadsheet takes a cell that begins with one of these signs for a formula: at best
/// `- of which carers` becomes `#NAME?`, at worst a file runs something on the reader's
/// computer. An apostrophe before it makes it words. Numbers are never touched, `-57` among
/// them; and JSON has the words without apostrophe.
pub(super) fn guarded(words: &str) -> String {
    let harmless = |rest: &str| rest.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | '%'));
    let begins = words.trim_start_matches([' ', '\u{a0}']);
    let formula = match begins.chars().next() {
        Some(sign @ ('+' | '-')) => !begins.strip_prefix(sign).is_some_and(harmless),
        Some('=' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠') => true,
        _ => false,
    };
    if formula { format!("'{words}") } else { words.to_owned() }
}
