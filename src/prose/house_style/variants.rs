//! Terms that a document writes in several ways. Only what is certain is told: a hyphen where there is
//! none elsewhere, and capitals within a sentence. A hyphen for a space is right English before a noun
//! ("long-term care", "in the long term") and no fault.

use super::mention::{Joint, Mention, Plain, capitals_of, key_of};
use crate::diagnostic::rules::house_style::TERM_VARIANTS;
use crate::diagnostic::{Diagnostic, Span};
use std::collections::{BTreeMap, BTreeSet};

/// Pairs that mean two things.
const OTHER_WORDS: [&str; 10] =
    ["recover", "resign", "reform", "resort", "represent", "recreation", "recreate", "coop", "return", "resent"];

/// The spellings that a glossary has made up its mind about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preferred {
    by_key: BTreeMap<u64, Vec<Spelling>>,
}

/// One way to write a term; the first of a term is its name.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Spelling {
    written: String,
    joint: Joint,
    capitals: u8,
}

impl Preferred {
    /// The spellings of terms, each term with its name and then its other forms.
    pub fn new<'t, F: Iterator<Item = &'t str>>(terms: impl Iterator<Item = (&'t str, F)>) -> Preferred {
        let mut by_key: BTreeMap<u64, Vec<Spelling>> = BTreeMap::new();
        for (name, forms) in terms {
            let spellings = std::iter::once(name).chain(forms).filter_map(spelling);
            for (key, spelling) in spellings {
                by_key.entry(key).or_default().push(spelling);
            }
        }
        Preferred { by_key }
    }
}

/// A spelling, unless it mixes spaces and hyphens or is an abbreviation.
fn spelling(written: &str) -> Option<(u64, Spelling)> {
    let written = written.trim();
    let joint = match (written.contains(' '), written.contains(['-', '\u{2011}'])) {
        (true, true) => return None,
        (true, false) => Joint::Space,
        (false, true) => Joint::Hyphen,
        (false, false) => Joint::Closed,
    };
    let parts = || written.split([' ', '-', '\u{2011}']);
    let letters = |part: &str| part.chars().all(char::is_alphabetic);
    let shouted = parts().any(|part| part.chars().filter(|char| char.is_uppercase()).count() > 1);
    if !parts().all(letters) || shouted {
        return None;
    }
    Some((key_of(parts()), Spelling { written: written.to_owned(), joint, capitals: capitals_of(parts()) }))
}

/// Tells of terms that a document writes in more than one way.
pub(super) fn judge_variants(mentions: &[Mention], plain: &[Plain], preferred: &Preferred, out: &mut Vec<Diagnostic>) {
    let mut by_key: BTreeMap<u64, Vec<&Mention>> = BTreeMap::new();
    for mention in mentions {
        by_key.entry(mention.key).or_default().push(mention);
    }
    let hyphened = |found: &[&Mention]| found.iter().any(|mention| mention.joint == Joint::Hyphen);
    let mut wanted = Wanted::default();
    by_key.iter().filter(|(_, found)| hyphened(found)).for_each(|(key, _)| wanted.add(*key));
    let parted = |all: &[Spelling]| all.iter().any(|one| one.joint == Joint::Hyphen);
    preferred.by_key.iter().filter(|(_, all)| parted(all)).for_each(|(key, _)| wanted.add(*key));
    let mut closed: BTreeMap<u64, Vec<Span>> = BTreeMap::new();
    for word in plain.iter().filter(|word| wanted.may_have(word.key)) {
        let known = preferred.by_key.get(&word.key).is_some_and(|all| parted(all));
        if known || by_key.get(&word.key).is_some_and(|found| hyphened(found)) {
            closed.entry(word.key).or_default().push(word.span);
        }
    }
    for word in OTHER_WORDS {
        closed.remove(&key_of(std::iter::once(word)));
    }
    for key in closed.keys().filter(|key| !by_key.contains_key(key)).copied().collect::<Vec<_>>() {
        by_key.insert(key, Vec::new());
    }
    let names = names(mentions);
    for (key, found) in &by_key {
        let closed = closed.get(key).map(Vec::as_slice).unwrap_or_default();
        match preferred.by_key.get(key).map(Vec::as_slice) {
            Some([right, others @ ..]) => hold_against(found, closed, right, others, out),
            _ if names.contains(key) => {}
            _ => compare(found, closed, out),
        }
    }
}

/// The terms of two words that begin with a name: of `Bromley Service` and `Bromley service users` neither is
/// wrong. A word that begins several terms with a capital is taken for a name.
fn names(mentions: &[Mention]) -> BTreeSet<u64> {
    let mut begun: BTreeMap<&str, BTreeSet<u64>> = BTreeMap::new();
    for mention in mentions.iter().filter(|mention| mention.joint == Joint::Space) {
        let first = mention.written.split_whitespace().next().unwrap_or_default();
        begun.entry(first).or_default().insert(mention.key);
    }
    begun.into_values().filter(|keys| keys.len() > 1).flatten().collect()
}

/// Which keys there may be, to pass over most words at once.
struct Wanted([u64; 64]);

impl Default for Wanted {
    fn default() -> Wanted {
        Wanted([0; 64])
    }
}

impl Wanted {
    fn add(&mut self, key: u64) {
        if let Some(bits) = self.0.get_mut((key >> 6) as usize % 64) {
            *bits |= 1 << (key % 64);
        }
    }

