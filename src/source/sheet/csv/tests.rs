//! CSV files as programs and people write them.

use super::super::scan::unquote;
use super::super::{CellRange, FaultKind, Sheet, SheetFault, Wanted};
use super::read_csv;
use crate::diagnostic::FileId;
use proptest::prelude::*;

const FILE: FileId = FileId(7);

fn read(text: &str) -> Result<Sheet, SheetFault> {
    read_csv(FILE, text, &Wanted::default())
}

fn part(text: &str, range: &str) -> Result<Sheet, SheetFault> {
    read_csv(FILE, text, &Wanted { sheet: None, range: Some(CellRange::parse(range).unwrap()) })
}

/// The texts of a sheet, with bars between cells.
fn shown(sheet: &Sheet) -> Vec<String> {
    let row = |cells: &[super::SheetCell]| cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join("|");
    sheet.rows.iter().map(|found| row(&found.cells)).collect()
}

#[test]
fn any_delimiter_is_found() {
    let cases: &[(&str, Option<char>, &[&str])] = &[
        ("a,b\n1,2\n", Some(','), &["a|b", "1|2"]),
        ("a;b\r\n1,5;2,5\r\n", Some(';'), &["a|b", "1,5|2,5"]),
        ("1,5;2,5\n3,5;4,5\n", Some(';'), &["1,5|2,5", "3,5|4,5"]),
        ("a\tb\n1, 2\t3\n", Some('\t'), &["a|b", "1, 2|3"]),
        ("a|b\n1|2", Some('|'), &["a|b", "1|2"]),
        ("name,notes\nA,x; y\nB,z; w\n", Some(','), &["name|notes", "A|x; y", "B|z; w"]),
        ("name;spent\nA;1,5\nB;2,5;x\nC;3,5\n", Some(';'), &["name|spent", "A|1,5", "B|2,5", "C|3,5"]),
        ("\"a;b\",c\n\"d;e\",f\n", Some(','), &["a;b|c", "d;e|f"]),
        ("sep=|\na|b,c\n", Some('|'), &["a|b,c"]),
        ("\u{FEFF}a,b\n1,2", Some(','), &["a|b", "1|2"]),
        ("total\n312\n", None, &["total", "312"]),
        ("a,b\r1,2\r", Some(','), &["a|b", "1|2"]),
    ];
    for (text, delimiter, rows) in cases {
        let sheet = read(text).unwrap();
        assert_eq!((sheet.delimiter, shown(&sheet).as_slice()), (*delimiter, rows.map_strings().as_slice()), "{text}");
    }
}

trait MapStrings {
    fn map_strings(&self) -> Vec<String>;
}

impl MapStrings for &[&str] {
    fn map_strings(&self) -> Vec<String> {
        self.iter().map(|text| (*text).to_owned()).collect()
    }
}

#[test]
fn quotations_and_line_breaks_inside_them() {
    let text = "name,note\n\"Smith, J\",\"said \"\"yes\"\"\r\nand no\"\nJones,5\" pipe\n";
    let sheet = read(text).unwrap();
    assert_eq!(shown(&sheet), ["name|note", "Smith, J|said \"yes\"\r\nand no", "Jones|5\" pipe"]);
    let numbers: Vec<usize> = sheet.rows.iter().map(|row| row.number).collect();
    assert_eq!(numbers, [1, 2, 4], "rows are numbered by their lines");
    let jones = &sheet.rows[2].cells[0];
    assert_eq!(jones.place.to_string(), "A3", "places are those of a spreadsheet program");
    assert_eq!(text.get(jones.span.unwrap().range()).unwrap(), "Jones");
    assert_eq!(jones.span.unwrap().file, FILE);
}

#[test]
fn what_is_blank_at_the_edges_is_left_out() {
    let sheet = read(",,,\n,a,b,\n,,,\n,1,2,\n,,,\n\n\n").unwrap();
    assert_eq!(shown(&sheet), ["a|b", "|", "1|2"]);
    assert_eq!(sheet.rows[0].cells[0].place.to_string(), "B2");
    assert!(sheet.faults.is_empty());
}

#[test]
fn a_blank_line_in_the_middle_is_a_blank_row() {
    let sheet = read("a,b\n\n1,2\n").unwrap();
    assert_eq!(shown(&sheet), ["a|b", "|", "1|2"]);
    assert!(sheet.faults.is_empty());
    assert_eq!(sheet.rows[2].number, 3);
}

#[test]
fn uneven_rows_are_reported_and_evened() {
    let text = "year,spent,people\n2019,1,884,312\n2020,57\n2021,5,6\n2022,London, north,7\n2023,8,9\n";
    let sheet = read(text).unwrap();
    assert_eq!(
        shown(&sheet),
        ["year|spent|people", "2019|1|884", "2020|57|", "2021|5|6", "2022|London| north", "2023|8|9"]
    );
    let told: Vec<(String, &str, &str, &str)> = sheet
        .faults
        .iter()
        .map(|fault| {
            assert_eq!(fault.kind, FaultKind::Ragged);
            let stands = text.get(fault.span.unwrap().range()).unwrap();
            (fault.at.unwrap().to_string(), stands, fault.message.as_str(), fault.help.as_str())
        })
        .collect();
    let quote = "put a cell that has a `,` in it into quotation marks, without a space before them";
    assert_eq!(
        told,
        [
            ("D2".into(), "312", "this row has 4 cells, and most rows have 3", quote),
            (
                "B3".into(),
                "57",
                "this row has 2 cells, and most rows have 3",
                "add a `,` for each empty cell; if the row is no part of the table, give a `range` without it"
            ),
            ("D5".into(), "7", "this row has 4 cells, and most rows have 3", quote),
        ]
    );
    let help = &read("year,spent\n2019,£1,884\n2020,57\n2021,58\n").unwrap().faults[0].help;
    assert_eq!(help, "write £1884, or put it into quotation marks: \"£1,884\"");
}

