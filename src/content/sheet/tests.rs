//! Data files on the shelf: put, changed, kept and taken away.

use super::super::file::LARGEST_TEXT;
use super::super::library::check_names;
use super::super::{Content, Shelf};
use super::{DataFile, MOST_PARTS};
use crate::diagnostic::{Texts, rules};
use crate::source::{CellPlace, CellRange, Encoding, Entry, FaultKind, MemoryFiles, SitePath, Wanted};
use std::io::{Cursor, Write};
use std::sync::Arc;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const BUDGET: &str = "content/data/budget.csv";

fn site() -> MemoryFiles {
    MemoryFiles::default()
        .with("content/site.yaml", "title: T\norganisation: O\n")
        .with("content/about.md", "# About\n\nSee [the data](data/budget.csv).\n")
}

fn shelf(files: MemoryFiles) -> Shelf {
    Shelf::read(&files).unwrap()
}

fn content(path: &str, bytes: impl Into<Vec<u8>>) -> Content {
    shelf(site().with(path, bytes)).content()
}

fn path(text: &str) -> SitePath {
    SitePath::parse(text).unwrap()
}

fn put(shelf: &mut Shelf, at: &str, bytes: &[u8]) -> bool {
    shelf.put(&Entry { path: path(at), size: bytes.len() as u64 }, bytes.to_vec())
}

fn data(content: &Content, at: &str) -> Arc<DataFile> {
    Arc::clone(&content.sheets[&path(at)])
}

/// All cells, rows by `/`.
fn cells(data: &DataFile) -> String {
    let sheet = data.sheet(&Wanted::default()).unwrap();
    let row =
        |cells: &[crate::source::SheetCell]| cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join("|");
    sheet.rows.iter().map(|found| row(&found.cells)).collect::<Vec<_>>().join("/")
}

fn range(text: &str) -> Wanted {
    Wanted { sheet: None, range: Some(CellRange::parse(text).unwrap()) }
}

