//! A data file, CSV or XLSX: what tables and charts are made from. Which part of it is
//! wanted, and whether anything is wrong with that, only the page knows that names it.

mod told;

pub use told::diagnostic_of;

use super::file::LARGEST_TEXT;
use crate::diagnostic::FileId;
use crate::source::{EncodingNote, FaultKind, Sheet, SheetFault, SitePath, Wanted, decode_csv, read_csv, read_xlsx};
use std::sync::{Arc, OnceLock};

/// A data file, read. Tables cut the parts they want out of it.
#[derive(Debug)]
pub struct DataFile {
    /// The number of a text, into which the spans of its cells point; a workbook has none.
    pub file: Option<FileId>,
    body: Body,
    parts: OnceLock<Box<Part>>,
}

/// What is kept of the file.
#[derive(Debug)]
enum Body {
    Text(FileId, Arc<str>, Option<EncodingNote>),
    Workbook(Vec<u8>),
    TooLarge,
}

/// A part that was wanted, and the next one.
#[derive(Debug)]
struct Part {
    wanted: Wanted,
    sheet: Result<Arc<Sheet>, SheetFault>,
    next: OnceLock<Box<Part>>,
}

/// How many parts are kept. Somebody who tries out ranges for a day has the later ones read
/// again each time.
const MOST_PARTS: usize = 100;

/// The kinds of data file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// CSV, with whatever stands between its cells.
    Text,
    /// XLSX.
    Workbook,
}

/// The kind of data file that a path names, if it names one.
pub(super) fn format_of(path: &SitePath) -> Option<Format> {
    match path.ending().as_str() {
        "csv" | "tsv" => Some(Format::Text),
        "xlsx" => Some(Format::Workbook),
        _ => None,
    }
}

/// Takes in a data file; `size` is that of the file, of which only so much is read. `file` is the
/// number of a text.
pub(super) fn read_data(file: FileId, format: Format, size: u64, bytes: Vec<u8>) -> DataFile {
    let body = match format {
        _ if size > LARGEST_TEXT => Body::TooLarge,
        Format::Text => {
            let (text, odd) = decode_csv(&bytes);
            Body::Text(file, text.into(), odd)
        }
        Format::Workbook => Body::Workbook(bytes),
    };
    DataFile { file: (format == Format::Text).then_some(file), body, parts: OnceLock::new() }
}

impl DataFile {
    /// The part that is wanted. It is kept, so that asking again costs nothing.
    ///
    /// # Errors
    /// The file gives no table, or the part that is wanted is not in it.
    pub fn sheet(&self, wanted: &Wanted) -> Result<Arc<Sheet>, SheetFault> {
        let mut slot = &self.parts;
        for _ in 0..MOST_PARTS {
            let read = || Part { wanted: wanted.clone(), sheet: self.read(wanted), next: OnceLock::new() };
            let part = slot.get_or_init(|| Box::new(read()));
            if part.wanted == *wanted {
                return part.sheet.clone();
            }
            slot = &part.next;
        }
        self.read(wanted)
    }

    fn read(&self, wanted: &Wanted) -> Result<Arc<Sheet>, SheetFault> {
        match &self.body {
            Body::Text(file, text, _) => read_csv(*file, text, wanted),
            Body::Workbook(bytes) => read_xlsx(bytes, wanted),
            Body::TooLarge => Err(too_large()),
        }
        .map(Arc::new)
    }

    /// Whether it is a CSV file: its cells have spans. The cells of a workbook have none.
    pub fn is_text(&self) -> bool {
        self.file.is_some()
    }

    /// That a CSV file is not UTF-8, if it is not. It was read all the same.
    pub fn encoding_note(&self) -> Option<&EncodingNote> {
        match &self.body {
            Body::Text(_, _, note) => note.as_ref(),
            Body::Workbook(_) | Body::TooLarge => None,
        }
    }

    /// The text of a CSV file, decoded; empty if it was too large to be read. A workbook has none.
    pub(super) fn text(&self) -> Option<Arc<str>> {
        match &self.body {
            Body::Text(_, text, _) => Some(Arc::clone(text)),
            Body::Workbook(_) | Body::TooLarge => self.file.map(|_| Arc::default()),
        }
    }
}

fn too_large() -> SheetFault {
    SheetFault {
        kind: FaultKind::TooLarge,
        message: "the file is larger than 8 MB, the most that is read".into(),
        help: "keep only the table that readers need".into(),
        at: None,
        span: None,
    }
}

#[cfg(test)]
mod tests;
