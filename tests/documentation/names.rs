//! The tables below `<!-- names: … -->` in `docs/themes.md` against what templates are given.
//!
//! `{{ debug() }}` writes down everything a template sees, one name on each line, indented.
//! A site in which nothing is empty is built with templates that do nothing else.

use crate::markdown::{code_words, marked_tables};
use crate::site::{self, SiteFiles};
use std::collections::{BTreeMap, BTreeSet};

const TEMPLATES: [&str; 29] = [
    "home.html",
    "collection.html",
    "document.html",
    "chapter.html",
    "whole.html",
    "easy-read.html",
    "easy-chapter.html",
    "easy-booklet.html",
    "page.html",
    "glossary.html",
    "figures.html",
    "figure.html",
    "changes.html",
    "plan.html",
    "plan-priority.html",
    "actions.html",
    "action.html",
    "round.html",
    "plan-index.html",
    "promises.html",
    "briefing.html",
    "committees.html",
    "register.html",
    "risk.html",
    "register-whole.html",
    "data.html",
    "statement.html",
    "404.html",
    "latest.html",
];

pub(crate) type Names = BTreeSet<String>;

/// The tables of names by what they are of.
pub(crate) type Tables = BTreeMap<String, Vec<Vec<String>>>;

/// The starter with everything that it leaves out.
pub(crate) fn full_site() -> SiteFiles {
    let mut files = site::starter();
    let mut add = |path: &str, text: &str| {
        let file = files.entry(path.to_owned()).or_default();
        file.extend(b"\n");
        file.extend(text.as_bytes());
    };
    let contact = "contact:\n  phone: 01632 960001\n";
    add(
        "content/site.yaml",
        "logo: { image: local-account/2024-25/images/bench.svg, alt: A }\nbase-url: https://example.org\ndata-licence: { name: A, url: https://example.org/a }\n",
    );
    add("content/local-account/2024-25/document.yaml", "corrections:\n  - { date: 2025-08-04, text: A }\n");
    add("content/local-account/2024-25/index.md", "# Introduction\n\nText\n");
    add(
        "content/local-account/2023-24/document.yaml",
        &format!("kind: local-account\ntitle: A\nperiod: 2023-24\nstatus: withdrawn\nwithdrawn-because: A\n{contact}"),
    );
    add("content/local-account/2023-24/01-a.md", "# A\n\n## B\n\nCarers\n");
    add("content/about/draft.md", "---\ntitle: A\nstatus: draft\n---\n## B\n\nCarers\n");
    add("content/indicators.yaml", "- { id: a, label: A, unit: people, better: higher, source: A, note: A }\n");
    add(
        "content/local-account/2024-25/figures.yaml",
        "a: { value: 2, was: 3, because: A, note: A, 2023-24: 1 }\nown: { value: 2, label: A, unit: people }\n",
    );
    add(
        "content/local-account/2024-25/document.yaml",
        "easy-read: { made-by: A, tested-by: [{ who: A, organisation: B, date: 2025-01-01 }] }\n",
    );
    for name in ["01-welcome", "02-a", "03-b"] {
        add(
            &format!("content/local-account/2024-25/easy-read/{name}.md"),
            "---\ntitle: A\nsummary: B\n---\n![](people)\n\nCarers help.\n",
        );
    }
    add_plan(&mut add);
    add_promises(&mut add);
    add_registers(&mut add);
    add(
        "content/b/document.yaml",
        "kind: information-briefing\ntitle: A\ncommittee: C\nmeeting: 2021-01-20\nplace: A\nreference: B\nitems: [{ report: r, note: A, author: B }, { exempt: 3 }]\n",
    );
    add("content/b/index.md", "# Introduction\n\nCarers\n");
    add("content/b/r.md", "---\nkind: report\ntitle: R\n---\nCarers\n");
    files
}

