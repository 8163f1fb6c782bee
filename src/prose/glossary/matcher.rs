//! All forms of all terms in one automaton, so that a text is read once, whether the
//! glossary has 60 terms or 2,000.

use super::address::in_address;
use super::beginnings::Beginnings;
use super::clashes::{Clash, find_clashes};
use super::forms::{Form, TermForms, normal};
use super::scan::Scan;
use aho_corasick::automaton::OverlappingState;
use aho_corasick::{AhoCorasick, Anchored, Input, MatchKind, StartKind};
use std::collections::BTreeMap;

/// Finds terms in text.
#[derive(Debug)]
pub struct Matcher {
    /// Absent only where the forms together are too large for any automaton (gigabytes).
    automaton: Option<AhoCorasick>,
    /// How forms begin. Most words of a text begin none, and are passed over without
    /// asking the automaton.
    beginnings: Beginnings,
    /// By pattern number, in the order of their text.
    patterns: Vec<(String, Vec<Candidate>)>,
    terms: Vec<Term>,
    indices: BTreeMap<String, usize>,
    clashes: Vec<Clash>,
}

/// A term that a pattern may mean.
#[derive(Debug)]
struct Candidate {
    term: usize,
    exact: Option<String>,
}

#[derive(Debug)]
struct Term {
    id: String,
    automatic: bool,
}

/// A term found, in offsets of the normalised text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) term: usize,
}

/// The characters directly before and after a text, where its neighbours go on without
/// a space.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Around {
    pub(super) before: Option<char>,
    pub(super) after: Option<char>,
}

impl Matcher {
    /// A matcher for these terms. Clashes and [`Matcher::link`] speak of them by their
    /// index and their id.
    pub fn new(terms: &[TermForms]) -> Matcher {
        let mut forms: BTreeMap<String, Vec<(Form, usize)>> = BTreeMap::new();
        for (index, term) in terms.iter().enumerate() {
            for form in term.patterns() {
                forms.entry(form.folded.clone()).or_default().push((form, index));
            }
        }
        let mut clashes = BTreeMap::new();
        let mut patterns = Vec::with_capacity(forms.len());
        for (text, mut claims) in forms {
            // Exact capitals mean more than any; then the surer form; then the earlier term.
            claims.sort_by(|(a, first), (b, second)| {
                (a.exact.is_none(), &a.exact, a.origin, first).cmp(&(b.exact.is_none(), &b.exact, b.origin, second))
            });
            find_clashes(&claims, &mut clashes);
            let candidates = claims.into_iter().map(|(form, term)| Candidate { term, exact: form.exact });
            patterns.push((text, candidates.collect()));
        }
        let mut beginnings = Beginnings::for_forms(patterns.len());
        for (text, _) in &patterns {
            beginnings.add(&Scan::of(text).words);
        }
        let mut builder = AhoCorasick::builder();
        builder.match_kind(MatchKind::Standard).start_kind(StartKind::Anchored);
        Matcher {
            automaton: builder.build(patterns.iter().map(|(text, _)| text)).ok(),
            beginnings,
            patterns,
            terms: terms.iter().map(|term| Term { id: term.id.clone(), automatic: term.automatic }).collect(),
            indices: terms.iter().enumerate().rev().map(|(index, term)| (term.id.clone(), index)).collect(),
            clashes: clashes.into_values().collect(),
        }
    }

    /// The pairs of terms that claim the same form, each pair once, in the order of the
    /// terms. A form that only a rule of spelling produced never clashes.
    pub fn clashes(&self) -> &[Clash] {
        &self.clashes
    }

    /// How many terms there are.
    pub(super) fn len(&self) -> usize {
        self.terms.len()
    }

    /// The index of the term with this id.
    pub(super) fn index(&self, id: &str) -> Option<usize> {
        self.indices.get(id).copied()
    }

    /// The id of a term.
    pub(super) fn id(&self, term: usize) -> &str {
        self.terms.get(term).map_or("", |term| &term.id)
    }

    /// Whether a term may be linked without the author's doing.
    pub(super) fn automatic(&self, term: usize) -> bool {
        self.terms.get(term).is_some_and(|term| term.automatic)
    }

    /// Whether these words, all of them, are a form of a term.
    pub(super) fn knows(&self, words: &str) -> bool {
        let words = normal(words);
        let folded = words.to_ascii_lowercase();
        let found = self.patterns.binary_search_by(|(text, _)| text.as_str().cmp(&folded));
        found.is_ok_and(|pattern| self.meant(pattern, &words).is_some())
    }

    /// The term that a pattern means when it is written like this.
    fn meant(&self, pattern: usize, written: &str) -> Option<usize> {
        let (_, candidates) = self.patterns.get(pattern)?;
        let fits = |candidate: &&Candidate| candidate.exact.as_deref().is_none_or(|exact| exact == written);
        candidates.iter().find(fits).map(|candidate| candidate.term)
    }

    /// The terms in a text from left to right: at each place the longest, none inside a
    /// word, none overlapping.
    pub(super) fn hits(&self, scan: &Scan, around: Around, hits: &mut Vec<Hit>) {
        hits.clear();
        let Some(automaton) = &self.automaton else { return };
        let mut free = 0;
        for (index, word) in scan.words.iter().enumerate() {
            if word.start < free || !self.beginnings.may_hold(word, scan.words.get(index + 1)) {
                continue;
            }
            let Some(hit) = self.longest(automaton, scan, word.start, around) else { continue };
            if !in_address(&scan.exact, hit.start, hit.end) {
                free = hit.end;
                hits.push(hit);
            }
        }
    }

