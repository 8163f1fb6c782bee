//! `glossary.yaml`: the words that need explaining.

use crate::diagnostic::rules::fields::{BAD_IDENTIFIER, WRONG_TYPE};
use crate::diagnostic::rules::glossary::{TERM_DEFINED_BY_ITSELF, TERM_ID_TWICE, TERM_RELATED};
use crate::diagnostic::{Diagnostic, Span};
use crate::prose::glossary::TermForms;
use crate::prose::{Inline, parse_inline, plain_text, slug};
use crate::source::{Excerpt, Fields, Located, Value, Yaml, did_you_mean, parse_yaml};
use std::collections::{BTreeMap, HashMap};

/// A term and its meaning.
#[derive(Clone, Debug)]
pub struct Term {
    /// Where it is defined.
    pub span: Span,
    /// Its short name in links and addresses.
    pub id: String,
    /// The term.
    pub name: Located<String>,
    /// Its abbreviation.
    pub abbreviation: Option<String>,
    /// Other forms it takes in text.
    pub forms: Vec<String>,
    /// What it means.
    pub definition: Vec<Inline>,
    /// What it means, in Easy Read.
    pub easy_read: Option<Located<String>>,
    /// Terms that belong to it, by id.
    pub related: Vec<Located<String>>,
    /// Whether it is linked without being asked for.
    pub automatic: bool,
}

impl Term {
    /// What the matcher needs to know.
    pub fn forms(&self) -> TermForms {
        TermForms {
            id: self.id.clone(),
            name: self.name.value.clone(),
            abbreviation: self.abbreviation.clone(),
            forms: self.forms.clone(),
            automatic: self.automatic,
        }
    }
}

/// All terms, in the order of the alphabet.
#[derive(Clone, Debug, Default)]
pub struct Glossary {
    /// The terms.
    pub terms: Vec<Term>,
    /// The place of each id in the list; only ever asked, so its order reaches nothing.
    ranks: HashMap<String, usize>,
}

impl Glossary {
    /// A glossary of terms, each with an id of its own.
    fn new(mut terms: Vec<Term>) -> Glossary {
        terms.sort_by_cached_key(|term| (term.name.value.to_lowercase(), term.id.clone()));
        let ranks = terms.iter().enumerate().map(|(rank, term)| (term.id.clone(), rank)).collect();
        Glossary { terms, ranks }
    }

    /// The term of an id.
    pub fn term(&self, id: &str) -> Option<&Term> {
        self.terms.get(self.rank(id)?)
    }

    /// The place of the term of an id in the alphabet.
    pub fn rank(&self, id: &str) -> Option<usize> {
        self.ranks.get(id).copied()
    }
}

/// Reads `glossary.yaml`: a list of terms, or the same list under `terms:`.
pub(super) fn decode(source: &Excerpt, out: &mut Vec<Diagnostic>) -> Glossary {
    let (Some(yaml), _) = parse_yaml(source, out) else { return Glossary::default() };
    let list: &[Yaml] = match &yaml.value {
        Value::List(list) => list,
        Value::Map(entries) if !entries.iter().any(|(key, _)| key.value == "terms") => {
            not_a_list(yaml.span, out);
            &[]
        }
        Value::Map(_) => {
            let Some(mut fields) = Fields::of(&yaml, "glossary.yaml", out) else { return Glossary::default() };
            let list = fields.list("terms");
            fields.finish();
            list
        }
        Value::Null => &[],
        Value::Text(_) => {
            not_a_list(yaml.span, out);
            &[]
        }
    };
    let mut terms: Vec<Term> = list.iter().filter_map(|item| term(item, out)).collect();
    report_repeated_ids(&mut terms, out);
    report_unknown_related(&mut terms, out);
    Glossary::new(terms)
}

fn not_a_list(span: Span, out: &mut Vec<Diagnostic>) {
    out.push(
        Diagnostic::new(&WRONG_TYPE, span, "glossary.yaml is a list of terms, and this is not a list")
            .help("begin each term with `- name: …` and indent its other fields by two spaces"),
    );
}

fn term(yaml: &Yaml, out: &mut Vec<Diagnostic>) -> Option<Term> {
    let mut fields = Fields::of(yaml, "a term", out)?;
    let name = fields.required_text("name", "write the term itself: `name: Direct payment`");
    let id = fields.text("id");
    let abbreviation = fields.text("abbreviation").map(|text| text.value);
    let forms = fields.texts("forms").into_iter().map(|text| text.value).collect();
    let definition = fields.excerpt("definition");
    if definition.is_none() {
        fields.missing("definition", "say what the term means, in plain words");
    }
    let easy_read = fields.text("easy-read");
    let related = fields.texts("related");
    let automatic = fields.flag("automatic", true);
    fields.finish();
    let name = name?;
    let definition = definition.map(|text| parse_inline(&text, out)).unwrap_or_default();
    if plain_text(&definition).trim_end_matches('.').eq_ignore_ascii_case(&name.value) {
        out.push(
            Diagnostic::new(
                &TERM_DEFINED_BY_ITSELF,
                name.span,
                format!("the definition of `{}` is the term itself", name.value),
            )
            .help("say what it means, in words that somebody outside the council would use"),
        );
    }
    let id = match id {
        Some(id) if id.value == slug(&id.value) => id.value,
        Some(id) => {
            let right = slug(&id.value);
            out.push(
                Diagnostic::new(&BAD_IDENTIFIER, id.span, format!("`{}` cannot be an id", id.value))
                    .help(format!("use small letters, digits and hyphens: {right}")),
            );
            right
        }
        None => slug(&name.value),
    };
    Some(Term { span: yaml.span, id, name, abbreviation, forms, definition, easy_read, related, automatic })
}

fn report_repeated_ids(terms: &mut Vec<Term>, out: &mut Vec<Diagnostic>) {
    let mut first: BTreeMap<String, Span> = BTreeMap::new();
    terms.retain(|term| match first.get(&term.id) {
        Some(span) => {
            out.push(
                Diagnostic::new(
                    &TERM_ID_TWICE,
                    term.name.span,
                    format!("there is already a term with the id `{}`", term.id),
                )
                .label(*span, "the first one")
                .help("make one term of the two, or give this one an `id` of its own"),
            );
            false
        }
        None => {
            first.insert(term.id.clone(), term.name.span);
            true
        }
    });
}

fn report_unknown_related(terms: &mut [Term], out: &mut Vec<Diagnostic>) {
    let ids: Vec<String> = terms.iter().map(|term| term.id.clone()).collect();
    for term in terms {
        term.related.retain(|related| {
            let known = ids.contains(&related.value);
            if !known {
                out.push(
                    Diagnostic::new(
                        &TERM_RELATED,
                        related.span,
                        format!("there is no term with the id `{}`", related.value),
                    )
                    .maybe_help(did_you_mean(&related.value, ids.iter().map(String::as_str)))
                    .else_help("use the id of a term: its name in small letters with hyphens, or its `id`"),
                );
            }
            known
        });
    }
}