/// Promises of which one is answered and another one follows a plan.
fn add_promises(add: &mut dyn FnMut(&str, &str)) {
    add(
        "content/local-account/2024-25/08-next.md",
        "# Next\n\n```commitments\n- { id: a, text: Help carers, lead: A, timescale: 2025-26, measures: B, action: plans/p#a }\n```\n",
    );
    add(
        "content/local-account/2023-24/02-next.md",
        "# Next\n\n```commitments\n- { id: a, text: A }\n- { id: b, text: B }\n```\n",
    );
    add(
        "content/local-account/2024-25/09-came.md",
        "# Came\n\n```outcomes\n- { commitment: b, outcome: kept, text: A, evidence: { figure: a } }\n```\n",
    );
}

/// Two registers in which every kind of change happens.
fn add_registers(add: &mut dyn FnMut(&str, &str)) {
    let scheme =
        "risk-scale: { likelihood: [A, B], impact: [C, D] }\nrisk-bands: [{ label: Low, from: 1, review: E }]\n";
    let risk = |id: &str| {
        format!(
            "  - {{ id: {id}, title: A, description: Carers, division: A, category: B, causes: C, effects: D, gross: {{ likelihood: 2, impact: 2 }}, current: {{ likelihood: 1, impact: 2 }}, controls: E, actions: F, owner: G }}\n"
        )
    };
    for (period, risks, more) in [
        ("2023-24-q1", [risk("1"), risk("2"), risk("3")], ""),
        ("2023-24-q2", [risk("1"), risk("2"), risk("4")], "closed: [{ id: 3, because: A }]\ncommittee: C\n"),
    ] {
        let path = format!("content/risks/{period}");
        let written = period.replace("-q", " Q");
        let risks = risks.concat();
        add(
            &format!("{path}/document.yaml"),
            &format!("kind: risk-register\ntitle: A\nperiod: {written}\n{scheme}{more}risks:\n{risks}"),
        );
        add(&format!("{path}/index.md"), "# Introduction\n\nCarers\n");
        add(&format!("{path}/01-a.md"), "# A\n\nText\n");
    }
}

/// A plan in which every kind of change happens.
fn add_plan(add: &mut dyn FnMut(&str, &str)) {
    let action = |id: &str, more: &str| {
        format!(
            "      - {{ id: {id}, text: Help carers, lead: A, partners: [B], timescale: 2023-03, more: carers, measures: [C]{more} }}\n"
        )
    };
    let removed = ", removed: { date: 2023-06-01, because: D }";
    let actions = [action("a", ""), action("b", ""), action("c", removed), action("d", "")].concat();
    add(
        "content/plans/p/document.yaml",
        &format!(
            "kind: action-plan\ntitle: A\nperiod: 2022-23\nowner: A\nstrategy: B\nstatus-words: {{ Going: in-progress }}\npriorities:\n  - id: one\n    title: One\n    reason: Carers\n    actions:\n{actions}"
        ),
    );
    add("content/plans/p/index.md", "# Introduction\n\nCarers\n");
    add("content/plans/p/updates/2022-09-30.yaml", "actions: { a: completed, b: in-progress, c: in-progress }\n");
    add(
        "content/plans/p/updates/2023-09-30.yaml",
        "text: Carers\nactions:\n  a: { status: Going, rag: red, text: Carers, due: 2023-04, wording: Help, because: E }\n  d: not-started\n",
    );
}

/// The names that each template is given, joined by dots.
fn given() -> BTreeMap<String, Names> {
    let mut all: BTreeMap<String, Names> = BTreeMap::new();
    let mut files = full_site();
    for template in TEMPLATES {
        let text = format!("@@{template}@@{{{{ debug() }}}}");
        files.insert(format!("themes/plain/templates/{template}"), text.into_bytes());
    }
    for (path, page) in site::build(files).pages() {
        let (_, rest) = page.split_once("@@").unwrap_or_else(|| panic!("{path} is made with another template"));
        let (template, dump) = rest.split_once("@@").unwrap();
        all.entry(template.to_owned()).or_default().extend(names(dump));
    }
    all
}

