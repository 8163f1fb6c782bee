//! XLSX workbooks. They are read here and not by a general crate for spreadsheets because
//! those give numbers as floats, do not tell percentages, and take the memory that a file
//! asks for.

mod cells;
mod format;
mod number;
mod package;
mod strings;
#[cfg(test)]
mod tests;
mod workbook;
mod xml;

use super::area::{Area, wanted_area};
use super::{CellPlace, CellRange, FaultKind, Sheet, SheetCell, SheetFault, SheetRow, Wanted};
use cells::{Cells, Read, Shared, read_cells};
use package::{Package, damaged};
use workbook::Workbook;

/// Reads a table from a workbook. Numbers come with the digits that the author typed, as far
/// as the workbook keeps them (15 of them), whatever their format rounds or scales, except
/// that a percentage comes as `92.5%`, a day as `2023-11-21`, a month as `2023-11` and a time
/// as `14:30`. Formulas come as their last result. Blank rows and columns at the edges are
/// left out.
///
/// # Errors
/// The file is no workbook that can be read, or the part that is wanted is not in it.
pub fn read_xlsx(bytes: &[u8], wanted: &Wanted) -> Result<Sheet, SheetFault> {
    let mut package = Package::open(bytes)?;
    let book = Workbook::read(&mut package)?;
    let worksheet = book.choose(wanted.sheet.as_deref())?;
    let mut part = |name: &Option<String>| match name {
        // A workbook that lost its formats would show percentages as something else.
        Some(name) => package.part(name)?.ok_or_else(damaged).map(Some),
        None => Ok(None),
    };
    let strings = part(&book.strings)?.map(|text| strings::shared_strings(&text)).transpose()?.unwrap_or_default();
    let formats = part(&book.styles)?.map(|text| format::cell_formats(&text)).transpose()?.unwrap_or_default();
    let text = package.part(&worksheet.part)?.ok_or_else(damaged)?;
    let cells = read_cells(&text, &Shared { strings, formats, from_1904: book.from_1904 }, wanted.range)?;
    let area = wanted_area(wanted, cells.used, &format!("the worksheet `{}`", worksheet.name))?;
    Ok(cut(cells, area))
}

fn cut(mut cells: Cells, area: Area) -> Sheet {
    let mut faults = std::mem::take(&mut cells.faults);
    faults.extend(cells.hidden.iter().filter_map(|hidden| hidden_fault(*hidden, &cells, area)));
    faults.extend(cells.merged.iter().filter_map(|merged| merged_fault(*merged, area)));
    let mut cell = |row, column| {
        let place = CellPlace { row, column };
        let Read { text, decimals } = cells.texts.remove(&place).unwrap_or_default();
        SheetCell { text, decimals, place, span: None }
    };
    let columns = area.from.column..=area.to.column;
    let row = |row| SheetRow { number: row, cells: columns.clone().map(|column| cell(row, column)).collect() };
    Sheet { rows: (area.from.row..=area.to.row).map(row).collect(), delimiter: None, faults }
}

/// What a range has in common with an area: its first cell; none if that is nothing.
fn first_in(range: CellRange, area: Area) -> Option<CellPlace> {
    let row = range.rows.map_or(1, |(first, _)| first).max(area.from.row);
    let column = range.columns.map_or(1, |(first, _)| first).max(area.from.column);
    let place = CellPlace { row, column };
    (range.contains(place) && area.contains(place)).then_some(place)
}

/// Filters and hand hide rows that the author may have forgotten; they are read all the same.
fn hidden_fault(hidden: CellRange, cells: &Cells, area: Area) -> Option<SheetFault> {
    let first = first_in(hidden, area)?;
    let holds = |place: &CellPlace| hidden.contains(*place) && area.contains(*place);
    cells.texts.keys().find(|place| holds(place))?;
    let what = match (hidden.rows, hidden.columns) {
        (Some((from, to)), _) if from == to => format!("row {from} is"),
        (Some((from, to)), _) => format!("rows {from} to {to} are"),
        (None, Some((from, to))) if from == to => format!("column {} is", super::range::column_name(from)),
        (None, Some((from, to))) => {
            let name = super::range::column_name;
            format!("columns {} to {} are", name(from), name(to))
        }
        (None, None) => return None,
    };
    let message = format!("{what} hidden in the worksheet, and would be published");
    let help = "delete what is not for readers, give a `range` without it, or show it in the worksheet";
    Some(SheetFault::new(FaultKind::Hidden, message, help).at(first))
}

fn merged_fault(merged: CellRange, area: Area) -> Option<SheetFault> {
    let first = first_in(merged, area)?;
    let message = format!("the cells {merged} are merged: only the first of them has a value");
    Some(SheetFault::new(FaultKind::Merged, message, "unmerge them, and fill in each cell").at(first))
}
