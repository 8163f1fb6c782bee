//! Tables at random, through the front door: written in the text, as CSV and as XLSX. What does not
//! hold in them is worked out here once more, in whole pennies; Candour must find the same cells.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

#[path = "support/folders.rs"]
mod folders;
#[path = "support/sites.rs"]
mod sites;
#[path = "support/workbook.rs"]
mod workbook;

use candour::diagnostic::{Severity, Texts};
use candour::publish::Produced;
use folders::write_site;
use proptest::prelude::*;
use sites::{produce_site, read_options};
use std::collections::BTreeSet;
use std::fmt::Write;

const SETTINGS: &str = "title: Example\norganisation: Example Council\n";

fn produced(report: &str, files: &[(&str, &[u8])]) -> Produced {
    let own = [("content/site.yaml", SETTINGS.as_bytes()), ("content/report.md", report.as_bytes())];
    let site = write_site(own.iter().chain(files).copied());
    let produced = produce_site(site.path(), &read_options(""));
    for told in &produced.diagnostics {
        for span in told.labels.iter().map(|label| label.span).chain([told.span]) {
            let text = produced.sources.text(span.file);
            assert!(text.get(span.start as usize..span.end as usize).is_some(), "{told:?}");
        }
    }
    produced
}

/// A table in pennies: rows, subtotals at the end of groups, a total, and a column that is the sum
/// of the others.
#[derive(Clone, Debug)]
struct Sums {
    /// All rows but the headings; the last column is the sum.
    cells: Vec<Vec<i64>>,
    names: Vec<String>,
    /// For each total, the rows that it adds up.
    parts: Vec<(usize, Vec<usize>)>,
}

impl Sums {
    fn new(groups: &[Vec<Vec<i64>>], subtotals: bool) -> Sums {
        let mut sums = Sums { cells: Vec::new(), names: Vec::new(), parts: Vec::new() };
        let mut all = Vec::new();
        for (index, group) in groups.iter().enumerate() {
            let first = sums.cells.len();
            for row in group {
                let sum = row.iter().sum();
                sums.push(format!("Row {}", sums.cells.len()), row.iter().copied().chain([sum]).collect());
            }
            let rows: Vec<usize> = (first..sums.cells.len()).collect();
            if subtotals {
                all.push(sums.cells.len());
                sums.add(format!("Part {index}"), rows);
            } else {
                all.extend(rows);
            }
        }
        sums.add("Total".into(), all);
        sums
    }

    fn push(&mut self, name: String, cells: Vec<i64>) {
        self.names.push(name);
        self.cells.push(cells);
    }

    fn add(&mut self, name: String, rows: Vec<usize>) {
        let width = self.cells[0].len();
        let sum = (0..width).map(|column| rows.iter().map(|row| self.cells[*row][column]).sum()).collect();
        self.parts.push((self.cells.len(), rows));
        self.push(name, sum);
    }

    /// The cells that do not hold: row and column, both from 0.
    fn wrong(&self) -> BTreeSet<(usize, usize)> {
        let width = self.cells[0].len();
        let totals = self.parts.iter().flat_map(|(total, rows)| {
            (0..width)
                .filter(|column| {
                    self.cells[*total][*column] != rows.iter().map(|row| self.cells[*row][*column]).sum::<i64>()
                })
                .map(|column| (*total, column))
                .collect::<Vec<_>>()
        });
        let sums = (0..self.cells.len())
            .filter(|row| self.cells[*row][width - 1] != self.cells[*row][..width - 1].iter().sum::<i64>())
            .map(|row| (row, width - 1));
        totals.chain(sums).collect()
    }

    fn rules(&self) -> String {
        let width = self.cells[0].len();
        let mut text = "columns:\n  - Name\n".to_owned();
        for column in 1..width {
            let _ = writeln!(text, "  - {{ label: C{column}, unit: £ }}");
        }
        let all: Vec<String> = (1..width).map(|column| format!("C{column}")).collect();
        let _ = writeln!(text, "  - {{ label: All, unit: £, sum: [{}] }}", all.join(", "));
        let parts: Vec<&str> = self.names.iter().map(String::as_str).filter(|name| name.starts_with("Part")).collect();
        let _ = writeln!(text, "subtotals: [{}]\ntotals: [Total]", parts.join(", "));
        text
    }

