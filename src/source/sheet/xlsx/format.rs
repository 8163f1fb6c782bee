//! How the numbers of cells are shown: a workbook stores `92.5%` and a day of the calendar as
//! plain numbers, and only the format of the cell tells them apart.

use super::super::SheetFault;
use super::xml::{Piece, Xml};
use std::collections::BTreeMap;

/// What a number is shown as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Shown {
    /// A number.
    #[default]
    Number,
    /// A hundred times the number, with a percent sign.
    Percent,
    /// A day; what has no day in its format is a month, and without a month a year.
    Day,
    Month,
    Year,
    /// A time of day.
    Time,
    /// A day and a time.
    Moment,
    /// Hours, more than 24 too.
    Elapsed,
}

/// A format: what a number is shown as, and with how many decimals, if that is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Format {
    pub(super) shown: Shown,
    pub(super) decimals: Option<u32>,
}

impl Format {
    fn by_code(code: &str) -> Format {
        Format { shown: shown_by_code(code), decimals: decimals_by_code(code) }
    }

    /// Amounts of money and the "comma style" (5 to 8, 41 to 44) are among those that some programs
    /// never spell out.
    fn by_number(id: u32) -> Format {
        let decimals = match id {
            1 | 3 | 5 | 6 | 9 | 37 | 38 | 41 | 42 => Some(0),
            2 | 4 | 7 | 8 | 10 | 39 | 40 | 43 | 44 => Some(2),
            _ => None,
        };
        Format { shown: shown_by_number(id), decimals }
    }
}

/// Reads the part `styles.xml`: how the number of a cell is shown, by the cell's style.
pub(super) fn cell_formats(text: &str) -> Result<Vec<Format>, SheetFault> {
    let mut own = BTreeMap::new();
    let mut formats = Vec::new();
    let mut of_cells = false;
    let mut xml = Xml::new(text);
    while let Some(piece) = xml.next()? {
        match piece {
            Piece::Open(tag) => match tag.name() {
                "numFmt" => {
                    let id = tag.attribute("numFmtId").and_then(|id| id.parse::<u32>().ok());
                    if let (Some(id), Some(code)) = (id, tag.attribute("formatCode")) {
                        own.insert(id, Format::by_code(&code));
                    }
                }
                "cellXfs" => of_cells = true,
                "xf" if of_cells => {
                    let id = tag.attribute("numFmtId").and_then(|id| id.parse::<u32>().ok()).unwrap_or(0);
                    formats.push(own.get(&id).copied().unwrap_or_else(|| Format::by_number(id)));
                }
                _ => {}
            },
            Piece::Close(name) if name == "cellXfs" => of_cells = false,
            _ => {}
        }
    }
    Ok(formats)
}

/// The formats that every workbook has without saying so (ECMA-376, part 1, 18.8.30).
fn shown_by_number(id: u32) -> Shown {
    match id {
        9 | 10 => Shown::Percent,
        14..=16 | 27..=31 | 36 | 50 | 51 | 54 | 57 | 58 => Shown::Day,
        17 => Shown::Month,
        18..=21 | 45 | 47 => Shown::Time,
        22 => Shown::Moment,
        46 => Shown::Elapsed,
        _ => Shown::Number,
    }
}

/// What a format code such as `dd/mm/yyyy;@` makes of a positive number.
pub(super) fn shown_by_code(code: &str) -> Shown {
    let code = bare(code);
    let has = |letters: &[char]| code.contains(letters);
    if code.contains("[h") || code.contains("[m") || code.contains("[s") {
        return Shown::Elapsed;
    }
    if has(&['%']) {
        return Shown::Percent;
    }
    let time = has(&['h', 's']);
    let month = has(&['m']) && !time;
    match (has(&['d']), has(&['y']), time) {
        (true, _, true) | (_, true, true) => Shown::Moment,
        (true, _, false) => Shown::Day,
        (false, true, false) if month => Shown::Month,
        (false, true, false) => Shown::Year,
        (false, false, true) => Shown::Time,
        (false, false, false) if month => Shown::Month,
        _ => Shown::Number,
    }
}

/// How many decimals a code such as `#,##0.00` shows. Codes that scale, make fractions or powers
/// of ten say nothing of the number itself.
fn decimals_by_code(code: &str) -> Option<u32> {
    let code = bare(code);
    if !code.contains(['0', '#', '?']) || code.contains(['e', '/', '@']) {
        return None;
    }
    let (whole, fraction) = code.split_once('.').unwrap_or((&code, ""));
    let scales = |digits: &str| digits.trim_end_matches(|c: char| !matches!(c, '0' | '#' | '?' | ',')).ends_with(',');
    if scales(whole) || scales(fraction) {
        return None;
    }
    let places = fraction.chars().take_while(|c| matches!(c, '0' | '#' | '?')).count();
    u32::try_from(places).ok()
}

/// The first section of a code in small letters, without quoted text, escaped characters,
/// colours and conditions.
fn bare(code: &str) -> String {
    let mut bare = String::new();
    let mut characters = code.chars();
    while let Some(character) = characters.next() {
        match character {
            ';' => break,
            '"' => drop(characters.by_ref().find(|next| *next == '"')),
            '\\' | '_' | '*' => drop(characters.next()),
            '[' => {
                let inside: String = characters.by_ref().take_while(|next| *next != ']').collect();
                let inside = inside.to_lowercase();
                if !inside.is_empty() && ["h", "m", "s"].iter().any(|unit| inside.replace(unit, "").is_empty()) {
                    bare.push('[');
                    bare.push_str(&inside);
                }
            }
            _ => bare.extend(character.to_lowercase()),
        }
    }
    match bare.as_str() {
        // Some languages have other letters in these names than numbers and days.
        "general" | "standard" => String::new(),
        _ => bare.replace("am/pm", "h").replace("a/p", "h"),
    }
}
