//! Equations between rows: `Unallocated = Grant - Committed`. Names of rows may hold anything, a
//! dash between spaces too, so they are looked for as they are, the longest first.

/// A row that is the sum of others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Equation {
    /// The row on the left.
    pub result: usize,
    /// The rows on the right, and whether each is taken away.
    pub terms: Vec<(usize, bool)>,
}

/// What is wrong with an equation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EquationFault {
    /// There is not one `=`, or not one row on its left.
    Form,
    /// A name is that of no row.
    Unknown(String),
    /// A name is that of several rows.
    Several(String),
}

/// Reads an equation between rows with these names.
///
/// # Errors
/// What is wrong with it.
pub fn parse_equation(text: &str, names: &[String]) -> Result<Equation, EquationFault> {
    // A name may hold a `=` too, so each is tried; what the first one meant is what is told.
    let mut first = None;
    for (at, _) in text.match_indices('=') {
        let (left, right) = (text.get(..at).unwrap_or_default(), text.get(at + 1..).unwrap_or_default());
        match both_sides(left, right, names) {
            Ok(equation) => return Ok(equation),
            Err(fault) => first = first.or(Some(fault)),
        }
    }
    Err(first.unwrap_or(EquationFault::Form))
}

fn both_sides(left: &str, right: &str, names: &[String]) -> Result<Equation, EquationFault> {
    let left = terms(left, names)?;
    let [(result, false)] = left.as_slice() else { return Err(EquationFault::Form) };
    Ok(Equation { result: *result, terms: terms(right, names)? })
}

/// A sum of named rows.
fn terms(text: &str, names: &[String]) -> Result<Vec<(usize, bool)>, EquationFault> {
    let mut rest = text.trim();
    let mut terms = Vec::new();
    let mut minus = false;
    // A name may begin with a dash; only what is no name begins with a sign.
    if named(rest, names).is_err()
        && let Some(after) = sign(rest)
    {
        (minus, rest) = after;
    }
    loop {
        let (row, after) = named(rest, names)?;
        terms.push((row, minus));
        if after.is_empty() {
            return Ok(terms);
        }
        // What follows a name is a sign: it was looked for.
        (minus, rest) = sign(after).ok_or(EquationFault::Form)?;
    }
}

/// The row whose name a text begins with, the longest of those that a sign or nothing follows.
fn named<'t>(text: &'t str, names: &[String]) -> Result<(usize, &'t str), EquationFault> {
    let mut found: Option<(usize, &str, bool)> = None;
    for (index, name) in names.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
        let Some(after) = text.strip_prefix(name.as_str()) else { continue };
        let spaced = after.starts_with(char::is_whitespace);
        let after = after.trim_start();
        if !(after.is_empty() || (spaced && sign(after).is_some())) {
            continue;
        }
        match found {
            Some((_, best, _)) if best.len() < after.len() => {}
            Some((first, best, _)) if best.len() == after.len() => found = Some((first, best, true)),
            _ => found = Some((index, after, false)),
        }
    }
    match found {
        Some((row, after, false)) => Ok((row, after)),
        Some((_, after, true)) => {
            let name = text.get(..text.len() - after.len()).unwrap_or(text).trim();
            Err(EquationFault::Several(name.to_owned()))
        }
        None => Err(EquationFault::Unknown(up_to_sign(text).to_owned())),
    }
}

/// A plus or minus at the start of a text: whether it is a minus, and what follows.
fn sign(text: &str) -> Option<(bool, &str)> {
    let mut characters = text.chars();
    let minus = match characters.next()? {
        '+' => false,
        '-' | '\u{2212}' | '–' => true,
        _ => return None,
    };
    Some((minus, characters.as_str().trim_start()))
}

/// What was probably meant as one name.
fn up_to_sign(text: &str) -> &str {
    let ends = |(at, _): &(usize, char)| text.get(at + 1..).and_then(sign).is_some();
    let end = text.char_indices().filter(|(_, c)| *c == ' ').find(ends).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or(text).trim()
}
