//! The splitter against sentences that were marked by hand, in `tests/plain/sentences.txt`.

use super::sentences;
use crate::diagnostic::FileId;
use crate::prose::parse_prose;
use crate::source::Excerpt;
use std::ops::Range;

const MARKED: &str = include_str!("../../../tests/plain/sentences.txt");

/// A word that begins a sentence with a small letter, which nothing tells from one in the middle of it.
const ACCEPTED: [&str; 1] = ["We use e-mail.|e-mail is quick."];

/// Where the parts of a marked line begin and end in its text without marks. A heading is none.
fn parts(marked: &str) -> (String, Vec<Range<usize>>) {
    let mut text = String::new();
    let mut parts = Vec::new();
    for part in marked.replace('⏎', "\n").split('|') {
        if !text.is_empty() && !part.starts_with('\n') {
            text.push(' ');
        }
        let start = text.len();
        text.push_str(part);
        if !part.trim_start().starts_with("## ") && !part.trim_start().starts_with("### ") {
            parts.push(start..text.len());
        }
    }
    (text, parts)
}

/// Whether a sentence that begins at `start` begins with the part, behind its bullet or number.
fn begins(text: &str, part: &Range<usize>, start: usize) -> bool {
    let between = text.get(part.start..start).unwrap_or("x").trim_start();
    let number = between.trim_end().trim_end_matches('.');
    !between.contains(char::is_alphanumeric) || (!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

#[test]
fn sentences_marked_by_hand_are_found() {
    let (mut right, mut wrong, mut missed) = (0, 0, 0);
    let mut told = Vec::new();
    for line in MARKED.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")) {
        let (text, parts) = parts(line);
        let prose = parse_prose(&Excerpt::verbatim(FileId(0), 0, &text), &mut Vec::new());
        let found = sentences(&prose);
        let starts: Vec<usize> = found.iter().map(|sentence| sentence.span.range().start).collect();
        let hit =
            parts.iter().filter(|part| starts.iter().any(|start| part.contains(start) && begins(&text, part, *start)));
        let hit = hit.count();
        right += hit;
        wrong += starts.len() - hit;
        missed += parts.len() - hit;
        if (hit < starts.len() || hit < parts.len()) && !ACCEPTED.contains(&line) {
            let found: Vec<&str> = found.iter().map(|sentence| sentence.text.as_str()).collect();
            told.push(format!("{line}\n    {}", found.join(" | ")));
        }
    }
    println!(
        "{right} sentences right, {wrong} found wrongly, {missed} missed: precision {right}/{}, recall {right}/{}",
        right + wrong,
        right + missed
    );
    assert!(right > 400, "{right}");
    assert!(told.is_empty(), "{wrong} found wrongly, {missed} missed\n{}", told.join("\n"));
}
