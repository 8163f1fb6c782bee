//! What people who do not program do to YAML, told in their words. The parser's own
//! message serves only where none of these fits.

mod indent;
mod quotes;

use super::Excerpt;
use super::lines::{Line, bracket_within_text, byte_offset, lines, starts_value, value_start, value_start_is};
use super::mend::{spaces_for_tabs, tabs, with_spaces_for_tabs};
use crate::diagnostic::rules::prose::TOO_DEEP;
use crate::diagnostic::rules::yaml as rules;
use crate::diagnostic::{Change, Diagnostic, Edit, Rule};
use std::ops::Range;

pub(super) use super::lint::{lint, lint_tree};

/// A mistake, and if it can be guessed, a change of the same length that lets the parser
/// go on to the next one.
pub(super) struct Mistake {
    pub(super) diagnostic: Diagnostic,
    pub(super) repair: Option<(Range<usize>, String)>,
}

/// Explains why `text` (the source, perhaps already mended in places) is not YAML.
pub(super) fn explain(source: &Excerpt, text: &str, error: &serde_yaml::Error) -> Mistake {
    let message = error.to_string();
    let at = error.location().map_or(0, |place| byte_offset(text, place.line() as usize, place.column() as usize));
    let lines = lines(text);
    let here = lines.iter().rposition(|line| line.start <= at).unwrap_or(0);
    let finding = Finding { source, text, at, lines: &lines, here, message: &message };
    finding
        .several_documents()
        .or_else(|| finding.reserved())
        .or_else(|| finding.quote())
        .or_else(|| finding.hyphen())
        .or_else(|| finding.missing_space())
        .or_else(|| finding.colon())
        .or_else(|| finding.bracket())
        .or_else(|| finding.outdented_text())
        .or_else(|| finding.indentation())
        .unwrap_or_else(|| finding.other())
}

