//! The forms of English words, made by rule: `utilise` to `utilising`, `carry out` to `carried out`.

use super::verbs::irregular;

/// What kind of word an entry is, and so which forms it has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Kind {
    /// Its first word is bent like a verb.
    Verb,
    /// Its last word has a plural.
    Noun,
    /// It has one form only.
    #[default]
    Fixed,
}

/// A form of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Form {
    /// As the list has it.
    Base,
    /// The third person of a verb: "uses".
    Third,
    /// "using".
    Ing,
    /// What a verb has after "have" and "be": "used", "given". For a regular verb it is the past too.
    Participle,
    /// The past of a verb where that is another word: "gave".
    Past,
    /// The plural of a noun.
    Plural,
}

impl Kind {
    /// All forms of a phrase, each with its name, the form as it is first; every spelling of "-ise".
    pub(super) fn forms(self, phrase: &str) -> Vec<(String, Form)> {
        let forms: &[Form] = match self {
            Kind::Verb => &[Form::Base, Form::Third, Form::Ing, Form::Participle, Form::Past],
            Kind::Noun => &[Form::Base, Form::Plural],
            Kind::Fixed => &[Form::Base],
        };
        let mut found: Vec<(String, Form)> = Vec::new();
        for form in forms {
            let bent = self.bend(phrase, *form);
            let american = american(&bent);
            for text in std::iter::once(bent).chain(american) {
                if !found.iter().any(|(known, _)| *known == text) {
                    found.push((text, *form));
                }
            }
        }
        found
    }

    /// A phrase in another form. A form that the kind does not have leaves it as it is.
    pub(super) fn bend(self, phrase: &str, form: Form) -> String {
        match (self, form) {
            (Kind::Verb, Form::Third | Form::Ing | Form::Participle | Form::Past) => {
                let (head, rest) = phrase.split_at(phrase.find(' ').unwrap_or(phrase.len()));
                format!("{}{rest}", verb(head, form))
            }
            (Kind::Noun, Form::Plural) => plural_phrase(phrase),
            _ => phrase.to_owned(),
        }
    }
}

fn verb(word: &str, form: Form) -> String {
    let stem = |end: char| word.strip_suffix(end);
    match form {
        Form::Third if word == "have" => "has".into(),
        Form::Third => plural(word),
        Form::Ing => match (stem('e'), stem('y')) {
            _ if word == "be" => "being".into(),
            (Some(stem), _) if stem.ends_with('i') => format!("{}ying", stem.trim_end_matches('i')),
            (Some(stem), _) if !stem.ends_with(['e', 'o', 'y']) => format!("{stem}ing"),
            _ => format!("{}ing", doubled(word)),
        },
        Form::Participle | Form::Past => match irregular(word) {
            Some((_, participle)) if form == Form::Participle => participle.into(),
            Some((past, _)) => past.into(),
            None => match (stem('e'), stem('y')) {
                (Some(_), _) => format!("{word}d"),
                (_, Some(stem)) if !stem.ends_with(is_vowel) => format!("{stem}ied"),
                _ => format!("{}ed", doubled(word)),
            },
        },
        Form::Base | Form::Plural => word.to_owned(),
    }
}

/// The plural of a word, which is also the third person of a verb.
fn plural(word: &str) -> String {
    if ["s", "x", "z", "ch", "sh", "go", "do"].iter().any(|end| word.ends_with(end)) {
        return format!("{word}es");
    }
    match word.strip_suffix('y') {
        Some(stem) if !stem.ends_with(is_vowel) => format!("{stem}ies"),
        _ => format!("{word}s"),
    }
}

/// What stands behind a noun and belongs to it: "person who lives here", "way to check".
const BEHIND: [&str; 11] = ["for", "from", "in", "involved", "of", "that", "to", "we", "when", "who", "with"];

fn plural_phrase(phrase: &str) -> String {
    let mut words: Vec<String> = phrase.split(' ').map(str::to_owned).collect();
    let head = words.iter().position(|word| BEHIND.contains(&word.as_str())).unwrap_or(words.len());
    let person = phrase.starts_with("person ");
    if let Some(noun) = head.checked_sub(1).and_then(|at| words.get_mut(at)) {
        *noun = match noun.as_str() {
            "person" => "people".into(),
            already if already.ends_with('s') && !already.ends_with("ss") => already.to_owned(),
            one => plural(one),
        };
    }
    if person && let Some(verb) = words.get_mut(2) {
        *verb = match verb.as_str() {
            "lives" | "uses" | "gets" | "looks" | "helps" => verb.trim_end_matches('s').to_owned(),
            "applies" => "apply".into(),
            other => other.to_owned(),
        };
    }
    words.join(" ")
}

