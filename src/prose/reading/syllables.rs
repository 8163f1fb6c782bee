//! How many syllables a word has, by the rules of English spelling and a list of exceptions.
//! One in twenty words or so is out by one; over a page that is lost in the average.

use super::irregular::irregular;

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

/// Beginnings whose two vowels are spoken apart: "re-act".
const REPEATED: [&str; 6] = ["react", "reaff", "reali", "reallo", "reapp", "reass"];

/// The syllables of a word as it stands in a text, at least one. A number has one however it
/// is read out: spoken in full, a page of figures would seem the hardest prose there is
/// (Flesch, "How to write plain English", leaves them out). Short words in capitals are
/// spelled out, "NHS", others are read as words, "UNISON".
pub(super) fn syllables(word: &str) -> usize {
    let parts = word.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’'));
    let mut number = false;
    let mut sum = 0;
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
    // Without its "n", which is no part of "could" in "couldn't".
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
        // Only a silent "e" is worth the cut, or one that would run into the ending.
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
    let groups = groups(&letters);
    let mut count = groups + apart(word);
    count -= usize::from(count > 1 && silent_end(word));
    let compound = FIRST_PARTS.iter().any(|first| {
        let rest = word.strip_prefix(first).unwrap_or_default();
        rest.len() > 2 && !rest.starts_with(is_vowel) && rest.contains(is_vowel)
    });
    count -= usize::from(count > 1 && compound);
    count.max(1)
}

fn is_vowel(c: char) -> bool {
    matches!(
        c,
        'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'é' | 'è' | 'ê' | 'ë' | 'á' | 'à' | 'â' | 'ä' | 'ö' | 'ü' | 'ï' | 'ô'
    )
}

/// How many groups of vowels there are. A "y" at the start or between vowels is none, nor is
/// the "u" of "qu" and of "gu" before a vowel.
fn groups(letters: &[char]) -> usize {
    let at = |index: usize| letters.get(index).copied();
    let vowel = |index: usize| at(index).is_some_and(is_vowel);
    let mut count = 0;
    let mut inside = false;
    for (index, letter) in letters.iter().enumerate() {
        let previous = index.checked_sub(1).and_then(at);
        let glide = match letter {
            'y' => vowel(index + 1) && previous.is_none_or(is_vowel),
            'u' => vowel(index + 1) && matches!(previous, Some('q' | 'g')),
            _ => false,
        };
        let sounds = is_vowel(*letter) && !glide;
        count += usize::from(sounds && !inside);
        inside = sounds;
    }
    count
}

/// How many pairs of vowels that stand together are spoken apart: "me-di-a", "cli-ent".
fn apart(word: &str) -> usize {
    let letters: Vec<char> = word.chars().collect();
    let at = |index: usize| letters.get(index).copied().unwrap_or(' ');
    let mut count = 0;
    for index in 0..letters.len() {
        let before = index.checked_sub(1).map_or(' ', at);
        let (first, second, third, fourth) = (at(index), at(index + 1), at(index + 2), at(index + 3));
        let last = third == ' ' || (third == 's' && fourth == ' ');
        let soft = matches!(before, 'c' | 't' | 's' | 'g' | 'x');
        count += usize::from(match (first, second) {
            // "social", "dementia"; but "appreciate", "negotiate".
            ('i', 'a') => !(third == 'g' && fourth == 'e') && (!soft || third == 't'),
            // "action", "million", "union", "behaviour".
            ('i', 'o') => {
                let one = matches!(before, 'n' | 'l' | 'h') && third == 'n' && index > 2;
                !(soft || one || (before == 'v' && third == 'u' && fourth == 'r'))
            }
            ('i', 'u') => true,
            // "client", "society", "earlier"; but "patient", "parties", "field".
            ('i', 'e') => {
                let noun = third == 'n' && matches!(fourth, 't' | 'c') && !matches!(before, 'c' | 't');
                let compared = third == 'r' || (third == 's' && fourth == 't');
                let vowel_before = letters.iter().take(index).any(|c| is_vowel(*c));
                noun || third == 't' || (compared && vowel_before)
            }
            // "area", "create"; but "tea", "creature".
            ('e', 'a') => {
                let ends = third == ' ' && letters.iter().take(index).any(|c| is_vowel(*c));
                let creates = before == 'r' && index > 1 && at(index - 2) == 'c' && third == 't' && fourth != 'u';
                ends || creates || (index == 1 && REPEATED.iter().any(|start| word.starts_with(start)))
            }
            // "video", "theory"; but "people", "pigeon", "righteous".
            ('e', 'o') => !matches!(before, 'g' | 'p' | 't' | 'c') || (index == 1 && before == 'g'),
            ('e', 'u') => third == 'm',
            ('u', 'a') => !matches!(before, 'q' | 'g'),
            ('u', 'e') => third == 'n' && !matches!(before, 'q' | 'g'),
            ('u', 'i') => third == 't' && fourth == 'y',
            ('u', 'o') => !matches!(before, 'q' | 'g'),
            ('a', 'o') => true,
            ('o', 'o') => (third == 'p' && fourth == 'e' && at(index + 4) == 'r') || (third == 'r' && fourth == 'd'),
            // "autism", "rhythm".
            ('s', 'm') => last,
            ('t', 'h') => third == 'm' && matches!(fourth, ' ' | 's'),
            _ => false,
        });
    }
    count
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
