//! What is wrong with a data file, told to the author of the page that uses it.

use super::DataFile;
use crate::diagnostic::rules::sheets::{
    CSV_ENCODING, CSV_RAGGED, CSV_UNCLOSED, SHEET_HIDDEN, SHEET_MERGED, SHEET_NO_VALUE, SHEET_PART_UNKNOWN,
    SHEET_TOO_LARGE, SHEET_UNREADABLE,
};
use crate::diagnostic::{Diagnostic, Rule, Span};
use crate::source::{Encoding, FaultKind, SheetFault};

const NAMED_HERE: &str = "the page names the file here";

/// The rule of each sort of fault.
fn rule(kind: FaultKind) -> &'static Rule {
    match kind {
        FaultKind::Unreadable => &SHEET_UNREADABLE,
        FaultKind::TooLarge => &SHEET_TOO_LARGE,
        FaultKind::NotThere => &SHEET_PART_UNKNOWN,
        FaultKind::Unclosed => &CSV_UNCLOSED,
        FaultKind::Ragged => &CSV_RAGGED,
        FaultKind::NoValue => &SHEET_NO_VALUE,
        FaultKind::Hidden => &SHEET_HIDDEN,
        FaultKind::Merged => &SHEET_MERGED,
    }
}

/// A fault of the data file `name`, as the author is told it: at its place in a CSV file, and
/// otherwise at `named_at`, where the page names the file, with the cell in the message.
pub fn diagnostic_of(fault: &SheetFault, name: &str, named_at: Span) -> Diagnostic {
    let rule = rule(fault.kind);
    let told = match (fault.span, fault.at) {
        (Some(span), _) => Diagnostic::new(rule, span, fault.message.clone()).label(named_at, NAMED_HERE),
        // `#REF!` is a cell's own fault; a row, a column or a merged range names itself.
        (None, Some(cell)) if !names_its_place(fault, &cell.to_string()) => {
            Diagnostic::new(rule, named_at, format!("{name}, cell {cell}: {}", fault.message))
        }
        (None, _) => Diagnostic::new(rule, named_at, format!("{name}: {}", fault.message)),
    };
    told.help(fault.help.clone())
}

/// Whether the message says already which cells it is about.
fn names_its_place(fault: &SheetFault, cell: &str) -> bool {
    matches!(fault.kind, FaultKind::Hidden | FaultKind::Merged)
        || fault.message.split([' ', ':']).any(|word| word == cell)
}

impl DataFile {
    /// What to tell of a CSV file that is not UTF-8, at the first line that shows it. Of a file
    /// that gave no table something else is wrong, and this would only distract.
    pub fn encoding_diagnostic(&self, named_at: Span) -> Option<Diagnostic> {
        let (file, note) = self.file.zip(self.encoding_note())?;
        let text = self.text().unwrap_or_default();
        let span = match note.encoding {
            // The whole file is so.
            Encoding::Utf16 => Span::top(file),
            Encoding::Windows1252 | Encoding::Mixed => {
                let before = text.split_inclusive('\n').take(note.line.saturating_sub(1)).map(str::len).sum::<usize>();
                let line = text.get(before..).and_then(|rest| rest.lines().next()).unwrap_or_default();
                Span::new(file, before..before + line.len())
            }
        };
        let told = Diagnostic::new(&CSV_ENCODING, span, note.message.clone()).help(note.help.clone());
        Some(told.label(named_at, NAMED_HERE))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Format, read_data};
    use super::{diagnostic_of, rule};
    use crate::diagnostic::{FileId, Severity, Span};
    use crate::source::{CellPlace, FaultKind, SheetFault, Wanted};

    const PAGE: Span = Span { file: FileId(7), start: 20, end: 35 };

    fn fault(kind: FaultKind, message: &str, at: Option<CellPlace>) -> SheetFault {
        SheetFault { kind, message: message.into(), help: "mend it".into(), at, span: None }
    }

