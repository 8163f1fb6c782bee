//! YAML as a tree in which every key and value knows its place. Scalars stay the text the
//! author wrote (`10.50`, `0123`, `yes`): what a text means is decided by who decodes it.

use super::mend::with_plain_spaces;
use super::syntax::{Mistake, explain, explain_tabs, lint};
use super::{Excerpt, Located};
use crate::diagnostic::rules::yaml::{INDENTATION, NO_BREAK_SPACE};
use crate::diagnostic::{Diagnostic, Span};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_yaml::{DuplicateKeyPolicy, Spanned};
use std::fmt;

/// A value and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Yaml {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub value: Value,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing: an empty value, `~` or `null`.
    Null,
    /// Text.
    Text(Scalar),
    /// A list.
    List(Vec<Yaml>),
    /// Fields in the order written, the last of a repeated field kept.
    Map(Vec<(Key, Yaml)>),
}

/// A text value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scalar {
    /// The text, with its places.
    pub excerpt: Excerpt,
    /// Whether it was written without quotes and on one line.
    pub plain: bool,
}

/// The name of a field.
pub type Key = Located<String>;

/// How deep lists and fields may nest. Nothing that Candour reads needs more than six, and
/// each level costs a good piece of a thread's stack.
const DEEPEST: usize = 20;

/// Reads YAML. All mistakes that can be told apart are reported: after each, the text is
/// put right at that spot (in memory, so that no other place is moved) and read again. `None` if
/// nothing could be read. The flag says whether the text was sound.
pub fn parse_yaml(source: &Excerpt, out: &mut Vec<Diagnostic>) -> (Option<Yaml>, bool) {
    const MOST_MISTAKES: usize = 40;
    let odd_spaces = lint(source, out);
    let plain = (!odd_spaces.is_empty()).then(|| with_plain_spaces(source, &odd_spaces));
    let source = plain.as_ref().unwrap_or(source);
    // The parser overlooks a byte order mark, and then its places would be wrong.
    let marks = source.text.len() - source.text.trim_start_matches('\u{feff}').len();
    let unmarked = (marks > 0).then(|| source.part(marks..source.text.len()));
    let mut spaced: Excerpt;
    let mut source = unmarked.as_ref().unwrap_or(source);
    let mut text = source.text.clone();
    let mut sound = true;
    for _ in 0..MOST_MISTAKES {
        let options = serde_yaml::options! {
            duplicate_keys: DuplicateKeyPolicy::LastWins,
            with_snippet: false,
            budget: serde_yaml::budget! { max_depth: DEEPEST },
        };
        match serde_yaml::from_str_with_options::<Spanned<Node>>(&text, options) {
            Ok(tree) => {
                let mut tree = convert(&tree, source, 0);
                if let Some(tree) = &mut tree {
                    super::syntax::lint_tree(tree, source, out);
                }
                return (tree, sound);
            }
            Err(error) => {
                sound = false;
                if let Some((diagnostic, mended, with_spaces)) = explain_tabs(source, &text, &error) {
                    out.push(diagnostic);
                    spaced = mended;
                    source = &spaced;
                    text = with_spaces;
                    continue;
                }
                let Mistake { diagnostic, repair } = explain(source, &text, &error);
                let behind_odd_space = |told: &Diagnostic| {
                    told.rule == &NO_BREAK_SPACE
                        && told.span.file == diagnostic.span.file
                        && told.span.end == diagnostic.span.start
                };
                if diagnostic.rule != &INDENTATION || !out.iter().any(behind_odd_space) {
                    out.push(diagnostic);
                }
                let Some((range, with)) = repair else { return (None, false) };
                let same_length = with.len() == range.len();
                if !same_length || text.get(range.clone()).is_none_or(|old| old == with) {
                    return (None, false);
                }
                text.replace_range(range, &with);
            }
        }
    }
    (None, false)
}

