//! Simple plurals and singulars of English words. Irregular ones ("children") are the
//! author's to list; a guess that is no word at all does no harm, because no text has it.

/// Words that end like plurals and are none, or whose singular is quite another word.
const NOT_PLURAL: [&str; 9] = ["news", "series", "species", "means", "lens", "goods", "works", "wales", "always"];

/// The other numbers of the last word of `form` (in lower case), as whole forms.
pub(super) fn inflections(form: &str) -> Vec<String> {
    let start = form.rfind(|char: char| !char.is_alphabetic()).map_or(0, |at| at + last_width(form, at));
    let (head, word) = form.split_at(start);
    // "Carer's" and "75th" have no plural.
    if head.ends_with(|char: char| char == '\'' || char.is_numeric()) || word.chars().nth(2).is_none() {
        return Vec::new();
    }
    let whole = |word: String| format!("{head}{word}");
    if looks_plural(word) {
        singulars(word).into_iter().map(whole).collect()
    } else {
        plural(word).into_iter().map(whole).collect()
    }
}

/// The bytes of the character at `at`.
fn last_width(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)
}

fn looks_plural(word: &str) -> bool {
    let none = ["ss", "us", "is"].iter().any(|end| word.ends_with(end));
    word.ends_with('s') && !none && word.len() > 3
}

fn plural(word: &str) -> Option<String> {
    let hisses = ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end));
    if word.ends_with("is") {
        // "analysis", "analyses": irregular.
        return None;
    }
    if hisses {
        return Some(format!("{word}es"));
    }
    if let Some(stem) = word.strip_suffix('y')
        && !stem.ends_with(['a', 'e', 'i', 'o', 'u'])
    {
        return Some(format!("{stem}ies"));
    }
    Some(format!("{word}s"))
}

/// "policies", "boxes" and "houses" cannot be told apart by their ends alone, so there may
/// be two guesses.
fn singulars(word: &str) -> Vec<String> {
    if NOT_PLURAL.contains(&word) {
        return Vec::new();
    }
    if let Some(stem) = word.strip_suffix("ies")
        && stem.len() > 1
    {
        return vec![format!("{stem}y")];
    }
    let mut found = Vec::new();
    if ["ses", "xes", "zes", "ches", "shes"].iter().any(|end| word.ends_with(end)) {
        found.extend(word.strip_suffix("es").map(str::to_owned));
    }
    found.extend(word.strip_suffix('s').map(str::to_owned));
    found
}

#[cfg(test)]
mod tests {
    use super::inflections;

    #[test]
    fn plurals_and_singulars_of_the_last_word() {
        let cases: [(&str, &[&str]); 16] = [
            ("carer", &["carers"]),
            ("direct payments", &["direct payment"]),
            ("policy", &["policies"]),
            ("local policies", &["local policy"]),
            ("survey", &["surveys"]),
            ("process", &["processes"]),
            ("needs assessments", &["needs assessment"]),
            ("virus", &["viruses"]),
            ("boxes", &["box", "boxe"]),
            ("houses", &["hous", "house"]),
            ("branch", &["branches"]),
            ("analysis", &[]),
            ("care act 2014", &[]),
            ("carer's", &[]),
            ("gas", &["gases"]),
            ("news", &[]),
        ];
        for (form, expected) in cases {
            assert_eq!(inflections(form), expected, "{form}");
        }
    }

    #[test]
    fn odd_words_do_no_harm() {
        for form in ["", "a", "ß", "s", "ss", "éé", "—", "x é", "ies", "1st"] {
            inflections(form);
        }
    }
}
