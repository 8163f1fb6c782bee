//! A rule: the stable code of a diagnostic and its plain explanation.

use super::Severity;
use super::rules;

/// One kind of mistake. Codes are part of Candour's promise: they do not change.
#[derive(Debug)]
pub struct Rule {
    /// The stable code, in words joined by hyphens.
    pub code: &'static str,
    /// How bad it is unless `site.yaml` says otherwise.
    pub severity: Severity,
    /// What is wrong, in one line.
    pub title: &'static str,
    /// Why it matters to readers (or to the author).
    pub why: &'static str,
    /// How to mend it.
    pub mend: &'static str,
    /// A short wrong and right example, as the author would type them; may be empty.
    pub example: &'static str,
}

impl PartialEq for Rule {
    fn eq(&self, other: &Rule) -> bool {
        self.code == other.code
    }
}

/// Declares rules as statics, and `ALL`, the list of them.
macro_rules! declare_rules {
    ($($name:ident: $severity:ident, $code:literal, $title:literal,
        why $why:literal, mend $mend:literal $(, example $example:literal)?;)*) => {
        $(
            #[doc = $title]
            pub static $name: $crate::diagnostic::Rule = $crate::diagnostic::Rule {
                code: $code,
                severity: $crate::diagnostic::Severity::$severity,
                title: $title,
                why: $why,
                mend: $mend,
                example: concat!("" $(, $example)?),
            };
        )*
        /// Every rule of this group.
        pub static ALL: &[&$crate::diagnostic::Rule] = &[$(&$name),*];
    };
}
pub(super) use declare_rules;

/// The rule of a code.
pub fn find_rule(code: &str) -> Option<&'static Rule> {
    rules::groups().iter().flat_map(|group| group.rules).find(|rule| rule.code == code).copied()
}

/// Rules whose codes share a word with `code`, for when somebody asks for one that does not exist.
pub fn nearest_rules(code: &str) -> Vec<&'static str> {
    let words: Vec<&str> = code.split(['-', ' ', '_']).filter(|word| word.len() > 2).collect();
    rules::groups()
        .iter()
        .flat_map(|group| group.rules)
        .map(|rule| rule.code)
        .filter(|known| known.split('-').any(|part| words.contains(&part)))
        .collect()
}
