//! `chart`: numbers as a picture, with the table that it is drawn from.

use super::{Context, required_inline, table};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::fields::UNKNOWN_CHOICE;
use crate::prose::chart::{Chart, ChartKind};
use crate::prose::line_field;
use crate::prose::parse::Page;
use crate::source::{Fields, Yaml};

const KINDS: &[(&str, ChartKind)] = &[
    ("bar", ChartKind::Bar),
    ("grouped-bar", ChartKind::GroupedBar),
    ("stacked-bar", ChartKind::StackedBar),
    ("line", ChartKind::Line),
];

/// Its numbers are read from its table once figures are filled in.
pub(super) fn decode(yaml: &Yaml, context: Context, page: &mut Page, out: &mut Vec<Diagnostic>) -> Option<Chart> {
    let mut fields = Fields::of(yaml, "a chart", out)?.sound(context.sound);
    let kind = fields.choice("kind", &UNKNOWN_CHOICE, KINDS).map(|kind| kind.value);
    if kind.is_none() {
        fields.missing("kind", "say how to draw it: kind: bar, grouped-bar, stacked-bar or line");
    }
    let title =
        required_inline(&mut fields, "title", "say what it shows: title: Half of the money went to older people");
    let subtitle = line_field(&mut fields, "subtitle");
    let summary = fields.text("summary").map(|text| text.value).unwrap_or_default();
    let table = table::grid(&mut fields, None, context, page);
    fields.finish();
    let (mut table, title) = (table?, title?);
    table.caption.clone_from(subtitle.as_ref().unwrap_or(&title));
    table.captioned = true;
    let source = table.source.take();
    let (categories, series) = (Vec::new(), Vec::new());
    Some(Chart { kind: kind?, title, subtitle, summary, categories, series, source, table })
}
