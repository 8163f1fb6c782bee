//! A report's paragraphs against the record of what was published.

use super::record::first_words;
use super::{Record, Recorded};
use crate::content::Chapter;
use crate::diagnostic::rules::reports::{PARAGRAPH_GONE, PARAGRAPH_RENUMBERED};
use crate::diagnostic::{Diagnostic, Span};
use crate::prose::paragraph_numbers;
use std::collections::BTreeSet;

/// Holds the paragraphs of a report against the record.
pub(in crate::content) fn check_paragraphs(record: &Record, report: &Chapter, out: &mut Vec<Diagnostic>) {
    if let Some(recorded) = record.reports.get(&report.slug).filter(|_| report.report) {
        compare(recorded, &paragraph_numbers(&report.prose), out);
    }
}

fn compare(recorded: &Recorded, now: &[(String, String, Span)], out: &mut Vec<Diagnostic>) {
    let now: Vec<(&str, Vec<String>, Span)> =
        now.iter().map(|(number, text, span)| (number.as_str(), first_words(text), *span)).collect();
    let mut moved_to = BTreeSet::new();
    for (number, words) in recorded {
        let words = first_words(words);
        let here = now.iter().find(|(other, ..)| *other == number.value);
        if here.is_some_and(|(_, found, _)| alike(&words, found)) {
            continue;
        }
        // Where it stands now: not a paragraph that has kept its own number.
        let kept = |other: &str, found: &[String]| {
            recorded.iter().any(|(known, words)| known.value == other && alike(&first_words(words), found))
        };
        let of_another = |found: &[String]| {
            let others = recorded.iter().filter(|(other, _)| other.value != number.value);
            others.into_iter().any(|(_, words)| alike(&first_words(words), found))
        };
        let elsewhere = now.iter().find(|(other, found, _)| alike(&words, found) && !kept(other, found));
        match (elsewhere, here) {
            (Some((other, _, span)), _) if moved_to.insert(*other) => out.push(
                Diagnostic::new(
                    &PARAGRAPH_RENUMBERED,
                    *span,
                    format!("this was published as paragraph {}, and would now be {other}", number.value),
                )
                .label(number.span, "as it was published")
                .help(help(&number.value)),
            ),
            // Its words changed, and no other paragraph has come into its place.
            (_, Some((_, found, _))) if !of_another(found) => {}
            _ => out.push(
                Diagnostic::new(
                    &PARAGRAPH_GONE,
                    number.span,
                    format!("paragraph {} was published and is not there any more", number.value),
                )
                .help("leave a paragraph in its place that says that it was withdrawn, and when"),
            ),
        }
    }
}

/// Whether two beginnings are of the same paragraph: most of their words are the same.
fn alike(a: &[String], b: &[String]) -> bool {
    const OF_TEN: usize = 6;
    let (a, b): (BTreeSet<&String>, BTreeSet<&String>) = (a.iter().collect(), b.iter().collect());
    let (common, all) = (a.intersection(&b).count(), a.union(&b).count());
    all > 0 && common * 10 >= all * OF_TEN
}

/// How to give a paragraph its number back.
fn help(number: &str) -> String {
    let back = format!("write {{{number}}} at its end");
    let (section, paragraph) = number.split_once('.').unwrap_or((number, ""));
    match paragraph.parse::<u32>() {
        Ok(paragraph) => format!(
            "{back}, and give a paragraph that was put in before it a letter, as {{{section}.{}A}}",
            paragraph.saturating_sub(1)
        ),
        Err(_) => back,
    }
}
