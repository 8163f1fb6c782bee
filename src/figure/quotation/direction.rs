//! Words that say which way a number went. They matter for changes only.

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// More than before.
    Up,
    /// Less than before.
    Down,
}

#[rustfmt::skip]
const UP: [&str; 28] = [
    "more", "higher", "up", "extra", "additional", "further", "above", "greater", "rise", "rises", "rose", "risen",
    "rising", "raised", "increase", "increases", "increased", "increasing", "growth", "grew", "grown", "growing",
    "gain", "gained", "climbed", "jump", "jumped", "added",
];

#[rustfmt::skip]
const DOWN: [&str; 32] = [
    "fewer", "less", "lower", "down", "below", "smaller", "fall", "falls", "fell", "fallen", "falling", "decrease",
    "decreases", "decreased", "decreasing", "drop", "drops", "dropped", "reduction", "reduced", "reducing",
    "decline", "declined", "declining", "cut", "shrank", "shrunk", "saving", "saved", "loss", "lost", "dip",
];

/// Words that come between the direction and the number: "a rise of about a further 31".
const BETWEEN: [&str; 9] = ["by", "of", "a", "an", "the", "another", "only", "just", "total"];

fn of_word(word: &str) -> Option<Direction> {
    if UP.contains(&word) {
        Some(Direction::Up)
    } else if DOWN.contains(&word) {
        Some(Direction::Down)
    } else {
        None
    }
}

/// The direction that the words directly before a number give ("rose by 31"), or those a few
/// words before a "by" or "of" ("an increase in carers of 31"). "Fell to 31" has none.
pub(super) fn before(words: &[String]) -> Option<Direction> {
    const REACH: usize = 5;
    let mut linked = false;
    let mut rest = words.iter().rev().peekable();
    while let Some(word) = rest.next_if(|word| BETWEEN.contains(&word.as_str())) {
        linked |= matches!(word.as_str(), "by" | "of");
    }
    let reach = if linked { REACH } else { 1 };
    rest.take(reach)
        .take_while(|word| !matches!(word.as_str(), "to" | "from" | "and" | "but"))
        .find_map(|word| of_word(word))
}

/// The direction that the words behind a number give: "31 more", "31 people fewer", "5.5% rise".
pub(super) fn behind(words: &[String]) -> Option<Direction> {
    const REACH: usize = 6;
    let near = || words.iter().take(REACH).map(String::as_str);
    // "57 falls fewer": what was counted may look like a direction, these cannot.
    let clear = |word: &&str| matches!(*word, "more" | "fewer" | "less" | "higher" | "lower" | "extra" | "additional");
    near().find(clear).and_then(of_word).or_else(|| near().find_map(of_word))
}
