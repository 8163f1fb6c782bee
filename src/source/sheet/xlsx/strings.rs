//! The texts that the cells of a workbook share, and how odd characters are written in them.

use super::super::SheetFault;
use super::xml::{Piece, Xml};

/// More texts than any sheet that is read can use.
const MOST_STRINGS: usize = 1_000_000;

/// Reads the part `sharedStrings.xml`: the texts in their order.
pub(super) fn shared_strings(text: &str) -> Result<Vec<String>, SheetFault> {
    let mut strings = Vec::new();
    let mut rich = RichText::default();
    let mut xml = Xml::new(text);
    while let Some(piece) = xml.next()? {
        match piece {
            Piece::Open(tag) => rich.open(tag.name()),
            Piece::Text(text) => rich.text(&text),
            Piece::Close(name) if name == "si" => {
                if strings.len() == MOST_STRINGS {
                    return Err(SheetFault::too_large("the workbook"));
                }
                strings.push(rich.take());
            }
            Piece::Close(name) => rich.close(&name),
        }
    }
    Ok(strings)
}

/// A text in runs of different letters, put together. How Japanese words are pronounced,
/// which stands among the runs, is left out.
#[derive(Default)]
pub(super) struct RichText {
    found: String,
    inside: bool,
    phonetic: bool,
}

impl RichText {
    pub(super) fn open(&mut self, name: &str) {
        match name {
            "t" => self.inside = !self.phonetic,
            "rPh" => self.phonetic = true,
            _ => {}
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        if self.inside {
            self.found.push_str(text);
        }
    }

    pub(super) fn close(&mut self, name: &str) {
        match name {
            "t" => self.inside = false,
            "rPh" => self.phonetic = false,
            _ => {}
        }
    }

    /// The text so far; the next begins empty.
    pub(super) fn take(&mut self) -> String {
        let taken = std::mem::take(self);
        unescape(taken.found)
    }
}

/// Characters that XML cannot hold are written `_x000D_`, and an underscore that would be
/// taken for such an escape `_x005F_`.
pub(super) fn unescape(text: String) -> String {
    if !text.contains("_x") {
        return text;
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once("_x") {
        plain.push_str(before);
        match escaped(after) {
            Some((character, after)) => {
                plain.push(character);
                rest = after;
            }
            None => {
                plain.push_str("_x");
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    plain
}

fn escaped(text: &str) -> Option<(char, &str)> {
    let (digits, rest) = text.split_at_checked(4)?;
    let rest = rest.strip_prefix('_')?;
    let all = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    let number = if all { u32::from_str_radix(digits, 16).ok()? } else { return None };
    char::from_u32(number).map(|character| (character, rest))
}
