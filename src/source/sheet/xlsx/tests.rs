//! Workbooks as Excel, LibreOffice, libraries and enemies write them, made here part by part.

use super::super::{CellRange, FaultKind, Sheet, SheetFault, Wanted};
use super::read_xlsx;
use proptest::prelude::*;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        let method = if text.len() > 200 { CompressionMethod::Deflated } else { CompressionMethod::Stored };
        zip.start_file(*name, SimpleFileOptions::default().compression_method(method)).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const STRINGS: &str = "<sst><si><t>Service</t></si><si><r><t xml:space=\"preserve\">Adult </t></r><r><t>care</t></r>\
    <rPh><t>kana</t></rPh></si><si><t>R&amp;D &#163; _x0041__x005F_</t></si></sst>";

const STYLES: &str = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd\\ mmmm\\ yyyy;@\"/>\
    <numFmt numFmtId=\"165\" formatCode=\"0.0%\"/><numFmt numFmtId=\"166\" formatCode='\"days\"\\ 0'/></numFmts>\
    <cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs>\
    <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"165\"/><xf numFmtId=\"164\"/><xf numFmtId=\"17\"/><xf numFmtId=\"166\"/></cellXfs>\
    </styleSheet>";

/// A workbook with a worksheet `Budget 2019` that has this XML, and a hidden one.
fn workbook(sheet: &str) -> Vec<u8> {
    let relation = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/>")
    };
    let root = format!("<Relationships>{}</Relationships>", relation("rId1", "officeDocument", "xl/workbook.xml"));
    let relations = format!(
        "<Relationships>{}{}{}{}{}</Relationships>",
        relation("rId1", "worksheet", "worksheets/sheet1.xml"),
        relation("rId2", "worksheet", "/xl/worksheets/sheet2.xml"),
        relation("rId3", "sharedStrings", "sharedStrings.xml"),
        relation("rId4", "styles", "styles.xml"),
        relation("rId5", "chartsheet", "chartsheets/sheet1.xml"),
    );
    let book = "<x:workbook xmlns:x=\"x\" xmlns:r=\"r\"><x:sheets><x:sheet name=\"Secret\" sheetId=\"2\" state=\"hidden\" r:id=\"rId2\"/>\
        <x:sheet name=\"Budget 2019\" sheetId=\"1\" r:id=\"rId1\"/><x:sheet name=\"Chart\" sheetId=\"3\" r:id=\"rId5\"/>\
        </x:sheets></x:workbook>";
    let hidden = "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>hidden</t></is></c><c><v>7</v></c></row></sheetData></worksheet>";
    archive(&[
        ("_rels/.rels", &root),
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", &relations),
        ("xl/sharedStrings.xml", STRINGS),
        ("xl/styles.xml", STYLES),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/worksheets/sheet2.xml", hidden),
    ])
}

fn read(cells: &str) -> Result<Sheet, SheetFault> {
    read_xlsx(&workbook(&format!("<worksheet><sheetData>{cells}</sheetData></worksheet>")), &Wanted::default())
}

fn wanted(sheet: Option<&str>, range: Option<&str>) -> Wanted {
    Wanted { sheet: sheet.map(str::to_owned), range: range.map(|range| CellRange::parse(range).unwrap()) }
}

fn shown(sheet: &Sheet) -> Vec<String> {
    let texts = |row: &super::SheetRow| row.cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join("|");
    sheet.rows.iter().map(texts).collect()
}

const TABLE: &str = "<row r=\"2\"><c r=\"B2\" t=\"s\"><v>0</v></c><c r=\"C2\" t=\"str\"><f>\"x\"</f><v>2019-20</v></c></row>\
    <row r=\"4\"><c r=\"B4\" t=\"s\"><v>1</v></c><c r=\"C4\"><f>C9*2</f><v>36.100000000000001</v></c><c r=\"D4\" s=\"1\"/></row>\
    <row r=\"5\"><c r=\"B5\" t=\"s\"><v>2</v></c><c r=\"C5\" s=\"1\"><v>0.92500000000000004</v></c></row>\
    <row r=\"6\"><c r=\"B6\" s=\"2\"><v>45251</v></c><c r=\"C6\" s=\"3\"><v>45231</v></c></row>\
    <row r=\"7\"><c r=\"B7\" t=\"b\"><v>1</v></c><c r=\"C7\" s=\"4\"><v>1E3</v></c></row>\
    <row r=\"8\"><c r=\"B8\" t=\"str\"><v></v></c><c r=\"C8\" t=\"d\"><v>2023-11-21T00:00:00</v></c></row>";