/// The last letter twice, where a short vowel before it has to stay short: "stopping", "cancelled".
fn doubled(word: &str) -> String {
    let letters: Vec<char> = word.chars().rev().take(3).collect();
    let vowels = word.split(|c| !is_vowel(c)).filter(|group| !group.is_empty()).count();
    let short = match letters.as_slice() {
        [last, vowel, before] => {
            !is_vowel(*last) && !matches!(last, 'w' | 'x' | 'y') && is_vowel(*vowel) && !is_vowel(*before)
        }
        // "let", "run" have three; "up" has two and is no verb.
        _ => false,
    };
    const STRESSED: [&str; 8] = ["begin", "commit", "defer", "refer", "confer", "transmit", "permit", "submit"];
    match letters.first() {
        Some(last) if short && (vowels == 1 || *last == 'l' || STRESSED.contains(&word)) => format!("{word}{last}"),
        _ => word.to_owned(),
    }
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

/// "utilize" of "utilise": people write both.
fn american(word: &str) -> Option<String> {
    let (head, rest) = word.split_at(word.find(' ').unwrap_or(word.len()));
    let ends = [("ise", "ize"), ("ises", "izes"), ("ised", "ized"), ("ising", "izing"), ("isation", "ization")];
    let end = ends.iter().find(|(end, _)| head.len() > end.len() + 3 && head.ends_with(end))?;
    // "supervise", "advise", "revise", "promise", "comprise", "exercise".
    const NEVER: [&str; 6] = ["superv", "adv", "rev", "prom", "compr", "exerc"];
    let stem = head.strip_suffix(end.0)?;
    (!NEVER.contains(&stem)).then(|| format!("{stem}{}{rest}", end.1))
}

#[cfg(test)]
mod tests {
    use super::{Form, Kind};
    use proptest::prelude::*;

    #[test]
    fn verbs_are_bent() {
        let cases = [
            ("utilise", "utilises", "utilising", "utilised"),
            ("carry out", "carries out", "carrying out", "carried out"),
            ("stop", "stops", "stopping", "stopped"),
            ("need", "needs", "needing", "needed"),
            ("begin", "begins", "beginning", "begun"),
            ("defer", "defers", "deferring", "deferred"),
            ("visit", "visits", "visiting", "visited"),
            ("agree to", "agrees to", "agreeing to", "agreed to"),
            ("get", "gets", "getting", "got"),
            ("go with", "goes with", "going with", "gone with"),
            ("speed up", "speeds up", "speeding up", "speeded up"),
            ("pass on", "passes on", "passing on", "passed on"),
            ("cancel", "cancels", "cancelling", "cancelled"),
            ("have", "has", "having", "had"),
            ("buy", "buys", "buying", "bought"),
            ("show", "shows", "showing", "shown"),
            ("tie", "ties", "tying", "tied"),
            ("fix", "fixes", "fixing", "fixed"),
            ("hurry", "hurries", "hurrying", "hurried"),
        ];
        for (base, third, ing, participle) in cases {
            let bend = |form| Kind::Verb.bend(base, form);
            assert_eq!([bend(Form::Third), bend(Form::Ing), bend(Form::Participle)], [third, ing, participle]);
        }
        assert_eq!(Kind::Verb.bend("give", Form::Past), "gave");
    }

    #[test]
    fn nouns_have_plurals() {
        let cases = [
            ("duty", "duties"),
            ("problem", "problems"),
            ("person who lives here", "people who live here"),
            ("way to check", "ways to check"),
            ("number of things", "numbers of things"),
            ("set of questions", "sets of questions"),
            ("person involved", "people involved"),
        ];
        for (one, many) in cases {
            assert_eq!(Kind::Noun.bend(one, Form::Plural), many);
        }
    }

    #[test]
    fn both_spellings_are_known() {
        let forms: Vec<String> = Kind::Verb.forms("utilise").into_iter().map(|(text, _)| text).collect();
        assert_eq!(
            forms,
            ["utilise", "utilize", "utilises", "utilizes", "utilising", "utilizing", "utilised", "utilized"]
        );
        assert!(!Kind::Verb.forms("revise").iter().any(|(text, _)| text == "revize"));
    }

    proptest! {
        #[test]
        fn any_phrase_can_be_bent(phrase in "[a-zé -]{0,20}|\\PC{0,12}") {
            for kind in [Kind::Verb, Kind::Noun, Kind::Fixed] {
                let forms = kind.forms(&phrase);
                prop_assert_eq!(&forms[0], &(phrase.clone(), Form::Base));
                for (index, (text, _)) in forms.iter().enumerate() {
                    prop_assert!(!forms[..index].iter().any(|(other, _)| other == text));
                }
            }
        }
    }
}