    fn headings(&self) -> Vec<String> {
        let numbered = (1..self.cells[0].len()).map(|column| format!("C{column}"));
        std::iter::once("Name".into()).chain(numbered).chain(["All".into()]).collect()
    }
}

fn plain(pennies: i64) -> String {
    let sign = if pennies < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", pennies.abs() / 100, pennies.abs() % 100)
}

/// In one of the ways that people write an amount.
fn written(pennies: i64, way: usize) -> String {
    let whole = (pennies.abs() / 100).to_string();
    let mut grouped = String::new();
    for (at, digit) in whole.char_indices() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let amount = format!("{grouped}.{:02}", pennies.abs() % 100);
    match (pennies < 0, way % 3) {
        (false, 0) => format!("£{amount}"),
        (false, 1) => amount,
        (false, _) => plain(pennies),
        (true, 0) => format!("(£{amount})"),
        (true, 1) => format!("Cr {amount}"),
        (true, _) => plain(pennies),
    }
}

fn sums() -> impl Strategy<Value = Sums> {
    (2..4_usize, any::<bool>()).prop_flat_map(|(width, subtotals)| {
        let cell = prop_oneof![4 => -99_999..=9_999_999_i64, 1 => Just(0)];
        let group = prop::collection::vec(prop::collection::vec(cell, width), 1..4);
        prop::collection::vec(group, 1..4).prop_map(move |groups| Sums::new(&groups, subtotals && groups.len() > 1))
    })
}

/// A slip in one cell, by its row, its column, and by how much.
fn slip() -> impl Strategy<Value = Option<(prop::sample::Index, prop::sample::Index, i64)>> {
    prop::option::weighted(0.8, (any::<prop::sample::Index>(), any::<prop::sample::Index>(), 1..5_000_i64))
}

