//! Signs, short forms, numbers and dates that are hard to read.

use super::tokens::{Token, tokens};
use crate::diagnostic::rules::easy_read::{
    EASY_READ_DATE, EASY_READ_NUMBER, EASY_READ_PERCENTAGE, EASY_READ_SHORT_FORM,
};
use crate::diagnostic::{Diagnostic, Span};
use crate::prose::{Context, Prose, Visitor, visit};

/// Short forms and signs, each with what to write.
const SHORT: [(&str, &str); 10] = [
    ("&", "and"),
    ("+", "and"),
    ("etc", "and more"),
    ("eg", "for example"),
    ("e.g", "for example"),
    ("ie", "that is"),
    ("i.e", "that is"),
    ("nb", "please note"),
    ("vs", "against"),
    ("approx", "about"),
];

/// Numbers in words, which are harder to see than digits. "One" is often no number.
const NUMBERS: [(&str, &str); 11] = [
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("ten", "10"),
    ("eleven", "11"),
    ("twelve", "12"),
];

pub(super) fn check(prose: &Prose, out: &mut Vec<Diagnostic>) {
    visit(prose, &mut Signs { out });
}

struct Signs<'o> {
    out: &'o mut Vec<Diagnostic>,
}

impl Visitor for Signs<'_> {
    fn text(&mut self, text: &str, span: Span, context: Context) {
        if context.code {
            return;
        }
        let words = tokens(text, span);
        for (at, word) in words.iter().enumerate() {
            let near = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|at| words.get(at));
            self.word(*word, near.map(|word| word.text));
        }
    }
}

impl Signs<'_> {
    fn word<'t>(&mut self, word: Token<'t>, mut near: impl Iterator<Item = &'t str>) {
        let lower = word.text.to_lowercase();
        let either =
            |list: &[(&str, &'static str)]| list.iter().find(|(short, _)| *short == lower).map(|found| found.1);
        let mut tell = |rule, message: String, help: String| {
            self.out.push(Diagnostic::new(rule, word.span, message).help(help));
        };
        if let Some(long) = either(&SHORT) {
            tell(&EASY_READ_SHORT_FORM, format!("`{}` is a short form", word.text), format!("write `{long}`"));
        } else if let Some(digits) = either(&NUMBERS) {
            tell(&EASY_READ_NUMBER, format!("the number `{}` is in words", word.text), format!("write {digits}"));
        } else if is_roman(word.text) {
            let message = format!("`{}` is a Roman numeral", word.text);
            tell(&EASY_READ_NUMBER, message, "write it in digits".to_owned());
        } else if word.text.ends_with('%') || matches!(lower.as_str(), "percent" | "per cent") {
            let help = "say how many of how many: 1 in 4, about half, most".to_owned();
            tell(&EASY_READ_PERCENTAGE, format!("`{}` is a percentage", word.text), help);
        } else if let Some(years) = years(word.text) {
            tell(&EASY_READ_DATE, format!("`{}` is hard to read", word.text), format!("write {years}"));
        } else if is_short_date(word.text) {
            let help = "write the day, the month in words and the year: 1 April 2026".to_owned();
            tell(&EASY_READ_DATE, format!("`{}` is hard to read", word.text), help);
        } else if is_long_number(word.text) && !near.any(is_digits) {
            let message = format!("`{}` is an exact number", word.text);
            tell(&EASY_READ_NUMBER, message, "round it, and say `about`".to_owned());
        } else if word.text.contains('/') && !word.text.contains(['.', ':', '@']) {
            let message = format!("a stroke in `{}`", word.text);
            tell(&EASY_READ_SHORT_FORM, message, "write `or`, or `and`".to_owned());
        }
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit())
}

/// "II", "iv)", "XIV"; not "I", and no word of these letters.
fn is_roman(text: &str) -> bool {
    const ROMAN: [&str; 13] = ["II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "XIII", "XIV", "XV", "XVI"];
    ROMAN.contains(&text)
}

/// "2019 to 2020" of "2019-20", "2019/20" and "2019–2020".
fn years(text: &str) -> Option<String> {
    let (first, second) = text.split_once(['-', '/', '–'])?;
    let fits = |text: &str, length: usize| text.len() == length && is_digits(text);
    let second = match second {
        short if fits(short, 2) => format!("{}{short}", first.get(..2)?),
        long if fits(long, 4) => long.to_owned(),
        _ => return None,
    };
    (fits(first, 4) && (first.starts_with("19") || first.starts_with("20"))).then(|| format!("{first} to {second}"))
}

/// "1/4/2026", "01.04.26", "2026-04-01".
fn is_short_date(text: &str) -> bool {
    ['/', '.', '-'].iter().any(|sign| {
        let parts: Vec<&str> = text.split(*sign).collect();
        parts.len() == 3 && parts.iter().all(|part| is_digits(part) && part.len() <= 4)
    })
}

/// A number of a thousand or more that is exact beyond its second digit, or a half of that; no year, and not the number of a telephone.
fn is_long_number(text: &str) -> bool {
    let text = text.strip_prefix('£').unwrap_or(text);
    let digits: String = text.chars().filter(|c| *c != ',').collect();
    let year = !text.contains(',') && digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    is_digits(&digits)
        && digits.len() > 3
        && !year
        && !digits.starts_with('0')
        && (digits.bytes().skip(3).any(|digit| digit != b'0')
            || digits.as_bytes().get(2).is_some_and(|digit| !matches!(digit, b'0' | b'5')))
}

#[cfg(test)]
mod tests {
    use super::{is_long_number, is_short_date, years};

    #[test]
    fn years_dates_and_numbers_are_told_apart() {
        assert_eq!(years("2019-20").as_deref(), Some("2019 to 2020"));
        assert_eq!(years("2019/2020").as_deref(), Some("2019 to 2020"));
        assert!(years("1-2").is_none() && years("8461-77").is_none());
        assert!(is_short_date("1/4/2026") && is_short_date("2026-04-01") && !is_short_date("1,884"));
        assert!(
            !is_long_number("1,150")
                && is_long_number("1,184")
                && is_long_number("1,884")
                && is_long_number("£36,120,000")
        );
        assert!(
            !is_long_number("1,900") && !is_long_number("2019") && !is_long_number("999") && !is_long_number("0800")
        );
    }
}
