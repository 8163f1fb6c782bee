//! The tables below `<!-- fields: … -->` against what the program knows. A field that does
//! not exist makes it list those that do. Below `<!-- more fields: … -->` stand only those that
//! others of the sort do not have.

use crate::markdown::{code_words, marked_tables};
use crate::site;
use candour::content::local_account::Role;
use std::collections::{BTreeMap, BTreeSet};

const STRAY: &str = "qqqqqqqq";

/// Everything that has fields, each with one that does not exist.
fn probes() -> site::SiteFiles {
    let mut files = site::starter();
    let mut put = |path: &str, text: &str| {
        files.insert(path.to_owned(), text.replace("STRAY", STRAY).into_bytes());
    };
    put(
        "content/site.yaml",
        "title: A\norganisation: B\nSTRAY: 1\nchecks: { term-unused: { STRAY: 1 } }\nlogo: { STRAY: 1 }\ncontact: { STRAY: 1 }\ndata-licence: { STRAY: 1 }\naccessibility: { STRAY: 1, problems: [{ STRAY: 1 }] }\nnavigation:\n  - { STRAY: 1 }\nrisk-scale: { STRAY: 1 }\nrisk-bands: [{ STRAY: 1 }]\n",
    );
    put("content/glossary.yaml", "- { STRAY: 1 }\n");
    put(
        "content/local-account/2024-25/document.yaml",
        "kind: local-account\ntitle: A\nSTRAY: 1\nheadlines:\n  - { STRAY: 1 }\ncorrections:\n  - { STRAY: 1 }\n",
    );
    put("content/plain-words.yaml", "STRAY: 1\nwords: [{ STRAY: 1 }]\njargon: [{ STRAY: 1 }]\n");
    put("content/indicators.yaml", "- { STRAY: 1 }\n");
    put(
        "content/local-account/2024-25/figures.yaml",
        "a: { STRAY: 1, label: A, unit: people, value: 1, 2023-24: { STRAY: 1, value: 2 } }\n",
    );
    put(
        "content/plans/p/document.yaml",
        "kind: action-plan\ntitle: A\npriorities:\n  - { STRAY: 1, id: a, title: A, objectives: [{ STRAY: 1, text: A, actions: [{ STRAY: 1, id: a, text: A, removed: { STRAY: 1, date: 2022-09-30, because: A } }] }] }\n",
    );
    put("content/plans/p/updates/2022-09-30.yaml", "STRAY: 1\nactions: { a: { STRAY: 1 } }\n");
    put("content/about/page.md", "---\ntitle: A\nSTRAY: 1\n---\nText\n");
    put(
        "content/local-account/2024-25/01-welcome.md",
        "---\ntitle: A\nSTRAY: 1\n---\n```stats\n- STRAY: 1\n```\n```stats\nSTRAY: 1\n```\n```contact\nSTRAY: 1\n```\n\
         ```case-study\nSTRAY: 1\n```\n```table\nSTRAY: 1\ncolumns:\n  - { STRAY: 1 }\ntotals:\n  - { STRAY: 1 }\nknown:\n  - { STRAY: 1 }\ngroup-totals: { STRAY: 1 }\n```\n```chart\nSTRAY: 1\n```\n\
         ```scorecard\nSTRAY: 1\nperiods: [{ STRAY: 1 }]\ncolumns: { STRAY: 1 }\nindicators: [{ STRAY: 1 }]\n```\n",
    );
    put(
        "content/promises.md",
        "# A\n\n```commitments\n- STRAY: 1\n```\n```outcomes\n- { STRAY: 1, evidence: { STRAY: 1 } }\n```\n```actions\nSTRAY: 1\n```\n",
    );
    put(
        "content/papers/document.yaml",
        "kind: information-briefing\ntitle: A\ncommittee: A\nmeeting: 2021-01-20\nitems: [{ STRAY: 1, exempt: { STRAY: 1 } }]\n",
    );
    put("content/easy/document.yaml", "kind: page\ntitle: A\neasy-read: { STRAY: 1, tested-by: [{ STRAY: 1 }] }\n");
    put("content/easy/easy-read/01-a.md", "---\ntitle: A\nSTRAY: 1\n---\n![](money)\n\nText\n");
    put(
        "content/risks/document.yaml",
        "kind: risk-register\ntitle: A\nrisks: [{ STRAY: 1, current: { STRAY: 1 } }]\nclosed: [{ STRAY: 1 }]\nsummary-table: [{ STRAY: 1 }]\n",
    );
    put("content/paper.md", "---\nkind: report\ntitle: A\nimpact: [{ STRAY: 1 }]\n---\nText\n");
    files
}