/// The line and the column of each error, with its message.
fn errors(produced: &Produced) -> Vec<(String, usize, usize, String)> {
    let errors = produced.diagnostics.iter().filter(|told| told.severity == Severity::Error);
    errors
        .map(|told| {
            let place = produced.sources.place(told.span.file, told.span.start);
            let path = produced.sources.path(told.span.file).to_owned();
            (path, place.line, place.column, format!("{}: {}", told.rule.code, told.message))
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 30, ..ProptestConfig::default() })]

    #[test]
    fn all_that_does_not_hold_is_found_and_nothing_else(mut sums in sums(), slip in slip(), way in any::<usize>()) {
        if let Some((row, column, by)) = slip {
            let row = row.index(sums.cells.len());
            let column = column.index(sums.cells[0].len());
            sums.cells[row][column] += by;
        }
        let wrong = sums.wrong();
        prop_assert_eq!(wrong.is_empty(), slip.is_none());

        // In place: each row is a line.
        let above = format!("# Report\n\n```table\ncaption: Sums\n{}rows:\n", sums.rules());
        let mut text = above.clone();
        let mut places = BTreeSet::new();
        for (row, (name, cells)) in sums.names.iter().zip(&sums.cells).enumerate() {
            let mut line = format!("  - [{name}");
            for (column, cell) in cells.iter().enumerate() {
                line.push_str(", ");
                if wrong.contains(&(row, column)) {
                    places.insert((above.lines().count() + row + 1, line.chars().count() + 1));
                }
                let _ = write!(line, "\"{}\"", written(*cell, way + row + column));
            }
            text.push_str(&line);
            text.push_str("]\n");
        }
        text.push_str("```\n");
        let found = errors(&produced(&text, &[]));
        let found_places: BTreeSet<_> = found.iter().map(|(_, line, column, _)| (*line, *column)).collect();
        prop_assert_eq!(&found_places, &places, "{}\n{:?}", text, found);

        // As CSV: each row is a line below the headings.
        let mut csv = format!("{}\r\n", sums.headings().join(";"));
        let mut places = BTreeSet::new();
        for (row, (name, cells)) in sums.names.iter().zip(&sums.cells).enumerate() {
            let mut line = name.clone();
            for (column, cell) in cells.iter().enumerate() {
                line.push(';');
                if wrong.contains(&(row, column)) {
                    places.insert((row + 2, line.chars().count() + 1));
                }
                line.push_str(&written(*cell, way + row + column));
            }
            csv.push_str(&line);
            csv.push_str("\r\n");
        }
        let text = format!("# Report\n\n```table\ncaption: Sums\ndata: sums.csv\n{}```\n", sums.rules());
        let found = errors(&produced(&text, &[("content/sums.csv", csv.as_bytes())]));
        let found_places: BTreeSet<_> = found.iter().map(|(_, line, column, _)| (*line, *column)).collect();
        prop_assert!(found.iter().all(|(path, ..)| path == "content/sums.csv"), "{:?}", found);
        prop_assert_eq!(&found_places, &places, "{}\n{:?}", csv, found);

        // As XLSX: below a title, the headings in row 2; units are said by the page.
        let mut book = format!("--- Sums\nA title\n{}\n", sums.headings().join("|"));
        for (name, cells) in sums.names.iter().zip(&sums.cells) {
            book.push_str(name);
            let cells: String = cells.iter().map(|cell| format!("|{}", plain(*cell))).collect();
            book.push_str(&cells);
            book.push('\n');
        }
        let last = char::from(b'B' + u8::try_from(sums.cells[0].len()).unwrap() - 1);
        let range = format!("A2:{last}{}", sums.cells.len() + 2);
        let text = format!("# Report\n\n```table\ncaption: Sums\ndata: sums.xlsx\nrange: {range}\n{}```\n", sums.rules());
        let found = errors(&produced(&text, &[("content/sums.xlsx", &workbook::workbook(&book))]));
        let cells: BTreeSet<String> = wrong
            .iter()
            .map(|(row, column)| format!("(cell {}{})", char::from(b'B' + u8::try_from(*column).unwrap()), row + 3))
            .collect();
        prop_assert_eq!(found.len(), cells.len(), "{}\n{:?}", book, found);
        for cell in &cells {
            prop_assert!(found.iter().any(|(.., message)| message.contains(cell.as_str())), "{}: {:?}", cell, found);
        }
    }
}

/// Pieces of what a table's fields may hold, wrong ones too.
fn yaml() -> impl Strategy<Value = String> {
    let value = prop::sample::select(vec![
        "A",
        "B",
        "Total",
        "yes",
        "no",
        "1",
        "-1",
        "\"\"",
        "[]",
        "{}",
        "~",
        "[A, B]",
        "[B, B]",
        "[Total]",
        "[A]",
        "£",
        "\"%\"",
        "\"£'000\"",
        "people",
        "N/A",
        "TBC",
        "<5",
        "£1,234.56",
        "79228162514264337593543950335",
        "0.0000000000000000000000000001",
        "[a](figure:b)",
        "**1**",
        "1[^a]",
        "data/x.csv",
        "A1:C3",
        "XFD1048576",
        "[[",
        "\"é",
        "{ row: Total, of: [Total, A] }",
        "{ row: Total, computed: yes }",
        "[{ row: B, of: [Total] }]",
        "[{ label: A, unit: £ }, { label: B, sum: [A, B], computed: yes }]",
        "[{ label: A }, { label: B, share: C, computed: yes }, { label: C, product: [B, B], computed: yes }]",
        "2021-01-20",
        "-B",
        "[-B, A]",
        "{ by: A, of: [B, B] }",
        "{ by: B }",
        "[A, { label: B, type: date }, { label: C, months-until: B, computed: yes }]",
        "[{ label: A, type: choice, choices: [A] }, { label: B, type: money, per-year: [B, B, B] }]",
        "[[A, 2021-01-20], [B, 31/12/9999], [Total, 01/02/0003]]",
        "[[A, 1, 2], [B, 3, 4], [Total, 4, 7]]",
        "[[], [1, 2, 3, 4], A]",
        "[A = B + Total, Total = Total, =]",
        "[{ row: Total, column: B, because: Why }, { row: A }]",
    ]);
    let key = prop::sample::select(vec![
        "caption",
        "columns",
        "rows",
        "totals",
        "subtotals",
        "equations",
        "rounding",
        "known",
        "data",
        "sheet",
        "range",
        "id",
        "source",
        "note",
        "kind",
        "title",
        "label",
        "unit",
        "of",
        "register",
        "as-of",
        "sort",
        "group-totals",
    ]);
    let lines = prop::collection::vec((key, value.clone(), value), 0..8);
    lines.prop_map(|lines| {
        let mut text = String::new();
        for (key, first, second) in lines {
            let list = ["columns", "rows", "equations", "known", "totals"].contains(&key) && !first.starts_with('[');
            let _ = if list {
                writeln!(text, "{key}:\n  - {first}\n  - {second}")
            } else {
                writeln!(text, "{key}: {first}")
            };
        }
        text
    })
}

