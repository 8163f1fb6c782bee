//! `commitments`: what will be done, each with a name that later editions answer.

use super::item::{ItemName, in_document, item_name, items};
use super::{Context, required_inline};
use crate::diagnostic::rules::components::ITEM_NAME;
use crate::diagnostic::rules::fields::{BAD_IDENTIFIER, BAD_PERIOD};
use crate::diagnostic::{Diagnostic, Span};
use crate::figure::{Period, is_figure_id, parse_period};
use crate::prose::parse::slug;
use crate::prose::{Inline, lines_field};
use crate::source::{Fields, Located, Yaml};

/// What somebody says they will do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commitment {
    /// Where it stands.
    pub span: Span,
    /// Its name, for outcomes and addresses.
    pub id: Located<String>,
    /// What is promised.
    pub text: Vec<Inline>,
    /// Who leads it.
    pub leads: Vec<String>,
    /// When it is to be done; without it, in the period after the document's.
    pub timescale: Option<Located<Period>>,
    /// How people will know that it was kept.
    pub measures: Vec<Vec<Inline>>,
    /// The action of a plan that carries it out.
    pub action: Option<Located<ItemName>>,
}

impl Commitment {
    /// Its lines of text: what is promised, then the measures.
    pub(in crate::prose) fn lines(&self) -> impl Iterator<Item = &Vec<Inline>> {
        std::iter::once(&self.text).chain(&self.measures)
    }

    /// The same, to be changed.
    pub(in crate::prose) fn lines_mut(&mut self) -> impl Iterator<Item = &mut Vec<Inline>> {
        std::iter::once(&mut self.text).chain(&mut self.measures)
    }

    /// The place of a commitment of this id on its page.
    pub fn anchor_of(id: &str) -> String {
        format!("commitment-{id}")
    }
}

pub(super) fn decode(yaml: &Yaml, context: Context, out: &mut Vec<Diagnostic>) -> Vec<Commitment> {
    let items = items(yaml, "commitments", "id", out);
    items.iter().filter_map(|item| commitment(item, context.sound, out)).collect()
}

fn commitment(yaml: &Yaml, sound: bool, out: &mut Vec<Diagnostic>) -> Option<Commitment> {
    let mut fields = Fields::of(yaml, "a commitment", out)?.sound(sound);
    let span = fields.span;
    let id = fields.required_text("id", "give it a short name, which later editions answer: id: memory-cafe");
    let id = id.filter(|id| fits(id, fields.out));
    let text = required_inline(&mut fields, "text", "say what is promised: text: Open a second memory café");
    let leads = fields.texts("lead").into_iter().map(|lead| lead.value).collect();
    let timescale = fields.parsed("timescale", &BAD_PERIOD, parse_period);
    let measures = lines_field(&mut fields, "measures");
    let action = fields.parsed("action", &ITEM_NAME, |text| item_name(text, "action-plans/warm-homes#repair-team"));
    let action = action.filter(|action| in_document(action, "an action", fields.out));
    fields.finish();
    Some(Commitment { span, id: id?, text: text?, leads, timescale, measures, action })
}

fn fits(id: &Located<String>, out: &mut Vec<Diagnostic>) -> bool {
    if is_figure_id(&id.value) {
        return true;
    }
    let name = Some(slug(&id.value)).filter(|name| is_figure_id(name)).unwrap_or_else(|| "memory-cafe".to_owned());
    let message = format!("`{}` cannot be the id of a commitment", id.value);
    let help = format!("write it in small letters, digits and hyphens: id: {name}");
    out.push(Diagnostic::new(&BAD_IDENTIFIER, id.span, message).help(help));
    false
}
