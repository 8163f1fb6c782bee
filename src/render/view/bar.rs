//! Bars that show how many there are of each kind: of actions by their status, of promises by where
//! they stand.

use super::common::Context;
use serde::Serialize;

/// A part of a bar.
#[derive(Serialize)]
pub(super) struct Part {
    key: &'static str,
    label: String,
    href: Option<String>,
    /// Where it begins and how wide it is, in per cent.
    start: String,
    width: String,
}

/// How many there are of a kind.
pub(super) struct Count {
    /// The word that templates and styles know the kind by.
    pub(super) key: &'static str,
    /// What it is called within a sentence.
    pub(super) name: String,
    pub(super) count: usize,
    /// The page of those.
    pub(super) href: Option<String>,
}

impl Count {
    /// "12 done".
    fn words(&self, context: &Context<'_>) -> String {
        context.word("plan_part", &[("count", &self.count.to_string()), ("status", &self.name)])
    }
}

/// "34 actions: 12 done, 19 under way, 3 late."
pub(super) fn sentence(context: &Context<'_>, all: &str, counts: &[Count]) -> String {
    let parts: Vec<String> = counts.iter().map(|count| count.words(context)).collect();
    context.word("plan_summary", &[("actions", all), ("parts", &parts.join(", "))])
}

/// The parts of a bar, in this order.
pub(super) fn bar(context: &Context<'_>, counts: Vec<Count>) -> Vec<Part> {
    let total: usize = counts.iter().map(|count| count.count).sum();
    let mut before = 0;
    let part = |count: Count| {
        let start = before;
        before += count.count;
        Part {
            key: count.key,
            label: count.words(context),
            href: count.href,
            start: percent(start, total),
            width: percent(count.count, total),
        }
    };
    counts.into_iter().map(part).collect()
}

/// A part of a whole in per cent, with two decimals.
fn percent(part: usize, whole: usize) -> String {
    let hundredths = part * 10_000 / whole.max(1);
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}
