//! Small workbooks for cases, written as text: `--- Name` begins a worksheet (`--- Name, hidden` a
//! hidden one), each line is a row, `|` stands between cells. Numbers are numbers, `#REF!` is an
//! error, `=SUM(A1)` a formula that nothing worked out, a row that begins with `(hidden) ` is one,
//! and `(merged) A1:B1` merges cells.

use std::fmt::Write as _;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

pub(crate) fn workbook(text: &str) -> Vec<u8> {
    let sheets: Vec<(&str, &str)> = format!("\n{text}")
        .leak()
        .split("\n--- ")
        .skip(1)
        .map(|sheet| sheet.split_once('\n').unwrap_or((sheet, "")))
        .collect();
    let (mut list, mut relations) = (String::new(), String::new());
    let mut parts = Vec::new();
    for (index, (title, rows)) in sheets.iter().enumerate() {
        let (name, state) = match title.strip_suffix(", hidden") {
            Some(name) => (name, " state=\"hidden\""),
            None => (*title, ""),
        };
        let number = index + 1;
        let _ = write!(list, "<sheet name=\"{name}\" sheetId=\"{number}\"{state} r:id=\"rId{number}\"/>");
        let _ = write!(
            relations,
            "<Relationship Id=\"rId{number}\" Type=\"{RELATIONS}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"
        );
        parts.push((format!("xl/worksheets/sheet{number}.xml"), worksheet(rows)));
    }
    let root = format!("<Relationship Id=\"rId1\" Type=\"{RELATIONS}/officeDocument\" Target=\"xl/workbook.xml\"/>");
    parts.push(("_rels/.rels".into(), format!("<Relationships>{root}</Relationships>")));
    parts.push((
        "xl/workbook.xml".into(),
        format!("<workbook xmlns:r=\"{RELATIONS}\"><sheets>{list}</sheets></workbook>"),
    ));
    parts.push(("xl/_rels/workbook.xml.rels".into(), format!("<Relationships>{relations}</Relationships>")));
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn worksheet(text: &str) -> String {
    let (mut rows, mut merged) = (String::new(), String::new());
    for line in text.lines().filter(|line| !line.is_empty()) {
        if let Some(range) = line.strip_prefix("(merged) ") {
            merged = format!("<mergeCells><mergeCell ref=\"{range}\"/></mergeCells>");
            continue;
        }
        let (hidden, line) = match line.strip_prefix("(hidden) ") {
            Some(line) => (" hidden=\"1\"", line),
            None => ("", line),
        };
        let cells: String = line.split('|').map(|cell| self::cell(cell.trim())).collect();
        let _ = write!(rows, "<row{hidden}>{cells}</row>");
    }
    format!("<worksheet><sheetData>{rows}</sheetData>{merged}</worksheet>")
}

fn cell(text: &str) -> String {
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;");
    match text {
        "" => "<c/>".into(),
        _ if text.starts_with('#') => format!("<c t=\"e\"><v>{escaped}</v></c>"),
        _ if text.starts_with('=') => format!("<c><f>{}</f></c>", &escaped[1..]),
        _ if text.parse::<f64>().is_ok() => format!("<c><v>{text}</v></c>"),
        _ => format!("<c t=\"inlineStr\"><is><t>{escaped}</t></is></c>"),
    }
}
