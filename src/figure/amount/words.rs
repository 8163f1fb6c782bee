//! Small numbers in words: from nil to nine hundred.

const ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// The number in words at the start of `text`, and what follows it. "Hundred" counts as part of
/// the number: people who write "two hundred" mean 200, while "two million" is rounded.
pub(super) fn read_words(text: &str) -> Option<(i128, &str)> {
    let (word, rest) = first_word(text);
    let (next, after_next) = first_word(rest.trim_start());
    let hundred = next.eq_ignore_ascii_case("hundred");
    if word.eq_ignore_ascii_case("nil") {
        return Some((0, rest));
    }
    if word.eq_ignore_ascii_case("a") {
        // "a" alone is no number.
        let next = next.to_ascii_lowercase();
        return match next.as_str() {
            "hundred" => Some((100, after_next)),
            "thousand" | "million" | "billion" => Some((1, rest)),
            _ => None,
        };
    }
    if let Some(ones) = position(&ONES, word) {
        return if hundred && (1..=9).contains(&ones) { Some((ones * 100, after_next)) } else { Some((ones, rest)) };
    }
    let tens = (position(&TENS, word)? + 2) * 10;
    let joined = rest.strip_prefix(['-', ' ', '\u{2011}', '\u{a0}']).unwrap_or_default();
    let (last, after) = first_word(joined);
    match position(&ONES, last) {
        Some(ones @ 1..=9) => Some((tens + ones, after)),
        _ => Some((tens, rest)),
    }
}

fn position(words: &[&str], word: &str) -> Option<i128> {
    let at = words.iter().position(|known| known.eq_ignore_ascii_case(word))?;
    i128::try_from(at).ok()
}

/// The letters at the start of a text.
fn first_word(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or(("", text))
}
