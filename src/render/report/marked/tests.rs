//! Blocks and marks of small files.

#![allow(clippy::unwrap_used)]

use super::*;
use crate::diagnostic::rules::prose::ABBREVIATION_UNEXPLAINED;
use crate::diagnostic::{FileId, Span};
use proptest::prelude::*;

fn told(range: Range<usize>) -> Diagnostic {
    Diagnostic::new(&ABBREVIATION_UNEXPLAINED, Span::new(FileId(0), range), "it")
}

/// Each block as `line kind: text` with `[…]` around marks.
fn shown(text: &str, markdown: bool, marks: &[(usize, usize)]) -> Vec<String> {
    let messages: Vec<Diagnostic> = marks.iter().map(|(from, to)| told(*from..*to)).collect();
    let messages: Vec<&Diagnostic> = messages.iter().collect();
    let piece = |piece: &Piece| {
        let numbers: String = piece.begins.iter().map(usize::to_string).collect();
        if piece.mark.is_some() { format!("{numbers}[{}]", piece.text) } else { piece.text.clone() }
    };
    let block = |block: &Block| {
        let pieces: String = block.pieces.iter().map(piece).collect();
        format!("{}{} {}: {}", if block.gap { "… " } else { "" }, block.line, block.kind, pieces)
    };
    blocks(text, markdown, &messages).iter().map(block).collect()
}

#[test]
fn a_file_is_parted_into_blocks() {
    let text = "---\ntitle: A\n\nb: c\n---\n\n# One\nTwo\nthree\n\n```stats\nx\n\ny\n```\n\n- four\n";
    let found = shown(text, true, &[]);
    assert_eq!(
        found,
        [
            "1 code: ---\ntitle: A\n\nb: c\n---\n",
            "7 heading: # One\n",
            "8 text: Two\nthree\n",
            "11 code: ```stats\nx\n\ny\n```\n",
            "17 text: - four\n",
        ]
    );
}

#[test]
fn marks_may_lie_in_one_another() {
    assert_eq!(shown("One two three.\n", true, &[(0, 14), (4, 7)]), ["1 text: 1[One ]2[two][ three.]\n"]);
    assert_eq!(shown("One two.\n", true, &[(4, 4)]), ["1 text: One 1[two.]\n"]);
    assert_eq!(
        shown("One\n\ntwo\n\nthree\n", true, &[(0, 9)]),
        ["1 text: 1[One\n]", "3 text: [two\n]", "5 text: three\n"]
    );
}

#[test]
fn of_yaml_only_what_is_marked_is_shown() {
    assert_eq!(shown("a: b\n\nc: d\n\ne: f\n", false, &[(9, 10)]), ["… 3 code: c: 1[d]\n"]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_and_every_message_is_marked_once(
        text in "([a-zé ]{1,8}|\n|\n\n|```|---\n|# |~~~){0,30}",
        marks in prop::collection::vec((0usize..80, 0usize..20), 0..5),
    ) {
        let messages: Vec<Diagnostic> =
            marks.iter().map(|(at, length)| told((*at).min(text.len())..(at + length).min(text.len()))).collect();
        let messages: Vec<&Diagnostic> = messages.iter().collect();
        let found = blocks(&text, true, &messages);
        let whole: String = found.iter().flat_map(|block| &block.pieces).map(|piece| piece.text.as_str()).collect();
        let words = |text: &str| text.split_whitespace().collect::<String>();
        prop_assert_eq!(words(&whole), words(&text));
        let mut begins: Vec<usize> = found.iter().flat_map(|block| &block.pieces).flat_map(|piece| piece.begins.clone()).collect();
        begins.sort_unstable();
        let mut once = begins.clone();
        once.dedup();
        prop_assert_eq!(begins, once);
    }
}
