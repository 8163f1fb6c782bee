//! Lines that stand too far to the left or to the right, and hyphens without their space.

use super::{Finding, Mistake};
use crate::diagnostic::rules::yaml as rules;
use crate::source::lines::Line;

/// How many spaces a line begins with.
fn depth(line: &Line<'_>) -> usize {
    line.text.len() - line.text.trim_start().len()
}

fn is_blank(line: &Line<'_>) -> bool {
    line.text.trim().is_empty()
}

/// Whether a line ends with the sign that a longer text follows: `text: |`.
fn opens_text(line: &Line<'_>) -> bool {
    let end = line.text.split(" #").next().unwrap_or_default().trim_end();
    [": |", ": >", ": |-", ": >-", ": |+", ": >+"].iter().any(|sign| end.ends_with(sign))
}

/// Whether a line is a field or an entry of a list, rather than a part of a text.
fn is_field(line: &Line<'_>) -> bool {
    let text = line.text.trim();
    let word = |key: &str| !key.is_empty() && key.chars().all(|c| c.is_ascii_lowercase() || c == '-');
    text.starts_with("- ")
        || text.strip_suffix(':').or(text.split(": ").next()).is_some_and(|key| word(key) && key != text)
}

impl Finding<'_> {
    fn is_about_indentation(&self) -> bool {
        let known = [
            "did not find expected",
            "mapping values",
            "indentation",
            "block collection",
            "block mapping",
            "simple key",
            "block scalar",
        ];
        known.iter().any(|word| self.message.contains(word))
    }

    /// `-value: 4` where `- value: 4` is meant.
    pub(super) fn hyphen(&self) -> Option<Mistake> {
        let line = self.lines.get(self.here).filter(|_| self.is_about_indentation())?;
        let indent = depth(line);
        let joined = line.text.trim_start().strip_prefix('-')?.chars().next().is_some_and(char::is_alphanumeric);
        let beside = |other: &Line<'_>| depth(other) == indent && other.text.trim_start().starts_with("- ");
        if !joined || !self.lines.iter().any(beside) {
            return None;
        }
        let at = line.start + indent;
        let mut mistake = self.mistake(
            &rules::MISSING_SPACE,
            at..at + 1,
            "there is no space after the hyphen",
            "write `- ` at the start of an entry".into(),
        );
        let below = self.lines.get(self.here + 1..).unwrap_or_default();
        let last = below.iter().take_while(|other| !is_blank(other) && depth(other) > indent).last().unwrap_or(line);
        mistake.repair = self.redrawn(line, last, None);
        Some(mistake)
    }

    /// A line of a text below `text: |` that is not indented as the text is.
    pub(super) fn outdented_text(&self) -> Option<Mistake> {
        let line = self.lines.get(self.here).filter(|line| self.is_about_indentation() && !is_field(line))?;
        let above = self.lines.get(..self.here)?;
        let header = above.iter().rposition(opens_text)?;
        let opening = above.get(header)?;
        let text: Vec<&Line<'_>> = above.get(header + 1..)?.iter().filter(|line| !is_blank(line)).collect();
        let least = text.first().map_or(depth(opening) + 1, |first| depth(first));
        if depth(line) >= least || text.iter().any(|line| depth(line) < least) {
            return None;
        }
        let name = opening.text.split(':').next().unwrap_or_default().trim().trim_start_matches("- ");
        let at = line.start + depth(line);
        let mut mistake = self.mistake(
            &rules::INDENTATION,
            at..line.start + line.text.trim_end().len(),
            &format!("this line belongs to the text of `{name}` and is not indented as the text is"),
            format!("begin each line of the text with two spaces more than the line of `{name}`"),
        );
        let rest = self.lines.get(self.here..).unwrap_or_default();
        let last = rest.iter().take_while(|line| is_blank(line) || !is_field(line)).last().unwrap_or(line);
        // A letter stands for each line, so that the text is not reported as missing.
        mistake.repair = self.redrawn(line, last, Some(least));
        Some(mistake)
    }

    pub(super) fn indentation(&self) -> Option<Mistake> {
        if !self.is_about_indentation() {
            return None;
        }
        let line = self.lines.get(self.here)?;
        let indent = depth(line);
        let range = line.start..line.start + line.text.trim_end().len();
        let mut mistake = self.mistake(
            &rules::INDENTATION,
            line.start + indent..range.end.max(line.start + indent),
            "this line does not fit the lines around it",
            "give fields of the same level the same number of spaces at the start; entries of a list begin with `- `"
                .into(),
        );
        mistake.repair = self.blanked(range);
        Some(mistake)
    }

    /// Blanks two lines and what is between them, but for a letter in one column of each;
    /// their breaks stay.
    fn redrawn(
        &self,
        first: &Line<'_>,
        last: &Line<'_>,
        letter: Option<usize>,
    ) -> Option<(std::ops::Range<usize>, String)> {
        let range = first.start..last.start + last.text.len();
        let mut column = 0;
        let redraw = |byte: u8| {
            column = if byte == b'\n' { 0 } else { column + 1 };
            match byte {
                b'\n' | b'\r' => char::from(byte),
                _ if letter.is_some_and(|letter| column == letter + 1) => 'x',
                _ => ' ',
            }
        };
        let text: String = self.text.get(range.clone())?.bytes().map(redraw).collect();
        (!range.is_empty()).then_some((range, text))
    }
}
