//! The steps by which likelihood and impact are rated. Where nobody has named them, they are the
//! numbers 1 to 5: words that the council does not use would be made up.

use crate::diagnostic::rules::risks::RISK_SCALE_WRONG;
use crate::diagnostic::{Diagnostic, Span};
use crate::source::{Fields, Located, Yaml, did_you_mean};
use std::collections::BTreeSet;

/// How many steps a scale can have.
const FEWEST: usize = 2;
const MOST: usize = 10;
/// How many it has where nobody says.
const USUAL: usize = 5;

/// The steps, the lowest first; each is a word, or nothing where it is known by its number only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    likelihood: Vec<String>,
    impact: Vec<String>,
}

/// What is rated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axis {
    /// How likely it is.
    Likelihood,
    /// How bad it would be.
    Impact,
}

impl Axis {
    /// Its word in files.
    pub fn word(self) -> &'static str {
        match self {
            Axis::Likelihood => "likelihood",
            Axis::Impact => "impact",
        }
    }
}

impl Default for Scale {
    fn default() -> Scale {
        let numbers = vec![String::new(); USUAL];
        Scale { likelihood: numbers.clone(), impact: numbers }
    }
}

impl Scale {
    /// The words of its steps.
    pub fn steps(&self, axis: Axis) -> &[String] {
        match axis {
            Axis::Likelihood => &self.likelihood,
            Axis::Impact => &self.impact,
        }
    }

    /// How many steps there are.
    pub fn count(&self, axis: Axis) -> u32 {
        u32::try_from(self.steps(axis).len()).unwrap_or(u32::MAX)
    }

    /// The word of a step, counted from 1, if it has one.
    pub fn word(&self, axis: Axis, step: u32) -> Option<&str> {
        let index = usize::try_from(step).ok()?.checked_sub(1)?;
        self.steps(axis).get(index).map(String::as_str).filter(|word| !word.is_empty())
    }

    /// The highest score.
    pub fn top(&self) -> u32 {
        self.count(Axis::Likelihood).saturating_mul(self.count(Axis::Impact))
    }

    /// The step that a number or word means.
    ///
    /// # Errors
    /// A message and a way to mend it.
    pub(super) fn read(&self, axis: Axis, written: &str) -> Result<u32, (String, String)> {
        let count = self.count(axis);
        let same = |word: &&String| word.to_lowercase() == written.to_lowercase() && !word.is_empty();
        let found = written.parse().ok().filter(|step| (1..=count).contains(step));
        let of_word = || self.steps(axis).iter().position(|word| same(&word)).and_then(|at| u32::try_from(at + 1).ok());
        if let Some(step) = found.or_else(of_word) {
            return Ok(step);
        }
        let words: Vec<&str> = self.steps(axis).iter().map(String::as_str).filter(|word| !word.is_empty()).collect();
        let what = axis.word();
        let message = format!("`{written}` is no step of the scale of {what}");
        let help = match did_you_mean(written, words.iter().copied()) {
            Some(near) => near,
            None if words.is_empty() && written.parse::<f64>().is_err() => {
                format!("write a number from 1 to {count}, or name the steps below `risk-scale:`, here or in site.yaml")
            }
            None if words.is_empty() => format!("write a number from 1 to {count}"),
            None => format!("write a number from 1 to {count}, or one of: {}", words.join(", ")),
        };
        Err((message, help))
    }
}

/// Reads `risk-scale`.
pub(super) fn decode(yaml: &Yaml, out: &mut Vec<Diagnostic>) -> Option<Located<Scale>> {
    let mut fields = Fields::of(yaml, "a risk scale", out)?;
    let likelihood = steps(&mut fields, "likelihood", "likelihood: [Remote, Unlikely, Possible, Likely, Definite]");
    let impact = steps(&mut fields, "impact", "impact: [Insignificant, Minor, Moderate, Major, Catastrophic]");
    fields.finish();
    Some(Located::new(Scale { likelihood: likelihood?, impact: impact? }, yaml.span))
}

fn steps(fields: &mut Fields<'_, '_>, name: &'static str, example: &str) -> Option<Vec<String>> {
    let words = fields.texts(name);
    let Some(first) = words.first() else {
        fields.missing(name, &format!("list the steps, the lowest first: {example}"));
        return None;
    };
    let mut wrong = |span: Span, message: String, help: &str| {
        fields.out.push(Diagnostic::new(&RISK_SCALE_WRONG, span, message).help(help));
    };
    if !(FEWEST..=MOST).contains(&words.len()) {
        let help = format!("list the steps, the lowest first: {example}");
        wrong(
            first.span,
            format!("a scale of {name} has {FEWEST} to {MOST} steps, and this has {}", words.len()),
            &help,
        );
        return None;
    }
    let mut seen = BTreeSet::new();
    for word in &words {
        if word.value.parse::<u32>().is_ok() {
            let help = "write a word; Candour numbers the steps itself, from 1";
            wrong(word.span, format!("the step `{}` is a number", word.value), help);
        }
        if !seen.insert(word.value.to_lowercase()) {
            wrong(word.span, format!("two steps are called `{}`", word.value), "give each step a word of its own");
        }
    }
    Some(words.into_iter().map(|word| word.value).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_numbers_or_words() {
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        let scale = Scale { likelihood: words(&["Rare", "Likely"]), impact: words(&["Low", "High", "Worst"]) };
        let read = |axis, text| scale.read(axis, text).ok();
        assert_eq!(read(Axis::Likelihood, "2"), Some(2));
        assert_eq!(read(Axis::Likelihood, "likely"), Some(2));
        assert_eq!(read(Axis::Impact, "WORST"), Some(3));
        for wrong in ["0", "3", "-1", "1.5", "", "Worst", "1e0"] {
            assert_eq!(read(Axis::Likelihood, wrong), None, "{wrong}");
        }
        assert_eq!(scale.top(), 6);
        assert_eq!(Scale::default().read(Axis::Impact, "5"), Ok(5));
        assert_eq!(Scale::default().read(Axis::Impact, "").ok(), None);
        assert_eq!(Scale::default().word(Axis::Impact, 1), None);
    }

    #[test]
    fn a_word_nearly_right_is_named() {
        let words = vec!["Remote".to_owned(), "Possible".to_owned()];
        let scale = Scale { likelihood: words.clone(), impact: words };
        let (_, help) = scale.read(Axis::Likelihood, "Posible").unwrap_err();
        assert_eq!(help, "did you mean `Possible`?");
    }
}