#[test]
fn a_range_leaves_out_titles_and_notes() {
    let text = "Budget 2019\n\nyear,spent,people\n2019,5,6\n2020,7,8\nSource: the council\n";
    assert_eq!(read(text).unwrap().faults.len(), 2);
    let cases: &[(&str, &[&str])] = &[
        ("A3:C5", &["year|spent|people", "2019|5|6", "2020|7|8"]),
        ("3:5", &["year|spent|people", "2019|5|6", "2020|7|8"]),
        ("A4:B5", &["2019|5", "2020|7"]),
        ("B3:B3", &["spent"]),
    ];
    for (range, rows) in cases {
        let sheet = part(text, range).unwrap();
        assert_eq!(shown(&sheet), rows.map_strings(), "{range}");
        assert!(sheet.faults.is_empty(), "{range}");
    }
    let fault = part(text, "A3:D9").unwrap_err();
    assert_eq!((fault.kind, fault.help.as_str()), (FaultKind::NotThere, "its cells are A1:C6"));
    assert_eq!(fault.message, "the range A3:D9 reaches beyond what the file holds");
}

#[test]
fn what_is_no_table_says_so() {
    let fault = read("a,b\n1,\"2\n3,4\n").unwrap_err();
    assert_eq!(fault.message, "the quotation mark in line 2 is not closed");
    assert_eq!((fault.kind, fault.at.unwrap().to_string()), (FaultKind::Unclosed, "B2".into()));
    assert_eq!(fault.span.unwrap().range(), 6..7);
    for blank in ["", "\n", ",,\n,,", " ", "\u{FEFF}"] {
        assert_eq!(read(blank).unwrap_err().message, "the file is empty", "{blank:?}");
    }
    assert_eq!(read("PK\u{3}\u{4}…").unwrap_err().message, "the file is a workbook, not a CSV file");
    assert_eq!(read("a\0,b").unwrap_err().message, "the file is not a text");
    let wanted = Wanted { sheet: Some("Budget".into()), range: None };
    assert_eq!(read_csv(FILE, "a,b", &wanted).unwrap_err().message, "a CSV file has no worksheets");
}

#[test]
fn what_is_too_large_is_refused_without_taking_its_memory() {
    let wide = format!("a,{}b\n", ",".repeat(200_000));
    let long = "1,2\n".repeat(200_000);
    let corners = format!("{}{}x", "a\n".repeat(50), ",".repeat(3_000));
    for text in [wide, long] {
        assert_eq!(read(&text).unwrap_err().kind, FaultKind::TooLarge);
    }
    assert_eq!(read(&corners).unwrap().rows.len(), 51);
    assert_eq!(part(&"1,2\n".repeat(200_000), "A1:B50000").unwrap().rows.len(), 50_000);
}

/// Texts that look like CSV.
fn tables() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        ",", ",", ";", "\t", "|", "\"", "\"\"", "\n", "\r\n", "\r", "a", "1", "£", " ", "1,884", "\"x, y\"", "sep=;",
    ]);
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn spans_are_the_cells(text in tables()) {
        if let Ok(sheet) = read(&text) {
            let width = sheet.rows[0].cells.len();
            for row in &sheet.rows {
                prop_assert_eq!(row.cells.len(), width);
                for cell in &row.cells {
                    prop_assert_eq!(&unquote(text.get(cell.span.unwrap().range()).unwrap()), &cell.text);
                }
            }
        }
    }

    #[test]
    fn cells_are_those_that_another_reader_finds(text in tables()) {
        let found: Vec<_> = super::Scan::new(&text, Some(','), 0, 1).collect();
        prop_assume!(found.iter().all(|cell| cell.closed));
        let mut ours: Vec<Vec<String>> = vec![Vec::new()];
        for cell in &found {
            ours.last_mut().unwrap().push(unquote(text.get(cell.range.clone()).unwrap()));
            if cell.last {
                ours.push(Vec::new());
            }
        }
        // The other reader leaves out empty lines, and rows that are one pair of quotation marks at the end.
        let blank = |row: &Vec<String>| row.iter().all(String::is_empty) && row.len() < 2;
        ours.retain(|row| !blank(row));
        let mut reader = csv::ReaderBuilder::new().flexible(true).has_headers(false).from_reader(text.as_bytes());
        let mut theirs: Vec<Vec<String>> =
            reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
        theirs.retain(|row| !blank(row));
        prop_assert_eq!(ours, theirs);
    }

    #[test]
    fn no_text_is_too_odd(text in "\\PC*", pieces in tables(), range in "[A-D][1-4]:[D-F][4-9]") {
        for text in [&text, &pieces] {
            let _ = read(text);
            let _ = part(text, &range);
        }
    }

    #[test]
    fn what_is_written_is_read_again(rows in proptest::collection::vec(proptest::collection::vec("[a-z\",;\n é]{0,6}", 3), 2..6)) {
        let mut writer = csv::WriterBuilder::new().delimiter(b',').quote_style(csv::QuoteStyle::Always).from_writer(Vec::new());
        writer.write_record(["name", "spent", "people"]).unwrap();
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        writer.write_record(["total", "1", "2"]).unwrap();
        let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        let sheet = read(&text).unwrap();
        prop_assert!(sheet.faults.is_empty());
        let texts: Vec<Vec<String>> =
            sheet.rows.iter().map(|row| row.cells.iter().map(|cell| cell.text.clone()).collect()).collect();
        prop_assert_eq!(&texts[1..texts.len() - 1], rows.as_slice());
    }
}
