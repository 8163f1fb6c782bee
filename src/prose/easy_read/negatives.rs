//! Two negatives in a sentence, which together mean something else: "not uncommon", "do not come unless", "cannot
//! without". One is often needed: "You do not have to pay" says just that, and nothing is said about it.

use crate::prose::plain::{Token, tokens};
use std::ops::Range;

/// Two negatives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Negative {
    /// From the first to the second.
    pub(super) range: Range<usize>,
    /// How to mend it.
    pub(super) help: String,
}

/// Words that begin with "un" and say what is not, each with the word that says what is.
const OPPOSITES: &[(&str, &str)] = &[
    ("impossible", "possible"),
    ("impatient", "patient"),
    ("inaccurate", "right"),
    ("incapable", "able"),
    ("incorrect", "right"),
    ("ineffective", "good"),
    ("insignificant", "important"),
    ("uncertain", "sure"),
    ("uncommon", "common"),
    ("unable", "able"),
    ("unacceptable", "right"),
    ("unaware", "aware"),
    ("unclear", "clear"),
    ("uncomfortable", "comfortable"),
    ("unfair", "fair"),
    ("unfamiliar", "known"),
    ("unhappy", "happy"),
    ("unhelpful", "helpful"),
    ("unimportant", "important"),
    ("unkind", "kind"),
    ("unknown", "known"),
    ("unlawful", "lawful"),
    ("unlike", "like"),
    ("unlikely", "likely"),
    ("unnecessary", "needed"),
    ("unpleasant", "nice"),
    ("unreasonable", "fair"),
    ("unsafe", "safe"),
    ("unsuitable", "right"),
    ("unsure", "sure"),
    ("unusual", "usual"),
    ("unwell", "well"),
    ("unwelcome", "welcome"),
    ("unwilling", "willing"),
];

/// How many words after a "not" its second negative may stand.
const REACH: usize = 12;

/// The first pair of negatives in the sentence that stands at `sentence`.
pub(super) fn negative(text: &str, sentence: Range<usize>) -> Option<Negative> {
    let words = tokens(text, sentence);
    words.iter().enumerate().filter(|(_, word)| denies(&word.small)).find_map(|(at, first)| {
        // Each with its place, counted from the first; a comma or another sign ends the near ones.
        let after = words.iter().enumerate().skip(at + 1).take(REACH);
        after.map(|(second_at, second)| (second_at - at, second)).find_map(|(distance, second)| {
            let near = distance <= 3 && words.iter().skip(at).take(distance).all(|word| word.runs_on);
            let help = help(&first.small, second, near)?;
            Some(Negative { range: first.range.start..second.range.end, help })
        })
    })
}

/// What to do about a second negative, if `second` is one. `near` tells whether it belongs to the same phrase.
fn help(first: &str, second: &Token<'_>, near: bool) -> Option<String> {
    let word = second.small.as_str();
    let opposite = OPPOSITES.iter().find(|(bad, _)| *bad == word).map(|(_, good)| *good);
    match word {
        "unless" if first != "without" => Some("say when: write `only if` without `not`".to_owned()),
        "without" if first != "without" => Some("say what you need: write `you need …`, or `only with`".to_owned()),
        "until" if first != "without" => Some("say when: write `only when`, or `after`".to_owned()),
        "nothing" | "nobody" | "none" | "never" | "neither" if first != word => {
            Some("two negatives mean a positive: say that".to_owned())
        }
        _ => opposite.filter(|_| near).map(|good| format!("say what is: write `{good}` without `{first}`")),
    }
}

/// Whether a word says that something is not.
fn denies(word: &str) -> bool {
    matches!(word, "not" | "no" | "never" | "nobody" | "nothing" | "none" | "cannot" | "without")
        || word.ends_with("n't")
}

#[cfg(test)]
mod tests {
    use super::{OPPOSITES, negative};
    use proptest::prelude::*;

    #[test]
    fn two_negatives_are_found() {
        let cases = [
            ("It is not uncommon.", "not uncommon"),
            ("Do not come unless we call you.", "not come unless"),
            ("You cannot get in without a ticket.", "cannot get in without"),
            ("We don't do nothing.", "don't do nothing"),
            ("You will not get money until you sign.", "not get money until"),
            ("That isn't very unusual here.", "isn't very unusual"),
        ];
        for (text, expected) in cases {
            let found = negative(text, 0..text.len()).map(|found| text.get(found.range).unwrap());
            assert_eq!(found, Some(expected), "{text}");
        }
    }

    #[test]
    fn one_negative_is_none() {
        let texts = [
            "You do not have to pay.",
            "Some people are unhappy.",
            "We do not know, and we are unsure.",
            "No. We will.",
            "You can come without a ticket.",
            "We will understand you.",
        ];
        for text in texts {
            assert_eq!(negative(text, 0..text.len()), None, "{text}");
        }
    }

    #[test]
    fn opposites_differ() {
        assert!(OPPOSITES.iter().all(|(bad, good)| bad != good));
    }

    proptest! {
        #[test]
        fn any_text_can_be_read(text in "(not |un[a-z]{1,6} |without |unless |[a-zé’., ]{1,8}){0,12}") {
            if let Some(found) = negative(&text, 0..text.len()) {
                prop_assert!(text.get(found.range).is_some());
            }
        }
    }
}
