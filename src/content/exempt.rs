//! What the public may not read: items of a committee that Part 1 of Schedule 12A to the Local
//! Government Act 1972 exempts ("Part 2" of an agenda).

use super::Chapter;
use super::figures::Figures;
use crate::diagnostic::rules::reports::{EXEMPT_FIGURE, EXEMPT_PARAGRAPH};
use crate::diagnostic::{Diagnostic, Span};
use crate::prose::{Link, Target, Visitor, visit};
use crate::source::{Fields, Value, Yaml, text_of};
use std::ops::RangeInclusive;

/// That something is exempt, and why.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Exempt {
    /// The paragraphs of the Schedule, each a bit: paragraph 1 is the lowest.
    bits: u8,
}

impl Exempt {
    /// What is exempt for a reason that could not be read. In doubt nothing is published.
    pub const UNREADABLE: Exempt = Exempt { bits: 0 };

    /// The paragraphs of the Schedule, 1 to 7, ascending; none where they could not be read.
    pub fn paragraphs(self) -> impl Iterator<Item = u8> {
        PARAGRAPHS.filter(move |number| self.bits & bit(*number) != 0)
    }
}

/// The paragraphs of Part 1 of Schedule 12A.
const PARAGRAPHS: RangeInclusive<u8> = 1..=7;

fn bit(paragraph: u8) -> u8 {
    1 << (paragraph - 1)
}

/// How to say that something is exempt.
const EXAMPLE: &str = "write the paragraph of the Schedule that exempts it: exempt: {paragraph: 3}";

/// The field `exempt`: `{paragraph: 3}`, `{paragraph: [3, 5]}`, or the numbers alone. One that is
/// empty or misspelt has been or will be reported, and holds back all the same.
pub(super) fn decode_exempt(fields: &mut Fields<'_, '_>) -> Option<Exempt> {
    let written = fields.has("exempt") || fields.has_misspelt("exempt");
    let unreadable = written.then_some(Exempt::UNREADABLE);
    let Some(yaml) = fields.take_or("exempt", EXAMPLE) else { return unreadable };
    let numbers = match &yaml.value {
        Value::Map(_) => {
            let Some(mut inner) = Fields::of(yaml, "`exempt`", fields.out) else { return unreadable };
            let numbers = inner.take_or("paragraph", "write the number of the paragraph: paragraph: 3");
            inner.missing("paragraph", "say which paragraph exempts it: paragraph: 3");
            let numbers = numbers.map(|numbers| paragraphs(numbers, inner.out));
            inner.finish();
            numbers.unwrap_or_default()
        }
        _ => paragraphs(yaml, fields.out),
    };
    Some(Exempt { bits: numbers.into_iter().fold(0, |bits, number| bits | bit(number)) })
}

/// The paragraphs that are written: one number, or a list.
fn paragraphs(yaml: &Yaml, out: &mut Vec<Diagnostic>) -> Vec<u8> {
    let numbers = match &yaml.value {
        Value::List(list) => list.as_slice(),
        _ => std::slice::from_ref(yaml),
    };
    let texts: Vec<_> = numbers.iter().filter_map(|number| text_of(number, "paragraph", out)).collect();
    let read = texts.into_iter().filter_map(|text| {
        let number = text.text.trim().parse().ok().filter(|number| PARAGRAPHS.contains(number));
        if number.is_none() {
            out.push(
                Diagnostic::new(&EXEMPT_PARAGRAPH, text.span, format!("`{}` is no paragraph that exempts", text.text))
                    .help("Part 1 of Schedule 12A has the paragraphs 1 to 7; it is held back all the same"),
            );
        }
        number
    });
    read.collect()
}

/// Tells of figures that only look hidden: those of a folder have pages of their own, although the
/// text that quotes them is exempt.
pub(super) fn check_exempt_figures(text: &Chapter, figures: &Figures, out: &mut Vec<Diagnostic>) {
    struct Quoted<'f, 'o> {
        figures: &'f Figures,
        out: &'o mut Vec<Diagnostic>,
    }
    impl Visitor for Quoted<'_, '_> {
        fn link(&mut self, link: &Link, span: Span) {
            if let Target::Figure(reference) = &link.target
                && let Some(entry) = self.figures.entries.iter().find(|entry| entry.id.value == reference.id)
            {
                let message = format!("the figure `{}` is public, and this text is exempt", reference.id);
                self.out.push(
                    Diagnostic::new(&EXEMPT_FIGURE, span, message)
                        .label(entry.id.span, "the figure")
                        .help("move the text and its figures into a folder of their own"),
                );
            }
        }
    }
    visit(&text.prose, &mut Quoted { figures, out });
}
