//! The passive voice: a form of "be" or "get", perhaps some adverbs, and a past participle. What only looks like
//! it is left alone: a rule that is wrong now and then is one that nobody believes.

use super::participles::is_participle;
use super::tokens::{Token, tokens};
use super::verbs::past_of;
use std::ops::Range;

/// A passive in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::prose) struct Passive {
    /// From the form of "be" to the participle.
    pub(in crate::prose) range: Range<usize>,
    /// How the active verb would be, where that is certain: "agreed", "gave".
    pub(in crate::prose) active: Option<String>,
    /// Who does it, where the text says so: "the council" of "by the council".
    pub(in crate::prose) by: Option<String>,
}

/// How many words may stand between the verb and its participle: "was not always very well".
const BETWEEN: usize = 4;

/// How many words a subject may have in a question: "Was the new plan agreed?"
const SUBJECT: usize = 4;

/// A form of "be" or "get".
#[derive(Clone, Copy, PartialEq, Eq)]
enum Auxiliary {
    /// "Is", "are": what follows may be a state.
    Present,
    /// "Was", "been", "being", "be".
    Other,
    Get,
}

fn auxiliary(word: &str) -> Option<Auxiliary> {
    Some(match word {
        "am" | "is" | "are" | "isn't" | "aren't" | "we're" | "they're" | "you're" | "i'm" => Auxiliary::Present,
        "was" | "were" | "be" | "been" | "being" | "wasn't" | "weren't" => Auxiliary::Other,
        "get" | "gets" | "got" | "getting" => Auxiliary::Get,
        _ => return None,
    })
}

/// What may stand between the verb and its participle.
fn is_adverb(word: &str) -> bool {
    const ADVERBS: [&str; 34] = [
        "again",
        "all",
        "almost",
        "also",
        "always",
        "badly",
        "being",
        "been",
        "better",
        "both",
        "each",
        "either",
        "ever",
        "first",
        "further",
        "get",
        "hardly",
        "however",
        "just",
        "later",
        "long",
        "never",
        "no",
        "not",
        "now",
        "often",
        "once",
        "only",
        "since",
        "soon",
        "still",
        "then",
        "therefore",
        "well",
    ];
    const NOT_ADVERBS: [&str; 9] =
        ["early", "family", "friendly", "likely", "lonely", "elderly", "monthly", "weekly", "supply"];
    ADVERBS.contains(&word) || (word.ends_with("ly") && word.len() > 4 && !NOT_ADVERBS.contains(&word))
}

/// Words that may follow a passive and belong to the rest of the sentence, not to a noun.
fn goes_on(word: &str) -> bool {
    const WORDS: [&str; 62] = [
        "a", "about", "above", "across", "after", "again", "against", "all", "along", "an", "and", "around", "as",
        "at", "away", "back", "because", "before", "below", "between", "but", "by", "down", "due", "during", "each",
        "every", "for", "from", "here", "if", "in", "into", "last", "later", "more", "next", "now", "of", "off", "on",
        "once", "or", "out", "over", "since", "so", "than", "that", "the", "then", "there", "this", "through", "to",
        "under", "until", "up", "when", "where", "while", "with",
    ];
    WORDS.contains(&word) || word.ends_with("ly") || word.starts_with(|c: char| c.is_ascii_digit())
}

/// The passives in a sentence, which stands at `sentence` of the text.
pub(in crate::prose) fn passives(text: &str, sentence: Range<usize>) -> Vec<Passive> {
    let question = text.get(sentence.clone()).is_some_and(|text| text.trim_end().ends_with('?'));
    let words = tokens(text, sentence);
    let mut found: Vec<Passive> = Vec::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let passive = auxiliary(&word.small).and_then(|kind| {
            directly(&words, at, kind).or_else(|| if question { asked(&words, at, kind) } else { None })
        });
        match passive {
            Some(participle) => {
                found.extend(passive_of(text, &words, at, participle));
                at = participle + 1;
            }
            None => at += 1,
        }
    }
    found
}