    /// The longest term that begins at `start` and ends with a word.
    fn longest(&self, automaton: &AhoCorasick, scan: &Scan, start: usize, around: Around) -> Option<Hit> {
        let input = Input::new(&scan.folded).range(start..).anchored(Anchored::Yes);
        let mut state = OverlappingState::start();
        let mut longest = None;
        while automaton.try_find_overlapping(input.clone(), &mut state).is_ok()
            && let Some(found) = state.get_match()
        {
            let end = found.end();
            // The automaton also reports the forms that this one ends with.
            if found.start() == start && stands_alone(&scan.exact, start, end, around) {
                let written = scan.exact.get(start..end).unwrap_or_default();
                let term = self.meant(found.pattern().as_usize(), written);
                longest = term.map(|term| Hit { start, end, term }).or(longest);
            }
        }
        longest
    }
}

/// Whether neither end of `start..end` is inside a word.
fn stands_alone(text: &str, start: usize, end: usize, around: Around) -> bool {
    let before = text.get(..start).and_then(|before| before.chars().next_back()).or(around.before);
    if before.is_some_and(char::is_alphanumeric) {
        return false;
    }
    let word = |char: Option<char>| char.is_some_and(char::is_alphanumeric);
    let mut rest = text.get(end..).unwrap_or_default().chars().chain(around.after);
    match rest.next() {
        Some('\'') => match rest.next() {
            // "carer's" is the carer's; "we'll" is not "we".
            Some('s' | 'S') => !word(rest.next()),
            other => !word(other),
        },
        other => !word(other),
    }
}

#[cfg(test)]
mod tests {
    use super::super::trees::term;
    use super::*;

    /// The text with the id of each term found in front of its words.
    #[allow(clippy::string_slice)]
    fn marked(terms: &[TermForms], text: &str) -> String {
        let matcher = Matcher::new(terms);
        let scan = Scan::of(text);
        let mut hits = Vec::new();
        matcher.hits(&scan, Around::default(), &mut hits);
        let mut out = String::new();
        let mut at = 0;
        for hit in hits {
            let (start, end) = (scan.start(hit.start), scan.end(hit.end));
            out.push_str(&format!("{}[{}:{}]", &text[at..start], matcher.id(hit.term), &text[start..end]));
            at = end;
        }
        out + &text[at..]
    }

    #[test]
    fn terms_are_found_however_they_are_written() {
        let terms = [term("Multi-agency", "", &[]), term("Carer", "", &[]), term("Direct Payments", "", &[])];
        let cases = [
            ("multi agency MULTI\u{2011}AGENCY", "[Multi-agency:multi agency] [Multi-agency:MULTI\u{2011}AGENCY]"),
            ("multiagency multi\u{2013}agency", "[Multi-agency:multiagency] [Multi-agency:multi\u{2013}agency]"),
            ("multi – agency", "multi – agency"),
            ("Carers, carer’s carers'", "[Carer:Carers], [Carer:carer]’s [Carer:carers]'"),
            ("a direct\u{a0}\n payment", "a [Direct Payments:direct\u{a0}\n payment]"),
            ("scarer carery carers1 éCarer carer’ll", "scarer carery carers1 éCarer carer’ll"),
            ("(carer)/carer.", "([Carer:carer])/[Carer:carer]."),
            ("www.carer.org me@carer.uk", "www.carer.org me@carer.uk"),
        ];
        for (text, expected) in cases {
            assert_eq!(marked(&terms, text), expected);
        }
    }

    #[test]
    fn abbreviations_need_their_capitals() {
        let terms =
            [term("Clinical Commissioning Group", "CCG", &[]), term("SEND", "", &[]), term("send word", "", &[])];
        let text = "CCG ccg CCGs CCG's Ccg CCGS; send SEND; SEND WORD";
        let id = "Clinical Commissioning Group";
        let expected =
            format!("[{id}:CCG] ccg [{id}:CCGs] [{id}:CCG]'s Ccg CCGS; send [SEND:SEND]; [send word:SEND WORD]");
        assert_eq!(marked(&terms, text), expected);
    }

    #[test]
    fn the_longest_from_the_left_wins_among_whole_words() {
        let terms = [term("aa bb", "", &[]), term("bb cc", "", &[]), term("cc", "", &[]), term("bb ccd", "", &[])];
        assert_eq!(marked(&terms, "aa bb cc"), "[aa bb:aa bb] [cc:cc]");
        assert_eq!(marked(&terms, "bb cc aa bbb cc"), "[bb cc:bb cc] aa bbb [cc:cc]");
        assert_eq!(marked(&terms, "bb ccdd bb ccd"), "bb ccdd [bb ccd:bb ccd]");
    }

    #[test]
    fn the_surer_form_wins() {
        assert_eq!(marked(&[term("Co-op", "", &[]), term("Coop", "", &[])], "coop co-op"), "[Coop:coop] [Co-op:co-op]");
    }

    #[test]
    fn an_empty_glossary_finds_nothing() {
        assert_eq!(marked(&[], "carer"), "carer");
        assert_eq!(marked(&[term("", "", &[""])], "carer"), "carer");
    }

    #[test]
    fn whole_forms_are_known() {
        let matcher = Matcher::new(&[term("Better Care Fund", "BCF", &["pooled fund"])]);
        assert!(["BCF", "BCFs", "Pooled funds", "better care fund"].into_iter().all(|form| matcher.knows(form)));
        assert!(["bcf", "Better", "BCFx", ""].into_iter().all(|form| !matcher.knows(form)));
    }
}