    #[test]
    fn each_rule_is_as_bad_as_its_fault() {
        use FaultKind::{Hidden, Merged, NoValue, NotThere, Ragged, TooLarge, Unclosed, Unreadable};
        let kinds = [Unreadable, TooLarge, NotThere, Unclosed, Ragged, NoValue, Hidden, Merged];
        for kind in kinds {
            assert_eq!(rule(kind).severity, kind.severity(), "{}", rule(kind).code);
        }
        let codes: std::collections::BTreeSet<_> = kinds.map(|kind| rule(kind).code).into();
        assert_eq!(codes.len(), kinds.len());
    }

    #[test]
    fn a_fault_of_a_csv_file_is_told_in_that_file() {
        let data = read_data(FileId(3), Format::Text, 20, b"a,b\n1,2\n3,4,5\n6,7\n".to_vec());
        let sheet = data.sheet(&Wanted::default()).unwrap();
        let told = diagnostic_of(&sheet.faults[0], "budget.csv", PAGE);
        assert_eq!((told.rule.code, told.span), ("csv-ragged", Span::new(FileId(3), 12..13)));
        assert_eq!(told.message, "this row has 3 cells, and most rows have 2");
        assert_eq!((told.labels[0].span, told.labels[0].text.as_str()), (PAGE, "the page names the file here"));
        assert!(told.help.is_some());
        let empty = read_data(FileId(3), Format::Text, 0, Vec::new());
        let told = diagnostic_of(&empty.sheet(&Wanted::default()).unwrap_err(), "budget.csv", PAGE);
        assert_eq!((told.message.as_str(), told.span), ("budget.csv: the file is empty", PAGE));
        assert!(told.labels.is_empty());
    }

    #[test]
    fn a_fault_of_a_workbook_is_told_where_the_page_names_it() {
        let cell = Some(CellPlace { row: 24, column: 3 });
        let cases = [
            (FaultKind::NoValue, "C24 holds the error #REF!", "b.xlsx: C24 holds the error #REF!"),
            (FaultKind::NoValue, "C240 lends its error", "b.xlsx, cell C24: C240 lends its error"),
            (FaultKind::Hidden, "row 24 is hidden", "b.xlsx: row 24 is hidden"),
            (FaultKind::Merged, "the cells C24:D24 are merged", "b.xlsx: the cells C24:D24 are merged"),
        ];
        for (kind, message, expected) in cases {
            let told = diagnostic_of(&fault(kind, message, cell), "b.xlsx", PAGE);
            assert_eq!((told.message.as_str(), told.span, told.severity), (expected, PAGE, kind.severity()));
            assert_eq!(told.help.as_deref(), Some("mend it"));
        }
        let told = diagnostic_of(&fault(FaultKind::Unreadable, "the workbook is damaged", None), "b.xlsx", PAGE);
        assert_eq!(told.message, "b.xlsx: the workbook is damaged");
    }

    #[test]
    fn the_encoding_is_told_at_the_line_that_shows_it() {
        let told = |bytes: &[u8]| {
            let data = read_data(FileId(3), Format::Text, bytes.len() as u64, bytes.to_vec());
            data.encoding_diagnostic(PAGE).map(|told| (told.rule.code, told.severity, told.span, told.labels.len()))
        };
        let at = |range| Some(("csv-encoding", Severity::Warning, Span::new(FileId(3), range), 1));
        assert_eq!(told("a,£5\n".as_bytes()), None);
        assert_eq!(told(b"a,b\r\n1,\xA35\r\nc,d\r\n"), at(5..10));
        assert_eq!(told(b"\xC2\xA31\n\xA32\n"), at(4..7));
        assert_eq!(told(b"\xA3"), at(0..2));
        assert_eq!(told(b"\xFF\xFEa\0,\0"), at(0..0));
        let book = read_data(FileId(0), Format::Workbook, 2, b"\xA3x".to_vec());
        assert!(book.encoding_diagnostic(PAGE).is_none());
    }
}