    fn may_have(&self, key: u64) -> bool {
        self.0.get((key >> 6) as usize % 64).is_some_and(|bits| bits & (1 << (key % 64)) != 0)
    }
}

/// Holds the places of a term against the glossary.
fn hold_against(found: &[&Mention], closed: &[Span], right: &Spelling, others: &[Spelling], out: &mut Vec<Diagnostic>) {
    let allowed = |joint: Joint, capitals: u8, free: bool| {
        std::iter::once(right).chain(others).any(|one| {
            // A name in the glossary begins with a capital, whatever the text does.
            one.joint == joint && (free || one.capitals >> 1 == capitals >> 1)
        })
    };
    let small = || right.written.to_lowercase();
    let name = if right.capitals >> 1 == 0 { small() } else { right.written.clone() };
    let help =
        format!("write `{name}`, as the glossary does; if both are right, add this one to the `forms` of the term");
    for mention in found {
        let before_noun = mention.joint == Joint::Hyphen && right.joint == Joint::Space && mention.capitals == 0;
        if !before_noun && !allowed(mention.joint, mention.capitals, mention.free) {
            let message = format!("`{}` is `{name}` in the glossary", mention.written);
            out.push(Diagnostic::new(&TERM_VARIANTS, mention.span, message).help(help.clone()));
        }
    }
    if !allowed(Joint::Closed, 0, true) {
        for span in closed {
            let message = format!("the glossary writes `{name}`");
            out.push(Diagnostic::new(&TERM_VARIANTS, *span, message).help(help.clone()));
        }
    }
}

/// Holds the places of a term against each other.
fn compare(found: &[&Mention], closed: &[Span], out: &mut Vec<Diagnostic>) {
    let with = |joint: Joint| found.iter().filter(move |mention| mention.joint == joint);
    let (hyphens, spaces) = (with(Joint::Hyphen).count(), with(Joint::Space).count());
    // What is used as often comes first in this list.
    let counts = [(Joint::Hyphen, hyphens), (Joint::Closed, closed.len()), (Joint::Space, spaces)];
    let Some((most, count)) = counts.into_iter().rev().max_by_key(|(_, count)| *count) else { return };
    let (capitals, model) = model(found, most);
    let told = |span: Span, written: &str, out: &mut Vec<Diagnostic>| {
        let help = match count {
            1 => format!("write `{model}` in both places"),
            many => format!("write `{model}`, as in {many} other places of this document"),
        };
        let message = format!("`{written}` is written `{model}` elsewhere in this document");
        out.push(Diagnostic::new(&TERM_VARIANTS, span, message).help(help));
    };
    if most == Joint::Closed {
        for mention in found {
            let message = format!("`{}` is one word elsewhere in this document", mention.written);
            let help = format!("leave the hyphen out: {count} of its places have none");
            let joined = mention.joint == Joint::Hyphen;
            out.extend(joined.then(|| Diagnostic::new(&TERM_VARIANTS, mention.span, message).help(help)));
        }
        return;
    }
    for mention in found {
        let other = mention.joint != most || (!mention.free && mention.capitals != capitals);
        if other {
            told(mention.span, &mention.written, out);
        }
    }
    let joined = closed.first().map(|_| model.replace(['-', '\u{2011}'], "").to_lowercase()).unwrap_or_default();
    closed.iter().for_each(|span| told(*span, &joined, out));
}

/// The capitals that most places with this joint have, and one of them as it is written.
fn model<'m>(found: &[&'m Mention], joint: Joint) -> (u8, &'m str) {
    let of = |mention: &&&Mention| mention.joint == joint;
    let mut counts: BTreeMap<u8, usize> = BTreeMap::new();
    for mention in found.iter().filter(of).filter(|mention| !mention.free) {
        *counts.entry(mention.capitals).or_default() += 1;
    }
    let Some((capitals, _)) = counts.into_iter().max_by_key(|(capitals, count)| (*count, *capitals)) else {
        return (0, found.iter().find(of).map(|mention| mention.written.as_str()).unwrap_or_default());
    };
    let model = found.iter().filter(of).find(|mention| !mention.free && mention.capitals == capitals);
    (capitals, model.map(|mention| mention.written.as_str()).unwrap_or_default())
}