fn known_fields(files: site::SiteFiles) -> BTreeMap<String, BTreeSet<String>> {
    let built = site::build(files);
    let lists = built.diagnostics().iter().filter(|found| found.rule.code == "unknown-field");
    let parse = |help: &str| {
        let (what, list) = help.strip_prefix("the fields of ")?.split_once(": ")?;
        let what = what.strip_suffix(" are").unwrap_or(what);
        Some((what.to_owned(), list.split(", ").map(str::to_owned).collect()))
    };
    lists.map(|found| parse(found.help.as_deref().unwrap()).unwrap_or_else(|| panic!("{found:?}"))).collect()
}

#[test]
fn the_tables_list_the_fields_there_are() {
    let known = known_fields(probes());
    let mut documented = BTreeSet::new();
    for (what, rows) in marked_tables("fields") {
        let listed: BTreeSet<String> = rows.iter().flat_map(|row| code_words(&row[0])).collect();
        assert_eq!(Some(&listed), known.get(&what), "the fields of {what}: left is documented, right is true");
        documented.insert(what);
    }
    let undocumented: Vec<&String> = known.keys().filter(|what| !documented.contains(*what)).collect();
    assert!(undocumented.is_empty(), "no table of the fields of {undocumented:?}");
}

#[test]
fn the_tables_list_what_is_more_in_a_kind() {
    let kinds = [
        ("document.yaml of a plan", "document.yaml", "p/document.yaml", "kind: action-plan\nSTRAY: 1\n"),
        ("document.yaml of a risk register", "document.yaml", "p/document.yaml", "kind: risk-register\nSTRAY: 1\n"),
        ("document.yaml of a briefing", "document.yaml", "p/document.yaml", "kind: information-briefing\nSTRAY: 1\n"),
        (
            "a chapter that is a report",
            "a chapter",
            "local-account/2024-25/01-a.md",
            "---\nkind: report\nSTRAY: 1\n---\nA\n",
        ),
    ];
    let usual = known_fields(probes());
    let mut tables: BTreeMap<_, _> = marked_tables("more fields").into_iter().collect();
    for (mark, what, path, text) in kinds {
        let rows = tables.remove(mark).unwrap_or_else(|| panic!("no table of the fields of {mark}"));
        let listed: BTreeSet<String> = rows.iter().flat_map(|row| code_words(&row[0])).collect();
        let mut files = site::starter();
        files.insert(format!("content/{path}"), text.replace("STRAY", STRAY).into_bytes());
        let more = &known_fields(files)[what] - &usual[what];
        assert_eq!(listed, more, "the fields of {mark}: left is documented, right is true");
    }
    assert!(tables.is_empty(), "{tables:?}");
}

#[test]
fn the_roles_are_those_there_are() {
    let known: BTreeSet<&str> = Role::CHOICES.iter().map(|(_, role)| role.word()).collect();
    let tables = marked_tables("roles");
    assert!(!tables.is_empty());
    for (_, rows) in tables {
        let listed: Vec<String> = rows.iter().flat_map(|row| code_words(&row[0])).collect();
        assert_eq!(listed.iter().map(String::as_str).collect::<BTreeSet<_>>(), known);
    }
}
