//! What people who do not program do to YAML, told in their words. The parser's own
//! message serves only where none of these fits.

use super::Excerpt;
use crate::diagnostic::rules::yaml as rules;
use crate::diagnostic::{Diagnostic, Rule};
use std::ops::Range;

pub(super) use super::lint::{lint, lint_tree};

/// A mistake, and if it can be guessed, a change of the same length that lets the parser
/// go on to the next one.
pub(super) struct Mistake {
    pub(super) diagnostic: Diagnostic,
    pub(super) repair: Option<(Range<usize>, String)>,
}

/// One line of the text.
#[derive(Clone, Copy)]
struct Line<'a> {
    start: usize,
    text: &'a str,
}

/// Explains why `text` (the source, perhaps already mended in places) is not YAML.
pub(super) fn explain(source: &Excerpt, text: &str, error: &serde_yaml::Error) -> Mistake {
    let message = error.to_string();
    let at = error.location().map_or(0, |place| byte_offset(text, place.line() as usize, place.column() as usize));
    let lines = lines(text);
    let here = lines.iter().rposition(|line| line.start <= at).unwrap_or(0);
    let finding = Finding { source, text, at, lines: &lines, here, message: &message };
    finding
        .tab()
        .or_else(|| finding.several_documents())
        .or_else(|| finding.reserved())
        .or_else(|| finding.quote())
        .or_else(|| finding.missing_space())
        .or_else(|| finding.colon())
        .or_else(|| finding.bracket())
        .or_else(|| finding.indentation())
        .unwrap_or_else(|| finding.other())
}

struct Finding<'a> {
    source: &'a Excerpt,
    text: &'a str,
    at: usize,
    lines: &'a [Line<'a>],
    here: usize,
    message: &'a str,
}

