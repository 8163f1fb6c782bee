//! The vowels of a word: in groups of one sound, and the pairs that are two.

/// Beginnings whose two vowels are spoken apart: "re-act".
const REPEATED: [&str; 6] = ["react", "reaff", "reali", "reallo", "reapp", "reass"];

/// Whether a small letter is a vowel. A "y" may be one.
pub(super) fn is_vowel(c: char) -> bool {
    matches!(
        c,
        'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'é' | 'è' | 'ê' | 'ë' | 'á' | 'à' | 'â' | 'ä' | 'ö' | 'ü' | 'ï' | 'ô'
    )
}

/// How many groups of vowels there are. A "y" at the start or between vowels is none, nor is
/// the "u" of "qu" and of "gu" before a vowel.
pub(super) fn groups(letters: &[char]) -> usize {
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
pub(super) fn apart(word: &str, letters: &[char]) -> usize {
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