/// Tabs in the indentation, if they are why `text` is not YAML: one mistake however many
/// lines have them, and the source and the text with spaces in their place.
pub(super) fn explain_tabs(
    source: &Excerpt,
    text: &str,
    error: &serde_yaml::Error,
) -> Option<(Diagnostic, Excerpt, String)> {
    let tabs = tabs(&source.text);
    let first = tabs.first()?;
    let here = error.location().map_or(0, |place| place.line() as usize).saturating_sub(1);
    let indent = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let with_tabs = |line: &str| line.get(..indent(line)).is_some_and(|indent| indent.contains('\t'));
    let numbered = source.text.lines().enumerate().filter(|(_, line)| with_tabs(line));
    let lines: Vec<usize> = numbered.map(|(number, _)| number).collect();
    if !lines.iter().any(|line| line.abs_diff(here) <= 1) {
        return None;
    }
    let message = match lines.len() {
        1 => "a tab in the indentation".to_owned(),
        2 => "a tab in the indentation, and another one below".to_owned(),
        count => format!("tabs in the indentation of this line and {} others", count - 1),
    };
    let places = tabs.iter().map(|tab| source.span(tab.clone())).filter(|place| place.range().len() == 1);
    let spaces = places.map(|place| Edit::new(place, "  ")).collect();
    let diagnostic = Diagnostic::new(&rules::TAB_IN_YAML, source.span(first.clone()), message)
        .help("replace it by two spaces for each level")
        .mend(Change::Signs, spaces);
    let mended = with_spaces_for_tabs(source, &tabs);
    let text = spaces_for_tabs(text, &tabs)?;
    // A text whose places are not known stays as it is, and would be told of for ever.
    (mended.text.len() == text.len()).then_some((diagnostic, mended, text))
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
        // The mended text has letters where the source has parts of one.
        let boundary = |at: &usize| self.source.text.is_char_boundary(*at);
        let start = (0..=range.start.min(self.source.text.len())).rev().find(boundary).unwrap_or(0);
        let end = (range.end..self.source.text.len()).find(boundary).unwrap_or(self.source.text.len());
        let diagnostic = Diagnostic::new(rule, self.source.span(start..end.max(start)), message).help(help);
        Mistake { diagnostic, repair: None }
    }

    /// The line of the error and its neighbours, nearest first.
    fn nearby(&self, above: usize, below: usize) -> impl Iterator<Item = Line<'_>> {
        let up = (0..=above).filter_map(|step| self.lines.get(self.here.checked_sub(step)?));
        let down = (1..=below).filter_map(|step| self.lines.get(self.here + step));
        up.chain(down).copied()
    }

    fn several_documents(&self) -> Option<Mistake> {
        if !self.message.contains("multiple YAML documents") {
            return None;
        }
        let line = self.lines.iter().skip(1).find(|line| matches!(line.text.trim_end(), "---" | "..."))?;
        let range = line.start..line.start + 3;
        let mut mistake = self.mistake(
            &rules::SEVERAL_DOCUMENTS,
            range.clone(),
            &format!("a line of {} in the middle of the YAML", line.text.trim_end()),
            "remove it, or move what follows into a file of its own".into(),
        );
        mistake.repair = Some((range, "   ".into()));
        Some(mistake)
    }

    fn reserved(&self) -> Option<Mistake> {
        let odd = [
            "unexpected character",
            "unknown anchor",
            "alias",
            "anchor",
            "tag",
            "directive",
            "block scalar",
            "invalid",
        ];
        let message_fits = odd.iter().any(|word| self.message.contains(word));
        let always = |line: Line<'_>| {
            let value = value_start(line)?;
            let rest = self.text.get(value..line.start + line.text.len())?;
            (rest.starts_with([']', '}', ',']) || rest.starts_with("- ") || bracket_within_text(rest)).then_some(value)
        };
        let sometimes = |line: Line<'_>| {
            let value = value_start(line)?;
            self.text.get(value..)?.starts_with(['@', '`', '%', '&', '*', '!', '|', '>']).then_some(value)
        };
        let here = self.text.get(self.at..).is_some_and(|rest| rest.starts_with(['@', '`', '%']));
        let at = self
            .nearby(0, 0)
            .find_map(always)
            .or_else(|| if message_fits { self.nearby(1, 0).find_map(sometimes) } else { None })
            .or((message_fits && here).then_some(self.at))?;
        let rest = self.text.get(at..)?;
        let line = rest.split('\n').next().unwrap_or_default().trim_end();
        // Within a list in brackets the text ends with its entry, before a colon with the name.
        let end =
            if value_start_is(self.lines, at) { line.len() } else { line.find([',', ']', '}']).unwrap_or(line.len()) };
        let value = line.get(..end).unwrap_or_default().trim_end();
        let first = if value.starts_with("- ") { "- " } else { value.get(..1).unwrap_or_default() };
        let mut mistake = self.mistake(
            &rules::RESERVED_CHARACTER,
            at..at + value.len(),
            &match first {
                "`" => "the text begins with a backtick, which YAML keeps for itself".to_owned(),
                _ => format!("the text begins with `{first}`, which YAML keeps for itself"),
            },
            format!("put it in quotes: \"{}\"", value.replace('"', "'")),
        );
        mistake.repair = Some((at..at + 1, "x".into()));
        Some(mistake)
    }

    fn missing_space(&self) -> Option<Mistake> {
        if !["simple key", "mapping values", "expected ':'", "could not find"]
            .iter()
            .any(|word| self.message.contains(word))
        {
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
        if self.message.contains("flow mapping")
            && self.text.get(self.at..).is_some_and(|rest| rest.starts_with(": "))
            && self.in_closed_brackets()
        {
            let mut mistake = self.mistake(
                &rules::COLON_IN_TEXT,
                self.at..self.at + 1,
                "a colon inside text without quotes",
                "put the text in quotes".into(),
            );
            mistake.repair = Some((self.at..self.at + 1, ";".into()));
            return Some(mistake);
        }
        if !["mapping values", "simple key", "illegal placement of ':'", "expected ':'"]
            .iter()
            .any(|word| self.message.contains(word))
        {
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
        // The source, not the text mended so far: the help shows what the author wrote.
        let whole = self.source.text.get(value..end).unwrap_or_default();
        let curly = whole.starts_with(['“', '”', '„', '‘', '’']);
        let bare = if curly { whole.trim_matches(['“', '”', '„', '‘', '’']) } else { whole };
        let quoted = format!("\"{}\"", bare.replace('"', "'"));
        let help = match curly {
            true => format!("put the text in straight quotation marks, which YAML knows: {quoted}"),
            false => format!("put the text in quotes: {quoted}"),
        };
        let mut mistake =
            self.mistake(&rules::COLON_IN_TEXT, second..second + 1, "a colon inside text without quotes", help);
        let rest = self.text.get(second..end)?;
        let mended = rest.replace(": ", "; ");
        let last = mended.strip_suffix(':').map(|mended| format!("{mended};"));
        mistake.repair = Some((second..end, last.unwrap_or(mended)));
        Some(mistake)
    }

    /// Whether the brackets around the mistake begin and end on its line.
    fn in_closed_brackets(&self) -> bool {
        let Some(line) = self.lines.get(self.here) else { return false };
        let (before, after) = line.text.split_at_checked(self.at.saturating_sub(line.start)).unwrap_or_default();
        before.contains(['[', '{']) && after.contains([']', '}'])
    }

    fn bracket(&self) -> Option<Mistake> {
        if self.message.contains("misplaced bracket") {
            let mut mistake = self.mistake(
                &rules::YAML_SYNTAX,
                self.at..self.at + 1,
                "a bracket that nothing opens",
                "remove it, or put the text in quotes if it belongs to the text".into(),
            );
            mistake.repair =
                self.text.get(self.at..)?.starts_with([']', '}']).then(|| (self.at..self.at + 1, " ".into()));
            return Some(mistake);
        }
        let mut open: Vec<(usize, char)> = Vec::new();
        for (offset, character) in self.text.char_indices().take_while(|(offset, _)| *offset <= self.at) {
            match character {
                '[' | '{' if !open.is_empty() || starts_value(self.text, offset) => open.push((offset, character)),
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
        mistake.repair = self.crossed_out(at);
        Some(mistake)
    }

    /// The rest of a line and the deeper lines below it, made into one meaningless word each.
    fn crossed_out(&self, at: usize) -> Option<(Range<usize>, String)> {
        let first = self.lines.iter().rposition(|line| line.start <= at)?;
        let indent = |line: &Line<'_>| line.text.len() - line.text.trim_start().len();
        let own = self.lines.get(first)?;
        let deeper =
            self.lines.get(first + 1..)?.iter().take_while(|line| !line.text.is_empty() && indent(line) > indent(own));
        let end = deeper.last().unwrap_or(own);
        let range = at..end.start + end.text.len();
        let crossed: String = self
            .text
            .get(range.clone())?
            .chars()
            .flat_map(|c| std::iter::repeat_n(if c.is_whitespace() && c.is_ascii() { c } else { 'x' }, c.len_utf8()))
            .collect();
        Some((range, crossed))
    }

    fn other(&self) -> Mistake {
        if self.message.contains("Depth") {
            let help = "use fewer levels of fields within fields".into();
            return self.mistake(&TOO_DEEP, self.at..self.at, "lists and fields nested too deeply", help);
        }
        let text = self.message.split(" at line ").next().unwrap_or(self.message);
        let end = self
            .text
            .get(self.at..)
            .and_then(|rest| rest.find('\n'))
            .map_or(self.text.len(), |length| self.at + length);
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
