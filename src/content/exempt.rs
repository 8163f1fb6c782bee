//! What the public may not read: items of a committee that Part 1 of Schedule 12A to the Local
//! Government Act 1972 exempts ("Part 2" of an agenda).

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::reports::EXEMPT_PARAGRAPH;
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
    if !fields.has("exempt") {
        return None;
    }
    let unreadable = Some(Exempt { paragraph: None });
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
