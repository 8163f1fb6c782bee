//! The table of all diagnostics. Each group of rules is a file; the explanations here are
//! what `candour explain` says and what `docs/diagnostics.md` is made of.

use super::Rule;

pub mod checks;
pub mod components;
pub mod documents;
pub mod easy_read;
pub mod fields;
pub mod figures;
pub mod files;
pub mod glossary;
pub mod links;
pub mod pages;
pub mod plain;
pub mod plans;
pub mod promises;
pub mod prose;
pub mod reports;
pub mod risks;
pub mod scorecards;
pub mod sheets;
pub mod statement;
pub mod tables;
pub mod theme;
pub mod yaml;

/// Rules that belong together, under a heading.
#[derive(Debug)]
pub struct RuleGroup {
    /// The heading.
    pub title: &'static str,
    /// Its rules.
    pub rules: &'static [&'static Rule],
}

/// Every rule there is, in the order of the documentation.
pub fn groups() -> &'static [RuleGroup] {
    const fn group(title: &'static str, rules: &'static [&'static Rule]) -> RuleGroup {
        RuleGroup { title, rules }
    }
    static GROUPS: &[RuleGroup] = &[
        group("Files and folders", files::ALL),
        group("YAML", yaml::ALL),
        group("Fields", fields::ALL),
        group("Documents", documents::ALL),
        group("Action plans", plans::ALL),
        group("Promises", promises::ALL),
        group("Reports and briefings", reports::ALL),
        group("Easy Read", easy_read::ALL),
        group("Plain English", plain::ALL),
        group("Risk registers", risks::ALL),
        group("Prose", prose::ALL),
        group("Links and pictures", links::ALL),
        group("Components", components::ALL),
        group("Figures", figures::ALL),
        group("Tables", tables::ALL),
        group("Scorecards", scorecards::ALL),
        group("Data files", sheets::ALL),
        group("Glossary", glossary::ALL),
        group("Accessibility statement", statement::ALL),
        group("Theme", theme::ALL),
        group("Finished pages", pages::ALL),
        group("Levels and known faults", checks::ALL),
    ];
    GROUPS
}
