//! Fields of YAML that hold Markdown.

use super::Inline;
use super::parse::parse_inline;
use crate::source::{Fields, Value, text_of};

/// A field that holds a line of Markdown.
pub fn line_field(fields: &mut Fields<'_, '_>, name: &'static str) -> Option<Vec<Inline>> {
    let excerpt = fields.excerpt(name)?;
    Some(parse_inline(&excerpt, fields.out)).filter(|inlines| !inlines.is_empty())
}

/// A field that holds a line of Markdown or a list of them.
pub fn lines_field(fields: &mut Fields<'_, '_>, name: &'static str) -> Vec<Vec<Inline>> {
    let Some(yaml) = fields.take(name) else { return Vec::new() };
    let items = match &yaml.value {
        Value::List(list) => list.as_slice(),
        _ => std::slice::from_ref(yaml),
    };
    let texts: Vec<_> = items.iter().filter_map(|item| text_of(item, name, fields.out)).collect();
    texts.iter().map(|text| parse_inline(text, fields.out)).filter(|line| !line.is_empty()).collect()
}
