//! The glossary page: A to Z, each term with its meaning and where it is used.

use super::Html;
use super::common::{About, Context};
use crate::content::Term;
use crate::prose::inline_html;
use crate::render::resolver::Defined;
use crate::site::TermUse;
use minijinja::value::Value;
use serde::Serialize;
use std::collections::BTreeMap;

/// What stands for terms that begin with no letter.
const OTHERS: &str = "#";

/// How many of the pages that use a term are listed.
const MOST_USES: usize = 25;

#[derive(Serialize)]
struct View {
    letters: Vec<Letter>,
    groups: Vec<Group>,
}

#[derive(Serialize)]
struct Letter {
    letter: String,
    id: String,
    present: bool,
}

#[derive(Serialize)]
struct Group {
    letter: String,
    id: String,
    terms: Vec<TermView>,
}

#[derive(Serialize)]
struct TermView {
    id: String,
    name: String,
    abbreviation: Option<String>,
    definition: Html,
    related: Vec<Related>,
    uses: Vec<Use>,
    uses_total: usize,
}

#[derive(Serialize)]
struct Related {
    name: String,
    href: String,
}

#[derive(Serialize)]
struct Use {
    title: String,
    context: Option<String>,
    href: String,
}

pub(super) fn glossary(context: &Context<'_>) -> Value {
    // By letter; what begins with a digit or a sign comes last, as in the row of letters.
    let mut groups: BTreeMap<(bool, String), Vec<TermView>> = BTreeMap::new();
    for term in &context.site.glossary.terms {
        let letter = letter_of(term);
        groups.entry((letter == OTHERS, letter)).or_default().push(term_view(context, term));
    }
    let mut letters: Vec<String> = ('A'..='Z').map(String::from).collect();
    letters.extend(
        groups.keys().map(|(_, letter)| letter).filter(|letter| !letters.contains(letter)).cloned().collect::<Vec<_>>(),
    );
    let letters = letters
        .into_iter()
        .map(|letter| Letter {
            id: letter_id(&letter),
            present: groups.contains_key(&(letter == OTHERS, letter.clone())),
            letter,
        })
        .collect();
    let groups =
        groups.into_iter().map(|((_, letter), terms)| Group { id: letter_id(&letter), letter, terms }).collect();
    let about = About {
        title: context.word("glossary", &[]),
        within: None,
        description: Some(context.word("glossary_summary", &[])),
        document: None,
    };
    context.view(&about, View { letters, groups })
}

fn letter_of(term: &Term) -> String {
    match term.name.value.chars().next() {
        Some(first) if first.is_alphabetic() => first.to_uppercase().collect(),
        _ => OTHERS.into(),
    }
}

fn letter_id(letter: &str) -> String {
    if letter == OTHERS { "letter-other".into() } else { format!("letter-{}", letter.to_lowercase()) }
}

fn term_view(context: &Context<'_>, term: &Term) -> TermView {
    // On this page every definition stands under the same name as in "Words used on this page".
    let resolver = context.resolver(None, None, Defined::All);
    let options = context.line_options(&resolver);
    let site = context.site;
    let uses: Vec<&TermUse> = site.glossary.rank(&term.id).into_iter().flat_map(|rank| site.uses().of(rank)).collect();
    TermView {
        id: format!("term-{}", term.id),
        name: term.name.value.clone(),
        abbreviation: term.abbreviation.clone(),
        definition: Value::from_safe_string(format!("<p>{}</p>", inline_html(&term.definition, &options))),
        related: term
            .related
            .iter()
            .filter_map(|related| context.site.glossary.term(&related.value))
            .map(|other| Related { name: other.name.value.clone(), href: format!("#term-{}", other.id) })
            .collect(),
        uses: uses
            .iter()
            .take(MOST_USES)
            .map(|place| Use {
                title: context.title_of(&place.address),
                context: place
                    .document
                    .and_then(|index| site.document(index))
                    .map(|document| document.title().to_owned()),
                href: context.link(&place.address),
            })
            .collect(),
        uses_total: uses.len(),
    }
}
