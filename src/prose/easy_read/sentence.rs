//! Short sentences with one idea each.

use super::tokens::tokens;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::easy_read::{EASY_READ_IDEAS, EASY_READ_SENTENCE};
use crate::prose::Prose;
use crate::prose::reading::{Sentence, sentences};

/// The most words of a sentence.
const LONGEST: usize = 15;

/// Words that join a second idea to the first.
const JOINTS: [&str; 14] = [
    "although", "because", "but", "however", "if", "since", "so", "that", "though", "unless", "when", "which", "while",
    "who",
];

pub(super) fn check(prose: &Prose, out: &mut Vec<Diagnostic>) {
    for sentence in sentences(prose) {
        if sentence.words > LONGEST {
            let message = format!("a sentence of {} words", sentence.words);
            let help = format!("write at most {LONGEST}, better 10: make two sentences of it, with one idea each");
            out.push(Diagnostic::new(&EASY_READ_SENTENCE, sentence.span, message).help(help));
        } else if let Some(joints) = joints(&sentence) {
            let message = format!("a sentence with several ideas: `{}`", joints.join("`, `"));
            out.push(Diagnostic::new(&EASY_READ_IDEAS, sentence.span, message).help("make a sentence of each idea"));
        }
    }
}

/// The joining words of a sentence that has two or more. The first word may begin the only idea: "If you need help,
/// phone us" has one of them and is fine.
fn joints(sentence: &Sentence) -> Option<Vec<String>> {
    let words = tokens(&sentence.text, sentence.span);
    let found: Vec<String> =
        words.iter().map(|word| word.text.to_lowercase()).filter(|word| JOINTS.contains(&word.as_str())).collect();
    (found.len() > 1).then_some(found)
}