/// The place of the participle that belongs to the verb at `verb`: "was not yet agreed".
fn directly(words: &[Token<'_>], verb: usize, kind: Auxiliary) -> Option<usize> {
    let mut kind = kind;
    let before = verb.checked_sub(1).and_then(|before| words.get(before)).map_or("", |word| word.small.as_str());
    // "There are planned changes", "These are agreed actions".
    if matches!(before, "there") {
        return None;
    }
    let mut at = verb;
    for _ in 0..=BETWEEN {
        if !words.get(at)?.runs_on {
            return None;
        }
        at += 1;
        let word = words.get(at)?;
        match auxiliary(&word.small) {
            // "is being built", "to be", "has been"
            Some(Auxiliary::Other) if matches!(word.small.as_str(), "being" | "been") => kind = Auxiliary::Other,
            Some(_) => return None,
            // "is run by the council": with "by" it is no state.
            None if is_participle(
                &word.small,
                kind == Auxiliary::Present && !(word.runs_on && is_by(words, at + 1)),
            ) =>
            {
                return fits(words, verb, at, kind).then_some(at);
            }
            None if is_adverb(&word.small) => {}
            None => return None,
        }
    }
    None
}

/// The same in a question, where the subject stands between: "Was the plan agreed?"
fn asked(words: &[Token<'_>], verb: usize, kind: Auxiliary) -> Option<usize> {
    const ASKING: [&str; 8] = ["how", "what", "when", "where", "which", "who", "why", "and"];
    let before = verb.checked_sub(1).and_then(|before| words.get(before));
    let begins = before.is_none_or(|word| ASKING.contains(&word.small.as_str()) || !word.runs_on);
    if !begins || kind == Auxiliary::Get {
        return None;
    }
    for at in verb + 1..=verb + 1 + SUBJECT {
        if !words.get(at.checked_sub(1)?)?.runs_on {
            return None;
        }
        let word = words.get(at)?;
        let next = words.get(at + 1).filter(|_| word.runs_on);
        if at > verb + 1 && is_participle(&word.small, true) && next.is_none_or(|next| goes_on(&next.small)) {
            return Some(at);
        }
    }
    None
}

fn is_by(words: &[Token<'_>], at: usize) -> bool {
    words.get(at).is_some_and(|word| word.small == "by")
}

/// Whether what follows the participle leaves it a passive.
fn fits(words: &[Token<'_>], verb: usize, at: usize, kind: Auxiliary) -> bool {
    let Some(word) = words.get(at) else { return false };
    // "the United team"
    if word.text.starts_with(char::is_uppercase) && !word.text.chars().all(|c| !c.is_lowercase()) {
        return false;
    }
    let next = words.get(at + 1).filter(|_| word.runs_on);
    let small = |at: usize| words.get(at).map_or("", |word| word.small.as_str());
    if word.small == "used" && small(at + 1) == "to" {
        // "We are used to it", "got used to working": a habit. "The fund was used to pay" is a passive.
        const HABIT: [&str; 16] = [
            "a", "an", "being", "her", "his", "it", "its", "my", "our", "such", "that", "the", "their", "them", "this",
            "your",
        ];
        // "We are used to hard work": people are not used to do something.
        const PEOPLE: [&str; 8] = ["carers", "he", "i", "people", "she", "they", "we", "you"];
        let subject = verb.checked_sub(1).map_or("", small);
        if PEOPLE.contains(&subject) && kind == Auxiliary::Present {
            return false;
        }
        let after = small(at + 2);
        return kind != Auxiliary::Get && !HABIT.contains(&after) && !after.ends_with("ing") && !after.is_empty();
    }
    match kind {
        Auxiliary::Get => {
            const NOT_DONE: [&str; 14] = [
                "better", "changed", "dressed", "engaged", "involved", "lost", "married", "rid", "started", "stuck",
                "tired", "used", "washed", "worried",
            ];
            at == verb + 1
                && !NOT_DONE.contains(&word.small.as_str())
                && next.is_none_or(|next| {
                    goes_on(&next.small) && !matches!(next.small.as_str(), "a" | "an" | "the" | "this" | "that")
                })
        }
        // "These are planned changes": the participle belongs to the noun.
        Auxiliary::Present => {
            let before = verb.checked_sub(1).map_or("", small);
            let pointing = matches!(before, "this" | "these" | "that" | "those" | "it" | "they" | "which");
            !pointing || next.is_none_or(|next| goes_on(&next.small))
        }
        Auxiliary::Other => true,
    }
}

fn passive_of(text: &str, words: &[Token<'_>], verb: usize, participle: usize) -> Option<Passive> {
    let (first, last) = (words.get(verb)?, words.get(participle)?);
    let past = matches!(first.small.as_str(), "was" | "were" | "wasn't" | "weren't" | "got");
    let regular = last.small.ends_with("ed").then(|| last.small.clone());
    let active = past_of(&last.small).map(str::to_owned).or(regular).filter(|_| past);
    let by = (last.runs_on && is_by(words, participle + 1)).then(|| agent(text, words, participle + 2)).flatten();
    Some(Passive { range: first.range.start..last.range.end, active, by })
}

/// Who does it: the words behind "by", as far as a noun goes that begins with an article or a capital.
fn agent(text: &str, words: &[Token<'_>], from: usize) -> Option<String> {
    const OPENS: [&str; 7] = ["the", "our", "a", "an", "its", "their", "your"];
    let first = words.get(from)?;
    let article = OPENS.contains(&first.small.as_str());
    if !article && !first.text.starts_with(char::is_uppercase) {
        return None;
    }
    let mut last = from;
    while let Some(word) = words.get(last).filter(|word| word.runs_on)
        && let Some(next) = words.get(last + 1)
        && !goes_on(&next.small)
        && (article || next.text.starts_with(char::is_uppercase))
        && last < from + 3
        && !word.small.is_empty()
    {
        last += 1;
    }
    if article && last == from {
        return None;
    }
    let (word, next) = (words.get(last)?, words.get(last + 1));
    if word.runs_on && next.is_some_and(|next| !goes_on(&next.small)) {
        return None;
    }
    let end = word.range.end;
    text.get(first.range.start..end).map(str::to_owned)
}
