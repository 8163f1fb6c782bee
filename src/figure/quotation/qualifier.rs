//! Words that make a number less than exact: "over", "nearly", "about".

/// What such words say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Qualifier {
    /// Over, more than, above.
    Over,
    /// At least, no fewer than; "or more" behind the number.
    AtLeast,
    /// Only a little over.
    JustOver,
    /// Under, less than, fewer than, below.
    Under,
    /// At most, up to, no more than; "or fewer" behind the number.
    AtMost,
    /// Nearly, almost, just under.
    Nearly,
    /// About, around, some, approximately, roughly.
    About,
}

impl Qualifier {
    /// The plainest words for it, for suggestions.
    pub fn words(self) -> &'static str {
        match self {
            Qualifier::Over => "over",
            Qualifier::AtLeast => "at least",
            Qualifier::JustOver => "just over",
            Qualifier::Under => "under",
            Qualifier::AtMost => "up to",
            Qualifier::Nearly => "nearly",
            Qualifier::About => "about",
        }
    }
}

/// What may stand before a number. Of several that fit the longest is meant: "no more than"
/// before "more than".
const BEFORE: &[(&str, Qualifier)] = &[
    ("over", Qualifier::Over),
    ("well over", Qualifier::Over),
    ("more than", Qualifier::Over),
    ("above", Qualifier::Over),
    ("greater than", Qualifier::Over),
    ("higher than", Qualifier::Over),
    ("in excess of", Qualifier::Over),
    ("upwards of", Qualifier::Over),
    ("exceeding", Qualifier::Over),
    (">", Qualifier::Over),
    ("at least", Qualifier::AtLeast),
    ("no fewer than", Qualifier::AtLeast),
    ("no less than", Qualifier::AtLeast),
    ("not fewer than", Qualifier::AtLeast),
    ("not less than", Qualifier::AtLeast),
    ("not under", Qualifier::AtLeast),
    ("minimum of", Qualifier::AtLeast),
    ("≥", Qualifier::AtLeast),
    ("just over", Qualifier::JustOver),
    ("just above", Qualifier::JustOver),
    ("just more than", Qualifier::JustOver),
    ("a little over", Qualifier::JustOver),
    ("a little more than", Qualifier::JustOver),
    ("slightly over", Qualifier::JustOver),
    ("slightly above", Qualifier::JustOver),
    ("slightly more than", Qualifier::JustOver),
    ("under", Qualifier::Under),
    ("well under", Qualifier::Under),
    ("less than", Qualifier::Under),
    ("fewer than", Qualifier::Under),
    ("lower than", Qualifier::Under),
    ("smaller than", Qualifier::Under),
    ("below", Qualifier::Under),
    ("<", Qualifier::Under),
    ("at most", Qualifier::AtMost),
    ("up to", Qualifier::AtMost),
    ("no more than", Qualifier::AtMost),
    ("not more than", Qualifier::AtMost),
    ("not over", Qualifier::AtMost),
    ("maximum of", Qualifier::AtMost),
    ("≤", Qualifier::AtMost),
    ("nearly", Qualifier::Nearly),
    ("almost", Qualifier::Nearly),
    ("approaching", Qualifier::Nearly),
    ("close to", Qualifier::Nearly),
    ("just under", Qualifier::Nearly),
    ("just below", Qualifier::Nearly),
    ("just less than", Qualifier::Nearly),
    ("just fewer than", Qualifier::Nearly),
    ("a little under", Qualifier::Nearly),
    ("a little less than", Qualifier::Nearly),
    ("slightly under", Qualifier::Nearly),
    ("slightly below", Qualifier::Nearly),
    ("slightly less than", Qualifier::Nearly),
    ("slightly fewer than", Qualifier::Nearly),
    ("not quite", Qualifier::Nearly),
    ("about", Qualifier::About),
    ("around", Qualifier::About),
    ("some", Qualifier::About),
    ("approximately", Qualifier::About),
    ("approx", Qualifier::About),
    ("an estimated", Qualifier::About),
    ("roughly", Qualifier::About),
    ("circa", Qualifier::About),
    ("ca", Qualifier::About),
    ("c", Qualifier::About),
    ("or so", Qualifier::About),
    ("in the region of", Qualifier::About),
    ("~", Qualifier::About),
    ("≈", Qualifier::About),
];

/// What may stand behind a number.
const BEHIND: &[(&str, Qualifier)] = &[
    ("or more", Qualifier::AtLeast),
    ("or over", Qualifier::AtLeast),
    ("or above", Qualifier::AtLeast),
    ("or higher", Qualifier::AtLeast),
    ("and over", Qualifier::AtLeast),
    ("+", Qualifier::AtLeast),
    ("or fewer", Qualifier::AtMost),
    ("or less", Qualifier::AtMost),
    ("or under", Qualifier::AtMost),
    ("or below", Qualifier::AtMost),
    ("or lower", Qualifier::AtMost),
    ("or so", Qualifier::About),
];

/// After these "up to" says where something went, and not how much there is at most.
const MOVED: [&str; 18] = [
    "are", "brought", "came", "climbed", "comes", "crept", "gone", "go", "goes", "going", "is", "moved", "shot", "was",
    "went", "were", "rose", "risen",
];

/// What the last of these words say of the number that follows, and how many they are.
pub(super) fn before(words: &[String]) -> Option<(Qualifier, usize)> {
    let ends = |phrase: &str| {
        let phrase: Vec<&str> = phrase.split(' ').collect();
        let from = words.len().checked_sub(phrase.len())?;
        let last = words.get(from..)?;
        last.iter().zip(&phrase).all(|(word, part)| word == part).then_some(phrase.len())
    };
    let found = BEFORE.iter().filter_map(|(phrase, qualifier)| Some((*qualifier, ends(phrase)?, *phrase)));
    let (qualifier, taken, phrase) = found.max_by_key(|(_, taken, _)| *taken)?;
    let previous = words.len().checked_sub(taken + 1).and_then(|at| words.get(at));
    let moved = phrase == "up to" && previous.is_some_and(|word| MOVED.contains(&word.as_str()));
    (!moved).then_some((qualifier, taken))
}

/// What the first of these words say of the number before them, and how many they are.
pub(super) fn behind(words: &[String]) -> Option<(Qualifier, usize)> {
    BEHIND.iter().find_map(|(phrase, qualifier)| {
        let phrase: Vec<&str> = phrase.split(' ').collect();
        let first = words.get(..phrase.len())?;
        first.iter().zip(&phrase).all(|(word, part)| word == part).then_some((*qualifier, phrase.len()))
    })
}
