//! The cells of one worksheet, out of its XML.

use super::super::area::Area;
use super::super::{CellPlace, CellRange, FaultKind, MOST_BYTES, MOST_CELLS, SheetFault};
use super::format::Format;
use super::number::number_text;
use super::package::damaged;
use super::strings::{RichText, unescape};
use super::xml::{Piece, Tag, Xml};
use std::collections::BTreeMap;

/// What the cells of a workbook refer to.
pub(super) struct Shared {
    pub(super) strings: Vec<String>,
    pub(super) formats: Vec<Format>,
    pub(super) from_1904: bool,
}

/// What a worksheet holds.
#[derive(Default)]
pub(super) struct Cells {
    /// The cells of the wanted range that are not blank.
    pub(super) texts: BTreeMap<CellPlace, Read>,
    /// The cells of the wanted range that have no value.
    pub(super) faults: Vec<SheetFault>,
    /// The rectangle of all that is not blank, wanted or not.
    pub(super) used: Option<Area>,
    pub(super) merged: Vec<CellRange>,
    pub(super) hidden: Vec<CellRange>,
}

/// A cell as it was read.
#[derive(Default)]
pub(super) struct Read {
    pub(super) text: String,
    /// How many decimals its format shows.
    pub(super) decimals: Option<u32>,
}

/// Reads the cells that are in `range`, if there is one. What is outside is not kept.
pub(super) fn read_cells(text: &str, shared: &Shared, range: Option<CellRange>) -> Result<Cells, SheetFault> {
    let mut cells = Cells::default();
    let mut row = 0_usize;
    let mut column = 0_usize;
    let mut cell: Option<Cell> = None;
    let mut bytes = 0_usize;
    let mut xml = Xml::new(text);
    while let Some(piece) = xml.next()? {
        match piece {
            Piece::Open(tag) => match (tag.name(), cell.as_mut()) {
                (name, Some(cell)) => cell.open(name),
                ("row", _) => {
                    row = tag.attribute("r").and_then(|row| row.parse().ok()).unwrap_or(row.saturating_add(1));
                    column = 0;
                    if tag.flag("hidden") {
                        hide(&mut cells, CellRange { columns: None, rows: Some((row, row)) });
                    }
                }
                ("c", _) => {
                    // Where a cell does not say its place, it follows the one before.
                    let next = || CellPlace::possible(row.max(1), column.saturating_add(1));
                    let stated = tag.attribute("r").and_then(|place| CellPlace::parse(&place));
                    let place = stated.or_else(next).ok_or_else(damaged)?;
                    column = place.column;
                    cell = Some(Cell::new(&tag, place));
                }
                ("col", _) if tag.flag("hidden") => {
                    let side = |name| tag.attribute(name).and_then(|column| column.parse().ok());
                    if let (Some(first), Some(last)) = (side("min"), side("max")) {
                        hide(&mut cells, CellRange { columns: Some((first, last)), rows: None });
                    }
                }
                ("mergeCell", _) => {
                    let merged = tag.attribute("ref").and_then(|range| CellRange::parse(&range).ok());
                    cells.merged.extend(merged.filter(|_| cells.merged.len() < MOST_CELLS));
                }
                _ => {}
            },
            Piece::Text(text) => {
                if let Some(cell) = cell.as_mut() {
                    cell.text(&text);
                }
            }
            Piece::Close(name) if name == "c" => {
                let Some(cell) = cell.take() else { continue };
                let place = cell.place;
                let wanted = range.is_none_or(|range| range.contains(place));
                match cell.finish(shared) {
                    Ok(read) if read.text.trim().is_empty() => continue,
                    Ok(read) if wanted => {
                        bytes = bytes.saturating_add(read.text.len());
                        cells.texts.insert(place, read);
                    }
                    Err(fault) if wanted => cells.faults.push(fault.at(place)),
                    _ => {}
                }
                cells.used = Some(Area::with(cells.used, place));
                if bytes > MOST_BYTES || cells.texts.len().saturating_add(cells.faults.len()) > MOST_CELLS {
                    return Err(SheetFault::too_large("the worksheet"));
                }
            }
            Piece::Close(name) => {
                if let Some(cell) = cell.as_mut() {
                    cell.close(&name);
                }
            }
        }
    }
    Ok(cells)
}

/// Keeps what is hidden; rows that follow each other as one range.
fn hide(cells: &mut Cells, range: CellRange) {
    if let (Some(CellRange { rows: Some((_, last)), .. }), Some((from, to))) = (cells.hidden.last_mut(), range.rows)
        && last.checked_add(1) == Some(from)
    {
        *last = to;
    } else if cells.hidden.len() < MOST_CELLS {
        cells.hidden.push(range);
    }
}

/// A cell while it is read.
struct Cell {
    place: CellPlace,
    kind: String,
    style: usize,
    value: String,
    rich: RichText,
    /// Whether the text that comes is the value.
    inside: bool,
    formula: bool,
}

impl Cell {
    fn new(tag: &Tag<'_>, place: CellPlace) -> Cell {
        Cell {
            place,
            kind: tag.attribute("t").unwrap_or_default(),
            style: tag.attribute("s").and_then(|style| style.parse().ok()).unwrap_or(0),
            value: String::new(),
            rich: RichText::default(),
            inside: false,
            formula: false,
        }
    }

    fn open(&mut self, name: &str) {
        match name {
            "v" => self.inside = true,
            "f" => self.formula = true,
            _ => self.rich.open(name),
        }
    }

    fn text(&mut self, text: &str) {
        if self.inside {
            self.value.push_str(text);
        } else {
            self.rich.text(text);
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "v" => self.inside = false,
            _ => self.rich.close(name),
        }
    }

    /// The text of the cell.
    fn finish(mut self, shared: &Shared) -> Result<Read, SheetFault> {
        let mut decimals = None;
        if self.kind == "inlineStr" {
            return Ok(Read { text: self.rich.take(), decimals });
        }
        let value = self.value;
        if value.is_empty() && self.formula && self.kind != "str" {
            let message = format!("{} holds a formula without its result", self.place);
            let help = "open the workbook in Excel, which works it out, and save it again";
            return Err(SheetFault::new(FaultKind::NoValue, message, help));
        }
        let text = match self.kind.as_str() {
            "s" => {
                let index = value.trim().parse::<usize>().ok();
                let text = index.and_then(|index| shared.strings.get(index));
                text.cloned().ok_or_else(damaged)?
            }
            "b" if value.trim() == "1" => "TRUE".into(),
            "b" if !value.is_empty() => "FALSE".into(),
            "e" => {
                let message = format!("{} holds the error {value}", self.place);
                let help = "mend the formula in Excel; where there is no figure, write `N/A` as text";
                return Err(SheetFault::new(FaultKind::NoValue, message, help));
            }
            "d" => value.strip_suffix("T00:00:00").unwrap_or(&value).to_owned(),
            "str" => unescape(value),
            _ => {
                let format = shared.formats.get(self.style).copied().unwrap_or_default();
                decimals = format.decimals;
                number_text(&value, format.shown, shared.from_1904).unwrap_or(value)
            }
        };
        Ok(Read { text, decimals })
    }
}