impl Finding<'_> {
    fn mistake(&self, rule: &'static Rule, range: Range<usize>, message: &str, help: String) -> Mistake {
        let diagnostic = Diagnostic::new(rule, self.source.span(range), message).help(help);
        Mistake { diagnostic, repair: None }
    }

    /// The line of the error and its neighbours, nearest first.
    fn nearby(&self, above: usize, below: usize) -> impl Iterator<Item = Line<'_>> {
        let up = (0..=above).filter_map(|step| self.lines.get(self.here.checked_sub(step)?));
        let down = (1..=below).filter_map(|step| self.lines.get(self.here + step));
        up.chain(down).copied()
    }

    fn tab(&self) -> Option<Mistake> {
        let (start, offset) = self.nearby(1, 1).find_map(|line| {
            let indent = line.text.len() - line.text.trim_start_matches([' ', '\t']).len();
            let tab = line.text.get(..indent)?.find('\t')?;
            Some((line.start, tab))
        })?;
        let range = start + offset..start + offset + 1;
        let mut mistake = self.mistake(
            &rules::TAB_IN_YAML,
            range.clone(),
            "a tab in the indentation",
            "replace it by two spaces for each level".into(),
        );
        mistake.repair = Some((range, " ".into()));
        Some(mistake)
    }

    fn several_documents(&self) -> Option<Mistake> {
        if !self.message.contains("multiple YAML documents") {
            return None;
        }
        let line = self.lines.iter().skip(1).find(|line| line.text.trim_end() == "---")?;
        let range = line.start..line.start + 3;
        let mut mistake = self.mistake(
            &rules::SEVERAL_DOCUMENTS,
            range.clone(),
            "a line of --- in the middle of the YAML",
            "remove it, or move what follows into a file of its own".into(),
        );
        mistake.repair = Some((range, "   ".into()));
        Some(mistake)
    }

    fn reserved(&self) -> Option<Mistake> {
        let odd = ["unexpected character", "unknown anchor", "alias", "anchor", "tag", "directive", "block scalar"];
        if !odd.iter().any(|word| self.message.contains(word)) {
            return None;
        }
        let (at, character) = self.nearby(1, 0).find_map(|line| {
            let value = value_start(line)?;
            let character = self.text.get(value..)?.chars().next()?;
            "@`%&*!|>".contains(character).then_some((value, character))
        })?;
        let end = self.text.get(at..).and_then(|rest| rest.find('\n')).map_or(self.text.len(), |length| at + length);
        let value = self.text.get(at..end).unwrap_or_default().trim_end();
        let mut mistake = self.mistake(
            &rules::RESERVED_CHARACTER,
            at..at + value.len(),
            &format!("the text begins with `{character}`, which YAML keeps for itself"),
            format!("put it in quotes: \"{}\"", value.replace('"', "'")),
        );
        mistake.repair = Some((at..at + 1, "x".into()));
        Some(mistake)
    }

    fn quote(&self) -> Option<Mistake> {
        if !self.message.contains("quoted scalar") && !self.message.contains("quote") && !self.after_quoted_text() {
            return None;
        }
        let open = self.nearby(self.here, 0).find_map(|line| {
            let value = value_start(line)?;
            let rest = self.text.get(value..line.start + line.text.len())?;
            let mark = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            let closes = closing(rest.get(1..)?, mark);
            (closes != Some(rest.trim_end().len().saturating_sub(2))).then_some((value, mark, closes, rest.trim_end().len()))
        });
        let (at, mark, closes, length) = open?;
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
        let blank: String = self.text.get(at..line_end)?.chars().flat_map(|c| std::iter::repeat_n('x', c.len_utf8())).collect();
        mistake.repair = Some((at..line_end, blank));
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

    fn missing_space(&self) -> Option<Mistake> {
        if !["simple key", "mapping values", "expected ':'", "could not find"].iter().any(|word| self.message.contains(word)) {
            return None;
        }
        let (start, colon, length) = self.nearby(2, 0).find_map(|line| {
            let trimmed = line.text.trim_start().trim_start_matches("- ");
            let colon = trimmed.find(':')?;
            let key = trimmed.get(..colon)?;
            let after = trimmed.get(colon + 1..)?;
            let field = !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
            let joined = after.chars().next().is_some_and(|c| !c.is_whitespace() && c != '/');
            (field && joined).then_some((line.start + line.text.len() - trimmed.len(), colon, trimmed.trim_end().len()))
        })?;
        let key = self.text.get(start..start + colon).unwrap_or_default();
        let mut mistake = self.mistake(
            &rules::MISSING_SPACE,
            start..start + colon + 1,
            &format!("there is no space after `{key}:`"),
            "write a space after the colon".into(),
        );
        mistake.repair = self.blanked(start..start + length);
        Some(mistake)
    }

    fn colon(&self) -> Option<Mistake> {
        if !["mapping values", "simple key", "illegal placement of ':'", "expected ':'"].iter().any(|word| self.message.contains(word)) {
            return None;
        }
        let (value, second, end) = self.nearby(1, 0).find_map(|line| {
            let value = value_start(line)?;
            let rest = self.text.get(value..line.start + line.text.len())?.trim_end();
            if rest.starts_with(['"', '\'', '[', '{', '|', '>']) {
                return None;
            }
            let inside = rest.find(": ").or_else(|| rest.ends_with(':').then(|| rest.len() - 1))?;
            Some((value, value + inside, value + rest.len()))
        })?;
        let whole = self.text.get(value..end).unwrap_or_default();
        let mut mistake = self.mistake(
            &rules::COLON_IN_TEXT,
            second..second + 1,
            "a colon inside text without quotes",
            format!("put the text in quotes: \"{}\"", whole.replace('"', "'")),
        );
        mistake.repair = Some((second..second + 1, ";".into()));
        Some(mistake)
    }

    fn bracket(&self) -> Option<Mistake> {
        let mut open: Vec<(usize, char)> = Vec::new();
        for (offset, character) in self.text.char_indices().take_while(|(offset, _)| *offset <= self.at) {
            match character {
                '[' | '{' if starts_value(self.text, offset) || !open.is_empty() => open.push((offset, character)),
                ']' | '}' => {
                    open.pop();
                }
                _ => {}
            }
        }
        let (at, character) = open.pop()?;
        let close = if character == '[' { ']' } else { '}' };
        let mut mistake = self.mistake(
            &rules::UNCLOSED_BRACKET,
            at..at + 1,
            &format!("the bracket {character} is not closed"),
            format!("close it with {close} at the end, or put the text in quotes if no list is meant"),
        );
        mistake.repair = Some((at..at + 1, "x".into()));
        Some(mistake)
    }

    fn indentation(&self) -> Option<Mistake> {
        let known = ["did not find expected", "mapping values", "indentation", "block collection", "block mapping", "simple key"];
        if !known.iter().any(|word| self.message.contains(word)) {
            return None;
        }
        let line = self.lines.get(self.here)?;
        let indent = line.text.len() - line.text.trim_start().len();
        let range = line.start..line.start + line.text.trim_end().len();
        let mut mistake = self.mistake(
            &rules::INDENTATION,
            line.start + indent..range.end.max(line.start + indent),
            "this line does not fit the lines around it",
            "give fields of the same level the same number of spaces at the start; entries of a list begin with `- `".into(),
        );
        mistake.repair = self.blanked(range);
        Some(mistake)
    }

    fn other(&self) -> Mistake {
        let text = self.message.split(" at line ").next().unwrap_or(self.message);
        let end = self.text.get(self.at..).and_then(|rest| rest.find('\n')).map_or(self.text.len(), |length| self.at + length);
        self.mistake(
            &rules::YAML_SYNTAX,
            self.at.min(end)..end,
            &format!("this is not valid YAML: {text}"),
            "look at this line and the one above: a missing quote, bracket or space is the usual cause".into(),
        )
    }

    fn blanked(&self, range: Range<usize>) -> Option<(Range<usize>, String)> {
        let length = self.text.get(range.clone())?.len();
        (length > 0).then(|| (range, " ".repeat(length)))
    }
}

