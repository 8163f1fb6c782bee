//! CSV files: any delimiter, quotations, line breaks inside them, rows of uneven length.

use super::area::{Area, wanted_area};
use super::delimiter::{find_delimiter, most_frequent, stated_delimiter};
use super::scan::{Found, Scan, unquote};
use super::{CellPlace, FaultKind, MOST_BYTES, MOST_CELLS, Sheet, SheetCell, SheetFault, SheetRow, Wanted};
use crate::diagnostic::{FileId, Span};

/// Reads a CSV text that [`super::decode_csv`] gave; spans are places in that text. Blank
/// rows and columns at the edges are left out. Rows that are too short or too long are
/// reported, and filled or cut to the width of the others.
///
/// # Errors
/// The text is no table, or the part that is wanted is not in it.
pub fn read_csv(file: FileId, text: &str, wanted: &Wanted) -> Result<Sheet, SheetFault> {
    refuse(text, wanted)?;
    let table = Table::find(file, text);
    let survey = table.survey(wanted)?;
    let used = survey.used.map(|used| {
        let last = used.to.column.min(survey.width).max(used.from.column);
        Area { to: CellPlace { column: last, ..used.to }, ..used }
    });
    let area = wanted_area(wanted, used, "the file")?;
    Ok(table.cut(area, survey.width))
}

fn refuse(text: &str, wanted: &Wanted) -> Result<(), SheetFault> {
    let unreadable = |message: &str, help: &str| Err(SheetFault::new(FaultKind::Unreadable, message, help));
    if wanted.sheet.is_some() {
        let help = "remove `sheet`, or save the file as XLSX";
        return Err(SheetFault::new(FaultKind::NotThere, "a CSV file has no worksheets", help));
    }
    if text.starts_with("PK\u{3}\u{4}") {
        return unreadable("the file is a workbook, not a CSV file", "give it a name that ends in .xlsx");
    }
    if text.contains('\0') {
        return unreadable("the file is not a text", "save it again as CSV UTF-8");
    }
    if text.len() > MOST_BYTES {
        return Err(SheetFault::too_large("the file"));
    }
    Ok(())
}

/// A text whose delimiter is known.
struct Table<'a> {
    file: FileId,
    text: &'a str,
    delimiter: Option<char>,
    start: usize,
    line: usize,
}

/// What a first look at all cells found.
struct Survey {
    used: Option<Area>,
    /// How many cells most rows have.
    width: usize,
}

impl<'a> Table<'a> {
    fn find(file: FileId, text: &'a str) -> Table<'a> {
        let start = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
        match stated_delimiter(text, start) {
            Some((delimiter, start)) => Table { file, text, delimiter: Some(delimiter), start, line: 2 },
            None => Table { file, text, delimiter: find_delimiter(text, start), start, line: 1 },
        }
    }

    fn scan(&self) -> Scan<'a> {
        Scan::new(self.text, self.delimiter, self.start, self.line)
    }

