//! CSV as other programs read it, whatever stands in the cells; tables as data.

use super::csv::{csv, guarded};
use super::grid::{Grid, GridColumn, GridRow, Value};
use super::table::read;
use crate::diagnostic::FileId;
use crate::prose::{DataOf, data_tables, parse_prose};
use crate::source::Excerpt;
use proptest::prelude::*;

/// What another program reads, the mark at the beginning left out.
fn read_back(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).expect("the mark of UTF-8");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text);
    reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
}

fn number() -> impl Strategy<Value = Value> {
    "-?[0-9]{1,20}(\\.[0-9]{1,9})?".prop_map(Value::Number)
}

fn value() -> impl Strategy<Value = Value> {
    let hostile = "[=+@\\-\t\r\n\"',;'a \u{a0}€\u{feff}＝0-9.]{1,8}";
    prop_oneof![
        number(),
        hostile.prop_map(Value::Words),
        any::<String>().prop_map(|text| Value::words(&text)),
        Just(Value::Nothing)
    ]
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(width in 1_usize..5, values in prop::collection::vec(value(), 0..30)) {
        let columns = (0..width).map(|at| GridColumn::words(format!("a \"{at}\","))).collect();
        let rows: Vec<GridRow> =
            values.chunks_exact(width).map(|values| GridRow { total: false, values: values.to_vec() }).collect();
        let wanted: Vec<Vec<String>> = rows.iter().map(|row| row.values.iter().map(written).collect()).collect();
        let found = read_back(&csv(&Grid { columns, rows, ..Grid::default() }));
        prop_assert_eq!(&found[1..], &wanted[..]);
    }

    #[test]
    fn no_words_begin_a_formula(words in any::<String>()) {
        let cell = guarded(&words);
        let with_apostrophe = format!("'{words}");
        prop_assert!(cell == words || cell == with_apostrophe);
        prop_assert!(!cell.starts_with(['=', '@', '\t', '\r']), "{}", cell);
    }
}

fn written(value: &Value) -> String {
    match value {
        Value::Number(digits) => digits.clone(),
        Value::Words(words) => guarded(words),
        Value::Nothing => String::new(),
    }
}

#[test]
fn words_are_guarded_and_numbers_are_not() {
    for words in ["=1+1", "- of which carers", "+ VAT", "@home", " =1", "\t=1", "-1-1", "＝1"] {
        assert_eq!(guarded(words), format!("'{words}"));
    }
    for harmless in ["-57", "+2.5%", "-1,884", "-", "Carers", "2019-20", "a=b", ""] {
        assert_eq!(guarded(harmless), harmless);
    }
}

/// The headings and cells of the first table of a text.
fn data(text: &str) -> Vec<Vec<String>> {
    let prose = parse_prose(&Excerpt::verbatim(FileId(0), 0, text), &mut Vec::new());
    let DataOf::Table(table) = data_tables(&prose)[0].of else { panic!("a table") };
    let (columns, rows) = read(table, &str::to_owned);
    read_back(&csv(&Grid { columns, rows, ..Grid::default() }))
}

#[test]
fn numbers_are_plain_in_the_unit_of_their_heading() {
    let text = "```table\ncolumns: [What, {label: Spent, unit: \"£'000\"}, {label: Share, unit: \"%\"}]\n\
                rows:\n  - [a, \"5,661\", 92.50%]\n  - [b, (873), \"−3\"]\n  - [c, £5.6 million, TBC]\n  - [d, \"\", \"-\"]\n```\n";
    let wanted = [
        ["What", "Spent (£'000)", "Share (%)"],
        ["a", "5661", "92.50"],
        ["b", "-873", "-3"],
        ["c", "5600", "TBC"],
        ["d", "", ""],
    ];
    assert_eq!(data(text), wanted);
}

#[test]
fn a_unit_that_all_cells_have_goes_into_the_heading_and_others_stay_with_their_cells() {
    let text = "| What | A | B | C |\n| - | -: | -: | -: |\n| x | £1,000 | £5 | 1,884 |\n| y | £2.50 | 83% | 83% |\n";
    let wanted = [["What", "A (£)", "B", "C"], ["x", "1000", "£5", "1884"], ["y", "2.50", "83%", "83%"]];
    assert_eq!(data(text), wanted);
}
