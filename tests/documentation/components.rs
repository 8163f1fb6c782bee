//! The tables of names of components' templates in `docs/themes.md`, like those of pages in
//! `names.rs`: a page with every such component is built with templates that show what they see.

use crate::markdown::marked_tables;
use crate::names::{Names, Tables, expand, full_site, names};
use crate::site;
use std::collections::BTreeMap;

const COMPONENTS: [&str; 4] =
    ["component-commitments.html", "component-outcomes.html", "component-actions.html", "component-cover.html"];

/// A report in which nothing of the cover sheet is missing.
const REPORT: &str = "---
kind: report
title: R
number: A
details: { A: Carers }
contact: { phone: 01632 960001 }
reason: Carers
recommendations: Carers
impact: [{ title: A, fields: { A: Carers } }]
not-applicable: A
background-documents: Carers
replaces: local-account/2024-25
---
## A

Text
";

fn given() -> BTreeMap<String, Names> {
    let mut files = full_site();
    files.insert("content/b/r.md".to_owned(), REPORT.into());
    files.insert("content/about/chosen.md".to_owned(), b"# A\n\n```actions\nplan: plans/p\n```\n".to_vec());
    for template in COMPONENTS {
        let text = format!("@@{template}@@{{{{ debug() }}}}@@");
        files.insert(format!("themes/plain/templates/{template}"), text.into_bytes());
    }
    let mut all: BTreeMap<String, Names> = BTreeMap::new();
    for (_, page) in site::build(files).pages() {
        let parts: Vec<&str> = page.split("@@").collect();
        for shown in parts.windows(2).filter(|shown| COMPONENTS.contains(&shown[0])) {
            all.entry(shown[0].to_owned()).or_default().extend(names(shown[1]));
        }
    }
    all
}

#[test]
fn the_names_for_components_are_those_they_are_given() {
    let tables: Tables = marked_tables("names").into_iter().collect();
    let given = given();
    for template in COMPONENTS {
        let mut listed = Names::new();
        expand(&tables, template, "", &mut listed);
        assert_eq!(Some(&listed), given.get(template), "{template}: left is documented, right is true");
    }
    let written = tables.keys().filter(|table| table.starts_with("component-")).count();
    assert_eq!(written, COMPONENTS.len());
}
