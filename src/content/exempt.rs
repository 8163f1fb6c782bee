//! What the public may not read: items of a committee that Part 1 of Schedule 12A to the Local
//! Government Act 1972 exempts ("Part 2" of an agenda).

use super::Chapter;
use super::figures::Figures;
use crate::diagnostic::rules::reports::{EXEMPT_FIGURE, EXEMPT_PARAGRAPH};
use crate::diagnostic::{Diagnostic, Span};
use crate::prose::{Link, Target, Visitor, visit};
use crate::source::{Fields, Value, text_of};

/// That something is exempt, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exempt {
    /// The paragraph of the Schedule, 1 to 7; none where it could not be read. In doubt nothing is
    /// published.
    pub paragraph: Option<u8>,
}

/// The field `exempt`: `{paragraph: 3}`, or the number alone.
pub(super) fn decode_exempt(fields: &mut Fields<'_, '_>) -> Option<Exempt> {
    let unreadable = fields.has("exempt").then_some(Exempt { paragraph: None });
    let Some(yaml) = fields.take("exempt") else { return unreadable };
    let text = match &yaml.value {
        Value::Map(_) => {
            let Some(mut inner) = Fields::of(yaml, "`exempt`", fields.out) else { return unreadable };
            let text = inner.required_text("paragraph", "say which paragraph exempts it: paragraph: 3");
            inner.finish();
            text
        }
        _ => text_of(yaml, "exempt", fields.out)
            .map(|text| crate::source::Located::new(text.text.trim().to_owned(), text.span)),
    };
    let Some(text) = text else { return unreadable };
    let paragraph = text.value.parse().ok().filter(|number| (1..=7).contains(number));
    if paragraph.is_none() {
        fields.out.push(
            Diagnostic::new(&EXEMPT_PARAGRAPH, text.span, format!("`{}` is no paragraph that exempts", text.value))
                .help("Part 1 of Schedule 12A has the paragraphs 1 to 7; it is held back all the same"),
        );
    }
    Some(Exempt { paragraph })
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