/// The names in a dump: `"key": …` at the depth of its indentation below `ctx`.
pub(crate) fn names(dump: &str) -> Names {
    let dump = dump.replace("&quot;", "'").replace("&#39;", "'").replace("&#x27;", "'");
    let mut found = Names::new();
    let mut path: Vec<(usize, String)> = Vec::new();
    let mut inside = false;
    for line in dump.lines() {
        let indent = line.len() - line.trim_start().len();
        if line.trim() == "ctx: {" || inside && indent <= 4 {
            inside = line.trim() == "ctx: {";
            continue;
        }
        let key = line.trim_start().strip_prefix('\'').and_then(|rest| rest.split_once("':")).map(|(key, _)| key);
        let (true, Some(key)) = (inside, key.filter(|key| key.chars().all(|c| c.is_ascii_lowercase() || c == '_')))
        else {
            continue;
        };
        path.retain(|(above, _)| *above < indent);
        path.push((indent, key.to_owned()));
        found.insert(path.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>().join("."));
    }
    found
}

/// The names in the tables, shared groups written out.
fn documented() -> BTreeMap<String, Names> {
    let tables: Tables = marked_tables("names").into_iter().collect();
    let mut all = BTreeMap::new();
    for template in TEMPLATES {
        let mut names = Names::new();
        for table in ["every template", template] {
            expand(&tables, table, "", &mut names);
        }
        all.insert(template.to_owned(), names);
    }
    all
}

/// Adds the names of a table.
pub(crate) fn expand(tables: &Tables, table: &str, above: &str, names: &mut Names) {
    let shared = [
        ("#a-contact", "a contact"),
        ("#a-document", "a document"),
        ("#a-headline-figure", "a headline figure"),
        ("#a-value-of-a-figure", "a value"),
        ("#a-word-of-the-glossary", "a word"),
        ("#a-page-of-a-plan", "a page of a plan"),
        ("#a-part-of-a-bar", "a part of a bar"),
        ("#an-action-in-a-list", "an action in a list"),
        ("#what-an-update-says-of-an-action", "what an update says"),
        ("#a-page-of-a-register", "a page of a register"),
        ("#a-rating", "a rating"),
        ("#a-band-of-scores", "a band"),
        ("#a-matrix", "a matrix"),
        ("#a-risk-in-a-list", "a risk in a list"),
        ("#a-risk", "a risk"),
        ("#a-link-with-a-sentence", "a link with a sentence"),
        ("#an-easy-read-edition", "an edition"),
    ];
    for row in tables.get(table).into_iter().flatten() {
        let own = code_words(&row[0]).join("");
        let name = if above.is_empty() { own } else { format!("{above}.{own}") };
        for (at, _) in name.match_indices('.') {
            names.insert(name[..at].to_owned());
        }
        for inner in code_words(&row[1]) {
            names.insert(format!("{name}.{inner}"));
        }
        for (_, group) in shared.iter().filter(|(link, _)| row[1].contains(&format!("({link})"))) {
            expand(tables, group, &name, names);
        }
        names.insert(name);
    }
}

#[test]
fn the_names_for_templates_are_those_they_are_given() {
    let (given, documented) = (given(), documented());
    // What Candour gives to no page yet has no fields to be seen.
    let always_empty = ["site.footer_links."];
    for (template, given) in &given {
        let listed = &documented[template];
        let missing: Vec<&String> = given.difference(listed).collect();
        let unseen =
            |name: &&String| !always_empty.iter().any(|empty| name.starts_with(empty)) && !beside_nothing(name, given);
        let invented: Vec<&String> = listed.difference(given).filter(unseen).collect();
        assert!(
            missing.is_empty() && invented.is_empty(),
            "{template}: not documented {missing:?}; documented and not there {invented:?}"
        );
    }
    assert_eq!(given.len(), TEMPLATES.len());
}

/// Whether a name stands within a list or group that is empty on every page of this template.
fn beside_nothing(name: &str, given: &Names) -> bool {
    let Some((above, _)) = name.rsplit_once('.') else { return false };
    !given.iter().any(|known| known.strip_prefix(above).is_some_and(|rest| rest.starts_with('.')))
        && (given.contains(above) || beside_nothing(above, given))
}
