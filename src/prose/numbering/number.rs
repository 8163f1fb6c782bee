//! The number of a paragraph, `3.4` or `3.4A`, and the numbers that stand between two others.

use std::fmt;

/// A number. They are ordered as they stand in a report: 3.4, 3.4A, 3.4B, 3.5.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ParagraphNumber {
    /// The section.
    pub section: u32,
    /// The paragraph within it; 0 for what was put in before the first.
    pub paragraph: u32,
    /// The letters of a paragraph that was put in later, at most two; usually none.
    pub letters: String,
}

/// The most letters of a number.
const LETTERS: usize = 2;
/// The most digits of each part.
const DIGITS: usize = 4;

impl ParagraphNumber {
    /// Reads `3.4A`. Nothing else may stand before or after it.
    pub fn parse(text: &str) -> Option<ParagraphNumber> {
        let (section, rest) = text.split_once('.')?;
        let digits = rest.trim_end_matches(|c: char| c.is_ascii_uppercase());
        let letters = rest.strip_prefix(digits)?;
        let number = |part: &str| {
            let fits = !part.is_empty() && part.len() <= DIGITS && part.chars().all(|c| c.is_ascii_digit());
            fits.then(|| part.parse().ok()).flatten()
        };
        if letters.len() > LETTERS {
            return None;
        }
        Some(ParagraphNumber { section: number(section)?, paragraph: number(digits)?, letters: letters.to_owned() })
    }

    /// The number that a place on a page begins with, and the point within the paragraph, if the place is
    /// one of a paragraph: `3.4A` and `b.ii` of `3.4Ab.ii`.
    pub fn within(place: &str) -> Option<(ParagraphNumber, &str)> {
        let numeral = |c: char| c.is_ascii_digit() || c == '.' || c.is_ascii_uppercase();
        let end = place.find(|c: char| !numeral(c)).unwrap_or(place.len());
        let (number, point) = place.split_at_checked(end)?;
        let fits = |c: char| c.is_ascii_lowercase() || c == '.' || c.is_ascii_uppercase();
        Some((ParagraphNumber::parse(number)?, point)).filter(|(_, point)| point.chars().all(fits))
    }

    /// The same number without letters.
    #[must_use]
    pub fn base(&self) -> ParagraphNumber {
        ParagraphNumber { letters: String::new(), ..self.clone() }
    }

    /// The first number with letters that comes after this one and before `next`: 3.4A after 3.4,
    /// 3.4AA between 3.4A and 3.4B. There may be none.
    pub fn lettered(&self, next: Option<&ParagraphNumber>) -> Option<ParagraphNumber> {
        let (same, last) = self.letters.split_at_checked(self.letters.len().saturating_sub(1))?;
        let after = match last.chars().next() {
            None => Some("A".to_owned()),
            Some('Z') => None,
            Some(letter) => char::from_u32(u32::from(letter) + 1).map(|letter| format!("{same}{letter}")),
        };
        let within = Some(format!("{}A", self.letters)).filter(|letters| letters.len() <= LETTERS);
        let mut free = [after, within].into_iter().flatten().map(|letters| ParagraphNumber { letters, ..self.clone() });
        free.find(|number| next.is_none_or(|next| number < next))
    }
}

impl fmt::Display for ParagraphNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}{}", self.section, self.paragraph, self.letters)
    }
}

#[cfg(test)]
mod tests {
    use super::ParagraphNumber;
    use proptest::prelude::*;

    fn of(text: &str) -> ParagraphNumber {
        ParagraphNumber::parse(text).unwrap()
    }

    #[test]
    fn numbers_are_ordered_as_they_stand() {
        let all = ["1.1", "1.2", "1.2A", "1.2AA", "1.2B", "1.2Z", "1.2ZA", "1.10", "2.0A", "2.1"];
        let mut sorted: Vec<_> = all.iter().rev().map(|text| of(text)).collect();
        sorted.sort();
        assert_eq!(sorted.iter().map(ToString::to_string).collect::<Vec<_>>(), all);
    }

    #[test]
    fn only_numbers_are_numbers() {
        for text in ["", "1", "1.", ".1", "1.1a", "1.1ABC", "1.1.1", "A.1", "1.A", " 1.1", "12345.1", "1.1 "] {
            assert_eq!(ParagraphNumber::parse(text), None, "{text}");
        }
        assert_eq!(of("01.02").to_string(), "1.2");
    }

    #[test]
    fn a_number_between_two_others() {
        let between = |a: &str, b: Option<&str>| of(a).lettered(b.map(of).as_ref()).map(|number| number.to_string());
        assert_eq!(between("3.4", None).as_deref(), Some("3.4A"));
        assert_eq!(between("3.4", Some("3.5")).as_deref(), Some("3.4A"));
        assert_eq!(between("3.4A", Some("3.5")).as_deref(), Some("3.4B"));
        assert_eq!(between("3.4A", Some("3.4B")).as_deref(), Some("3.4AA"));
        assert_eq!(between("3.4Z", None).as_deref(), Some("3.4ZA"));
        assert_eq!(between("3.4", Some("3.4A")), None);
        assert_eq!(between("3.4AZ", Some("3.4B")), None);
    }

    #[test]
    fn places_begin_with_a_number() {
        let within = |place: &str| ParagraphNumber::within(place).map(|(number, point)| format!("{number}|{point}"));
        assert_eq!(within("3.4").as_deref(), Some("3.4|"));
        assert_eq!(within("3.4Ab.ii.A").as_deref(), Some("3.4A|b.ii.A"));
        assert_eq!(within("2"), None);
        assert_eq!(within("2-and-more"), None);
        assert_eq!(within("2.1-and-more"), None);
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,12}") {
            if let Some(number) = ParagraphNumber::parse(&text) {
                prop_assert_eq!(ParagraphNumber::parse(&number.to_string()), Some(number));
            }
        }

        #[test]
        fn what_stands_between_does(a in "[0-3]\\.[0-3][A-C]{0,2}", b in "[0-3]\\.[0-3][A-C]{0,2}") {
            let (a, b) = (of(&a), of(&b));
            if let Some(between) = a.lettered(Some(&b)) {
                prop_assert!(a < between && between < b);
            }
        }
    }
}