    fn raw(&self, cell: &Found) -> &'a str {
        self.text.get(cell.range.clone()).unwrap_or_default()
    }

    fn span(&self, cell: &Found) -> Span {
        Span::new(self.file, cell.range.clone())
    }

    fn is_blank(&self, cell: &Found) -> bool {
        self.raw(cell).trim_matches(['"', ' ', '\t', '\r', '\n', '\u{A0}']).is_empty()
    }

    /// Which cells are used, and how many most rows of the wanted part have.
    fn survey(&self, wanted: &Wanted) -> Result<Survey, SheetFault> {
        let mut used = None;
        let mut widths = Vec::new();
        let mut blank = true;
        for cell in self.scan() {
            if !cell.closed {
                let message = format!("the quotation mark in line {} is not closed", cell.line);
                let help = "close it at the end of the cell; a quotation mark inside a quoted cell is written twice";
                let mark = Span::new(self.file, cell.range.start..cell.range.start + 1);
                return Err(SheetFault::new(FaultKind::Unclosed, message, help).at(place(&cell)).span(mark));
            }
            if !self.is_blank(&cell) {
                used = Some(Area::with(used, place(&cell)));
                blank = false;
            }
            if cell.last {
                let rows = wanted.range.and_then(|range| range.rows);
                if !blank && rows.is_none_or(|(from, to)| (from..=to).contains(&cell.row)) {
                    widths.push(cell.column);
                    if widths.len() > MOST_CELLS {
                        return Err(SheetFault::too_large("the file"));
                    }
                }
                blank = true;
            }
        }
        Ok(Survey { used, width: most_frequent(widths.into_iter()).unwrap_or(1) })
    }

    /// The cells of an area; `width` is how many most rows have.
    fn cut(&self, area: Area, width: usize) -> Sheet {
        let mut sheet =
            Sheet { rows: Vec::with_capacity(area.height()), delimiter: self.delimiter, faults: Vec::new() };
        let mut row = SheetRow { number: 0, cells: Vec::new() };
        let (mut surplus, mut blank): (Option<Found>, bool) = (None, true);
        let (mut before, mut split) = ("", Vec::new());
        for cell in self.scan().skip_while(|cell| cell.row < area.from.row) {
            if cell.row > area.to.row {
                break;
            }
            if cell.column == 1 {
                row.number = cell.line;
            }
            blank &= self.is_blank(&cell);
            let raw = self.raw(&cell);
            if cell.column > 1 && self.delimiter == Some(',') && is_split_number(before, raw) {
                split.push((before, raw));
            }
            before = raw;
            if area.contains(place(&cell)) {
                row.cells.push(SheetCell {
                    text: unquote(raw),
                    decimals: None,
                    place: place(&cell),
                    span: Some(self.span(&cell)),
                });
            } else if cell.column > width && !self.is_blank(&cell) && surplus.is_none() {
                surplus = Some(cell.clone());
            }
            if cell.last {
                let short = cell.column < width.min(area.to.column) && !blank;
                if short || surplus.is_some() {
                    sheet.faults.push(self.ragged(&cell, surplus.as_ref(), &split, width));
                }
                self.fill(&mut row, &cell, area);
                sheet.rows.push(std::mem::replace(&mut row, SheetRow { number: 0, cells: Vec::new() }));
                (surplus, blank) = (None, true);
                split.clear();
            }
        }
        sheet
    }

    /// Adds the cells that a row lacks, all at its end.
    fn fill(&self, row: &mut SheetRow, last: &Found, area: Area) {
        let span = Span::new(self.file, last.range.end..last.range.end);
        for column in area.from.column + row.cells.len()..=area.to.column {
            let place = CellPlace { row: last.row, column };
            row.cells.push(SheetCell { text: String::new(), decimals: None, place, span: Some(span) });
        }
    }

    fn ragged(&self, last: &Found, surplus: Option<&Found>, split: &[(&str, &str)], width: usize) -> SheetFault {
        let cells = if last.column == 1 { "cell" } else { "cells" };
        let message = format!("this row has {} {cells}, and most rows have {width}", last.column);
        let delimiter = match self.delimiter {
            Some('\t') => "tab".to_owned(),
            Some(delimiter) => format!("`{delimiter}`"),
            None => "line break".to_owned(),
        };
        let help = match (surplus, split) {
            (Some(_), [(head, tail)]) => {
                format!("write {head}{tail}, or put it into quotation marks: \"{head},{tail}\"")
            }
            (Some(_), _) => {
                format!("put a cell that has a {delimiter} in it into quotation marks, without a space before them")
            }
            (None, _) => format!(
                "add a {delimiter} for each empty cell; if the row is no part of the table, give a `range` without it"
            ),
        };
        let at = surplus.unwrap_or(last);
        SheetFault::new(FaultKind::Ragged, message, help).at(place(at)).span(self.span(at))
    }
}

/// Whether two cells look like one number that was cut at the comma between its thousands.
fn is_split_number(head: &str, tail: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let head = head.trim_start_matches(['£', '-']);
    let whole = tail.split_once('.').map_or(tail, |(whole, _)| whole);
    digits(head) && head.len() <= 3 && digits(whole) && whole.len() == 3
}

fn place(cell: &Found) -> CellPlace {
    CellPlace { row: cell.row, column: cell.column }
}

#[cfg(test)]
mod tests;
