//! What two texts have in common that differ only in what mends may change: a text with all quotation marks
//! made straight, all white space made one space, and so on.

use crate::diagnostic::Change;
use std::collections::BTreeSet;

/// Signs that stand for an entry or a heading where Markdown does not see one.
const MARKS: &[char] = &['•', '▪', '◦', '‣', '●', '■', '○', '\u{f0b7}', '·', '–', '—', '-', '#'];

/// Signs that people write between the two years of a financial year.
const BETWEEN_YEARS: [&str; 7] = [" to ", "/", "-", "–", "—", "‑", "−"];

/// A text without what the changes may have changed.
pub(super) fn folded(text: &str, changes: &BTreeSet<Change>) -> String {
    let straight = text.chars().map(|c| match c {
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        _ => c,
    });
    let straight: String = straight.collect();
    let marks = changes.contains(&Change::Marks);
    let mut out = String::with_capacity(straight.len());
    for word in straight.split_whitespace() {
        let word = if marks { without_marks(word) } else { word };
        if !word.is_empty() {
            out.push_str(word);
            out.push(' ');
        }
    }
    if changes.contains(&Change::Years) { with_plain_years(&out) } else { out }
}

/// A word without the sign for an entry that it is, or begins with.
fn without_marks(word: &str) -> &str {
    if word == "o" { "" } else { word.trim_start_matches(MARKS) }
}

/// A text with each financial year in one and the same way.
fn with_plain_years(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        if !out.ends_with(|c: char| c.is_ascii_digit())
            && let Some((year, length)) = year_at(rest)
        {
            out.push_str(&format!("{year}~"));
            rest = rest.get(length..).unwrap_or_default();
            continue;
        }
        out.push(next);
        rest = rest.get(next.len_utf8()..).unwrap_or_default();
    }
    out
}

/// The first year of the financial year that a text begins with, and how many bytes it is written in.
fn year_at(text: &str) -> Option<(u32, usize)> {
    let first: u32 = digits(text, 4)?;
    let rest = text.get(4..)?;
    let between = BETWEEN_YEARS.iter().find(|between| rest.starts_with(**between))?;
    let second = rest.get(between.len()..)?;
    let length = second.len() - second.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let follows = match length {
        2 => digits(second, 2)? == (first + 1) % 100,
        4 => digits(second, 4)? == first + 1,
        _ => false,
    };
    follows.then_some((first, 4 + between.len() + length))
}

fn digits(text: &str, count: usize) -> Option<u32> {
    let part = text.get(..count).filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()))?;
    part.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(change: Change, a: &str, b: &str) -> bool {
        let changes = BTreeSet::from([change]);
        folded(a, &changes) == folded(b, &changes)
    }

    #[test]
    fn only_what_may_change_is_folded() {
        assert!(same(Change::Signs, "don't  \"say\" £36 million", "don’t “say” £36\u{a0}million"));
        assert!(!same(Change::Signs, "don't", "dont"));
        assert!(!same(Change::Signs, "in 2019-20", "in 2019 to 2020"));
        assert!(same(Change::Years, "in 2019/20, 2099-00", "in 2019 to 2020, 2099 to 2100"));
        assert!(!same(Change::Years, "in 2019-20", "in 2019-21"));
        assert!(same(Change::Marks, "• one\no two ##Head", "one two Head"));
        assert!(!same(Change::Signs, "• one", "one"));
    }
}
