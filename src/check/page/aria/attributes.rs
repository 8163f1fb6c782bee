//! The states and properties of ARIA 1.2 (chapter 6), with the kinds of their values, and the few of
//! the editor's draft of 1.3 that browsers know.

/// What a value may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check::page) enum Value {
    /// One of these words.
    Word(&'static [&'static str]),
    /// Some of these words.
    Words(&'static [&'static str]),
    /// A whole number.
    Whole,
    /// A number.
    Number,
    /// References or free text: anything.
    Any,
}

const BOOLEAN: Value = Value::Word(&["true", "false"]);
const OPTIONAL: Value = Value::Word(&["true", "false", "undefined"]);
const THREE: Value = Value::Word(&["true", "false", "mixed", "undefined"]);

/// An attribute: its name, what its value may be, and whether every role has it (deprecated or not).
pub(in crate::check::page) struct Attribute {
    pub(in crate::check::page) name: &'static str,
    pub(in crate::check::page) value: Value,
    pub(in crate::check::page) global: bool,
}

const fn global(name: &'static str, value: Value) -> Attribute {
    Attribute { name, value, global: true }
}

const fn special(name: &'static str, value: Value) -> Attribute {
    Attribute { name, value, global: false }
}

/// All attributes. `aria-disabled`, `aria-errormessage`, `aria-haspopup` and `aria-invalid` are global
/// still, though deprecated where a role has no use for them.
pub(in crate::check::page) static ATTRIBUTES: &[Attribute] = &[
    special("aria-activedescendant", Value::Any),
    global("aria-atomic", BOOLEAN),
    special("aria-autocomplete", Value::Word(&["inline", "list", "both", "none"])),
    global("aria-braillelabel", Value::Any),
    global("aria-brailleroledescription", Value::Any),
    global("aria-busy", BOOLEAN),
    special("aria-checked", THREE),
    special("aria-colcount", Value::Whole),
    special("aria-colindex", Value::Whole),
    special("aria-colindextext", Value::Any),
    special("aria-colspan", Value::Whole),
    global("aria-controls", Value::Any),
    global("aria-current", Value::Word(&["page", "step", "location", "date", "time", "true", "false"])),
    global("aria-describedby", Value::Any),
    global("aria-description", Value::Any),
    global("aria-details", Value::Any),
    global("aria-disabled", BOOLEAN),
    global("aria-dropeffect", Value::Words(&["copy", "execute", "link", "move", "none", "popup"])),
    global("aria-errormessage", Value::Any),
    special("aria-expanded", OPTIONAL),
    global("aria-flowto", Value::Any),
    global("aria-grabbed", OPTIONAL),
    global("aria-haspopup", Value::Word(&["false", "true", "menu", "listbox", "tree", "grid", "dialog"])),
    global("aria-hidden", OPTIONAL),
    global("aria-invalid", Value::Word(&["grammar", "false", "spelling", "true"])),
    global("aria-keyshortcuts", Value::Any),
    global("aria-label", Value::Any),
    global("aria-labelledby", Value::Any),
    special("aria-level", Value::Whole),
    global("aria-live", Value::Word(&["assertive", "off", "polite"])),
    special("aria-modal", BOOLEAN),
    special("aria-multiline", BOOLEAN),
    special("aria-multiselectable", BOOLEAN),
    special("aria-orientation", Value::Word(&["horizontal", "undefined", "vertical"])),
    global("aria-owns", Value::Any),
    special("aria-placeholder", Value::Any),
    special("aria-posinset", Value::Whole),
    special("aria-pressed", THREE),
    special("aria-readonly", BOOLEAN),
    global("aria-relevant", Value::Words(&["additions", "all", "removals", "text"])),
    special("aria-required", BOOLEAN),
    global("aria-roledescription", Value::Any),
    special("aria-rowcount", Value::Whole),
    special("aria-rowindex", Value::Whole),
    special("aria-rowindextext", Value::Any),
    special("aria-rowspan", Value::Whole),
    special("aria-selected", OPTIONAL),
    special("aria-setsize", Value::Whole),
    special("aria-sort", Value::Word(&["ascending", "descending", "none", "other"])),
    special("aria-valuemax", Value::Number),
    special("aria-valuemin", Value::Number),
    special("aria-valuenow", Value::Number),
    special("aria-valuetext", Value::Any),
];

/// The attribute of a name.
pub(in crate::check::page) fn attribute(name: &str) -> Option<&'static Attribute> {
    let at = ATTRIBUTES.binary_search_by(|known| known.name.cmp(name)).ok()?;
    ATTRIBUTES.get(at)
}

/// Whether a value is one that the attribute can have.
pub(in crate::check::page) fn is_valid(value: Value, text: &str) -> bool {
    let text = text.trim();
    let word = |known: &[&str], word: &str| known.iter().any(|one| one.eq_ignore_ascii_case(word));
    match value {
        Value::Word(known) => word(known, text),
        Value::Words(known) => text.split_ascii_whitespace().all(|one| word(known, one)),
        Value::Whole => {
            let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
            !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
        }
        Value::Number => text.parse::<f64>().is_ok_and(f64::is_finite),
        Value::Any => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_in_order() {
        assert!(ATTRIBUTES.is_sorted_by_key(|attribute| attribute.name));
    }

    #[test]
    fn values_are_of_their_kind() {
        for (name, text, fine) in [
            ("aria-current", "page", true),
            ("aria-current", "yes", false),
            ("aria-relevant", "additions text", true),
            ("aria-level", "2", true),
            ("aria-level", "2.5", false),
            ("aria-valuenow", "-0.5", true),
            ("aria-valuenow", "half", false),
            ("aria-label", "anything", true),
        ] {
            let known = attribute(name).map(|attribute| is_valid(attribute.value, text));
            assert_eq!(known, Some(fine), "{name}={text}");
        }
    }
}
