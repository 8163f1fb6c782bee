//! Spreadsheets as rectangles of cells: CSV and XLSX files, their text exactly as the author
//! wrote it, each cell with its place. What the cells mean (amounts, dates, names) is for
//! others to say; nothing here is ever held in a binary floating-point number.

mod area;
mod csv;
mod delimiter;
mod encoding;
mod range;
mod scan;
mod xlsx;

pub use csv::read_csv;
pub use encoding::{Encoding, EncodingNote, decode_csv};
pub use range::{CellPlace, CellRange};
pub use xlsx::read_xlsx;

use crate::diagnostic::{Severity, Span};

/// The largest table that is read, in cells. Nobody reads a longer one on a page.
pub const MOST_CELLS: usize = 100_000;

/// The most bytes of text that one file may come to when it is unpacked.
pub const MOST_BYTES: usize = 64 << 20;

/// A rectangle of cells: all rows have the same number of cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The rows, blank ones in the middle included.
    pub rows: Vec<SheetRow>,
    /// What stands between the cells of a CSV file; none in a worksheet or a single column.
    pub delimiter: Option<char>,
    /// What is wrong with single cells and rows; the rest can be used.
    pub faults: Vec<SheetFault>,
}

/// One row of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRow {
    /// The line of a CSV file that the row begins in, or the row of a worksheet; both from 1.
    pub number: usize,
    /// Its cells, from the left.
    pub cells: Vec<SheetCell>,
}

/// One cell of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetCell {
    /// The text; empty for an empty cell.
    pub text: String,
    /// How many decimals a worksheet shows of a number, where its format says so.
    pub decimals: Option<u32>,
    /// Where a spreadsheet program shows it, in a CSV file too.
    pub place: CellPlace,
    /// Where it stands in the text of a CSV file, its quotation marks included.
    pub span: Option<Span>,
}

/// Which part of a file the author asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// A worksheet by its name; without one, the first that is not hidden.
    pub sheet: Option<String>,
    /// A part of it; without one, all that is not blank.
    pub range: Option<CellRange>,
}

/// Why a file gives no table, or what is wrong with a part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetFault {
    /// What sort of fault it is.
    pub kind: FaultKind,
    /// What is wrong.
    pub message: String,
    /// How to mend it.
    pub help: String,
    /// The cell.
    pub at: Option<CellPlace>,
    /// The place in the text of a CSV file.
    pub span: Option<Span>,
}

/// The sorts of faults.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FaultKind {
    /// The file is damaged, protected, or of another format.
    Unreadable,
    /// The file or the table is larger than what is read.
    TooLarge,
    /// There is no such worksheet or range, or nothing in it.
    NotThere,
    /// A quotation mark in a CSV file is not closed.
    Unclosed,
    /// A row has more or fewer cells than the others.
    Ragged,
    /// A cell holds an error such as `#REF!`, or a formula that nothing has worked out.
    NoValue,
    /// A row or column is hidden in the worksheet, and would be shown to everybody.
    Hidden,
    /// Several cells are merged into one.
    Merged,
}

impl FaultKind {
    /// How bad it is.
    pub fn severity(self) -> Severity {
        match self {
            FaultKind::Hidden => Severity::Warning,
            FaultKind::Merged => Severity::Advice,
            _ => Severity::Error,
        }
    }
}

impl SheetFault {
    fn new(kind: FaultKind, message: impl Into<String>, help: impl Into<String>) -> SheetFault {
        SheetFault { kind, message: message.into(), help: help.into(), at: None, span: None }
    }

    fn at(mut self, place: CellPlace) -> SheetFault {
        self.at = Some(place);
        self
    }

    fn span(mut self, span: Span) -> SheetFault {
        self.span = Some(span);
        self
    }

    fn too_large(what: &str) -> SheetFault {
        let message = format!("{what} is too large: at most {} cells and 64 MB are read", grouped(MOST_CELLS));
        SheetFault::new(FaultKind::TooLarge, message, "keep only the table that readers need, or give a `range`")
    }
}

/// A count with a comma between thousands.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