/// Bytes that look like CSV.
fn csv() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        8 => prop::sample::select(vec![
            "A", "B", "Total", ",", ",", ",", ";", "\t", "\n", "\n", "\r\n", "\r", "\"", "\"\"", "1", "-2.5", "£3", "é", "%",
            "sep=;\n", "\u{feff}", " ", "<5", "99999999999999999999999999999", "\0", "2018/19 £'000",
        ]).prop_map(|text| text.as_bytes().to_vec()),
        1 => prop::collection::vec(any::<u8>(), 0..3),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// A workbook with a few bytes changed, or cut short.
fn broken_book() -> impl Strategy<Value = Vec<u8>> {
    let cell = prop::sample::select(vec![
        "Total",
        "A",
        "1",
        "-2.5",
        "1e400",
        "0.1",
        "#REF!",
        "=A1",
        "",
        "]]>",
        "&",
        "\u{e9}",
        "99999999999999999999999999999",
    ]);
    let rows = prop::collection::vec(prop::collection::vec(cell, 1..5), 0..6);
    let changes = prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..4);
    (rows, changes, prop::option::weighted(0.1, any::<prop::sample::Index>())).prop_map(|(rows, changes, cut)| {
        let rows: Vec<String> = rows.iter().map(|row| row.join("|")).collect();
        let mut bytes = workbook::workbook(&format!("--- A\n{}", rows.join("\n")));
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        bytes
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 30, ..ProptestConfig::default() })]

    // Several in one site, for the sake of time; `produced` looks at every place that is told.
    #[test]
    fn whatever_is_in_a_table_or_its_file_is_read(
        blocks in prop::collection::vec((prop::sample::select(vec!["table", "chart"]), yaml()), 8),
        texts in prop::collection::vec(csv(), 8),
        books in prop::collection::vec(broken_book(), 8),
    ) {
        let mut report = "# Report\n".to_owned();
        for (component, yaml) in &blocks {
            let _ = write!(report, "\n```{component}\n{yaml}```\n");
        }
        let names = (0..8).flat_map(|number| ["csv", "xlsx"].map(|ending| format!("data/x{number}.{ending}")));
        for (number, name) in names.enumerate() {
            let _ = write!(report, "\n```table\ncaption: Table {number}\ndata: {name}\n");
            report.push_str(["totals: [Total]\n", "columns: [A, { label: B, unit: £ }]\ntotals: [Total]\n", ""][number % 3]);
            report.push_str("```\n");
        }
        let texts = texts.iter().enumerate().map(|(number, bytes)| (format!("content/data/x{number}.csv"), bytes));
        let books = books.iter().enumerate().map(|(number, bytes)| (format!("content/data/x{number}.xlsx"), bytes));
        let files: Vec<(String, &Vec<u8>)> = texts.chain(books).collect();
        let files: Vec<(&str, &[u8])> = files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect();
        produced(&report, &files);
    }
}
