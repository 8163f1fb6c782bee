//! "Did you mean …?": the nearest of the words that would have been right.

/// The candidate nearest to `word`, if one is near enough to be meant (Damerau-Levenshtein,
/// capitals, `_` and spaces aside, at most a third of the letters wrong).
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let plain = |text: &str| text.to_lowercase().replace(['_', ' '], "-");
    let word = plain(word);
    let allowed = match word.chars().count() {
        // Of one letter another is always near.
        0 | 1 => 0,
        count => (count / 3).max(1),
    };
    candidates
        .into_iter()
        .map(|candidate| (strsim::osa_distance(&word, &plain(candidate)), candidate))
        .filter(|(distance, candidate)| {
            *distance <= allowed || (word.len() >= 4 && plain(candidate).starts_with(&word))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// The sentence that goes into a diagnostic's help.
pub fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(word, candidates).map(|candidate| format!("did you mean `{candidate}`?"))
}
