//! `stats`: figures that a reader should take away, each with what it counts.

use super::{Context, required_inline};
use crate::diagnostic::rules::fields::{BAD_ADDRESS, WRONG_TYPE};
use crate::diagnostic::{Diagnostic, Span};
use crate::figure::{Amount, Period, Reference, Word, change_words, parse_reference};
use crate::prose::line_field;
use crate::prose::{Block, BlockKind, Inline};
use crate::source::{Fields, Located, Value, Yaml, list_of};

/// One figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stat {
    /// Where it stands.
    pub span: Span,
    /// The figure, as written.
    pub value: Located<String>,
    /// What it counts.
    pub label: Vec<Inline>,
    /// How it changed.
    pub change: Option<Vec<Inline>>,
    /// Small print.
    pub note: Option<Vec<Inline>>,
    /// The figure that it shows, if it is not typed by hand.
    pub figure: Option<Located<Reference>>,
    /// How that figure compares with the one before, once it is known.
    pub compared: Option<Compared>,
}

/// A figure set beside the one of the period before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// The difference.
    pub change: Amount,
    /// The earlier period.
    pub before: Period,
    /// Whether the difference is for the better; `None` where nobody says which way is good.
    pub better: Option<bool>,
}

impl Compared {
    /// The comparison in words: "31 more than in 2018 to 2019 (better)".
    pub fn words(&self, word: Word<'_>) -> String {
        self.words_from(&self.before.words(word), word)
    }

    /// The same, with the earlier period in the words that stand above its value.
    pub fn words_from(&self, period: &str, word: Word<'_>) -> String {
        if self.change.value.is_zero() {
            return word("change_from_none", &[("period", period)]);
        }
        let change = word("change_from", &[("change", &change_words(&self.change, word)), ("period", period)]);
        self.judged(change, word)
    }

    /// The same where nobody has to be told the period: "31 more (better)".
    pub fn words_alone(&self, word: Word<'_>) -> String {
        self.judged(change_words(&self.change, word), word)
    }

    fn judged(&self, change: String, word: Word<'_>) -> String {
        match self.better {
            Some(better) => {
                let verdict = word(if better { "change_better" } else { "change_worse" }, &[]);
                format!("{change} ({verdict})")
            }
            None => change,
        }
    }
}

/// Decodes the fields of one figure; the caller may take further ones and must finish.
pub fn decode_stat_fields(fields: &mut Fields<'_, '_>) -> Option<Stat> {
    let span = fields.span;
    let figure = fields.parsed("figure", &BAD_ADDRESS, parse_reference);
    // What is not written is filled in from the figure.
    let (value, label) = match &figure {
        Some(figure) => {
            let value = fields.text("value").unwrap_or_else(|| Located::new(String::new(), figure.span));
            (Some(value), Some(line_field(fields, "label").unwrap_or_default()))
        }
        None if fields.has("figure") => (None, None),
        None => (
            fields.required_text("value", "write the figure: value: 4,145"),
            required_inline(fields, "label", "say what the figure counts: label: people had a long-term service"),
        ),
    };
    let change = line_field(fields, "change");
    let note = line_field(fields, "note");
    Some(Stat { span, value: value?, label: label?, change, note, figure, compared: None })
}

pub(super) fn decode(yaml: &Yaml, context: Context, out: &mut Vec<Diagnostic>, blocks: &mut Vec<Block>) {
    let items = match &yaml.value {
        Value::List(list) => list.as_slice(),
        // A single figure, without the hyphen of a list.
        Value::Map(entries)
            if entries.iter().any(|(key, _)| matches!(key.value.as_str(), "value" | "label" | "figure")) =>
        {
            std::slice::from_ref(yaml)
        }
        Value::Map(_) => {
            let Some(fields) = Fields::of(yaml, "stats", out) else { return };
            let mut fields = fields.sound(context.sound);
            let title_span = fields.key_span("title").unwrap_or(context.span);
            if let Some(title) = line_field(&mut fields, "title") {
                let span = title.iter().fold(title_span, |span, inline| span.to(inline.span));
                blocks.push(Block { span, kind: BlockKind::Paragraph(title) });
            }
            let items = fields.take("items");
            if items.is_none() {
                fields.missing("items", "list the figures below it, each beginning with `- value:`");
            }
            let items = items.map_or(&[][..], |items| list_of(items, "items", fields.out));
            fields.finish();
            items
        }
        _ => {
            out.push(
                Diagnostic::new(&WRONG_TYPE, yaml.span, "stats are a list of figures, and this is a text")
                    .help("begin each figure with `- value:` and put `label:` below it"),
            );
            return;
        }
    };
    let mut stats = Vec::with_capacity(items.len());
    for item in items {
        let Some(fields) = Fields::of(item, "a figure", out) else { continue };
        let mut fields = fields.sound(context.sound);
        stats.extend(decode_stat_fields(&mut fields));
        fields.finish();
    }
    if !stats.is_empty() {
        blocks.push(Block { span: context.span, kind: BlockKind::Stats(stats) });
    }
}
