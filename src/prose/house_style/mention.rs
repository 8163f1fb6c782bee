//! How a text writes words that can be written in several ways: `co-production` and `coproduction`,
//! `Zero Tolerance` and `zero-tolerance`. What is meant is told by the letters alone.

use super::line::Line;
use super::words::Word;
use crate::diagnostic::Span;

/// What stands between the parts of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Joint {
    Hyphen,
    Closed,
    Space,
}

/// A term of several parts where a text writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mention {
    pub(super) key: u64,
    pub(super) joint: Joint,
    /// A bit for each part: whether it has a capital.
    pub(super) capitals: u8,
    /// Whether the first capital, or all of them, say nothing: at the beginning of a sentence, in a heading.
    pub(super) free: bool,
    pub(super) written: String,
    pub(super) span: Span,
}

/// A word in small letters without any joint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Plain {
    pub(super) key: u64,
    pub(super) span: Span,
}

/// The most parts of a term.
const PARTS: usize = 5;

/// A word of fewer letters has no parts.
const SHORTEST: usize = 5;

/// The letters of a term as a number, whatever its capitals and joints; the "s" of a plural aside (FNV-1a).
pub(super) fn key_of<'w>(parts: impl Iterator<Item = &'w str>) -> u64 {
    let (mut hash, mut before, mut last) = (0xcbf2_9ce4_8422_2325_u64, 0, 0_u8);
    for byte in parts.flat_map(str::bytes).map(|byte| byte.to_ascii_lowercase()) {
        before = hash;
        last = byte;
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    if last == b's' { before } else { hash }
}

/// The capitals of some parts, a bit for each.
pub(super) fn capitals_of<'w>(parts: impl Iterator<Item = &'w str>) -> u8 {
    parts.take(PARTS).enumerate().fold(
        0,
        |bits, (at, part)| {
            if part.starts_with(char::is_uppercase) { bits | 1 << at } else { bits }
        },
    )
}

/// Takes down what is written at `index`. Gives how many words belong to it.
pub(super) fn note_mention(line: &Line, index: usize, mentions: &mut Vec<Mention>, plain: &mut Vec<Plain>) -> usize {
    let Some(word) = line.words.get(index) else { return 1 };
    if word.is_quoted() || word.is_linked() || word.has_digit() {
        return 1;
    }
    let hyphens = run(line, index, &|gap| matches!(gap, "-" | "\u{2011}"), &|word| !word.has_digit());
    if hyphens > 1 {
        note_hyphens(line, index, hyphens, mentions);
        return hyphens;
    }
    if word.is_capital() {
        let names = run(line, index, &|gap| matches!(gap, " " | "\u{a0}" | "\n"), &|word| word.is_capital());
        if !line.context.heading {
            note_spaced(line, index, names, mentions);
        }
        return names;
    }
    if word.end - word.start >= SHORTEST
        && let Some(span) = line.span(index, index)
    {
        plain.push(Plain { key: key_of(std::iter::once(line.word(index))), span });
    }
    1
}

/// How many words from `index` on are joined by gaps of a kind; those after the first fulfil `test`.
fn run(line: &Line, index: usize, gap: &dyn Fn(&str) -> bool, test: &dyn Fn(&Word) -> bool) -> usize {
    let mut last = index;
    while line.gap(last).is_some_and(gap) && line.words.get(last + 1).is_some_and(test) {
        last += 1;
    }
    last - index + 1
}

/// `zero-tolerance`, unless it belongs to a name, an address or something longer.
fn note_hyphens(line: &Line, index: usize, parts: usize, mentions: &mut Vec<Mention>) {
    let last = index + parts - 1;
    let cut = |char: Option<char>| matches!(char, Some('-' | '‑' | '/' | '_' | '.' | '@' | '\'' | '’'));
    let capital = |at: usize| line.words.get(at).is_some_and(Word::is_capital);
    // "The Co-production Charter" is a name.
    let beside = index.checked_sub(1).is_some_and(|at| capital(at) && spaced(line, at))
        || (capital(last + 1) && spaced(line, last));
    let shouted = line.words.get(index..=last).is_some_and(|words| words.iter().all(Word::is_in_capitals));
    let glued = cut(line.before(index)) || matches!(line.after(last), Some('-' | '‑' | '/' | '_' | '@'));
    if parts > PARTS || glued || shouted || (capital(index) && beside) || line.in_address(index) {
        return;
    }
    add(line, index, last, Joint::Hyphen, mentions);
}

/// `Zero Tolerance`, and `Zero tolerance` within a sentence.
fn note_spaced(line: &Line, index: usize, names: usize, mentions: &mut Vec<Mention>) {
    let last = index + names - 1;
    let Some(first) = line.words.get(index) else { return };
    // A capital at the beginning tells nothing of the words behind it.
    if first.is_first() || line.words.get(index..=last).is_some_and(|words| words.iter().any(Word::is_in_capitals)) {
        return;
    }
    // "Director of Adult Services": more of the name is before it or behind it.
    let beside = |at: usize| at.checked_sub(1).is_some_and(|before| spaced(line, before)) && spaced(line, at);
    let small = |at: usize| matches!(line.word(at), "of" | "and" | "for" | "the" | "in" | "on") && beside(at);
    let capital = |at: usize| line.words.get(at).is_some_and(|word| word.is_capital() && !word.is_first());
    let before = |back: usize| index.checked_sub(back);
    let within = before(1).is_some_and(small) && before(2).is_some_and(capital)
        || (small(last + 1) && (capital(last + 2) || (small(last + 2) && capital(last + 3))))
        || line.gap(last) == Some("-")
        || line.before(index).is_some_and(|char| char == '-' || char == '&');
    if within {
        return;
    }
    if (2..=PARTS).contains(&names) {
        add(line, index, last, Joint::Space, mentions);
    } else if names == 1
        && spaced(line, index)
        && line.words.get(index + 1).is_some_and(|next| next.is_small() && next.end - next.start >= SHORTEST)
    {
        add(line, index, index + 1, Joint::Space, mentions);
    }
}

fn spaced(line: &Line, at: usize) -> bool {
    line.gap(at).is_some_and(|gap| matches!(gap, " " | "\u{a0}" | "\n"))
}

fn add(line: &Line, index: usize, last: usize, joint: Joint, mentions: &mut Vec<Mention>) {
    let parts = || (index..=last).map(|at| line.word(at));
    let Some(span) = line.span(index, last) else { return };
    let free = line.context.heading || line.words.get(index).is_some_and(Word::is_first);
    mentions.push(Mention {
        key: key_of(parts()),
        joint,
        capitals: capitals_of(parts()),
        free,
        written: line.written(index, last).to_owned(),
        span,
    });
}