/// What serde hands over, before places are worked out.
enum Node {
    Null,
    Number,
    Text(String),
    List(Vec<Spanned<Node>>),
    Map(Vec<(Spanned<Node>, Spanned<Node>)>),
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Node, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }
    fn visit_bool<E: Error>(self, _: bool) -> Result<Node, E> {
        Ok(Node::Number)
    }
    fn visit_i64<E: Error>(self, _: i64) -> Result<Node, E> {
        Ok(Node::Number)
    }
    fn visit_u64<E: Error>(self, _: u64) -> Result<Node, E> {
        Ok(Node::Number)
    }
    fn visit_i128<E: Error>(self, _: i128) -> Result<Node, E> {
        Ok(Node::Number)
    }
    fn visit_u128<E: Error>(self, _: u128) -> Result<Node, E> {
        Ok(Node::Number)
    }
    fn visit_f64<E: Error>(self, _: f64) -> Result<Node, E> {
        Ok(Node::Number)
    }
    fn visit_str<E: Error>(self, text: &str) -> Result<Node, E> {
        Ok(Node::Text(text.to_owned()))
    }
    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Node, E> {
        Ok(Node::Text(String::from_utf8_lossy(bytes).into_owned()))
    }
    fn visit_unit<E: Error>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }
    fn visit_none<E: Error>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        Node::deserialize(deserializer)
    }
    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        Node::deserialize(deserializer)
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Node, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = access.next_element()? {
            list.push(value);
        }
        Ok(Node::List(list))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Node, A::Error> {
        let mut map = Vec::new();
        while let Some(key) = access.next_key()? {
            map.push((key, access.next_value()?));
        }
        Ok(Node::Map(map))
    }
}

/// The byte range that a value covers in the text it was read from.
fn range(node: &Spanned<Node>, source: &Excerpt) -> std::ops::Range<usize> {
    let span = node.defined.span();
    let start = span.byte_offset().map_or(0, |offset| offset as usize).min(source.text.len());
    let end = (start + span.byte_len().map_or(0, |length| length as usize)).min(source.text.len());
    // The parser counts rare line separators as one byte.
    whole_characters(&source.text, start)..whole_characters(&source.text, end)
}

/// The start of the character that `at` is in.
fn whole_characters(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

fn convert(node: &Spanned<Node>, source: &Excerpt, depth: usize) -> Option<Yaml> {
    if depth > DEEPEST {
        return None;
    }
    let place = range(node, source);
    let raw = source.text.get(place.clone()).unwrap_or_default();
    let mut span = source.span(place.clone());
    let value = match &node.value {
        Node::Null => Value::Null,
        Node::Number => Value::Text(Scalar { excerpt: source.part(place.clone()), plain: true }),
        Node::Text(text) => Value::Text(scalar(text, raw, place.clone(), source)),
        Node::List(list) => {
            let list: Vec<Yaml> = list.iter().filter_map(|item| convert(item, source, depth + 1)).collect();
            span = list.iter().fold(span, |whole, item| whole.to(item.span));
            Value::List(list)
        }
        Node::Map(map) => {
            let mut fields: Vec<(Key, Yaml)> = Vec::with_capacity(map.len());
            for (key, value) in map {
                let place = range(key, source);
                let name = match &key.value {
                    Node::Text(text) => text.clone(),
                    _ => source.text.get(place.clone()).unwrap_or_default().to_owned(),
                };
                let key = Key::new(name, source.span(place));
                if let Some(value) = convert(value, source, depth + 1) {
                    span = span.to(key.span).to(value.span);
                    fields.push((key, value));
                }
            }
            Value::Map(fields)
        }
    };
    Some(Yaml { span, value })
}

/// Traces a text value back to the file where that can be done.
fn scalar(text: &str, raw: &str, place: std::ops::Range<usize>, source: &Excerpt) -> Scalar {
    if raw == text {
        return Scalar { excerpt: source.part(place), plain: true };
    }
    let quoted = raw.starts_with(['"', '\'']);
    if quoted && raw.len() >= 2 && raw.get(1..raw.len() - 1) == Some(text) {
        return Scalar { excerpt: source.part(place.start + 1..place.end - 1), plain: false };
    }
    let whole = source.span(place.clone());
    let lines = if quoted { None } else { block_lines(text, raw, place.start, source) };
    let excerpt = lines.unwrap_or_else(|| Excerpt::opaque(text.to_owned(), whole));
    Scalar { excerpt, plain: false }
}

/// A `|` block: each line of the text is the end of a line of the file.
fn block_lines(text: &str, raw: &str, start: usize, source: &Excerpt) -> Option<Excerpt> {
    let mut excerpt = Excerpt::starting_at(source.span(start..start));
    let mut raw_lines = raw.split_inclusive('\n');
    let mut at = start;
    for line in text.split_inclusive('\n') {
        let raw_line = raw_lines.next()?;
        let content = line.trim_end_matches('\n');
        let raw_content = raw_line.trim_end_matches(['\n', '\r']);
        if !raw_content.ends_with(content) {
            return None;
        }
        let offset = at + raw_content.len() - content.len();
        // The last line of the file may lack the line break that the text has.
        let end = (offset + line.len()).min(at + raw_line.len());
        // In a mended source even one line may come from several places.
        if !content.is_empty() {
            excerpt.append(source.part(offset..offset + content.len()));
        }
        if line.len() > content.len() {
            excerpt.push_from("\n", source.span(offset + content.len()..end));
        }
        at += raw_line.len();
    }
    Some(excerpt)
}