#[test]
fn each_kind_of_cell_is_read() {
    let sheet = read(TABLE).unwrap();
    let rows =
        ["Service|2019-20", "|", "Adult care|36.1", "R&D £ A_|92.5%", "2023-11-21|2023-11", "TRUE|1000", "|2023-11-21"];
    assert_eq!(shown(&sheet), rows);
    assert!(sheet.faults.is_empty());
    assert_eq!(sheet.rows[0].cells[1].place.to_string(), "C2");
    assert_eq!((sheet.rows[2].number, sheet.rows[2].cells[0].span), (4, None));
}

#[test]
fn a_range_of_a_worksheet() {
    let bytes = workbook(&format!("<worksheet><sheetData>{TABLE}</sheetData></worksheet>"));
    let cases: &[(&str, &[&str])] = &[
        ("B4:C5", &["Adult care|36.1", "R&D £ A_|92.5%"]),
        ("A2:B2", &["|Service"]),
        ("4:4", &["Adult care|36.1"]),
        ("C:C", &["2019-20", "", "36.1", "92.5%", "2023-11", "1000", "2023-11-21"]),
    ];
    for (range, rows) in cases {
        assert_eq!(shown(&read_xlsx(&bytes, &wanted(None, Some(range))).unwrap()), *rows, "{range}");
    }
    let fault = read_xlsx(&bytes, &wanted(None, Some("A1:D5"))).unwrap_err();
    assert_eq!(fault.message, "the range A1:D5 reaches beyond what the worksheet `Budget 2019` holds");
    assert_eq!((fault.kind, fault.help.as_str()), (FaultKind::NotThere, "its cells are B2:C8"));
}

#[test]
fn worksheets_go_by_their_names() {
    let bytes = workbook("<worksheet/>");
    let sheet = |name| read_xlsx(&bytes, &wanted(Some(name), None));
    assert_eq!(shown(&sheet("Secret").unwrap()), ["hidden|7"]);
    assert_eq!(shown(&sheet(" secret").unwrap()), ["hidden|7"]);
    let told = |name| sheet(name).map_err(|fault| (fault.message, fault.help)).unwrap_err();
    assert_eq!(told("Secrets"), ("the workbook has no worksheet `Secrets`".into(), "did you mean `Secret`?".into()));
    assert_eq!(told("Chart").1, "the workbook has: `Secret`, `Budget 2019`");
    assert_eq!(told("Budget 2019").0, "the worksheet `Budget 2019` is empty");
}

#[test]
fn cells_without_value_are_named() {
    let sheet = read(
        "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>\
         <row r=\"2\"><c r=\"A2\"><f>A1*2</f></c><c r=\"B2\"><v>2</v></c></row>",
    )
    .unwrap();
    assert_eq!(shown(&sheet), ["1|", "|2"]);
    let told: Vec<_> = sheet.faults.iter().map(|fault| (fault.kind, fault.message.as_str())).collect();
    assert_eq!(
        told,
        [
            (FaultKind::NoValue, "B1 holds the error #DIV/0!"),
            (FaultKind::NoValue, "A2 holds a formula without its result")
        ]
    );
    assert_eq!(sheet.faults[1].at.unwrap().to_string(), "A2");
}

#[test]
fn merged_and_hidden_cells_are_told() {
    let bytes = workbook(
        "<worksheet><cols><col min=\"3\" max=\"4\" hidden=\"1\"/><col min=\"9\" max=\"9\" hidden=\"1\"/></cols><sheetData>\
         <row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"C1\"><v>3</v></c></row>\
         <row r=\"2\" hidden=\"1\"><c r=\"A2\"><v>4</v></c></row><row r=\"3\" hidden=\"true\"><c r=\"B3\"><v>5</v></c></row>\
         <row r=\"7\" hidden=\"1\"/></sheetData>\
         <mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"H9:J9\"/></mergeCells></worksheet>",
    );
    let sheet = read_xlsx(&bytes, &Wanted::default()).unwrap();
    let told: Vec<_> = sheet.faults.iter().map(|fault| (fault.kind, fault.message.as_str())).collect();
    assert_eq!(
        told,
        [
            (FaultKind::Hidden, "columns C to D are hidden in the worksheet, and would be published"),
            (FaultKind::Hidden, "rows 2 to 3 are hidden in the worksheet, and would be published"),
            (FaultKind::Merged, "the cells A1:B1 are merged: only the first of them has a value"),
        ]
    );
    assert!(read_xlsx(&bytes, &wanted(None, Some("A1:B1"))).unwrap().faults.len() == 1);
}

