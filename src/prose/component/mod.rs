//! Components: fenced blocks whose body is YAML. Each decodes its fields one by one, so
//! that all mistakes are told at once, and becomes blocks of the same tree as Markdown.

mod actions;
mod case_study;
mod chart;
mod commitments;
mod contact;
mod data_id;
mod item;
mod outcomes;
mod scorecard;
mod stats;
mod table;

pub use actions::ChosenActions;
pub use case_study::CaseStudy;
pub use commitments::Commitment;
pub use contact::Contact;
pub use item::ItemName;
pub use outcomes::{Outcome, Verdict};
pub use stats::{Compared, Stat, decode_stat_fields};
pub(super) use table::{plain_rule, set_right};

use super::fields::line_field;
use super::parse::Page;
use super::{Block, BlockKind, Inline};
use crate::diagnostic::rules::components::COMPONENT_EMPTY;
use crate::diagnostic::{Diagnostic, Span};
use crate::source::{Excerpt, Fields, Value, parse_yaml};

/// The names of all components.
pub(super) const COMPONENTS: [&str; 9] =
    ["stats", "contact", "case-study", "table", "chart", "scorecard", "commitments", "outcomes", "actions"];

/// Reads the body of a component into blocks.
pub(super) fn decode_component(
    name: &str,
    body: &Excerpt,
    span: Span,
    page: &mut Page,
    out: &mut Vec<Diagnostic>,
    blocks: &mut Vec<Block>,
) {
    let (yaml, sound) = parse_yaml(body, out);
    let Some(yaml) = yaml else { return };
    if matches!(yaml.value, Value::Null) {
        let diagnostic = Diagnostic::new(
            &COMPONENT_EMPTY,
            span.part(0, "```".len() + name.len()),
            format!("the component `{name}` is empty"),
        );
        out.push(diagnostic.help("write its fields between the two lines of ```, or remove it"));
        return;
    }
    let context = Context { span, sound };
    let kind = match name {
        "stats" => return stats::decode(&yaml, context, out, blocks),
        "contact" => contact::decode(&yaml, context, out).map(BlockKind::Contact),
        "commitments" => {
            let commitments = commitments::decode(&yaml, context, out);
            (!commitments.is_empty()).then_some(BlockKind::Commitments(commitments))
        }
        "outcomes" => {
            let outcomes = outcomes::decode(&yaml, context, page, out);
            (!outcomes.is_empty()).then_some(BlockKind::Outcomes(outcomes))
        }
        "actions" => actions::decode(&yaml, context, out).map(BlockKind::Actions),
        "chart" => chart::decode(&yaml, context, page, out).map(|chart| BlockKind::Chart(Box::new(chart))),
        "scorecard" => scorecard::decode(&yaml, context, page, out).map(|card| BlockKind::Scorecard(Box::new(card))),
        "case-study" => case_study::decode(&yaml, context, page, out).map(BlockKind::CaseStudy),
        _ => table::decode(&yaml, context, page, out).map(BlockKind::Table),
    };
    blocks.extend(kind.map(|kind| Block { span, kind }));
}

/// What every component's decoder is told.
#[derive(Clone, Copy)]
struct Context {
    /// The whole fenced block.
    span: Span,
    /// Whether the YAML was without mistakes.
    sound: bool,
}

/// A field that must be there and holds a line of Markdown.
fn required_inline(fields: &mut Fields<'_, '_>, name: &'static str, help: &str) -> Option<Vec<Inline>> {
    let inlines = line_field(fields, name);
    if inlines.is_none() {
        fields.missing(name, help);
    }
    inlines
}
