//! Small values of site settings that have a strict form: colours, web addresses, languages.

/// Reads `#0b5351` (or `#abc`); gives the six digits in small letters with `#`.
///
/// # Errors
/// A message and a way to mend it.
pub(super) fn colour(text: &str) -> Result<String, (String, String)> {
    let digits = text.strip_prefix('#').unwrap_or_default();
    let hexadecimal = digits.chars().all(|c| c.is_ascii_hexdigit());
    match digits.len() {
        6 if hexadecimal => Ok(format!("#{}", digits.to_lowercase())),
        3 if hexadecimal => Ok(format!("#{}", digits.to_lowercase().chars().flat_map(|c| [c, c]).collect::<String>())),
        _ => Err((
            format!("`{text}` is not a colour"),
            "write # and six hexadecimal digits in quotes: \"#0b5351\"".into(),
        )),
    }
}

/// Reads `https://www.example.gov.uk/accounts`; gives it without a `/` at its end.
///
/// # Errors
/// A message and a way to mend it.
pub(super) fn base_url(text: &str) -> Result<String, (String, String)> {
    if is_address(text, "") {
        return Ok(text.trim_end_matches('/').to_owned());
    }
    Err((format!("`{text}` is not the address of a website"), "write it in full: https://www.example.gov.uk".into()))
}

/// Whether a text is a web address in full, of harmless letters and these.
fn is_address(text: &str, besides: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) else { return false };
    let host = rest.split('/').next().unwrap_or_default();
    let fine = |c: char| c.is_ascii_alphanumeric() || "-._~:/%".contains(c) || besides.contains(c);
    !host.is_empty() && rest.chars().all(fine)
}

/// Reads the address of a page of another website, `https://www.example.org/licence/`.
///
/// # Errors
/// A message and a way to mend it.
pub(super) fn page_url(text: &str) -> Result<String, (String, String)> {
    if is_address(text, "?&=#+,;@") {
        return Ok(text.to_owned());
    }
    Err((format!("`{text}` is not the address of a page"), "write it in full: https://www.example.org/licence/".into()))
}

/// Reads a language tag (BCP 47, its usual form `en`, `en-GB`, `zh-Hant-HK`).
///
/// # Errors
/// A message and a way to mend it.
pub(super) fn language(text: &str) -> Result<String, (String, String)> {
    let mut parts = text.split('-');
    let first = parts.next().unwrap_or_default();
    let primary = (2..=3).contains(&first.len()) && first.chars().all(|c| c.is_ascii_lowercase());
    let rest = parts.all(|part| (2..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric()));
    if primary && rest {
        Ok(text.to_owned())
    } else {
        Err((format!("`{text}` is not a language tag"), "write en-GB for British English, cy for Welsh".into()))
    }
}

/// The direction in which a language is written.
pub(crate) fn direction(language: &str) -> &'static str {
    match language.split('-').next().unwrap_or_default() {
        "ar" | "fa" | "he" | "ur" | "ps" | "sd" | "ug" | "yi" | "dv" | "ku" => "rtl",
        _ => "ltr",
    }
}
