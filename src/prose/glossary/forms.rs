//! All the ways in which a text may write a term.

use super::inflect::inflections;
use super::scan::Scan;
use std::collections::BTreeSet;

/// A term as the matcher needs to know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermForms {
    /// Unique in the glossary.
    pub id: String,
    /// Its name, as the glossary shows it.
    pub name: String,
    /// Its abbreviation, found in exactly these capitals only.
    pub abbreviation: Option<String>,
    /// Further ways to write it; plurals, hyphens and apostrophes look after themselves.
    pub forms: Vec<String>,
    /// Whether its first occurrence in a text becomes a link by itself.
    pub automatic: bool,
}

/// A form longer than this many bytes is not searched for.
const LONGEST: usize = 300;

/// How sure a form is to mean its term; the surer one comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Origin {
    /// The author wrote it.
    Written,
    /// The plural or the singular of what the author wrote.
    Inflected,
    /// Another spelling of either: "coproduction", "carers assessment".
    Respelled,
}

/// One form of a term, ready to be searched for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Form {
    /// Normalised, without capitals.
    pub(super) folded: String,
    /// Normalised with capitals, where only these will do.
    pub(super) exact: Option<String>,
    /// Where it came from.
    pub(super) origin: Origin,
    /// As the author would recognise it.
    pub(super) shown: String,
}

impl TermForms {
    /// Every form, each once, the surest first.
    pub(super) fn patterns(&self) -> Vec<Form> {
        let mut found = Found::default();
        for written in std::iter::once(&self.name).chain(&self.forms) {
            if is_abbreviation(written.trim()) { found.abbreviation(written) } else { found.words(written) }
        }
        if let Some(abbreviation) = &self.abbreviation {
            found.abbreviation(abbreviation);
        }
        found.forms.sort_by_key(|form| form.origin);
        found.forms
    }
}

/// Whether a name or form is one by its looks. "SEND" would otherwise be found in every
/// "send".
fn is_abbreviation(written: &str) -> bool {
    let capitals = written.chars().filter(|char| char.is_uppercase()).count();
    let small = written.chars().filter(|char| char.is_lowercase()).count();
    capitals >= 2 && small <= capitals && !written.contains(char::is_whitespace)
}

#[derive(Default)]
struct Found {
    forms: Vec<Form>,
    seen: BTreeSet<(String, Option<String>)>,
}

impl Found {
    fn add(&mut self, folded: String, exact: Option<String>, origin: Origin, shown: Option<&str>) {
        // A single letter would be found everywhere, and a form without end would make the
        // search quadratic.
        let letters = folded.chars().filter(|char| char.is_alphanumeric()).count();
        if letters >= 2 && folded.len() <= LONGEST && self.seen.insert((folded.clone(), exact.clone())) {
            let shown = shown.or(exact.as_deref()).unwrap_or(&folded).to_owned();
            self.forms.push(Form { folded, exact, origin, shown });
        }
    }

    fn words(&mut self, written: &str) {
        let form = normal(written).to_ascii_lowercase();
        let inflected = inflections(&form);
        let joined = joined(written.trim()).map(|joined| normal(&joined).to_ascii_lowercase());
        let joined_too: Vec<String> = joined.iter().flat_map(|joined| inflections(joined)).collect();
        let respelled: Vec<String> =
            std::iter::once(&form).chain(&inflected).flat_map(|form| possessives(form)).collect();
        self.add(form, None, Origin::Written, Some(written.trim()));
        for form in inflected {
            self.add(form, None, Origin::Inflected, None);
        }
        for form in joined.into_iter().chain(joined_too).chain(respelled) {
            self.add(form, None, Origin::Respelled, None);
        }
    }

    fn abbreviation(&mut self, written: &str) {
        let exact = normal(written);
        let other = match exact.strip_suffix('s') {
            Some(singular) if singular.ends_with(char::is_uppercase) => Some(singular.to_owned()),
            _ if exact.ends_with(char::is_alphabetic) => Some(format!("{exact}s")),
            _ => None,
        };
        self.exact(exact, Origin::Written);
        if let Some(other) = other {
            self.exact(other, Origin::Inflected);
        }
    }

    fn exact(&mut self, exact: String, origin: Origin) {
        self.add(exact.to_ascii_lowercase(), Some(exact), origin, None);
    }
}

/// Normalised, with its capitals. Signs around the words need not be there in a text.
pub(super) fn normal(written: &str) -> String {
    let scan = Scan::of(written);
    scan.exact.trim_matches(|char: char| !char.is_alphanumeric()).to_owned()
}

/// "coproduction" for "co-production"; not where digits meet, "18-25" is not "1825".
fn joined(written: &str) -> Option<String> {
    let chars: Vec<char> = written.chars().collect();
    let mut out = String::with_capacity(written.len());
    let mut changed = false;
    for (at, char) in chars.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| chars.get(at)).copied().unwrap_or(' ');
        let after = chars.get(at + 1).copied().unwrap_or(' ');
        let words =
            before.is_alphanumeric() && after.is_alphanumeric() && (before.is_alphabetic() || after.is_alphabetic());
        if words && matches!(char, '-' | '\u{2010}' | '\u{2011}') {
            changed = true;
        } else {
            out.push(*char);
        }
    }
    changed.then_some(out)
}

/// People disagree on "carer's", "carers'" and "carers assessment"; all mean the same.
fn possessives(form: &str) -> Vec<String> {
    let spellings = ["'s ", "s' ", "s "];
    let mut found = Vec::new();
    for spelling in spellings.iter().take(2) {
        if form.contains(spelling) {
            found
                .extend(spellings.iter().filter(|other| *other != spelling).map(|other| form.replace(spelling, other)));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn term(name: &str, abbreviation: Option<&str>, forms: &[&str]) -> TermForms {
        TermForms {
            id: "id".into(),
            name: name.into(),
            abbreviation: abbreviation.map(str::to_owned),
            forms: forms.iter().map(|form| (*form).to_owned()).collect(),
            automatic: true,
        }
    }

    fn texts(term: &TermForms) -> Vec<String> {
        term.patterns().into_iter().map(|form| form.exact.unwrap_or(form.folded)).collect()
    }

    #[test]
    fn plurals_hyphens_and_apostrophes() {
        assert_eq!(texts(&term("Carer", None, &[])), ["carer", "carers"]);
        assert_eq!(texts(&term("Direct Payments", None, &[])), ["direct payments", "direct payment"]);
        assert_eq!(
            texts(&term("Co-production", None, &[])),
            ["co production", "co productions", "coproduction", "coproductions"]
        );
        assert_eq!(
            texts(&term("Carer’s assessment", None, &[])),
            [
                "carer's assessment",
                "carer's assessments",
                "carers' assessment",
                "carers assessment",
                "carers' assessments",
                "carers assessments"
            ]
        );
        assert_eq!(texts(&term("Ages 18-25", None, &[])), ["ages 18 25"]);
    }

    #[test]
    fn abbreviations_keep_their_capitals() {
        assert_eq!(
            texts(&term("Clinical Commissioning Group", Some("CCG"), &[])),
            ["clinical commissioning group", "CCG", "clinical commissioning groups", "CCGs"]
        );
        assert_eq!(texts(&term("SEND", None, &["ICNs"])), ["SEND", "ICNs", "SENDs", "ICN"]);
    }

    #[test]
    fn a_form_written_twice_is_one_and_single_letters_are_none() {
        assert_eq!(texts(&term("Carer", None, &["carers", " carER", "x", "", "“carer”"])), ["carer", "carers"]);
    }
}
