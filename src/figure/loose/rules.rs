//! Which numbers are no figures, seen from what stands around them. The rules are listed,
//! with their reasons, where the public function is.

use super::chunks::{Chunk, Kind};
use super::numeral::Number;
use crate::figure::date::month_number;

/// What is numbered: the number that follows is a name.
#[rustfmt::skip]
const NUMBERED: [&str; 72] = [
    "action", "annex", "annexe", "appendices", "appendix", "article", "band", "box", "chapter", "chapters", "chart",
    "clause", "column", "covid", "day", "fig", "figs", "figure", "figures", "flat", "floor", "footnote", "goal",
    "grade", "iso", "issue", "item", "items", "level", "line", "map", "no", "nos", "note", "number", "objective",
    "outcome", "p", "page", "pages", "para", "paragraph", "paragraphs", "paras", "part", "parts", "phase", "pp",
    "principle", "priority", "q", "quarter", "question", "questions", "recommendation", "regulation", "regulations",
    "room", "round", "row", "rule", "schedule", "section", "sections", "stage", "standard", "step", "table",
    "tables", "tier", "version", "week",
];

/// After these comes a telephone number, however short.
const CALLED: [&str; 7] = ["call", "dial", "phone", "ring", "tel", "telephone", "text"];

/// The longest that people live, roughly: a range of greater numbers is not of ages.
const OLDEST: u64 = 120;

/// Those whose age may be told: the number after "people over" says how old they are.
#[rustfmt::skip]
const PEOPLE: [&str; 46] = [
    "adult", "adults", "anybody", "anyone", "applicants", "boys", "carer", "carers", "child", "children", "citizens",
    "clients", "customers", "drivers", "everybody", "everyone", "female", "females", "girls", "individuals", "male",
    "males", "man", "members", "men", "nobody", "parents", "passengers", "patients", "pensioners", "people", "person",
    "persons", "population", "residents", "somebody", "someone", "students", "tenants", "those", "users", "visitors",
    "volunteers", "woman", "women", "workers",
];

/// Words between people and their age.
const COMPARED: [&str; 5] = ["over", "under", "above", "below", "exactly"];

/// Behind these a number after people counts something: "visited people over 65 times".
const COUNTED: [&str; 10] =
    ["times", "days", "weeks", "months", "hours", "minutes", "miles", "visits", "occasions", "pounds"];

/// How far back the first number of a list is looked for: `paragraphs 3.4, 3.5 and 3.6`.
const LIST: usize = 12;

/// Whether a chunk is the name of a month, whole or in three letters; not the "may" of "57 may".
pub(super) fn is_month(chunk: Option<&Chunk<'_>>) -> bool {
    chunk.is_some_and(|chunk| chunk.text().starts_with(char::is_uppercase) && month_number(chunk.text()).is_some())
}

/// Whether the number at `at`, which has no unit, is something else than a figure.
pub(super) fn excused(chunks: &[Chunk<'_>], at: usize) -> bool {
    let Some(chunk) = chunks.get(at) else { return true };
    let Kind::Number(number) = &chunk.kind else { return true };
    is_small(number)
        || is_year(number)
        || is_code(number)
        || chunk.text().starts_with('+')
        || is_age_or_day(chunks, at)
        || is_telephone(chunks, at)
        || is_name(chunks, at)
        || is_in_span(chunks, at, number)
}

/// Whether two numbers with a dash between, neither with a unit, are something else.
pub(super) fn pair_excused(chunks: &[Chunk<'_>], at: usize) -> bool {
    let Some(Kind::Pair(first, second)) = chunks.get(at).map(|chunk| &chunk.kind) else { return true };
    let small = |number: &Number| number.is_plain() && number.whole.is_some_and(|whole| whole <= OLDEST);
    is_year(first)
        || is_code(first)
        || is_code(second)
        || (small(first) && small(second))
        || is_age_or_day(chunks, at)
        || is_telephone(chunks, at)
        || is_name(chunks, at)
}

fn is_small(number: &Number) -> bool {
    number.is_plain() && number.digits == 1
}

fn is_year(number: &Number) -> bool {
    number.is_plain() && number.digits == 4 && number.whole.is_some_and(|whole| (1800..=2100).contains(&whole))
}

/// A telephone number, or the number of a file or a company.
fn is_code(number: &Number) -> bool {
    !number.commas && (number.padded || (!number.decimal && number.digits > 6))
}

/// The chunk before `at`.
fn before<'c, 't>(chunks: &'c [Chunk<'t>], at: usize) -> Option<&'c Chunk<'t>> {
    at.checked_sub(1).and_then(|before| chunks.get(before))
}

/// The chunk `offset` after the one at `at`, unless something parts it from the one before.
fn after<'c, 't>(chunks: &'c [Chunk<'t>], at: usize, offset: usize) -> Option<&'c Chunk<'t>> {
    let joined = (at..at + offset).all(|index| chunks.get(index).is_some_and(|chunk| !chunk.closed));
    chunks.get(at + offset).filter(|next| joined && !next.opened)
}

