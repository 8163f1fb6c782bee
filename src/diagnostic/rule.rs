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
    /// Whether it judges, and so can be mistaken: then an author may lower it although it is an error.
    pub judges: bool,
    /// What is wrong, in one line.
    pub title: &'static str,
    /// Why it matters to readers (or to the author).
    pub why: &'static str,
    /// How to mend it.
    pub mend: &'static str,
    /// A short wrong and right example, as the author would type them; may be empty.
    pub example: &'static str,
}

impl Rule {
    /// Whether an author may lower it: warnings and advice always, errors only where a false alarm is
    /// possible. A false alarm must not be able to stop publication.
    pub fn can_be_lowered(&self) -> bool {
        self.severity != Severity::Error || self.judges
    }

    /// Whether `level` is less than what holds unless somebody says otherwise; `None` is off.
    pub fn is_lowered_by(&self, level: Option<Severity>) -> bool {
        level.is_none_or(|level| level > self.severity)
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Rule) -> bool {
        self.code == other.code
    }
}

/// Declares rules as statics, and `ALL`, the list of them. `Error lowerable` is an error that judges.
macro_rules! declare_rules {
    (@judges lowerable) => { true };
    (@judges) => { false };
    ($($name:ident: $severity:ident $($judges:ident)?, $code:literal, $title:literal,
        why $why:literal, mend $mend:literal $(, example $example:literal)?;)*) => {
        $(
            #[doc = $title]
            pub static $name: $crate::diagnostic::Rule = $crate::diagnostic::Rule {
                code: $code,
                severity: $crate::diagnostic::Severity::$severity,
                judges: declare_rules!(@judges $($judges)?),
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

/// The codes of all rules.
pub fn rule_codes() -> impl Iterator<Item = &'static str> {
    rules::groups().iter().flat_map(|group| group.rules).map(|rule| rule.code)
}

/// Rules whose codes share a word with `code`, for when somebody asks for one that does not exist.
pub fn nearest_rules(code: &str) -> Vec<&'static str> {
    let words: Vec<&str> = code.split(['-', ' ', '_']).filter(|word| word.len() > 2).collect();
    rule_codes().filter(|known| known.split('-').any(|part| words.contains(&part))).collect()
}
