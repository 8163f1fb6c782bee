//! Which cells of a sheet are wanted, once it is known which are used.

use super::{CellPlace, CellRange, FaultKind, MOST_CELLS, SheetFault, Wanted};

/// A rectangle of cells, its corners included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) from: CellPlace,
    pub(super) to: CellPlace,
}

impl Area {
    /// The smallest rectangle with a cell more.
    pub(super) fn with(area: Option<Area>, place: CellPlace) -> Area {
        let Some(Area { from, to }) = area else { return Area { from: place, to: place } };
        Area {
            from: CellPlace { row: from.row.min(place.row), column: from.column.min(place.column) },
            to: CellPlace { row: to.row.max(place.row), column: to.column.max(place.column) },
        }
    }

    /// How many columns there are.
    pub(super) fn width(&self) -> usize {
        (self.to.column + 1).saturating_sub(self.from.column)
    }

    /// How many rows there are.
    pub(super) fn height(&self) -> usize {
        (self.to.row + 1).saturating_sub(self.from.row)
    }

    /// Whether a cell lies in it.
    pub(super) fn contains(&self, place: CellPlace) -> bool {
        self.range().contains(place)
    }

    /// As a range.
    pub(super) fn range(&self) -> CellRange {
        CellRange { columns: Some((self.from.column, self.to.column)), rows: Some((self.from.row, self.to.row)) }
    }
}

/// The rectangle that is wanted of a sheet in which `used` holds all that is not blank.
/// `what` names the sheet for messages: "the worksheet `Budget`".
pub(super) fn wanted_area(wanted: &Wanted, used: Option<Area>, what: &str) -> Result<Area, SheetFault> {
    let Some(used) = used else {
        let help = "put the table into it, or name another";
        return Err(SheetFault::new(FaultKind::NotThere, format!("{what} is empty"), help));
    };
    let area = match &wanted.range {
        None => used,
        Some(range) => {
            let columns = range.columns.unwrap_or((used.from.column, used.to.column));
            let rows = range.rows.unwrap_or((used.from.row, used.to.row));
            if columns.1 > used.to.column || rows.1 > used.to.row {
                let message = format!("the range {range} reaches beyond what {what} holds");
                return Err(SheetFault::new(FaultKind::NotThere, message, format!("its cells are {}", used.range())));
            }
            Area {
                from: CellPlace { row: rows.0, column: columns.0 },
                to: CellPlace { row: rows.1, column: columns.1 },
            }
        }
    };
    if area.width().saturating_mul(area.height()) > MOST_CELLS {
        return Err(SheetFault::too_large(what));
    }
    Ok(area)
}