/// Where the value of `key: value` or `- value` begins.
fn value_start(line: Line<'_>) -> Option<usize> {
    let mut rest = line.text.trim_start();
    let mut listed = false;
    while let Some(item) = rest.strip_prefix("- ") {
        rest = item.trim_start();
        listed = true;
    }
    let key = rest.find(": ").filter(|colon| !rest.starts_with(['"', '\'', '#', '[', '{']) && *colon > 0);
    match key {
        Some(colon) => rest = rest.get(colon + 2..)?.trim_start(),
        None if listed => {}
        None => return None,
    }
    (!rest.trim_end().is_empty()).then(|| line.start + line.text.len() - rest.len())
}

/// The offset of the mark that closes a quotation, in the text after its opening mark.
fn closing(text: &str, mark: char) -> Option<usize> {
    let mut characters = text.char_indices().peekable();
    while let Some((offset, character)) = characters.next() {
        match character {
            '\\' if mark == '"' => {
                characters.next();
            }
            '\'' if mark == '\'' && characters.peek().is_some_and(|(_, next)| *next == '\'') => {
                characters.next();
            }
            _ if character == mark => return Some(offset),
            _ => {}
        }
    }
    None
}

fn starts_value(text: &str, offset: usize) -> bool {
    let before = text.get(..offset).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    line.trim().is_empty() || line.ends_with(": ") || line.trim_end().ends_with('-')
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut start = 0;
    text.split_inclusive('\n')
        .map(|line| {
            let at = start;
            start += line.len();
            Line { start: at, text: line.trim_end_matches(['\n', '\r']) }
        })
        .collect()
}

/// The byte offset of a line and column, both from 1, the column in characters.
fn byte_offset(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = text.get(start..).unwrap_or_default();
    rest.char_indices().nth(column.saturating_sub(1)).map_or(text.len(), |(offset, _)| start + offset)
}
