//! Straight quotation marks and apostrophes. An apostrophe between letters is certain; a quotation mark is
//! so where each that opens has one that closes. Feet and inches stay as they are.

use super::super::running::OBJECT;
use super::lines::Line;
use super::{Slip, SlipKind, slip};
use std::collections::BTreeMap;

/// Words that people write with an apostrophe in front; where one stands, it is not known for a quotation mark.
const CUT_SHORT: [&str; 9] = ["tis", "twas", "em", "til", "cause", "n", "r", "cos", "bout"];

/// Looks at the quotation marks of a line.
pub(super) fn look(line: &Line, english: bool, out: &mut Vec<Slip>) {
    let text = line.text();
    if !text.contains(['\'', '"']) {
        return;
    }
    let signs = signs(text);
    let mut found = BTreeMap::new();
    singles(&signs, english, &mut found);
    if english {
        doubles(&signs, &mut found);
    }
    for (at, new) in found {
        slip(line, SlipKind::StraightQuote, at..at + 1, new, out);
    }
}

/// A straight sign with what stands around it.
struct Sign<'t> {
    at: usize,
    single: bool,
    before: Option<char>,
    after: Option<char>,
    /// What follows it.
    rest: &'t str,
    /// Whether it may open a quotation, and whether it may close one.
    opens: bool,
    closes: bool,
}

fn signs(text: &str) -> Vec<Sign<'_>> {
    let mut signs = Vec::new();
    let mut before: Option<char> = None;
    for (at, sign) in text.char_indices() {
        if matches!(sign, '\'' | '"') && !in_address(text, at) {
            let rest = text.get(at + 1..).unwrap_or_default();
            let after = rest.chars().next();
            let starts = before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '–' | '—' | '“' | '‘'));
            // A quotation may begin within another one.
            let starts =
                starts || matches!(before, Some('"' | '\'')) && signs.last().is_some_and(|sign: &Sign<'_>| sign.opens);
            let ends = after.is_none_or(|c| {
                c.is_whitespace()
                    || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '–' | '—' | '”' | '’' | '"' | '\'')
            });
            let opens = starts
                && after.is_some_and(|c| {
                    c.is_alphanumeric() || matches!(c, '£' | '“' | '‘' | '"' | '\'' | '(' | '…' | OBJECT)
                });
            let closes = ends && before.is_some_and(|c| !c.is_whitespace()) && !opens;
            signs.push(Sign { at, single: sign == '\'', before, after, rest, opens, closes });
        }
        before = Some(sign);
    }
    signs
}

/// Whether the word around a place is an address or something for a program.
fn in_address(text: &str, at: usize) -> bool {
    let start = text.get(..at).and_then(|before| before.rfind(char::is_whitespace)).unwrap_or(0);
    let word = text.get(start..).unwrap_or_default().trim_start();
    let word = word.split(char::is_whitespace).next().unwrap_or_default();
    word.contains(['@', '\\', '=', '<', '>', '{', '}', '_', '|', '`']) || word.contains("://") || word.contains("www.")
}

fn singles(signs: &[Sign<'_>], english: bool, found: &mut BTreeMap<usize, &'static str>) {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    // The quotations that are open, as places of their signs.
    let mut open: Vec<usize> = Vec::new();
    for sign in signs.iter().filter(|sign| sign.single) {
        if (letter(sign.before) || digit(sign.before)) && letter(sign.after) {
            found.insert(sign.at, "’");
        } else if !english {
            continue;
        } else if sign.opens {
            match leading(sign.rest) {
                Leading::Decade => {
                    found.insert(sign.at, "’");
                }
                Leading::CutShort => {}
                Leading::Word => open.push(sign.at),
            }
        } else if sign.closes && letter(sign.before) {
            // The end of a quotation and the apostrophe in `carers' views` are the same sign.
            found.insert(sign.at, "’");
            if let Some(opening) = open.pop() {
                found.insert(opening, "‘");
            }
        } else if sign.closes
            && sign.before.is_some_and(|c| !c.is_ascii_digit())
            && let Some(opening) = open.pop()
        {
            found.insert(sign.at, "’");
            found.insert(opening, "‘");
        }
    }
}

/// What follows an apostrophe at the start of a word.
enum Leading {
    /// `'90s`
    Decade,
    /// `'em`
    CutShort,
    /// Anything else.
    Word,
}

fn leading(rest: &str) -> Leading {
    let word: String = rest.chars().take_while(|c| c.is_alphanumeric()).collect();
    let decade = word.strip_suffix('s').unwrap_or(&word);
    if decade.len() == 2 && decade.bytes().all(|byte| byte.is_ascii_digit()) {
        // `'90 people'` is a quotation; only the s makes it a decade.
        return if word.ends_with('s') { Leading::Decade } else { Leading::CutShort };
    }
    if CUT_SHORT.contains(&word.to_lowercase().as_str()) { Leading::CutShort } else { Leading::Word }
}

/// Double quotation marks, if they open and close in turn all along the line.
fn doubles(signs: &[Sign<'_>], found: &mut BTreeMap<usize, &'static str>) {
    let doubles: Vec<&Sign<'_>> = signs.iter().filter(|sign| !sign.single).collect();
    let in_turn = doubles.chunks(2).all(|pair| matches!(pair, [first, second] if first.opens && second.closes));
    if !in_turn {
        return;
    }
    for pair in doubles.chunks(2) {
        if let [first, second] = pair {
            found.insert(first.at, "“");
            found.insert(second.at, "”");
        }
    }
}
