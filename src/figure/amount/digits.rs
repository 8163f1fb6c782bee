//! The digits of a number: commas in the right places, one point, no zero in front.

use super::exact::with_commas;
use super::{Fault, shown};

/// Signs that part groups of three digits. No-break spaces come out of spreadsheets; an
/// ordinary space may as well part two numbers.
const SEPARATORS: [char; 4] = [',', '\u{a0}', '\u{202f}', '\u{2009}'];

/// The number at the start of `text` as a whole number, how many of its digits stand behind the
/// point, and what follows it.
pub(super) fn read_digits(text: &str) -> Result<(i128, i32, &str), Fault> {
    if let Some(behind) = text.strip_prefix('.')
        && behind.starts_with(|c: char| c.is_ascii_digit())
    {
        let digits = leading_digits(behind);
        return Err((format!("{} has no digit before the point", shown(text)), format!("write 0.{digits}")));
    }
    let (run, rest) = number_run(text);
    let (whole, fraction) = run.split_once('.').unwrap_or((run, ""));
    if fraction.contains('.') || fraction.contains(SEPARATORS) {
        return Err((
            format!("{} is not a number", shown(run)),
            "commas part the thousands, and one point begins the decimals: 1,234.5".into(),
        ));
    }
    if rest.starts_with('.') {
        return Err((format!("{} ends with a point", shown(text)), format!("write {run}")));
    }
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    grouped(run, whole, fraction, &digits)?;
    let spaced = rest.strip_prefix(' ').map(leading_digits).filter(|next| next.len() == 3);
    if let Some(next) = spaced
        && digits.len() <= 3
        && fraction.is_empty()
    {
        let right = with_commas(&format!("{digits}{next}"));
        return Err((format!("{} has a space within a number", shown(text)), format!("write {right}")));
    }
    let number = format!("{digits}{fraction}").parse::<i128>().ok();
    let decimals = i32::try_from(fraction.len()).ok();
    match (number, decimals) {
        (Some(number), Some(decimals)) => Ok((number, decimals, rest)),
        _ => Err(too_large(text)),
    }
}

/// What is said of numbers that an exact decimal has no room for.
pub(super) fn too_large(text: &str) -> Fault {
    (
        format!("{} has more digits than can be kept exactly", shown(text)),
        "a number may have 28 digits; write it with fewer".into(),
    )
}

fn leading_digits(text: &str) -> &str {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    text.get(..length).unwrap_or_default()
}

/// Digits, points and separators; the last of them is a digit.
fn number_run(text: &str) -> (&str, &str) {
    let mut end = 0;
    for (at, char) in text.char_indices() {
        let after = at + char.len_utf8();
        if char.is_ascii_digit() {
            end = after;
        } else if !(char == '.' || SEPARATORS.contains(&char)) || end != at {
            break;
        }
    }
    text.split_at_checked(end).unwrap_or(("", text))
}

/// Whether commas stand where they should, and the number does not begin with a 0.
fn grouped(run: &str, whole: &str, fraction: &str, digits: &str) -> Result<(), Fault> {
    let point = if fraction.is_empty() { String::new() } else { format!(".{fraction}") };
    let bare = digits.trim_start_matches('0');
    let bare = if bare.is_empty() { "0" } else { bare };
    let mut used = whole.chars().filter(|char| SEPARATORS.contains(char));
    let separator = used.next();
    let mixed = used.any(|other| Some(other) != separator);
    if let Some(separator) = separator {
        let mut groups = whole.split(SEPARATORS);
        let first = groups.next().unwrap_or_default();
        let right = (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3) && !mixed;
        if !right {
            let last = whole.rsplit(SEPARATORS).next().unwrap_or_default();
            let decimal = separator == ',' && last.len() < 3 && point.is_empty() && whole.matches(',').count() == 1;
            let other = if decimal {
                format!(", or {} if the comma is a decimal point", whole.replace(',', "."))
            } else {
                String::new()
            };
            let help = format!("write {}{point}{other}", with_commas(bare));
            return Err((format!("{} has a comma or a space in the wrong place", shown(run)), help));
        }
    }
    if digits.len() > 1 && digits.starts_with('0') {
        return Err((format!("{} begins with a 0", shown(run)), format!("write {}{point}", with_commas(bare))));
    }
    Ok(())
}
