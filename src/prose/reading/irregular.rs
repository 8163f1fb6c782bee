//! Words that are not spoken as they are spelled.

/// In alphabetical order, so that they are found by halves.
const IRREGULAR: &[(&str, usize)] = &[
    ("acne", 2),
    ("adobe", 3),
    ("aisle", 1),
    ("anyone", 3),
    ("apostrophe", 4),
    ("area", 3),
    ("argue", 2),
    ("beloved", 3),
    ("business", 2),
    ("cafe", 2),
    ("camera", 2),
    ("caribbean", 4),
    ("catastrophe", 4),
    ("chocolate", 2),
    ("cllr", 3),
    ("coalition", 4),
    ("cruel", 2),
    ("dr", 2),
    ("duel", 2),
    ("element", 3),
    ("etc", 4),
    ("european", 4),
    ("evening", 2),
    ("every", 2),
    ("everybody", 4),
    ("everyday", 3),
    ("everything", 3),
    ("everywhere", 3),
    ("facsimile", 4),
    ("finale", 3),
    ("fluid", 2),
    ("forecast", 2),
    ("foreseen", 2),
    ("fuel", 2),
    ("george", 1),
    ("hereby", 2),
    ("heroic", 3),
    ("hyperbole", 4),
    ("idea", 3),
    ("initiative", 4),
    ("isle", 1),
    ("junior", 2),
    ("karate", 3),
    ("korean", 3),
    ("linear", 3),
    ("ltd", 3),
    ("moreover", 3),
    ("mr", 2),
    ("mrs", 2),
    ("naive", 2),
    ("naked", 2),
    ("nuclear", 3),
    ("parliament", 3),
    ("persuade", 2),
    ("poem", 2),
    ("poet", 2),
    ("poetic", 3),
    ("poetry", 3),
    ("preamble", 3),
    ("proactive", 4),
    ("prof", 2),
    ("ratio", 3),
    ("recipe", 3),
    ("reiterate", 4),
    ("ruin", 2),
    ("safety", 2),
    ("science", 2),
    ("scientific", 4),
    ("scientist", 3),
    ("senior", 2),
    ("simile", 3),
    ("simpler", 2),
    ("soldier", 2),
    ("someone", 2),
    ("something", 2),
    ("struggling", 2),
    ("suicide", 3),
    ("tenement", 3),
    ("theatre", 3),
    ("thereby", 2),
    ("vegetable", 3),
    ("vehement", 3),
    ("warehouse", 2),
    ("wednesday", 2),
    ("wellbeing", 3),
    ("wherever", 3),
    ("whoever", 3),
    ("wicked", 2),
];

/// The syllables of a word that breaks the rules.
pub(super) fn irregular(word: &str) -> Option<usize> {
    let found = IRREGULAR.binary_search_by_key(&word, |(known, _)| *known).ok()?;
    IRREGULAR.get(found).map(|(_, count)| *count)
}

#[cfg(test)]
mod tests {
    use super::IRREGULAR;

    #[test]
    fn the_list_is_in_order() {
        assert!(IRREGULAR.is_sorted_by(|a, b| a.0 < b.0));
    }
}