/// What the words around a number say: an age, a day of the month, an hour, or a stretch of
/// time that always has as many parts.
fn is_age_or_day(chunks: &[Chunk<'_>], at: usize) -> bool {
    let month = is_month(after(chunks, at, 1));
    let word = |offset| after(chunks, at, offset).map_or("", |chunk| chunk.word());
    let (next, second) = (word(1), word(2));
    let age = matches!((next, second), ("and" | "or", "over" | "under" | "above" | "older" | "younger" | "more"))
        || matches!((next, second), ("years" | "year", "old" | "olds"));
    let time = matches!(next, "am" | "pm" | "a.m" | "p.m" | "o'clock" | "o’clock");
    let whole = chunks.get(at).and_then(Chunk::plain);
    let always = matches!(
        (whole, next),
        (Some(24), "hours" | "hour")
            | (Some(7 | 365 | 366), "days")
            | (Some(52), "weeks")
            | (Some(12), "months" | "month")
    );
    let day = |whole: Option<u64>| whole.is_some_and(|whole| (1..=31).contains(&whole));
    let pair = chunks.get(at).is_some_and(|chunk| matches!(chunk.kind, Kind::Pair(..)));
    if age || time || always || ((day(whole) || pair) && month) || is_age_of_people(chunks, at) {
        return true;
    }
    let previous = before(chunks, at).filter(|before| !before.closed || before.stop == Some('.'));
    previous.is_some_and(|previous| matches!(previous.word(), "aged" | "age" | "ages"))
        || (day(whole) && is_month(previous))
}

/// Whether the number is the age of the people before it: "aged over 65", "everyone under 18",
/// "people under 18 or over 65". "Over 65 people" is a figure.
fn is_age_of_people(chunks: &[Chunk<'_>], at: usize) -> bool {
    let number = |at: usize| chunks.get(at).and_then(Chunk::plain).is_some_and(|whole| (10..=110).contains(&whole));
    if !number(at) || after(chunks, at, 1).is_some_and(|next| COUNTED.contains(&next.word())) {
        return false;
    }
    // The chunk so many before the number, unless something parts it from those behind it.
    let back = |at: usize, offset: usize| {
        let found = chunks.get(at.checked_sub(offset)?)?;
        let apart = |place: usize| chunks.get(place).is_none_or(|chunk| chunk.opened);
        let joined = (at - offset..at).all(|place| chunks.get(place).is_some_and(|chunk| !chunk.closed));
        (joined && !(at - offset + 1..=at).any(apart)).then_some(found)
    };
    let mut at = at;
    for _ in 0..LIST {
        if !back(at, 1).is_some_and(|word| COMPARED.contains(&word.word())) {
            return false;
        }
        if back(at, 2).is_some_and(|word| word.word() == "aged" || PEOPLE.contains(&word.word())) {
            return true;
        }
        let linked = back(at, 2).is_some_and(|word| matches!(word.word(), "and" | "or"));
        match at.checked_sub(3).filter(|before| linked && back(at, 3).is_some() && number(*before)) {
            Some(before) => at = before,
            None => return false,
        }
    }
    false
}

/// Groups of digits one after the other, or a number that people are to call.
fn is_telephone(chunks: &[Chunk<'_>], at: usize) -> bool {
    let group = |chunk: &Chunk<'_>| match &chunk.kind {
        Kind::Number(number) => (!number.unit && !number.commas && !number.decimal) && number.digits > 1,
        Kind::Digits => true,
        Kind::Pair(first, second) => !first.unit && !second.unit && !first.decimal && !second.decimal,
        Kind::Word => false,
    };
    let Some(chunk) = chunks.get(at).filter(|chunk| group(chunk)) else { return false };
    let previous = before(chunks, at);
    // A bracket closes the code of a town.
    let joined = |chunk: &Chunk<'_>| !chunk.closed || chunk.stop == Some(')');
    let year = |chunk: &Chunk<'_>| matches!(&chunk.kind, Kind::Number(number) if is_year(number));
    let follows = previous.is_some_and(|previous| group(previous) && joined(previous) && !year(previous));
    let leads = joined(chunk) && chunks.get(at + 1).is_some_and(|next| group(next) && !next.opened);
    let called = previous.is_some_and(|previous| CALLED.contains(&previous.word()));
    (follows && !chunk.opened) || leads || (called && chunk.plain().is_some_and(|whole| whole >= 100))
}

/// Whether the number is the name of a part: after such a word, in a list of such numbers,
/// or at the start of the text.
fn is_name(chunks: &[Chunk<'_>], at: usize) -> bool {
    let Some(chunk) = chunks.get(at) else { return false };
    if at == 0 && matches!(&chunk.kind, Kind::Number(number) if !number.commas && !number.signed) {
        let numbered = matches!(chunk.stop, Some('.' | ')' | ':')) && chunks.len() > 1;
        let decimal = matches!(&chunk.kind, Kind::Number(number) if number.decimal);
        let capital = chunks.get(1).is_some_and(|next| next.text().starts_with(char::is_uppercase));
        if numbered || (decimal && capital) {
            return true;
        }
    }
    let mut at = at;
    for _ in 0..LIST {
        let Some(previous) = before(chunks, at) else { return false };
        let stop = previous.stop;
        match &previous.kind {
            Kind::Word if NUMBERED.contains(&previous.word()) => return stop.is_none_or(|stop| stop == '.'),
            Kind::Word if matches!(previous.word(), "and" | "to" | "or" | "&") && stop.is_none() => {}
            // "paragraphs 3.4, 3.5": only numbers that could name a part themselves.
            Kind::Number(number) if !number.unit && !number.commas && stop.is_none_or(|stop| stop == ',') => {}
            _ => return false,
        }
        at -= 1;
    }
    false
}

/// Whether the number is one end of a range "18 to 64", "20 to 22 January", "9 to 10.30am".
fn is_in_span(chunks: &[Chunk<'_>], at: usize, number: &Number) -> bool {
    let joined = |at: usize| {
        let word = chunks.get(at).is_some_and(|chunk| matches!(chunk.word(), "to" | "and" | "or") && !chunk.closed);
        word && at > 0 && chunks.get(at - 1).is_some_and(|chunk| !chunk.closed)
    };
    let small = |number: &Number| number.is_plain() && number.whole.is_some_and(|whole| whole <= OLDEST);
    let partners = [(joined(at + 1), Some(at + 2)), (at > 1 && joined(at - 1), at.checked_sub(2))];
    for (joined, partner) in partners {
        let Some(partner) = partner.filter(|_| joined) else { continue };
        let Some(other) = chunks.get(partner) else { continue };
        // A date or a time at the other end makes one of this end.
        if is_clock(other) || is_age_or_day(chunks, partner) {
            return true;
        }
        let Kind::Number(other) = &other.kind else { continue };
        let first = at.min(partner);
        let to = chunks.get(first + 1).is_some_and(|chunk| chunk.word() == "to");
        let went = before(chunks, first).is_some_and(|before| matches!(before.word(), "from" | "up" | "down"));
        if to && small(number) && small(other) && !went {
            return true;
        }
    }
    false
}

/// `10.30am`, `10:30`.
fn is_clock(chunk: &Chunk<'_>) -> bool {
    let word = chunk.word();
    matches!(chunk.kind, Kind::Digits)
        || (word.starts_with(|c: char| c.is_ascii_digit())
            && ["am", "pm", "a.m", "p.m"].iter().any(|half| word.ends_with(half)))
}
