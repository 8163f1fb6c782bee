//! Places in a sheet as spreadsheet programs name them: `B7`, `A1:C5`, `A:C`, `2:9`.

use std::fmt;

/// The last column (`XFD`) and row that a worksheet can have.
const LAST_COLUMN: usize = 16_384;
const LAST_ROW: usize = 1_048_576;

/// The place of one cell; shown as `B7`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellPlace {
    /// The row, from 1.
    pub row: usize,
    /// The column, from 1: `A` is 1.
    pub column: usize,
}

/// A part of a sheet: from one column to another, from one row to another, or both; the
/// last ones are included. What is not said goes as far as the sheet does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CellRange {
    /// First and last column, from 1.
    pub columns: Option<(usize, usize)>,
    /// First and last row, from 1.
    pub rows: Option<(usize, usize)>,
}

impl CellPlace {
    /// The place of a row and a column; none outside what a worksheet can have.
    pub(super) fn possible(row: usize, column: usize) -> Option<CellPlace> {
        possible(Some(column), Some(row)).then_some(CellPlace { row, column })
    }

    /// Reads `B7`, `b7` or `$B$7`; none for anything else, and outside what a sheet can have.
    pub fn parse(text: &str) -> Option<CellPlace> {
        match corner(text)? {
            (Some(column), Some(row)) => CellPlace::possible(row, column),
            _ => None,
        }
    }
}

impl CellRange {
    /// Reads a range; capitals and `$` do not matter, and a single cell is a range too.
    ///
    /// # Errors
    /// A message and a way to mend it.
    pub fn parse(text: &str) -> Result<CellRange, (String, String)> {
        let text = text.trim();
        let unknown = || {
            let help = match (text.rsplit_once('!'), text.split_once(['-', '–'])) {
                (Some((sheet, range)), _) => {
                    format!("write `range: {range}`, and the worksheet's name by itself: `sheet: {}`", bare(sheet))
                }
                (None, Some((from, to))) if corner(from.trim()).is_some() && corner(to.trim()).is_some() => {
                    format!("write a colon: {}:{}", from.trim(), to.trim())
                }
                _ => "write the first and the last cell (A1:C5), columns (A:C) or rows (2:9)".into(),
            };
            (format!("`{text}` is not a range of cells"), help)
        };
        let (from, to) = text.split_once(':').unwrap_or((text, text));
        let (from, to) = corner(from.trim()).zip(corner(to.trim())).ok_or_else(unknown)?;
        let (columns, rows) = match (from, to) {
            ((Some(left), Some(top)), (Some(right), Some(bottom))) => (Some((left, right)), Some((top, bottom))),
            ((Some(left), None), (Some(right), None)) if text.contains(':') => (Some((left, right)), None),
            ((None, Some(top)), (None, Some(bottom))) if text.contains(':') => (None, Some((top, bottom))),
            _ => return Err(unknown()),
        };
        if !possible(from.0, from.1) || !possible(to.0, to.1) {
            let help = "columns go from A to XFD, rows from 1 to 1048576";
            return Err((format!("`{text}` is outside what a worksheet can have"), help.into()));
        }
        let sorted = CellRange { columns: columns.map(in_order), rows: rows.map(in_order) };
        if sorted != (CellRange { columns, rows }) {
            return Err((format!("`{text}` ends before it begins"), format!("write {sorted}")));
        }
        Ok(sorted)
    }

    /// Whether a cell lies in the range.
    pub fn contains(&self, place: CellPlace) -> bool {
        let inside = |side: Option<(usize, usize)>, at: usize| side.is_none_or(|(from, to)| (from..=to).contains(&at));
        inside(self.columns, place.column) && inside(self.rows, place.row)
    }
}

fn in_order((from, to): (usize, usize)) -> (usize, usize) {
    (from.min(to), from.max(to))
}

fn possible(column: Option<usize>, row: Option<usize>) -> bool {
    column.is_none_or(|column| (1..=LAST_COLUMN).contains(&column))
        && row.is_none_or(|row| (1..=LAST_ROW).contains(&row))
}

/// `'My sheet'` without its quotation marks.
fn bare(sheet: &str) -> &str {
    sheet.trim_matches('\'')
}