#[test]
fn other_files_are_told_by_what_they_are() {
    let mut protected = b"\xD0\xCF\x11\xE0".to_vec();
    protected.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    let cases: &[(Vec<u8>, &str)] = &[
        (b"\xD0\xCF\x11\xE0 old".to_vec(), "the file is a workbook of the old format (XLS), not XLSX"),
        (protected, "the workbook is protected by a password"),
        (archive(&[("content.xml", "<a/>")]), "the file is an OpenDocument file (ODS), not an XLSX workbook"),
        (archive(&[("xl/workbook.bin", "")]), "the file is a binary workbook (XLSB), not an XLSX workbook"),
        (archive(&[("a.txt", "")]), "the workbook is damaged"),
        (b"a,b\n1,2".to_vec(), "the file is not an XLSX workbook"),
        (b"PK\x03\x04".to_vec(), "the workbook is damaged"),
        (Vec::new(), "the file is not an XLSX workbook"),
    ];
    for (bytes, message) in cases {
        let fault = read_xlsx(bytes, &Wanted::default()).unwrap_err();
        assert_eq!((fault.kind, fault.message.as_str()), (FaultKind::Unreadable, *message));
        assert!(!fault.help.is_empty());
    }
}

#[test]
fn what_is_too_large_is_refused_without_taking_its_memory() {
    let corners = "<row><c r=\"A1\"><v>1</v></c><c r=\"XFD1048576\"><v>1</v></c></row>";
    assert_eq!(read(corners).unwrap_err().kind, FaultKind::TooLarge);
    let many = "<row><c><v>1</v></c><c><v>1</v></c></row>".repeat(60_000);
    assert_eq!(read(&many).unwrap_err().kind, FaultKind::TooLarge);
    let bomb = workbook(&" ".repeat(70 << 20));
    assert!(bomb.len() < 200_000);
    assert_eq!(read_xlsx(&bomb, &Wanted::default()).unwrap_err().kind, FaultKind::TooLarge);
    let entities = "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><worksheet><sheetData><row><c t=\"str\"><v>&a;</v></c></row></sheetData></worksheet>";
    assert_eq!(read_xlsx(&workbook(entities), &Wanted::default()).unwrap_err().kind, FaultKind::Unreadable);
}

#[test]
fn an_archive_that_lies_about_its_sizes_is_still_bounded() {
    let mut bomb = workbook(&" ".repeat(70 << 20));
    let real = u32::try_from(70_usize << 20).unwrap().to_le_bytes();
    let places: Vec<usize> = (0..bomb.len() - 4).filter(|at| bomb[*at..*at + 4] == real).collect();
    assert!(!places.is_empty());
    for at in places {
        bomb[at..at + 4].copy_from_slice(&10_u32.to_le_bytes());
    }
    assert!(read_xlsx(&bomb, &Wanted::default()).is_err());
}

proptest! {
    #[test]
    fn no_bytes_are_too_odd(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = read_xlsx(&bytes, &Wanted::default());
        let _ = read_xlsx(&[b"PK\x03\x04".as_slice(), &bytes].concat(), &Wanted::default());
    }

    #[test]
    fn a_damaged_file_is_a_fault_or_as_it_was(changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6), cut in any::<prop::sample::Index>()) {
        let sound = workbook(&format!("<worksheet><sheetData>{TABLE}</sheetData></worksheet>"));
        let mut bytes = sound.clone();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let whole = read_xlsx(&sound, &Wanted::default()).unwrap();
        for bytes in [bytes.as_slice(), &sound[..cut.index(sound.len())]] {
            if let Ok(sheet) = read_xlsx(bytes, &Wanted::default()) {
                prop_assert_eq!(&sheet, &whole);
            }
        }
    }

    #[test]
    fn no_xml_is_too_odd(pieces in proptest::collection::vec(prop::sample::select(vec![
        "<row>", "</row>", "<row r=\"99999999999999999999\">", "<row r=\"18446744073709551615\" hidden=\"1\">", "<c>", "</c>", "<c r=\"ZZZ1\">", "<c t=\"s\">", "<c t=\"inlineStr\">",
        "<v>", "</v>", "<is>", "<t>", "</t>", "9", "1e400", "&amp;", "&#0;", "&x;", "<f/>", "<c s=\"99\">", "<mergeCell ref=\"B1:A1\"/>", "<mergeCell ref=\"A1:B2\"/>",
        "<col min=\"0\" max=\"99999999999\" hidden=\"1\"/>", "<![CDATA[x]]>", "<", "\"", "_x0000_", "-1", "<c r=\"B2\" s=\"2\">",
    ]), 0..30)) {
        let text = pieces.concat();
        let _ = read(&text);
        let _ = read(&format!("<row><c>{text}</c></row>"));
    }
}
