//! How many syllables a word has, by the rules of English spelling and a list of exceptions.
//! One in twenty words or so is out by one; over a page that is lost in the average.

use super::irregular::irregular;
use super::vowels::{apart, groups, is_vowel};

/// Endings that are a syllable of their own, and leave a silent "e" silent before them.
const ENDINGS: [&str; 9] = ["ments", "ment", "fully", "ful", "less", "ness", "ly", "ing", "ings"];

/// More letters than any word of English prose has.
const LONGEST: usize = 40;

/// First parts of words whose last "e" is silent although letters follow.
const FIRST_PARTS: [&str; 29] = [
    "base", "before", "care", "case", "else", "fire", "frame", "gate", "guide", "home", "house", "life", "like",
    "live", "make", "mile", "more", "pipe", "place", "safe", "score", "side", "some", "stake", "take", "there", "time",
    "where", "wide",
];

/// The syllables of a word as it stands in a text, at least one. A number has one however it
/// is read out: spoken in full, a page of figures would seem the hardest prose there is
/// (Flesch, "How to write plain English", leaves them out). Short words in capitals are
/// spelled out, "NHS", others are read as words, "UNISON".
pub(super) fn syllables(word: &str) -> usize {
    let parts = word.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’'));
    let mut number = false;
    // "A&E" has an "and".
    let mut sum = word.matches('&').count();
    for part in parts.map(|part| part.trim_matches(['\'', '’'])).filter(|part| !part.is_empty()) {
        if part.starts_with(|c: char| c.is_ascii_digit()) {
            // "36.1", "2019-20" and "4.2m" are one number each.
            sum += usize::from(!number);
            number = true;
        } else {
            sum += spoken(part);
            number = false;
        }
    }
    sum.max(1)
}

/// A word without hyphens.
fn spoken(word: &str) -> usize {
    let (base, ending) = word.split_once(['\'', '’']).unwrap_or((word, ""));
    let capitals = base.len() > 1 && base.chars().all(char::is_uppercase);
    let vowels = base.contains(|c: char| is_vowel(c.to_ascii_lowercase()));
    let spelled = |text: &str| text.chars().map(|c| if c == 'W' { 3 } else { 1 }).sum::<usize>();
    if capitals && (base.len() <= 3 || !vowels) {
        return spelled(base);
    }
    // "GPs", "ICNs".
    if let Some(letters) = base.strip_suffix('s')
        && (2..=3).contains(&letters.len())
        && letters.chars().all(char::is_uppercase)
    {
        return spelled(letters);
    }
    let small = base.to_lowercase();
    let added = match ending {
        // "didn't", "isn't"; but "don't".
        "t" => usize::from(small.ends_with("dn") || small.ends_with("sn")),
        "s" => usize::from(hisses(small.trim_end_matches('e'))),
        _ => 0,
    };
    // "Could", not "couldn", is what stands before the syllable.
    let small = if ending == "t" && added == 1 { small.trim_end_matches('n') } else { &small };
    (of_word(small) + added).max(1)
}

/// A word in small letters.
fn of_word(word: &str) -> usize {
    if let Some(count) = irregular(word) {
        return count;
    }
    for plural in ["s", "es", "d", "ed"] {
        if let Some(count) = word.strip_suffix(plural).and_then(irregular) {
            let stem = word.strip_suffix(plural).unwrap_or_default();
            let sounded = match plural {
                "s" | "es" => hisses(stem.trim_end_matches('e')),
                _ => stem.trim_end_matches('e').ends_with(['t', 'd']),
            };
            return count + usize::from(sounded);
        }
    }
    if word.ends_with("ically") {
        return of_word(word.strip_suffix("ally").unwrap_or_default()) + 1;
    }
    // What is longer is no word, and could have more endings than can be taken off.
    for ending in ENDINGS.iter().filter(|_| word.len() <= LONGEST) {
        let Some(stem) = word.strip_suffix(ending) else { continue };
        if !stem.contains(is_vowel) || stem.len() < 2 {
            continue;
        }
        let own = if *ending == "fully" { 2 } else { 1 };
        return match stem.strip_suffix('i') {
            Some(start) if *ending != "ing" && start.len() > 1 => of_word(&format!("{start}y")) + own,
            _ => of_word(stem).max(1) + own,
        };
    }
    plain(word)
}

/// A word without an ending that is cut off.
fn plain(word: &str) -> usize {
    let letters: Vec<char> = word.chars().collect();
    let mut count = groups(&letters) + apart(word, &letters);
    count -= usize::from(count > 1 && silent_end(word));
    let compound = FIRST_PARTS.iter().any(|first| {
        let rest = word.strip_prefix(first).unwrap_or_default();
        rest.len() > 2 && !rest.starts_with(is_vowel) && rest.contains(is_vowel)
    });
    count -= usize::from(count > 1 && compound);
    count.max(1)
}

/// Whether the "e" of the last letters is silent: "home", "makes", "helped"; but "table",
/// "services", "needed", "handled", "centre".
fn silent_end(word: &str) -> bool {
    let consonant = |text: &str| text.chars().next_back().is_some_and(|c| !is_vowel(c));
    // A consonant and an "l" or "r": the "e" is heard before them.
    let liquid = |text: &str| {
        let stem = text.strip_suffix(['l', 'r']);
        stem.is_some_and(|stem| consonant(stem) && !stem.ends_with(['l', 'r', 'w', 'h']))
    };
    let singular = word.strip_suffix('s').unwrap_or(word);
    if let Some(stem) = singular.strip_suffix("gue").or_else(|| singular.strip_suffix("que")) {
        return stem.contains(is_vowel);
    }
    if let Some(stem) = word.strip_suffix("es") {
        return (consonant(stem) || stem.ends_with('y')) && !liquid(stem) && !hisses(stem);
    }
    if let Some(stem) = word.strip_suffix("ed") {
        return (consonant(stem) || stem.ends_with('y')) && !liquid(stem) && !stem.ends_with(['t', 'd']);
    }
    word.strip_suffix('e').is_some_and(|stem| (consonant(stem) || stem.ends_with('y')) && !liquid(stem))
}

/// Whether an "s" behind it must be a syllable: "services", "buses", "boxes".
fn hisses(stem: &str) -> bool {
    stem.ends_with(['s', 'x', 'z', 'c', 'g']) || stem.ends_with("ch") || stem.ends_with("sh")
}

#[cfg(test)]
mod tests {
    use super::syllables;

    #[test]
    fn syllables_are_counted_as_they_are_spoken() {
        let counted: &[(usize, &str)] = &[
            (1, "care homes helped a year £36.1m 2019-20 1,884 don’t we’re makes changed used through league eyes"),
            (2, "people people’s council social table boxes needed homeless safely useful being didn’t handled"),
            (2, "centre UK client business action million region household lifestyle quiet create trying GPs isn’t"),
            (3, "NHS services services’ area areas family media financial employer officer autism creative A&E"),
            (3, "management completely loneliness carefully actual previous radio dementia COVID-19 well-being"),
            (4, "community available society variety experience material evaluate accident-free appreciate"),
            (5, "individual university opportunity communication"),
            (6, "accountability responsibility"),
        ];
        for (count, words) in counted {
            for word in words.split(' ') {
                assert_eq!(syllables(word), *count, "{word}");
            }
        }
    }

    #[test]
    fn there_is_always_one() {
        for word in ["", "'", "’s", "hmm", "é", "№", "-", "ſ", "İ"] {
            assert!(syllables(word) >= 1, "{word}");
        }
    }
}