/// `B7`, `B` or `7`: the column and the row. None for anything else; numbers too large to
/// hold are shown as the largest, which no sheet has.
fn corner(text: &str) -> Option<(Option<usize>, Option<usize>)> {
    let text = text.strip_prefix('$').unwrap_or(text);
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (name, rest) = text.split_at_checked(letters)?;
    let digits = if letters > 0 { rest.strip_prefix('$').unwrap_or(rest) } else { rest };
    let row = match digits {
        "" if rest.is_empty() => None,
        _ if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) => return None,
        _ => Some(digits.parse().unwrap_or(usize::MAX)),
    };
    let column = (letters > 0).then(|| {
        name.bytes().fold(0_usize, |column, letter| {
            column.saturating_mul(26).saturating_add(usize::from(letter.to_ascii_uppercase() - b'A') + 1)
        })
    });
    (column.is_some() || row.is_some()).then_some((column, row))
}

/// The name of a column: `A`, `Z`, `AA`.
struct ColumnName(usize);

impl fmt::Display for ColumnName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(index) = self.0.checked_sub(1) else { return Ok(()) };
        ColumnName(index / 26).fmt(f)?;
        let letter = u8::try_from(index % 26).map_or('?', |letter| char::from(b'A' + letter));
        write!(f, "{letter}")
    }
}

impl fmt::Display for CellPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", ColumnName(self.column), self.row)
    }
}

impl fmt::Display for CellRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.columns, self.rows) {
            (Some((left, right)), Some((top, bottom))) => {
                write!(f, "{}{top}:{}{bottom}", ColumnName(left), ColumnName(right))
            }
            (Some((left, right)), None) => write!(f, "{}:{}", ColumnName(left), ColumnName(right)),
            (None, Some((top, bottom))) => write!(f, "{top}:{bottom}"),
            (None, None) => Ok(()),
        }
    }
}

/// A column's name, for messages.
pub(super) fn column_name(column: usize) -> String {
    ColumnName(column).to_string()
}

#[cfg(test)]
mod tests {
    use super::{CellPlace, CellRange};
    use proptest::prelude::*;

    fn range(text: &str) -> CellRange {
        CellRange::parse(text).unwrap()
    }

    #[test]
    fn ranges_in_all_their_forms() {
        let whole = CellRange { columns: Some((1, 3)), rows: Some((1, 5)) };
        for text in ["A1:C5", "a1:c5", "$A$1:$C$5", " A$1 : $C5 "] {
            assert_eq!(range(text), whole, "{text}");
        }
        assert_eq!(range("A:C"), CellRange { columns: Some((1, 3)), rows: None });
        assert_eq!(range("2:9"), CellRange { columns: None, rows: Some((2, 9)) });
        assert_eq!(range("B7").to_string(), "B7:B7");
        assert_eq!(range("AA10:XFD1048576").columns, Some((27, 16_384)));
    }

    #[test]
    fn what_is_no_range_says_how_to_write_one() {
        let cases = [
            ("C5:A1", "`C5:A1` ends before it begins", "write A1:C5"),
            ("C1:A5", "`C1:A5` ends before it begins", "write A1:C5"),
            ("9:2", "`9:2` ends before it begins", "write 2:9"),
            ("A1-C5", "`A1-C5` is not a range of cells", "write a colon: A1:C5"),
            (
                "'Budget 2019'!A1:C5",
                "`'Budget 2019'!A1:C5` is not a range of cells",
                "write `range: A1:C5`, and the worksheet's name by itself: `sheet: Budget 2019`",
            ),
            (
                "A0:C5",
                "`A0:C5` is outside what a worksheet can have",
                "columns go from A to XFD, rows from 1 to 1048576",
            ),
            (
                "A1:XFE5",
                "`A1:XFE5` is outside what a worksheet can have",
                "columns go from A to XFD, rows from 1 to 1048576",
            ),
        ];
        for (text, message, help) in cases {
            assert_eq!(CellRange::parse(text), Err((message.into(), help.into())), "{text}");
        }
        let digits = format!("A1:A{}", "9".repeat(40));
        for text in ["", ":", "A", "7", "A1:C", "A:5", "A1:", "1A:2B", "A1:B2:C3", "£1:£2", "A$:B$", "$", &digits] {
            assert!(CellRange::parse(text).is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_again(row in 1..=1_048_576_usize, column in 1..=16_384_usize) {
            let place = CellPlace { row, column };
            prop_assert_eq!(CellPlace::parse(&place.to_string()), Some(place));
            let whole = CellRange { columns: Some((1, column)), rows: Some((1, row)) };
            prop_assert_eq!(CellRange::parse(&whole.to_string()), Ok(whole));
        }

        #[test]
        fn no_text_is_too_odd(text in "\\PC*") {
            let _ = CellRange::parse(&text);
            let _ = CellPlace::parse(&text);
        }
    }
}
