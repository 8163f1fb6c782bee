//! From counts to a reading age: the Flesch–Kincaid grade.

use super::Reading;

/// The formula says nothing of a text with fewer words than this.
const ENOUGH: usize = 100;

/// At what age a child enters the first grade in the United States, less one.
const AGE_BEFORE_SCHOOL: f64 = 5.0;

impl Reading {
    /// The school grade of the United States at which the text is understood, by the formula
    /// of Kincaid, Fishburne, Rogers and Chissom ("Derivation of new readability formulas",
    /// 1975), which is Flesch's of 1948 ("A new readability yardstick") set anew. `None`
    /// below 100 words.
    ///
    /// It knows the length of sentences and words and nothing else: it is a trend to watch,
    /// never a reason to refuse a text.
    pub fn grade(&self) -> Option<f64> {
        if self.words < ENOUGH || self.sentences == 0 {
            return None;
        }
        let (words, sentences, syllables) = (count(self.words), count(self.sentences), count(self.syllables));
        Some(0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59)
    }

    /// The age at which the text is understood, in whole years: the grade and five years,
    /// never below five. What residents read is aimed at 9 to 11 (GOV.UK content design;
    /// NHS digital service manual, "Health literacy"). `None` below 100 words.
    pub fn reading_age(&self) -> Option<u32> {
        let age = (self.grade()? + AGE_BEFORE_SCHOOL).round().clamp(AGE_BEFORE_SCHOOL, f64::from(u32::MAX));
        // A whole number within the limits of the type, by the line above.
        Some(age as u32)
    }
}

/// A count as a number to calculate with. Exact for any text that fits in memory.
fn count(number: usize) -> f64 {
    number as f64
}
