//! The value of an indicator: an amount, or the reason why there is none.

use super::Target;
use crate::figure::amount::read_leading;
use crate::figure::{Content, read_content};

/// Reads a value. Words behind its number must be those of the target: "8.6 days" for "under 10
/// days".
///
/// # Errors
/// A message and a way to mend it, for digits that are no amount, or that count something else.
pub fn read_value(text: &str, target: Option<&Target>) -> Result<Content, (String, String)> {
    let fault = match read_content(text, None) {
        Ok(content) => return Ok(content),
        Err(fault) => fault,
    };
    let Some((written, rest)) = read_leading(text) else { return Err(fault) };
    let known: Vec<&str> = target.map(|target| words(&target.words).collect()).unwrap_or_default();
    // Another number, or a remark in brackets, is no part of the value.
    let plain = rest.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '\u{a0}'));
    let behind = rest.to_lowercase();
    let mut behind = words(&behind);
    if plain && behind.all(|word| known.iter().any(|known| singular(known) == singular(word))) {
        Ok(Content::Amount(written.amount()))
    } else {
        Err(fault)
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty())
}

fn singular(word: &str) -> &str {
    if word == "people" { "person" } else { word.strip_suffix('s').unwrap_or(word) }
}
