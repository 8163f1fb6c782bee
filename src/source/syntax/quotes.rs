//! Quotation marks in YAML: not closed, or closed before the text ends.

use super::{Finding, Mistake};
use crate::diagnostic::rules::yaml as rules;
use crate::source::lines::{closing, value_start};

impl Finding<'_> {
    pub(super) fn quote(&self) -> Option<Mistake> {
        if !self.message.contains("quoted scalar") && !self.message.contains("quote") && !self.after_quoted_text() {
            return None;
        }
        let open = self.nearby(self.here, 0).find_map(|line| {
            let value = value_start(line)?;
            let rest = self.text.get(value..line.start + line.text.len())?;
            let mark = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            let closes = closing(rest.get(1..)?, mark);
            (closes != Some(rest.trim_end().len().saturating_sub(2))).then_some((
                value,
                mark,
                closes,
                rest.trim_end().len(),
            ))
        });
        let Some((at, mark, closes, length)) = open else { return self.quote_at_mistake() };
        let mut mistake = match closes {
            None => self.mistake(
                &rules::UNCLOSED_QUOTE,
                at..at + length,
                "a quotation mark is not closed",
                format!("put {mark} at the end of the text as well"),
            ),
            Some(_) => self.mistake(
                &rules::UNCLOSED_QUOTE,
                at..at + length,
                "the text goes on after its closing quotation mark",
                if mark == '\'' {
                    "write an apostrophe twice inside '…', or put the whole text in \"…\"".into()
                } else {
                    "put the whole text in quotes; write quotation marks inside it as ' or \\\"".into()
                },
            ),
        };
        let line_end = at + length;
        let blank: String =
            self.text.get(at..line_end)?.chars().flat_map(|c| std::iter::repeat_n('x', c.len_utf8())).collect();
        mistake.repair = Some((at..line_end, blank));
        Some(mistake)
    }

    /// A quotation that begins elsewhere than a value: in a list in brackets, in a name.
    fn quote_at_mistake(&self) -> Option<Mistake> {
        let rest = self.text.get(self.at..)?.split('\n').next()?.trim_end();
        let mark = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        if !self.message.contains("unclosed quote") {
            return None;
        }
        let mut mistake = self.mistake(
            &rules::UNCLOSED_QUOTE,
            self.at..self.at + rest.len(),
            "a quotation mark is not closed",
            format!("put {mark} at the end of the text as well"),
        );
        mistake.repair = Some((self.at..self.at + 1, "x".into()));
        Some(mistake)
    }

    /// The parser stumbles right behind a closed quotation: `title: "A" and "B"`.
    fn after_quoted_text(&self) -> bool {
        self.nearby(1, 0).any(|line| {
            value_start(line).is_some_and(|value| {
                let rest = self.text.get(value..line.start + line.text.len()).unwrap_or_default();
                rest.chars().next().is_some_and(|mark| {
                    matches!(mark, '"' | '\'')
                        && closing(rest.get(1..).unwrap_or_default(), mark).is_some_and(|end| {
                            rest.get(end + 2..).is_some_and(|after| {
                                let after = after.trim();
                                !after.is_empty() && !after.starts_with(['#', ',', ']', '}', ':'])
                            })
                        })
                })
            })
        })
    }
}