/// A workbook with one worksheet.
fn workbook(rows: &str) -> Vec<u8> {
    const KINDS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relation = |kind: &str, target: &str| {
        format!("<Relationships><Relationship Id=\"r1\" Type=\"{KINDS}/{kind}\" Target=\"{target}\"/></Relationships>")
    };
    let parts = [
        ("_rels/.rels", relation("officeDocument", "xl/workbook.xml")),
        (
            "xl/workbook.xml",
            "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Budget\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
                .into(),
        ),
        ("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml")),
        ("xl/worksheets/sheet1.xml", format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn the_text_of_a_csv_file_is_among_the_sources() {
    let content = content(BUDGET, "\u{FEFF}service,spent\r\nCare,\"£1,036k\"\r\n");
    let data = data(&content, "data/budget.csv");
    assert!(data.is_text() && data.encoding_note().is_none());
    assert_eq!(content.sources.path(data.file.unwrap()), BUDGET);
    let sheet = data.sheet(&Wanted::default()).unwrap();
    let cell = &sheet.rows[1].cells[1];
    let span = cell.span.unwrap();
    assert_eq!((cell.text.as_str(), cell.place), ("£1,036k", CellPlace { row: 2, column: 2 }));
    assert_eq!(content.sources.text(span.file).get(span.range()), Some("\"£1,036k\""));
    let place = content.sources.place(span.file, span.start);
    assert_eq!((place.line, place.column), (2, 6));
    assert!(content.diagnostics.is_empty(), "{:?}", content.diagnostics);
}

#[test]
fn a_csv_file_in_the_windows_encoding_is_read_and_told_apart() {
    let content = content(BUDGET, b"service;spent\nCaf\xE9;\xA35\n");
    let data = data(&content, "data/budget.csv");
    assert_eq!(cells(&data), "service|spent/Café|£5");
    let note = data.encoding_note().unwrap();
    assert_eq!((note.encoding, note.line), (Encoding::Windows1252, 2));
    assert!(content.diagnostics.is_empty(), "it is told where a table uses the file");
}

#[test]
fn a_workbook_is_kept_and_is_no_source() {
    let content = content("content/data/Budget.XLSX", workbook("<row><c><v>1</v></c><c><v>2</v></c></row>"));
    let data = data(&content, "data/Budget.XLSX");
    assert!(!data.is_text() && data.file.is_none());
    assert_eq!(cells(&data), "1|2");
    assert_eq!(content.sources.in_order().len(), 2);
    assert!(content.assets.contains_key("data/Budget.XLSX"));
}

#[test]
fn a_part_is_cut_once() {
    let content = content(BUDGET, "a,b\n1,2\n");
    let data = data(&content, "data/budget.csv");
    let ask = |wanted: &Wanted| data.sheet(wanted).unwrap();
    let (whole, column) = (ask(&Wanted::default()), ask(&range("B:B")));
    assert!(Arc::ptr_eq(&whole, &ask(&Wanted::default())) && Arc::ptr_eq(&column, &ask(&range("B:B"))));
    assert_eq!((whole.rows[1].cells.len(), column.rows[1].cells[0].text.as_str()), (2, "2"));
    assert_eq!(data.sheet(&range("C:C")).unwrap_err().kind, FaultKind::NotThere);
    let rows: String = (0..2 * MOST_PARTS).map(|row| format!("{row},x\n")).collect();
    let data = self::data(&self::content(BUDGET, rows), "data/budget.csv");
    for row in 1..=2 * MOST_PARTS {
        let sheet = data.sheet(&range(&format!("A{row}:B{row}"))).unwrap();
        assert_eq!(sheet.rows[0].cells[0].text, (row - 1).to_string());
    }
}

#[test]
fn what_did_not_change_is_the_same_pointer() {
    let mut shelf = shelf(site().with(BUDGET, "a,b\n1,2\n").with("content/data/other.csv", "x,y\n1,2\n"));
    let before = shelf.content();
    let [budget, other] = ["data/budget.csv", "data/other.csv"].map(|path| data(&before, path));
    assert!(!put(&mut shelf, BUDGET, b"a,b\n1,2\n"), "the same bytes make no difference");
    assert!(put(&mut shelf, BUDGET, b"a,b\n1,3\n"));
    let after = shelf.content();
    assert!(Arc::ptr_eq(&other, &data(&after, "data/other.csv")));
    assert!(!Arc::ptr_eq(&budget, &data(&after, "data/budget.csv")));
    assert_eq!(cells(&data(&after, "data/budget.csv")), "a|b/1|3");
    assert_eq!(budget.file, data(&after, "data/budget.csv").file, "a file keeps its number");
    let print = |content: &Content| content.assets["data/budget.csv"].print;
    assert_ne!(print(&before), print(&after));
    assert!(Arc::ptr_eq(&data(&shelf.sound_content(), "data/other.csv"), &other));
    // A byte order mark changes the download and not the table.
    assert!(put(&mut shelf, BUDGET, b"\xEF\xBB\xBFa,b\n1,3\n"));
    assert_eq!(cells(&data(&shelf.content(), "data/budget.csv")), "a|b/1|3");
}

#[test]
fn a_file_that_is_gone_leaves_its_number_to_others() {
    let mut shelf = shelf(site().with(BUDGET, "a,b\n1,2\n"));
    let file = data(&shelf.content(), "data/budget.csv").file.unwrap();
    assert!(shelf.remove(&path(BUDGET)));
    assert!(!shelf.remove(&path(BUDGET)));
    let content = shelf.content();
    assert!(content.sheets.is_empty() && content.assets.is_empty());
    assert_eq!(content.sources.text(file), "");
    // A workbook takes no number, and gives none back.
    let book = workbook("<row><c><v>1</v></c></row>");
    assert!(put(&mut shelf, "content/data/budget.xlsx", &book));
    assert!(!put(&mut shelf, "content/data/budget.xlsx", &book));
    assert!(shelf.remove(&path("content/data/budget.xlsx")));
    for (number, name) in ["content/data/new.tsv", "content/data/newer.csv"].into_iter().enumerate() {
        assert!(put(&mut shelf, name, b"a\tb\n"));
        let content = shelf.content();
        let found = content.sheets.values().filter_map(|data| data.file).collect::<Vec<_>>();
        assert_eq!((found.len(), found.contains(&file)), (number + 1, true));
        assert_eq!(content.sources.in_order().len(), 3 + number);
    }
}

#[test]
fn what_programs_leave_beside_a_workbook_is_no_data() {
    let litter = ["~$budget.xlsx", ".~lock.budget.csv#", "budget.csv.bak", "#budget.csv", ".budget.csv"];
    let files = litter.iter().fold(site(), |files, name| files.with(&format!("content/data/{name}"), "a,b\n"));
    let mut shelf = shelf(files);
    assert!(!put(&mut shelf, "content/data/~$budget.xlsx", b"a"));
    assert!(shelf.content().sheets.is_empty() && shelf.content().assets.is_empty());
    // And what lies in a theme belongs to the theme.
    assert!(put(&mut shelf, "themes/own/data.csv", b"a,b\n"));
    assert!(shelf.content().sheets.is_empty() && shelf.content().theme_assets.len() == 1);
}

#[test]
fn a_file_above_the_limit_is_a_download_and_no_table() {
    for (name, numbered) in [("content/data/budget.csv", true), ("content/data/budget.xlsx", false)] {
        let entry = |size| Entry { path: path(name), size };
        assert!(Shelf::wants_bytes(&entry(LARGEST_TEXT)) && !Shelf::wants_bytes(&entry(LARGEST_TEXT + 1)));
        // It may also have grown since its size was asked for.
        for bytes in [Vec::new(), vec![b'a'; 9 << 20]] {
            let mut shelf = shelf(site());
            shelf.put(&entry(9 << 20), bytes);
            let content = shelf.content();
            let (inside, data) = content.sheets.first_key_value().unwrap();
            let fault = data.sheet(&Wanted::default()).unwrap_err();
            assert_eq!((fault.kind, data.is_text()), (FaultKind::TooLarge, numbered));
            assert_eq!(content.assets[inside].size, 9 << 20);
            assert!(content.diagnostics.is_empty());
            assert!(put(&mut shelf, name, b"a,b\n1,2\n"), "it can shrink again");
            assert_eq!(shelf.content().sheets.values().all(|data| data.sheet(&Wanted::default()).is_ok()), numbered);
        }
    }
}

#[test]
fn names_of_data_files_are_looked_at_only_for_twins() {
    let odd = "content/Data Files/My Budget 2019.CSV";
    let told = |files: MemoryFiles| {
        let content = shelf(files).content();
        let mut out = content.diagnostics.clone();
        check_names(&content.sources, &mut out);
        out
    };
    let quiet = site().with(odd, "a,b\n").with("content/Data Files/empty.csv", "").with("content/site.csv", "a\n");
    assert!(told(quiet.clone()).is_empty(), "{:?}", told(quiet));
    let page = told(site().with(odd, "a,b\n").with("content/Data Files/page.md", "# Page\n\nText.\n"));
    assert_eq!(page.len(), 1, "the folder is part of the page's address");
    let twins = told(site().with(BUDGET, "a,b\n").with("content/data/Budget.csv", "a,b\n"));
    assert_eq!(twins.iter().map(|told| told.rule).collect::<Vec<_>>(), [&rules::files::ADDRESS_CASE]);
}
