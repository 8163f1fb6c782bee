//! Remarks: comments that speak to Candour. Here, those of YAML, each with the entry it stands at.

use super::{Excerpt, Value, Yaml};
use crate::diagnostic::Span;

/// A comment that begins with the name of the program.
#[derive(Clone, Debug)]
pub struct Remark {
    /// Where it stands, from the name on.
    pub span: Span,
    /// What it says behind the name.
    pub text: Excerpt,
    /// What it holds for; `None` if it stands at nothing.
    pub holds: Option<Span>,
}

/// What every text with a remark in it has, in whatever capitals the name is written.
pub const IN_EACH_REMARK: &str = "andour";

/// The name of the program.
pub const NAME: &str = "candour";

/// Where the words behind the program's name begin in a comment, if it begins with that name.
pub fn behind_name(comment: &str) -> Option<usize> {
    let bare = comment.trim_start();
    let begins = bare.get(..NAME.len()).is_some_and(|name| name.eq_ignore_ascii_case(NAME));
    begins.then_some(comment.len() - bare.len() + NAME.len())
}

/// Whether a comment of YAML, `#` and all, is meant for Candour.
pub(super) fn is_remark(comment: &str) -> bool {
    let bare = comment.trim_start_matches('#');
    behind_name(bare).is_some_and(|end| bare.get(end..).is_some_and(|rest| rest.starts_with(':')))
}

/// The remarks in a YAML text that was read as `tree`. One on a line of its own holds for the entry
/// below it; one at the end of a line for the entry that begins on that line.
pub fn yaml_remarks(source: &Excerpt, tree: &Yaml) -> Vec<Remark> {
    let mut parts = Parts::default();
    parts.add(tree);
    let mut found = Vec::new();
    let mut start = 0;
    for line in source.text.split_inclusive('\n') {
        let at = start;
        start += line.len();
        let words = line.trim_end();
        if !words.contains(IN_EACH_REMARK) {
            continue;
        }
        let signs = words.match_indices('#').map(|(sign, _)| sign);
        let mut begins = signs.filter(|sign| words.get(..*sign).is_some_and(ends_a_word));
        let comment = begins.find(|sign| !parts.holds_text(source.span(at + sign..at + sign + 1)));
        let Some(sign) = comment else { continue };
        let inner = words.get(sign..).unwrap_or_default();
        let hashes = inner.len() - inner.trim_start_matches('#').len();
        let Some(name_end) = behind_name(inner.get(hashes..).unwrap_or_default()) else { continue };
        let name_end = at + sign + hashes + name_end;
        let span = source.span(name_end - NAME.len()..at + words.len());
        let text = source.part(name_end..at + words.len());
        let whole_line = source.span(at..at + sign);
        let holds = match words.get(..sign).unwrap_or_default().trim().is_empty() {
            true => parts.after(text.span),
            false => parts.beginning_in(whole_line),
        };
        found.push(Remark { span, text, holds });
    }
    found
}

/// A comment begins where a word could.
fn ends_a_word(before: &str) -> bool {
    before.is_empty() || before.ends_with([' ', '\t'])
}

/// The parts of a tree, in the order in which they stand.
#[derive(Default)]
struct Parts {
    entries: Vec<Span>,
    texts: Vec<Span>,
}

impl Parts {
    fn add(&mut self, yaml: &Yaml) {
        match &yaml.value {
            Value::Null => {}
            Value::Text(_) => self.texts.push(yaml.span),
            Value::List(list) => {
                for item in list {
                    self.entries.push(item.span);
                    self.add(item);
                }
            }
            Value::Map(fields) => {
                for (key, value) in fields {
                    self.entries.push(key.span.to(value.span));
                    self.texts.push(key.span);
                    self.add(value);
                }
            }
        }
    }

    /// Whether a sign stands within a text, where it begins no comment.
    fn holds_text(&self, sign: Span) -> bool {
        self.texts.iter().any(|text| (text.start..text.end).contains(&sign.start))
    }

    /// The next entry below; of those that begin at one place, the one with all the others in it.
    fn after(&self, place: Span) -> Option<Span> {
        let below = self.entries.iter().filter(|entry| entry.start >= place.end);
        below.min_by_key(|entry| (entry.start, u32::MAX - entry.end)).copied()
    }

    /// The first entry that begins within a line; of those that begin at one place, the smallest.
    fn beginning_in(&self, line: Span) -> Option<Span> {
        let there = self.entries.iter().filter(|entry| (line.start..line.end).contains(&entry.start));
        there.min_by_key(|entry| (entry.start, entry.end)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::FileId;
    use crate::source::parse_yaml;

    /// Each remark's words and the text that it holds for.
    fn held(text: &str) -> Vec<(String, String)> {
        let source = Excerpt::verbatim(FileId(0), 0, text);
        let tree = parse_yaml(&source, &mut Vec::new()).0.unwrap();
        let holds = |span: Option<Span>| span.and_then(|span| text.get(span.range())).unwrap_or_default().to_owned();
        yaml_remarks(&source, &tree).into_iter().map(|remark| (remark.text.text, holds(remark.holds))).collect()
    }

    #[test]
    fn a_remark_holds_for_the_entry_below_with_all_that_is_in_it() {
        let text = "a: 1\n# candour: x\nb:\n  - id: c\n    text: d\n  # Candour: y\n  - id: e\n    text: f\n";
        let found = held(text);
        assert_eq!(found[0].0, ": x");
        assert!(found[0].1.starts_with("b:") && found[0].1.ends_with('f'), "{found:?}");
        assert_eq!(found[1], (": y".into(), "id: e\n    text: f".into()));
    }

    #[test]
    fn a_remark_at_the_end_of_a_line_holds_for_what_begins_there() {
        assert_eq!(held("- id: c # candour: x\n  text: d\n")[0].1, "id: c");
        assert_eq!(held("- words # candour: x\n- more\n")[0].1, "words");
        assert_eq!(held("a: { b: 1 } # candour: x\n")[0].1, "a: { b: 1");
        assert!(held("a: # candour: x\n  b: 1\n")[0].1.ends_with("b: 1"));
    }

    #[test]
    fn what_stands_in_a_text_is_no_remark() {
        assert!(held("a: 'x # candour: off y'\nb: |\n  # candour: off z\n").is_empty());
        assert!(held("# written with Word, not candour\na: b\n").is_empty());
        assert_eq!(held("a: b\n# candour: off z\n")[0].1, "");
    }
}
